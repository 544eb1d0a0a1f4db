import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import bodyParser from 'body-parser';
import type { Request, Response } from 'express';
import type { Config } from '../config.ts';
import { ApiError } from '../errors.ts';
import {
  MAX_VARIABLES,
  type Overflow,
  type Parsed,
  parseBody,
  parseQuery,
  type WireMap,
  type WireValue,
} from '../protocol/query.ts';
import type { Upload } from '../protocol/types.ts';
import { readJson } from './json-body.ts';
import { readMultipart } from './multipart.ts';

/** The five names that say which method is called, by whom and how. */
export const callNames = ['api_m', 'api_c', 'api_s', 'api_sig', 'api_v'] as const;
export type CallName = (typeof callNames)[number];

/** A request's parameters as they arrived. */
export interface Params {
  /** The bytes after `?`. */
  readonly query: string;
  readonly get: WireMap;
  readonly post: WireMap;
  /** Both, for the method's parameters. */
  readonly all: WireMap;
  readonly files: ReadonlyMap<string, Upload>;
  /** Removes the files that came with the request. */
  dispose(): Promise<void>;
}

export const MAX_DEPTH = 64;
const MAX_FIELD_BYTES = 1_048_576;

interface Body {
  readonly map: WireMap;
  readonly overflow?: Overflow | undefined;
  readonly files?: ReadonlyMap<string, Upload>;
}

/**
 * Reads the query string and the body.
 * @throws ApiError when the request cannot be read, is too large, or says two things at once; nothing is left behind
 */
export async function readParams(req: Request, res: Response, config: Config): Promise<Params> {
  const at = req.url.indexOf('?');
  const query = at < 0 ? '' : req.url.slice(at + 1).replace(/#.*/, '');
  const parsed = parseQuery(query);
  if (req.method === 'GET') return fromQuery(query, parsed);
  const directory = new TemporaryDirectory();
  try {
    refuseOverflow(parsed.overflow);
    const body = await readBody(req, res, config, directory);
    refuseOverflow(body.overflow);
    return {
      query,
      get: parsed.map,
      post: body.map,
      all: merge(parsed.map, body.map),
      files: body.files ?? noFiles,
      dispose: () => directory.remove(),
    };
  } catch (error) {
    await directory.remove();
    await discardRest(req, config.MAX_BODY_BYTES);
    throw isReset(error) ? new ApiError('invalid_body', 'it ended early') : error;
  }
}

/** Reads what is left of a refused body, within bounds: many clients look for the answer only when all is sent. */
async function discardRest(req: Request, bytes: number): Promise<void> {
  if (req.readableEnded || req.destroyed) return;
  let left = bytes;
  await new Promise<void>((resolve) => {
    req.on('data', (chunk: Buffer) => {
      left -= chunk.length;
      if (left < 0) resolve();
    });
    for (const event of ['end', 'error', 'close']) req.once(event, resolve);
    req.resume();
  });
}

/** The caller has hung up. */
function isReset(error: unknown): boolean {
  return resets.has((error as { code?: unknown }).code);
}

const resets: ReadonlySet<unknown> = new Set(['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE']);

const noFiles: ReadonlyMap<string, Upload> = new Map();
const nothing: WireMap = new Map();

function fromQuery(query: string, { map: get, overflow }: Parsed): Params {
  refuseOverflow(overflow);
  return { query, get, post: nothing, all: get, files: noFiles, dispose: async () => undefined };
}

/** PHP drops what is too much without a word; the missing parameter would then puzzle the caller. */
function refuseOverflow(overflow: Overflow | undefined): void {
  if (overflow === 'variables') throw new ApiError('too_many_parameters', MAX_VARIABLES);
  if (overflow === 'depth') throw new ApiError('parameters_too_deep', MAX_DEPTH);
}

type ReadBody = (
  req: Request,
  res: Response,
  config: Config,
  directory: TemporaryDirectory,
) => Promise<Body>;

/** How the body of each content type is read. */
const readers: ReadonlyMap<string, ReadBody> = new Map([
  ['application/x-www-form-urlencoded', readUrlencoded],
  ['multipart/form-data', readForm],
  ['application/json', readJsonBody],
]);

async function readBody(
  req: Request,
  res: Response,
  config: Config,
  directory: TemporaryDirectory,
): Promise<Body> {
  const type = (req.headers['content-type'] ?? '').split(/[;, ]/, 1)[0]?.toLowerCase() ?? '';
  const read = readers.get(type);
  if (read !== undefined) return read(req, res, config, directory);
  if (!hasBody(req)) return { map: nothing };
  throw new ApiError('invalid_content_type', type === '' ? 'an unnamed type' : type.slice(0, 100));
}

function hasBody(req: Request): boolean {
  return (
    req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length'] ?? 0) > 0
  );
}

async function readUrlencoded(req: Request, res: Response, config: Config): Promise<Body> {
  return parseBody((await readBytes(req, res, config)).toString('latin1'));
}

async function readJsonBody(req: Request, res: Response, config: Config): Promise<Body> {
  return { map: readJson(await readBytes(req, res, config), MAX_VARIABLES, MAX_DEPTH) };
}

async function readForm(
  req: Request,
  _res: Response,
  config: Config,
  directory: TemporaryDirectory,
): Promise<Body> {
  const encoding = req.headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') throw new ApiError('invalid_body', 'a form cannot be compressed');
  const length = Number(req.headers['content-length'] ?? 0);
  if (length > config.MAX_BODY_BYTES)
    throw new ApiError('request_too_large', config.MAX_BODY_BYTES);
  const limits = {
    fields: MAX_VARIABLES,
    fieldBytes: MAX_FIELD_BYTES,
    totalBytes: config.MAX_BODY_BYTES,
    files: config.MAX_FILES,
    fileBytes: config.MAX_FILE_BYTES,
    depth: MAX_DEPTH,
  };
  return readMultipart(req, req.headers['content-type'] ?? '', limits, () => directory.path());
}

async function readBytes(req: Request, res: Response, config: Config): Promise<Buffer> {
  const parse = bodyParser.raw({ type: () => true, limit: config.MAX_BODY_BYTES });
  await new Promise<void>((resolve, reject) => {
    // Express's request is Node.js's, by its prototype.
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment
    parse(req, res, (error?: unknown) => {
      if (error === undefined) resolve();
      else reject(refusalOfBody(error, config));
    });
  });
  const body: unknown = req.body;
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0);
}

function refusalOfBody(error: unknown, config: Config): Error {
  const type = error instanceof Error && 'type' in error ? String(error.type) : '';
  if (type === 'entity.too.large') return new ApiError('request_too_large', config.MAX_BODY_BYTES);
  const reason = error instanceof Error ? error.message : 'it is broken';
  return new ApiError('invalid_body', reason);
}

/**
 * The parameters of the query and of the body together. A name in both must mean the same, and the one that was signed
 * counts: some clients send their query again as the body; but the body is not signed, and not even the order of a
 * list may come from there.
 */
function merge(get: WireMap, post: WireMap): WireMap {
  if (post.size === 0) return get;
  const all = new Map(get);
  for (const [name, value] of post) {
    const signed = get.get(name);
    if (signed === undefined) all.set(name, value);
    else if (!same(signed, value)) throw new ApiError('conflicting_parameters', printable(name));
  }
  return all;
}

function same(a: WireValue, b: WireValue): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b;
  if (a.size !== b.size) return false;
  return [...a].every(([key, value]) => {
    const other = b.get(key);
    return other !== undefined && same(value, other);
  });
}

function printable(name: string): string {
  return name.replace(/[^ -~]/g, '?').slice(0, 100);
}

/** One of the five names; '' when absent. */
export function callName(params: Params, name: CallName): string {
  const value = params.all.get(name) ?? '';
  if (typeof value !== 'string') throw new ApiError('invalid_parameter', name, 'a text is due');
  return value;
}

/** A directory that exists only if somebody asks for it. */
class TemporaryDirectory {
  #made: Promise<string> | undefined;

  path(): Promise<string> {
    this.#made ??= mkdtemp(join(tmpdir(), `signpost-${process.pid}-`));
    return this.#made;
  }

  async remove(): Promise<void> {
    if (this.#made !== undefined) await rm(await this.#made, { recursive: true, force: true });
  }
}
