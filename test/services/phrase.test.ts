import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Signpost } from '../../src/client/index.ts';
import { phrases as errors } from '../../src/errors.ts';
import { writeOption } from '../../src/library/options.ts';
import { phraseGroup } from '../../src/library/phrase.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { appOf, newMember } from '../support/members.ts';

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

  test('name the same arguments in each language', () => {
    const placeholders = (text = ''): string[] => (text.match(/\{\d\}/g) ?? []).sort();
    for (const group of ['error', 'global', 'emailsubject', 'emailbody']) {
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
