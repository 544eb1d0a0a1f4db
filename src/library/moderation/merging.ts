import type { Db } from '../../db/db.ts';
import { hardDeleteNode } from './deletion.ts';
import { chunksOf, inList } from '../../db/in-list.ts';
import { joinTopics, moveContent } from './moving.ts';
import { type FoundNode, findNodes, updateNode } from '../node/node.ts';
import { turnRedirects } from './redirect.ts';
import { deleteNodeTags, insertNodeTags } from '../social/tag.ts';
import { updateText } from '../content/text.ts';
import { titleColumns } from '../text/title.ts';

/**
 * Merges topics into another: their posts become its replies and keep their authors and dates; who followed them
 * follows it, their tags are its tags, and what led to them leads to it. Call `lockTree` before.
 */
export async function mergeTopics(
  db: Db,
  sources: readonly FoundNode[],
  target: FoundNode,
  now: number,
): Promise<void> {
  const nodeids = sources.map((source) => source.nodeid);
  await joinTopics(db, sources, target);
  await carryTags(db, nodeids, target.nodeid, now);
  await carryFollowers(db, nodeids, target.nodeid);
  await turnRedirects(db, nodeids, target.nodeid);
}

async function carryTags(
  db: Db,
  from: readonly number[],
  nodeid: number,
  now: number,
): Promise<void> {
  const { sql, bindings } = inList(from);
  const tags = await db.all<{ nodeid: number; tagid: number; tagtext: string; userid: number }>(
    `select x.nodeid, x.tagid, t.tagtext, x.userid from tagnode x join tag t on t.tagid = x.tagid
      where x.nodeid in ${sql} order by x.dateline`,
    bindings,
  );
  for (const { userid, tagtext } of tags)
    await insertNodeTags(db, { nodeid, userid, now }, [tagtext]);
  for (const source of new Set(tags.map((tag) => tag.nodeid))) {
    const own = tags.filter((tag) => tag.nodeid === source);
    await deleteNodeTags(
      db,
      source,
      own.map((tag) => tag.tagid),
    );
  }
}

/** Who follows several of them follows the other one once; who wants to hear nothing of it stays so. */
async function carryFollowers(db: Db, from: readonly number[], nodeid: number): Promise<void> {
  const { sql, bindings } = inList(from);
  const followers = await db.all<{ userid: number; dateline: number }>(
    `select userid, max(dateline) as dateline from follow
      where type = 'follow_contents' and itemid in ${sql} and status = 1 group by userid`,
    bindings,
  );
  for (const chunk of chunksOf(followers)) {
    const rows = chunk.map((follower) => ({
      ...follower,
      type: 'follow_contents',
      itemid: nodeid,
      status: 1,
    }));
    await db.run(db.knex('follow').insert(rows).onConflict(['userid', 'type', 'itemid']).ignore());
  }
  await db.run(`delete from follow where type = 'follow_contents' and itemid in ${sql}`, bindings);
}

/** What a merged post is to be. */
export interface MergedPost {
  readonly rawtext: string;
  /** Undefined: it keeps its own. */
  readonly title: string | undefined;
}

/**
 * Merges posts into one of them, which keeps its author, date and place; it gets what is attached to the others and
 * what lies below them. The others are gone. Call `lockTree` before.
 */
export async function mergePosts(
  db: Db,
  others: readonly FoundNode[],
  target: FoundNode,
  { rawtext, title }: MergedPost,
): Promise<void> {
  const nodeids = others.map((other) => other.nodeid);
  const children = await childrenOf(db, nodeids);
  await moveContent(db, children, target);
  const { sql, bindings } = inList(nodeids);
  await db.run(`update attach set parentid = ? where parentid in ${sql}`, [
    target.nodeid,
    ...bindings,
  ]);
  await updateText(db, target.nodeid, rawtext);
  if (title !== undefined) await updateNode(db, target.nodeid, titleColumns(title));
  for (const nodeid of nodeids) await hardDeleteNode(db, nodeid);
}

/** What lies directly below these nodes, but for those of them that do so themselves. */
async function childrenOf(db: Db, nodeids: readonly number[]): Promise<FoundNode[]> {
  const { sql, bindings } = inList(nodeids);
  const rows = await db.all<{ nodeid: number }>(
    `select nodeid from node where parentid in ${sql} order by nodeid`,
    bindings,
  );
  const below = rows.map((row) => row.nodeid).filter((nodeid) => !nodeids.includes(nodeid));
  return findNodes(db, below);
}

/** The texts of these posts, the oldest first. */
export async function joinTexts(db: Db, posts: readonly FoundNode[]): Promise<string> {
  const { sql, bindings } = inList(posts.map((post) => post.nodeid));
  const rows = await db.all<{ rawtext: string }>(
    `select x.rawtext from text x join node n on n.nodeid = x.nodeid where n.nodeid in ${sql}
      order by n.publishdate, n.nodeid`,
    bindings,
  );
  return rows.map((row) => row.rawtext).join('\n\n');
}
