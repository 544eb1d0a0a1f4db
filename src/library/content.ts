import type { Db } from '../db/db.ts';
import { inList } from './in-list.ts';
import { type FoundNode, nodeColumns, starterColumns } from './node.ts';
import { latestMark } from './noderead.ts';

/** A node with all that a full answer shows: its text, author, topic and channel. */
export interface ContentRow extends FoundNode {
  readonly contenttypeclass: string;
  readonly rawtext: string | null;
  readonly message: string | null;
  readonly message_plain: string | null;
  readonly previewtext: string | null;
  readonly htmlstate: string | null;
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
  readonly views: number | null;
  /** The latest mark on the node and what it lies in. */
  readonly readtime: number | null;
  readonly author_signature: string | null;
  /** Set when the reader ignores the author. */
  readonly ignored: number | null;
}

/** A guest has no marks: they need not be looked for. */
const readTimes = {
  member: latestMark,
  guest: 'case when 0 = ? then 0 end',
} as const;

const select = (readtime: string): string => `select ${nodeColumns}, t.class as contenttypeclass,
  x.rawtext, x.message, x.message_plain, x.previewtext, x.htmlstate,
  u.username as author_username, u.displayname as author_displayname, u.usertitle as author_usertitle,
  u.usergroupid as author_usergroupid, u.joindate as author_joindate, u.posts as author_posts,
  u.reputation as author_reputation, u.avatarid as author_avatarid,
  a.filedataid as author_avatarfiledataid,
  ${starterColumns}, s.title as startertitle, s.authorname as starterauthorname,
  s.urlident as starterurlident, s.textcount as startertextcount, s.showopen as starteropen,
  p.title as channeltitle, p.urlident as channelurlident, h.guid as channelguid, v.views,
  ${readtime} as readtime,
  f.signaturehtml as author_signature, i.relationid as ignored
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
  left join userlist i on i.userid = ? and i.type = 'ignore' and i.relationid = n.userid`;
const selects = { member: select(readTimes.member), guest: select(readTimes.guest) } as const;

/**
 * The nodes of the list that exist, with their content, in the list's order: one statement for any number.
 * @param userid whose read marks and ignored members are shown
 */
export async function findContents(
  db: Db,
  nodeids: readonly number[],
  userid: number,
): Promise<ContentRow[]> {
  if (nodeids.length === 0) return [];
  const { sql, bindings } = inList(nodeids);
  const rows = await db.all<ContentRow>(
    `${selects[userid === 0 ? 'guest' : 'member']} where n.nodeid in ${sql}`,
    [userid, userid, ...bindings],
  );
  const byId = new Map(rows.map((row) => [row.nodeid, row]));
  return [...new Set(nodeids)].flatMap((nodeid) => byId.get(nodeid) ?? []);
}
