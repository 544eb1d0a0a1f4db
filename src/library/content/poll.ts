import type { Db } from '../../db/db.ts';
import { inList } from '../../db/in-list.ts';

/** A poll: what a topic or reply of that type has beside its text. Its counts are always those of its votes. */
export interface PollRow {
  readonly nodeid: number;
  /** Empty when the title of its post is the question. */
  readonly question: string;
  /** 1 when one may choose several options. */
  readonly multiple: number;
  /** 1 when everybody sees who has voted. */
  readonly public: number;
  /** When it closes, Unix seconds; 0 for never. */
  readonly timeout: number;
  /** Of all options. */
  readonly votes: number;
  readonly voters: number;
  readonly lastvote: number;
}

export interface PollOptionRow {
  readonly polloptionid: number;
  readonly nodeid: number;
  readonly title: string;
  readonly votes: number;
}

/** What its author says of a poll. */
export type PollSettings = Pick<PollRow, 'question' | 'multiple' | 'public' | 'timeout'>;

/** Who votes: a member, or with the userid 0 the guests of one address. */
export interface Voter {
  readonly userid: number;
  readonly ipaddress: string;
}

const columns = 'nodeid, question, multiple, public, timeout, votes, voters, lastvote';

export async function insertPoll(
  db: Db,
  nodeid: number,
  settings: PollSettings,
  titles: readonly string[],
): Promise<void> {
  await db.run(db.knex('poll').insert({ nodeid, ...settings }));
  await insertPollOptions(
    db,
    nodeid,
    titles.map((title, displayorder) => ({ title, displayorder })),
  );
}

export async function insertPollOptions(
  db: Db,
  nodeid: number,
  options: readonly { readonly title: string; readonly displayorder: number }[],
): Promise<void> {
  if (options.length === 0) return;
  await db.run(db.knex('polloption').insert(options.map((option) => ({ nodeid, ...option }))));
}

export async function updatePoll(
  db: Db,
  nodeid: number,
  settings: Partial<PollSettings>,
): Promise<void> {
  if (Object.keys(settings).length === 0) return;
  await db.run(db.knex('poll').where({ nodeid }).update(settings));
}

export async function updatePollOption(
  db: Db,
  polloptionid: number,
  option: { readonly title: string; readonly displayorder: number },
): Promise<void> {
  await db.run(db.knex('polloption').where({ polloptionid }).update(option));
}

/** Deletes options with their votes. Who chose nothing else has not voted then. Hold the poll first. */
export async function deletePollOptions(
  db: Db,
  nodeid: number,
  polloptionids: readonly number[],
): Promise<void> {
  if (polloptionids.length === 0) return;
  await db.run(db.knex('pollvote').whereIn('polloptionid', polloptionids).delete());
  await db.run(db.knex('polloption').whereIn('polloptionid', polloptionids).delete());
  await db.run(
    `delete from pollvoter where nodeid = ?
      and not exists (select 1 from pollvote v where v.pollvoterid = pollvoter.pollvoterid)`,
    [nodeid],
  );
  await db.run(
    `update poll set
        votes = (select coalesce(sum(o.votes), 0) from polloption o where o.nodeid = poll.nodeid),
        voters = (select count(*) from pollvoter w where w.nodeid = poll.nodeid)
      where nodeid = ?`,
    [nodeid],
  );
}

/**
 * Makes the poll of one post another's, with its options and votes.
 * @param title of the post that had it: what the poll asks that has no question of its own
 */
export async function movePoll(db: Db, from: number, to: number, title: string): Promise<void> {
  const poll = await holdPoll(db, from);
  if (poll === undefined) return;
  const question = poll.question || title;
  // Options and voters are of a poll at every moment: the database sees to it.
  await db.run(db.knex('poll').insert({ ...poll, nodeid: to, question }));
  await db.run('update polloption set nodeid = ? where nodeid = ?', [to, from]);
  await db.run('update pollvoter set nodeid = ? where nodeid = ?', [to, from]);
  await db.run('delete from poll where nodeid = ?', [from]);
}

/** The poll, held until the transaction ends: of votes at the same time one comes after the other. */
export async function holdPoll(db: Db, nodeid: number): Promise<PollRow | undefined> {
  return db.get<PollRow>(`select ${columns} from poll where nodeid = ?${db.forUpdate}`, [nodeid]);
}

export async function findPolls(db: Db, nodeids: readonly number[]): Promise<PollRow[]> {
  if (nodeids.length === 0) return [];
  const { sql, bindings } = inList(nodeids);
  return db.all<PollRow>(`select ${columns} from poll where nodeid in ${sql}`, bindings);
}

/** The options of these polls, each poll's in their order. */
export async function listPollOptions(
  db: Db,
  nodeids: readonly number[],
): Promise<PollOptionRow[]> {
  return optionsWhere(db, 'nodeid', nodeids);
}

/** The options of the list that exist. */
export async function findPollOptions(
  db: Db,
  polloptionids: readonly number[],
): Promise<PollOptionRow[]> {
  return optionsWhere(db, 'polloptionid', polloptionids);
}

async function optionsWhere(
  db: Db,
  column: 'nodeid' | 'polloptionid',
  ids: readonly number[],
): Promise<PollOptionRow[]> {
  if (ids.length === 0) return [];
  const { sql, bindings } = inList(ids);
  return db.all<PollOptionRow>(
    `select polloptionid, nodeid, title, votes from polloption where ${column} in ${sql}
      order by nodeid, displayorder, polloptionid`,
    bindings,
  );
}

/** Keeps who votes for what, and counts it. Returns false when he has voted before. Hold the poll first. */
export async function insertPollVotes(
  db: Db,
  nodeid: number,
  voter: Voter,
  polloptionids: readonly number[],
  now: number,
): Promise<boolean> {
  if (await hasVotedIn(db, nodeid, voter)) return false;
  const row = { nodeid, ...voter, votedate: now };
  const pollvoterid = await db.insert('pollvoter', row, 'pollvoterid');
  const votes = polloptionids.map((polloptionid) => ({ polloptionid, pollvoterid }));
  await db.run(db.knex('pollvote').insert(votes));
  const { sql, bindings } = inList(polloptionids);
  await db.run(`update polloption set votes = votes + 1 where polloptionid in ${sql}`, bindings);
  await db.run(
    'update poll set votes = votes + ?, voters = voters + 1, lastvote = ? where nodeid = ?',
    [votes.length, now, nodeid],
  );
  return true;
}

async function hasVotedIn(db: Db, nodeid: number, voter: Voter): Promise<boolean> {
  const found = await db.get(
    'select pollvoterid from pollvoter where nodeid = ? and userid = ? and ipaddress = ?',
    [nodeid, voter.userid, voter.ipaddress],
  );
  return found !== undefined;
}

/** The options of these polls that he has chosen. */
export async function listChosen(
  db: Db,
  nodeids: readonly number[],
  voter: Voter,
): Promise<number[]> {
  if (nodeids.length === 0) return [];
  const { sql, bindings } = inList(nodeids);
  const rows = await db.all<{ polloptionid: number }>(
    `select v.polloptionid from pollvoter w join pollvote v on v.pollvoterid = w.pollvoterid
      where w.userid = ? and w.ipaddress = ? and w.nodeid in ${sql}`,
    [voter.userid, voter.ipaddress, ...bindings],
  );
  return rows.map((row) => row.polloptionid);
}

export interface OptionVoter {
  readonly polloptionid: number;
  readonly userid: number;
  readonly username: string;
}

/** The members among the latest voters for each option of these polls, the latest first: at most so many for each. */
export async function listOptionVoters(
  db: Db,
  nodeids: readonly number[],
  most: number,
): Promise<OptionVoter[]> {
  if (nodeids.length === 0) return [];
  const { sql, bindings } = inList(nodeids);
  // The index on votes goes straight to the latest ones, however many there are.
  return db.all<OptionVoter>(
    `select v.polloptionid, w.userid, u.username from polloption o
      join pollvote v on v.polloptionid = o.polloptionid and v.pollvoterid >= coalesce((
        select x.pollvoterid from pollvote x where x.polloptionid = o.polloptionid
        order by x.pollvoterid desc limit 1 offset ?), 0)
      join pollvoter w on w.pollvoterid = v.pollvoterid
      join "user" u on u.userid = w.userid
      where o.nodeid in ${sql} order by v.polloptionid, v.pollvoterid desc`,
    [most - 1, ...bindings],
  );
}
