/**
 * Words as the search index knows them. The same function reads posts and queries, so that all three databases find
 * the same, whatever their own parsers make of a script:
 *
 * - letters lose case, width, compatibility forms and accents: `Straße` and `STRASSE`, `café` and `CAFE` are one;
 * - scripts written without blanks, and Hangul with its endings, are cut into pairs of characters: `東京都` is `東京`,
 *   `京都`, and a last `都`; any part of a text is then found as a phrase of pairs;
 * - an emoji is a word of its own.
 *
 * A word is printed with nothing but `a-z0-9`, at least three characters, a letter first. So no full-text parser can
 * split it, take it for a number or a stop word, or find it too short (MariaDB leaves out what has less than three), and
 * nothing in a query needs quoting.
 */

const MOST_WORDS = 16_000; // PostgreSQL keeps positions up to 16,383
const MOST_CHARACTERS = 400_000; // and a megabyte for each row
/** MariaDB's server stops on an assertion when it reads a word that one text has many thousand times. */
const MOST_REPEATS = 1_000;
const LONGEST_LATIN = 60; // MariaDB: 84 characters
const LONGEST_OTHER = 20; // four characters each

/** What a query looks for: words beside each other, and the first character of a pair. */
export interface Term {
  readonly phrase: readonly string[];
  /** A single character of a script without blanks: words that begin with it. */
  readonly prefix: string | undefined;
}

interface Segment {
  readonly text: string;
  /** Cut into pairs. */
  readonly paired: boolean;
}

const PAIRED =
  '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Hangul}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}\u30fc]';
const segment = new RegExp(
  `(${PAIRED}+)|\\p{Extended_Pictographic}|\\p{RI}{2}|(?!${PAIRED})[\\p{L}\\p{N}](?:(?!${PAIRED})[\\p{L}\\p{N}\\p{M}])*`,
  'gu',
);

const ignorable = /\p{Default_Ignorable_Code_Point}/gu;
/** Accents of Latin, Greek and Cyrillic (but й is a letter), Hebrew points, Arabic vowels and hamza, the tatweel. */
const accents =
  /(?<!\u0438)\u0306|[\u0300-\u0305\u0307-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u065f\u0670]/g;
const letters: ReadonlyMap<string, string> = new Map([
  ...(['ßss', 'æae', 'œoe', 'þth', 'øo', 'łl', 'đd', 'ðd', 'ħh', 'ıi', 'ςσ'] as const).map(
    (pair) => [pair.charAt(0), pair.slice(1)] as const,
  ),
]);
const special = new RegExp(`[${[...letters.keys()].join('')}]`, 'g');

/** The words of a text in their order, with blanks between; of a very long text the first ones. */
export function indexWords(text: string): string {
  let out = '';
  let count = 0;
  const repeats = new Map<string, number>();
  for (const found of segments(text)) {
    for (const word of wordsOf(found)) {
      if (count === MOST_WORDS || out.length + word.length > MOST_CHARACTERS) return out;
      const repeat = repeats.get(word) ?? 0;
      if (repeat === MOST_REPEATS) continue;
      repeats.set(word, repeat + 1);
      out += out === '' ? word : ` ${word}`;
      count += 1;
    }
  }
  return out;
}

/** What to look for to find this word or phrase; undefined when there is no letter, digit or emoji in it. */
export function termOf(text: string): Term | undefined {
  const all = [...segments(text)];
  const last = all.pop();
  if (last === undefined) return undefined;
  const before = all.flatMap((found) => [...wordsOf(found)]);
  if (!last.paired) return { phrase: [...before, encode(last.text)], prefix: undefined };
  const words = [...wordsOf(last)];
  // the text may go on after the last character, so it is part of some pair
  const single = words.pop() ?? '';
  return { phrase: [...before, ...words], prefix: words.length === 0 ? single : undefined };
}

function* segments(text: string): Generator<Segment> {
  for (const match of foldText(text).matchAll(segment))
    yield { text: match[0], paired: match[1] !== undefined };
}

/** A text without case, width, compatibility forms and accents. */
export function foldText(text: string): string {
  return text
    .replace(ignorable, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(accents, '')
    .replace(special, (letter) => letters.get(letter) ?? letter)
    .normalize('NFC');
}

function* wordsOf({ text, paired }: Segment): Generator<string> {
  if (!paired) {
    yield encode(text);
    return;
  }
  let previous = '';
  for (const character of text) {
    if (previous !== '') yield encode(previous + character);
    previous = character;
  }
  yield encode(previous);
}

/** Latin words after `w`, but a single character after `s0`; any other character in four. */
function encode(word: string): string {
  if (/^[a-z0-9]$/.test(word)) return `s0${word}`;
  if (/^[a-z0-9]+$/.test(word)) return `w${word.slice(0, LONGEST_LATIN)}`;
  const codes = Array.from(word).slice(0, LONGEST_OTHER).map(codeOf);
  return `u${codes.join('')}`;
}

function codeOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(36).padStart(4, '0');
}
