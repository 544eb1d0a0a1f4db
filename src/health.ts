import { countPending } from './db/migrations.ts';
import type { Environment } from './environment.ts';

/** `ok`: all is well; `degraded`: calls are served, but something is missing; `down`: calls cannot be served. */
export interface Health {
  readonly status: 'ok' | 'degraded' | 'down';
  readonly database: 'ok' | 'down';
  readonly redis: 'ok' | 'away' | 'not configured';
  readonly migrations: 'ok' | 'pending' | 'unknown';
  /** `not installed`: pictures are kept without thumbnails. */
  readonly thumbnails: 'ok' | 'not installed';
}

/** Asks each part that the process needs. */
export async function healthOf({ database, redis, files }: Environment): Promise<Health> {
  const reachable = await database.ping().then(
    () => true,
    () => false,
  );
  const migrations = reachable ? await migrationState(database.knex) : 'unknown';
  const link = redis === undefined ? 'not configured' : redis.ready ? 'ok' : 'away';
  return {
    status: !reachable ? 'down' : link === 'away' || migrations !== 'ok' ? 'degraded' : 'ok',
    database: reachable ? 'ok' : 'down',
    redis: link,
    migrations,
    thumbnails: files.images === undefined ? 'not installed' : 'ok',
  };
}

async function migrationState(
  knex: Environment['database']['knex'],
): Promise<'ok' | 'pending' | 'unknown'> {
  return countPending(knex).then(
    (pending) => (pending === 0 ? 'ok' : 'pending'),
    () => 'unknown',
  );
}
