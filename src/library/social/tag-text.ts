import { isBlank } from '../../bbcode/blank.ts';
import { COMMA } from '../text/separators.ts';

const forbidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp},;<>"[\]]/u;

/** The limits that the board sets, in characters. */
export interface TagLimits {
  readonly tagminlen: number;
  readonly tagmaxlen: number;
}

/** The column with all tags of a topic holds twenty of these. */
export const LONGEST_TAG = 50;

/** A tag as it is kept: small letters, composed, single blanks. */
export function tidyTag(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

const BETWEEN_TAGS = new RegExp(`${COMMA.source}|\n`, 'u');

/** The tags of a list: each item may be several with commas between; those that are the same count once. */
export function splitTags(list: readonly string[]): string[] {
  const tags = list.flatMap((item) => item.split(BETWEEN_TAGS)).map(tidyTag);
  return [...new Set(tags.filter((tag) => tag !== ''))];
}

/** Why a (tidy) tag cannot be used; undefined when it can. */
export function tagMistake(tag: string, { tagminlen, tagmaxlen }: TagLimits): string | undefined {
  const { length } = Array.from(tag);
  const most = Math.min(tagmaxlen, LONGEST_TAG);
  if (length < tagminlen) return `a tag has at least ${tagminlen} characters, but not ${tag}`;
  if (length > most) return `a tag has at most ${most} characters, but not ${tag}`;
  const [character] = forbidden.exec(tag) ?? [];
  return character === undefined ? undefined : `a tag cannot contain ${nameOf(character)}`;
}

/** What nobody sees is told by its code point. */
function nameOf(character: string): string {
  if (!isBlank(character)) return JSON.stringify(character);
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  return `U+${code.padStart(4, '0')}`;
}
