import { CLOCK_SKEW } from '../../clock.ts';
import type { Db } from '../../db/db.ts';
import { chunksOf, inList } from '../../db/in-list.ts';
import { homeFolder, systemFolders, wroteIt } from './folder.ts';
import { insertContentNode, lockOneNode, type NewNode } from '../node/node.ts';
import { insertMessageWords } from './words.ts';
import { insertHiddenText } from '../content/text.ts';

/**
 * Who holds which message: the table `sentto` has a row for each message and each member who keeps it, and nothing else
 * decides who sees a message.
 *
 * - A conversation is its first message, the starter, and the replies directly below it.
 * - Who was given the starter takes part; he gets each new reply. Nobody holds a reply without it.
 * - `deleted` 1 is in the trash. Who deletes the starter from the trash holds nothing any more: of his rows only that of
 *   the starter stays, with `GONE`, which says that he takes part. The next reply puts it back into the trash.
 * - A message that nobody holds any more is deleted.
 */
export interface HeldMessage {
  readonly nodeid: number;
  readonly starter: number;
  readonly folderid: number;
  readonly deleted: number;
  readonly msgread: number;
  /** The author. */
  readonly userid: number;
  readonly authorname: string;
  readonly title: string;
  /** Set for a request. */
  readonly about: string | null;
}

/** Of the starter alone: its former holder takes part, and holds nothing. */
const GONE = 2;

/** Of a row `s` of `sentto`, in SQL: whether it is a copy that its member holds, in the trash or not. */
export const isCopy = `s.deleted < ${GONE}`;

const selectHeld = `select s.nodeid, s.starter, s.folderid, s.deleted, s.msgread,
  n.userid, n.authorname, n.title, r.about
  from sentto s join node n on n.nodeid = s.nodeid left join pmrequest r on r.nodeid = s.nodeid`;

/** The message, if the member holds it. */
export async function findHeld(
  db: Db,
  userid: number,
  nodeid: number,
): Promise<HeldMessage | undefined> {
  return db.get<HeldMessage>(`${selectHeld} where s.nodeid = ? and s.userid = ? and ${isCopy}`, [
    nodeid,
    userid,
  ]);
}

/** Those of the nodes that are messages which the member holds, by nodeid. */
export async function findHeldAmong(
  db: Db,
  userid: number,
  nodeids: readonly number[],
): Promise<ReadonlyMap<number, HeldMessage>> {
  if (nodeids.length === 0) return new Map();
  const { sql, bindings } = inList(nodeids);
  const rows = await db.all<HeldMessage>(
    `${selectHeld} where s.userid = ? and s.nodeid in ${sql} and ${isCopy}`,
    [userid, ...bindings],
  );
  return new Map(rows.map((row) => [row.nodeid, row]));
}

/** Which of these messages the member holds. */
export async function listHeld(
  db: Db,
  userid: number,
  nodeids: readonly number[],
): Promise<number[]> {
  if (nodeids.length === 0) return [];
  const { sql, bindings } = inList(nodeids);
  const rows = await db.all<{ nodeid: number }>(
    `select s.nodeid from sentto s where s.userid = ? and s.nodeid in ${sql} and ${isCopy}`,
    [userid, ...bindings],
  );
  return rows.map((row) => row.nodeid);
}

/** The newest messages of a conversation that the member holds, the oldest first. */
export async function listConversation(
  db: Db,
  userid: number,
  starter: number,
  limit: number,
): Promise<HeldMessage[]> {
  const rows = await db.all<HeldMessage>(
    `${selectHeld} where s.starter = ? and s.userid = ? and ${isCopy} order by s.nodeid desc limit ?`,
    [starter, userid, limit],
  );
  return rows.reverse();
}

/** Holds a conversation until the transaction ends: answers, newcomers and leavers come one after the other. */
export async function lockConversation(db: Db, starter: number): Promise<void> {
  await lockOneNode(db, starter);
}

/** Somebody who takes part in a conversation. */
export interface Participant {
  readonly starter: number;
  readonly userid: number;
  readonly username: string;
  /** 1 where he has deleted the conversation for good, so that he holds nothing of it. */
  readonly gone: number;
}

/** Those who take part in each of these conversations, whether they still hold a copy or not. */
export async function listParticipants(
  db: Db,
  starters: readonly number[],
): Promise<Participant[]> {
  if (starters.length === 0) return [];
  const { sql, bindings } = inList(starters);
  return db.all<Participant>(
    `select s.starter, s.userid, u.username, case when ${isCopy} then 0 else 1 end as gone
      from sentto s join "user" u on u.userid = s.userid
      where s.nodeid in ${sql} and s.nodeid = s.starter order by s.starter, s.userid`,
    bindings,
  );
}

/** A new message. */
export interface NewMessage {
  /** `parent` is the channel for a new conversation, the starter for a reply. */
  readonly node: NewNode;
  readonly rawtext: string;
  /** Without the author. */
  readonly recipients: readonly number[];
}

/** Sends a message: its author gets a copy, the recipients get it unread. Returns its nodeid. */
export async function insertMessage(
  db: Db,
  { node, rawtext, recipients }: NewMessage,
): Promise<number> {
  const parent = { ...node.parent, protected: 1 };
  const nodeid = await insertContentNode(db, { ...node, parent });
  await insertMessageText(db, nodeid, node.title, rawtext);
  const starter = parent.starter === 0 ? nodeid : parent.starter;
  const copy = { nodeid, starter, deleted: 0 };
  const { sent_items, messages } = systemFolders;
  if (starter !== nodeid) await restoreStarter(db, starter, recipients);
  const rows = [
    { ...copy, userid: node.userid, folderid: sent_items, msgread: 1 },
    ...recipients.map((userid) => ({ ...copy, userid, folderid: messages, msgread: 0 })),
  ];
  await db.run(db.knex('sentto').insert(rows));
  return nodeid;
}

/** A reply is read below its starter: who had deleted that for good finds it in the trash again. */
async function restoreStarter(db: Db, starter: number, userids: readonly number[]): Promise<void> {
  const { sql, bindings } = inList(userids);
  await db.run(
    `update sentto set deleted = 1 where nodeid = ? and deleted = ? and userid in ${sql}`,
    [starter, GONE, ...bindings],
  );
}

/** The text of a message or request, found by those alone who hold it. */
export async function insertMessageText(
  db: Db,
  nodeid: number,
  title: string,
  rawtext: string,
): Promise<void> {
  const plain = await insertHiddenText(db, nodeid, rawtext);
  await insertMessageWords(db, nodeid, { title, plain });
}

/** Gives the first message of a conversation to more members, who take part from now on. */
export async function insertParticipants(
  db: Db,
  starter: number,
  userids: readonly number[],
): Promise<void> {
  if (userids.length === 0) return;
  const rows = userids.map((userid) => ({
    nodeid: starter,
    starter,
    userid,
    folderid: systemFolders.messages,
    deleted: 0,
    msgread: 0,
  }));
  await db.run(db.knex('sentto').insert(rows));
}

/** What makes two messages the same. */
export interface Twin {
  readonly userid: number;
  readonly parentid: number;
  readonly title: string;
  readonly rawtext: string;
  /** Without the author; of a reply the parent says who gets it. */
  readonly recipients: readonly number[];
  readonly since: number;
  readonly now: number;
}

/** A message of the same member with the same words to the same recipients, which he has not moved to the trash. */
export async function findTwin(db: Db, twin: Twin): Promise<number | undefined> {
  const { userid, parentid, title, rawtext, recipients, since, now } = twin;
  const { sql, bindings } = inList([userid, ...recipients]);
  const row = await db.get<{ nodeid: number }>(
    `select n.nodeid from node n join text x on x.nodeid = n.nodeid
      where n.userid = ? and n.created between ? and ? and n.parentid = ? and n.title = ? and x.rawtext = ?
        and (select count(*) from sentto s where s.nodeid = n.nodeid) = ?
        and exists (select 1 from sentto s where s.nodeid = n.nodeid and s.userid = n.userid and s.deleted = 0)
        and not exists (select 1 from sentto s where s.nodeid = n.nodeid and s.userid not in ${sql})
      order by n.nodeid desc limit 1`,
    [userid, since, now + CLOCK_SKEW, parentid, title, rawtext, recipients.length + 1, ...bindings],
  );
  return row?.nodeid;
}

/** Which of a member's messages: a whole conversation, or one reply of it. */
export type Part = Pick<HeldMessage, 'nodeid' | 'starter'>;

// A starter's nodeid stands for all that the member holds of the conversation.
function partOf(userid: number, { nodeid, starter }: Part): [sql: string, bindings: number[]] {
  return nodeid === starter
    ? ['userid = ? and starter = ?', [userid, starter]]
    : ['userid = ? and nodeid = ?', [userid, nodeid]];
}

/** Marks messages as read or unread; what the member wrote himself stays read. */
export async function setRead(db: Db, userid: number, part: Part, read: boolean): Promise<void> {
  const [sql, bindings] = partOf(userid, part);
  await db.run(`update sentto set msgread = ? where ${sql} and msgread = ? and not ${wroteIt}`, [
    read ? 1 : 0,
    ...bindings,
    read ? 0 : 1,
    userid,
  ]);
}

/** Puts messages into the trash, or takes them out of it; returns how many that changed. */
export async function setDeleted(
  db: Db,
  userid: number,
  part: Part,
  deleted: boolean,
): Promise<number> {
  const [sql, bindings] = partOf(userid, part);
  return db.run(`update sentto set deleted = ? where ${sql} and deleted = ?`, [
    deleted ? 1 : 0,
    ...bindings,
    deleted ? 0 : 1,
  ]);
}

/** Puts messages into a folder, out of the trash, too. */
export async function moveTo(db: Db, userid: number, part: Part, folderid: number): Promise<void> {
  const [sql, bindings] = partOf(userid, part);
  await db.run(`update sentto set folderid = ?, deleted = 0 where ${sql}`, [folderid, ...bindings]);
}

/** Puts messages back to where they arrived: what the member wrote among the sent ones. */
export async function moveHome(db: Db, userid: number, part: Part): Promise<void> {
  const [sql, bindings] = partOf(userid, part);
  await db.run(`update sentto set deleted = 0, folderid = ${homeFolder} where ${sql}`, [
    userid,
    ...bindings,
  ]);
}

/** Takes messages from a member for good, who still takes part. What nobody holds any more is deleted. */
export async function dropHeld(db: Db, userid: number, part: Part): Promise<void> {
  const [sql, bindings] = partOf(userid, part);
  const { starter } = part;
  await db.run(`delete from sentto where ${sql} and nodeid <> starter`, bindings);
  await db.run(
    `update sentto set deleted = ?, msgread = 1, folderid = ${homeFolder} where ${sql} and nodeid = starter`,
    [GONE, userid, ...bindings],
  );
  const unheld = await db.all<{ nodeid: number }>(
    `select n.nodeid from node n where (n.nodeid = ? or n.parentid = ?)
      and not exists (select 1 from sentto s where s.nodeid = n.nodeid and ${isCopy})`,
    [starter, starter],
  );
  for (const chunk of chunksOf(unheld.map((row) => row.nodeid)))
    await db.run(db.knex('node').whereIn('nodeid', chunk).delete());
}
