import type { Db } from '../../db/db.ts';
import { inList } from '../../db/in-list.ts';
import { systemFolders } from './folder.ts';

/** Which conversations of a member's: those with a message in this folder. */
export interface MessageList {
  readonly userid: number;
  /** The trash is a folder like the others. */
  readonly folderid: number;
  /** Also with what came into the trash from this folder. */
  readonly showdeleted: boolean;
  /** Only requests of this kind; '' for all messages. */
  readonly about: string;
  readonly oldestFirst: boolean;
}

/** What of a conversation lies in the folder. */
export interface ListedConversation {
  readonly starter: number;
  /** The newest message there. */
  readonly newest: number;
  readonly messages: number;
  readonly unread: number;
}

/** One page of conversations, by their newest message in the folder. */
export async function listConversations(
  db: Db,
  list: MessageList,
  offset: number,
  limit: number,
): Promise<ListedConversation[]> {
  const { sql, bindings } = source(list);
  const direction = list.oldestFirst ? '' : ' desc';
  return db.all<ListedConversation>(
    `select s.starter, max(s.nodeid) as newest, count(*) as messages, sum(1 - s.msgread) as unread
      ${sql} group by s.starter order by newest${direction} limit ? offset ?`,
    [...bindings, limit, offset],
  );
}

/** How many conversations the list has. */
export async function countConversations(db: Db, list: MessageList): Promise<number> {
  const { sql, bindings } = source(list);
  const row = await db.get<{ count: number }>(
    `select count(distinct s.starter) as count ${sql}`,
    bindings,
  );
  return row?.count ?? 0;
}

function source(list: MessageList): { sql: string; bindings: (string | number)[] } {
  const { userid, folderid, showdeleted, about } = list;
  const join = about === '' ? '' : 'join pmrequest r on r.nodeid = s.starter';
  const kind = about === '' ? '' : ' and r.about = ?';
  const trash = folderid === systemFolders.trash;
  const place = trash
    ? 's.deleted = 1'
    : `s.deleted in ${showdeleted ? '(0, 1)' : '(0)'} and s.folderid = ?`;
  return {
    sql: `from sentto s ${join} where s.userid = ? and ${place}${kind}`,
    bindings: [userid, ...(trash ? [] : [folderid]), ...(about === '' ? [] : [about])],
  };
}

/** What a list shows of a message. */
export interface MessageHead {
  readonly nodeid: number;
  readonly title: string;
  readonly previewtext: string | null;
  readonly userid: number;
  readonly authorname: string;
  readonly created: number;
  readonly about: string | null;
  readonly aboutid: number | null;
}

/** The heads of messages by nodeid. */
export async function findHeads(
  db: Db,
  nodeids: readonly number[],
): Promise<ReadonlyMap<number, MessageHead>> {
  if (nodeids.length === 0) return new Map();
  const { sql, bindings } = inList(nodeids);
  const rows = await db.all<MessageHead>(
    `select n.nodeid, n.title, x.previewtext, n.userid, coalesce(u.username, n.authorname) as authorname,
        n.created, r.about, r.aboutid
      from node n left join text x on x.nodeid = n.nodeid left join "user" u on u.userid = n.userid
      left join pmrequest r on r.nodeid = n.nodeid where n.nodeid in ${sql}`,
    bindings,
  );
  return new Map(rows.map((row) => [row.nodeid, row]));
}
