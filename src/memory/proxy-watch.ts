import type { IncomingMessage } from 'node:http';
import type { Logger } from 'pino';
import { isNearby } from '../network.ts';

/** Headers by which proxies tell for whom they forward a request. */
export const forwardingHeaders = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];

/**
 * Notices a proxy that the settings do not know of: then all members seem to call from its address, and are limited as
 * one. Only what comes from near is believed, since anybody can send such a header.
 */
export class ProxyWatch {
  readonly #trusted: boolean;
  readonly #log: Logger;
  #unknown = false;

  /** @param hops the setting TRUST_PROXY */
  constructor(hops: number, log: Logger) {
    this.#trusted = hops > 0;
    this.#log = log;
  }

  /** True once such a proxy has been seen. */
  get unknown(): boolean {
    return this.#unknown;
  }

  notice({ headers, socket }: IncomingMessage): void {
    if (this.#trusted || this.#unknown) return;
    const forwarded = forwardingHeaders.some((name) => name in headers);
    if (!forwarded || !isNearby(socket.remoteAddress)) return;
    this.#unknown = true;
    this.#log.warn(
      'A proxy forwards requests, and TRUST_PROXY is 0: all members count as one address. Set TRUST_PROXY to the number of proxies.',
    );
  }
}
