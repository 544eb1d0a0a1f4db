import { once } from 'node:events';
import { openAsBlob } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import {
  NetworkError,
  Signpost,
  type SignpostError,
  type SignpostOptions,
} from '../../src/client/index.ts';
import { sandboxKey, sandboxPassword } from '../../src/sandbox/credentials.ts';
import { startBoard, type TestBoard } from '../support/board.ts';

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard();
});
afterAll(async () => {
  await board.stop();
});

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  }
});

/** A server of one's own; returns its address. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

function clientOf(url: string, options: Partial<SignpostOptions> = {}): Signpost {
  return new Signpost({ url, apiKey: sandboxKey, uniqueId: 'x', retries: 0, ...options });
}

/** A client of the board whose calls fail as often as this says; `made` counts what was sent. */
async function failing(
  failure: () => Response,
  times: number,
  options: Partial<SignpostOptions> = {},
): Promise<{ client: Signpost; made: () => number; fail: () => void }> {
  let made = 0;
  let left = 0;
  const client = board.guest({
    fetch: async (url, init) => {
      made += 1;
      if (left-- > 0) return failure();
      return fetch(url, init);
    },
    ...options,
  });
  await client.user.login({ username: 'alice', password: sandboxPassword('alice') });
  made = 0;
  return { client, made: () => made, fail: () => (left = times) };
}

/** What Node.js throws. */
function broken(code: string): () => never {
  return () => {
    throw new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
  };
}

function refusing(id: string, retryAfter: string): () => Response {
  return () =>
    new Response(JSON.stringify({ errors: [[id]] }), {
      status: 503,
      headers: { 'Retry-After': retryAfter },
    });
}

const read = (client: Signpost): Promise<unknown> => client.node.getNode({ nodeid: 1 });
const write = (client: Signpost): Promise<unknown> =>
  client.content_text.add({ data: { parentid: 27, rawtext: `Reply ${Math.random()}` } });

describe('an error says what has happened', () => {
  test('nobody listens', async () => {
    const url = await serve(() => undefined);
    const server = servers.pop();
    server?.close();
    const failure = await read(clientOf(url)).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(NetworkError);
    expect(failure).toHaveProperty('cause.name', 'TypeError');
  });

  test('the connection breaks', async () => {
    const url = await serve((request) => request.socket.destroy());
    await expect(read(clientOf(url))).rejects.toMatchObject({ name: 'NetworkError' });
  });

  test('nobody answers in time', async () => {
    const url = await serve(() => undefined);
    const failure = read(clientOf(url, { timeout: 50 }));
    await expect(failure).rejects.toMatchObject({ name: 'TimeoutError', method: 'api.init' });
    await expect(failure).rejects.toBeInstanceOf(NetworkError);
  });

  test('a proxy answers', async () => {
    const url = await serve((_, response) => {
      response.writeHead(502, { 'Content-Type': 'text/html' }).end('<h1>Bad Gateway</h1>');
    });
    await expect(read(clientOf(url))).rejects.toMatchObject({ name: 'HttpError', status: 502 });
  });

  test('something that looks like a result comes with a status of failure', async () => {
    const url = await serve((_, response) => {
      response.writeHead(404).end('{"apiversion":5}');
    });
    await expect(read(clientOf(url, { verify: 'present' }))).rejects.toMatchObject({
      name: 'HttpError',
      status: 404,
    });
  });
});

describe('a call ends', () => {
  test('when its signal says so, with the reason', async () => {
    const url = await serve(() => undefined);
    const ending = new AbortController();
    const client = clientOf(url, {
      session: { clientid: '1', secret: 's', token: 't' },
      retries: 2,
    });
    const call = client.node.getNode({ nodeid: 1 }, { signal: ending.signal });
    const reason = new Error('the page was left');
    setTimeout(() => {
      ending.abort(reason);
    }, 20);
    await expect(call).rejects.toBe(reason);
  });

  test('at once when that is so already, and no other call with it', async () => {
    const client = board.guest();
    const [ended, other] = await Promise.allSettled([
      client.node.getNode({ nodeid: 1 }, { signal: AbortSignal.abort() }),
      client.node.getNode({ nodeid: 1 }),
    ]);
    expect(ended).toMatchObject({ status: 'rejected', reason: { name: 'AbortError' } });
    expect(other).toMatchObject({ status: 'fulfilled', value: { nodeid: 1 } });
  });

  test('after its own time', async () => {
    const url = await serve(() => undefined);
    const call = clientOf(url).init({}, { timeout: 30 });
    await expect(call).rejects.toMatchObject({ name: 'TimeoutError' });
  });
});

describe('a call is tried again', () => {
  test.each<[string, () => Response, (client: Signpost) => Promise<unknown>]>([
    ['that reads, when the connection broke', broken('ECONNRESET'), read],
    ['that reads, when a proxy found no server', () => new Response('', { status: 502 }), read],
    ['that writes, when nobody listened', broken('ECONNREFUSED'), write],
    ['that writes, when the server was too busy', refusing('toobusy', '0'), write],
    ['that writes, when there were too many', refusing('rate_limited', '0'), write],
  ])('%s', async (_, failure, call) => {
    const { client, made, fail } = await failing(failure, 1);
    fail();
    await call(client);
    expect(made()).toBe(2);
  });

  test.each<[string, () => Response, (client: Signpost) => Promise<unknown>, object]>([
    ['that writes, when the connection broke', broken('ECONNRESET'), write, NetworkError],
    ['that the server refused', refusing('no_permission', '0'), read, Error],
    ['when that would take too long', refusing('rate_limited', '60'), write, Error],
  ])('but not one %s', async (_, failure, call, kind) => {
    const { client, made, fail } = await failing(failure, 1);
    fail();
    await expect(call(client)).rejects.toBeInstanceOf(kind);
    expect(made()).toBe(1);
  });

  test('as often as wanted', async () => {
    const { client, made, fail } = await failing(refusing('toobusy', '0'), 9, { retries: 3 });
    fail();
    await expect(write(client)).rejects.toMatchObject({ id: 'toobusy', retryAfter: 0 });
    expect(made()).toBe(4);
  });

  test('and its error says when the server wants to be asked again', async () => {
    const { client, fail } = await failing(refusing('rate_limited', '60'), 1);
    fail();
    const failure = (await read(client).catch((error: unknown) => error)) as SignpostError;
    expect([failure.id, failure.retryAfter]).toEqual(['rate_limited', 60]);
  });
});

describe('an upload', () => {
  test('tells how much of it has been sent', async () => {
    const client = await board.login('alice');
    const steps: [number, number][] = [];
    const file = { filename: 'notes.txt', bytes: new Uint8Array(300_000).fill(97) };
    const { filesize } = await client.content_attach.upload(
      { file },
      { onProgress: (sent, total) => steps.push([sent, total]) },
    );
    expect(filesize).toBe(300_000);
    const total = steps[0]?.[1] ?? 0;
    expect(total).toBeGreaterThan(300_000);
    expect(steps.length).toBeGreaterThan(3);
    expect(steps.map(([sent]) => sent)).toEqual(steps.map(([sent]) => sent).sort((a, b) => a - b));
    expect(steps.at(-1)).toEqual([total, total]);
  });

  test('that has failed says no more, whoever still reads it', async () => {
    const reader: { current?: ReadableStreamDefaultReader } = {};
    const client = await board.login('alice', {
      retries: 0,
      fetch: async (url, init) => {
        if (!(init?.body instanceof ReadableStream)) return fetch(url, init);
        reader.current = init.body.getReader();
        await reader.current.read();
        throw new TypeError('fetch failed');
      },
    });
    const steps: number[] = [];
    const file = new File([new Uint8Array(300_000)], 'notes.txt');
    const call = client.content_attach.upload({ file }, { onProgress: (sent) => steps.push(sent) });
    await expect(call).rejects.toMatchObject({ name: 'NetworkError' });
    const told = steps.length;
    const rest = async (): Promise<void> => {
      while ((await reader.current?.read())?.done === false);
    };
    await expect(rest()).rejects.toMatchObject({ name: 'AbortError' });
    expect(steps).toHaveLength(told);
  });

  test('that is aborted while its file is read sends nothing', async () => {
    const client = await board.login('alice');
    const folder = await mkdtemp(join(tmpdir(), 'upload-'));
    const path = join(folder, 'notes.txt');
    await writeFile(path, new Uint8Array(20_000_000));
    const ending = new AbortController();
    let steps = 0;
    const call = client.content_attach.upload(
      { file: await openAsBlob(path) },
      { signal: ending.signal, onProgress: () => (steps += 1) },
    );
    setImmediate(() => {
      ending.abort();
    });
    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
    expect(steps).toBe(0);
    await rm(folder, { recursive: true });
  });
});
