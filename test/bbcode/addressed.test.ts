import { describe, expect, test } from '@jest/globals';
import { addressed } from '../../src/bbcode/addressed.ts';

describe('names after an @', () => {
  test.each([
    ['@alice', ['alice']],
    ['Hi @alice, hi @Björn!', ['alice', 'Björn']],
    ['Ask @alice.', ['alice.', 'alice']],
    ['(@alice) [b]@bob[/b]', ['alice', 'bob']],
    ['@"Anna Lena" knows', ['Anna Lena']],
    ['@“Anna Lena” knows', ['Anna Lena']],
    ['@„Anna Lena“ and @«Jo Anne»', ['Anna Lena', 'Jo Anne']],
    ['@“O’Brien”', ['O’Brien', "O'Brien"]],
    ["@O'Brien knows", ["O'Brien", 'O’Brien', 'O']],
    ['[user]Anna Lena[/user]', ['Anna Lena']],
    ['mail alice@example.org', []],
    ['@@alice and a@b and @ alone', []],
    ['[quote=bob]@alice[/quote]', []],
    ['[code]@alice[/code] [noparse]@bob[/noparse]', []],
    ['[spoiler]@alice[/spoiler]', ['alice']],
  ])('in %j are %j', (text, names) => {
    expect(addressed(text).names).toEqual(names);
  });
});

test('ids come from mentions and quotes, not from what is inside a quote', () => {
  const text =
    '[user=7]x[/user] [mention="8"]y[/mention] [quote=a;12][user=9]z[/user][quote=b;13]q[/quote][/quote] [quote=c;n14]q[/quote]';
  expect(addressed(text)).toEqual({ userids: [7, 8], names: [], quoted: [12, 14] });
});

test('a text calls at most twenty, and ids are of this world', () => {
  const many = Array.from({ length: 50 }, (_, index) => `[user=${index}]x[/user] @name${index}`);
  const { userids, names } = addressed(many.join(' '));
  expect(userids).toHaveLength(20);
  expect(names).toHaveLength(20);
  expect(addressed('[user=9999999999]x[/user][quote=a;0]q[/quote]')).toEqual({
    userids: [],
    names: [],
    quoted: [],
  });
});
