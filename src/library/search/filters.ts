import { type Clause, nothing } from '../../db/clause.ts';
import type { Value } from '../../db/db.ts';
import type { Grant } from '../../permissions.ts';
import type { Board } from '../board/board.ts';
import { type ContentType, contentTypes } from '../board/contenttype.ts';
import { isUnmarked, unreadSince } from '../marks/noderead.ts';
import { dateClause } from './date.ts';
import type { SearchFilters } from './search-filters.ts';
import {
  flagOf,
  type Given,
  idOf,
  idsOf,
  listOf,
  refuse,
  type SearchValue,
  textOf,
} from './value.ts';
import { VISITORMESSAGE_CHANNEL } from '../board/system-channels.ts';
import { circleClause, followClause, myFollowing, tagClause, unignored } from './social.ts';
import { usernameFold, usernameKey } from '../user/username.ts';

/** What filters may ask about the search and who makes it. */
export interface Facts {
  readonly given: Given;
  readonly now: number;
  readonly userid: number;
  readonly grants: readonly Grant[];
  readonly board: Board;
  /** Whether `include_blocked` may bring back those whom the searcher ignores. */
  readonly seesBlocked: boolean;
}

/** Only what callers are told of. */
type Filters = { readonly [name in keyof SearchFilters]?: Filter };

/** A filter: the condition on the node `n` that its value stands for; undefined for none. */
type Filter = (value: SearchValue, facts: Facts, name: string) => Clause | undefined;

const isStarter = 'n.starter = n.nodeid';
const isReply = 'n.parentid = n.starter';
const isComment = '(n.parentid <> n.starter and n.nodeid <> n.starter)';

/**
 * Every filter that is a condition on a node, by the name that clients give. `keywords`, `title_only`, `channel`,
 * `depth`, `sort`, `view` and what goes with them shape the whole statement (`search.ts`).
 */
const filters: Readonly<Record<string, Filter>> = {
  author: authorClause,
  authorid: (value, _, name) => oneOf('n.userid', authorsOf(idsOf(value, name), name)),
  date: (value, facts, name) => dateClause(value, facts, name),
  tag: tagClause,
  follow: followClause,
  my_following: myFollowing,
  // what a node is
  starter_only: flag({ sql: isStarter, bindings: [] }),
  reply_only: flag({ sql: isReply, bindings: [] }),
  comment_only: flag({ sql: isComment, bindings: [] }),
  featured: flag({ sql: 'n.featured = 1', bindings: [] }),
  contenttypeid: (value, _, name) => oneOf('n.contenttypeid', idsOf(value, name)),
  type: (value, facts, name) => oneOf('n.contenttypeid', typesOf(value, facts, name)),
  exclude_type: (value, facts, name) => noneOf('n.contenttypeid', typesOf(value, facts, name)),
  // where it is
  exclude: excludeClause,
  specific: (value, _, name) => oneOf('n.nodeid', idsOf(value, name)),
  visitor_messages_only: (value, facts, name) =>
    flagOf(value, name)
      ? oneOf('n.channelid', [facts.board.channelByGuid(VISITORMESSAGE_CHANNEL)])
      : undefined,
  sentto: (value, _, name) => oneOf('n.setfor', idsOf(value, name)),
  my_channels: channelsOfMember,
  prefix: (value, _, name) =>
    oneOf(
      'n.prefixid',
      listOf(value, name).map((item) => textOf(item, name)),
    ),
  has_prefix: flag({ sql: "n.prefixid <> ''", bindings: [] }),
  no_prefix: flag({ sql: "n.prefixid = ''", bindings: [] }),
  // what state it is in; that of others is not shown to those who may not see it
  ignore_protected: flag({ sql: 'n.protected = 0', bindings: [] }),
  sticky_only: flag({ sql: 'n.sticky = 1', bindings: [] }),
  exclude_sticky: flag({ sql: 'n.sticky = 0', bindings: [] }),
  unread_only: (value, facts, name) => (flagOf(value, name) ? unreadBy(facts) : undefined),
} satisfies Filters;

const parentsOfGroups: ReadonlyMap<string, string> = new Map([
  ['blog', 'vbulletin-4ecbdf567f3a38.99555305'],
  ['group', 'vbulletin-4ecbdf567f3a38.99555306'],
]);

/** Filters that mean something else for private messages. */
const messageFilters: Readonly<Record<string, Filter>> = {
  unread_only: (value, { userid }, name) =>
    flagOf(value, name)
      ? {
          sql: 'exists (select 1 from sentto h where h.nodeid = n.nodeid and h.userid = ? and h.msgread = 0)',
          bindings: [userid],
        }
      : undefined,
} satisfies Filters;

/**
 * The conditions of a search. Names that are not known are passed over.
 * @throws ApiError `invalid_search` (the filter's name, why)
 */
export function clausesOf(facts: Facts): readonly Clause[] {
  return clausesBy(filters, facts);
}

/** The same for the private messages among its results. */
export function messageClausesOf(facts: Facts): readonly Clause[] {
  return clausesBy({ ...filters, ...messageFilters }, facts);
}

function clausesBy(table: Readonly<Record<string, Filter>>, facts: Facts): readonly Clause[] {
  const found = [...facts.given].flatMap(([name, value]) => {
    const filter = Object.hasOwn(table, name) ? table[name] : undefined;
    return value === null || value === '' ? [] : (filter?.(value, facts, name) ?? []);
  });
  const heard = unignored(facts);
  return heard === undefined ? found : [...found, heard];
}

/** Which states of posts a search asks for. */
export interface States {
  /** Deleted ones alone. */
  readonly deletedOnly: boolean;
  readonly excludeDeleted: boolean;
  /** Those alone that wait for approval. */
  readonly unapprovedOnly: boolean;
}

export function statesOf(given: Given): States {
  return {
    deletedOnly: flagOf(given.get('deleted_only'), 'deleted_only'),
    excludeDeleted: flagOf(given.get('exclude_deleted'), 'exclude_deleted'),
    unapprovedOnly: flagOf(given.get('unapproved_only'), 'unapproved_only'),
  };
}

/**
 * The condition on the states of posts. Who may see what is deleted finds it, unless he asks for it not; what waits for
 * approval is found only by those who ask for it.
 * @param seesDeleted whether there is anything deleted for the searcher
 */
export function stateClause(
  { deletedOnly, excludeDeleted, unapprovedOnly }: States,
  seesDeleted: boolean,
): Clause {
  const published =
    excludeDeleted || !(deletedOnly || seesDeleted) ? 1 : deletedOnly ? 0 : undefined;
  // What waits for its time is not deleted.
  const state = published === 0 ? 'n.showpublished = 0 and n.scheduled = 0' : 'n.showpublished = 1';
  const shown = published === undefined ? '' : `${state} and `;
  return { sql: `${shown}n.showapproved = ${unapprovedOnly ? 0 : 1}`, bindings: [] };
}

/** The content types that a search asks for: whether this is one of them, and whether there may be others. */
export function askedTypes(
  facts: Facts,
  contenttypeid: number,
): { readonly asked: boolean; readonly others: boolean } {
  const given = (name: string): SearchValue | undefined => facts.given.get(name) ?? undefined;
  const [type, id, without] = [given('type'), given('contenttypeid'), given('exclude_type')];
  const wanted = [
    ...(isEmpty(type) ? [] : [typesOf(type, facts, 'type')]),
    ...(isEmpty(id) ? [] : [idsOf(id, 'contenttypeid')]),
  ];
  const excluded = isEmpty(without) ? [] : typesOf(without, facts, 'exclude_type');
  return {
    asked: !excluded.includes(contenttypeid) && wanted.every((ids) => ids.includes(contenttypeid)),
    others: wanted.every((ids) => ids.some((each) => each !== contenttypeid)),
  };
}

function isEmpty(value: SearchValue | undefined): value is undefined | '' {
  return value === undefined || value === '';
}

function flag(clause: Clause): Filter {
  return (value, _, name) => (flagOf(value, name) ? clause : undefined);
}

/** In a list of nothing there is nothing. */
function oneOf(column: string, values: readonly Value[]): Clause {
  if (values.length === 0) return nothing;
  return { sql: `${column} in (${marks(values)})`, bindings: values };
}

function noneOf(column: string, values: readonly Value[]): Clause | undefined {
  if (values.length === 0) return undefined;
  return { sql: `${column} not in (${marks(values)})`, bindings: values };
}

function marks(values: readonly Value[]): string {
  return values.map(() => '?').join(', ');
}

const MOST_AUTHORS = 50;

/** A name, or a list of names and ids. A part of a name will do unless `exactname` is set or a list is given. */
function authorClause(value: SearchValue, facts: Facts, name: string): Clause | undefined {
  const { given } = facts;
  const circle = circleClause(value, facts);
  if (circle !== undefined) return circle;
  const authors = authorsOf(listOf(value, name), name);
  if (authors.length === 0) return undefined;
  if (typeof value === 'string' && !flagOf(given.get('exactname'), 'exactname')) {
    return namedLike(textOf(value, name));
  }
  const isId = (item: SearchValue): boolean =>
    typeof item === 'number' || (typeof value !== 'string' && /^\d+$/.test(textOf(item, name)));
  const ids = authors.filter(isId).map((item) => idOf(item, name));
  const names = authors
    .filter((item) => !isId(item))
    .map((item) => usernameKey(textOf(item, name)));
  const named = `select userid from "user" where usernamekey in (${marks(names)})`;
  const parts = [
    ...(ids.length > 0 ? [`n.userid in (${marks(ids)})`] : []),
    ...(names.length > 0 ? [`n.userid in (${named})`] : []),
  ];
  return { sql: `(${parts.join(' or ')})`, bindings: [...ids, ...names] };
}

function authorsOf<T>(authors: readonly T[], name: string): readonly T[] {
  if (authors.length > MOST_AUTHORS) refuse(name, `at most ${MOST_AUTHORS} authors are allowed`);
  return authors;
}

function namedLike(part: string): Clause {
  const key = usernameFold(part).replace(/[!%_]/g, '!$&');
  if (key === '') return nothing;
  return {
    sql: `n.userid in (select userid from "user" where usernamefold like ? escape '!')`,
    bindings: [`%${key}%`],
  };
}

/**
 * `vBForum_Text`, `Text` or a contenttypeid; several in a list or with commas between. A type that clients know and this
 * board has not (`Event`) matches nothing, nor does a number of none.
 */
function typesOf(value: SearchValue, { board }: Facts, name: string): readonly number[] {
  const items = typeof value === 'string' ? value.split(',') : value;
  return listOf(items, name).map((item) => {
    const type = textOf(item, name)
      .trim()
      .replace(/^vB(Forum)?_/, '');
    if (type === 'Event') return 0;
    if (/^\d+$/.test(type)) return idOf(type, name);
    if (!isContentType(type)) return refuse(name, `it must be one of ${contentTypes.join(', ')}`);
    return board.contentTypes[type];
  });
}

function isContentType(name: string): name is ContentType {
  return (contentTypes as readonly string[]).includes(name);
}

/** Without these nodes and all below them. */
function excludeClause(value: SearchValue, _: Facts, name: string): Clause | undefined {
  const ids = idsOf(value, name);
  if (ids.length === 0) return undefined;
  return {
    sql: `not exists (select 1 from closure e where e.child = n.nodeid and e.parent in (${marks(ids)}))`,
    bindings: ids,
  };
}

/** The blogs or groups in which the caller has been given a part. */
function channelsOfMember(value: SearchValue, { board, grants }: Facts, name: string): Clause {
  const type = value instanceof Map ? textOf((value as Given).get('type'), `${name}.type`) : '';
  const guid = parentsOfGroups.get(type) ?? refuse(`${name}.type`, 'it must be blog or group');
  const inside = new Set(board.subtree(board.channelByGuid(guid)).map(({ nodeid }) => nodeid));
  const mine = grants.filter(({ nodeid }) => inside.has(nodeid));
  const channels = mine.flatMap(({ nodeid }) => board.subtree(nodeid)).map(({ nodeid }) => nodeid);
  return oneOf('n.channelid', [...new Set(channels)]);
}

/**
 * Read is what is old, or was marked as read since, itself or with its topic or channel. Where topics are wanted their
 * latest activity counts, else each node's own date.
 */
function unreadBy({ given, userid, now, board }: Facts): Clause | undefined {
  if (userid === 0) return undefined;
  const topics = given.get('view') === 'topic' || flagOf(given.get('starter_only'), 'starter_only');
  const [date, nodeid] = topics
    ? (['n.lastcontent', 'n.lastcontentid'] as const)
    : (['n.publishdate', 'n.nodeid'] as const);
  return {
    sql: `${date} > ? and ${isUnmarked(date, nodeid)}`,
    bindings: [unreadSince(board.options, now), userid],
  };
}
