import bodyParser from 'body-parser';
import type { Request, Response } from 'express';
import { ApiError } from '../errors.ts';
import { MAX_VARIABLES, parseBody } from '../protocol/query.ts';
import type { Overflow, WireMap } from '../protocol/wire.ts';
import { PIECE_BYTES } from '../memory/allowance.ts';
import { readJson } from './json-body.ts';
import { readMultipart } from './multipart.ts';
import type { Received } from './multipart-parts.ts';
import { keepReceiving, type Reception } from './reception.ts';

export const MAX_DEPTH = 64;

export interface Body {
  readonly map: WireMap;
  readonly overflow?: Overflow | undefined;
  readonly files?: ReadonlyMap<string, Received>;
}

type ReadBody = (req: Request, reception: Reception) => Promise<Body>;

/** How the body of each content type is read. */
const readers: ReadonlyMap<string, ReadBody> = new Map([
  ['application/x-www-form-urlencoded', readUrlencoded],
  ['multipart/form-data', readForm],
  ['application/json', readJsonBody],
]);

/**
 * @param bodies how the body says what it is: see `Dialect`
 * @throws ApiError when the body cannot be read, is too large or too late
 */
export async function readBody(
  req: Request,
  reception: Reception,
  bodies: 'declared' | 'looked at',
): Promise<Body> {
  const type = (req.headers['content-type'] ?? '').split(/[;, ]/, 1)[0]?.toLowerCase() ?? '';
  const isForm =
    type === 'multipart/form-data' && /boundary=/i.test(String(req.headers['content-type']));
  const read = bodies === 'looked at' && !isForm ? readUndeclared : readers.get(type);
  try {
    if (read !== undefined) return await reception.inTime(read(req, reception));
  } catch (error) {
    throw isReset(error) ? new ApiError('invalid_body', 'it ended early') : error;
  }
  if (!hasBody(req)) return { map: new Map() };
  throw new ApiError('invalid_content_type', type === '' ? 'an unnamed type' : type.slice(0, 100));
}

/** How long a caller may take to see why it may send no more. */
const LINGER_MS = 2_000;

/**
 * Reads on after a refusal, within bounds: many clients look for the answer only when all is sent. Whoever sends more
 * is cut off.
 */
export function discardRest(req: Request, bytes: number, ms: number): void {
  if (req.readableEnded || req.destroyed) return;
  const cut = (): void => {
    req.socket.destroy();
  };
  // Of a caller who hangs up after the answer Node.js says nothing here: the process must not wait for that time.
  let timer = setTimeout(cut, ms).unref();
  let left = bytes;
  const settle = keepReceiving(req);
  for (const event of ['end', 'error', 'close'])
    req.once(event, () => {
      clearTimeout(timer);
      settle();
    });
  req.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left >= 0) return;
    req.pause();
    clearTimeout(timer);
    timer = setTimeout(cut, LINGER_MS).unref();
  });
  req.resume();
}

function hasBody(req: Request): boolean {
  return (
    req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length'] ?? 0) > 0
  );
}

/** The caller has hung up. */
function isReset(error: unknown): boolean {
  return resets.has((error as { code?: unknown }).code);
}

const resets: ReadonlySet<unknown> = new Set(['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE']);

async function readUrlencoded(req: Request, reception: Reception): Promise<Body> {
  return parsedForm(await readBytes(req, reception));
}

function parsedForm(bytes: Buffer): Body {
  const text = bytes.toString('latin1');
  // PHP takes one more from a body than from a query, by a slip; here it is the same number everywhere.
  if (hasMore(text, MAX_VARIABLES)) return { map: new Map(), overflow: 'variables' };
  return parseBody(text);
}

/** Whether a form has more than so many parts between its `&`s. */
function hasMore(text: string, most: number): boolean {
  let count = 0;
  for (let from = 0; from < text.length && count <= most; count += 1) {
    const to = text.indexOf('&', from);
    from = to < 0 ? text.length : to + 1;
  }
  return count > most;
}

/** What begins as JSON does is JSON, nothing is nothing, and all else a form, whatever its type says. */
async function readUndeclared(req: Request, reception: Reception): Promise<Body> {
  const bytes = await readBytes(req, reception);
  if (/^\s*[[{]/.test(bytes.toString('latin1', 0, LOOKED_AT)))
    return { map: readJson(bytes, MAX_VARIABLES, MAX_DEPTH) };
  return parsedForm(bytes);
}

/** White space before JSON is at most so long. */
const LOOKED_AT = 256;

async function readJsonBody(req: Request, reception: Reception): Promise<Body> {
  return { map: readJson(await readBytes(req, reception), MAX_VARIABLES, MAX_DEPTH) };
}

async function readForm(req: Request, reception: Reception): Promise<Body> {
  if (encodingOf(req) !== 'identity')
    throw new ApiError('invalid_body', 'a form cannot be compressed');
  if (!hasBody(req)) return { map: new Map() };
  const { MAX_BODY_BYTES, MAX_FILE_BYTES, MAX_FILES } = reception.config;
  const limits = {
    fields: MAX_VARIABLES,
    bytes: MAX_BODY_BYTES,
    files: MAX_FILES,
    fileBytes: MAX_FILE_BYTES,
    depth: MAX_DEPTH,
  };
  if (lengthOf(req) > MAX_BODY_BYTES + MAX_FILE_BYTES) {
    const isUpload = (await reception.directory(new Map())) !== undefined;
    throw isUpload
      ? new ApiError('upload_file_exceeds_limit', MAX_FILE_BYTES)
      : new ApiError('request_too_large', MAX_BODY_BYTES);
  }
  return readMultipart(req, req.headers['content-type'] ?? '', limits, reception);
}

async function readBytes(req: Request, reception: Reception): Promise<Buffer> {
  const most = reception.config.MAX_BODY_BYTES;
  const length = lengthOf(req);
  if (length > most) throw new ApiError('request_too_large', most);
  reception.hold(isPlain(req) && length > 0 ? length : most);
  await parsed(req, most, reception);
  const body: unknown = req.body;
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0);
}

type Parse = (req: Request, res: Response, next: (error?: unknown) => void) => void;

/** Lets body-parser read and unpack the bytes, and leaves as soon as there is no room for more. */
function parsed(req: Request, most: number, { hold }: Reception): Promise<void> {
  const parse: Parse = bodyParser.raw({ type: () => true, limit: most });
  return new Promise((resolve, reject) => {
    let size = 0;
    const refuse = (error: unknown): void => {
      // Else it would go on collecting what nobody holds any more.
      req.unpipe().removeAllListeners('data');
      reject(error instanceof Error ? error : new Error(String(error)));
    };
    req.on('data', (chunk: Buffer) => {
      size += chunk.length;
      try {
        if (size > most) throw new ApiError('request_too_large', most);
        hold(PIECE_BYTES);
      } catch (error) {
        refuse(error);
      }
    });
    // body-parser does not notice where a packed body breaks off.
    req.once('close', () => {
      if (!req.complete) refuse(new ApiError('invalid_body', 'it ended early'));
    });
    parse(req, req.res as Response, (error?: unknown) => {
      if (error === undefined) resolve();
      else reject(refusalOf(error, most));
    });
  });
}

function refusalOf(error: unknown, most: number): Error {
  if (!(error instanceof Error) || isReset(error))
    return new ApiError('invalid_body', 'it ended early');
  const type = 'type' in error ? error.type : undefined;
  if (type === 'entity.too.large') return new ApiError('request_too_large', most);
  if (type === 'request.aborted') return new ApiError('invalid_body', 'it ended early');
  return new ApiError('invalid_body', error.message);
}

function lengthOf(req: Request): number {
  return Number(req.headers['content-length'] ?? 0);
}

/** Not Brotli: its decoder may take 16 MB for a body of a few bytes. */
const encodings: ReadonlySet<string> = new Set(['identity', 'gzip', 'deflate']);

/** @throws ApiError when the body is packed in a way that is not taken */
function isPlain(req: Request): boolean {
  const encoding = encodingOf(req);
  if (!encodings.has(encoding))
    throw new ApiError('invalid_body', 'it is neither gzip nor deflate');
  req.headers['content-encoding'] = encoding; // as body-parser knows it
  return encoding === 'identity';
}

/** RFC 9110 has `x-gzip` for gzip. */
function encodingOf(req: Request): string {
  const encoding = (req.headers['content-encoding'] ?? '').trim().toLowerCase() || 'identity';
  return encoding === 'x-gzip' ? 'gzip' : encoding;
}
