import type { Clause } from '../../db/clause.ts';
import type { Db } from '../../db/db.ts';

type Order = (date: string, nodeid: string) => string;
const newest: Order = (date, nodeid) => `${date} desc, ${nodeid} desc`;

/** Which orders an activity list has. */
export const activityOrders = {
  sort_recent: newest,
  sort_oldest: (date, nodeid) => `${date}, ${nodeid}`,
  sort_popular: (date, nodeid) => `n.votes desc, ${newest(date, nodeid)}`,
  sort_featured: newest,
} as const satisfies Record<string, Order>;
export type ActivityOrder = keyof typeof activityOrders;

/** Posts of the board, or those by or to one member. */
export interface Activity {
  /** The root, when it is about the board. */
  readonly root: number;
  /** Who wrote them; 0 for all. */
  readonly author: number;
  /** Whom they were written to, as visitor messages; 0 for all. */
  readonly setfor: number;
  /** Who wrote them, or whom they were written to; 0 for all. */
  readonly concerns: number;
  /** 0 for every type. */
  readonly contenttypeid: number;
  readonly order: ActivityOrder;
  /** Unix seconds; 0 for ever. */
  readonly since: number;
  readonly visible: Clause;
}

/** One page of node ids. */
export async function listActivity(
  db: Db,
  activity: Activity,
  offset: number,
  limit: number,
): Promise<number[]> {
  const { order, visible } = activity;
  const { from, bindings, date, nodeid } = sourceOf(activity);
  const given = conditionsOf(activity, date);
  const shown = `n.showpublished = 1 and n.showapproved = 1 and (${visible.sql})`;
  const where = [...given.map(({ sql }) => sql), shown].join(' and ');
  const rows = await db.far.all<{ nodeid: number }>(
    `select n.nodeid ${from} ${where} order by ${activityOrders[order](date, nodeid)} limit ? offset ?`,
    [...bindings, ...given.flatMap((one) => one.bindings), ...visible.bindings, limit, offset],
  );
  return rows.map((row) => row.nodeid);
}

function conditionsOf(activity: Activity, date: string): Clause[] {
  const { author, setfor, concerns, contenttypeid, since } = activity;
  const conditions: Clause[] = [
    { sql: 'n.userid = ?', bindings: [author] },
    { sql: 'n.setfor = ?', bindings: [setfor] },
    { sql: '(n.userid = ? or n.setfor = ?)', bindings: [concerns, concerns] },
    { sql: 'n.contenttypeid = ?', bindings: [contenttypeid] },
    { sql: `${date} >= ?`, bindings: [since] },
  ];
  const given = conditions.filter(({ bindings }) => bindings[0] !== 0);
  const featured = activity.order === 'sort_featured';
  return featured ? [{ sql: 'n.featured = 1', bindings: [] }, ...given] : given;
}

/** Of the whole board the closure's index has the nodes by date; a member's and featured ones are found by theirs. */
function sourceOf({ root, author, setfor, concerns, order }: Activity) {
  const few = author + setfor + concerns > 0 || order === 'sort_featured';
  if (few)
    return { from: 'from node n where', bindings: [], date: 'n.publishdate', nodeid: 'n.nodeid' };
  return {
    from: 'from closure c join node n on n.nodeid = c.child where c.parent = ? and c.depth > 0 and',
    bindings: [root],
    date: 'c.publishdate',
    nodeid: 'c.child',
  };
}
