import { create as contentDisposition } from 'content-disposition';
import { pipeline } from 'node:stream/promises';
import { type NextFunction, type Request, type Response, Router } from 'express';
import type { Environment } from '../call/environment.ts';
import { ApiError } from '../errors.ts';
import { countDownload } from '../library/files/attach.ts';
import { type FiledataRow, findFiledata, storageKey } from '../library/files/filedata.ts';
import { servedAs } from '../library/files/rendition.ts';
import { defaultAvatar } from '../storage/default-avatar.ts';
import { isImage, mimetypeOf } from '../storage/file-type.ts';
import { type FileSize, type FileTicket, readTicket } from '../storage/links.ts';
import type { ByteRange, Storage } from '../storage/store.ts';
import { printRefusal } from './refuse.ts';

/** What is sent of an upload: itself or a thumbnail. */
interface Sent {
  readonly filedataid: number;
  readonly key: string;
  readonly extension: string;
  readonly filename: string;
  readonly etag: string;
}

/** Files and pictures by signed URLs, and the avatars that every board has. */
export function createFileRoutes(environment: Environment): Router {
  const router = Router({ caseSensitive: true });
  router.get('/filedata/fetch', (req, res) => sendFile(environment, req, res));
  router.get('/images/default/:name', sendDefaultAvatar);
  return router;
}

function sendDefaultAvatar(req: Request, res: Response, next: NextFunction): void {
  const avatarid = /^avatar_(\d{1,3})\.png$/.exec(String(req.params.name))?.[1];
  const picture = avatarid === undefined ? undefined : defaultAvatar(Number(avatarid));
  if (picture === undefined) {
    next();
    return;
  }
  res.set({ 'Cache-Control': 'public, max-age=86400', 'X-Content-Type-Options': 'nosniff' });
  res.type('png').send(picture);
}

async function sendFile(environment: Environment, req: Request, res: Response): Promise<void> {
  const { caches, database, files } = environment;
  const now = environment.now();
  const { options } = await caches.board();
  const at = req.url.indexOf('?');
  const query = new URLSearchParams(at < 0 ? '' : req.url.slice(at));
  const ticket = readTicket(query, options.filesecret);
  if (ticket === undefined || ticket.expires <= now) {
    refuse(res, new ApiError('no_permission'));
    return;
  }
  const row = await findFiledata(database.reader(), ticket.filedataid);
  if (row === undefined) {
    refuse(res, new ApiError('invalid_filedata_id', ticket.filedataid));
    return;
  }
  const sent = choose(row, ticket.type);
  setHeaders(res, sent, ticket.expires - now);
  await sendStored(files.storage, sent, req, res);
  if (isDownload(ticket, req, res)) await countOnce(environment, ticket.id);
}

/** The file has been sent: that it could not be counted is no reason to break the connection. */
async function countOnce({ database, log }: Environment, attachmentid: number): Promise<void> {
  await database
    .transaction((db) => countDownload(db, attachmentid))
    .catch((error: unknown) => {
      log.warn({ err: error }, 'a download was not counted');
    });
}

function choose(row: FiledataRow, type: FileSize): Sent {
  const { rendition, extension, filename } = servedAs(row, type);
  const etag = `"${row.filehash.slice(0, 32)}${rendition && `-${rendition}`}"`;
  const key = storageKey(row, rendition);
  return { filedataid: row.filedataid, key, extension, filename, etag };
}

function setHeaders(res: Response, sent: Sent, maxAge: number): void {
  res.set({
    ETag: sent.etag,
    'Content-Type': mimetypeOf(sent.extension),
    'Cache-Control': `private, max-age=${maxAge}`,
    'Accept-Ranges': 'bytes',
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Content-Disposition': contentDisposition(sent.filename, {
      type: isImage(sent.extension) ? 'inline' : 'attachment',
    }),
  });
}

/** Conditional and partial requests by RFC 9110. */
async function sendStored(
  storage: Storage,
  { filedataid, key, etag }: Sent,
  req: Request,
  res: Response,
): Promise<void> {
  if (req.fresh) {
    res.removeHeader('Content-Type');
    res.status(304).end();
    return;
  }
  const size = await storage.size(key);
  const ifRange = req.headers['if-range'];
  const wanted = ifRange === undefined || ifRange === etag ? req.headers.range : undefined;
  const range = size === undefined ? undefined : rangeOf(wanted, size);
  if (range === 'unsatisfiable') {
    res.set('Content-Range', `bytes */${size}`).status(416).end();
    return;
  }
  const head = req.method === 'HEAD';
  const body = head || size === undefined ? undefined : await storage.open(key, range);
  if (size === undefined || (body === undefined && !head)) {
    forget(res);
    refuse(res, new ApiError('invalid_filedata_id', filedataid));
    return;
  }
  const { start, end } = range ?? { start: 0, end: size - 1 };
  if (range !== undefined) res.status(206).set('Content-Range', `bytes ${start}-${end}/${size}`);
  res.set('Content-Length', String(end - start + 1));
  if (body === undefined) res.end();
  else await pipeline(body, res).catch(() => res.destroy());
}

/**
 * A single range; several are answered with the whole file, as is what cannot be read. Not by `req.range`, which refuses
 * the last 100 bytes of a file of 10, though RFC 9110 (14.1.2) gives the whole file then.
 */
function rangeOf(
  header: string | undefined,
  size: number,
): ByteRange | 'unsatisfiable' | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (first !== '' && last !== '' && Number(last) < Number(first)) return undefined;
  return start > end ? 'unsatisfiable' : { start, end };
}

/** The whole file, or its beginning, for somebody who has not got it yet. */
function isDownload({ id, type }: FileTicket, req: Request, res: Response): boolean {
  const whole = type === 'full' || type === 'original';
  if (id === 0 || !whole || req.method !== 'GET') return false;
  const range = res.getHeader('content-range');
  const first = typeof range === 'string' && range.startsWith('bytes 0-');
  return res.statusCode === 200 || (res.statusCode === 206 && first);
}

/** What was said of a file that is not sent. */
function forget(res: Response): void {
  for (const name of ['ETag', 'Cache-Control', 'Content-Disposition', 'Accept-Ranges'])
    res.removeHeader(name);
}

function refuse(res: Response, error: ApiError): void {
  res.status(error.status).set('Cache-Control', 'no-store').type('json');
  res.send(printRefusal(error));
}
