import type { Clause } from '../../db/clause.ts';
import { withAttachments, withAttachmentsInHtml } from '../../bbcode/attachments.ts';
import type { Db } from '../../db/db.ts';
import { insertAttachments, listAttachments } from '../files/attach.ts';
import { takeNodeids } from '../node/ids.ts';
import { insertClosures } from '../node/closure.ts';
import { insertRows, type Row } from '../../db/insert-rows.ts';
import { holdFiledatas } from '../files/filedata.ts';
import { inList } from '../../db/in-list.ts';
import type { Place } from './moving.ts';
import {
  type FoundNode,
  nodeColumns,
  nodeNames,
  type NodeRow,
  starterColumns,
} from '../node/node.ts';
import { recountAround } from '../node/recount.ts';
import { indexTitle } from '../text/search-index.ts';
import { findTexts, updateText } from '../content/text.ts';
import { titleColumns, titleKey } from '../text/title.ts';

/** What is copied, and where the copies go. */
export interface Copy {
  /** Topics, replies or comments; none of them lies below another. */
  readonly roots: readonly FoundNode[];
  /** What is copied with them: what has its parent among these and the roots. */
  readonly below: readonly FoundNode[];
  /** A channel, topic or reply. */
  readonly place: Place & Shown;
  /** The root whose copy begins a topic that the other roots' copies are replies to. */
  readonly head: FoundNode | undefined;
  /** The title of the topics that the copies begin; else they keep their own. */
  readonly title: string | undefined;
}

type Shown = Pick<NodeRow, 'showopen' | 'showapproved' | 'showpublished'>;

/** What lies below these posts as far as `visible` says, at most `limit` of it, without what waits for its time. */
export async function listBelow(
  db: Db,
  nodeids: readonly number[],
  visible: Clause,
  limit: number,
): Promise<FoundNode[]> {
  const { sql, bindings } = inList(nodeids);
  return db.all<FoundNode>(
    `select ${nodeColumns}, ${starterColumns} from node n left join node s on s.nodeid = n.starter
      where n.nodeid in (select c.child from closure c where c.parent in ${sql} and c.depth > 0)
        and n.scheduled = 0 and (${visible.sql}) limit ?`,
    [...bindings, ...visible.bindings, limit],
  );
}

/**
 * Copies posts with their texts, what their types have beside them, their tags and their attachments, which share the
 * uploads. The copies keep authors, dates and states; votes, followers, distinctions and older versions stay behind.
 * The number of statements does not grow with what lies below the roots. Call `lockTree` before.
 * @returns the copies' ids by those of the posts
 */
export async function copyContent(db: Db, copy: Copy): Promise<ReadonlyMap<number, number>> {
  const { roots, below, head, title } = copy;
  const posts = [...roots, ...below].map(({ nodeid }) => nodeid).sort((a, b) => a - b);
  const taken = await takeNodeids(db, posts.length);
  const copies = new Map(posts.map((nodeid, index) => [nodeid, taken[index] ?? 0]));
  const tops = (head === undefined ? roots : [head]).map(({ nodeid }) => copies.get(nodeid) ?? 0);
  await recountAround(db, [], async () => {
    await insertCopies(db, copy, copies);
    await copyAttachments(db, copies);
    if (title !== undefined) for (const top of tops) await indexTitle(db, top, title);
    return tops;
  });
  return copies;
}

/** The copies' ids by those of the posts. */
type Copies = ReadonlyMap<number, number>;

async function insertCopies(db: Db, copy: Copy, copies: Copies): Promise<void> {
  const { place, head } = copy;
  const addresses = await findAddresses(db, [...copies.keys()]);
  const rows = new Map<number, CopyRow>();
  for (const post of parentsFirst(copy)) {
    const above = rows.get(post.parentid) ?? (head && rows.get(head.nodeid)) ?? place;
    const row = copyOf(post, copies.get(post.nodeid) ?? 0, above, copy);
    rows.set(post.nodeid, { ...row, ipaddress: addresses.get(post.nodeid) ?? '' });
  }
  await insertRows(db, 'node', [...rows.values()]);
  // While they are made `oldid` tells the copies from what others insert meanwhile.
  const bindings = [Math.min(...copies.values()), Math.max(...copies.values())];
  const among = { sql: 'n.nodeid between ? and ? and n.oldid <> 0', bindings };
  await insertClosures(db, among);
  for (const table of beside) await copyRows(db, table, among);
  await db.run(`update node as n set oldid = 0 where ${among.sql}`, bindings);
}

function parentsFirst({ roots, below, head }: Copy): FoundNode[] {
  const others = roots.filter((root) => root !== head);
  const replies = below.filter((post) => post.parentid === post.starter);
  const comments = below.filter((post) => post.parentid !== post.starter);
  return [...(head === undefined ? [] : [head]), ...others, ...replies, ...comments];
}

/** What a copy takes from what is above it. */
type Above = Shown & Pick<NodeRow, 'nodeid' | 'starter'>;
type CopyRow = Above & Row;

function copyOf(post: FoundNode, nodeid: number, above: Above, { place, title }: Copy): CopyRow {
  const { channelid, setfor } = place;
  const starter = above.starter || nodeid;
  const own = Object.fromEntries(nodeNames.map((name) => [name, post[name]]));
  return {
    ...own,
    ...{ nodeid, oldid: post.nodeid, parentid: above.nodeid, starter, channelid, setfor },
    titlekey: titleKey(post.title),
    ...(starter === nodeid && title !== undefined && titleColumns(title)),
    showopen: Math.min(post.open, above.showopen),
    showapproved: Math.min(post.approved, above.showapproved),
    showpublished: post.unpublishdate === 0 ? above.showpublished : 0,
    // What is for few, or comes to a place for few, is for few.
    viewperms: Math.min(post.viewperms, place.viewperms),
    protected: Math.max(post.protected, place.protected),
    sticky: starter === nodeid ? post.sticky : 0,
    ...{ featured: 0, votes: 0, textcount: 0, totalcount: 0 },
    ...{ lastcontent: post.publishdate, lastcontentid: nodeid },
    ...{ lastcontentauthor: post.authorname, lastauthorid: post.userid },
  };
}

/** From where the posts were written, which is in no {@link NodeRow}. */
async function findAddresses(
  db: Db,
  nodeids: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const { sql, bindings } = inList(nodeids);
  const rows = await db.all<{ nodeid: number; ipaddress: string }>(
    `select nodeid, ipaddress from node where nodeid in ${sql}`,
    bindings,
  );
  return new Map(rows.map((row) => [row.nodeid, row.ipaddress]));
}

interface TableBeside {
  readonly table: string;
  /** What tells the rows of one post apart. */
  readonly key: string;
  /** What a copy has, too: not the votes of a poll. */
  readonly columns: readonly string[];
}

/** Where posts have rows beside their own, in an order in which they can be inserted. */
const beside: readonly TableBeside[] = [
  {
    table: 'text',
    key: 'nodeid',
    columns: ['rawtext', 'message', 'message_plain', 'previewtext', 'htmlstate', 'html'],
  },
  { table: 'searchindex', key: 'nodeid', columns: ['title', 'body'] },
  { table: 'tagnode', key: 'tagid', columns: ['tagid', 'userid', 'dateline'] },
  { table: 'poll', key: 'nodeid', columns: ['question', 'multiple', 'public', 'timeout'] },
  { table: 'polloption', key: 'polloptionid', columns: ['title', 'displayorder'] },
  { table: 'link', key: 'nodeid', columns: ['url', 'url_title', 'meta', 'filedataid'] },
  { table: 'video', key: 'nodeid', columns: ['url', 'url_title', 'meta'] },
  { table: 'videoitem', key: 'videoitemid', columns: ['provider', 'code', 'url'] },
];

async function copyRows(
  db: Db,
  { table, key, columns }: TableBeside,
  copies: Clause,
): Promise<void> {
  await db.run(
    `insert into ${table} (nodeid, ${columns.join(', ')})
      select n.nodeid, ${columns.map((name) => `x.${name}`).join(', ')}
      from node n join ${table} x on x.nodeid = n.oldid
      where ${copies.sql} order by n.nodeid, x.${key}`,
    copies.bindings,
  );
}

/** The copies' texts show the copies' attachments. An upload is held, since it may just be about to be cleaned away. */
async function copyAttachments(db: Db, copies: Copies): Promise<void> {
  const there = await listAttachments(db, [...copies.keys()]);
  if (there.length === 0) return;
  const held = await holdFiledatas(db, [...new Set(there.map((row) => row.filedataid))]);
  const found = there.filter((row) => held.has(row.filedataid));
  const rows = found.map(({ parentid, contenttypeid, filedataid, userid, dateline, ...row }) => ({
    ...{ parentid: copies.get(parentid) ?? 0, contenttypeid, filedataid, userid, dateline },
    ...{ filename: row.filename, caption: row.caption, style: row.style },
    ...{ settings: row.settings, displayorder: row.displayorder },
  }));
  const nodeids = await insertAttachments(db, rows);
  const ids = new Map(found.map((row, index) => [row.nodeid, nodeids[index] ?? 0]));
  const texts = await findTexts(db, [...new Set(found.map((row) => row.parentid))]);
  for (const [nodeid, { rawtext, markup }] of texts) {
    const renamed = withAttachments(rawtext, ids);
    if (renamed === rawtext) continue;
    const html = markup && { ...markup, source: withAttachmentsInHtml(markup.source, ids) };
    await updateText(db, copies.get(nodeid) ?? 0, renamed, html);
  }
}
