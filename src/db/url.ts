/** The file that an `sqlite:` URL names, or `:memory:`. */
export function sqliteSource(url: string): string {
  return url.slice('sqlite:'.length).replace(/^\/\//, '');
}
