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

/** The tags of a list: each item may be several with commas between; those that are the same count once. */
export function splitTags(list: readonly string[]): string[] {
  const tags = list.flatMap((item) => item.split(/[,\n]/)).map(tidyTag);
  return [...new Set(tags.filter((tag) => tag !== ''))];
}

/** True when a (tidy) tag may be used. */
export function isTag(tag: string, { tagminlen, tagmaxlen }: TagLimits): boolean {
  const { length } = Array.from(tag);
  return length >= tagminlen && length <= Math.min(tagmaxlen, LONGEST_TAG) && !forbidden.test(tag);
}
