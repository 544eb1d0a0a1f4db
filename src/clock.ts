/**
 * Seconds by which the clocks of a community's processes may differ. What is later than that was noted before the clock
 * was set back, and must not count until the clock is there again.
 */
export const CLOCK_SKEW = 60;
