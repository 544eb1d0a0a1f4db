import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Signpost } from '../../src/client/index.ts';
import { insertProfileField, saveFieldValues } from '../../src/library/user/profilefield.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { appOf, idOf, type Member, newMember, refusal } from '../support/members.ts';

let board: TestBoard;
let guest: Signpost;
let admin: Signpost;
let member: Member;
let app: Signpost;

beforeAll(async () => {
  board = await startBoard();
  guest = board.guest();
  admin = await board.login('admin');
  member = await newMember(board);
  app = await appOf(board, member);
});
afterAll(async () => {
  await board.stop();
});

const own = ['fetchUserSettings', 'getPersonalData', 'fetchTimeOffset'] as const;

describe('a profile', () => {
  test('is for everybody, and its hidden fields for its owner and administrators', async () => {
    const { userid } = member;
    await board.database.transaction(async (db) => {
      const place = await insertProfileField(db, { title: 'Place' });
      const shoes = await insertProfileField(db, { title: 'Shoes', hidden: 1 });
      await saveFieldValues(
        db,
        userid,
        new Map([
          [place, 'Ulm <b>'],
          [shoes, '44'],
        ]),
      );
    });
    const titles = async (from: Signpost): Promise<readonly string[]> =>
      (await from.user.fetchProfileInfo({ userid })).profilefields.map(({ title }) => title);
    expect(await titles(guest)).toEqual(['Place']);
    expect(await titles(app)).toEqual(['Place', 'Shoes']);
    expect(await titles(admin)).toEqual(['Place', 'Shoes']);
    expect(await guest.user.fetchProfileInfo({ userid })).not.toHaveProperty('email');
    expect(await app.user.fetchProfileInfo()).toMatchObject({ userid, email: member.email });
    expect(Object.values(await guest.user.fetchUserProfileFields())).toEqual(['Place']);
  });

  test('of nobody is refused', async () => {
    expect(await refusal(guest.user.fetchProfileInfo())).toEqual(['not_logged_no_permission']);
    const missing = guest.user.fetchProfileInfo({ userid: 999_999 });
    expect(await refusal(missing)).toEqual(['invalid_user_specified']);
  });
});

describe("a member's own data", () => {
  test.each(own)('%s is for himself and administrators', async (method) => {
    const { userid } = member;
    const bob = await board.login('bob');
    const answer = await app.user[method]({ userid });
    // time passes in between, so not all values are the same
    const again = await app.user[method]({});
    expect(Object.keys(again)).toEqual(Object.keys(answer));
    expect(await refusal(bob.user[method]({ userid }))).toEqual(['no_permission']);
    expect(await refusal(guest.user[method]({ userid }))).toEqual(['not_logged_no_permission']);
    const missing = admin.user[method]({ userid: 999_999 });
    expect(await refusal(missing)).toEqual(['invalid_user_specified']);
    await admin.user[method]({ userid });
  });

  test('is complete, and has no secret', async () => {
    await app.user.saveSignature({ signature: '[i]Hello[/i]' });
    await app.user.save({ userid: member.userid, password: '', options: { invisible: '1' } });
    const data = await app.user.getPersonalData();
    expect(data).toMatchObject({
      ...{ username: member.username, email: member.email, birthday: '' },
      options: { invisible: 1, dstonoff: 0 },
      signature: '[i]Hello[/i]',
      ipaddress: expect.stringContaining('127.0.0.1'),
      sessions: [{ clientname: 'Signpost SDK' }],
    });
    const token = app.session?.token ?? '?';
    expect(JSON.stringify(data)).not.toContain(token);
    expect(JSON.stringify(data)).not.toContain('argon2');
    expect(await app.user.fetchUserSettings()).not.toHaveProperty('sessions');
  });

  test('tells how far the clock is from UTC', async () => {
    const { userid } = member;
    const user = { timezoneoffset: '-3.5' };
    await app.user.save({ userid, password: '', user, options: { dstonoff: '1' } });
    expect(await app.user.fetchTimeOffset()).toBe(-3.5 * 3600 + 3600);
    expect(await app.user.fetchTimeOffset({ ignoreDST: true })).toBe(-3.5 * 3600);
    expect(await guest.user.fetchTimeOffset()).toBe(0);
  });

  test('notes the consent to the privacy statement', async () => {
    expect(await app.user.setCurrentUserPrivacyConsent()).toEqual({ success: true });
    expect(await app.user.fetchCurrentUserinfo()).toMatchObject({ privacyconsent: 1 });
    const call = guest.user.setCurrentUserPrivacyConsent();
    expect(await refusal(call)).toEqual(['not_logged_no_permission']);
  });
});

describe('a status', () => {
  test('is plain text of one line', async () => {
    const { userid } = member;
    const status = ' <b>On\nthe  road</b>\t🚲 ';
    expect(await app.user.updateStatus({ userid, status })).toBe('<b>On the road</b> 🚲');
    const record = await guest.user.fetchUserinfo({ userid });
    expect(record).toMatchObject({ status: '<b>On the road</b> 🚲' });
    expect(await admin.user.updateStatus({ userid, status: '' })).toBe('');
  });

  test('is for its owner, and has an end', async () => {
    const { userid } = member;
    const bob = await board.login('bob');
    const set = (from: Signpost, status: string): Promise<unknown> =>
      refusal(from.user.updateStatus({ userid, status }));
    expect(await set(bob, 'x')).toEqual(['no_permission']);
    expect(await set(guest, 'x')).toEqual(['not_logged_no_permission']);
    expect(await set(app, 'x'.repeat(251))).toEqual([
      'invalid_data',
      'status: it has at most 250 characters',
    ]);
  });
});

describe('a signature', () => {
  test('is kept as written, shown as safe HTML, and stands below posts', async () => {
    const { userid } = member;
    const forum = await board.database
      .reader()
      .get<{ channelid: number }>(
        'select channelid from node where starter = nodeid order by nodeid',
      );
    const data = { parentid: forum?.channelid ?? 0, title: 'Signed', rawtext: 'Text.' };
    const nodeid = await app.content_text.add({ data });
    const signature = '[b]Bold[/b] <script>alert(1)</script> [url=javascript:alert(1)]x[/url]';
    const html = await app.user.saveSignature({ signature });
    expect(html).toContain('<strong>Bold</strong>');
    expect(html).not.toContain('<script');
    expect(html).not.toContain('href="javascript');
    expect(await guest.user.fetchSignature({ userid })).toMatchObject({
      ...{ signature, signaturehtml: html, dohtml: 0, dobbcode: 1 },
      permissions: { canusesignature: 0 },
    });
    const full = await guest.content_text.getFullContent({ nodeid });
    expect(full[nodeid]?.content.userinfo).toMatchObject({ signature: html });
    expect(await guest.user.fetchProfileInfo({ userid })).toMatchObject({ signature: html });
    await app.user.saveSignature({ signature: '' });
    expect(await guest.user.fetchSignature({ userid })).toBe(false);
    const after = await guest.content_text.getFullContent({ nodeid });
    expect(after[nodeid]?.content.userinfo).not.toHaveProperty('signature');
  });

  test('is limited in length and images, and for members', async () => {
    const save = (from: Signpost, signature: string): Promise<unknown> =>
      refusal(from.user.saveSignature({ signature }));
    const image = '[img]https://example.org/a.png[/img]';
    expect(await save(app, 'x'.repeat(501))).toEqual(['sigtoolong', 500]);
    expect(await save(app, image + image)).toEqual(['sigtoomanyimages', 1]);
    expect(await save(app, image)).toMatchObject({ answered: expect.stringContaining('<img') });
    expect(await save(guest, 'x')).toEqual(['not_logged_no_permission']);
    expect(await guest.user.fetchSignature({ userid: 999_999 })).toBe(false);
  });

  test('is not for a usergroup without the right', async () => {
    const waiting = await newMember(board);
    const { userid } = waiting;
    await admin.user.save({ userid, password: '', user: { usergroupid: 3 } });
    const { user } = await appOf(board, waiting);
    expect(await refusal(user.saveSignature({ signature: 'x' }))).toEqual(['no_permission']);
    expect(await refusal(user.updateStatus({ userid, status: 'x' }))).toEqual(['no_permission']);
  });
});

describe('ignoring a member', () => {
  test('marks what he wrote, for the one who ignores alone', async () => {
    const db = board.database.reader();
    const post = await db.get<{ nodeid: number; userid: number }>(
      `select nodeid, userid from node where starter = nodeid and userid > 5 order by nodeid`,
    );
    const { nodeid, userid } = post ?? { nodeid: 0, userid: 0 };
    expect(await app.user.ignoreUser({ userid })).toBe(true);
    expect(await app.user.ignoreUser({ userid })).toBe(true);
    expect(await app.user.isIgnoringUser({ userid })).toBe(true);
    const mine = await app.content_text.getFullContent({ nodeid });
    expect(mine[nodeid]?.content.ignored).toBe(1);
    const others = await guest.content_text.getFullContent({ nodeid });
    expect(others[nodeid]?.content).not.toHaveProperty('ignored');
    expect((await app.user.fetchUserSettings()).ignored).toMatchObject([{ userid }]);
    await app.user.ignoreUser({ userid, add: false });
    expect(await app.user.isIgnoringUser({ userid })).toBe(false);
    const after = await app.content_text.getFullContent({ nodeid });
    expect(after[nodeid]?.content).not.toHaveProperty('ignored');
  });

  test('is not for guests, and does not hit oneself, nobody, or staff above', async () => {
    const { userid } = member;
    const ignore = (from: Signpost, whom: number): Promise<unknown> =>
      refusal(from.user.ignoreUser({ userid: whom }));
    expect(await ignore(guest, userid)).toEqual(['not_logged_no_permission']);
    expect(await ignore(app, userid)).toEqual(['invalid_user_specified']);
    expect(await ignore(app, 999_999)).toEqual(['invalid_user_specified']);
    expect(await ignore(app, await idOf(board, 'admin'))).toEqual(['cannot_ignore_staff']);
    expect(await ignore(app, await idOf(board, 'mod'))).toEqual(['cannot_ignore_staff']);
    expect(await ignore(admin, userid)).toEqual({ answered: true });
    expect(await guest.user.isIgnoringUser({ userid })).toBe(false);
  });
});
