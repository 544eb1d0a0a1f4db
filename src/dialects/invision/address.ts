/** Where a request goes: the levels of its path below `/api/`, and its query. */
export interface Address {
  /** Percent-decoded, without empty ones. */
  readonly levels: readonly string[];
  /** The bytes of the query, without the part that is a path. */
  readonly query: string;
}

/** Whether a path, as it was sent, is below `{base}/api`. */
export function isOwn(path: string, base: string): boolean {
  const rest = belowBase(path, base);
  return rest === '/api' || rest?.startsWith('/api/') === true;
}

/**
 * Takes a URL apart: `/api/core/hello/?a=1`, or `/api/index.php?/core/hello&a=1` as communities without rewriting have it
 * (dialects.md 1.1).
 */
export function addressOf(url: string, base: string): Address {
  const at = url.indexOf('?');
  const path = belowBase(at < 0 ? url : url.slice(0, at), base) ?? '';
  const query = at < 0 ? '' : url.slice(at + 1);
  const levels = levelsOf(path.slice('/api'.length));
  if (levels.length !== 1 || levels[0] !== 'index.php' || !query.startsWith('/'))
    return { levels, query };
  const end = query.search(/[&?]/);
  return end < 0
    ? { levels: levelsOf(query), query: '' }
    : { levels: levelsOf(query.slice(0, end)), query: query.slice(end + 1) };
}

/** What follows the base in a path; undefined where it is elsewhere. A base may have blanks, which arrive as `%20`. */
function belowBase(path: string, base: string): string | undefined {
  if (path.startsWith(base)) return path.slice(base.length);
  const decoded = decode(path);
  const plain = decode(base);
  return decoded.startsWith(plain) ? decoded.slice(plain.length) : undefined;
}

function levelsOf(path: string): string[] {
  return path
    .split('/')
    .filter((level) => level !== '')
    .map(decode);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
