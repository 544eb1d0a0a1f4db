/**
 * Nothing that a reader would see: blanks of any script, controls, marks without a letter, characters without a shape,
 * and what Unicode says to ignore, such as zero-width spaces.
 */
const NOTHING =
  /^[\s\p{Z}\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{M}\p{Default_Ignorable_Code_Point}\u2800\ufffc\ufffe\uffff]*$/u;

export function isBlank(text: string): boolean {
  return NOTHING.test(text);
}
