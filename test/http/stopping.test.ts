import { Agent, get, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { expect, jest, test } from '@jest/globals';
import { sandboxKey } from '../../src/sandbox/credentials.ts';
import { startBoard } from '../support/board.ts';
import { answerIn, form, RawApp, send, talk } from '../support/raw.ts';

/** What a client saw on one connection: what was answered, whether the server closed it, or what went wrong. */
interface Seen {
  answered: number;
  closed: boolean;
  error: string | undefined;
}

/** Calls on one connection, one after the other, until an answer closes it: as a proxy does with those it keeps. */
async function callOn(agent: Agent, url: string): Promise<Seen> {
  const seen: Seen = { answered: 0, closed: false, error: undefined };
  while (!seen.closed && seen.error === undefined) {
    await new Promise<void>((resolve) => {
      const failed = (error: NodeJS.ErrnoException): void => {
        seen.error = error.code ?? error.message;
        resolve();
      };
      get(url, { agent }, (response: IncomingMessage) => {
        response.once('error', failed).resume();
        response.once('end', () => {
          seen.answered += 1;
          seen.closed = response.headers.connection === 'close';
          resolve();
        });
      }).once('error', failed);
    });
  }
  return seen;
}

test('a loaded server that stops answers all it has taken, and each answer closes its connection', async () => {
  const board = await startBoard({ SHUTDOWN_GRACE_MS: '60000' });
  const app = await RawApp.init(board.url, sandboxKey);
  const url = app.sign('api_m=user.fetchUserName&userid=1');
  const agents = Array.from({ length: 24 }, () => new Agent({ keepAlive: true, maxSockets: 1 }));
  const clients = agents.map((agent) => callOn(agent, url));
  await new Promise((resolve) => setTimeout(resolve, 300));
  const stopped = board.stop();
  const seen = await Promise.all(clients);
  await stopped;
  for (const client of seen) {
    expect(client).toEqual({ answered: client.answered, closed: true, error: undefined });
    expect(client.answered).toBeGreaterThan(0);
  }
  for (const agent of agents) agent.destroy();
});

test('who connects anew for each call, as a proxy does whose connections are closed, is answered or not let in', async () => {
  const board = await startBoard({ SHUTDOWN_GRACE_MS: '60000' });
  const app = await RawApp.init(board.url, sandboxKey);
  const url = app.sign('api_m=user.fetchUserName&userid=1');
  const clients = Array.from({ length: 24 }, async () => {
    for (;;) {
      const { error } = await callOn(new Agent({ keepAlive: false }), url);
      if (error !== undefined) return error;
    }
  });
  await new Promise((resolve) => setTimeout(resolve, 300));
  await board.stop();
  expect(new Set(await Promise.all(clients))).toEqual(new Set(['ECONNREFUSED']));
});

test('a connection that nobody uses is closed, and so is one whose client only comes later', async () => {
  const board = await startBoard({ SHUTDOWN_GRACE_MS: '60000' });
  const { hostname, port } = new URL(board.url);
  const idle = connect(Number(port), hostname);
  await new Promise((resolve) => idle.once('connect', resolve));
  const ended = new Promise((resolve) => idle.once('close', resolve));
  await board.stop();
  await ended;
});

test('a request that is on its way when the server stops is still answered', async () => {
  const board = await startBoard({ SHUTDOWN_GRACE_MS: '60000' });
  const app = await RawApp.init(board.url, sandboxKey);
  const { hostname, port, pathname, search } = new URL(app.sign('api_m=user.fetchUserName'));
  const body = 'userid=1';
  const head = `POST ${pathname}${search} HTTP/1.1\r\nHost: x\r\nContent-Type: ${form}\r\n`;
  const socket = connect(Number(port), hostname);
  let received = '';
  socket.on('data', (chunk) => (received += chunk.toString()));
  const ended = new Promise((resolve) => socket.once('close', resolve));
  await new Promise((resolve) => socket.write(head.slice(0, 20), resolve));
  const stopped = board.stop();
  await new Promise((resolve) => setTimeout(resolve, 800));
  socket.write(`${head.slice(20)}Content-Length: ${body.length}\r\n\r\n`);
  await new Promise((resolve) => setTimeout(resolve, 100));
  socket.write(body);
  await Promise.all([ended, stopped]);
  const answer = answerIn(received);
  expect([answer.json, answer.headers.connection]).toEqual(['admin', 'close']);
});

test('a request that arrives on an idle connection while the process is at work is answered', async () => {
  const board = await startBoard({ SHUTDOWN_GRACE_MS: '60000' });
  const { hostname, port } = new URL(board.url);
  const socket = connect(Number(port), hostname);
  let received = '';
  socket.on('data', (chunk) => (received += chunk.toString()));
  const ended = new Promise((resolve) => socket.once('close', resolve));
  socket.on('error', () => undefined);
  socket.write('GET /health HTTP/1.1\r\nHost: x\r\n\r\n');
  await new Promise((resolve) => socket.once('data', resolve));
  const stopped = board.stop();
  await new Promise((resolve) => setTimeout(resolve, 200));
  // after this phase of the event loop come the timers, and only then what can be read
  await new Promise((resolve) => setImmediate(resolve));
  socket.write('GET /health HTTP/1.1\r\nHost: x\r\n\r\n');
  const later = Date.now() + 1_000;
  const clock = jest.spyOn(Date, 'now').mockReturnValue(later);
  atWorkFor(200);
  await Promise.all([ended, stopped]);
  clock.mockRestore();
  expect(received.match(/"status":"\w+"/g)).toEqual(['"status":"ok"', '"status":"stopping"']);
});

function atWorkFor(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}

test('of calls that were sent together all are answered, and the last answer closes', async () => {
  const board = await startBoard({ SHUTDOWN_GRACE_MS: '60000', SHUTDOWN_DELAY_MS: '1000' });
  const app = await RawApp.init(board.url, sandboxKey);
  const { pathname, search } = new URL(app.sign('api_m=user.fetchUserName&userid=1'));
  const stopped = board.stop();
  const three = `GET ${pathname}${search} HTTP/1.1\r\nHost: x\r\n\r\n`.repeat(3);
  const received = await talk(board.url, three);
  expect(received.match(/"admin"/g)).toHaveLength(3);
  expect(received.match(/Connection: close/g)).toHaveLength(1);
  await stopped;
});

test('while a balancer is given time, /health says stopping and calls are still taken', async () => {
  const board = await startBoard({ SHUTDOWN_GRACE_MS: '60000', SHUTDOWN_DELAY_MS: '1500' });
  const app = await RawApp.init(board.url, sandboxKey);
  const stopped = board.stop();
  const health = await send(`${board.url}/health`);
  expect([health.status, health.json]).toMatchObject([503, { status: 'stopping' }]);
  const answer = await app.get('api_m=user.fetchUserName&userid=1');
  expect([answer.json, answer.headers.connection]).toEqual(['admin', 'close']);
  await stopped;
  await expect(send(`${board.url}/health`)).rejects.toThrow('ECONNREFUSED');
});
