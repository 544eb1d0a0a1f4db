import { describe, expect, test } from '@jest/globals';
import { hash } from '@node-rs/argon2';
import bcrypt from 'bcryptjs';
import {
  candidates,
  findMatch,
  hashPassword,
  isMd5,
  md5,
  needsRehash,
  verifyPassword,
} from '../../src/library/user/password.ts';

const plain = 'Grüße, 世界';
const sum = md5(plain);
const other = md5('something else');

async function legacy(salt: string): Promise<{ scheme: string; token: string }> {
  return { scheme: 'legacy', token: `${md5(sum + salt)} ${salt}` };
}

async function bcrypted(prefix: string): Promise<{ scheme: string; token: string }> {
  const token = await bcrypt.hash(sum, 4);
  return { scheme: 'blowfish:4', token: token.replace(/^\$2[aby]\$/, prefix) };
}

describe('stored passwords', () => {
  test.each([
    ['argon2id', hashPassword(sum)],
    [
      'argon2id at the cost PHP defaults to',
      hash(sum, { memoryCost: 65536, timeCost: 4 }).then((token) => ({
        scheme: 'argon2id',
        token,
      })),
    ],
    ['blowfish as PHP writes it', bcrypted('$2y$')],
    ['blowfish as others write it', bcrypted('$2b$')],
    ['legacy', legacy('a1B')],
    ['legacy with blanks in its salt', legacy('a b " c')],
  ])('of scheme %s match their password and no other', async (_, making) => {
    const stored = await making;
    expect(await verifyPassword(sum, stored)).toBe(true);
    expect(await verifyPassword(other, stored)).toBe(false);
  });

  test.each([
    ['an unknown scheme', 'rot13', md5(sum)],
    ['a scheme named like a member of Object', 'constructor', ''],
    ['no scheme', '', ''],
    ['a broken argon2id token', 'argon2id', '$argon2id$v=19$m=19456'],
    ['a broken blowfish token', 'blowfish:10', 'nonsense'],
    ['a legacy token without salt', 'legacy', ''],
  ])('with %s match nothing', async (_, scheme, token) => {
    expect(await verifyPassword(sum, { scheme, token })).toBe(false);
  });

  test('are never the same for the same password', async () => {
    const [one, two] = await Promise.all([hashPassword(sum), hashPassword(sum)]);
    expect(one.scheme).toBe('argon2id');
    expect(one.token).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one.token).not.toBe(two.token);
  });

  test('are hashed anew when scheme or cost is an old one', async () => {
    const costly = await hash(sum, { memoryCost: 65536, timeCost: 4 });
    expect(needsRehash(await hashPassword(sum))).toBe(false);
    expect(needsRehash({ scheme: 'argon2id', token: costly })).toBe(true);
    expect(needsRehash(await bcrypted('$2y$'))).toBe(true);
    expect(needsRehash(await legacy('abc'))).toBe(true);
  });
});

describe('candidates', () => {
  const upper = sum.toUpperCase();
  test.each([
    ['nothing', {}, []],
    ['empty texts', { password: '', md5password: '', md5password_utf: '' }, []],
    ['a plain password', { password: plain }, [sum]],
    ['a sum', { md5password: sum }, [sum]],
    ['a sum in capitals', { md5password: upper }, [sum]],
    ['both sums alike', { md5password: sum, md5password_utf: sum }, [sum]],
    ['two sums', { md5password: other, md5password_utf: sum }, [sum]],
    ['all three', { password: plain, md5password: other, md5password_utf: other }, [sum]],
    ['a text with an accent of its own', { password: 'e\u0301' }, [md5('\u00e9'), md5('e\u0301')]],
    ['what is no sum', { md5password: sum, md5password_utf: sum + '0' }, []],
    ['a sum with a line break', { md5password: `${sum}\n` }, []],
    ['the sum of nothing', { md5password: md5('') }, []],
    ['a sum in place of the plain password', { password: upper }, [sum]],
  ])('of %s', (_, given, expected) => {
    expect(candidates(given)).toEqual(expected);
  });

  test('are tried until one matches', async () => {
    const stored = await hashPassword(sum);
    expect(await findMatch([other, sum], stored)).toBe(sum);
    expect(await findMatch([other], stored)).toBeUndefined();
    expect(await findMatch([], stored)).toBeUndefined();
  });

  test('match nobody, and take as long as with a member', async () => {
    const stored = await hashPassword(sum);
    const time = async (work: () => Promise<unknown>): Promise<number> => {
      const begin = performance.now();
      for (let round = 0; round < 8; round += 1) await work();
      return performance.now() - begin;
    };
    expect(await findMatch([sum])).toBeUndefined();
    const member = await time(() => findMatch([other], stored));
    const nobody = await time(() => findMatch([other]));
    const old = await time(async () => findMatch([other], await legacy('abc')));
    expect(nobody / member).toBeGreaterThan(0.3);
    expect(old / member).toBeGreaterThan(0.3);
  });
});

test('a sum is 32 hex digits, and not that of an empty password', () => {
  expect(isMd5(sum)).toBe(true);
  expect(isMd5(sum.toUpperCase())).toBe(true);
  expect(isMd5(sum.slice(1))).toBe(false);
  expect(isMd5(md5(''))).toBe(false);
});
