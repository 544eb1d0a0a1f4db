import type { Db } from '../db/db.ts';
import { systemFolders } from './message-folder.ts';
import { insertContentNode, type NewNode } from './node.ts';
import { insertText } from './text.ts';

/** What one member asks of another: it lies among the other's requests until he accepts or denies it. */
export interface MessageRequest {
  readonly nodeid: number;
  /** What is asked for, such as `member_to`. */
  readonly about: string;
  /** The node that it is about. */
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
  await insertText(db, nodeid, rawtext);
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
