import { describe, expect, test } from '@jest/globals';
import { looksOf } from '../../src/library/user/lookalike.ts';

function lookAlike(one: string, two: string): boolean {
  const looks = new Set(looksOf(one));
  return looksOf(two).some((look) => looks.has(look));
}

describe('names look alike', () => {
  test.each([
    ['case', 'Alice', 'aLICE'],
    ['full width', 'Alice', 'Ａｌｉｃｅ'],
    ['Cyrillic letters', 'Alice', 'Аliсе'],
    ['Cyrillic capitals', 'BOTH', 'ВОТН'],
    ['Cyrillic capitals for small letters', 'both', 'ВОТН'],
    ['Greek letters', 'Zoo', 'Ζοο'],
    ['a Cyrillic letter with a mark', 'Zoë', 'Zoё'],
    ['mathematical letters', 'Alice', '𝐀𝓵𝒊𝖈𝕖'],
    ['a capital i for an l', 'alice', 'aIice'],
    ['a digit for an l', 'alice', 'a1ice'],
    ['a digit for an o', 'bob', 'b0b'],
    ['the Latin alpha', 'alice', 'ɑlice'],
    ['a letter of the Lisu', 'alice', 'ꓮlice'],
    ['a letter of the Cherokee', 'alice', 'Ꭺlice'],
    ['a small capital', 'admin', 'ᴀdmin'],
    ['a small capital m', 'admin', 'adᴍin'],
    ['two letters for one', 'modern', 'rnodern'],
    ['a bar', 'alice', 'a|ice'],
  ])('that differ in %s', (_, one, two) => {
    expect(lookAlike(one, two)).toBe(true);
    expect(lookAlike(two, one)).toBe(true);
  });
});

describe('names do not look alike', () => {
  test.each([
    ['Alice', 'Alicia'],
    ['Zoe', 'Zoë'],
    ['Alice Liddell', 'AliceLiddell'],
    ['Newcomer 1', 'Newcomer 11'],
    ['Иван', 'Ивана'],
    ['太郎', '次郎'],
    ['😀😀😀', '😀😀😁'],
  ])('%s and %s', (one, two) => {
    expect(lookAlike(one, two)).toBe(false);
  });
});

test('a look fits its column', () => {
  for (const look of looksOf('ﷺ'.repeat(100))) expect(look.length).toBeLessThanOrEqual(191);
});
