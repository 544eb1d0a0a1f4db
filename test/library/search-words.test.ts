import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseKeywords } from '../../src/library/search/query.ts';
import { indexWords, termOf } from '../../src/library/text/words.ts';

function found(text: string, query: string): boolean {
  const words = ` ${indexWords(text)} `;
  const term = termOf(query);
  if (term === undefined) return false;
  const phrase = term.phrase.length === 0 || words.includes(` ${term.phrase.join(' ')} `);
  return phrase && (term.prefix === undefined || words.includes(` ${term.prefix}`));
}

describe('a word is found whatever its case, width, accents and script', () => {
  test.each([
    ['Which LENS for street photography?', 'lens'],
    ['Which lens?', 'ＬＥＮＳ'],
    ['Überraschung beim Straßenfest', 'STRASSENFEST'],
    ['Überraschung beim Straßenfest', 'uberraschung'],
    ['un bon cafe\u0301 à Lyon', 'CAFÉ'],
    ['Łódź, Ærø, İstanbul, Đặng', 'lodz'],
    ['Łódź, Ærø, İstanbul, Đặng', 'aero'],
    ['Łódź, Ærø, İstanbul, Đặng', 'istanbul'],
    ['Łódź, Ærø, İstanbul, Đặng', 'dang'],
    ['Как выбрать велосипед', 'ВЕЛОСИПЕД'],
    ['всё ещё', 'все'],
    ['ΟΔΟΣ ΑΘΗΝΑΣ', 'οδος'],
    ['από την Αθήνα', 'αθηνα'],
    ['مُحَمَّد أحمد', 'محمد'],
    ['مُحَمَّد أحمد', 'احمد'],
    ['שָׁלוֹם לכולם', 'שלום'],
    ['हिंदी में बात करें', 'हिंदी'],
    ['สวัสดีครับทุกคน', 'ครับ'],
    ['如何学习弹吉他', '学习'],
    ['如何学习弹吉他', '学习弹吉他'],
    ['如何学习弹吉他', '他'],
    ['東京タワーへ行く', 'タワー'],
    ['東京タワーへ行く', 'ﾀﾜｰ'],
    ['がくせい', 'かﾞくせい'],
    ['한국을 여행', '한국'],
    ['iPhone15を買った', 'iphone15'],
    ['iPhone15を買った', 'を'],
    ['iPhone15を買った', 'iPhone15を買'],
    ['Sourdough 🍞 fails', '🍞'],
    ['👩🏽‍💻 at work', '💻'],
    ['to 🇰🇷 and back', '🇰🇷'],
    ["the neighbour's cat", 'neighbour’s'],
    ['soft\u00adhyphen', 'softhyphen'],
    ['v1.2.3 of 1e5 is 0x10', '1e5'],
    ['C3PO', 'c3po'],
  ])('%s has %s', (text, query) => {
    expect(found(text, query)).toBe(true);
  });

  test.each([
    ['trains', 'train'],
    ['かき', 'がき'],
    ['мой', 'мои'],
    ['कि', 'कु'],
    ['ที่', 'ทำ'],
    ['东京 都', '京都'],
    ['street art', 'art street'],
    ['🇰🇷', '🇯🇵'],
  ])('%s has not %s', (text, query) => {
    expect(found(text, query)).toBe(false);
  });
});

test('what is neither letter, digit nor emoji is no word', () => {
  for (const text of ['', ' ', '?!', '"', '\u0301', '\ufe0f', '\u200d', "')--", '\ud800'])
    expect(termOf(text)).toBeUndefined();
});

test('whatever a text holds, its words are plain, bounded and nothing to any parser', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const words = indexWords(text);
      if (words !== '') expect(words).toMatch(/^[wus][a-z0-9]{2,80}(?: [wus][a-z0-9]{2,80})*$/);
      const term = termOf(text);
      for (const word of [...(term?.phrase ?? []), term?.prefix ?? 'wxx'])
        expect(word).toMatch(/^[wus][a-z0-9]{2,80}$/);
    }),
    { numRuns: 500 },
  );
});

test('a text can be found by any of its words and by any pair beside each other', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom('lens', 'Straße', '東京都', '猫', 'ครับ', 'да', '🚆', 'x1', '한국어'),
        {
          minLength: 2,
          maxLength: 8,
        },
      ),
      fc.nat(),
      (words, at) => {
        const text = words.join(' ');
        const index = at % (words.length - 1);
        expect(found(text, words[index] ?? '')).toBe(true);
        expect(found(text, words.slice(index, index + 2).join(' '))).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});

test('a very long text is indexed up to a bound', () => {
  const many = Array.from({ length: 50_000 }, (_, n) => `a${n}`).join(' ');
  expect(indexWords(many).split(' ')).toHaveLength(16_000);
  expect(indexWords('\ufdfa'.repeat(50_000)).length).toBeLessThanOrEqual(400_000);
  expect(indexWords('\u6771'.repeat(50_000)).length).toBeLessThanOrEqual(400_000);
  expect(indexWords('é'.repeat(50_000))).toBe(`w${'e'.repeat(60)}`);
});

describe('keywords', () => {
  const words = (text: string): unknown => {
    const { all, none } = parseKeywords(text);
    const print = (term: { phrase: readonly string[]; prefix: string | undefined }): string =>
      term.phrase.join('+').replaceAll('s0', 'w') + (term.prefix === undefined ? '' : '*');
    return [all.map((group) => group.map(print).join('|')).join(' '), none.map(print).join(' ')];
  };

  test.each([
    ['a b', 'wa wb', ''],
    ['a AND b', 'wa wb', ''],
    ['a OR b c', 'wa|wb wc', ''],
    ['c a OR b OR d', 'wc wa|wb|wd', ''],
    ['a NOT b', 'wa', 'wb'],
    ['a AND NOT b', 'wa', 'wb'],
    ['NOT b a', 'wa', 'wb'],
    ['a -b -"c d"', 'wa', 'wb wc+wd'],
    ['+a "b c" d', 'wa wb+wc wd', ''],
    ['“a b” c', 'wa+wb wc', ''],
    ['a or not and b', 'wa wor wnot wand wb', ''],
    ["don't", 'wdon+wt', ''],
    ['a - b', 'wa wb', ''],
    ['5" disk', 'w5 wdisk', ''],
    ['a (b) c:)', 'wa wb wc', ''],
    ['a OR ??? b', 'wa|wb', ''],
  ])('%s', (text, all, none) => {
    expect(words(text)).toEqual([all, none]);
  });

  test.each([
    ['a "b', 'the quotation mark at character 3 is not closed'],
    ['OR a', 'OR at character 1 needs a word on both sides'],
    ['AND a', 'AND at character 1 needs a word on both sides'],
    ['a OR', 'OR at character 3 needs a word after it'],
    ['a OR OR b', 'OR at character 6 needs a word on both sides'],
    ['a AND OR b', 'OR at character 7 needs a word on both sides'],
    ['a NOT', 'NOT at character 3 needs a word after it'],
    ['a NOT NOT b', 'NOT at character 3 needs a word after it'],
    ['a OR NOT b', 'OR at character 3 cannot stand before NOT'],
    ['-b OR a', 'OR at character 4 needs a word on both sides'],
    ['-b', 'there is no word to look for'],
    ['???', 'there is no word to look for'],
    ['""', 'there is no word to look for'],
    ['x '.repeat(51), 'at most 50 words are allowed'],
    ['東京都'.repeat(50), 'at most 100 words, or characters without blanks, are allowed together'],
    ['x'.repeat(1001), 'at most 1000 characters are allowed'],
  ])('%s is a mistake', (text, why) => {
    expect(() => parseKeywords(text)).toThrow(
      expect.objectContaining({ id: 'invalid_search', args: ['keywords', why] }),
    );
  });

  test('whatever is typed is read or refused by name', () => {
    const piece = fc.constantFrom(
      'a',
      '"',
      ' ',
      '-',
      'OR',
      'AND ',
      ' NOT ',
      '+',
      '猫',
      '(',
      '*',
      '\0',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        try {
          parseKeywords(pieces.join(''));
        } catch (error) {
          expect(error).toMatchObject({ id: 'invalid_search' });
        }
      }),
      { numRuns: 1000 },
    );
  });
});

test('a word counts a thousand times in a text, the others go on', () => {
  const words = indexWords(`${'東京 '.repeat(2_000)}end`).split(' ');
  expect(words.filter((word) => word === words[0])).toHaveLength(1_000);
  expect(words.at(-1)).toBe('wend');
});
