/**
 * A mail is tried for some three days, as mail servers do among themselves: the one that takes ours may be away for a
 * weekend. What else fails so often is not mended by time.
 */
const MOST_TRIES = 10;
const MOST_TRIES_OF_MAILS = 36;

/** How often a job of this kind is tried; then it is dead, and waits for the operator. */
export function triesOf(kind: string): number {
  return kind === 'mail' ? MOST_TRIES_OF_MAILS : MOST_TRIES;
}

const FIRST_SECONDS = 10;
const LONGEST_SECONDS = 14_400;

/**
 * Seconds until a job that has failed is tried again: twice as long after each try, from ten seconds up to four hours,
 * less up to a half of it, so that jobs that failed together do not come back together.
 * @param tries how many there have been
 * @param random from 0 to 1
 */
export function backoff(tries: number, random: number): number {
  const longest = Math.min(FIRST_SECONDS * 2 ** (tries - 1), LONGEST_SECONDS);
  return Math.ceil(longest * (1 - random / 2));
}
