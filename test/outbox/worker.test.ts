import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { drop, list, replay } from '../../src/commands/jobs.ts';
import { startServer } from '../../src/http/server.ts';
import { waysIn } from '../../src/ways-in.ts';
import { readConfig } from '../../src/config.ts';
import type { Database } from '../../src/db/db.ts';
import type { Environment } from '../../src/call/environment.ts';
import { claimJob, countJobs, insertJob, listJobs } from '../../src/library/outbox.ts';
import { createLogger } from '../../src/logger.ts';
import { backoff, triesOf } from '../../src/outbox/backoff.ts';
import type { Handlers } from '../../src/outbox/handlers.ts';
import { Worker } from '../../src/outbox/worker.ts';
import { openTestDatabase } from '../support/database.ts';

jest.setTimeout(60_000);

let database: Database;
let environment: Environment;
let stopServer: () => Promise<void>;
let now = 1_700_000_000;
const mailer = { send: async () => undefined, close: () => undefined };

beforeAll(async () => {
  database = await openTestDatabase();
  const running = await startServer(
    {
      config: readConfig({ PORT: '0', LOG_LEVEL: 'silent' }),
      database,
      log: createLogger('silent'),
      now: () => now,
    },
    waysIn,
  );
  environment = running.environment;
  stopServer = running.stop.bind(running);
});
beforeEach(async () => {
  await database.transaction((db) => db.run('delete from outbox'));
});
afterAll(async () => {
  await stopServer();
  await database.close();
});

function leave(count: number): Promise<void> {
  return database.transaction(async (db) => {
    for (let nodeid = 1; nodeid <= count; nodeid += 1)
      await insertJob(db, 'notify', { event: 'test', nodeid, userid: 1 }, now);
  });
}

function worker(notify: (nodeid: number) => Promise<void>): Worker {
  const table: Handlers = { notify: ({ nodeid }) => notify(nodeid) };
  return new Worker(environment, mailer, table);
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('workers', () => {
  test('do each job once, four of them on one database', async () => {
    await leave(40);
    const done: number[] = [];
    const workers = Array.from({ length: 4 }, () =>
      worker(async (nodeid) => {
        await new Promise((resolve) => setTimeout(resolve, 1));
        done.push(nodeid);
      }),
    );
    const counts = await Promise.all(workers.map((one) => one.drain()));
    expect(done.sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
    expect(counts.reduce((sum, count) => sum + count)).toBe(40);
    expect(await countJobs(database.reader())).toEqual({ waiting: 0, dead: 0 });
  });

  test('do a job again when the process that claimed it has died, once its lease is over', async () => {
    await leave(1);
    const claimed = await database.transaction((db) => claimJob(db, now, 300));
    expect(claimed).toMatchObject({ kind: 'notify', tries: 1 });
    const done: number[] = [];
    const other = worker(async (nodeid) => void done.push(nodeid));
    expect(await other.drain()).toBe(0);
    now += 301;
    expect(await other.drain()).toBe(1);
    expect(done).toEqual([1]);
    expect(await listJobs(database.reader(), 10)).toEqual([]);
  });

  test('leave a job alone that somebody else has claimed since', async () => {
    await leave(1);
    let second = 0;
    const slow = worker(async () => {
      now += 301;
      const job = await database.transaction((db) => claimJob(db, now, 300));
      second = job?.tries ?? 0;
    });
    await slow.drain();
    expect(second).toBe(2);
    expect(await listJobs(database.reader(), 10)).toMatchObject([{ tries: 2, dead: 0 }]);
  });

  test('are woken by a commit in their process, and finish the job at hand when stopped', async () => {
    let finish: () => void = () => undefined;
    const log: string[] = [];
    const stop = worker(async () => {
      log.push('begun');
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      log.push('finished');
    }).start();
    await leave(1);
    environment.bell.ring();
    await until(() => log.length === 1);
    const stopped = stop().then(() => log.push('stopped'));
    finish();
    await stopped;
    expect(log).toEqual(['begun', 'finished', 'stopped']);
    expect(await countJobs(database.reader())).toEqual({ waiting: 0, dead: 0 });
  });

  test('find by themselves what other processes have left', async () => {
    const done: number[] = [];
    const stop = worker(async (nodeid) => void done.push(nodeid)).start();
    await leave(3);
    await until(() => done.length === 3);
    await stop();
    expect(done.sort()).toEqual([1, 2, 3]);
  });
});

describe('failures', () => {
  test('wait twice as long each time, up to four hours, never all together', () => {
    const longest = Array.from({ length: 13 }, (_, index) => backoff(index + 1, 0));
    expect(longest).toEqual([
      10, 20, 40, 80, 160, 320, 640, 1280, 2560, 5120, 10_240, 14_400, 14_400,
    ]);
    expect(backoff(3, 1)).toBe(20);
    expect(backoff(3, 0.5)).toBe(30);
  });

  test('of a mail are dead after three days at the earliest, those of a notification within two hours', () => {
    const least = (kind: string, random: number): number =>
      Array.from({ length: triesOf(kind) - 1 }, (_, index) => backoff(index + 1, random)).reduce(
        (sum, seconds) => sum + seconds,
        0,
      );
    const day = 86_400;
    // halfway between the longest and the shortest
    expect(least('mail', 0.5)).toBeGreaterThan(3 * day);
    expect(least('mail', 0)).toBeLessThan(5 * day);
    expect(least('notify', 0)).toBeLessThan(2 * 3_600);
  });

  test('are tried again later, until they are dead, and can be replayed', async () => {
    await leave(1);
    let broken = true;
    let tries = 0;
    const one = worker(async () => {
      tries += 1;
      if (broken) throw new Error('the lamp\nis out');
    });
    expect(await one.drain()).toBe(1);
    expect(await one.drain()).toBe(0);
    for (let round = 1; round < 10; round += 1) {
      now += 14_400;
      expect(await one.drain()).toBe(1);
    }
    now += 100_000;
    expect(await one.drain()).toBe(0);
    expect(tries).toBe(10);
    expect(await countJobs(database.reader())).toEqual({ waiting: 0, dead: 1 });
    const jobid = String((await listJobs(database.reader(), 1))[0]?.jobid);
    expect(await list(database)).toMatch(
      new RegExp(`${jobid} +notify +dead +10 +- .*the lamp is out`),
    );

    broken = false;
    expect(await replay(database, jobid)).toBe('1 job is tried again.');
    now = Math.floor(Date.now() / 1000) + 1;
    expect(await one.drain()).toBe(1);
    expect(await list(database)).toBe('No jobs wait, and none is dead.');
  });

  test('of a job that ends its process are counted, too', async () => {
    await leave(1);
    for (let tries = 1; tries <= 10; tries += 1) {
      const job = await database.transaction((db) => claimJob(db, now, 300));
      expect(job?.tries).toBe(tries);
      now += 301;
    }
    let called = false;
    await worker(async () => {
      called = true;
    }).drain();
    expect(called).toBe(false);
    expect(await countJobs(database.reader())).toEqual({ waiting: 0, dead: 1 });
  });

  test('of a kind that nobody knows are put off', async () => {
    await leave(1);
    expect(await new Worker(environment, mailer, {}).drain()).toBe(1);
    const [job] = await listJobs(database.reader(), 1);
    expect(job).toMatchObject({
      tries: 1,
      dead: 0,
      error: 'nothing here does jobs of kind notify',
    });
    expect(job?.due).toBeGreaterThan(now);
  });
});

describe('the command', () => {
  test('lists waiting jobs, replays all dead ones and drops one', async () => {
    await leave(2);
    expect((await list(database)).split('\n')).toHaveLength(3);
    expect(await replay(database, 'all')).toBe('0 jobs are tried again.');
    const [job] = await listJobs(database.reader(), 1);
    expect(await drop(database, String(job?.jobid))).toBe(`Job ${job?.jobid ?? 0} is removed.`);
    expect(await countJobs(database.reader())).toEqual({ waiting: 1, dead: 0 });
  });

  test.each(['0', '-1', '1e3', 'x', '9999999999'])('names the mistake in %s', async (id) => {
    await expect(drop(database, id)).rejects.toThrow(/no job 0|not the number of a job/);
    await expect(replay(database, id)).rejects.toThrow(/no dead job 0|not the number of a job/);
  });
});

test('metrics show jobs by state and tries by outcome', async () => {
  await leave(2);
  const text = await environment.metrics.text();
  expect(text).toContain('signpost_jobs{state="waiting"} 2');
  expect(text).toContain('signpost_jobs{state="dead"} 0');
  expect(text).toMatch(/signpost_jobs_total\{outcome="failed"\} \d+/);
});
