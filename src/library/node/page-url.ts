import type { NodeRow } from './node.ts';
import { PRIVATEMESSAGE_CHANNEL, REPORT_CHANNEL } from '../board/system-channels.ts';
import { urlIdent } from '../text/urlident.ts';

/** What the address of a node is made of. */
export type Addressed = Pick<NodeRow, 'nodeid' | 'starter'> & {
  /** The channel's or topic's own, for readers of the address; it is found by its id. */
  readonly urlident?: string;
};

/**
 * The address of the page that shows a channel, topic or post. A post's leads to it on the page of its topic.
 * @param baseUrl where members reach the board
 */
export function nodeUrl(baseUrl: string, { nodeid, starter, urlident = '' }: Addressed): string {
  if (starter === 0) return placeUrl(baseUrl, 'channel', nodeid, urlident);
  const topic = placeUrl(baseUrl, 'topic', starter, urlident);
  return nodeid === starter ? topic : `${topic}?p=${nodeid}#post${nodeid}`;
}

/** The address of a member's profile page. */
export function memberUrl(
  baseUrl: string,
  { userid, username }: { readonly userid: number; readonly username: string },
): string {
  return placeUrl(baseUrl, 'member', userid, urlIdent(username));
}

function placeUrl(baseUrl: string, kind: string, id: number, ident: string): string {
  return `${baseUrl}/${kind}/${id}${ident === '' ? '' : `-${encodeURIComponent(ident)}`}`;
}

/** Nobody reaches these by an address: they are for those they went to, and for moderators. */
const withoutPage: ReadonlySet<string | null> = new Set([PRIVATEMESSAGE_CHANNEL, REPORT_CHANNEL]);

/** Whether what lies in a channel has a page. @param guid the channel's fixed name; null without */
export function hasPage(guid: string | null): boolean {
  return !withoutPage.has(guid);
}

/** Items on a page of a list. */
export const PER_PAGE = 20;

/** How many pages so many items fill; an empty list has one. */
export function pagesFor(total: number): number {
  return Math.max(1, Math.ceil(total / PER_PAGE));
}

/** The address of a page of a list. */
export function pageUrl(url: string, page: number): string {
  return page === 1 ? url : `${url}?page=${page}`;
}

/** What an address shows. */
export interface Place {
  readonly kind: 'home' | 'channel' | 'topic' | 'member';
  /** Of a topic also one of its posts; 0 for home. */
  readonly id: number;
  /** The page of a list, from 1 on. */
  readonly page: number;
}

/**
 * The addresses that vBulletin 3 and 4 had, as members have shared them for years: what each shows, and the parameters
 * that name it. Instead of a parameter the query may begin with the id: `showthread.php?27-Title`.
 */
export const oldAddresses: Readonly<Record<string, readonly [Place['kind'], ...string[]]>> = {
  'showthread.php': ['topic', 'p', 'postid', 't', 'threadid'],
  'showpost.php': ['topic', 'p', 'postid'],
  'forumdisplay.php': ['channel', 'f', 'forumid'],
  'member.php': ['member', 'u', 'userid'],
  'index.php': ['home'],
  'forum.php': ['home'],
};

/** An address of the board: what is below the board's own, and what follows its `?`. */
export interface BoardAddress {
  readonly path: string;
  readonly query: URLSearchParams;
}

/** Where an address was found, and what was told of it apart. */
export interface AddressContext {
  /** Where members reach the board. */
  readonly baseUrl: string;
  /** What follows `?` and `#`; both come before what the address itself has of them. */
  readonly queryString: string;
  readonly anchor: string;
}

/**
 * Takes an address apart, as people copy it and as the board writes it: whole, from the host on, or from below the board.
 * A whole one may have either scheme, for boards move from http to https and links stay. An anchor that names a post is
 * read as the query's `p`.
 * @returns undefined when the address is another site's, or beside the board on its host
 */
export function addressParts(
  address: string,
  { baseUrl, queryString, anchor }: AddressContext,
): BoardAddress | undefined {
  const base = new URL(baseUrl);
  const [, origin, path = '', search = '', hash = ''] =
    /^(https?:\/\/[^/?#]*)?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/is.exec(address.trim()) ?? [];
  if (origin !== undefined && hostOf(origin) !== base.host) return undefined;
  const below = withoutFolder(path, base.pathname);
  if (origin !== undefined && below === undefined) return undefined;
  const query = new URLSearchParams(
    [queryString.replace(/^\?/, ''), search].filter(Boolean).join('&'),
  );
  const [, post] = /^#?post(\d{1,10})$/.exec(anchor || hash) ?? [];
  if (post !== undefined) query.set('p', post);
  return { path: below ?? path, query };
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

/** The rest of a path that begins with the board's own; undefined for another. */
function withoutFolder(path: string, folder: string): string | undefined {
  const [plain, start] = [`${path.replace(/^\/+/, '')}/`, `${folder.replace(/^\/+|\/+$/g, '')}/`];
  if (start === '/') return path;
  return plain.startsWith(start) ? plain.slice(start.length) : undefined;
}

/**
 * Reads the address of a page, new or old.
 * @param path below the board's own, with or without a slash at its beginning
 * @returns undefined when it is no page's address
 */
export function placeAt(path: string, query: URLSearchParams): Place | undefined {
  const plain = path.replace(/^\/+|\/+$/g, '');
  const page = Math.max(1, idIn(query.get('page') ?? ''));
  if (plain === '') return { kind: 'home', id: 0, page };
  if (Object.hasOwn(oldAddresses, plain)) return oldPlace(oldAddresses[plain] ?? ['home'], query);
  const [, kind, rest = ''] = /^(channel|topic|member)\/([^/]*)$/.exec(plain) ?? [];
  const id = idIn(rest);
  if (kind === undefined || id === 0) return undefined;
  const post = kind === 'topic' ? idIn(query.get('p') ?? '') : 0;
  return { kind: kind as Place['kind'], id: post || id, page };
}

function oldPlace(
  [kind, ...names]: readonly [Place['kind'], ...string[]],
  query: URLSearchParams,
): Place | undefined {
  if (kind === 'home') return { kind, id: 0, page: 1 };
  const [first = ''] = query.keys();
  const named = names.map((name) => query.get(name)).find((value) => value !== null);
  const id = idIn(named ?? first);
  return id === 0 ? undefined : { kind, id, page: 1 };
}

/** An id with or without words behind it, which are for people; 0 for anything else. */
export function idIn(place: string): number {
  return Number(/^(\d{1,10})(?:-.*)?$/s.exec(place)?.[1] ?? 0);
}
