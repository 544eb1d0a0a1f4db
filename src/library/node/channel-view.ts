import type { Db } from '../../db/db.ts';
import type { Permissions } from '../../permissions.ts';
import type { Board } from '../board/board.ts';
import { findNewest, type Newest } from './counters.ts';
import { inList } from '../../db/in-list.ts';
import type { FoundNode, NodeRow } from './node.ts';
import { listable } from './visible.ts';

/**
 * Channels as the caller may see them. A channel's counters and newest content are of all that lies below it; where a
 * channel below is hidden from the caller, or shows him only his own topics, they would tell him of what he may not
 * see. Those are worked out anew for him, in two statements for any number; for all others this costs nothing.
 */
export async function channelsSeenBy<T extends FoundNode>(
  db: Db,
  rows: readonly T[],
  board: Board,
  permissions: Permissions,
): Promise<readonly T[]> {
  if (rows.every((row) => row.starter !== 0)) return rows;
  const partly = partlyHidden(board, permissions);
  const affected = rows.map((row) => row.nodeid).filter((nodeid) => partly.has(nodeid));
  if (affected.length === 0) return rows;
  const counters = await countersFor(db, affected, board, permissions);
  return rows.map((row) => ({ ...row, ...counters.get(row.nodeid) }));
}

/** The content that everybody sees who enters the channel: in all of these channels together. */
export async function countReadable(
  db: Db,
  board: Board,
  permissions: Permissions,
): Promise<{ topics: number; posts: number }> {
  const channelids = board.channels.map((channel) => channel.nodeid);
  const counts = await countOwn(db, channelids, board);
  const readables = channelids.filter((nodeid) => readable(permissions, nodeid));
  return {
    topics: sum(readables.map((nodeid) => counts.get(nodeid)?.textcount)),
    posts: sum(readables.map((nodeid) => counts.get(nodeid)?.totalcount)),
  };
}

function readable(permissions: Permissions, channelid: number): boolean {
  return permissions.can('canviewthreads', channelid) && permissions.seesOthers(channelid);
}

/** The channels that the caller may not read, and all above them. */
function partlyHidden(board: Board, permissions: Permissions): ReadonlySet<number> {
  const partly = new Set<number>();
  for (const { nodeid, parentid } of [...board.channels].reverse()) {
    if (!readable(permissions, nodeid)) partly.add(nodeid);
    if (partly.has(nodeid)) partly.add(parentid);
  }
  return partly;
}

type Counters = Pick<NodeRow, 'textcount' | 'totalcount'>;

async function countersFor(
  db: Db,
  channelids: readonly number[],
  board: Board,
  permissions: Permissions,
): Promise<Map<number, Counters & Partial<Newest>>> {
  const below = new Map(
    channelids.map((nodeid) => [nodeid, board.subtree(nodeid).map((channel) => channel.nodeid)]),
  );
  const all = [...new Set([...below.values()].flat())];
  const counts = await countOwn(db, all, board);
  const condition = listable(permissions, all);
  const newest = condition === undefined ? none : await findNewest(db, channelids, condition);
  return new Map(
    channelids.map((nodeid) => {
      const readables = (below.get(nodeid) ?? []).filter((id) => readable(permissions, id));
      const counters = {
        textcount: readables.includes(nodeid) ? (counts.get(nodeid)?.textcount ?? 0) : 0,
        totalcount: sum(readables.map((id) => counts.get(id)?.totalcount)),
      };
      return [nodeid, { ...counters, ...(newest.get(nodeid) ?? nothing) }];
    }),
  );
}

const nothing: Newest = {
  lastcontent: 0,
  lastcontentid: 0,
  lastcontentauthor: '',
  lastauthorid: 0,
};
const none: ReadonlyMap<number, Newest> = new Map();

/** What lies in each channel itself: its total without those of the channels directly below it. */
async function countOwn(
  db: Db,
  channelids: readonly number[],
  board: Board,
): Promise<Map<number, Counters>> {
  const { sql, bindings } = inList(channelids);
  const rows = await db.all<Counters & { nodeid: number }>(
    `select nodeid, textcount, totalcount from node where nodeid in ${sql}`,
    bindings,
  );
  const totals = new Map(rows.map((row) => [row.nodeid, row.totalcount]));
  const own = new Map(rows.map(({ nodeid, ...counters }) => [nodeid, counters]));
  for (const { nodeid, parentid } of board.channels) {
    const parent = own.get(parentid);
    if (parent === undefined) continue;
    const totalcount = parent.totalcount - (totals.get(nodeid) ?? 0);
    own.set(parentid, { ...parent, totalcount });
  }
  return own;
}

function sum(numbers: readonly (number | undefined)[]): number {
  return numbers.reduce<number>((total, number) => total + (number ?? 0), 0);
}
