import { ApiError } from '../errors.ts';
import type { Options } from './options.ts';
import { LONGEST_TITLE } from './title.ts';

/** Nothing that a reader would see: blanks, controls, and what Unicode says to ignore, such as zero-width spaces. */
export function isBlank(text: string): boolean {
  return /^[\s\p{Cc}\p{Default_Ignorable_Code_Point}]*$/u.test(text);
}

/** Whether the text has more characters than that; an emoji is one. */
export function isLonger(text: string, most: number): boolean {
  return text.length > most && Array.from(text).length > most;
}

/**
 * A title on one line, with single blanks between its words.
 * @param due it must not be empty
 * @throws ApiError `title_required`, `title_too_long` (the most characters)
 */
export function tidyTitle(
  title: string,
  due: boolean,
  { titlemaxchars }: Pick<Options, 'titlemaxchars'>,
): string {
  const most = Math.min(titlemaxchars, LONGEST_TITLE);
  const tidy = title.replace(/\s+/g, ' ').trim();
  if (due && isBlank(tidy)) throw new ApiError('title_required');
  if (isLonger(tidy, most)) throw new ApiError('title_too_long', most);
  return tidy;
}

/**
 * The text of a post, as it is.
 * @throws ApiError `missing_content`, `text_too_long` (the most characters)
 */
export function checkText(
  rawtext: string,
  { postmaxchars }: Pick<Options, 'postmaxchars'>,
): string {
  if (isBlank(rawtext)) throw new ApiError('missing_content');
  if (isLonger(rawtext, postmaxchars)) throw new ApiError('text_too_long', postmaxchars);
  return rawtext;
}
