import { looksOf } from './lookalike.ts';

/**
 * Names and titles that tell others to be of the staff. Words are compared by what they look like, and a long one also
 * counts inside another: nobody is called TheAdministrator by chance.
 */
export function pretends(text: string, words: string): boolean {
  const said = wordsOf(text).flatMap(coarse);
  return wordsOf(words).some((word) => {
    const looks = coarse(word);
    return said.some((part) =>
      looks.some((look) => (word.length < LONG ? part === look : part.includes(look))),
    );
  });
}

/** True when two names or titles look the same. */
export function looksLike(text: string, other: string): boolean {
  const looks = new Set(coarse(other));
  return coarse(text).some((look) => looks.has(look));
}

const LONG = 9;

/** Numbers around a word do not make it another: `admin1`. */
function wordsOf(text: string): string[] {
  const words = text.split(/[^\p{L}\p{N}\p{M}]+/u);
  return words.flatMap((word) => [word, word.replace(/^\d+|\d+$/g, '')]).filter(Boolean);
}

/** An `i` may stand for an `l` and the other way round, which is too much to refuse a name of nobody in particular. */
function coarse(text: string): string[] {
  return looksOf(text).map((look) => look.replace(/i/g, 'l'));
}
