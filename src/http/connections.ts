import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { Server as NetServer, type Socket } from 'node:net';
import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises';

/** How long a connection must have been idle before a stopping process closes it: its client may be sending again. */
const IDLE_MS = 500;
const SWEEP_MS = 50;
/** How long a stopping process goes on accepting connections because more of them keep coming. */
const ACCEPT_MS = 1_000;
/** Nobody has connected for so long: whoever was to come has come. */
const QUIET_MS = 20;

/** What is open on one connection. */
interface Connection {
  /** In the order in which they were asked for, which is the order in which they are sent. */
  readonly open: Set<ServerResponse>;
  /** When it was last used, in milliseconds. */
  usedAt: number;
  /** How many bytes had been read then: more of them are a request on its way. */
  bytesRead: number;
}

/**
 * The connections of a server, so that it can stop without cutting anything off: from then on each answer closes its
 * connection, and those that nobody uses are closed again and again. Node.js's own `close` does so once, when most
 * connections of a busy server are in use.
 */
export class Connections {
  readonly #connections = new Map<Socket, Connection>();
  #server: Server | undefined;
  #accepted = 0;
  #stopping = false;
  /** The requests that wait until nobody can connect any more; undefined while none waits. */
  #held: (() => void)[] | undefined;

  /** True from the moment that the process is told to stop. */
  get stopping(): boolean {
    return this.#stopping;
  }

  watch(server: Server): void {
    this.#server = server;
    server.on('connection', (socket: Socket) => {
      this.#accepted += 1;
      this.#connections.set(socket, { open: new Set(), usedAt: Date.now(), bytesRead: 0 });
      socket.once('close', () => this.#connections.delete(socket));
    });
  }

  /**
   * Notes a request, and has it handled: not one that must not be looked at, because an answer before it has closed the
   * connection (RFC 9112, 9.6).
   */
  enter(req: IncomingMessage, res: ServerResponse, handle: () => void): void {
    const connection = this.#connections.get(req.socket);
    if (connection !== undefined && !this.#note(req, res, connection)) return;
    if (this.#held === undefined) handle();
    else this.#held.push(handle);
  }

  #note(req: IncomingMessage, res: ServerResponse, connection: Connection): boolean {
    if (this.#stopping && !closeAfter(res, connection.open)) return false;
    connection.open.add(res);
    res.once('close', () => {
      connection.open.delete(res);
      connection.usedAt = Date.now();
      connection.bytesRead = req.socket.bytesRead;
    });
    return true;
  }

  /**
   * Answers what has been accepted, and ends.
   * @param delayMs how long new connections are still taken, so that a balancer finds out first
   * @param graceMs after which what is still open is cut off
   */
  async close(delayMs: number, graceMs: number): Promise<void> {
    const server = this.#server;
    if (server === undefined) return;
    this.#stopping = true;
    for (const { open } of this.#connections.values()) {
      const last = [...open].at(-1);
      if (last !== undefined) last.shouldKeepAlive = false;
    }
    await sleep(delayMs);
    // Whoever waits for an answer does not connect anew, as a proxy would whose connections are closed.
    this.#held = [];
    await this.#acceptWaiting();
    const closed = once(server, 'close');
    NetServer.prototype.close.call(server);
    this.#release();
    const sweeping = setInterval(() => {
      // At the end of the turn: what has arrived while the process was at work is read in it.
      setImmediate(() => {
        this.#closeIdle();
      });
    }, SWEEP_MS);
    const impatient = setTimeout(() => {
      server.closeAllConnections();
    }, graceMs);
    await closed;
    clearInterval(sweeping);
    clearTimeout(impatient);
    // Ends the timer with which Node.js looks for requests that take too long.
    server.close(() => undefined);
  }

  #release(): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    for (const handle of held) handle();
  }

  /** Those that have connected and are not accepted yet would be reset with the socket that listens. */
  async #acceptWaiting(): Promise<void> {
    const until = Date.now() + ACCEPT_MS;
    let before: number;
    do {
      before = this.#accepted;
      await sleep(QUIET_MS);
      // what has come meanwhile is accepted in these
      for (let turns = 0; turns < 3; turns += 1) await turn();
    } while (this.#accepted !== before && Date.now() < until);
  }

  /** Not while others are answered: that takes time in which a request may arrive, and to close would reset it. */
  #closeIdle(): void {
    const all = [...this.#connections];
    if (all.some(([, { open }]) => open.size > 0)) return;
    const before = Date.now() - IDLE_MS;
    for (const [socket, { usedAt, bytesRead }] of all) {
      if (usedAt <= before && socket.bytesRead === bytesRead) socket.destroy();
    }
  }
}

/** Makes the newest answer of a connection the one that closes it; false when an earlier one has been sent so. */
function closeAfter(newest: ServerResponse, earlier: ReadonlySet<ServerResponse>): boolean {
  for (const res of earlier) {
    if (res.headersSent && !res.shouldKeepAlive) return false;
    res.shouldKeepAlive = true;
  }
  newest.shouldKeepAlive = false;
  return true;
}
