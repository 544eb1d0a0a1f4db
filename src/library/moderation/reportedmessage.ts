import type { Db } from '../../db/db.ts';
import { inList } from '../../db/in-list.ts';

/** A private message as it was when it was reported: who handles the report sees this, and nothing else of the conversation. */
export interface ReportedMessage {
  /** The author. */
  readonly userid: number;
  readonly authorname: string;
  readonly title: string;
  readonly created: number;
  /** BBCode as written; `message` is safe HTML, `message_plain` plain text. */
  readonly rawtext: string;
  readonly message: string;
  readonly message_plain: string;
}

/** Keeps a copy of the message that a report is about; false when the message has gone. */
export async function insertReportedMessage(db: Db, nodeid: number): Promise<boolean> {
  const inserted = await db.run(
    `insert into reportedmessage
        (nodeid, authorname, title, created, rawtext, message, message_plain)
      select r.nodeid, n.authorname, n.title, n.created, x.rawtext, x.message, x.message_plain
        from report r join node n on n.nodeid = r.reportnodeid join text x on x.nodeid = n.nodeid
        where r.nodeid = ?`,
    [nodeid],
  );
  return inserted > 0;
}

/** The messages that these reports are about, by report; those of posts are left out. */
export async function findReportedMessages(
  db: Db,
  nodeids: readonly number[],
): Promise<ReadonlyMap<number, ReportedMessage>> {
  if (nodeids.length === 0) return new Map();
  const { sql, bindings } = inList(nodeids);
  const rows = await db.all<ReportedMessage & { readonly nodeid: number }>(
    `select m.nodeid, r.reporteduserid as userid, m.authorname, m.title, m.created, m.rawtext,
        m.message, m.message_plain
      from reportedmessage m join report r on r.nodeid = m.nodeid where m.nodeid in ${sql}`,
    bindings,
  );
  return new Map(rows.map(({ nodeid, ...message }) => [nodeid, message]));
}
