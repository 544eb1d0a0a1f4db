import { Command } from 'commander';
import type { Database } from '../db/db.ts';
import { dropJob, type JobRow, listJobs, replayJobs } from '../library/outbox.ts';

const MOST_ROWS = 200;

/** `signpost jobs`: what waits in the outbox, and what has failed for good. */
export function jobsCommand(): Command {
  const command = new Command('jobs')
    .description('list the jobs that wait and those that are dead')
    .action(() => show(list));
  command
    .command('replay')
    .description('let dead jobs be tried again')
    .argument('<id>', 'the number of a job, or all')
    .action((id: string) => show((database) => replay(database, id)));
  command
    .command('drop')
    .description('remove a job, waiting or dead, without doing it')
    .argument('<id>', 'the number of the job')
    .action((id: string) => show((database) => drop(database, id)));
  return command;
}

async function show(work: (database: Database) => Promise<string>): Promise<void> {
  const { onBoard } = await import('./existing-board.ts');
  process.stdout.write(`${await onBoard(work)}\n`);
}

/** The jobs as a table. */
export async function list(database: Database): Promise<string> {
  const rows = await listJobs(database.reader(), MOST_ROWS);
  return rows.length === 0 ? 'No jobs wait, and none is dead.' : table(rows, seconds());
}

/** @param id a number, or `all` */
export async function replay(database: Database, id: string): Promise<string> {
  const jobid = id === 'all' ? undefined : jobNumber(id);
  const count = await database.transaction((db) => replayJobs(db, seconds(), jobid));
  if (count === 0 && jobid !== undefined) throw new Error(`There is no dead job ${jobid}.`);
  return `${count} ${count === 1 ? 'job is' : 'jobs are'} tried again.`;
}

export async function drop(database: Database, id: string): Promise<string> {
  const jobid = jobNumber(id);
  const dropped = await database.transaction((db) => dropJob(db, jobid));
  if (!dropped) throw new Error(`There is no job ${jobid}.`);
  return `Job ${jobid} is removed.`;
}

function jobNumber(id: string): number {
  if (!/^\d{1,9}$/.test(id)) throw new Error(`${id} is not the number of a job.`);
  return Number(id);
}

function seconds(): number {
  return Math.floor(Date.now() / 1000);
}

const heads = ['id', 'kind', 'state', 'tries', 'next try', 'created', 'error'] as const;

function table(rows: readonly JobRow[], now: number): string {
  const cells = [heads, ...rows.map((row) => cellsOf(row, now))];
  const widths = heads.map((_, column) =>
    Math.max(...cells.map((line) => line[column]?.length ?? 0)),
  );
  return cells
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function cellsOf(row: JobRow, now: number): readonly string[] {
  const state = row.dead === 1 ? 'dead' : row.claimeduntil > now ? 'at work' : 'waiting';
  const next = row.dead === 1 ? '-' : time(row.due);
  const error = row.error.replace(/[\p{Cc}\s]+/gu, ' ').slice(0, 100);
  return [`${row.jobid}`, row.kind, state, `${row.tries}`, next, time(row.created), error];
}

function time(unix: number): string {
  return new Date(unix * 1000).toISOString().slice(0, 19).replace('T', ' ');
}
