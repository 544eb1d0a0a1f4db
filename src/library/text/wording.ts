import { showsSomething } from '../../bbcode/shown.ts';
import { ApiError } from '../../errors.ts';
import { isBlank } from '../../bbcode/blank.ts';
import type { Options } from '../board/options.ts';
import { LONGEST_TITLE } from './title.ts';

export { isBlank };

/** Whether the text has more characters than that; an emoji is one. */
export function isLonger(text: string, most: number): boolean {
  return text.length > most && Array.from(text).length > most;
}

/**
 * Marks that turn the rest of a line around: in a title they would turn what follows it in a list, too. And control
 * characters, which nobody sees.
 */
const UNSEEN = /[\u202a-\u202e\u2066-\u2069]|(?!\s)\p{Cc}/gu;

/** A text on one line, with single blanks between its words, and nothing unseen. */
export function oneLine(text: string): string {
  return text.replace(UNSEEN, '').replace(/\s+/g, ' ').trim();
}

/**
 * A title on one line.
 * @param due it must not be empty
 * @throws ApiError `title_required`, `title_too_long` (the most characters)
 */
export function tidyTitle(
  title: string,
  due: boolean,
  { titlemaxchars }: Pick<Options, 'titlemaxchars'>,
): string {
  const most = Math.min(titlemaxchars, LONGEST_TITLE);
  const tidy = oneLine(title);
  if (due && isBlank(tidy)) throw new ApiError('title_required');
  if (isLonger(tidy, most)) throw new ApiError('title_too_long', most);
  return tidy;
}

/**
 * The text of a post, as it is. Whether it is empty is judged by what its readers would see.
 * @throws ApiError `missing_content`, `text_too_long` (the most characters)
 */
export function checkText(
  rawtext: string,
  { postmaxchars }: Pick<Options, 'postmaxchars'>,
): string {
  if (isLonger(rawtext, postmaxchars)) throw new ApiError('text_too_long', postmaxchars);
  if (!showsSomething(rawtext)) throw new ApiError('missing_content');
  return rawtext;
}
