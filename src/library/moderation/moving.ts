import type { Db } from '../../db/db.ts';
import { ancestorsOf, subtreeOf } from '../node/closure.ts';
import { moveCounts, recountAround } from '../node/recount.ts';
import { inList } from '../../db/in-list.ts';
import { type FoundNode, findNode, type NodeRow, updateNode } from '../node/node.ts';
import { refreshShown } from '../node/state.ts';
import { carryMarks } from '../marks/noderead-carry.ts';
import { titleColumns } from '../text/title.ts';

/** Where something is moved to: a channel, a topic or a reply. */
export type Place = Pick<
  NodeRow,
  'nodeid' | 'starter' | 'channelid' | 'viewperms' | 'protected' | 'setfor'
>;

/**
 * Moves topics, replies or comments with all below them; none of them lies below another, and the place below none of
 * them. Who had read a topic by a mark on its channel has still read it. Call `lockTree` before.
 */
export async function moveContent(
  db: Db,
  nodes: readonly FoundNode[],
  place: Place,
): Promise<void> {
  const nodeids = nodes.map((node) => node.nodeid);
  await recountAround(db, nodeids, async () => {
    for (const node of nodes) {
      const left = await putBelow(db, node, place, place.starter || node.nodeid);
      if (place.starter === 0) await carryMarks(db, left, node.nodeid);
      await refreshShown(db, node.nodeid);
    }
    return nodeids;
  });
}

/** Makes posts a topic of its own: the first of them with its title, the others below it. Call `lockTree` before. */
export async function splitTopic(
  db: Db,
  [head, ...others]: readonly [FoundNode, ...FoundNode[]],
  place: Place,
  title: string,
): Promise<void> {
  const nodeids = [head, ...others].map((node) => node.nodeid);
  await recountAround(db, nodeids, async () => {
    const left = await putBelow(db, head, place, head.nodeid);
    await carryMarks(db, left, head.nodeid);
    await updateNode(db, head.nodeid, titleColumns(title));
    const topic = { ...place, nodeid: head.nodeid, starter: head.nodeid };
    for (const node of others) await putBelow(db, node, topic, head.nodeid);
    await refreshShown(db, head.nodeid);
    return [head.nodeid];
  });
}

/** Makes topics and their replies replies of another topic. Call `lockTree` before. */
export async function joinTopics(
  db: Db,
  sources: readonly FoundNode[],
  target: FoundNode,
): Promise<void> {
  const nodeids = [...sources, target].map((node) => node.nodeid);
  await recountAround(db, nodeids, async () => {
    for (const source of sources) await flattenBelow(db, source, target);
    await refreshShown(db, target.nodeid);
    return [target.nodeid];
  });
}

/** Moves channels with all below them. What shows in a channel does not depend on its place. */
export async function moveChannels(
  db: Db,
  channels: readonly FoundNode[],
  place: Pick<NodeRow, 'nodeid'>,
): Promise<void> {
  const nodeids = channels.map((channel) => channel.nodeid);
  await moveCounts(db, nodeids, async () => {
    for (const nodeid of nodeids) {
      await moveClosure(db, nodeid, place.nodeid, 'down.depth');
      await updateNode(db, nodeid, { parentid: place.nodeid });
      await refreshShown(db, nodeid, ['showopen']);
    }
    return nodeids;
  });
}

/** Returns the nodes that the subtree lies below no more. */
async function putBelow(db: Db, node: FoundNode, place: Place, starter: number): Promise<number[]> {
  await belongTo(db, node, place, starter);
  const left = await moveClosure(db, node.nodeid, place.nodeid, 'down.depth');
  const sticky = starter === node.nodeid ? {} : { sticky: 0 };
  await updateNode(db, node.nodeid, { parentid: place.nodeid, ...sticky });
  return left;
}

/** Its replies come to lie beside it; their comments stay below them. */
async function flattenBelow(db: Db, source: FoundNode, target: FoundNode): Promise<void> {
  const { nodeid } = source;
  await belongTo(db, source, target, target.nodeid);
  const depth = 'case when down.depth = 0 then 0 else down.depth - 1 end';
  await moveClosure(db, nodeid, target.nodeid, depth);
  await db.run('delete from closure where parent = ? and child <> ?', [nodeid, nodeid]);
  await db.run('update node set parentid = ? where parentid = ?', [target.nodeid, nodeid]);
  await updateNode(db, nodeid, { parentid: target.nodeid, sticky: 0 });
}

/**
 * What was for few, or comes to a place for few, is for few. An answer to another topic answers this one no more. A
 * message taken off a profile is that member's no more.
 */
async function belongTo(
  db: Db,
  { nodeid }: FoundNode,
  { channelid, viewperms, protected: hidden, setfor }: Place,
  starter: number,
): Promise<void> {
  for (const chunk of await subtreeOf(db, nodeid)) {
    const { sql, bindings } = inList(chunk);
    await db.run(`delete from answer where starter <> ? and nodeid in ${sql}`, [
      starter,
      ...bindings,
    ]);
    await db.run(
      `update node set channelid = ?, starter = ?, setfor = ?,
          viewperms = case when viewperms > ? then ? else viewperms end,
          protected = case when protected < ? then ? else protected end
        where nodeid in ${sql}`,
      [channelid, starter, setfor, viewperms, viewperms, hidden, hidden, ...bindings],
    );
  }
}

/**
 * Takes a subtree from below all its ancestors and puts it below `place` and all above that.
 * @param depth of the node `down.child` below the new place, from 0 on
 * @returns the ancestors that it has lost
 */
async function moveClosure(
  db: Db,
  nodeid: number,
  place: number,
  depth: string,
): Promise<number[]> {
  const before = await ancestorsOf(db, [nodeid]);
  if (before.length > 0) {
    const above = inList(before);
    for (const chunk of await subtreeOf(db, nodeid)) {
      const below = inList(chunk);
      await db.run(`delete from closure where parent in ${above.sql} and child in ${below.sql}`, [
        ...above.bindings,
        ...below.bindings,
      ]);
    }
  }
  await db.run(
    `insert into closure (parent, child, depth, publishdate)
      select up.parent, down.child, up.depth + 1 + ${depth}, down.publishdate
      from closure up join closure down on down.parent = ? where up.child = ?`,
    [nodeid, place],
  );
  const after = new Set(await ancestorsOf(db, [nodeid]));
  return before.filter((ancestor) => !after.has(ancestor));
}

/** True when one of the nodes has something below it. */
export async function haveChildren(db: Db, nodeids: readonly number[]): Promise<boolean> {
  const { sql, bindings } = inList(nodeids);
  const row = await db.get(`select nodeid from node where parentid in ${sql} limit 1`, bindings);
  return row !== undefined;
}

/** The node, which is there. */
export async function foundNode(db: Db, nodeid: number): Promise<FoundNode> {
  const node = await findNode(db, nodeid);
  if (node === undefined) throw new Error(`there is no node ${nodeid}`);
  return node;
}
