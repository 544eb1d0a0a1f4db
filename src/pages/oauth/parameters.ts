/** Parameters of OAuth by name, each once (RFC 6749, 3.1): one that is there twice makes the request invalid. */
export type OAuthParameters = Readonly<Record<string, string>>;

/** @returns undefined where a name comes twice */
export function oauthParameters(given: URLSearchParams): OAuthParameters | undefined {
  const names = [...given.keys()];
  return new Set(names).size === names.length ? Object.fromEntries(given) : undefined;
}

/** The query of a request's URL. */
export function queryOf(url: string): URLSearchParams {
  const at = url.indexOf('?');
  return new URLSearchParams(at < 0 ? '' : url.slice(at + 1));
}
