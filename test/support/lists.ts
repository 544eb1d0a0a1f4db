interface Listed {
  readonly nodeid: number;
}

/** The nodeids of a list, in its order. */
export function nodeidsOf(list: readonly Listed[]): number[] {
  return list.map(({ nodeid }) => nodeid);
}

/** The node of a list that has this id. */
export function nodeIn<T extends Listed>(list: readonly T[], nodeid: number): T | undefined {
  return list.find((one) => one.nodeid === nodeid);
}
