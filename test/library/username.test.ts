import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { emailKey, isEmail } from '../../src/email.ts';
import {
  refusalOfUsername,
  tidyUsername,
  usernameFold,
  usernameKey,
} from '../../src/library/user/username.ts';

const limits = { minuserlength: 3, maxuserlength: 25 };

describe('usernames share a key', () => {
  test.each([
    ['case', 'Alice', 'aLICE'],
    ['blanks around', 'Alice', '  Alice\t'],
    ['blanks inside', 'Alice Liddell', 'Alice \u00a0\u2003 Liddell'],
    ['full width', 'Alice', 'Ａｌｉｃｅ'],
    ['ligatures', 'office', 'oﬃce'],
    ['composition', 'Zoë', 'Zoe\u0308'],
    ['zero-width characters', 'Alice', 'Al\u200bi\u200dc\ufeffe'],
    ['a soft hyphen', 'Alice', 'Ali\u00adce'],
    ['a change of direction', 'Alice', '\u202eAlice'],
    ['a variation selector', 'Alice', 'Alice\ufe0f'],
    ['sharp s', 'Strauß', 'STRAUSS'],
    ['mathematical letters', 'Alice', '𝐀𝓵𝒊𝖈𝕖'],
    ['the case of a Turkish i', 'İsmail', 'ismail'],
    ['the case of all, with a Turkish i', 'İsmail', 'İSMAİL'],
    ['the case, as others write a Turkish name', 'İsmail', 'ISMAIL'],
    ['the case of a Turkish i without a dot', 'Işıl', 'IŞIL'],
    ['a typographic apostrophe', "O'Brien", 'O’Brien'],
    ['another apostrophe', "O'Brien", 'Oʼbrien'],
    ['an acute accent for an apostrophe', "O'Brien", 'O´Brien'],
  ])('that differ in %s', (_, one, two) => {
    expect(usernameKey(two)).toBe(usernameKey(one));
  });
});

describe('usernames have different keys', () => {
  test.each([
    ['Alice', 'Alicia'],
    ['user1', 'userl'],
    ['Zoe', 'Zoë'],
    ['Alice Liddell', 'AliceLiddell'],
    ['Иван', 'Ивана'],
    ['太郎', '次郎'],
    ['😀😀😀', '😀😀😁'],
  ])('%s and %s', (one, two) => {
    expect(usernameKey(two)).not.toBe(usernameKey(one));
  });
});

test.each([
  ['Björn', 'bjorn'],
  ['Ångström', 'angstrom'],
  ['Søren', 'soren'],
  ['Łukasz', 'lukasz'],
  ['İsmail', 'ismail'],
  ['Strauß', 'strauss'],
  ['O’Brien', "o'brien"],
  ['Иван', 'иван'],
])('%s is listed as %s', (name, fold) => {
  expect(usernameFold(name)).toBe(fold);
});

test('a key fits its column and never begins or ends with a blank', () => {
  expect(usernameKey('ﷺ'.repeat(25))).toHaveLength(191);
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 250 }), (name) => {
      const key = usernameKey(name);
      expect(Array.from(key).length).toBeLessThanOrEqual(191);
      expect(key).toBe(key.trim());
    }),
  );
});

describe('a username', () => {
  test.each([
    'abc',
    'Alice Liddell',
    "O'Neil & Sons",
    'Иван',
    '太郎さん',
    'مستخدم',
    '😀😀😀',
    'x'.repeat(25),
  ])('may be %s', (name) => {
    expect(refusalOfUsername(tidyUsername(name), limits)).toBeUndefined();
  });

  test.each([
    ['', 'usernametooshort', 3],
    ['ab', 'usernametooshort', 3],
    ['😀😀', 'usernametooshort', 3],
    [' a  ', 'usernametooshort', 3],
    ['x'.repeat(26), 'usernametoolong', 25],
  ])('%j is refused with %s', (name, id, limit) => {
    expect(refusalOfUsername(tidyUsername(name), limits)).toMatchObject({ id, args: [limit] });
  });

  test.each([
    ['a list', 'one;two'],
    ['a comma', 'one, two'],
    ['a semicolon in full width', 'one；two'],
    ['an ideographic comma', 'one、two'],
    ['a line break', 'one\ntwo'],
    ['a control character', 'one\u0007'],
    ['a zero-width space', 'one\u200btwo'],
    ['a change of direction', '\u202eadmin'],
    ['only invisible letters', '\u3164\u3164\u3164'],
    ['only empty braille', '\u2800\u2800\u2800'],
    ['markup', '<b>bold</b>'],
    ['Guest', 'Guest'],
  ])('with %s cannot be used', (_, name) => {
    expect(refusalOfUsername(tidyUsername(name), limits)).toMatchObject({
      id: 'usernameinvalid',
      args: [],
    });
  });
});

describe('an e-mail address', () => {
  const long = `${'a'.repeat(63)}@${`${'b'.repeat(60)}.`.repeat(3)}org`;
  test.each([
    'alice@example.org',
    "o'neil+forum@mail.example.co.uk",
    'a@xn--bcher-kva.example',
    long,
  ])('may be %s', (email) => {
    expect(isEmail(email)).toBe(true);
  });

  test.each([
    '',
    'alice',
    'alice@localhost',
    '@example.org',
    'alice@@example.org',
    'a b@example.org',
    'alice@example.org\r\nBcc: eve@example.org',
    'alice@example.org\n',
    'alice@-example.org',
    'alice@example..org',
    '.alice@example.org',
    'alice@example.org,bob@example.org',
    'Alice <alice@example.org>',
    'alice\u0000@example.org',
    'älice@example.org',
    `${'a'.repeat(65)}@example.org`,
    `a@${'b.'.repeat(130)}org`,
  ])('is not %j', (email) => {
    expect(isEmail(email)).toBe(false);
  });

  test('has a key without case that fits its column', () => {
    expect(emailKey(' Alice@Example.ORG ')).toBe('alice@example.org');
    expect(emailKey(long)).toBe(emailKey(long.toUpperCase()));
    expect(emailKey(long).length).toBeLessThanOrEqual(191);
    expect(emailKey(long)).not.toBe(emailKey(`x${long.slice(1)}`));
  });
});
