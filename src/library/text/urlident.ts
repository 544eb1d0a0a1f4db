const LONGEST = 100;

/** The part of an address that a title gives: letters and digits of any script, hyphens between them. */
export function urlIdent(title: string): string {
  const words =
    title
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return Array.from(words.join('-')).slice(0, LONGEST).join('');
}
