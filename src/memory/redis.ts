import { Redis } from 'ioredis';
import type { Logger } from 'pino';

/** How often each connection is tried, and how long it may stay silent after that: together less than two seconds. */
const PING_EVERY_MS = 500;
const SILENCE_MS = 1_400;

/**
 * The connection that the processes of one community share. Redis holds only what may be lost: when it is away, calls
 * go on without it, and it is found again by itself.
 */
export class RedisLink {
  readonly client: Redis;
  readonly #subscriber: Redis;
  readonly #topic: string;
  readonly #log: Logger;
  readonly #pings: NodeJS.Timeout;
  #away = false;

  constructor(url: string, prefix: string, log: Logger) {
    this.client = create(url);
    this.#subscriber = create(url);
    this.#topic = `${prefix}forget`;
    this.#log = log;
    for (const connection of [this.client, this.#subscriber]) this.#reportState(connection);
    this.#pings = setInterval(() => {
      this.#ping();
    }, PING_EVERY_MS).unref();
  }

  /**
   * A connection that swallows what is sent is noticed only by who sends something, and this process would believe what
   * it keeps because nobody tells of a change. The driver closes a connection that does not answer, and opens it anew.
   */
  #ping(): void {
    for (const connection of [this.client, this.#subscriber])
      if (connection.status === 'ready') connection.ping().catch(ignored);
  }

  /** True while messages of the other processes arrive. */
  get ready(): boolean {
    return this.client.status === 'ready' && this.#subscriber.status === 'ready';
  }

  /**
   * Connects in the background and hears what other processes announce.
   * @param onChange called whenever the connection comes or goes: messages may have been missed
   */
  listen(onMessage: (message: string) => void, onChange: () => void): void {
    this.#subscriber.on('message', (_topic, message: string) => {
      onMessage(message);
    });
    this.#subscriber.on('close', onChange);
    this.#subscriber.on('ready', () => {
      this.#subscriber.subscribe(this.#topic).then(onChange, onChange);
    });
    for (const connection of [this.client, this.#subscriber]) connection.connect().catch(ignored);
  }

  /** Tells the other processes; they find out later by themselves if Redis is away. */
  async announce(message: string): Promise<void> {
    await this.client.publish(this.#topic, message).catch(ignored);
  }

  async close(): Promise<void> {
    clearInterval(this.#pings);
    this.client.disconnect();
    this.#subscriber.disconnect();
  }

  /** Of both connections once: it is away when one of them is, and back when both are. */
  #reportState(connection: Redis): void {
    connection.on('error', (error: Error) => {
      if (!this.#away) this.#log.warn({ error: error.message }, 'redis is away');
      this.#away = true;
    });
    connection.on('ready', () => {
      if (!this.#away || !this.ready) return;
      this.#log.info('redis is back');
      this.#away = false;
    });
  }
}

function create(url: string): Redis {
  return new Redis(url, {
    lazyConnect: true,
    maxRetriesPerRequest: 0,
    enableOfflineQueue: false,
    // The driver's own subscribing leaves a failure to nobody, which would end the process; `listen` does it.
    autoResubscribe: false,
    connectTimeout: 2_000,
    // A server that is there and does not answer is away, too.
    socketTimeout: SILENCE_MS,
    commandTimeout: SILENCE_MS,
    keepAlive: 10_000,
    retryStrategy: (times) => Math.min(times * 100, 2_000),
  });
}

function ignored(): void {
  // the error listener has reported it already
}
