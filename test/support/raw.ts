import { createHash, randomBytes } from 'node:crypto';
import { type IncomingHttpHeaders, request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { jest } from '@jest/globals';
import { toBytes } from '../../src/protocol/bytes.ts';
import { parseQuery } from '../../src/protocol/query.ts';
import { type Secrets, signRequest } from '../../src/protocol/signature.ts';

// A board of one's own takes its time where a slow machine runs many tests at once.
jest.setTimeout(60_000);

/** An answer as it came, byte for byte. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly json: unknown;
  /** The first error with its arguments; undefined for a result. */
  readonly error: readonly (string | number)[] | undefined;
}

export interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

export const form = 'application/x-www-form-urlencoded';

export function md5(bytes: string): string {
  return createHash('md5').update(bytes, 'latin1').digest('hex');
}

/** Sends a request on a connection of its own. */
export function send(
  url: string,
  { method = 'GET', headers = {}, body }: Sent = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ ...target(url), method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () => {
        const { statusCode: status = 0, headers: received } = response;
        resolve(answer(status, received, Buffer.concat(chunks)));
      });
    });
    request.once('error', reject);
    request.end(body);
  });
}

/** Where a URL leads, its path byte for byte: `new URL` would escape some of it. */
function target(url: string): { hostname: string; port: string; path: string } {
  const [, hostname = '', port = '', path = ''] = /^http:\/\/([^:/]*):(\d+)(.*)$/.exec(url) ?? [];
  return { hostname, port, path };
}

/** Posts a body of a content type. */
export function post(url: string, body: string | Buffer, type = form): Promise<Answer> {
  return send(url, { method: 'POST', headers: { 'Content-Type': type }, body });
}

/** Writes bytes to a socket of its own, one piece after the other; resolves with all that came back. */
export function talk(url: string, ...pieces: readonly (string | Buffer)[]): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    let received = '';
    const socket = connect(Number(port), hostname);
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1');
    });
    // A reset after the answer is no news.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      resolve(received);
    });
    for (const piece of pieces) socket.write(piece);
  });
}

/** The last answer in what {@link talk} has received. */
export function answerIn(received: string): Answer {
  const [head = '', body = ''] = received.split('\r\n\r\n');
  const [status = '', ...lines] = head.split('\r\n');
  const headers = lines.map((line) => [
    line.slice(0, line.indexOf(':')).toLowerCase(),
    line.slice(line.indexOf(':') + 1).trim(),
  ]);
  const fields = Object.fromEntries(headers) as IncomingHttpHeaders;
  return answer(Number(status.split(' ')[1]), fields, Buffer.from(body, 'latin1'));
}

function answer(status: number, headers: IncomingHttpHeaders, body: Buffer): Answer {
  const json = parse(body);
  const { errors } = (json ?? {}) as { errors?: (string | number)[][] };
  return { status, headers, body, json, error: Array.isArray(errors) ? errors[0] : undefined };
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString()) as unknown;
  } catch {
    return undefined;
  }
}

/** A client made by hand: it writes and signs its own query strings. */
export class RawApp {
  readonly url: string;
  readonly secrets: Secrets;

  constructor(url: string, secrets: Secrets) {
    this.url = `${url}/api.php`;
    this.secrets = secrets;
  }

  /** A freshly initialised app. @param call how api.init is sent */
  static async init(
    url: string,
    apikey: string,
    call: (url: string) => Promise<Answer> = send,
  ): Promise<RawApp> {
    const identity = `uniqueid=${randomBytes(8).toString('hex')}`;
    const { json } = await call(`${url}/api.php?api_m=api.init&${identity}`);
    const { apiaccesstoken: token, apiclientid: clientid, secret } = json as Record<string, string>;
    if (token === undefined || clientid === undefined || secret === undefined)
      throw new Error(`no session: ${JSON.stringify(json)}`);
    return new RawApp(url, { token, clientid, secret, apikey });
  }

  /** The URL of a signed request with this query. */
  sign(query: string): string {
    const { map } = parseQuery(toBytes(query));
    return this.as(query, signRequest(md5, map, this.secrets));
  }

  /** The URL of a request with this query and any signature. */
  as(query: string, signature: string): string {
    const { clientid, token } = this.secrets;
    const own = `api_c=${clientid}&api_s=${token}&api_sig=${signature}`;
    return `${this.url}?${query}${query === '' ? '' : '&'}${own}`;
  }

  get(query: string): Promise<Answer> {
    return send(this.sign(query));
  }

  post(query: string, body: string | Buffer, type?: string): Promise<Answer> {
    return post(this.sign(query), body, type);
  }

  /** Whether the server has signed these bytes for this app. */
  verifies({ body, headers }: Answer): boolean {
    const { token, clientid, secret } = this.secrets;
    return headers.authorization === md5(body.toString('latin1') + token + clientid + secret);
  }
}
