import { type Clause, conjunction, either, nothing } from '../../db/clause.ts';
import type { Context } from '../../call/context.ts';
import type { Board } from '../../library/board/board.ts';
import {
  askedTypes,
  clausesOf,
  type Facts,
  messageClausesOf,
  stateClause,
  statesOf,
} from '../../library/search/filters.ts';
import { type Keywords, parseKeywords } from '../../library/search/query.ts';
import {
  type Direction,
  type Order,
  readOrder,
  type SortField,
} from '../../library/search/sort.ts';
import { flagOf, type Given, idOf, idsOf, refuse, textOf } from '../../library/search/value.ts';
import {
  newestFirst,
  type OwnMessages,
  type Place,
  type Search,
} from '../../library/search/search.ts';
import { MAIN_CHANNEL } from '../../library/board/system-channels.ts';
import { listable, listableIn, ownIn } from '../../library/node/visible.ts';
import type { Permissions } from '../../permissions.ts';
import type { Paging } from '../../shapes/search.ts';

const PERPAGE = 20;

/** What a search asks for, read and checked. */
export interface Criteria {
  readonly search: Search;
  /** Set when results are sorted by how well the words fit: the best first, or last. */
  readonly ranked: Direction | undefined;
  /** Set when all that a channel has is wanted. */
  readonly nolimit: boolean;
}

interface View {
  readonly sort: readonly [SortField, Direction];
  readonly clauses?: readonly Clause[];
  readonly latestOnly?: boolean;
  readonly includeStarter?: boolean;
  readonly depth?: number;
}

const topics: Clause = { sql: 'n.starter = n.nodeid', bindings: [] };
const noComments: Clause = {
  sql: '(n.starter = n.nodeid or n.parentid = n.starter)',
  bindings: [],
};

const plain: View = { sort: ['publishdate', 'desc'] };
const views: ReadonlyMap<string, View> = new Map<string, View>([
  ['', plain],
  ['activity', { ...plain, latestOnly: true }],
  ['topic', { sort: ['lastcontent', 'desc'], clauses: [topics], depth: 1 }],
  [
    'conversation_thread',
    { sort: ['publishdate', 'asc'], clauses: [noComments], includeStarter: true },
  ],
  ['conversation_stream', { sort: ['publishdate', 'asc'], includeStarter: true }],
  ['conversation_thread_search', { ...plain, includeStarter: true }],
]);

/** Their contents are not for whoever finds them: messages, reports and infractions belong to their own classes. */
const closed: readonly string[] = [
  'vbulletin-4ecbdf567f3da8.31769341',
  'vbulletin-4ecbdf567f3a38.99555304',
  'vbulletin-4ecbdf567f3a38.99555308',
];

/** The channels in which the caller may search. */
export function searchable(board: Board, permissions: Permissions): readonly number[] {
  const shut = new Set(
    closed.flatMap((guid) => board.subtree(board.channelByGuid(guid))).map(({ nodeid }) => nodeid),
  );
  return board.channels
    .map(({ nodeid }) => nodeid)
    .filter((nodeid) => !shut.has(nodeid) && permissions.can('cansearch', nodeid));
}

/**
 * The condition that keeps out what the caller may not find in these channels, and what is in a state that the search
 * does not ask for. Authors find their own hidden posts when they ask for hidden ones.
 */
export function visibleIn(
  permissions: Permissions,
  channelids: readonly number[],
  given: Given,
  place?: Place,
): Clause {
  const states = statesOf(given);
  const moderates = channelids.some((id) => permissions.moderates('canmoderateposts', id));
  const shown = listableBelow(permissions, channelids, place) ?? nothing;
  const hidden = states.deletedOnly || states.unapprovedOnly;
  const own = hidden ? ownIn(permissions, channelids) : undefined;
  return conjunction([
    own === undefined ? shown : either([shown, own]),
    stateClause(states, moderates),
  ]);
}

/** Right below one channel its test is left out: an index alone then answers what is visible there. */
function listableBelow(
  permissions: Permissions,
  channelids: readonly number[],
  place: Place | undefined,
): Clause | undefined {
  const [channelid = 0, ...others] = place?.nodeids ?? [];
  const direct = others.length === 0 && place?.least === 1 && place.most === 1;
  if (!direct || !channelids.includes(channelid)) return listable(permissions, channelids);
  return listableIn(permissions, channelid);
}

/** Which of the caller's private messages a search looks through; undefined for none. */
export function ownMessages(facts: Facts): Pick<OwnMessages, 'userid' | 'trash'> | undefined {
  const { given, userid, board } = facts;
  const { asked } = askedTypes(facts, board.contentTypes.PrivateMessage);
  const { deletedOnly, unapprovedOnly } = statesOf(given);
  const protectedToo = !flagOf(given.get('ignore_protected'), 'ignore_protected');
  const wanted = userid > 0 && asked && !unapprovedOnly && protectedToo;
  return wanted && given.get('view') !== 'topic' ? { userid, trash: deletedOnly } : undefined;
}

/**
 * Reads a search.
 * @param channelids where the caller may look
 * @throws ApiError `invalid_search` (where, why)
 */
export function readCriteria(
  facts: Facts,
  permissions: Permissions,
  channelids: readonly number[],
): Criteria {
  const { given, board } = facts;
  const view = viewOf(facts);
  const keywords = keywordsOf(facts);
  const order = readOrder(given, ...view.sort);
  const place = placeOf(facts, view);
  const channels = place && wholeChannels(board, place);
  const inside = channels === undefined ? channelids : channelids.filter((id) => channels.has(id));
  const nolimit = place !== undefined && flagOf(given.get('nolimit'), 'nolimit');
  const byDate = keywords === undefined && newestFirst({ order, exact: nolimit });
  // no message lies in a channel that one can name
  const messages = channels === undefined ? ownMessages(facts) : undefined;
  const { others } = askedTypes(facts, board.contentTypes.PrivateMessage);
  const shaped = view.clauses ?? [];
  return {
    search: {
      keywords,
      titleOnly: flagOf(given.get('title_only'), 'title_only'),
      place: drivingPlace(facts, byDate, place, channels !== undefined),
      visible: others ? visibleIn(permissions, inside, given, place) : undefined,
      clauses: [...shaped, ...clausesOf(facts)],
      messages: messages && {
        ...messages,
        place,
        clauses: [...shaped, ...messageClausesOf(facts)],
      },
      order,
      latestOnly: view.latestOnly === true,
      exact: nolimit,
    },
    ranked: keywords !== undefined ? rankedBy(facts, order) : undefined,
    nolimit,
  };
}

function viewOf({ given }: Facts): View {
  const name = textOf(given.get('view') ?? '', 'view');
  const known = [...views.keys()].filter((each) => each !== '').join(', ');
  return views.get(name) ?? refuse('view', `it must be one of ${known}`);
}

function keywordsOf({ given }: Facts): Keywords | undefined {
  const text = textOf(given.get('keywords') ?? '', 'keywords');
  return text.trim() === '' ? undefined : parseKeywords(text);
}

/** Relevance has no direction of its own in a list of fields: only `{"relevance": "asc"}` turns it round. */
function rankedBy({ given }: Facts, { relevance }: Order): Direction | undefined {
  if (!relevance) return undefined;
  const sort = given.get('sort');
  const fields = sort instanceof Map ? (sort as Given) : undefined;
  const way = fields?.get('relevance') ?? fields?.get('rank');
  return typeof way === 'string' && way.toLowerCase() === 'asc' ? 'asc' : 'desc';
}

function placeOf({ given }: Facts, view: View): Place | undefined {
  const depth = depthOf(given);
  const channel = given.get('channel');
  const nodeids = channel === undefined || channel === null ? [] : idsOf(channel, 'channel');
  if (nodeids.length === 0) return undefined;
  const withItself =
    view.includeStarter === true || flagOf(given.get('include_starter'), 'include_starter');
  return {
    nodeids: [...new Set(nodeids)],
    least: withItself ? 0 : 1,
    most: depth ?? view.depth ?? 0,
  };
}

/** The levels asked for, which must be a number also where no channel is; undefined when none are. */
function depthOf(given: Given): number | undefined {
  const depth = given.get('depth');
  return depth === undefined || depth === null || depth === '' ? undefined : idOf(depth, 'depth');
}

/** All the channels that lie in the place, when it is made of whole channels; undefined when it is not. */
function wholeChannels(board: Board, { nodeids, most }: Place): ReadonlySet<number> | undefined {
  if (most !== 0 || nodeids.some((nodeid) => board.channel(nodeid) === undefined)) return undefined;
  return new Set(nodeids.flatMap((nodeid) => board.subtree(nodeid)).map(({ nodeid }) => nodeid));
}

/** What these ask for an index finds; of members and topics that somebody follows, too. */
const indexed = ['author', 'specific', 'tag'];
const few: readonly unknown[] = ['followMembers', 'followContent'];

/**
 * The place that the statement needs. Whole channels are a condition already; they, and the whole board, are wanted
 * here only where the dates below one node are the way to find what is new.
 */
function drivingPlace(
  { given, board }: Facts,
  byDate: boolean,
  place: Place | undefined,
  whole: boolean,
): Place | undefined {
  if (place !== undefined && !whole) return place;
  const narrow = indexed.some((name) => given.has(name)) || few.includes(given.get('follow'));
  if (!byDate || narrow) return undefined;
  if (place?.nodeids.length === 1) return place;
  return { nodeids: [board.channelByGuid(MAIN_CHANNEL)], least: 1, most: 0 };
}

/** What a search is read with. */
export function factsOf(ctx: Context, given: Given): Facts {
  const { board, now, permissions, user } = ctx;
  const seesBlocked = board.channels.some(({ nodeid }) =>
    permissions.moderates('canbanusers', nodeid),
  );
  return { given, now, board, userid: user.userid, grants: user.grants, seesBlocked };
}

/** The page that a caller asks for: false stands for the first, and for as many as usual. */
export function pagingOf(
  ctx: Context,
  perpage: number | false,
  pagenumber: number | false,
): Paging {
  const most = ctx.board.options.maxperpage;
  return {
    perpage: Math.min(perpage === false ? PERPAGE : Math.max(perpage, 1), most),
    pagenumber: pagenumber === false ? 1 : Math.max(pagenumber, 1),
  };
}

export function startOf({ pagenumber, perpage }: Paging): number {
  return (pagenumber - 1) * perpage;
}
