const LONGEST = 100;
const word = /^[a-z0-9_]*\*?$/i;

/**
 * Whether a text is a right as keys and scopes of the REST dialects have them: `forums/posts/POSTindex`, where a `*` may
 * end each part, or the name of a set of rights.
 */
export function isRight(right: string): boolean {
  if (right.length > LONGEST) return false;
  const words = right.split('/');
  return (
    (words.length === 3 || (words.length === 1 && right !== '')) &&
    words.every((one) => word.test(one))
  );
}
