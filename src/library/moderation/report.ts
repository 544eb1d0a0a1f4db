import { type Clause, nothing } from '../../db/clause.ts';
import type { Db } from '../../db/db.ts';
import type { Permissions } from '../../permissions.ts';
import { inList } from '../../db/in-list.ts';
import { inUsergroups } from '../user/membership.ts';
import { insertContentNode, type NewNode } from '../node/node.ts';
import { insertHiddenText } from '../content/text.ts';
import { listable } from '../node/visible.ts';

/**
 * A report of a post: a node below the channel of reports, which nobody enters. Who moderates the channel that the
 * reported post is in sees it, as long as he sees the post itself; once the post is gone for good, who moderates the
 * channel it was in. What is told of a channel's moderator he does not see; super moderators see all. Only they see
 * reports of private messages, with the copy of the message that was made when it was reported.
 */
export interface ReportRow {
  readonly nodeid: number;
  readonly reportnodeid: number;
  /** The channel the post was in when it was reported. */
  readonly channelid: number;
  readonly reporteduserid: number;
  /** Who reported it. */
  readonly userid: number;
  readonly closed: number;
  readonly closeduserid: number;
  readonly closedate: number;
}

const columns = `r.nodeid, r.reportnodeid, r.channelid, r.reporteduserid, r.userid, r.closed,
  r.closeduserid, r.closedate`;
const isOfMessage = 'exists (select 1 from reportedmessage m where m.nodeid = r.nodeid)';
const source = 'from report r left join node n on n.nodeid = r.reportnodeid';

/** A new report. */
export interface NewReport {
  /** `parent` is the channel of reports. */
  readonly node: NewNode;
  readonly rawtext: string;
  readonly reported: {
    readonly nodeid: number;
    readonly channelid: number;
    readonly userid: number;
  };
}

/** Inserts a report; returns its nodeid. Like all protected nodes it counts nowhere. */
export async function insertReport(
  db: Db,
  { node, rawtext, reported }: NewReport,
): Promise<number> {
  const parent = { ...node.parent, protected: 1 };
  const nodeid = await insertContentNode(db, { ...node, parent });
  await insertHiddenText(db, nodeid, rawtext);
  const row = {
    nodeid,
    reportnodeid: reported.nodeid,
    channelid: reported.channelid,
    reporteduserid: reported.userid,
    userid: node.userid,
  };
  await db.run(db.knex('report').insert(row));
  return nodeid;
}

/** Whether the member has reported the post already. */
export async function hasReported(db: Db, userid: number, reportnodeid: number): Promise<boolean> {
  const row = await db.get('select nodeid from report where reportnodeid = ? and userid = ?', [
    reportnodeid,
    userid,
  ]);
  return row !== undefined;
}

/** The channels whose reports the caller sees. */
export function reportChannels(permissions: Permissions): number[] {
  return [...permissions.viewable].filter((nodeid) =>
    permissions.moderates('canmoderateposts', nodeid),
  );
}

/** Which reports the caller sees, on the report `r` and the reported node `n`; undefined for none at all. */
export function visibleReports(permissions: Permissions): Clause | undefined {
  const channels = reportChannels(permissions);
  if (channels.length === 0) return undefined;
  const posts = listable(permissions, channels) ?? nothing;
  const gone = `n.nodeid is null and r.channelid in (${channels.join(', ')})`;
  const ofPosts = `(n.nodeid is not null and (${posts.sql})) or (${gone})`;
  if (permissions.isModerator)
    return { sql: `${ofPosts} or ${isOfMessage}`, bindings: posts.bindings };
  return {
    sql: `(${ofPosts}) and r.reporteduserid <> ?`,
    bindings: [...posts.bindings, permissions.userid],
  };
}

/** Which reports. */
export interface ReportList {
  readonly visible: Clause;
  /** Undefined for open and closed ones. */
  readonly closed?: number | undefined;
  /** 0 for those of all posts. */
  readonly reportnodeid: number;
}

/** One page of reports, by the time they came. */
export async function listReports(
  db: Db,
  list: ReportList,
  { descending, offset, limit }: { descending: boolean; offset: number; limit: number },
): Promise<ReportRow[]> {
  const { sql, bindings } = conditionOf(list);
  return db.far.all<ReportRow>(
    `select ${columns} ${source} where ${sql}
      order by r.nodeid ${descending ? 'desc' : 'asc'} limit ? offset ?`,
    [...bindings, limit, offset],
  );
}

export async function countReports(db: Db, list: ReportList): Promise<number> {
  const { sql, bindings } = conditionOf(list);
  const row = await db.far.get<{ count: number }>(
    `select count(*) as count ${source} where ${sql}`,
    bindings,
  );
  return row?.count ?? 0;
}

function conditionOf({ visible, closed, reportnodeid }: ReportList): Clause {
  return {
    sql: `(${visible.sql})${closed === undefined ? '' : ' and r.closed = ?'}${reportnodeid === 0 ? '' : ' and r.reportnodeid = ?'}`,
    bindings: [
      ...visible.bindings,
      ...(closed === undefined ? [] : [closed]),
      ...(reportnodeid === 0 ? [] : [reportnodeid]),
    ],
  };
}

/** Those of these reports that are there and visible. */
export async function findReports(
  db: Db,
  visible: Clause,
  nodeids: readonly number[],
): Promise<ReportRow[]> {
  if (nodeids.length === 0) return [];
  const { sql, bindings } = inList(nodeids);
  return db.all<ReportRow>(
    `select ${columns} ${source} where r.nodeid in ${sql} and (${visible.sql})`,
    [...bindings, ...visible.bindings],
  );
}

/** Opens or closes reports; who closes what is closed already changes nothing. */
export async function setReportsClosed(
  db: Db,
  nodeids: readonly number[],
  closed: boolean,
  by: { readonly userid: number; readonly now: number },
): Promise<void> {
  const changes = {
    closed: closed ? 1 : 0,
    closeduserid: closed ? by.userid : 0,
    closedate: closed ? by.now : 0,
  };
  const concerned = db.knex('report').whereIn('nodeid', [...nodeids]);
  await db.run(concerned.where('closed', closed ? 0 : 1).update(changes));
  const open = closed ? 0 : 1;
  await db.run(
    db
      .knex('node')
      .whereIn('nodeid', [...nodeids])
      .update({ open, showopen: open }),
  );
}

/** Deletes reports for good. */
export async function deleteReports(db: Db, nodeids: readonly number[]): Promise<void> {
  await db.run(
    db
      .knex('node')
      .whereIn('nodeid', [...nodeids])
      .delete(),
  );
}

/** Claims the sending of a report's mails: true once, for the first who asks. Also tells of the report. */
export async function claimMails(db: Db, nodeid: number): Promise<boolean> {
  return (await db.run('update report set told = 1 where nodeid = ? and told = 0', [nodeid])) > 0;
}

/** A report as a mail tells of it. */
export interface ReportToTell extends Pick<ReportRow, 'reportnodeid' | 'userid'> {
  readonly authorname: string;
  readonly reason: string;
  readonly told: number;
  /** 1 for one of a private message. */
  readonly ofmessage: number;
}

export async function findReportToTell(db: Db, nodeid: number): Promise<ReportToTell | undefined> {
  return db.get<ReportToTell>(
    `select r.reportnodeid, r.userid, r.told, n.authorname, x.message_plain as reason,
        case when ${isOfMessage} then 1 else 0 end as ofmessage
      from report r join node n on n.nodeid = r.nodeid join text x on x.nodeid = r.nodeid
      where r.nodeid = ?`,
    [nodeid],
  );
}

/** Somebody who may be on the staff. */
export interface Addressee {
  readonly userid: number;
  readonly email: string;
  readonly languageid: number;
}

/**
 * Members in one of these usergroups anywhere, by their profile or granted in some channel, and those who moderate this
 * channel or one above it.
 */
export async function listStaff(
  db: Db,
  groupids: readonly number[],
  channelid: number,
  limit: number,
): Promise<Addressee[]> {
  const { sql, bindings } = inList([0, ...groupids]);
  const member = inUsergroups([0, ...groupids]);
  return db.all<Addressee>(
    `select u.userid, u.email, u.languageid from "user" u
      where u.email <> '' and (${member.sql}
        or exists (select 1 from groupintopic g where g.userid = u.userid and g.groupid in ${sql})
        or exists (select 1 from moderator m join closure c on c.parent = m.nodeid
          where m.userid = u.userid and c.child = ?))
      order by u.userid limit ?`,
    [...member.bindings, ...bindings, channelid, limit],
  );
}
