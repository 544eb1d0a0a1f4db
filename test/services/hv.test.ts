import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import sharp from 'sharp';
import type { Signpost } from '../../src/client/index.ts';
import { writeOption } from '../../src/library/board/options.ts';
import { removeExpired } from '../../src/maintenance.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { appOf, newMember, refusal } from '../support/members.ts';

let board: TestBoard;
let guest: Signpost;
let members = 0;

beforeAll(async () => {
  board = await startBoard();
  guest = board.guest();
  await guest.init();
});
beforeEach(async () => {
  const questions = 'What colour is the sky? | Blue | light  BLUE\n\nno answer |\n';
  await configure({ hv_type: 'Question', hvcheck: 'register, lostpw', hvquestions: questions });
});
afterAll(async () => {
  await board.stop();
});

async function configure(options: Record<string, string>): Promise<void> {
  await board.database.transaction(async (db) => {
    for (const [name, value] of Object.entries(options))
      await writeOption(db, name as 'hvcheck', value);
  });
  await board.running.environment.caches.forgetBoard();
}

async function token(): Promise<string> {
  return (await guest.hv.generateToken()).hash;
}

function register(hvinput?: object): Promise<unknown> {
  members += 1;
  const user = { username: `Human ${members}`, email: `human${members}@example.org` };
  const params = { userid: 0, password: 'long enough', user, ...(hvinput && { hvinput }) };
  return refusal(guest.call('user.save', params));
}

const wrong = ['humanverify_question_wronganswer'];

describe('a question', () => {
  test('stands behind a hash', async () => {
    expect(await guest.hv.fetchHvType()).toBe('Question');
    const hash = await token();
    expect(hash).toMatch(/^[0-9a-f]{32}$/);
    expect(await guest.hv.fetchHvQuestion({ hash })).toBe('What colour is the sky?');
    expect(await guest.hv.fetchHvQuestion({ hash: 'f'.repeat(32) })).toBe(false);
    expect(await guest.hv.fetchHvQuestion()).toBe(false);
  });

  test.each([['blue'], ['  BLUE '], ['Light blue'], ['ｂｌｕｅ']])(
    'is answered by %j, as often as one likes',
    async (input) => {
      const ask = { input: { hash: await token(), input }, action: 'register' } as const;
      for (let round = 0; round < 5; round += 1) expect(await guest.hv.verifyToken(ask)).toBe(true);
    },
  );

  test('is void after three wrong answers, many at once included', async () => {
    const hash = await token();
    const say = (input: string): Promise<unknown> =>
      refusal(guest.hv.verifyToken({ input: { hash, input }, action: 'register' }));
    await Promise.all(['red', 'green', '', 'blu', 'x'].map(say));
    expect(await say('blue')).toEqual(wrong);
    expect(await guest.hv.fetchHvQuestion({ hash })).toBe(false);
    const softly = { input: { hash, input: 'blue' }, action: 'register', return: 1 };
    expect(await guest.call('hv.verifyToken', softly)).toBe(false);
  });

  test('is over after an hour, and then removed', async () => {
    const hash = await token();
    board.tick(3601);
    const input = { hash, input: 'blue' };
    expect(await refusal(guest.hv.verifyToken({ input, action: 'register' }))).toEqual(wrong);
    await removeExpired(board.database, board.now());
    const left = await board.database.reader().all('select hash from humanverify');
    expect(left).toEqual([]);
  });

  test('cannot be asked for without end', async () => {
    const hoarder = board.guest();
    await hoarder.init();
    const answers: unknown[] = [];
    for (let tries = 0; tries < 101; tries += 1)
      answers.push(await refusal(hoarder.hv.generateToken()));
    expect(answers.at(-1)).toEqual(['rate_limited', expect.any(Number)]);
    board.tick(3601);
    expect(await token()).not.toBe('');
  });
});

describe('registering', () => {
  test('asks guests for an answer, and uses it up', async () => {
    expect(await guest.hv.fetchRequireHvcheck({ action: 'register' })).toBe(true);
    expect(await register()).toEqual(['humanverify_missing']);
    const hash = await token();
    expect(await register({ hash, input: 'red' })).toEqual(wrong);
    expect(await register({ hash, input: 'blue' })).toEqual({ answered: expect.any(Number) });
    expect(await register({ hash, input: 'blue' })).toEqual(wrong);
  });

  test('many times at once with one answer makes one member', async () => {
    const hash = await token();
    const all = await Promise.all(
      Array.from({ length: 4 }, () => register({ hash, input: 'blue' })),
    );
    expect(all.filter((answer) => !Array.isArray(answer))).toHaveLength(1);
  });

  test('that fails for another reason leaves the answer good', async () => {
    const hvinput = { hash: await token(), input: 'blue' };
    const user = { username: 'alice', email: 'other@example.org' };
    const taken = guest.call('user.save', { userid: 0, password: 'long enough', user, hvinput });
    expect(await refusal(taken)).toEqual(['usernametaken', 'alice']);
    expect(await register(hvinput)).toEqual({ answered: expect.any(Number) });
  });

  test('by an administrator asks nothing', async () => {
    const admin = await board.login('admin');
    expect(await admin.hv.fetchRequireHvcheck({ action: 'register' })).toBe(false);
    const user = { username: 'Made', email: 'made@example.org' };
    const made = admin.user.save({ userid: 0, password: 'long enough', user });
    expect(await refusal(made)).toEqual({ answered: expect.any(Number) });
  });
});

test('a forgotten password asks guests for an answer', async () => {
  const ask = { userid: 0, email: 'member1@example.org' };
  expect(await refusal(guest.user.emailPassword(ask))).toEqual(['humanverify_missing']);
  const hvinput = { hash: await token(), input: 'blue' };
  expect(await guest.user.emailPassword({ ...ask, hvinput })).toEqual({ success: true });
  expect(await refusal(guest.user.emailPassword({ ...ask, hvinput }))).toEqual(wrong);
});

test('only what the board names asks for an answer, and only known actions are asked about', async () => {
  await configure({ hvcheck: 'lostpw' });
  const check = (action: string): Promise<unknown> =>
    refusal(guest.call('hv.fetchRequireHvcheck', { action }));
  expect(await check('register')).toEqual({ answered: false });
  expect(await check('lostpw')).toEqual({ answered: true });
  const unknown = ['invalid_parameter', 'action', expect.any(String)];
  expect(await check('toString')).toEqual(unknown);
  const verify = guest.call('hv.verifyToken', { input: { hash: '' }, action: 'sleep' });
  expect(await refusal(verify)).toEqual(unknown);
});

test.each([
  ['switched off', { hv_type: 'Disabled' }],
  ['without questions', { hvquestions: 'nothing | \n|' }],
])('human verification that is %s asks nothing', async (_, options) => {
  await configure(options);
  expect(await guest.hv.fetchHvType()).toBe('Disabled');
  expect(await guest.hv.generateToken()).toEqual({ hash: '' });
  expect(await guest.hv.fetchRequireHvcheck({ action: 'register' })).toBe(false);
  expect(await guest.hv.verifyToken({ input: { hash: '' }, action: 'register' })).toBe(true);
  const member = await newMember(board);
  expect((await appOf(board, member)).session).toBeDefined();
});

describe('a picture', () => {
  const codeOf = async (hash: string): Promise<string> => {
    const sql = 'select code from humanverify where hash = ?';
    return (await board.database.reader().get<{ code: string }>(sql, [hash]))?.code ?? '';
  };
  beforeEach(() => configure({ hv_type: 'Image' }));

  test('stands behind a hash, and its code is in nothing but its pixels', async () => {
    expect(await guest.hv.fetchHvType()).toBe('Image');
    const hash = await token();
    expect(await guest.hv.fetchHvQuestion({ hash })).toBe(false);
    const image = await guest.hv.fetchHvImage({ hash });
    if (image === false) throw new Error('no picture');
    const bytes = Buffer.from(image.data, 'base64');
    const { format, width, height } = await sharp(bytes).metadata();
    expect([image.type, format, width, height]).toEqual(['png', 'png', 220, 80]);
    expect(await codeOf(hash)).toMatch(/^[a-z0-9]{6}$/);
    expect(bytes.toString('latin1').toLowerCase()).not.toContain(await codeOf(hash));
    expect(await guest.hv.fetchHvImage({ hash: 'f'.repeat(32) })).toBe(false);
  });

  test('is of no use to whoever guesses: three wrong answers void it', async () => {
    const hash = await token();
    for (const input of ['', 'nothing', 'false'])
      expect(await register({ hash, input })).toEqual(['humanverify_image_wronganswer']);
    expect(await guest.hv.fetchHvImage({ hash })).toBe(false);
    expect(await register({ hash, input: await codeOf(hash) })).toEqual([
      'humanverify_image_wronganswer',
    ]);
  });

  test('lets register who reads it, in any case, and once', async () => {
    const hash = await token();
    const input = (await codeOf(hash)).toUpperCase();
    expect(await register({ hash, input })).toEqual({ answered: expect.any(Number) });
    expect(await register({ hash, input })).toEqual(['humanverify_image_wronganswer']);
  });

  test('belongs to no question', async () => {
    await configure({ hv_type: 'Question' });
    expect(await guest.hv.fetchHvImage({ hash: await token() })).toBe(false);
  });
});
