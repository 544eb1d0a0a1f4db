/** Keyboards of phones put typographic quotation marks where syntax asks for straight ones. */
export const QUOTES = '"“”„‟«»″＂';
const around = new RegExp(`^[${QUOTES}‘‚]([^${QUOTES}]*)[${QUOTES}’‘]$`);

/** A text without the quotation marks around it, of whatever shape. */
export function withoutQuotes(text: string): string {
  return around.exec(text)?.[1] ?? text;
}
