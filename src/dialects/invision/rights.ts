/** What a key or a token may be used for: rights such as `forums/posts/POSTindex`, each part of which may be `*`. */
export type Rights = readonly string[];

/** Whether one of the rights is for this endpoint. */
export function allows(
  rights: Rights,
  {
    app,
    controller,
    name,
  }: { readonly app: string; readonly controller: string; readonly name: string },
): boolean {
  return rights.some((right) => {
    const [ofApp, ofController, ofName = ''] = right.split('/');
    return fits(ofApp, app) && fits(ofController, controller) && fits(ofName, name);
  });
}

/** `*` for all, `GET*` for all that begin so, or the same without regard to case. */
function fits(pattern = '', word: string): boolean {
  const [wanted, is] = [pattern.toLowerCase(), word.toLowerCase()];
  return wanted.endsWith('*') ? is.startsWith(wanted.slice(0, -1)) : wanted === is;
}

/** Rights that often go together, by the name that an operator gives. */
const presets: ReadonlyMap<string, Rights> = new Map([
  ['all', ['*/*/*']],
  ['read', ['*/*/GET*', 'core/me/GETindex']],
  ['forums', ['core/hello/GETindex', 'forums/*/*']],
]);

/** What an operator gave, with the presets among it put in full. */
export function expanded(rights: readonly string[]): Rights {
  return rights.flatMap((right) => presets.get(right) ?? [right]);
}
