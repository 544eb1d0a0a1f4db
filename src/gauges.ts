import type { Environment } from './call/environment.ts';
import type { GateLoad } from './gate.ts';
import { isReachable } from './http/health.ts';
import { countJobs, findOldestJob } from './library/outbox.ts';
import { hashing } from './library/user/password.ts';
import { pictures } from './storage/images.ts';
import { version } from './version.ts';

/** What knex's pool of connections tells. */
interface Pool {
  numUsed(): number;
  numFree(): number;
  numPendingAcquires(): number;
}

/** Makes `/metrics` show how the process and what it needs are doing; each is looked at when somebody asks. */
export function registerGauges(environment: Environment): void {
  const { metrics, admission, redis, database } = environment;
  metrics.gauge(
    'build_info',
    'The release, and the Node.js that it runs on.',
    ['version', 'node'],
    () => [[{ version: version(), node: process.version }, 1]],
  );
  metrics.gauge('calls_working', 'Calls at work, by what they do.', ['mode'], () =>
    Object.entries(admission.working).map(([mode, count]) => [{ mode }, count]),
  );
  metrics.gauge('calls_waiting', 'Calls that wait for others to end.', [], () => [
    [{}, admission.waiting],
  ]);
  metrics.gauge('overloaded', '1 while calls are refused with toobusy.', [], () => [
    [{}, Number(admission.overloaded)],
  ]);
  metrics.gauge('event_loop_utilization', 'The part of its time that the loop works.', [], () => [
    [{}, admission.utilization],
  ]);
  metrics.gauge('queue', 'Work that has a queue of its own, by state.', ['name', 'state'], () => [
    ...statesOf('passwords', hashing.load),
    ...statesOf('pictures', pictures.load),
  ]);
  metrics.gauge('database_up', '1 while the database answers.', [], async () => [
    [{}, Number(await isReachable(database))],
  ]);
  metrics.gauge(
    'database_connections',
    'Connections to a database server, by state.',
    ['state'],
    () => poolStates(environment),
  );
  metrics.gauge('redis_up', '1 while Redis answers; missing without Redis.', [], () =>
    redis === undefined ? [] : [[{}, Number(redis.ready)]],
  );
  metrics.gauge('jobs', 'Jobs in the outbox by state: waiting or dead.', ['state'], async () =>
    Object.entries(await countJobs(database.reader())).map(([state, count]) => [{ state }, count]),
  );
  metrics.gauge(
    'oldest_job_seconds',
    'How long the oldest waiting job has waited.',
    [],
    async () => {
      const created = await findOldestJob(database.reader());
      return [[{}, created === undefined ? 0 : Math.max(0, environment.now() - created)]];
    },
  );
}

function statesOf(name: string, load: GateLoad): [Record<string, string>, number][] {
  return Object.entries(load).map(([state, count]: [string, number]) => [{ name, state }, count]);
}

function poolStates({ database }: Environment): [Record<string, string>, number][] {
  const { pool } = database.knex.client as { pool?: Pool };
  if (database.engine === 'sqlite' || pool === undefined) return [];
  return [
    [{ state: 'used' }, pool.numUsed()],
    [{ state: 'free' }, pool.numFree()],
    [{ state: 'waiting' }, pool.numPendingAcquires()],
  ];
}
