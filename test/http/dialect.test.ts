import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { waysIn } from '../../src/ways-in.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { type ToyKey, toyDialect } from './toy-dialect.ts';

/** A way in with its own addresses, key, status codes and errors, beside vBulletin's. */

const forum = 18;
let board: TestBoard;
let bob: number;
let admin: number;
let topic: number;

const keys = new Map<string, ToyKey>();

beforeAll(async () => {
  board = await startBoard({}, undefined, 'board', (environment) => {
    const others = waysIn(environment);
    return { ...others, dialects: [toyDialect(environment, keys), ...others.dialects] };
  });
  const idOf = async (name: string): Promise<number> =>
    (await (await board.login(name)).user.fetchCurrentUserinfo()).userid;
  const alice = await idOf('alice');
  [bob, admin] = [await idOf('bob'), await idOf('admin')];
  keys.set('reads', { userid: alice, site: false, scopes: new Set(['node:read', 'user:read']) });
  keys.set('alice', { userid: alice, site: false, scopes: 'all' });
  keys.set('site', { userid: admin, site: true, scopes: 'all' });
});
afterAll(async () => {
  await board.stop();
});

async function ask(
  verb: string,
  path: string,
  { key = 'alice', as, body }: { key?: string; as?: number; body?: object } = {},
): Promise<{ status: number; headers: Headers; body: Record<string, unknown> | undefined }> {
  const response = await fetch(board.url + path, {
    method: verb,
    headers: {
      'X-Toy-Key': key,
      ...(as !== undefined && { 'X-Toy-As': String(as) }),
      ...(body && { 'Content-Type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? undefined : (JSON.parse(text) as Record<string, unknown>),
  };
}

function lastCall(): Record<string, unknown> {
  const calls = board.logs.map((line) => JSON.parse(line) as Record<string, unknown>);
  return calls.findLast(({ msg }) => msg === 'call') ?? {};
}

describe('another way in', () => {
  test('answers with its own status, headers and shape', async () => {
    const body = { channel: forum, title: 'By another door', text: 'Hello.' };
    const made = await ask('POST', '/toy/topics', { body });
    topic = Number(made.body?.id);
    expect(made.status).toBe(201);
    expect(made.headers.get('location')).toBe(`/toy/topics/${topic}`);
    expect(await ask('GET', `/toy/topics/${topic}`)).toMatchObject({
      status: 200,
      body: { id: topic, title: 'By another door', by: 'alice' },
    });
    const changed = await ask('PUT', `/toy/topics/${topic}`, {
      body: { title: 'Changed', text: 'Hello again.' },
    });
    expect([changed.status, changed.body]).toEqual([204, undefined]);
    const { title } = await (await board.login('bob')).node.getNode({ nodeid: topic });
    expect(title).toBe('Changed');
  });

  test('has a 404 and a 405 of its own, and leaves other addresses alone', async () => {
    expect(await ask('GET', '/toy/nothing')).toMatchObject({
      status: 404,
      body: { code: '1T404', reason: 'not_found' },
    });
    const refused = await ask('PATCH', `/toy/topics/${topic}`);
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET, PUT, DELETE']);
    expect(refused.body).toEqual({ code: '1T405', reason: 'invalid_request_method' });
    expect((await fetch(`${board.url}/toys`)).status).toBe(404);
  });

  test('has its own keys, which are good for their scopes alone', async () => {
    expect(await ask('GET', '/toy/me', { key: 'none' })).toMatchObject({
      status: 401,
      body: { code: '1T401' },
    });
    expect((await ask('GET', '/toy/me', { key: 'reads' })).body).toMatchObject({ name: 'alice' });
    expect(await ask('DELETE', `/toy/topics/${topic}`, { key: 'reads' })).toMatchObject({
      status: 403,
      body: { reason: 'insufficient_scope' },
    });
  });

  test('lets a key of the site act in the name of a member, with all rights', async () => {
    expect((await ask('GET', '/toy/me', { as: bob })).status).toBe(403);
    const closed = await board.login('admin');
    await closed.node.closeNode({ nodeid: [topic] });
    const body = { channel: topic, title: '', text: 'The last word.' };
    expect((await ask('POST', '/toy/topics', { body })).status).toBe(403);
    const reply = await ask('POST', '/toy/topics', { key: 'site', as: bob, body });
    expect(reply.status).toBe(201);
    const { authorname } = await closed.node.getNode({ nodeid: Number(reply.body?.id) });
    expect(authorname).toBe('bob');
  });

  test('writes one line in the log, with the credential and for whom it stood in', async () => {
    await ask('GET', '/toy/me', { key: 'site', as: bob });
    expect(lastCall()).toMatchObject({
      method: 'toy GET user.fetchCurrentUserinfo',
      user: bob,
      credential: 'key site',
      owner: admin,
    });
  });
});
