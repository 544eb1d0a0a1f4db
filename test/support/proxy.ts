import { once } from 'node:events';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A proxy in front of a board: what is asked below its own path goes to the board's, and nothing else does. */
export class Proxy {
  readonly #server: Server;
  readonly #path: string;
  #target = '';

  private constructor(path: string) {
    this.#path = path;
    this.#server = createServer((asked, answer) => {
      const { url = '', method, headers } = asked;
      if (!url.startsWith(`${this.#path}/`)) {
        answer.writeHead(404).end('Not of the board');
        return;
      }
      const target = `${this.#target}${url.slice(this.#path.length)}`;
      const forwarded = request(target, { method, headers, agent: false }, (reply) => {
        answer.writeHead(reply.statusCode ?? 502, reply.headers);
        reply.pipe(answer);
      });
      forwarded.on('error', () => answer.destroy());
      asked.pipe(forwarded);
    });
  }

  static async listen(path: string): Promise<Proxy> {
    const proxy = new Proxy(path);
    await once(proxy.#server.listen(0, '127.0.0.1'), 'listening');
    return proxy;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Leads to a board from now on. @param url with its path */
  leadTo(url: string): void {
    this.#target = url;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await once(this.#server.close(), 'close');
  }
}
