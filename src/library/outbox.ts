import type { Db } from '../db/db.ts';

/** What each kind of job is told. Handlers may get the same job twice and must not mind. */
export interface JobPayloads {
  /** A mail to one address. */
  mail: { to: string; subject: string; text: string };
  /** Something happened that members may want to know of. `recipient`: the one it happened to, where no node says so. */
  notify: { event: string; nodeid: number; userid: number; recipient?: number };
  /** The time of a post has come. */
  publish: { nodeid: number };
  /** Something waits to be sent to a webhook. */
  webhook: { webhookid: number };
}
export type JobKind = keyof JobPayloads;

/** A job that a process has taken on. */
export interface ClaimedJob {
  readonly jobid: number;
  readonly kind: string;
  /** JSON. */
  readonly payload: string;
  /** This try included; it also tells this claim from all others. */
  readonly tries: number;
  readonly created: number;
}

/** A job as the operator sees it. Times are Unix seconds. */
export interface JobRow extends ClaimedJob {
  readonly due: number;
  readonly dead: number;
  readonly claimeduntil: number;
  readonly error: string;
}

const writersOfJobs = new WeakSet<Db>();
const LONGEST_ERROR = 1000;

/**
 * Leaves a job behind that is worked on once this transaction has been committed.
 * @param now Unix seconds
 * @param due not before; at once when it is left out
 */
export async function insertJob<K extends JobKind>(
  db: Db,
  kind: K,
  payload: JobPayloads[K],
  now: number,
  due = now,
): Promise<void> {
  writersOfJobs.add(db);
  await db.insert('outbox', { kind, payload: JSON.stringify(payload), created: now, due }, 'jobid');
}

/** True when this transaction has left a job behind. */
export function leftJobs(db: Db): boolean {
  return writersOfJobs.has(db);
}

const due = 'from outbox where dead = 0 and due <= ?';

/** True when a job is due: a look that holds nothing up. */
export async function isJobDue(db: Db, now: number): Promise<boolean> {
  return (await db.get(`select jobid ${due} limit 1`, [now])) !== undefined;
}

const claimedColumns = 'jobid, kind, payload, tries, created';
const claimOnSqlite = `update outbox set tries = tries + 1, due = ?, claimeduntil = ?
  where jobid = (select jobid ${due} order by due, jobid limit 1) returning ${claimedColumns}`;
const lockNext = `select ${claimedColumns} ${due} order by due, jobid limit 1 for update skip locked`;

/**
 * Takes the job that has been due longest. Until the lease is over nobody else gets it; then its process is believed
 * dead. Needs a transaction.
 * @param lease seconds
 */
export async function claimJob(
  db: Db,
  now: number,
  lease: number,
): Promise<ClaimedJob | undefined> {
  const until = now + lease;
  if (db.engine === 'sqlite') return db.get<ClaimedJob>(claimOnSqlite, [until, until, now]);
  const job = await db.get<ClaimedJob>(lockNext, [now]);
  if (job === undefined) return undefined;
  await db.run('update outbox set tries = tries + 1, due = ?, claimeduntil = ? where jobid = ?', [
    until,
    until,
    job.jobid,
  ]);
  return { ...job, tries: job.tries + 1 };
}

/** Removes a job that is done; does nothing when somebody else has claimed it since. */
export async function finishJob(db: Db, { jobid, tries }: ClaimedJob): Promise<void> {
  await db.run('delete from outbox where jobid = ? and tries = ?', [jobid, tries]);
}

/** Puts a job off until `next`, or for good when that is undefined. */
export async function failJob(
  db: Db,
  { jobid, tries }: ClaimedJob,
  error: string,
  next: number | undefined,
): Promise<void> {
  await db.run(
    `update outbox set error = ?, claimeduntil = 0, dead = ?, due = case when ? = 1 then due else ? end
      where jobid = ? and tries = ?`,
    [
      error.slice(0, LONGEST_ERROR),
      next === undefined ? 1 : 0,
      next === undefined ? 1 : 0,
      next ?? 0,
      jobid,
      tries,
    ],
  );
}

/** Waiting and dead jobs, the dead last. */
export async function listJobs(db: Db, limit: number): Promise<JobRow[]> {
  return db.all<JobRow>(
    `select ${claimedColumns}, due, dead, claimeduntil, error from outbox order by dead, due, jobid limit ?`,
    [limit],
  );
}

/** How many jobs wait (those at work included) and how many are dead. */
export async function countJobs(db: Db): Promise<{ waiting: number; dead: number }> {
  const rows = await db.all<{ dead: number; count: number }>(
    'select dead, count(*) as count from outbox group by dead',
  );
  const count = (dead: number): number => rows.find((row) => row.dead === dead)?.count ?? 0;
  return { waiting: count(0), dead: count(1) };
}

/** When the oldest job that waits was left behind, Unix seconds; undefined when none waits. */
export async function findOldestJob(db: Db): Promise<number | undefined> {
  const row = await db.get<{ created: number | null }>(
    'select min(created) as created from outbox where dead = 0',
  );
  return row?.created ?? undefined;
}

/** Gives dead jobs their tries back. @param jobid undefined for all; returns how many there were */
export async function replayJobs(db: Db, now: number, jobid?: number): Promise<number> {
  const one = jobid === undefined ? '' : ' and jobid = ?';
  return db.run(
    `update outbox set dead = 0, tries = 0, claimeduntil = 0, due = ? where dead = 1${one}`,
    jobid === undefined ? [now] : [now, jobid],
  );
}

/** Removes a job, waiting or dead; false when there is none. */
export async function dropJob(db: Db, jobid: number): Promise<boolean> {
  return (await db.run('delete from outbox where jobid = ?', [jobid])) > 0;
}
