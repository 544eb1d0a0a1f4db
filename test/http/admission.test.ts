import { connect } from 'node:net';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Admission } from '../../src/memory/admission.ts';
import { sandboxKey } from '../../src/sandbox/credentials.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { RawApp, send } from '../support/raw.ts';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('admission', () => {
  let admission: Admission;
  beforeEach(() => {
    admission = new Admission({ MAX_CALLS: 6, BUSY_CALLS: 2 });
  });
  afterEach(() => {
    admission.close();
  });

  test('lets a burst wait up to the limit, and sends the next one away unread', async () => {
    const first = await Promise.all([1, 2].map(() => admission.enter('readonly')));
    const order: number[] = [];
    const waiting = [3, 4, 5, 6].map(async (number) => {
      const end = await admission.enter('readonly');
      order.push(number);
      end();
    });
    expect([admission.working.readonly, admission.waiting, admission.full]).toEqual([2, 4, true]);
    first[0]?.();
    first[0]?.();
    await Promise.all(waiting);
    expect(order).toEqual([3, 4, 5, 6]);
    expect([admission.working.readonly, admission.waiting, admission.full]).toEqual([1, 0, false]);
  });

  test('lets nobody wait longer than half a second', async () => {
    const ends = await Promise.all([1, 2].map(() => admission.enter('readonly')));
    const since = performance.now();
    await expect(admission.enter('readonly')).rejects.toMatchObject({ id: 'toobusy' });
    expect(performance.now() - since).toBeGreaterThanOrEqual(499);
    expect(admission.waiting).toBe(0);
    for (const end of ends) end();
    expect(admission.working.readonly).toBe(0);
  });

  test('sends calls of a kind away at once when there was no place for a while, and others not', async () => {
    const ends = await Promise.all([1, 2].map(() => admission.enter('transaction')));
    await pause(1_000);
    expect(admission.overloaded).toBe(true);
    const refused = admission.enter('transaction');
    expect(admission.waiting).toBe(0);
    await expect(refused).rejects.toMatchObject({ id: 'toobusy' });
    for (const mode of ['readonly', 'steps'] as const) (await admission.enter(mode))();
    for (const end of ends) end();
    await pause(300);
    expect(admission.overloaded).toBe(false);
    (await admission.enter('transaction'))();
  });

  test('sees that the event loop has no rest', async () => {
    const until = Date.now() + 1_500;
    while (Date.now() < until) {
      const turn = Date.now() + 50;
      while (Date.now() < turn);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(admission.utilization).toBeGreaterThan(0.9);
    expect(admission.full).toBe(false);
    await admission.enter('readonly');
    await admission.enter('readonly');
    expect(admission.full).toBe(true);
  });
});

describe('a board that is full', () => {
  let board: TestBoard;
  let app: RawApp;
  beforeEach(async () => {
    board = await startBoard({ MAX_CALLS: '1' });
    app = await RawApp.init(board.url, sandboxKey);
  });
  afterEach(async () => {
    await board.stop();
  });

  test('answers toobusy at once, in all shapes, and writes it down only now and then', async () => {
    const leave = await board.running.environment.admission.enter('readonly');
    const lines = board.logs.length;
    const url = app.sign('api_m=user.fetchUserName&userid=1');
    for (let count = 0; count < 20; count += 1) {
      const answer = await send(url);
      expect([answer.status, answer.error, answer.headers['retry-after']]).toEqual([
        200,
        ['toobusy'],
        '1',
      ]);
      expect(answer.json).toMatchObject({ response: { errormessage: 'toobusy' } });
    }
    expect((await send(`${url}&api_v=100`)).status).toBe(503);
    expect(board.logs.slice(lines)).toHaveLength(1);
    expect((await send(`${board.url}/metrics`)).body.toString()).toContain(
      'signpost_busy_total 21',
    );
    leave();
    expect((await send(url)).json).toBe('admin');
  });
});

/** Waits until nothing has been at work for a while, however long the machine takes for what there is. */
async function atRest({ working }: Admission): Promise<void> {
  for (let quiet = 0; quiet < 20; quiet += 1) {
    await pause(50);
    if (working.readonly > 0) quiet = 0;
  }
}

test('who does not read takes no place from others, by calls and by pages', async () => {
  const board = await startBoard({ BUSY_CALLS: '4', MAX_CALLS: '20' });
  const app = await RawApp.init(board.url, sandboxKey);
  const { hostname, port, pathname, search } = new URL(app.sign('api_m=api.methods'));
  const request = `GET ${pathname}${search} HTTP/1.1\r\nHost: x\r\n\r\n`.repeat(60);
  const sockets = Array.from({ length: 4 }, () => connect(Number(port), hostname).pause());
  for (const socket of sockets) socket.on('error', () => undefined).write(request);
  await atRest(board.running.environment.admission);
  // their answers fill what lies in between, and wait
  for (const socket of sockets) expect(socket.destroyed).toBe(false);
  for (let count = 0; count < 3; count += 1) {
    expect((await app.get('api_m=user.fetchUserName&userid=1')).json).toBe('admin');
    expect((await send(`${board.url}/`)).status).toBe(200);
  }
  for (const socket of sockets) socket.destroy();
  await board.stop();
});

test('a call has its place until its answer has gone out, but not for long', async () => {
  const admission = new Admission({ MAX_CALLS: 2, BUSY_CALLS: 5 });
  const answers = [new PassThrough(), new PassThrough()] as const;
  for (const answer of answers) admission.handOver(await admission.enter('readonly'), answer);
  expect([admission.working.readonly, admission.full]).toEqual([2, true]);
  answers[0].emit('close');
  expect([admission.working.readonly, admission.full]).toEqual([1, false]);
  await pause(200);
  expect(admission.working.readonly).toBe(0);
  admission.handOver(await admission.enter('readonly'), new PassThrough());
  await pause(200);
  // what nobody has read yet takes memory
  expect([admission.working.readonly, admission.full]).toEqual([0, true]);
  answers[1].emit('close');
  expect(admission.full).toBe(false);
  admission.close();
});
