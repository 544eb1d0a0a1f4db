import { createHash, randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { expect, jest } from '@jest/globals';
import { sandboxKey } from '../../src/sandbox/credentials.ts';
import { startBoard, type TestBoard } from '../support/board.ts';

// A whole evening on a board of its own takes its time where many tests run at once.
jest.setTimeout(120_000);

export type Fields = Readonly<Record<string, string | number>>;
/** JSON as it came. */
export type Json = string | number | boolean | Json[] | { [name: string]: Json };

/** What a client keeps after api_init. */
export interface Keys {
  token: string;
  clientid: string;
  secret: string;
}

/** What goes over the wire. */
export interface Packet {
  readonly method: 'GET' | 'POST';
  /** Behind `?`, as sent. */
  readonly query?: string;
  readonly body?: Buffer | string;
  readonly headers?: Readonly<Record<string, string>>;
}

export const FORM = 'application/x-www-form-urlencoded';

/** md5 of the UTF-8 bytes, small hex digits. */
export function md5(text: string): string {
  return createHash('md5').update(text, 'utf8').digest('hex');
}

/** The sum over a string that the client has made, as all clients make it. */
export function sum(
  signed: string,
  { token, clientid, secret }: Keys,
  apikey = sandboxKey,
): string {
  return md5(signed + token + clientid + secret + apikey);
}

/** Sends a packet on a connection of its own; every answer is 200 and JSON without null. */
export async function exchange(board: TestBoard, packet: Packet): Promise<Json> {
  const { status, body } = await raw(board, packet);
  expect(status).toBe(200);
  const json = JSON.parse(body) as Json;
  expectNoNull(json);
  return json;
}

function raw(
  board: TestBoard,
  { method, query = '', body, headers = {} }: Packet,
): Promise<{ status: number | undefined; body: string }> {
  const { hostname, port, pathname } = new URL(`${board.url}/api.php`);
  const path = query === '' ? pathname : `${pathname}?${query}`;
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.once('end', () => {
        resolve({ status: answer.statusCode, body: Buffer.concat(chunks).toString() });
      });
    });
    sent.once('error', reject);
    sent.end(body);
  });
}

/** Clients stumble over null, wherever it is. */
function expectNoNull(json: Json | null): void {
  expect(nullIn(json, 'answer')).toBeUndefined();
}

/** Where a null is. */
function nullIn(json: Json | null, path: string): string | undefined {
  if (json === null) return path;
  if (typeof json !== 'object') return undefined;
  for (const [name, value] of Object.entries(json)) {
    const found = nullIn(value, `${path}.${name}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A multipart body of text parts only, as the module `request` writes it for N. */
export function multipart(fields: Fields): { body: string; headers: Record<string, string> } {
  const boundary = `--------------------------${randomBytes(12).toString('hex')}`;
  const parts = Object.entries(fields).map(
    ([name, value]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const body = `${parts.join('')}--${boundary}--\r\n`;
  return { body, headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}` } };
}

/** A file that a client sends along. */
export interface SentFile {
  readonly filename: string;
  readonly type: string;
  readonly bytes: Buffer | string;
}

/** `java.net.URLEncoder`: `*` stays, a blank is `+`, `~` and `'` are encoded. */
export function javaEncode(text: string): string {
  return percent(text, /[A-Za-z0-9.*_-]/).replaceAll('%20', '+');
}

/** Python 3's `urlencode`: `~` stays, a blank is `+`, `*` is encoded. */
export function pythonEncode(text: string): string {
  return percent(text, /[A-Za-z0-9._~-]/).replaceAll('%20', '+');
}

/** PHP's `http_build_query`. */
export function phpEncode(text: string): string {
  return percent(text, /[A-Za-z0-9._-]/).replaceAll('%20', '+');
}

function percent(text: string, plain: RegExp): string {
  return Array.from(Buffer.from(text), (byte) => {
    const character = String.fromCharCode(byte);
    if (byte < 128 && plain.test(character)) return character;
    return `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }).join('');
}

/** `a=1&b=2` of fields as they stand, each value through an encoder. */
export function queryOf(fields: Fields, encode: (text: string) => string): string {
  return Object.entries(fields)
    .map(([name, value]) => `${encode(name)}=${encode(String(value))}`)
    .join('&');
}

/** The same names in the order of their bytes. */
export function sorted(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * What lies at a path such as `response.threadbits.0.thread`; a client reads it, so it must be there. A number indexes a
 * list, a name an object, as in PHP, Java and Swift: JavaScript alone would take the one for the other.
 */
export function at(json: Json, path: string): Json {
  let found: Json | undefined = json;
  for (const step of path.split('.')) {
    const fits: boolean = typeof found === 'object' && Array.isArray(found) === /^\d+$/.test(step);
    found = fits ? (found as Record<string, Json>)[step] : undefined;
    if (found === undefined) throw new Error(`no ${path} in ${JSON.stringify(json).slice(0, 600)}`);
  }
  return found;
}

/** True when nothing lies at the path. */
export function lacks(json: Json, path: string): boolean {
  try {
    at(json, path);
    return false;
  } catch {
    return true;
  }
}

export function list(json: Json, path: string): Json[] {
  const found = at(json, path);
  if (!Array.isArray(found)) throw new Error(`${path} is no list: ${JSON.stringify(found)}`);
  return found;
}

export function text(json: Json, path: string): string {
  const found = at(json, path);
  if (typeof found !== 'string') throw new Error(`${path} is no text: ${JSON.stringify(found)}`);
  return found;
}

export function number(json: Json, path: string): number {
  const found = at(json, path);
  if (typeof found !== 'number') throw new Error(`${path} is no number: ${JSON.stringify(found)}`);
  return found;
}

/** A whole number, as text or as a number: what lenient clients read. */
export function whole(json: Json, path: string): number {
  const found = at(json, path);
  expect(typeof found === 'object' ? '' : String(found)).toMatch(/^-?\d+$/);
  return Number(found);
}

/** An absolute URL. */
export function url(json: Json, path: string): string {
  const found = text(json, path);
  expect(found).toMatch(/^https?:\/\/\S+$/);
  return found;
}

/** Text as PHP's `htmlspecialchars` escapes it. */
export function escaped(plain: string): string {
  return plain
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#039;');
}

/** All texts at these paths below one. */
export function texts(json: Json, path: string, names: readonly string[]): void {
  for (const name of names) text(json, `${path}.${name}`);
}

/** All whole numbers at these paths below one. */
export function wholes(json: Json, path: string, names: readonly string[]): void {
  for (const name of names) whole(json, `${path}.${name}`);
}

/** The first item of `errormessage`, text or list. */
export function messageId(json: Json): string {
  const found = at(json, 'response.errormessage');
  const first = Array.isArray(found) ? found[0] : found;
  if (typeof first !== 'string') throw new Error(`no id: ${JSON.stringify(found)}`);
  return first;
}

export { startBoard, type TestBoard };

/** Words that nobody has written before, so that no post is taken for a repetition. */
export function unlike(): string {
  return randomBytes(6).toString('hex');
}

/** What most clients have in common: an init that gives keys, and packets that they make their own way. */
export abstract class WireClient {
  readonly board: TestBoard;
  readonly keys: Keys = { token: '', clientid: '', secret: '' };

  constructor(board: TestBoard) {
    this.board = board;
  }

  abstract call(method: string, fields?: Fields): Promise<Json>;

  login(name: string, password = `${name}-password`): Promise<Json> {
    return this.call('login_login', { vb_login_username: name, vb_login_password: password });
  }

  keep(json: Json): Json {
    expect(typeof at(json, 'apiversion')).toBe('number');
    this.keys.token = text(json, 'apiaccesstoken');
    this.keys.clientid = text(json, 'apiclientid');
    this.keys.secret = text(json, 'secret');
    return json;
  }

  /** GET with this query. */
  get(query: string): Promise<Json> {
    return exchange(this.board, { method: 'GET', query });
  }

  /** POST of a form that says all, so that its signature is the same for every call of a session. */
  protected constant(
    method: string,
    fields: Fields,
    encode: (text: string) => string,
    agent: string,
  ): Promise<Json> {
    const { token, clientid } = this.keys;
    const own = { api_m: method, api_c: clientid, api_s: token, api_sig: sum('', this.keys) };
    return this.form(queryOf({ ...own, ...fields }, encode), '', { 'User-Agent': agent });
  }

  /** POST of a form. */
  form(body: string, query = '', headers: Readonly<Record<string, string>> = {}): Promise<Json> {
    return exchange(this.board, {
      method: 'POST',
      query,
      body,
      headers: { 'Content-Type': FORM, ...headers },
    });
  }
}

/** What any client with a form and a file in it sends: all in the body, signed as nothing. */
export function upload(
  { board, keys }: WireClient,
  method: string,
  fields: Fields,
  files: Readonly<Record<string, SentFile>>,
): Promise<Json> {
  const own = { api_m: method, api_c: keys.clientid, api_s: keys.token, api_sig: sum('', keys) };
  const { body, headers } = multipart({ ...own, ...fields });
  const boundary = body.split('\r\n', 1)[0] ?? '';
  const parts = Object.entries(files).flatMap(([name, { filename, type, bytes }]) => {
    const disposition = `form-data; name="${name}"; filename="${filename}"`;
    const head = `${boundary}\r\nContent-Disposition: ${disposition}\r\nContent-Type: ${type}`;
    return [Buffer.from(`${head}\r\n\r\n`), Buffer.from(bytes), Buffer.from('\r\n')];
  });
  return exchange(board, {
    method: 'POST',
    body: Buffer.concat([...parts, Buffer.from(body)]),
    headers,
  });
}

/** A client that begins by itself. */
export interface App extends WireClient {
  init(): Promise<unknown>;
}

/** A client that has begun, and whose member has logged in. */
export async function loggedIn<C extends App>(client: C, name: string): Promise<C> {
  await client.init();
  expect(messageId(await client.login(name))).toBe('redirect_login');
  return client;
}

/** A forum with topics in it, from the front page. */
async function forumWithTopics(client: WireClient): Promise<string> {
  const all = (bits: Json[]): Json[] =>
    bits.flatMap((bit) => [bit, ...all(list(bit, 'childforumbits'))]);
  const open = all(list(await client.call('forum'), 'response.forumbits')).find(
    (bit) => whole(bit, 'forum.threadcount') > 0 && whole(bit, 'forum.is_category') === 0,
  );
  return text(open ?? '', 'forum.forumid');
}

/** Begins a topic; returns its id. */
export async function beginTopic(
  client: WireClient,
  subject = `Topic ${unlike()}`,
  more: Fields = {},
): Promise<{ forumid: string; threadid: string; subject: string }> {
  const forumid = await forumWithTopics(client);
  const message = `Words [b]here[/b] ${unlike()}`;
  const json = await client.call('newthread_postthread', { forumid, subject, message, ...more });
  expect(at(json, 'response.errormessage')).toBe('redirect_postthanks');
  return { forumid, threadid: text(json, 'show.threadid'), subject };
}
