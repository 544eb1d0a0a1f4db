import type { Logger } from 'pino';
import type { Caches } from './caches.ts';
import type { Config } from './config.ts';
import type { Context } from './context.ts';
import type { Database } from './db/db.ts';
import type { Registry } from './dispatch/registry.ts';
import type { Limits } from './limits.ts';
import type { Metrics } from './metrics.ts';
import type { Bell } from './outbox/bell.ts';
import type { RedisLink } from './redis.ts';
import type { Files } from './storage/files.ts';
import type { Views } from './views.ts';

/** A service class as the registry knows it. */
export type ServiceClass = new (ctx: Context) => object;

/** What a process has once and every call uses. */
export interface Environment {
  readonly config: Config;
  readonly database: Database;
  readonly redis: RedisLink | undefined;
  readonly caches: Caches;
  readonly limits: Limits;
  readonly metrics: Metrics;
  /** Rung when a call has left jobs in the outbox. */
  readonly bell: Bell;
  readonly log: Logger;
  readonly files: Files;
  readonly views: Views;
  readonly registry: Registry<ServiceClass>;
  /** Unix seconds. */
  now(): number;
  /** Where members reach the board, without a slash at the end. */
  baseUrl(): string;
}
