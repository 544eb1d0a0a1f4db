import type { Db } from '../../db/db.ts';
import { groupBy } from '../../group-by.ts';
import { ancestorsOf } from './closure.ts';
import {
  addAbove,
  counted,
  countedPost,
  findNewest,
  type Newest,
  newestOf,
  type Nullable,
  refreshLastContent,
} from './counters.ts';
import { chunksOf, inList } from '../../db/in-list.ts';
import type { NodeRow } from './node.ts';

/**
 * Changes what shows in these subtrees, or where they are, and counts them again: what lies outside loses them before
 * and gets them after; in them whatever has changed is written. None of them lies in another.
 * @param work makes the change; returns the roots of the subtrees as they are afterwards
 */
export async function recountAround(
  db: Db,
  roots: readonly number[],
  work: () => Promise<readonly number[]>,
): Promise<void> {
  const postsBefore = await countPosts(db, roots);
  let after: readonly number[] = [];
  await moveCounts(db, roots, async () => {
    after = await work();
    for (const root of after) await recountSubtree(db, root);
    return after;
  });
  await keepPosts(db, postsBefore, await countPosts(db, after));
}

/** The same for subtrees that change nothing but their place. */
export async function moveCounts(
  db: Db,
  roots: readonly number[],
  work: () => Promise<readonly number[]>,
): Promise<void> {
  const before = await ancestorsOf(db, roots);
  for (const root of roots) await addAbove(db, root, -1);
  const moved = await work();
  for (const root of moved) await addAbove(db, root, 1);
  await refreshLastContent(db, [...new Set([...before, ...(await ancestorsOf(db, moved))])]);
}

/**
 * Takes a subtree that is about to disappear out of all counters outside it. Call it while its nodes still show;
 * then hide or delete them, and last call {@link refreshLastContent} for its ancestors.
 */
export async function uncountSubtree(db: Db, root: number): Promise<void> {
  await keepPosts(db, await countPosts(db, [root]), new Map());
  await addAbove(db, root, -1);
}

/** How many counted posts of each member lie in these subtrees. */
async function countPosts(db: Db, roots: readonly number[]): Promise<Map<number, number>> {
  if (roots.length === 0) return new Map();
  const { sql, bindings } = inList(roots);
  const rows = await db.all<{ userid: number; posts: number }>(
    `select n.userid, count(*) as posts from closure c join node n on n.nodeid = c.child
      where c.parent in ${sql} and ${countedPost} and n.userid <> 0 group by n.userid`,
    bindings,
  );
  return new Map(rows.map((row) => [row.userid, row.posts]));
}

/** Members whose posts have changed by the same number are changed together. */
async function keepPosts(
  db: Db,
  before: ReadonlyMap<number, number>,
  after: ReadonlyMap<number, number>,
): Promise<void> {
  const changes = groupBy(
    new Set([...before.keys(), ...after.keys()]),
    (userid) => (after.get(userid) ?? 0) - (before.get(userid) ?? 0),
  );
  changes.delete(0);
  for (const [change, userids] of changes) {
    for (const chunk of chunksOf(userids)) {
      const { sql, bindings } = inList(chunk);
      await db.run(`update "user" set posts = posts + ? where userid in ${sql}`, [
        change,
        ...bindings,
      ]);
    }
  }
}

type Counters = Pick<NodeRow, 'nodeid' | 'textcount' | 'totalcount'> & Newest;

interface SubtreeRow extends Counters {
  readonly direct: number;
  readonly total: number;
}

/** Counts a subtree of content anew from within; only what has changed is written. */
async function recountSubtree(db: Db, root: number): Promise<void> {
  const rows = await db.all<SubtreeRow>(
    `select a.nodeid, a.textcount, a.totalcount, a.lastcontent, a.lastcontentid, a.lastcontentauthor,
        a.lastauthorid, count(n.nodeid) as total,
        sum(case when n.parentid = a.nodeid then 1 else 0 end) as direct
      from closure t join node a on a.nodeid = t.child
      left join closure c on c.parent = a.nodeid and c.depth > 0
      left join node n on n.nodeid = c.child and ${counted}
      where t.parent = ? and a.starter <> 0
      group by a.nodeid, a.textcount, a.totalcount, a.lastcontent, a.lastcontentid,
        a.lastcontentauthor, a.lastauthorid`,
    [root],
  );
  // What counts nothing, now and before, names itself already; unless it has got another date.
  const affected = rows.filter(
    (row) => row.total > 0 || row.lastcontentid !== row.nodeid || row.nodeid === root,
  );
  for (const chunk of chunksOf(affected)) {
    const newest = await findNewest(
      db,
      chunk.map((row) => row.nodeid),
    );
    const changed = chunk.flatMap((row) => changeOf(row, newest.get(row.nodeid)));
    await writeCounters(db, changed);
  }
}

function changeOf(row: SubtreeRow, newest: Newest | undefined): Counters[] {
  const now: Counters = {
    nodeid: row.nodeid,
    textcount: row.direct,
    totalcount: row.total,
    ...(newest ?? newestOf(nothing)),
  };
  const names = Object.keys(now) as (keyof Counters)[];
  return names.every((name) => now[name] === row[name]) ? [] : [now];
}

const nothing: Nullable<Newest> = {
  lastcontent: null,
  lastcontentid: null,
  lastcontentauthor: null,
  lastauthorid: null,
};

const counterColumns = [
  'textcount',
  'totalcount',
  'lastcontent',
  'lastcontentid',
  'lastcontentauthor',
  'lastauthorid',
] as const;

/** Many nodes in one statement: the `else` tells PostgreSQL the type of each `case`. */
async function writeCounters(db: Db, rows: readonly Counters[]): Promise<void> {
  for (const chunk of chunksOf(rows, 100)) {
    const { sql, bindings } = inList(chunk.map((row) => row.nodeid));
    const byId = new Map(chunk.map((row) => [row.nodeid, row]));
    const whens = bindings.map(() => 'when ? then ?').join(' ');
    const sets = counterColumns.map((name) => `${name} = case nodeid ${whens} else ${name} end`);
    const values = counterColumns.flatMap((name) =>
      bindings.flatMap((nodeid) => [nodeid, byId.get(nodeid)?.[name] ?? 0]),
    );
    await db.run(`update node set ${sets.join(', ')} where nodeid in ${sql}`, [
      ...values,
      ...bindings,
    ]);
  }
}
