import type { Db } from '../../db/db.ts';
import { inList } from '../../db/in-list.ts';
import { systemFolders } from './folder.ts';
import { insertContentNode, type NewNode } from '../node/node.ts';
import { insertMessageText } from './privatemessage.ts';

/** What one member asks of another: it lies among the other's requests until he accepts or denies it. */
export interface MessageRequest {
  readonly nodeid: number;
  /** What is asked for, such as `member_to` or `follow`. */
  readonly about: string;
  /** The node that it is about; of `follow` the member who asks. */
  readonly aboutid: number;
  /** Who asks. */
  readonly userid: number;
  /** Who is asked. */
  readonly recipient: number;
}

/** A new request; `node.parent` is the channel of private messages. */
export interface NewRequest {
  readonly node: NewNode;
  readonly rawtext: string;
  readonly about: string;
  readonly aboutid: number;
  readonly recipient: number;
}

/** Puts a request before a member; returns its nodeid. */
export async function insertRequest(db: Db, request: NewRequest): Promise<number> {
  const { node, rawtext, about, aboutid, recipient } = request;
  const nodeid = await insertContentNode(db, {
    ...node,
    parent: { ...node.parent, protected: 1 },
  });
  await insertMessageText(db, nodeid, node.title, rawtext);
  await db.insert('pmrequest', { nodeid, about, aboutid }, 'nodeid');
  const folderid = systemFolders.requests;
  const row = { nodeid, userid: recipient, starter: nodeid, folderid, deleted: 0, msgread: 0 };
  await db.run(db.knex('sentto').insert(row));
  return nodeid;
}

const select = `select r.nodeid, r.about, r.aboutid, n.userid, s.userid as recipient
  from pmrequest r join node n on n.nodeid = r.nodeid join sentto s on s.nodeid = r.nodeid
  where r.nodeid = ?`;

export async function findRequest(db: Db, nodeid: number): Promise<MessageRequest | undefined> {
  return db.get<MessageRequest>(select, [nodeid]);
}

/** What a follower asks who waits for approval. */
export const FOLLOW_REQUEST = 'follow';

/** The requests of these members to follow another. */
export async function findFollowRequests(
  db: Db,
  userids: readonly number[],
  recipient: number,
): Promise<number[]> {
  if (userids.length === 0) return [];
  const { sql, bindings } = inList(userids);
  const rows = await db.all<{ nodeid: number }>(
    `select r.nodeid from sentto s join pmrequest r on r.nodeid = s.nodeid
      join node n on n.nodeid = r.nodeid
      where s.userid = ? and r.about = ? and n.userid in ${sql}`,
    [recipient, FOLLOW_REQUEST, ...bindings],
  );
  return rows.map((row) => row.nodeid);
}

/** Ends what members have asked of another: they follow him now, or do not want to any more. */
export async function endFollowRequests(
  db: Db,
  userids: readonly number[],
  recipient: number,
): Promise<void> {
  const found = await findFollowRequests(db, userids, recipient);
  for (const nodeid of found) await deleteRequest(db, nodeid);
}

/** Ends a request. */
export async function deleteRequest(db: Db, nodeid: number): Promise<void> {
  await db.run('delete from node where nodeid = ?', [nodeid]);
}

/** Grants a usergroup to a member in a channel; it may be there already. */
export async function insertGrant(
  db: Db,
  grant: { readonly userid: number; readonly nodeid: number; readonly groupid: number },
): Promise<void> {
  await db.run(
    db.knex('groupintopic').insert(grant).onConflict(['userid', 'nodeid', 'groupid']).ignore(),
  );
}

/** Whether a member has been granted a usergroup in a channel. */
export async function isGranted(
  db: Db,
  grant: { readonly userid: number; readonly nodeid: number; readonly groupid: number },
): Promise<boolean> {
  const row = await db.get(
    'select userid from groupintopic where userid = ? and nodeid = ? and groupid = ?',
    [grant.userid, grant.nodeid, grant.groupid],
  );
  return row !== undefined;
}
