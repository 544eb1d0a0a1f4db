import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Requests of one connection that may wait for the answers before theirs. */
const MOST_WAITING = 64;

const waiting = new WeakMap<Socket, number>();

/**
 * Lets the requests of a connection come one after the other. Node.js hands over all that a client sends without
 * waiting for answers, so that a client which never reads would have hundreds of answers kept for it; here the next
 * request begins when the answer before it has been sent.
 */
export function inTurn(handle: RequestListener): RequestListener {
  return (req, res) => {
    // An answer whose turn it is has the connection; the others get it when theirs comes.
    if (res.socket !== null) handle(req, res);
    else wait(req, res, handle);
  };
}

function wait(req: IncomingMessage, res: ServerResponse, handle: RequestListener): void {
  const { socket } = req;
  const before = waiting.get(socket) ?? 0;
  if (before === MOST_WAITING) {
    socket.destroy();
    return;
  }
  waiting.set(socket, before + 1);
  res.once('socket', () => {
    waiting.set(socket, (waiting.get(socket) ?? 1) - 1);
    handle(req, res);
  });
}
