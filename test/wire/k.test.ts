import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  at,
  beginTopic,
  messageId,
  startBoard,
  type TestBoard,
  text,
  unlike,
  upload,
  url,
} from './client.ts';
import { K } from './clients.ts';

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard();
});
afterAll(async () => {
  await board.stop();
});

describe('client K', () => {
  test('registers, logs in, changes its profile and posts', async () => {
    const client = new K(board);
    await client.init();
    const username = `vm${unlike().slice(0, 8)}`;
    const json = await client.call('register_addmember', {
      agree: 1,
      username,
      email: `${username}@example.org`,
      emailconfirm: `${username}@example.org`,
      password: 'a long password',
      passwordconfirm: 'a long password',
      timezoneoffset: '1',
      birthdate: '02-03-1980',
    });
    expect(at(json, 'response.errormessage.0')).toBe('registration_complete');
    expect(messageId(await client.login(username, 'a long password'))).toBe('redirect_login');
    const profile = await client.call('profile_updateprofile', { birthday: '02-03-1990' });
    expect(at(profile, 'response.errormessage')).toEqual(['redirect_updatethanks']);
    const own = await client.call('member');
    expect(text(own, 'response.prepared.birthday')).toBe('02-03-1990');
    expect(text(own, 'response.prepared.age')).toMatch(/^\d\d$/);
    const changed = await client.call('profile_updatepassword', {
      currentpassword: 'a long password',
      newpassword: 'another password',
      newpasswordconfirm: 'another password',
    });
    expect(at(changed, 'response.errormessage')).toEqual(['redirect_updatethanks']);
    const { threadid } = await beginTopic(client);
    const added = await client.call('subscription_doaddsubscription', { threadid });
    expect(messageId(added)).toBe('redirect_subsadd_thread');
    const kept = await client.call('subscription_viewsubscription');
    expect(at(kept, 'response.threadbits.0.thread.threadid')).toBe(threadid);
    const removed = await client.call('subscription_removesubscription', { threadid });
    expect(messageId(removed)).toBe('redirect_subsremove_thread');
    expect(messageId(await client.call('login_logout'))).toBe('cookieclear');
  });

  test('shares its uniqueid with all, but no session', async () => {
    const [one, two] = [new K(board), new K(board)];
    await one.init();
    await two.init();
    await one.login('alice', 'alice-password');
    expect(messageId(await two.call('private_messagelist'))).toBe('nopermission_loggedout');
  });
});

describe('an app with pictures', () => {
  test('uploads for a post that is not written yet, and finds them there', async () => {
    const client = new K(board);
    await client.init();
    await client.login('alice', 'alice-password');
    const form = await client.call('newthread_newthread', { forumid: 14 });
    const posthash = text(form, 'response.posthash');
    const attachment = { filename: 'a.txt', type: 'text/plain', bytes: 'some text' };
    const uploaded = await upload(
      client,
      'newattachment_manageattach',
      { posthash },
      { attachment },
    );
    expect(text(uploaded, 'response.attachment.filename')).toBe('a.txt');
    const { threadid } = await beginTopic(client, 'With a file', { posthash });
    const thread = await client.call('showthread', { threadid });
    const shown = 'response.postbits.0.post.attachments.0';
    expect(text(thread, `${shown}.filename`)).toBe('a.txt');
    url(thread, `${shown}.url`);
  });
});
