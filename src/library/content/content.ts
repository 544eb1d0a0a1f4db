import type { Db } from '../../db/db.ts';
import { KeptRows } from '../../db/kept.ts';
import { inList } from '../../db/in-list.ts';
import { type FoundNode, nodeColumns, starterColumns } from '../node/node.ts';
import { furthestMark, type Mark, marksAbove } from '../marks/noderead.ts';

/** A node with all that a full answer shows: its text, author, topic and channel. */
export interface ContentRow extends FoundNode {
  readonly contenttypeclass: string;
  readonly rawtext: string | null;
  readonly message: string | null;
  readonly message_plain: string | null;
  readonly previewtext: string | null;
  readonly htmlstate: string | null;
  readonly html: string | null;
  readonly author_username: string | null;
  readonly author_displayname: string | null;
  readonly author_usertitle: string | null;
  readonly author_usergroupid: number | null;
  readonly author_joindate: number | null;
  readonly author_posts: number | null;
  readonly author_reputation: number | null;
  readonly author_avatarid: number | null;
  readonly author_avatarfiledataid: number | null;
  readonly startertitle: string | null;
  readonly starterauthorname: string | null;
  readonly starterurlident: string | null;
  readonly startertextcount: number | null;
  readonly starteropen: number | null;
  readonly channeltitle: string;
  readonly channelurlident: string;
  readonly channelguid: string | null;
  readonly channelcategory: number | null;
  readonly views: number | null;
  readonly author_signature: string | null;
  /** The last edit. */
  readonly edit_userid: number | null;
  readonly edit_username: string | null;
  readonly edit_dateline: number | null;
  readonly edit_reason: string | null;
  readonly edits: number | null;
}

/** What of contents is their reader's own. */
export interface ReaderMarks {
  /** How far he has read nodes or what they lie in, by node. */
  readonly readtimes: ReadonlyMap<number, Mark>;
  /** The authors whom he ignores. */
  readonly ignored: ReadonlySet<number>;
}

const select = `select ${nodeColumns}, t.class as contenttypeclass,
  x.rawtext, x.message, x.message_plain, x.previewtext, x.htmlstate, x.html,
  u.username as author_username, u.displayname as author_displayname, u.usertitle as author_usertitle,
  u.usergroupid as author_usergroupid, u.joindate as author_joindate, u.posts as author_posts,
  u.reputation as author_reputation, u.avatarid as author_avatarid,
  a.filedataid as author_avatarfiledataid,
  ${starterColumns}, s.title as startertitle, s.authorname as starterauthorname,
  s.urlident as starterurlident, s.textcount as startertextcount, s.showopen as starteropen,
  p.title as channeltitle, p.urlident as channelurlident, h.guid as channelguid,
  h.category as channelcategory, v.views, f.signaturehtml as author_signature,
  e.userid as edit_userid, e.username as edit_username, e.dateline as edit_dateline,
  e.reason as edit_reason, e.edits
  from node n
  join contenttype t on t.contenttypeid = n.contenttypeid
  join node p on p.nodeid = n.channelid
  left join channel h on h.nodeid = n.channelid
  left join text x on x.nodeid = n.nodeid
  left join "user" u on u.userid = n.userid
  left join customavatar a on a.userid = n.userid
  left join node s on s.nodeid = n.starter
  left join nodeview v on v.nodeid = n.nodeid
  left join usertextfield f on f.userid = n.userid
  left join editlog e on e.nodeid = n.nodeid`;

/** The row, what is the same for all its readers, and that as it is printed: the text is in each of them. */
const keptContents = new KeptRows<ContentRow>(
  ({ rawtext, message }) => 8_000 + 4 * ((rawtext?.length ?? 0) + (message?.length ?? 0)),
);

/** The nodes of the list that exist, with their content, in the list's order: one statement for any number. */
export async function findContents(db: Db, nodeids: readonly number[]): Promise<ContentRow[]> {
  const { epoch } = db;
  const wanted = [...new Set(nodeids)];
  const found = new Map<number, ContentRow>();
  for (const nodeid of wanted) {
    const known = keptContents.find(epoch, nodeid);
    if (known !== undefined) found.set(nodeid, known);
  }
  for (const row of await read(
    db,
    wanted.filter((nodeid) => !found.has(nodeid)),
  ))
    found.set(row.nodeid, keptContents.keep(epoch, row.nodeid, row));
  return wanted.flatMap((nodeid) => found.get(nodeid) ?? []);
}

async function read(db: Db, nodeids: readonly number[]): Promise<ContentRow[]> {
  if (nodeids.length === 0) return [];
  const { sql, bindings } = inList(nodeids);
  return db.all<ContentRow>(`${select} where n.nodeid in ${sql}`, bindings);
}

const noMarks: ReaderMarks = { readtimes: new Map(), ignored: new Set() };

/** What these contents are to their reader: one statement for any number, none for a guest. */
export async function findReaderMarks(
  db: Db,
  userid: number,
  contents: readonly Pick<FoundNode, 'nodeid' | 'userid'>[],
): Promise<ReaderMarks> {
  if (userid === 0 || contents.length === 0) return noMarks;
  const nodes = inList(contents.map((row) => row.nodeid));
  const authors = inList([...new Set(contents.map((row) => row.userid))]);
  const rows = await db.all<{ id: number; readtime: number | null; readid: number }>(
    `select up.child as id, ${furthestMark} ${marksAbove}
      where up.child in ${nodes.sql} group by up.child
      union all
      select relationid as id, null as readtime, 0 as readid from userlist
      where userid = ? and type = 'ignore' and relationid in ${authors.sql}`,
    [userid, ...nodes.bindings, userid, ...authors.bindings],
  );
  return {
    readtimes: new Map(
      rows.flatMap(({ id, readtime, readid }) =>
        readtime === null ? [] : [[id, { readtime, readid }] as const],
      ),
    ),
    ignored: new Set(rows.filter((row) => row.readtime === null).map((row) => row.id)),
  };
}
