import {
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';
import type { Config } from '../config.ts';
import { ApiError } from '../errors.ts';
import { networkOf } from '../network.ts';
import type { RedisLink } from './redis.ts';

/** What is counted, by which setting it is limited, and in how many seconds. */
const kinds = {
  calls: { setting: 'RATE_LIMIT', seconds: 60 },
  inits: { setting: 'INIT_LIMIT', seconds: 600 },
  searches: { setting: 'SEARCH_LIMIT', seconds: 60 },
  failures: { setting: 'FAILURE_LIMIT', seconds: 600 },
} as const;
export type LimitKind = keyof typeof kinds;

/** How much of a limit its caller has left. */
export interface Quota {
  readonly kind: LimitKind;
  readonly limit: number;
  readonly left: number;
  /** Seconds until all of it is there again. */
  readonly reset: number;
  /** Seconds for which the limit is. */
  readonly window: number;
}

/**
 * Counts what a caller or a network does. Who has signed rightly counts for themselves, whatever others at their address
 * do; only what comes unsigned counts for its network. Shared through Redis where there is one; counted per process while
 * it is away.
 */
export class Limits {
  readonly #counters: Readonly<Record<LimitKind, Counter | undefined>>;

  /** @param onRefused told of each refusal */
  constructor(
    config: Pick<Config, (typeof kinds)[LimitKind]['setting'] | 'REDIS_PREFIX'>,
    redis?: RedisLink,
    onRefused: (kind: LimitKind) => void = () => undefined,
  ) {
    const counter = (kind: LimitKind): Counter | undefined => {
      const limit = config[kinds[kind].setting];
      const prefix = `${config.REDIS_PREFIX}${kind}`;
      return limit === 0 ? undefined : new Counter(kind, limit, prefix, onRefused, redis);
    };
    this.#counters = {
      calls: counter('calls'),
      inits: counter('inits'),
      searches: counter('searches'),
      failures: counter('failures'),
    };
  }

  /**
   * Counts a call of somebody who has signed it.
   * @param who a member, or a guest's session
   * @throws ApiError `rate_limited` when they call too often
   */
  calling(who: string): Promise<Quota> | undefined {
    return this.#counters.calls?.count(who);
  }

  /** Counts an api.init that nobody has signed. @throws ApiError `rate_limited` when the network sends too many */
  beginning(host: string): Promise<Quota> | undefined {
    return this.#counters.inits?.count(networkOf(host));
  }

  /** Counts a search. @throws ApiError `rate_limited` */
  searching(who: string): Promise<Quota> | undefined {
    return this.#counters.searches?.count(who);
  }

  /**
   * Counts a call that was not signed rightly.
   * @throws ApiError `rate_limited` when its network had too many already
   */
  async failed(host: string): Promise<void> {
    await this.#counters.failures?.count(networkOf(host));
  }
}

/** A limit of one kind. */
class Counter {
  readonly #kind: LimitKind;
  readonly #limit: number;
  readonly #own: RateLimiterMemory;
  readonly #shared: RateLimiterAbstract | undefined;
  /** How many are counted in the process alone, since most callers never come near their limit. */
  readonly #unshared: number;
  readonly #onRefused: (kind: LimitKind) => void;

  constructor(
    kind: LimitKind,
    limit: number,
    keyPrefix: string,
    onRefused: (kind: LimitKind) => void,
    redis?: RedisLink,
  ) {
    this.#kind = kind;
    this.#limit = limit;
    this.#onRefused = onRefused;
    const common = { keyPrefix, points: limit, duration: kinds[kind].seconds };
    this.#own = new RateLimiterMemory(common);
    this.#unshared = Math.floor(limit / 4);
    if (redis === undefined) return;
    this.#shared = new RateLimiterRedis({
      ...common,
      storeClient: redis.client,
      insuranceLimiter: new RateLimiterMemory(common),
      rejectIfRedisNotReady: true,
    });
  }

  /** @throws ApiError `rate_limited` */
  async count(who: string): Promise<Quota> {
    try {
      return this.#quota(await this.#consume(who));
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) throw this.#tooOften(refusal);
      throw refusal;
    }
  }

  async #consume(who: string): Promise<RateLimiterRes> {
    if (this.#shared === undefined) return this.#own.consume(who);
    const own = await this.#own.penalty(who);
    const unreported = own.consumedPoints - this.#unshared;
    if (unreported <= 0) return own;
    return this.#shared.consume(who, unreported === 1 ? own.consumedPoints : 1);
  }

  #quota({ remainingPoints, msBeforeNext }: RateLimiterRes): Quota {
    return {
      kind: this.#kind,
      limit: this.#limit,
      left: Math.max(0, remainingPoints),
      reset: Math.ceil(Math.max(0, msBeforeNext) / 1000),
      window: kinds[this.#kind].seconds,
    };
  }

  #tooOften(state: RateLimiterRes): ApiError {
    this.#onRefused(this.#kind);
    return new ApiError('rate_limited', Math.max(1, Math.ceil(state.msBeforeNext / 1000)));
  }
}
