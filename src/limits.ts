import {
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';
import type { Config } from './config.ts';
import { ApiError } from './errors.ts';
import { networkOf } from './network.ts';
import type { RedisLink } from './redis.ts';

/** Counts what an address does. Shared through Redis where there is one; counted per process while it is away. */
export class Limits {
  readonly #calls: RateLimiterAbstract | undefined;
  readonly #failures: RateLimiterAbstract | undefined;

  constructor(
    config: Pick<Config, 'RATE_LIMIT' | 'FAILURE_LIMIT' | 'REDIS_PREFIX'>,
    redis?: RedisLink,
  ) {
    const prefix = config.REDIS_PREFIX;
    this.#calls = create(`${prefix}calls`, config.RATE_LIMIT, 60, redis);
    this.#failures = create(`${prefix}failures`, config.FAILURE_LIMIT, 600, redis);
  }

  /** @throws ApiError `rate_limited` when the address calls too often */
  calling(host: string): Promise<void> | undefined {
    return this.#calls === undefined ? undefined : consume(this.#calls, host);
  }

  /** @throws ApiError `rate_limited` while the address has too many failures behind it */
  admit(host: string): Promise<void> | undefined {
    return this.#failures === undefined ? undefined : refuseBlocked(this.#failures, host);
  }

  /** Counts a bad signature, client id or token. */
  async failed(host: string): Promise<void> {
    await this.#failures?.consume(networkOf(host)).catch(() => undefined);
  }
}

function create(
  keyPrefix: string,
  points: number,
  duration: number,
  redis?: RedisLink,
): RateLimiterAbstract | undefined {
  if (points === 0) return undefined;
  const memory = new RateLimiterMemory({ keyPrefix, points, duration });
  if (redis === undefined) return memory;
  return new RateLimiterRedis({
    storeClient: redis.client,
    keyPrefix,
    points,
    duration,
    insuranceLimiter: memory,
    rejectIfRedisNotReady: true,
  });
}

async function consume(limiter: RateLimiterAbstract, host: string): Promise<void> {
  try {
    await limiter.consume(networkOf(host));
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) throw tooOften(refusal);
    throw refusal;
  }
}

async function refuseBlocked(limiter: RateLimiterAbstract, host: string): Promise<void> {
  const state = await limiter.get(networkOf(host));
  if (state !== null && state.remainingPoints <= 0) throw tooOften(state);
}

function tooOften(state: RateLimiterRes): ApiError {
  return new ApiError('rate_limited', Math.ceil(state.msBeforeNext / 1000));
}
