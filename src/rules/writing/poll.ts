import type { Context } from '../../call/context.ts';
import { ApiError } from '../../errors.ts';
import type { Options } from '../../library/board/options.ts';
import type { PollSettings } from '../../library/content/poll.ts';
import { isBlank, isLonger, oneLine, tidyTitle } from '../../library/text/wording.ts';

/** What a caller says of a poll beside its options. */
interface SentSettings {
  readonly question?: string | undefined;
  readonly multiple?: boolean | undefined;
  readonly public?: boolean | undefined;
  readonly timeout?: number | undefined;
}

const LONGEST_OPTION = 250;

/**
 * The titles of a poll's options, each on one line.
 * @param most the option `maxpolloptions`
 */
export function titlesOf(polloptions: readonly string[], most: number): readonly string[] {
  if (polloptions.length > most) throw new ApiError('too_many_polloptions', most);
  const titles = polloptions.map(oneLine);
  if (titles.length < 2) throw new ApiError('invalid_data', 'a poll has at least two options');
  if (titles.some(isBlank)) throw new ApiError('invalid_data', 'an option needs a text');
  if (titles.some((title) => isLonger(title, LONGEST_OPTION)))
    throw new ApiError('invalid_data', `an option has at most ${LONGEST_OPTION} characters`);
  if (new Set(titles.map(looks)).size < titles.length)
    throw new ApiError('invalid_data', 'two options are the same');
  return titles;
}

/** What voters would take for the same: capitals, accents written as one character or two, and what has no shape do not count. */
function looks(title: string): string {
  return title
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .normalize('NFC')
    .toLowerCase();
}

/** The settings of a new poll, which is not to be closed from the start. */
export function newSettings(
  data: SentSettings,
  { board, now }: Pick<Context, 'board' | 'now'>,
): PollSettings {
  const { timeout = 0 } = data;
  if (timeout !== 0 && timeout <= now)
    throw new ApiError('invalid_data', 'timeout must lie in the future');
  return { question: '', multiple: 0, public: 0, timeout: 0, ...settingsOf(data, board.options) };
}

/**
 * Those settings that were sent.
 * @throws ApiError `title_too_long` when the question is
 */
export function settingsOf(
  { question, multiple, public: open, timeout }: SentSettings,
  options: Pick<Options, 'titlemaxchars'>,
): Partial<PollSettings> {
  return {
    ...(question !== undefined && { question: tidyTitle(question, false, options) }),
    ...(multiple !== undefined && { multiple: multiple ? 1 : 0 }),
    ...(open !== undefined && { public: open ? 1 : 0 }),
    ...(timeout !== undefined && { timeout }),
  };
}
