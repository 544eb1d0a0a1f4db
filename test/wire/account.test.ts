import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type OptionName, writeOption } from '../../src/library/board/options.ts';
import { insertProfileField } from '../../src/library/user/profilefield.ts';
import { type Member, newMember } from '../support/members.ts';
import { change } from '../support/nodes.ts';
import {
  at,
  type Fields,
  type Json,
  list,
  md5,
  messageId,
  startBoard,
  type TestBoard,
  text,
  unlike,
  whole,
} from './client.ts';
import { L, Plain } from './clients.ts';

let board: TestBoard;
let client: Plain;

beforeAll(async () => {
  board = await startBoard();
});
beforeEach(async () => {
  client = new Plain(board);
  await client.init();
});
afterAll(async () => {
  await board.stop();
});

async function configure(options: Partial<Record<OptionName, string>>): Promise<void> {
  await board.database.transaction(async (db) => {
    for (const [name, value] of Object.entries(options))
      await writeOption(db, name as OptionName, value);
  });
  await board.running.environment.caches.forgetBoard();
}

function form(more: Fields = {}): Fields {
  const username = `New ${unlike().slice(0, 8)}`;
  const email = `${unlike()}@example.org`;
  const password = 'a long password';
  const twice = { emailconfirm: email, passwordconfirm: password };
  return { agree: 1, username, email, password, ...twice, ...more };
}

function answered(json: Json, input: string): Fields {
  const hash = text(json, 'response.humanverify.hash');
  return { 'humanverify[hash]': hash, 'humanverify[input]': input };
}

describe('where people must answer a question', () => {
  beforeEach(async () => {
    const hvquestions = 'What colour is the sky? | blue';
    await configure({ hv_type: 'Question', hvcheck: 'register, lostpw', hvquestions });
  });
  afterEach(async () => {
    await configure({ hv_type: 'Disabled' });
  });

  test('a client asks what to ask, and registers with the answer', async () => {
    const json = await client.call('register');
    expect(at(json, 'show.humanverify')).toBe(1);
    expect(text(json, 'response.humanverify.question')).toBe('What colour is the sky?');
    const mute = await client.call('register_addmember', form());
    expect(at(mute, 'response.errorlist')).toEqual([['humanverify_missing']]);
    const wrong = await client.call('register_addmember', form(answered(json, 'green')));
    expect(at(wrong, 'response.errorlist.0.0')).toBe('humanverify_question_wronganswer');
    expect(at(wrong, 'show.errors')).toBe(1);
    const fields = form(answered(json, ' Blue'));
    const right = await client.call('register_addmember', fields);
    const welcome = ['registration_complete', fields.username];
    expect(at(right, 'response.errormessage')).toEqual(welcome);
    expect(messageId(await client.login(String(fields.username), 'a long password'))).toBe(
      'redirect_login',
    );
  });

  test('so does one that asks for a new password', async () => {
    const { email } = await newMemberOf(client);
    const json = await client.call('login_lostpw');
    expect(at(json, 'show.humanverify')).toBe(1);
    expect(text(json, 'response.humanverify.question')).toBe('What colour is the sky?');
    const mute = await client.call('login_emailpassword', { email });
    expect(messageId(mute)).toBe('humanverify_missing');
    const right = await client.call('login_emailpassword', { email, ...answered(json, 'blue') });
    expect(at(right, 'response.errormessage')).toBe('redirect_lostpw');
  });

  async function newMemberOf(app: Plain): Promise<{ email: string }> {
    const json = await app.call('register');
    const fields = form(answered(json, 'blue'));
    expect(messageId(await app.call('register_addmember', fields))).toBe('registration_complete');
    return { email: String(fields.email) };
  }

  test('members need not', async () => {
    await client.login('alice');
    const json = await client.call('register');
    expect(at(json, 'show.humanverify')).toBe(0);
    expect(at(json, 'response.humanverify')).toEqual({ hash: '', question: '' });
  });
});

describe('registering', () => {
  test('asks for what the board wants to know', async () => {
    const title = `Town ${unlike()}`;
    const field = { title, type: 'input', required: 1, maxlength: 40, editable: 1 };
    const id = await board.database.transaction((db) =>
      insertProfileField(db, { ...field, description: '' }),
    );
    const json = await client.call('register');
    expect(at(json, 'show.registration')).toBe(1);
    const asked = list(json, 'response.customfields').find((one) => text(one, 'title') === title);
    const fieldname = text(asked ?? '', 'fieldname');
    expect(whole(asked ?? '', 'required')).toBe(1);
    const missing = await client.call('register_addmember', form());
    expect(at(missing, 'response.errorlist.0')).toEqual([
      'required_field_x_missing_or_invalid',
      title,
    ]);
    const fields = form({ [`userfield[${fieldname}]`]: 'Köln' });
    expect(messageId(await client.call('register_addmember', fields))).toBe(
      'registration_complete',
    );
    const { username } = fields;
    const profile = await client.call('member', { username: username ?? '' });
    const shown = list(profile, 'response.blocks.aboutme.block_data.fields.category.fields');
    expect(shown).toContainEqual(
      expect.objectContaining({
        profilefield: { profilefieldid: String(id), title, value: 'Köln' },
      }),
    );
    await change(board, 'delete from userfield');
    await change(board, 'delete from profilefield');
  });

  test.each([
    ['usernametaken', { username: 'alice' }],
    ['usernametoolong', { username: 'x'.repeat(200) }],
    ['invalidemail', { email: 'nowhere', emailconfirm: 'nowhere' }],
    ['emailmismatch', { emailconfirm: 'other@example.org' }],
    ['passwordmismatch', { passwordconfirm: 'another' }],
    ['passwordinvalid', { password: 'x', passwordconfirm: 'x' }],
  ])('lists %s', async (id, wrong) => {
    for (client.version of ['1', '4', '']) {
      const json = await client.call('register_addmember', form(wrong));
      expect(at(json, 'response.errorlist.0.0')).toBe(id);
    }
  });

  test('tells whether somebody is old enough', async () => {
    const year = new Date(board.now() * 1000).getUTCFullYear();
    const ask = async (age: number): Promise<readonly unknown[]> => {
      const born = { year: year - age, month: 1, day: 1 };
      const json = await client.call('register_checkdate', born);
      return [whole(json, 'response.needscoppa'), at(json, 'show.coppa')];
    };
    expect([await ask(5), await ask(40)]).toEqual([
      [0, 0],
      [0, 0],
    ]);
    await configure({ usecoppa: '2' });
    expect([await ask(5), await ask(40)]).toEqual([
      [2, 1],
      [0, 0],
    ]);
    expect(at(await client.call('register'), 'show.coppa')).toBe(1);
    const denied = await client.call(
      'register_addmember',
      form({ year: year - 5, month: 1, day: 1 }),
    );
    expect(at(denied, 'response.errorlist.0.0')).toBe('under_thirteen_registration_denied');
    await configure({ usecoppa: '0' });
  });
});

describe('a forgotten password', () => {
  let member: Member;
  beforeEach(async () => {
    member = await newMember(board);
  });

  async function mailedCode(): Promise<string> {
    const rows = await board.database
      .reader()
      .all<{ payload: string }>("select payload from outbox where kind = 'mail' order by jobid");
    return /[0-9a-f]{32}/.exec(rows.at(-1)?.payload ?? '')?.[0] ?? 'no mail';
  }

  test('is replaced with the code from the mail', async () => {
    expect(at(await client.call('login_lostpw'), 'show.humanverify')).toBe(0);
    const { email, userid, username } = member;
    const sent = await client.call('login_emailpassword', { email });
    expect(at(sent, 'response.errormessage')).toBe('redirect_lostpw');
    const reset = (activationid: string) =>
      client.call('login_resetpassword', { userid, activationid, newpassword: 'brand new one' });
    expect(messageId(await reset('f'.repeat(32)))).toBe('invalidactivateid');
    const json = await reset(await mailedCode());
    expect(at(json, 'response.errormessage')).toEqual(['redirect_updatethanks']);
    text(json, 'response.setnewpw_message');
    expect(messageId(await client.login(username, 'brand new one'))).toBe('redirect_login');
  });

  test('of nobody is asked for in vain, and nobody is told', async () => {
    const email = 'nobody@example.org';
    const sent = await client.call('login_emailpassword', { email });
    expect(at(sent, 'response.errormessage')).toBe('redirect_lostpw');
    for (const wrong of [{}, { email: 'no address' }] as Fields[])
      expect(messageId(await client.call('login_emailpassword', wrong))).toBe('invalidemail');
  });
});

describe('logging out', () => {
  test.each(['', 'x', 'own'])('takes a session hash along: %j', async (sent) => {
    const app = new L(board);
    await app.init();
    const login = await app.login('alice');
    const own = text(login, 'session.dbsessionhash');
    const sessionhash = sent === 'own' ? own : sent;
    const out = await app.call('login_logout', { sessionhash });
    expect(at(out, 'response.errormessage')).toEqual(['cookieclear']);
    expect(at(out, 'session.userid')).toBe('0');
    expect(text(out, 'session.dbsessionhash')).not.toBe(own);
    expect(text(out, 'session.apiaccesstoken')).toHaveLength(32);
    expect(messageId(await app.call('private_messagelist'))).toBe('nopermission_loggedout');
  });

  test('gives a token that goes on', async () => {
    await client.login('alice');
    const out = await client.call('login_logout');
    client.keys.token = text(out, 'session.apiaccesstoken');
    board.tick(3600);
    list(await client.call('forum'), 'response.forumbits');
  });
});

describe('changing the password', () => {
  test('needs the current one, and says what was typed wrong', async () => {
    const { username, password } = await newMember(board);
    await client.login(username, password);
    const update = async (fields: Fields): Promise<string> =>
      messageId(await client.call('profile_updatepassword', fields));
    const wanted = { newpassword: 'brand new one', newpasswordconfirm: 'brand new one' };
    expect(await update({ ...wanted, newpasswordconfirm: 'other' })).toBe('newpasswordmismatch');
    expect(await update(wanted)).toBe('badpassword');
    expect(await update({ ...wanted, currentpassword: 'wrong' })).toBe('badpassword');
    const moved = { email: 'a@example.org', emailconfirm: 'b@example.org' };
    expect(await update({ ...moved, currentpassword: password })).toBe('emailmismatch');
    const sums = { newpassword_md5: md5('brand new one'), currentpassword_md5: md5(password) };
    expect(await update(sums)).toBe('redirect_updatethanks');
    expect(messageId(await client.login(username, 'brand new one'))).toBe('redirect_login');
  });
});
