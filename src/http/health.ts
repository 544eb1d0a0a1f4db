import { countPending } from '../db/migrations.ts';
import type { Database } from '../db/db.ts';
import type { Environment } from '../call/environment.ts';
import { countJobs } from '../library/outbox.ts';
import { version } from '../version.ts';

/**
 * `ok`: all is well; `degraded`: calls are served, but something is missing; `stopping`: send no more here; `down`: calls
 * cannot be served.
 */
export interface Health {
  readonly status: 'ok' | 'degraded' | 'stopping' | 'down';
  readonly version: string;
  readonly database: 'ok' | 'down';
  readonly redis: 'ok' | 'away' | 'not configured';
  readonly migrations: 'ok' | 'pending' | 'unknown';
  /** `not installed`: pictures are kept without thumbnails. */
  readonly thumbnails: 'ok' | 'not installed';
  /** `full`: in the last minute something found no room. */
  readonly disk: 'ok' | 'full';
  /** Where uploads are kept; `failing`: in the last minute one could not be stored. */
  readonly files: 'ok' | 'failing' | 'unreachable';
  /** `dead`: some have failed for good; see `signpost jobs`. */
  readonly jobs: 'ok' | 'dead' | 'unknown';
  /** `not trusted`: a proxy forwards requests and TRUST_PROXY is 0. */
  readonly proxy: 'ok' | 'not trusted';
  /** `busy`: calls are refused, since there are too many. */
  readonly load: 'ok' | 'busy';
}

/** A balancer asks every few seconds and wants an answer, whatever hangs. */
const PATIENCE_MS = 1_500;
const A_MINUTE_MS = 60_000;

const missing: ReadonlySet<string> = new Set([
  ...[
    'away',
    'pending',
    'unknown',
    'full',
    'failing',
    'unreachable',
    'dead',
    'not trusted',
    'busy',
  ],
]);

const asked = new WeakMap<Environment, Promise<Health>>();

/** Asks each part that the process needs; whoever wants to know meanwhile gets the same answer. */
export function healthOf(environment: Environment): Promise<Health> {
  const health = asked.get(environment) ?? askAll(environment);
  asked.set(environment, health);
  const forget = (): void => void asked.delete(environment);
  health.then(forget, forget);
  return health;
}

async function askAll(environment: Environment): Promise<Health> {
  const { database, redis, files, faults, proxies, admission } = environment;
  const [reachable, migrations, jobs, storage] = await Promise.all([
    isReachable(database),
    answer(migrationState(environment), 'unknown'),
    answer(jobState(environment), 'unknown'),
    answer(filesState(environment), 'unreachable'),
  ]);
  const parts = {
    version: version(),
    database: reachable ? 'ok' : 'down',
    redis: redis === undefined ? 'not configured' : redis.ready ? 'ok' : 'away',
    migrations,
    thumbnails: files.images === undefined ? 'not installed' : 'ok',
    disk: faults.seenWithin('storage_full', A_MINUTE_MS) ? 'full' : 'ok',
    files: storage,
    jobs,
    proxy: proxies.unknown ? 'not trusted' : 'ok',
    load: admission.overloaded ? 'busy' : 'ok',
  } as const;
  const degraded = Object.values(parts).some((state) => missing.has(state));
  return { status: statusOf(environment, reachable, degraded), ...parts };
}

/** Whether the database answers, and does so soon. */
export async function isReachable(database: Database): Promise<boolean> {
  return answer(
    database.ping().then(() => true),
    false,
  );
}

function statusOf(
  environment: Environment,
  reachable: boolean,
  degraded: boolean,
): Health['status'] {
  if (!reachable) return 'down';
  if (environment.stopping()) return 'stopping';
  return degraded ? 'degraded' : 'ok';
}

async function migrationState({ database }: Environment): Promise<'ok' | 'pending'> {
  return (await countPending(database.knex)) === 0 ? 'ok' : 'pending';
}

async function filesState({ files, faults }: Environment): Promise<'ok' | 'failing'> {
  await files.storage.check();
  return faults.seenWithin('upload_writefile_failed', A_MINUTE_MS) ? 'failing' : 'ok';
}

async function jobState({ database }: Environment): Promise<'ok' | 'dead'> {
  return (await countJobs(database.reader())).dead === 0 ? 'ok' : 'dead';
}

/** What was asked, or what is said when that fails or takes too long. */
async function answer<T, const Otherwise>(
  asked: Promise<T>,
  otherwise: Otherwise,
): Promise<T | Otherwise> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Otherwise>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, otherwise);
  });
  return Promise.race([asked.catch(() => otherwise), late]).finally(() => {
    clearTimeout(timer);
  });
}
