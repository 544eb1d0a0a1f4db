import { ApiError } from '../errors.ts';
import type { PollSettings } from '../library/poll.ts';
import { isBlank, isLonger } from '../library/wording.ts';

/** What a caller says of a poll beside its words. */
interface SentSettings {
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
  const titles = polloptions.map((title) => title.replace(/\s+/g, ' ').trim());
  if (titles.length < 2) throw new ApiError('invalid_data', 'a poll has at least two options');
  if (titles.some(isBlank)) throw new ApiError('invalid_data', 'an option needs a text');
  if (titles.some((title) => isLonger(title, LONGEST_OPTION)))
    throw new ApiError('invalid_data', `an option has at most ${LONGEST_OPTION} characters`);
  if (new Set(titles).size < titles.length)
    throw new ApiError('invalid_data', 'two options are the same');
  return titles;
}

/** The settings of a new poll, which is not to be closed from the start. */
export function newSettings(data: SentSettings, now: number): PollSettings {
  const { timeout = 0 } = data;
  if (timeout !== 0 && timeout <= now)
    throw new ApiError('invalid_data', 'timeout must lie in the future');
  return { multiple: 0, public: 0, timeout: 0, ...settingsOf(data) };
}

/** Those settings that were sent. */
export function settingsOf({
  multiple,
  public: open,
  timeout,
}: SentSettings): Partial<PollSettings> {
  return {
    ...(multiple !== undefined && { multiple: multiple ? 1 : 0 }),
    ...(open !== undefined && { public: open ? 1 : 0 }),
    ...(timeout !== undefined && { timeout }),
  };
}
