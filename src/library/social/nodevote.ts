import type { Db } from '../../db/db.ts';
import { inList } from '../../db/in-list.ts';

/** The type that `node.votes` counts. */
export const LIKE = 1;

export interface VoteTypeRow {
  readonly votetypeid: number;
  readonly label: string;
  readonly emoji: string;
  readonly votegroupid: number;
  /** What it adds to the author's reputation: 1, 0 or -1. */
  readonly value: number;
  /** The URL of its picture; empty for the emoji alone. */
  readonly icon: string;
}

export interface Vote {
  readonly nodeid: number;
  readonly votetypeid: number;
  readonly userid: number;
}

/** The reactions that members may give, in their order. */
export async function listVoteTypes(db: Db): Promise<VoteTypeRow[]> {
  return db.all<VoteTypeRow>(
    `select votetypeid, label, emoji, votegroupid, value, icon from votetype
      where enabled = 1 order by displayorder, votetypeid`,
  );
}

/** True when the member has voted for the node, with whatever type. */
export async function hasVoted(db: Db, nodeid: number, userid: number): Promise<boolean> {
  const sql = 'select nodevoteid from nodevote where nodeid = ? and userid = ? limit 1';
  return (await db.get(sql, [nodeid, userid])) !== undefined;
}

/**
 * Votes: what the member has given the node before is replaced. Returns what it was: undefined for nothing, and when
 * it was the same, nothing changes. Lock the node first.
 */
export async function insertVote(
  db: Db,
  vote: Vote & { readonly value: number },
  author: number,
  now: number,
): Promise<KeptVote | undefined> {
  const before = await findVote(db, vote);
  if (before?.votetypeid === vote.votetypeid) return before;
  if (before !== undefined) await removeVote(db, vote.nodeid, before, author);
  await db.run(db.knex('nodevote').insert({ ...vote, dateline: now }));
  await countVote(db, vote.nodeid, author, { ...vote, by: 1 });
  return before;
}

/** Takes a vote back; returns false when there was none. Lock the node first. */
export async function deleteVote(db: Db, vote: Vote, author: number): Promise<boolean> {
  const given = await findVote(db, vote);
  if (given?.votetypeid !== vote.votetypeid) return false;
  await removeVote(db, vote.nodeid, given, author);
  return true;
}

interface KeptVote {
  readonly nodevoteid: number;
  readonly votetypeid: number;
  /** What it was worth when it was given. */
  readonly value: number;
}

async function findVote(
  db: Db,
  { nodeid, userid }: Pick<Vote, 'nodeid' | 'userid'>,
): Promise<KeptVote | undefined> {
  return db.get<KeptVote>(
    'select nodevoteid, votetypeid, value from nodevote where nodeid = ? and userid = ?',
    [nodeid, userid],
  );
}

async function removeVote(db: Db, nodeid: number, given: KeptVote, author: number): Promise<void> {
  await db.run('delete from nodevote where nodevoteid = ?', [given.nodevoteid]);
  await countVote(db, nodeid, author, { ...given, by: -1 });
}

/** The node counts likes, its author's reputation what they and all others are worth. */
async function countVote(
  db: Db,
  nodeid: number,
  author: number,
  { votetypeid, value, by }: Pick<KeptVote, 'votetypeid' | 'value'> & { readonly by: 1 | -1 },
): Promise<void> {
  if (votetypeid === LIKE)
    await db.run('update node set votes = votes + ? where nodeid = ?', [by, nodeid]);
  if (author !== 0 && value !== 0)
    await db.run('update "user" set reputation = reputation + ? where userid = ?', [
      by * value,
      author,
    ]);
}

export async function findVoteId(db: Db, vote: Vote): Promise<number> {
  const row = await db.get<{ nodevoteid: number }>(
    'select nodevoteid from nodevote where nodeid = ? and votetypeid = ? and userid = ?',
    [vote.nodeid, vote.votetypeid, vote.userid],
  );
  return row?.nodevoteid ?? 0;
}

export interface VoteCount {
  readonly nodeid: number;
  readonly votetypeid: number;
  readonly votes: number;
  /** 1 when the member has voted so. */
  readonly ivoted: number;
}

/** The votes of each node and type that has any. */
export async function countVotes(
  db: Db,
  nodeids: readonly number[],
  userid: number,
): Promise<VoteCount[]> {
  if (nodeids.length === 0) return [];
  const { sql, bindings } = inList(nodeids);
  return db.all<VoteCount>(
    `select nodeid, votetypeid, count(*) as votes, max(case when userid = ? then 1 else 0 end) as ivoted
      from nodevote where nodeid in ${sql} group by nodeid, votetypeid`,
    [userid === 0 ? -1 : userid, ...bindings],
  );
}

/** Who has voted how for a node. */
export interface GivenVote {
  readonly nodeid: number;
  readonly userid: number;
  readonly votetypeid: number;
}

/** The votes for these nodes, the newest of each first and so many of each at most: one statement for any number. */
export async function listVotes(
  db: Db,
  nodeids: readonly number[],
  limit: number,
): Promise<GivenVote[]> {
  if (nodeids.length === 0) return [];
  const { sql, bindings } = inList(nodeids);
  return db.all<GivenVote>(
    `select nodeid, userid, votetypeid from (
        select nodeid, userid, votetypeid, nodevoteid,
          row_number() over (partition by nodeid order by nodevoteid desc) as place
        from nodevote where nodeid in ${sql}) v
      where place <= ? order by nodeid, nodevoteid desc`,
    [...bindings, limit],
  );
}

/** The ids of those who have voted so, the newest first. */
export async function listVoters(
  db: Db,
  nodeid: number,
  votetypeid: number,
  limit: number,
): Promise<number[]> {
  const rows = await db.all<{ userid: number }>(
    `select userid from nodevote where nodeid = ? and votetypeid = ? order by nodevoteid desc limit ?`,
    [nodeid, votetypeid, limit],
  );
  return rows.map((row) => row.userid);
}
