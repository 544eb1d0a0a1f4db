import { Admission } from './memory/admission.ts';
import { BadKeys } from './memory/bad-keys.ts';
import { Caches } from './memory/caches.ts';
import type { Config } from './config.ts';
import type { Database } from './db/db.ts';
import { manifest } from './call/manifest.ts';
import { buildRegistry } from './call/registry.ts';
import type { Environment, ServiceClass } from './call/environment.ts';
import { Faults } from './memory/faults.ts';
import { services } from './generated/services.ts';
import { Allowance } from './memory/allowance.ts';
import { KeyUses } from './memory/key-uses.ts';
import { Touches } from './memory/touches.ts';
import { Limits } from './memory/limits.ts';
import type { Logger } from 'pino';
import { Metrics } from './metrics.ts';
import { Bell } from './memory/bell.ts';
import { ProxyWatch } from './memory/proxy-watch.ts';
import { RedisLink } from './memory/redis.ts';
import { type FetchRules, publicWeb } from './storage/fetch-url.ts';
import { openImages } from './storage/images.ts';
import { openStorage } from './storage/storage.ts';
import { Views } from './memory/views.ts';

/** What a process is made of. */
export interface Parts {
  readonly config: Config;
  readonly database: Database;
  readonly log: Logger;
  /** Unix seconds; the clock when left out. */
  readonly now?: () => number;
  /** Where files may be fetched from; the public web when left out. */
  readonly rules?: FetchRules;
}

/** Makes what a process has once. */
export async function createEnvironment(
  { config, database, log, now, rules }: Parts,
  baseUrl: () => string,
  stopping: () => boolean,
): Promise<Environment> {
  const storage = await openStorage(config.FILES_URL);
  const metrics = new Metrics();
  const redis =
    config.REDIS_URL === '' ? undefined : new RedisLink(config.REDIS_URL, config.REDIS_PREFIX, log);
  const caches = new Caches(database, redis);
  return {
    config,
    database,
    redis,
    caches,
    limits: new Limits(config, redis, (kind) => {
      metrics.countLimited(kind);
    }),
    badKeys: new BadKeys(config, redis),
    admission: new Admission(config),
    faults: new Faults(log),
    proxies: new ProxyWatch(config.TRUST_PROXY, log),
    allowances: {
      memory: new Allowance(config.MAX_BODIES_BYTES, config.MAX_BODY_BYTES),
      disk: new Allowance(config.MAX_UPLOADS_BYTES, config.MAX_FILE_BYTES),
    },
    metrics,
    bell: new Bell(),
    log,
    files: { storage, images: openImages(), rules: rules ?? publicWeb },
    views: new Views(database, log),
    touches: new Touches(database, caches, config.SESSION_LIFETIME),
    keyUses: new KeyUses(database, log),
    registry: buildRegistry<ServiceClass>(manifest, services),
    now: now ?? (() => Math.floor(Date.now() / 1000)),
    baseUrl,
    stopping,
  };
}
