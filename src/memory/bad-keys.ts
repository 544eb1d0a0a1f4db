import { LRUCache } from 'lru-cache';
import {
  RateLimiterMemory,
  RateLimiterRedis,
  type RateLimiterAbstract,
  type RateLimiterRes,
} from 'rate-limiter-flexible';
import type { Config } from '../config.ts';
import { networkOf } from '../network.ts';
import type { RedisLink } from './redis.ts';

/** Seconds in which bad keys are counted, and for which too many block. */
const BLOCK_SECONDS = 600;
/** Seconds in which blocks are counted. */
const BLOCKS_SECONDS = 86_400;
/** Networks that a process counts for; of more it forgets who has been silent for longest. */
const MOST_NETWORKS = 20_000;

/** What an address may do. */
export interface KeyState {
  readonly state: 'free' | 'blocked' | 'banned';
  /** Seconds that are left of a block or a ban. */
  readonly wait: number;
  /** Bad keys in a row until now. */
  readonly tries: number;
}

/**
 * Counts bad keys by address, IPv6 by network. So many in a row block the address for ten minutes, so many blocks of a day
 * ban it for long (dialects.md 1.5). Shared through Redis where there is one; counted per process while it is away.
 */
export class BadKeys {
  readonly #tries: RateLimiterAbstract | undefined;
  readonly #blocks: RateLimiterAbstract | undefined;
  readonly #limit: number;
  readonly #most: number;
  readonly #banSeconds: number;

  constructor(
    config: Pick<Config, 'BAD_KEY_LIMIT' | 'BAD_KEY_BLOCKS' | 'BAD_KEY_BAN' | 'REDIS_PREFIX'>,
    redis?: RedisLink,
  ) {
    const counter = (name: string, points: number, duration: number): RateLimiterAbstract => {
      const common = { keyPrefix: `${config.REDIS_PREFIX}${name}`, points, duration };
      const own = new OwnCounter(common);
      if (redis === undefined) return own;
      const { client: storeClient } = redis;
      return new RateLimiterRedis({
        ...common,
        ...{ storeClient, insuranceLimiter: own, rejectIfRedisNotReady: true },
      });
    };
    this.#limit = config.BAD_KEY_LIMIT;
    this.#most = config.BAD_KEY_BLOCKS;
    this.#banSeconds = config.BAD_KEY_BAN;
    if (this.#limit > 0) this.#tries = counter('badkeys', this.#limit, BLOCK_SECONDS);
    if (this.#limit > 0 && this.#most > 0)
      this.#blocks = counter('badkeyblocks', this.#most, BLOCKS_SECONDS);
  }

  /** What an address may do now. */
  async state(host: string): Promise<KeyState> {
    const name = networkOf(host);
    const [blocks, last] = await Promise.all([this.#blocks?.get(name), this.#tries?.get(name)]);
    if (blocks && blocks.consumedPoints >= this.#most)
      return { state: 'banned', wait: secondsOf(blocks), tries: 0 };
    const tries = last?.consumedPoints ?? 0;
    if (last && tries >= this.#limit) return { state: 'blocked', wait: secondsOf(last), tries };
    return { state: 'free', wait: 0, tries };
  }

  /** Counts a bad key. */
  async count(host: string): Promise<void> {
    const name = networkOf(host);
    const tries = await this.#tries?.penalty(name);
    // The last one blocks, and its time begins now; so does that of a ban.
    if (tries?.consumedPoints !== this.#limit) return;
    await this.#tries?.block(name, BLOCK_SECONDS);
    const blocks = await this.#blocks?.penalty(name);
    if (blocks?.consumedPoints === this.#most) await this.#blocks?.block(name, this.#banSeconds);
  }

  /**
   * Forgets the bad keys of an address from which a good one came: they count in a row. A block stays, or who tries keys
   * would lift it by one of his own.
   */
  async forgive(host: string): Promise<void> {
    const name = networkOf(host);
    const last = await this.#tries?.get(name);
    if (last && last.consumedPoints < this.#limit) await this.#tries?.delete(name);
  }
}

/** A counter of the process, for a bounded number of networks. */
class OwnCounter extends RateLimiterMemory {
  readonly #networks = new LRUCache<string, true>({
    max: MOST_NETWORKS,
    dispose: (_, name) => void this.delete(name),
    noDisposeOnSet: true,
  });

  override penalty(name: string): Promise<RateLimiterRes> {
    this.#networks.set(name, true);
    return super.penalty(name);
  }
}

function secondsOf({ msBeforeNext }: RateLimiterRes): number {
  return Math.max(1, Math.ceil(msBeforeNext / 1000));
}
