import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

/** A line to a server that can be cut, and can swallow what is sent. */
export class Cable {
  readonly #target: URL;
  readonly #sockets = new Set<Socket>();
  #server: Server | undefined;
  #frozen = false;
  port = 0;

  constructor(target: URL) {
    this.#target = target;
  }

  async plug(): Promise<void> {
    const server = createServer((near) => {
      if (this.#frozen) {
        this.#sockets.add(near);
        return;
      }
      const far = connect(Number(this.#target.port), this.#target.hostname);
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        this.#sockets.add(one);
        one.pipe(other);
        one.on('error', () => undefined);
        one.on('close', () => {
          other.destroy();
          this.#sockets.delete(one);
        });
      }
    });
    server.listen(this.port, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (typeof address === 'object' && address !== null) this.port = address.port;
    this.#server = server;
  }

  /** Swallows what is sent, and answers nobody new. */
  freeze(): void {
    this.#frozen = true;
    for (const socket of this.#sockets) socket.unpipe().pause();
  }

  /** Lets new connections through. */
  thaw(): void {
    this.#frozen = false;
  }

  async cut(): Promise<void> {
    const closed = this.#server?.close() && once(this.#server, 'close');
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }
}
