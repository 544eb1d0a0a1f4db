import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Signpost } from '../../src/client/index.ts';
import { type OptionName, writeOption } from '../../src/library/board/options.ts';
import { insertProfileField } from '../../src/library/user/profilefield.ts';
import { removeExpired } from '../../src/maintenance.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { appOf, type Member, newMember, refusal } from '../support/members.ts';

const DAY = 86_400;
const bad = ['invalidactivateid'];

let board: TestBoard;
let guest: Signpost;

beforeAll(async () => {
  board = await startBoard();
});
beforeEach(async () => {
  guest = board.guest();
  await configure({ verifyemail: 1, moderatenewmembers: 0, usecoppa: 0 });
  await board.database.transaction(async (db) => {
    for (const table of ['outbox', 'throttle', 'strikes', 'profilefield', 'userfield'])
      await db.run(`delete from ${table}`);
  });
});
afterAll(async () => {
  await board.stop();
});

async function configure(options: Partial<Record<OptionName, number>>): Promise<void> {
  await board.database.transaction(async (db) => {
    for (const [name, value] of Object.entries(options))
      await writeOption(db, name as OptionName, value);
  });
  await board.running.environment.caches.forgetBoard();
}

interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

async function mails(): Promise<readonly Mail[]> {
  const rows = await board.database
    .reader()
    .all<{ payload: string }>("select payload from outbox where kind = 'mail' order by jobid");
  return rows.map(({ payload }) => JSON.parse(payload) as Mail);
}

/** The code of the newest mail. */
async function lastCode(): Promise<string> {
  return /[0-9a-f]{32}/.exec((await mails()).at(-1)?.text ?? '')?.[0] ?? 'no mail';
}

async function groupOf({ userid }: Pick<Member, 'userid'>): Promise<unknown> {
  const found = await guest.user.fetchUserinfo({ userid });
  return found === false ? false : found.usergroupid;
}

describe('a new member', () => {
  test('confirms the address, and is a member then', async () => {
    const member = await newMember(board);
    const { userid, username, email } = member;
    expect(await groupOf(member)).toBe(3);
    expect(await mails()).toMatchObject([
      { to: email, subject: expect.stringContaining('Signpost') },
    ]);
    const activateid = await lastCode();
    for (const wrong of ['', 'f'.repeat(32), activateid.toUpperCase()])
      expect(await refusal(guest.user.activateUser({ userid, activateid: wrong }))).toEqual(bad);
    expect(await refusal(guest.user.activateUser({ userid: 1, activateid }))).toEqual(bad);
    const app = await appOf(board, member);
    const answer = app.user.activateUserByUsername({ username, activateid });
    expect(await answer).toBe('registration_complete');
    expect(await app.user.fetchCurrentUserinfo()).toMatchObject({ usergroupid: 2 });
    expect(await refusal(guest.user.activateUser({ userid, activateid }))).toEqual(bad);
  });

  test('may have to wait for an administrator, too', async () => {
    await configure({ moderatenewmembers: 1 });
    const member = await newMember(board);
    const { userid } = member;
    const confirm = guest.user.activateUser({ userid, activateid: await lastCode() });
    expect(await confirm).toBe('moderateuser');
    expect(await groupOf(member)).toBe(4);
    await configure({ verifyemail: 0 });
    expect(await groupOf(await newMember(board))).toBe(4);
  });

  test('whom an administrator makes needs no code', async () => {
    const admin = await board.login('admin');
    const user = { username: 'By hand', email: 'hand@example.org' };
    const userid = await admin.user.save({ userid: 0, password: 'long enough', user });
    expect(await groupOf({ userid })).toBe(2);
    expect(await mails()).toEqual([]);
  });

  test('keeps the usergroup that an administrator has given meanwhile', async () => {
    const member = await newMember(board);
    const { userid } = member;
    const admin = await board.login('admin');
    await admin.user.save({ userid, password: '', user: { usergroupid: 7 } });
    await guest.user.activateUser({ userid, activateid: await lastCode() });
    expect(await groupOf(member)).toBe(7);
  });

  test('gets another code beside the first, and nobody learns who is new', async () => {
    const { userid, email } = await newMember(board);
    const first = await lastCode();
    expect(await guest.user.sendActivateEmail({ email: email.toUpperCase() })).toEqual({
      success: true,
    });
    const second = await lastCode();
    expect(second).not.toBe(first);
    await guest.user.activateUser({ userid, activateid: first });
    expect(await refusal(guest.user.activateUser({ userid, activateid: second }))).toEqual(bad);
    for (const address of [email, 'member1@example.org', 'nobody@example.org']) {
      const answer = await guest.user.sendActivateEmail({ email: address });
      expect(answer).toEqual({ success: true });
    }
    expect(await mails()).toHaveLength(2);
    const broken = guest.user.sendActivateEmail({ email: 'a@b.org\nBcc: c@d.org' });
    expect(await refusal(broken)).toEqual(['invalidemail']);
  });

  test('who never registered has the code voided, and gets no more', async () => {
    const { userid, email } = await newMember(board);
    await guest.user.deleteActivation({ userid, activateid: await lastCode() });
    const activateid = await lastCode();
    expect(await refusal(guest.user.activateUser({ userid, activateid }))).toEqual(bad);
    await guest.user.sendActivateEmail({ email });
    await guest.user.killActivation({ userid, activateid: await lastCode() });
    const killed = { userid, activateid: await lastCode() };
    expect(await refusal(guest.user.killActivation(killed))).toEqual(bad);
    expect(await refusal(guest.user.deleteActivation(killed))).toEqual(bad);
    await guest.user.sendActivateEmail({ email });
    expect(await mails()).toHaveLength(2);
  });

  test('has the code for a month', async () => {
    const { userid } = await newMember(board);
    const activateid = await lastCode();
    await removeExpired(board.database, board.now() + 29 * DAY);
    await board.database.transaction((db) =>
      db.run('update useractivation set expires = ? where userid = ?', [board.now(), userid]),
    );
    expect(await refusal(board.guest().user.activateUser({ userid, activateid }))).toEqual(bad);
  });

  test('gets mails in the language he has chosen', async () => {
    const user = { username: 'Jürgen', email: 'juergen@example.org', languageid: 2 };
    await newMember(board, { user });
    expect(await mails()).toMatchObject([{ text: expect.stringContaining('Hallo Jürgen') }]);
  });

  test('is stored with nothing of the code but its hash', async () => {
    await newMember(board);
    const rows = await board.database.reader().all('select * from useractivation');
    expect(JSON.stringify(rows)).not.toContain(await lastCode());
  });
});

describe('another address', () => {
  test('counts once it is confirmed', async () => {
    await configure({ verifyemail: 0 });
    const member = await newMember(board);
    const { userid, password } = member;
    await configure({ verifyemail: 1 });
    const app = await appOf(board, member);
    const email = `other.${member.email}`;
    await app.user.save({ userid, password, user: { email, usertitle: 'Moved' } });
    const before = await app.user.fetchCurrentUserinfo();
    expect(before).toMatchObject({ email: member.email, usertitle: 'Moved', usergroupid: 2 });
    expect(await mails()).toMatchObject([{ to: email }]);
    const activateid = await lastCode();
    expect(await guest.user.activateUser({ userid, activateid })).toBe('emailchanged');
    expect(await app.user.fetchCurrentUserinfo()).toMatchObject({ email, usergroupid: 2 });
  });

  test('that somebody else has taken meanwhile stays his', async () => {
    await configure({ verifyemail: 0 });
    const member = await newMember(board);
    const { userid, password } = member;
    await configure({ verifyemail: 1 });
    const email = `race.${member.email}`;
    const app = await appOf(board, member);
    await app.user.save({ userid, password, user: { email } });
    const activateid = await lastCode();
    await newMember(board, { user: { username: `Racer ${userid}`, email } });
    const confirm = guest.user.activateUser({ userid, activateid });
    expect(await refusal(confirm)).toEqual(['emailtaken']);
    const taken = app.user.save({ userid, password, user: { email } });
    expect(await refusal(taken)).toEqual(['emailtaken']);
  });
});

describe('a forgotten password', () => {
  test('is replaced by the code that was mailed, once, and all sessions end', async () => {
    const member = await newMember(board);
    const { userid, email } = member;
    await appOf(board, member);
    expect(await guest.user.emailPassword({ userid: 0, email })).toEqual({ success: true });
    const activationid = await lastCode();
    const set = { userid, activationid, newpassword: 'remembered now' };
    const short = guest.user.setNewPassword({ ...set, newpassword: 'short' });
    expect(await refusal(short)).toEqual(['passwordinvalid', 8]);
    expect(await guest.user.setNewPassword(set)).toMatchObject({
      password_reset: true,
      setnewpw_message: expect.stringContaining('changed'),
    });
    expect(await refusal(guest.user.setNewPassword(set))).toEqual(bad);
    const left = 'select apiaccesstoken from session where userid = ?';
    expect(await board.database.reader().all(left, [userid])).toEqual([]);
    expect(await refusal(appOf(board, member))).toEqual(['badlogin', 1, 5]);
    const app = await appOf(board, { ...member, password: 'remembered now' });
    expect(await app.user.fetchCurrentUserinfo()).toMatchObject({ userid });
  });

  test('is answered alike for a member, another id and nobody', async () => {
    const { userid, email } = await newMember(board);
    const before = (await mails()).length;
    const asked = [
      { userid: 0, email: 'nobody@example.org' },
      { userid: userid + 1, email },
      { userid, email },
    ];
    for (const ask of asked) expect(await guest.user.emailPassword(ask)).toEqual({ success: true });
    expect(await mails()).toHaveLength(before + 1);
    const broken = guest.user.emailPassword({ userid: 0, email: 'nowhere' });
    expect(await refusal(broken)).toEqual(['invalidemail']);
  });

  test('is not voided by others who ask for codes, and using it voids theirs', async () => {
    const { userid, email } = await newMember(board);
    const ask = async (): Promise<string> => {
      await board.database.transaction((db) => db.run('delete from throttle'));
      await guest.user.emailPassword({ userid: 0, email });
      return lastCode();
    };
    const own = await ask();
    board.tick(1);
    let latest = '';
    for (let others = 0; others < 19; others += 1) latest = await ask();
    const set = (activationid: string): Promise<unknown> =>
      refusal(guest.user.setNewPassword({ userid, activationid, newpassword: 'remembered now' }));
    expect(await set(own)).toMatchObject({ answered: { password_reset: true } });
    expect(await set(latest)).toEqual(bad);
  });

  test('is one of twenty at most', async () => {
    const { userid, email } = await newMember(board);
    for (let round = 0; round < 22; round += 1) {
      await board.database.transaction((db) => db.run('delete from throttle'));
      await guest.user.emailPassword({ userid: 0, email });
    }
    const kept = "select userid from useractivation where type = 'password' and userid = ?";
    expect(await board.database.reader().all(kept, [userid])).toHaveLength(20);
  });

  test('is limited for each address, whether there is a member or not', async () => {
    for (const email of ['member2@example.org', 'nobody@example.org']) {
      const ask = (): Promise<unknown> => refusal(guest.user.emailPassword({ userid: 0, email }));
      const answers = [await ask(), await ask(), await ask(), await ask()];
      expect(answers.at(2)).toEqual({ answered: { success: true } });
      expect(answers.at(3)).toEqual(['rate_limited', expect.any(Number)]);
    }
    expect(await mails()).toHaveLength(3);
  });

  test('is limited for each caller', async () => {
    let refused: unknown;
    for (let tries = 0; tries < 31; tries += 1) {
      const email = `nobody${tries}@example.org`;
      refused = await refusal(guest.user.emailPassword({ userid: 0, email }));
    }
    expect(refused).toEqual(['rate_limited', expect.any(Number)]);
  });

  test('cannot be replaced by a code for something else, by a guess, or by an old one', async () => {
    const { userid, email } = await newMember(board);
    const newpassword = 'remembered now';
    const set = (activationid: string): Promise<unknown> =>
      refusal(guest.user.setNewPassword({ userid, activationid, newpassword }));
    expect(await set(await lastCode())).toEqual(bad);
    expect(await set('f'.repeat(32))).toEqual(bad);
    await guest.user.emailPassword({ userid: 0, email });
    const activateid = await lastCode();
    expect(await refusal(guest.user.activateUser({ userid, activateid }))).toEqual(bad);
    board.tick(DAY + 1);
    expect(await set(activateid)).toEqual(bad);
    await removeExpired(board.database, board.now());
    const left = "select userid from useractivation where type = 'password' and userid = ?";
    expect(await board.database.reader().all(left, [userid])).toEqual([]);
  });

  test('cannot be replaced any more once the password has been changed', async () => {
    const member = await newMember(board);
    const { userid, email, password } = member;
    const app = await appOf(board, member);
    await guest.user.emailPassword({ userid: 0, email });
    await app.user.save({ userid, password: '', extra: { password, newpass: 'my own choice' } });
    const set = { userid, activationid: await lastCode(), newpassword: 'remembered now' };
    expect(await refusal(guest.user.setNewPassword(set))).toEqual(bad);
  });
});

describe('a custom profile field', () => {
  beforeEach(async () => {
    await configure({ verifyemail: 0 });
  });

  async function fields(): Promise<{ place: string; size: string; staff: string }> {
    const [place, size, staff] = await board.database.transaction(async (db) => [
      await insertProfileField(db, { title: 'Place', required: 1, maxlength: 10 }),
      await insertProfileField(db, { title: 'Size', type: 'select', options: 'S\nM\nL' }),
      await insertProfileField(db, { title: 'Badge', editable: 0, displayorder: -1 }),
    ]);
    return { place: `field${place}`, size: `field${size}`, staff: `field${staff}` };
  }

  test('is drawn on the registration form', async () => {
    const { place, size } = await fields();
    const drawn = await guest.user.fetchProfileFieldsForRegistration();
    expect(drawn.map(({ title }) => title)).toEqual(['Badge', 'Place', 'Size']);
    expect(drawn[1]).toMatchObject({ fieldname: place, type: 'input', required: 1, maxlength: 10 });
    expect(drawn[2]).toMatchObject({ fieldname: size, options: ['S', 'M', 'L'], required: 0 });
  });

  test('is kept, changed and shown', async () => {
    const { place, size, staff } = await fields();
    const userfield = { [place]: '  Ulm\n ', [size]: 'M', field4711: 'x' };
    const member = await newMember(board, { userfield });
    const { userid } = member;
    const shown = async (): Promise<unknown> =>
      Object.fromEntries(
        (await guest.user.fetchProfileInfo({ userid })).profilefields.map((field) => [
          field.fieldname,
          field.value,
        ]),
      );
    expect(await shown()).toEqual({ [place]: 'Ulm', [size]: 'M' });
    const app = await appOf(board, member);
    await app.user.save({ userid, password: '', userfield: { [size]: '', [staff]: 'gold' } });
    expect(await shown()).toEqual({ [place]: 'Ulm' });
    const admin = await board.login('admin');
    await admin.user.save({ userid, password: '', userfield: { [staff]: 'gold' } });
    expect(await shown()).toEqual({ [staff]: 'gold', [place]: 'Ulm' });
    const cleared = app.user.save({ userid, password: '', userfield: { [place]: ' ' } });
    expect(await refusal(cleared)).toEqual(['required_field_x_missing_or_invalid', 'Place']);
  });

  test.each([
    ['is missing', {}, 'Place'],
    ['is empty', { place: ' ' }, 'Place'],
    ['is too long', { place: 'x'.repeat(11) }, 'Place'],
    ['is a list', { place: ['Ulm'] }, 'Place'],
    ['has a bell', { place: 'U\u0007lm' }, 'Place'],
    ['is no choice', { place: 'Ulm', size: 'XXL' }, 'Size'],
  ])('that %s stops the registration', async (_, given, title) => {
    const names: Record<string, string> = { ...(await fields()) };
    const userfield = Object.fromEntries(
      Object.entries(given).map(([name, value]) => [names[name] ?? name, value]),
    );
    const answer = await refusal(newMember(board, { userfield }));
    expect(answer).toEqual(['required_field_x_missing_or_invalid', title]);
  });
});

describe('children', () => {
  const born = (year: number): object => ({ birthday: `01-02-${year}` });
  const thisYear = new Date().getFullYear();
  const adult = { month: 1, day: 2, year: 1980 };
  const child = { month: 1, day: 2, year: thisYear - 8 };

  test('register like others where the board does not ask', async () => {
    expect(await guest.user.useCoppa()).toBe(false);
    expect(await guest.user.needsCoppa({ dateInfo: child })).toBe(0);
  });

  test('wait for an administrator, or cannot register', async () => {
    await configure({ usecoppa: 1, verifyemail: 0 });
    expect(await guest.user.useCoppa()).toBe(true);
    expect(await guest.user.needsCoppa({ dateInfo: child })).toBe(1);
    expect(await guest.user.needsCoppa({ dateInfo: adult })).toBe(0);
    const user = { username: 'Small', email: 'small@example.org', ...born(thisYear - 8) };
    const nameless = { username: 'Ageless', email: 'ageless@example.org' };
    expect(await groupOf(await newMember(board, { user }))).toBe(4);
    expect(await refusal(newMember(board, { user: nameless }))).toEqual([
      'invalid_data',
      expect.stringContaining('user[birthday]: '),
    ]);
    await configure({ usecoppa: 2 });
    expect(await guest.user.needsCoppa({ dateInfo: child })).toBe(2);
    const another = { ...user, username: 'Smaller', email: 'smaller@example.org' };
    expect(await refusal(newMember(board, { user: another }))).toEqual([
      'under_thirteen_registration_denied',
    ]);
    const grown = { ...nameless, ...born(1980) };
    expect(await groupOf(await newMember(board, { user: grown }))).toBe(2);
  });
});
