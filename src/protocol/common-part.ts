/**
 * What many answers have in common: their first members, each time with the same values. It is printed once for all
 * of them, while each answer is a plain object that has all its members.
 */
export class CommonPart<Common extends object> {
  readonly size: number;
  /** Its text, by the form in which it was printed. */
  readonly prints = new Map<string, string>();
  readonly #pattern: Common;

  /**
   * @param common the members in common
   * @param names those that each answer has besides: a copy that has all names already is made far faster than it grows
   */
  constructor(common: Common, names: readonly string[]) {
    this.size = Object.keys(common).length;
    const none = names.map((name) => [name, undefined]);
    // Made by a list of entries: an object that grows name by name is a slow dictionary, and so are its copies.
    this.#pattern = Object.fromEntries([...Object.entries(common), ...none]) as Common;
  }

  /** An answer. Members may be added to it, but those in common stay; a copy is printed like anything else. */
  with<Own extends object, More extends object>(own: Own, more?: More): Common & Own & More {
    const answer = Object.assign({ ...this.#pattern }, own, more);
    parts.set(answer, this);
    return answer;
  }
}

const parts = new WeakMap<object, CommonPart<object>>();

/** What an answer has in common with others; undefined for anything else. */
export function commonPartOf(answer: object): CommonPart<object> | undefined {
  return parts.get(answer);
}
