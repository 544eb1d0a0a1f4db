/** A whole number from 0 up to, but not including, `below`. */
export type Random = (below: number) => number;

/** Numbers that look random and are the same in every run (a linear congruential generator, Numerical Recipes). */
export function generator(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** An item of the list; past its end it begins again. */
export function pick<T>(list: readonly T[], index: number): T {
  const found = list[index % list.length];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
}
