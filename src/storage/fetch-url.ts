import { lookup } from 'node:dns/promises';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { request as requestHttp, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import ipaddr from 'ipaddr.js';
import { ApiError } from '../errors.ts';
import type { Upload } from '../protocol/types.ts';
import { temporaryFolder } from './temporary.ts';

/**
 * How hosts are found, and which addresses and ports may be connected to. Not a setting: what is here is what keeps a
 * caller from reaching the operator's own network. Tests hand in their own.
 */
export interface FetchRules {
  readonly resolve: (hostname: string) => Promise<readonly string[]>;
  readonly allows: (address: string, port: number) => boolean;
}

/** The public internet, on the ports of the web. */
export const publicWeb: FetchRules = {
  resolve: async (hostname) => {
    const found = await lookup(hostname, { all: true });
    return found.map(({ address }) => address);
  },
  allows: (address, port) => (port === 80 || port === 443) && isPublic(address),
};

const MAX_REDIRECTS = 3;
const TIMEOUT_MS = 10_000;
const MAX_URL = 2_000;

/**
 * Where clouds offer their own services to the machines in them. These look like addresses of the public internet, and
 * from there nobody answers at them.
 */
const ofPlatforms = [
  '168.63.129.16/32', // Azure
  '161.26.0.0/16', // IBM Cloud
  '166.8.0.0/14',
  '199.36.153.4/30', // Google Cloud
  '199.36.153.8/30',
  '100:0:0:1::/64', // nobody's: RFC 9780
].map((range) => ipaddr.parseCIDR(range));

/**
 * False for every range that is not of the public internet, also where IPv6 wraps an IPv4 address, and for the addresses
 * at which clouds answer their own machines.
 */
export function isPublic(address: string): boolean {
  if (isIP(address) === 0) return false;
  const parsed = ipaddr.process(address);
  return parsed.range() === 'unicast' && !ofPlatforms.some((range) => isWithin(parsed, range));
}

function isWithin(
  address: ipaddr.IPv4 | ipaddr.IPv6,
  [range, bits]: [ipaddr.IPv4 | ipaddr.IPv6, number],
): boolean {
  return address.kind() === range.kind() && address.match(range, bits);
}

/**
 * Fetches a file from somebody else's server into a folder. Each address a name stands for is checked, and the
 * connection goes to the address that was checked; so it is at each redirect. Why it failed is not told, as that would
 * tell what there is inside the operator's network.
 * @param folder must exist; the file in it is the caller's to remove
 * @throws ApiError `invalid_parameter` when it is not a web address, `upload_file_exceeds_limit` when the file is too
 *   large, else `upload_file_failed`
 */
export async function fetchUrl(
  wanted: string,
  rules: FetchRules,
  maxBytes: number,
  folder: string,
): Promise<Upload> {
  const url = webUrl(wanted);
  if (url === undefined) throw new ApiError('invalid_parameter', 'url', 'it must be a web address');
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const { response, from } = await follow(url, rules, signal);
    const path = join(folder, 'fetched');
    const size = await save(response, path, maxBytes, signal);
    return { filename: nameIn(from), path, size };
  } catch (error) {
    throw error instanceof ApiError ? error : new ApiError('upload_file_failed');
  }
}

/** Fetches a file as {@link fetchUrl} does and hands it to `use`; it is gone afterwards. */
export async function withFetched<T>(
  wanted: string,
  rules: FetchRules,
  maxBytes: number,
  use: (file: Upload) => Promise<T>,
): Promise<T> {
  const folder = await temporaryFolder();
  try {
    return await use(await fetchUrl(wanted, rules, maxBytes, folder));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A web address without a password in it; undefined for all else. */
export function webUrl(text: string): URL | undefined {
  if (text.length > MAX_URL || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  const plain = url.username === '' && url.password === '';
  return plain && (url.protocol === 'http:' || url.protocol === 'https:') ? url : undefined;
}

async function follow(
  start: URL,
  rules: FetchRules,
  signal: AbortSignal,
): Promise<{ response: IncomingMessage; from: URL }> {
  let url = start;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    const response = await get(url, await checkedAddress(url, rules), signal);
    const { statusCode = 0, headers } = response;
    if (statusCode === 200) return { response, from: url };
    response.destroy();
    const next =
      headers.location === undefined ? undefined : webUrl(absolute(headers.location, url));
    if (statusCode < 301 || statusCode > 308 || next === undefined) break;
    url = next;
  }
  throw new ApiError('upload_file_failed');
}

function absolute(location: string, base: URL): string {
  return URL.canParse(location, base.href) ? new URL(location, base).href : '';
}

/**
 * One of the host's addresses. A single one that may not be reached spoils them all.
 * @throws ApiError `upload_file_failed`
 */
export async function checkedAddress(url: URL, { resolve, allows }: FetchRules): Promise<string> {
  const hostname = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(hostname) !== 0 ? [hostname] : await resolve(hostname);
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
  const [first] = addresses;
  if (first === undefined || !addresses.every((address) => allows(address, port))) {
    throw new ApiError('upload_file_failed');
  }
  return first;
}

function get(url: URL, address: string, signal: AbortSignal): Promise<IncomingMessage> {
  const options: RequestOptions = {
    agent: false,
    signal,
    headers: { 'Accept-Encoding': 'identity', 'User-Agent': 'Signpost' },
    lookup: pinnedTo(address),
  };
  return new Promise((resolve, reject) => {
    const sent =
      url.protocol === 'https:'
        ? requestHttps(url, options, resolve)
        : requestHttp(url, options, resolve);
    sent.on('error', reject).end();
  });
}

/** Connects to this address whatever the name stands for by then. */
export function pinnedTo(address: string): NonNullable<RequestOptions['lookup']> {
  return (_hostname, { all }, found) => {
    const family = isIP(address);
    if (all === true) found(null, [{ address, family }]);
    else found(null, address, family);
  };
}

async function save(
  response: IncomingMessage,
  path: string,
  maxBytes: number,
  signal: AbortSignal,
): Promise<number> {
  const tooLarge = new ApiError('upload_file_exceeds_limit', maxBytes);
  let size = 0;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      done(size > maxBytes ? tooLarge : null, chunk);
    },
  });
  if (Number(response.headers['content-length'] ?? 0) > maxBytes) {
    response.destroy();
    throw tooLarge;
  }
  await pipeline(response, count, createWriteStream(path, { flags: 'wx' }), { signal });
  return size;
}

/** The last part of the path. */
function nameIn(url: URL): string {
  const last = url.pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last).replace(/^.*[/\\]/, '');
  } catch {
    return last;
  }
}
