import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Signpost } from '../../src/client/index.ts';
import { phrases as errors } from '../../src/errors.ts';
import { writeOption } from '../../src/library/board/options.ts';
import { phraseGroup } from '../../src/library/board/phrase.ts';
import { german as translation } from '../../src/phrases/german.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { appOf, newMember } from '../support/members.ts';
import { wireAnswer } from '../support/nodes.ts';

let board: TestBoard;
let guest: Signpost;
let german: Signpost;

beforeAll(async () => {
  board = await startBoard();
  guest = board.guest();
  const user = { username: 'Ümit', email: 'uemit@example.org', languageid: 2 };
  const { userid, password } = await newMember(board, { user });
  german = await appOf(board, { username: user.username, password });
  expect(userid).toBeGreaterThan(0);
});
afterAll(async () => {
  await board.stop();
});

const hostile = ['toString', '__proto__', 'constructor', '', 'no_such_phrase'];

describe('phrases', () => {
  test('are read by name, in the language of the caller or another', async () => {
    const phrases = ['login', 'postfloodcheck', ...hostile];
    const english = { login: 'Log in', postfloodcheck: errors.postfloodcheck[1] };
    expect(await guest.phrase.fetch({ phrases })).toEqual(english);
    expect(await german.phrase.fetch({ phrases, languageid: 1 })).toEqual(english);
    expect(await german.phrase.fetch({ phrases })).toMatchObject({ login: 'Anmelden' });
    expect(await guest.phrase.getPhrases({ phrases, languageid: 2 })).toMatchObject({
      phrases: { login: 'Anmelden' },
    });
    expect(await guest.phrase.fetch({ phrases, languageid: 4711 })).toEqual(english);
  });

  test('that are not translated are in English', async () => {
    const phrases = ['header_too_large'];
    expect(await german.phrase.fetch({ phrases })).toEqual({
      header_too_large: errors.header_too_large[1],
    });
  });

  test('are read by group', async () => {
    const all = await guest.phrase.fetchByGroup({ groups: ['error', ...hostile] });
    expect(Object.keys(all)).toEqual(Object.keys(errors));
    const some = await german.phrase.fetchByGroup({ groups: ['global', 'emailsubject'] });
    expect(some).toMatchObject({ yes: 'Ja', lostpw: 'Ihr Passwort bei {1}' });
  });

  test('of a ban tell when it ends, if it does', async () => {
    const rendered = async (app: Signpost, when: number | string) => {
      const phrases = [['user_banned', 'Spam.', when]];
      return app.call('phrase.renderPhrases', { phrases });
    };
    const texts = (text: string) => ({ phrases: expect.objectContaining({ 0: text }) });
    expect(await rendered(guest, 1_800_000_000)).toMatchObject(
      texts('This account is banned. Spam. The ban ends on 2027-01-15 08:00 (UTC).'),
    );
    expect(await rendered(german, 1_800_000_000)).toMatchObject(
      texts('Dieses Konto ist gesperrt. Spam. Die Sperre endet am 2027-01-15 08:00 (UTC).'),
    );
    for (const when of [0, -1, 'x', '9'.repeat(30)])
      expect(await rendered(guest, when)).toMatchObject(texts('This account is banned. Spam.'));
  });

  test('are rendered with their arguments, as an answer lists its errors', async () => {
    const phrases = [['postfloodcheck', 15, 7], ['badlogin'], 'yes', ['no_such_phrase', 1]];
    const answer = await guest.call('phrase.renderPhrases', { phrases });
    expect(answer).toHaveProperty('phrases', {
      0: 'You may post once every 15 seconds. Wait 7 more.',
      1: errors.badlogin[1],
      2: 'Yes',
    });
    const named = { phrases: { flood: ['postfloodcheck', '15', '{1}'] }, languageid: 2 };
    expect(await guest.call('phrase.renderPhrases', named)).toEqual({
      phrases: { flood: 'Zwischen zwei Beiträgen liegen 15 Sekunden. Warten Sie noch {1}.' },
    });
    expect(await guest.call('phrase.renderPhrases', { phrases: '' })).toEqual({ phrases: {} });
  });

  test('name what the board has not in the language of the sentence', async () => {
    const phrases = [
      ['not_offered', 'calendar'],
      ['not_offered', 'yes'],
      ['badlogin_strikes', 'calendar', 5],
    ];
    expect(await guest.call('phrase.renderPhrases', { phrases, languageid: 2 })).toEqual({
      phrases: {
        0: 'Das gibt es in diesem Forum nicht: Kalender.',
        1: 'Das gibt es in diesem Forum nicht: yes.',
        2: 'Benutzername oder Passwort ist falsch. Das war Versuch calendar von 5.',
      },
    });
    expect(await german.call('blog_bloglist', { debug: 1 })).toMatchObject({
      response: { errormessage: ['not_offered', 'blogs'] },
      debug: { message: 'Das gibt es in diesem Forum nicht: Blogs.' },
    });
    const names = Object.keys(phraseGroup('feature', 1) ?? {});
    expect(Object.keys(translation.feature)).toEqual(names);
  });

  test('name the same arguments in each language', () => {
    const placeholders = (text = ''): string[] => (text.match(/\{\d\}/g) ?? []).sort();
    for (const group of [
      'error',
      'feature',
      'reason',
      'global',
      'page',
      'emailsubject',
      'emailbody',
    ]) {
      const translated = phraseGroup(group, 2) ?? {};
      for (const [name, text] of Object.entries(phraseGroup(group, 1) ?? {}))
        expect([name, placeholders(translated[name])]).toEqual([name, placeholders(text)]);
    }
  });

  test('answer on a closed board', async () => {
    const closed = await startBoard();
    try {
      await closed.database.transaction((db) => writeOption(db, 'bbactive', 0));
      await closed.running.environment.caches.forgetBoard();
      const phrases = ['bbclosed'];
      expect(await closed.guest().phrase.fetch({ phrases })).toEqual({ bbclosed: '{1}' });
    } finally {
      await closed.stop();
    }
  });
});

test('the language of the caller is his own, else the board’s', async () => {
  expect(await guest.phrase.getLanguageid()).toEqual({ languageid: 1 });
  expect(await german.phrase.getLanguageid({ getCharset: true })).toEqual({
    ...{ languageid: 2, charset: 'UTF-8' },
  });
  const other = await startBoard();
  try {
    await other.database.transaction((db) => writeOption(db, 'languageid', 2));
    await other.running.environment.caches.forgetBoard();
    expect(await other.guest().phrase.getLanguageid()).toEqual({ languageid: 2 });
    expect(await (await other.login('alice')).phrase.getLanguageid()).toEqual({ languageid: 2 });
  } finally {
    await other.stop();
  }
});

describe('the language of a caller', () => {
  const heads = [
    ['de', 2],
    ['de-AT,en;q=0.5', 2],
    ['fr, DE ; q=0.3, *', 2],
    ['en;q=0.2,de;q=0.9', 2],
    ['en-GB,de', 1],
    ['de;q=0', 1],
    ['*', 1],
    ['', 1],
    ['x'.repeat(9_000), 1],
    ['de;q=nonsense,,;;q=,', 1],
  ] as const;

  /** An app whose HTTP client sends this header. */
  function asking(app: Signpost | undefined, accepted: string): Signpost {
    const session = app?.session;
    return board.guest({
      ...(session && { session }),
      fetch: (url, init) => {
        const headers = new Headers(init?.headers);
        headers.set('Accept-Language', accepted);
        return fetch(url, { ...init, headers });
      },
    });
  }

  test.each(heads)('of a guest whose client sends %s', async (accepted, languageid) => {
    const app = asking(undefined, accepted);
    expect(await app.phrase.getLanguageid()).toEqual({ languageid });
  });

  test('is the one that a member has chosen', async () => {
    expect(await german.phrase.getLanguageid({ getCharset: true })).toEqual({
      languageid: 2,
      charset: 'UTF-8',
    });
    expect(await asking(german, 'en').phrase.getLanguageid()).toEqual({ languageid: 2 });
    const { userid } = await german.user.fetchCurrentUserinfo();
    const save = { userid, password: '', user: { languageid: 1 } };
    await german.user.save(save);
    expect(await german.phrase.getLanguageid()).toEqual({ languageid: 1 });
    await german.user.save({ ...save, user: { languageid: 0 } });
    expect(await asking(german, 'de').phrase.getLanguageid()).toEqual({ languageid: 2 });
    await german.user.save({ ...save, user: { languageid: 2 } });
  });

  test('is the one of the text beside an error', async () => {
    const nodeid = 999_999;
    const errors = [['invalid_node_id', nodeid]];
    await expect(german.node.getNode({ nodeid })).rejects.toMatchObject({
      errors,
      text: `Es gibt keinen Beitrag ${nodeid}.`,
    });
    await expect(guest.node.getNode({ nodeid })).rejects.toMatchObject({
      errors,
      text: `There is no node ${nodeid}.`,
    });
    await expect(asking(undefined, 'de').node.getNode({ nodeid })).rejects.toMatchObject({
      text: `Es gibt keinen Beitrag ${nodeid}.`,
    });
  });

  test('is the one of the reason that an error tells', async () => {
    const userid = (await german.user.fetchCurrentUserinfo()).userid;
    const save = (birthday: string) =>
      german.user.save({ userid, password: '', user: { birthday } });
    await expect(save('1990')).rejects.toMatchObject({
      errors: [['invalid_data', 'user[birthday]: it must be MM-DD-YYYY, or empty']],
      text: 'Die Angaben sind ungültig: user[birthday]: die Angabe muss MM-DD-YYYY sein oder leer.',
    });
    const empty = german.content_attach.upload({ file: new File([], 'a.txt') });
    await expect(empty).rejects.toMatchObject({
      errors: [['invalid_file', 'it is empty']],
      text: expect.stringContaining('sie ist leer'),
    });
    const long = german.search.getInitialResults({ search_json: { keywords: 'x'.repeat(1001) } });
    await expect(long).rejects.toMatchObject({
      text: expect.stringContaining('höchstens 1000 Zeichen sind erlaubt'),
    });
  });

  test('shows nothing to clients that know no text beside errors', async () => {
    const answer = await wireAnswer(board, german, 'node.getNode', { nodeid: 999_999 });
    expect(answer).toBe('{"errors":[["invalid_node_id","999999"]]}');
    const asked = await wireAnswer(board, german, 'node.getNode', { nodeid: 999_999, debug: 1 });
    expect(JSON.parse(asked)).toEqual({
      errors: [['invalid_node_id', '999999']],
      debug: expect.stringContaining('<b>Error:</b> invalid_node_id'),
    });
  });
});

test('every reason is one that the board tells', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.startsWith('phrases'))
    .map((file) => readFileSync(`src/${file}`, 'utf8'))
    .join('\n');
  const told = (reason: string): boolean =>
    new RegExp(
      reason.replace(/[.*+?^$()[\]|\\]/g, '\\$&').replace(/\{\d\}/g, String.raw`\$\{[^}]+\}`),
    ).test(sources);
  expect(Object.keys(phraseGroup('reason', 1) ?? {}).filter((reason) => !told(reason))).toEqual([]);
});
