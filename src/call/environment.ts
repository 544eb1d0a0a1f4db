import type { Logger } from 'pino';
import type { Admission } from '../memory/admission.ts';
import type { BadKeys } from '../memory/bad-keys.ts';
import type { Caches } from '../memory/caches.ts';
import type { Config } from '../config.ts';
import type { Context } from './context.ts';
import type { Database } from '../db/db.ts';
import type { Registry } from './registry.ts';
import type { Allowances } from '../memory/allowance.ts';
import type { Faults } from '../memory/faults.ts';
import type { KeyUses } from '../memory/key-uses.ts';
import type { Limits } from '../memory/limits.ts';
import type { Metrics } from '../metrics.ts';
import type { Bell } from '../memory/bell.ts';
import type { ProxyWatch } from '../memory/proxy-watch.ts';
import type { RedisLink } from '../memory/redis.ts';
import type { Files } from '../storage/files.ts';
import type { Touches } from '../memory/touches.ts';
import type { Views } from '../memory/views.ts';

/** A service class as the registry knows it. */
export type ServiceClass = new (ctx: Context) => object;

/** What a process has once and every call uses. */
export interface Environment {
  readonly config: Config;
  readonly database: Database;
  readonly redis: RedisLink | undefined;
  readonly caches: Caches;
  readonly limits: Limits;
  readonly badKeys: BadKeys;
  /** How much is let in at once. */
  readonly admission: Admission;
  readonly faults: Faults;
  readonly proxies: ProxyWatch;
  readonly allowances: Allowances;
  readonly metrics: Metrics;
  /** Rung when a call has left jobs in the outbox. */
  readonly bell: Bell;
  readonly log: Logger;
  readonly files: Files;
  readonly views: Views;
  readonly touches: Touches;
  readonly keyUses: KeyUses;
  readonly registry: Registry<ServiceClass>;
  /** Unix seconds. */
  now(): number;
  /** Where members reach the board, without a slash at the end. */
  baseUrl(): string;
  /** True from the moment that the process is told to stop. */
  stopping(): boolean;
}
