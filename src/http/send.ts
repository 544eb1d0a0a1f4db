import type { Response } from 'express';
import { isPackable, pack, type Packed } from './compress.ts';
import type { Reply } from './dialect.ts';

/** Sends a reply: as it is or, for a client that can unpack it, compressed. Signatures are over what was there before. */
export function send(res: Response, { status, headers, body }: Reply, id: string): void {
  const plain = typeof body === 'string' ? Buffer.from(body) : body;
  const { bytes, encoding }: Packed = isPackable(plain) ? pack(res.req, plain) : { bytes: plain };
  const all = [...headers, 'Content-Length', String(bytes.length), 'X-Request-Id', id];
  if (isPackable(plain)) all.push('Vary', varying(res));
  if (encoding !== undefined) all.push('Content-Encoding', encoding);
  res.writeHead(status, all);
  sendSoon(res, bytes);
}

/** An answer to a page of another origin depends on that, too. */
function varying(res: Response): string {
  const before = res.getHeader('Vary');
  return before === undefined ? 'Accept-Encoding' : `${String(before)}, Accept-Encoding`;
}

interface Waiting {
  readonly res: Response;
  readonly bytes: Buffer;
}

let waiting: Waiting[] = [];

/**
 * Sends all that was answered in this turn of the event loop at its end, one after the other: a reader that sleeps is
 * then woken once and not for each answer. Under load that is a third of a call's price; a single call waits for nothing.
 */
function sendSoon(res: Response, bytes: Buffer): void {
  if (waiting.length === 0) setImmediate(sendAll);
  waiting.push({ res, bytes });
}

function sendAll(): void {
  const all = waiting;
  waiting = [];
  for (const { res, bytes } of all) res.end(bytes);
}
