import {
  RateLimiterMemory,
  RateLimiterRedis,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';
import type { Config } from '../config.ts';
import { networkOf } from '../network.ts';
import type { RedisLink } from './redis.ts';

/** Seconds in which bad keys are counted, and for which too many block. */
const BLOCK_SECONDS = 600;
/** Seconds in which blocks are counted, and for which too many ban. */
const BAN_SECONDS = 86_400;

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
 * ban it for a day (dialects.md 1.5). Shared through Redis where there is one; counted per process while it is away.
 */
export class BadKeys {
  readonly #tries: RateLimiterAbstract | undefined;
  readonly #blocks: RateLimiterAbstract | undefined;
  readonly #limit: number;
  readonly #most: number;

  constructor(
    config: Pick<Config, 'BAD_KEY_LIMIT' | 'BAD_KEY_BLOCKS' | 'REDIS_PREFIX'>,
    redis?: RedisLink,
  ) {
    const counter = (name: string, points: number, duration: number): RateLimiterAbstract => {
      const common = { keyPrefix: `${config.REDIS_PREFIX}${name}`, points, duration };
      const own = new RateLimiterMemory(common);
      if (redis === undefined) return own;
      const { client: storeClient } = redis;
      return new RateLimiterRedis({
        ...common,
        ...{ storeClient, insuranceLimiter: own, rejectIfRedisNotReady: true },
      });
    };
    this.#limit = config.BAD_KEY_LIMIT;
    this.#most = config.BAD_KEY_BLOCKS;
    if (this.#limit > 0) this.#tries = counter('badkeys', this.#limit, BLOCK_SECONDS);
    if (this.#limit > 0 && this.#most > 0)
      this.#blocks = counter('badkeyblocks', this.#most, BAN_SECONDS);
  }

  /** What an address may do now. */
  async state(host: string): Promise<KeyState> {
    const name = networkOf(host);
    const blocks = await this.#blocks?.get(name);
    if (blocks && blocks.consumedPoints >= this.#most)
      return { state: 'banned', wait: secondsOf(blocks.msBeforeNext), tries: 0 };
    const last = await this.#tries?.get(name);
    const tries = last?.consumedPoints ?? 0;
    if (last && tries >= this.#limit)
      return { state: 'blocked', wait: secondsOf(last.msBeforeNext), tries };
    return { state: 'free', wait: 0, tries };
  }

  /** Counts a bad key. */
  async count(host: string): Promise<void> {
    const name = networkOf(host);
    const tries = await this.#tries?.penalty(name);
    // The last one blocks, and its time begins now.
    if (tries?.consumedPoints === this.#limit) {
      await this.#tries?.block(name, BLOCK_SECONDS);
      await this.#blocks?.penalty(name);
    }
  }

  /** Forgets the bad keys of an address from which a good one came: they count in a row. */
  async forgive(host: string): Promise<void> {
    await this.#tries?.delete(networkOf(host));
  }
}

function secondsOf(ms: number): number {
  return Math.max(1, Math.ceil(ms / 1000));
}
