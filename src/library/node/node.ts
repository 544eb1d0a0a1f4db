import type { Db, Value } from '../../db/db.ts';
import { KeptRows } from '../../db/kept.ts';
import type { NodeState } from '../../permissions.ts';
import { type ContentTypeIds } from '../board/contenttype.ts';
import { inList } from '../../db/in-list.ts';
import { titleColumns } from '../text/title.ts';
import { indexTitle } from '../text/search-index.ts';

/** A row of the table `node` as its viewers get it (vb-api §5.2); the author's address is not among it. */
export interface NodeRow {
  readonly nodeid: number;
  readonly parentid: number;
  readonly starter: number;
  readonly channelid: number;
  readonly contenttypeid: number;
  readonly userid: number;
  readonly authorname: string;
  readonly title: string;
  readonly htmltitle: string;
  readonly urlident: string;
  readonly description: string;
  readonly created: number;
  readonly publishdate: number;
  readonly unpublishdate: number;
  /** 1 while it waits for its `publishdate`: only its author and moderators see it. */
  readonly scheduled: number;
  readonly lastupdate: number;
  readonly approved: number;
  readonly showapproved: number;
  readonly showpublished: number;
  readonly open: number;
  readonly showopen: number;
  readonly inlist: number;
  readonly sticky: number;
  readonly featured: number;
  readonly protected: number;
  readonly viewperms: number;
  readonly nodeoptions: number;
  readonly displayorder: number;
  readonly votes: number;
  readonly textcount: number;
  readonly totalcount: number;
  readonly lastcontent: number;
  readonly lastcontentid: number;
  readonly lastcontentauthor: string;
  readonly lastauthorid: number;
  readonly prefixid: string;
  readonly iconid: number;
  readonly taglist: string;
  readonly setfor: number;
  readonly deleteuserid: number;
  readonly deletereason: string;
}

/** A node with what decides who sees it. */
export interface FoundNode extends NodeRow {
  /** The author of the topic that the node belongs to; null for a channel. */
  readonly starteruserid: number | null;
  /** Whether that topic is approved; null for a channel. */
  readonly starterapproved: number | null;
  /** Whether it shows; null for a channel. */
  readonly starterpublished: number | null;
}

/** The columns of {@link NodeRow}. */
export const nodeNames = [
  ...[
    'nodeid',
    'parentid',
    'starter',
    'channelid',
    'contenttypeid',
    'userid',
    'authorname',
    'title',
  ],
  ...[
    'htmltitle',
    'urlident',
    'description',
    'created',
    'publishdate',
    'unpublishdate',
    'scheduled',
    'lastupdate',
  ],
  ...[
    'approved',
    'showapproved',
    'showpublished',
    'open',
    'showopen',
    'inlist',
    'sticky',
    'featured',
  ],
  ...['protected', 'viewperms', 'nodeoptions', 'displayorder', 'votes', 'textcount', 'totalcount'],
  ...['lastcontent', 'lastcontentid', 'lastcontentauthor', 'lastauthorid', 'prefixid', 'iconid'],
  ...['taglist', 'setfor', 'deleteuserid', 'deletereason'],
] as const satisfies readonly (keyof NodeRow)[];

/** The columns of {@link NodeRow} of the node `n`, for a select list. */
export const nodeColumns = nodeNames.map((name) => `n.${name}`).join(', ');

/** What {@link FoundNode} adds, of the topic `s`. */
export const starterColumns =
  's.userid as starteruserid, s.showapproved as starterapproved, s.showpublished as starterpublished';

const find = `select ${nodeColumns}, ${starterColumns}
  from node n left join node s on s.nodeid = n.starter where n.nodeid = ?`;

/** The row and what is printed of it. */
const keptNodes = new KeptRows<FoundNode>(() => 4_000);

/** The node, visible or not. */
export async function findNode(db: Db, nodeid: number): Promise<FoundNode | undefined> {
  const { epoch } = db;
  const known = keptNodes.find(epoch, nodeid);
  if (known !== undefined) return known;
  const row = await db.get<FoundNode>(find, [nodeid]);
  return row && keptNodes.keep(epoch, nodeid, row);
}

/** The nodes of the list that exist, in no order. */
export async function findNodes(db: Db, nodeids: readonly number[]): Promise<FoundNode[]> {
  if (nodeids.length === 0) return [];
  const { sql, bindings } = inList(nodeids);
  return db.all<FoundNode>(
    `select ${nodeColumns}, ${starterColumns}
      from node n left join node s on s.nodeid = n.starter where n.nodeid in ${sql}`,
    bindings,
  );
}

/** The node's ancestors, the nearest first. */
export async function listAncestors(db: Db, nodeid: number): Promise<FoundNode[]> {
  return db.all<FoundNode>(
    `select ${nodeColumns}, ${starterColumns} from closure c
      join node n on n.nodeid = c.parent left join node s on s.nodeid = n.starter
      where c.child = ? and c.depth > 0 order by c.depth`,
    [nodeid],
  );
}

/** Holds one node alone, for what changes nothing above it. */
export async function lockOneNode(db: Db, nodeid: number): Promise<void> {
  if (db.engine === 'sqlite') return;
  await db.all('select nodeid from node where nodeid = ? for update', [nodeid]);
}

/** What {@link Permissions.sees} asks about a node. */
export function stateOf(node: FoundNode, types: ContentTypeIds): NodeState {
  return {
    channelid: node.channelid,
    userid: node.userid,
    starteruserid: node.starteruserid ?? 0,
    starterapproved: node.starterapproved ?? 1,
    ischannel: node.contenttypeid === types.Channel,
    showpublished: node.showpublished,
    awaited: node.scheduled === 1 && (node.nodeid === node.starter || node.starterpublished === 1),
    showapproved: node.showapproved,
    viewperms: node.viewperms,
    protected: node.protected,
    setfor: node.setfor,
  };
}

/** What a new node is made of; everything else follows from its parent. */
export interface NewNode {
  readonly parent: Pick<
    NodeRow,
    | 'nodeid'
    | 'starter'
    | 'channelid'
    | 'showpublished'
    | 'showapproved'
    | 'showopen'
    | 'protected'
    | 'viewperms'
  >;
  readonly contenttypeid: number;
  readonly title: string;
  readonly description?: string;
  readonly userid: number;
  readonly authorname: string;
  readonly ipaddress: string;
  readonly now: number;
  readonly displayorder?: number;
  /** 0 when it waits for approval. */
  readonly approved?: number;
  /** Its parent's, when it is left out. */
  readonly viewperms?: number | undefined;
  /** When it is from, where that is not now. Unix seconds. */
  readonly publishdate?: number | undefined;
  /** 1 when it waits for its `publishdate`. */
  readonly scheduled?: number;
  /** In a channel; from the title when it is left out. */
  readonly urlident?: string | undefined;
  readonly featured?: number;
}

/** Inserts a channel with its closure. Channels are not content: they count nowhere. */
export async function insertChannelNode(db: Db, node: NewNode): Promise<number> {
  const nodeid = await db.insert('node', { ...columnsOf(node), starter: 0 }, 'nodeid');
  await db.run('update node set channelid = ? where nodeid = ?', [nodeid, nodeid]);
  await insertClosure(db, nodeid, node);
  return nodeid;
}

/** Inserts a topic, reply or comment with its closure. The counters are the caller's next step. */
export async function insertContentNode(db: Db, node: NewNode): Promise<number> {
  const starter = node.parent.starter;
  const row = {
    ...columnsOf(node),
    channelid: node.parent.channelid,
    starter,
    lastcontent: node.publishdate ?? node.now,
    lastcontentauthor: node.authorname,
    lastauthorid: node.userid,
  };
  const nodeid = await db.insert('node', row, 'nodeid');
  await db.run('update node set lastcontentid = ?, starter = ? where nodeid = ?', [
    nodeid,
    starter === 0 ? nodeid : starter,
    nodeid,
  ]);
  await insertClosure(db, nodeid, node);
  // what is protected is for few, and the search index is for all
  if (node.title !== '' && node.parent.protected === 0) await indexTitle(db, nodeid, node.title);
  return nodeid;
}

function columnsOf(node: NewNode): Record<string, Value> {
  const { parent, now, approved = 1, scheduled = 0, urlident } = node;
  return {
    parentid: parent.nodeid,
    contenttypeid: node.contenttypeid,
    ...titleColumns(node.title),
    ...(urlident !== undefined && { urlident }),
    description: node.description ?? '',
    userid: node.userid,
    authorname: node.authorname,
    ipaddress: node.ipaddress,
    created: now,
    publishdate: node.publishdate ?? now,
    lastupdate: now,
    scheduled,
    showpublished: scheduled === 1 ? 0 : parent.showpublished,
    featured: node.featured ?? 0,
    approved,
    showapproved: approved === 1 ? parent.showapproved : 0,
    showopen: parent.showopen,
    protected: parent.protected,
    displayorder: node.displayorder ?? 0,
    viewperms: node.viewperms ?? parent.viewperms,
  };
}

const closureOfSelf = 'insert into closure (parent, child, depth, publishdate) values (?, ?, 0, ?)';
// The casts tell PostgreSQL the types of bare parameters in a select list.
const closureOfAncestors = `insert into closure (parent, child, depth, publishdate)
  select parent, cast(? as decimal), depth + 1, cast(? as decimal) from closure where child = ?`;

async function insertClosure(db: Db, nodeid: number, node: NewNode): Promise<void> {
  const { publishdate = node.now } = node;
  await db.run(closureOfSelf, [nodeid, nodeid, publishdate]);
  await db.run(closureOfAncestors, [nodeid, publishdate, node.parent.nodeid]);
}

/** Changes columns of one node; a new title is found at once. */
export async function updateNode(
  db: Db,
  nodeid: number,
  columns: Readonly<Record<string, Value>>,
): Promise<void> {
  await db.run(db.knex('node').where({ nodeid }).update(columns));
  if (typeof columns.title === 'string') await indexTitle(db, nodeid, columns.title);
}

/** Changes columns of several nodes; never their titles. */
export async function updateNodes(
  db: Db,
  nodeids: readonly number[],
  columns: Readonly<Record<string, number>>,
): Promise<void> {
  if (nodeids.length === 0) return;
  await db.run(db.knex('node').whereIn('nodeid', nodeids).update(columns));
}
