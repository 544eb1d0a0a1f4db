/** After this many tries a job is dead: it waits for the operator. */
export const MOST_TRIES = 10;

const FIRST_SECONDS = 10;
const LONGEST_SECONDS = 3_600;

/**
 * Seconds until a job that has failed is tried again: twice as long after each try, from ten seconds up to an hour,
 * less up to a half of it, so that jobs that failed together do not come back together.
 * @param tries how many there have been
 * @param random from 0 to 1
 */
export function backoff(tries: number, random: number): number {
  const longest = Math.min(FIRST_SECONDS * 2 ** (tries - 1), LONGEST_SECONDS);
  return Math.ceil(longest * (1 - random / 2));
}
