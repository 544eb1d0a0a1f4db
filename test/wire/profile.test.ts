import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { appOf, newMember } from '../support/members.ts';
import { OtherSite, picture } from '../support/files.ts';
import {
  at,
  type Fields,
  type Json,
  list,
  messageId,
  type SentFile,
  startBoard,
  type TestBoard,
  text,
  unlike,
  upload,
  url,
  whole,
} from './client.ts';
import { K } from './clients.ts';

let board: TestBoard;
let site: OtherSite;
let photo: SentFile;

beforeAll(async () => {
  const bytes = await picture(300, 200);
  photo = { filename: 'me.png', type: 'image/png', bytes };
  site = await OtherSite.start((_req, res) => {
    res.end(bytes);
  });
  board = await startBoard({}, site.rules);
});
afterAll(async () => {
  await board.stop();
  await site.stop();
});

interface Person {
  readonly client: K;
  readonly userid: number;
  readonly username: string;
}

/** A member of his own. */
async function person(options: object = {}): Promise<Person> {
  const { userid, username, password } = await newMember(board, { options });
  const client = new K(board);
  await client.init();
  expect(messageId(await client.login(username, password))).toBe('redirect_login');
  return { client, userid, username };
}

async function avatarOf({ client }: Person): Promise<string> {
  return url(await client.call('member'), 'response.prepared.avatarurl');
}

function isDefault(avatarurl: string, avatarid = 0): boolean {
  return avatarurl.endsWith(`/images/default/avatar_${avatarid}.png`);
}

const updated = ['redirect_updatethanks'];

describe.each(['profile_updateavatar', 'profile_updateprofilepic'])('%s', (name) => {
  test.each(['upload', 'avatar', 'file'])('takes a picture in the part %s', async (part) => {
    const own = await person();
    expect(isDefault(await avatarOf(own))).toBe(true);
    // the form sends the beginning of a URL, too
    const fields = { avatarid: 0, avatarurl: 'http://www.' };
    const json = await upload(own.client, name, fields, { [part]: photo });
    expect(at(json, 'response.errormessage')).toEqual(updated);
    const avatarurl = url(json, 'response.avatarurl');
    expect(isDefault(avatarurl)).toBe(false);
    expect((await fetch(avatarurl)).headers.get('content-type')).toMatch(/^image\//);
    expect(new URL(await avatarOf(own)).searchParams.get('filedataid')).toBe(
      new URL(avatarurl).searchParams.get('filedataid'),
    );
  });

  test('takes a picture from a URL', async () => {
    const own = await person();
    const json = await own.client.call(name, { avatarurl: site.url('/me.png') });
    expect(at(json, 'response.errormessage')).toEqual(updated);
    expect(isDefault(await avatarOf(own))).toBe(false);
  });

  test('takes one of those that every board has', async () => {
    const own = await person();
    const json = await own.client.call(name, { avatarid: 2 });
    expect(at(json, 'response.errormessage')).toEqual(updated);
    expect(isDefault(await avatarOf(own), 2)).toBe(true);
    const unknown = await own.client.call(name, { avatarid: 999 });
    expect(messageId(unknown)).toBe('invalid_data');
    expect(isDefault(await avatarOf(own), 2)).toBe(true);
  });

  test.each<Fields>([{ avatarid: -1 }, { deleteprofilepic: 1 }])(
    'takes the own one back with %j',
    async (fields) => {
      const own = await person();
      await upload(own.client, name, {}, { upload: photo });
      const kept = await own.client.call(name, { avatarid: 0, deleteprofilepic: 0 });
      expect(at(kept, 'response.errormessage')).toEqual(updated);
      expect(isDefault(await avatarOf(own))).toBe(false);
      const empty = { filename: '', type: 'application/octet-stream', bytes: '' };
      await upload(own.client, name, {}, { upload: empty });
      expect(isDefault(await avatarOf(own))).toBe(false);
      const json = await own.client.call(name, fields);
      expect(at(json, 'response.errormessage')).toEqual(updated);
      expect(isDefault(url(json, 'response.avatarurl'))).toBe(true);
      expect(isDefault(await avatarOf(own))).toBe(true);
    },
  );

  test('says what is wrong, and leaves the avatar as it was', async () => {
    const own = await person();
    const text = { filename: 'me.txt', type: 'image/png', bytes: 'no picture' };
    const broken = { filename: 'me.png', type: 'image/png', bytes: 'no picture' };
    for (const file of [text, broken]) {
      const json = await upload(own.client, name, {}, { upload: file });
      expect(messageId(json)).toMatch(/^(invalid_file|upload_stopped_by_extension)/);
    }
    const inside = await own.client.call(name, { avatarurl: 'http://127.0.0.1/me.png' });
    expect(messageId(inside)).toBe('upload_file_failed');
    expect(messageId(await own.client.call(name, { avatarurl: 'x' }))).toBe('invalid_parameter');
    expect(isDefault(await avatarOf(own))).toBe(true);
    const guest = new K(board);
    await guest.init();
    for (const fields of [{}, { avatarid: 1 }, { avatarid: -1 }])
      expect(messageId(await guest.call(name, fields))).toBe('nopermission_loggedout');
    const refused = await upload(guest, name, {}, { upload: photo });
    expect(messageId(refused)).toBe('nopermission_loggedout');
  });
});

describe('profile_updatelist', () => {
  async function buddies({ client }: Person): Promise<string[]> {
    const json = await client.call('profile_buddylist');
    const found = list(json, 'response.HTML.buddylist').map((one) => text(one, 'user.username'));
    expect(whole(json, 'response.HTML.buddycount')).toBe(found.length);
    return found;
  }

  async function asks(who: Person, whom: Person): Promise<void> {
    const json = await who.client.call('profile_doaddlist', { userid: whom.userid });
    expect(at(json, 'response.errormessage')).toEqual(['redirect_addlist_contact', whom.username]);
  }

  test('lets in whom the member accepts, and no other', async () => {
    const shy = await person({ moderatefollowers: 1 });
    const [one, two, three] = [await person(), await person(), await person()];
    for (const each of [one, two, three]) await asks(each, shy);
    // as in vBulletin, whoever waits for an answer has him on the list already
    expect(await buddies(one)).toEqual([shy.username]);
    const answer = (fields: Fields): Promise<Json> => shy.client.call('profile_updatelist', fields);
    const accepted = await answer({
      'listbits[0]': one.userid,
      'listbits[1]': two.userid,
      incomingaction: 'accept',
    });
    expect(at(accepted, 'response.errormessage')).toEqual(updated);
    const denied = await answer({ [`listbits[${three.userid}]`]: 1, incomingaction: 'deny' });
    expect(at(denied, 'response.errormessage')).toEqual(updated);
    const lists = [await buddies(one), await buddies(two), await buddies(three)];
    expect(lists).toEqual([[shy.username], [shy.username], []]);
    expect(at(await answer({}), 'response.errormessage')).toEqual(updated);
  });

  test('is followed by taking somebody off the list', async () => {
    const [one, two] = [await person(), await person()];
    await asks(one, two);
    expect(await buddies(one)).toEqual([two.username]);
    const json = await one.client.call('profile_doremovelist', { userid: two.userid });
    expect(at(json, 'response.errormessage')).toEqual([
      'redirect_removelist_contact',
      two.username,
    ]);
    expect(await buddies(one)).toEqual([]);
    const ignore = { userid: two.userid, userlist: 'ignore' };
    await one.client.call('profile_doaddlist', ignore);
    const profile = await one.client.call('member', { userid: two.userid });
    expect(at(profile, 'show.ignored')).toBe(1);
    await one.client.call('profile_doremovelist', ignore);
    const again = await one.client.call('member', { u: two.userid });
    expect(at(again, 'show.ignored')).toBe(0);
  });

  test('is for members', async () => {
    const guest = new K(board);
    await guest.init();
    for (const name of ['profile_updatelist', 'profile_buddylist', 'misc_buddylist'])
      expect(messageId(await guest.call(name, { listbits: 2, incomingaction: 'accept' }))).toBe(
        'nopermission_loggedout',
      );
  });
});

test.each([
  [0, '', ''],
  [1, '02-03', ''],
  [2, '02-03-1990', '3'],
])('a profile with showbirthday %i shows others the birthday %j', async (shows, birthday, age) => {
  const owner = await newMember(board);
  const { userid } = owner;
  const user = { birthday: '02-03-1990', showbirthday: shows };
  await (await appOf(board, owner)).user.save({ userid, password: '', user });
  const { client } = await person();
  const prepared = at(await client.call('member', { userid }), 'response.prepared');
  expect(text(prepared, 'birthday')).toBe(birthday);
  expect(text(prepared, 'age').slice(0, 1)).toBe(age);
});

describe('profile_updateprofile', () => {
  test('changes what is sent, and says what cannot be', async () => {
    const own = await person();
    const usertitle = `Walker ${unlike()}`;
    const json = await own.client.call('profile_updateprofile', { usertitle });
    expect(at(json, 'response.errormessage')).toEqual(updated);
    const member = await own.client.call('member');
    expect(text(member, 'response.prepared.usertitle')).toBe(usertitle);
    expect(text(member, 'response.prepared.birthday')).toBe('');
    expect(text(member, 'response.prepared.age')).toBe('');
    const wrong = await own.client.call('profile_updateprofile', { birthday: '1980' });
    expect(at(wrong, 'response.errormessage')).toEqual([
      'invalid_data',
      'user[birthday]: it must be MM-DD-YYYY, or empty',
    ]);
  });
});
