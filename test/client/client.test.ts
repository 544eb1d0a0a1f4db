import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import {
  SessionLost,
  type SessionState,
  Signpost,
  SignpostError,
  type SignpostOptions,
} from '../../src/client/index.ts';
import { encode } from '../../src/client/encode.ts';
import { revokeClient } from '../../src/library/access/apiclient.ts';
import { sandboxKey, sandboxPassword } from '../../src/sandbox/credentials.ts';
import { startBoard, type TestBoard } from '../support/board.ts';

jest.setTimeout(60_000);

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard();
});
afterAll(async () => {
  await board.stop();
});

async function username(client: Signpost): Promise<string> {
  return (await client.user.fetchCurrentUserinfo()).username;
}

async function endSession({ token }: SessionState): Promise<void> {
  await board.database.transaction((db) =>
    db.run('delete from session where apiaccesstoken = ?', [token]),
  );
  await board.running.environment.caches.forgetSession(token);
}

function sessionOf(client: Signpost): SessionState {
  if (client.session === undefined) throw new Error('the client has no session');
  return client.session;
}

describe('a session', () => {
  test('begins with the first call, once for calls at the same time', async () => {
    const begun: SessionState[] = [];
    const client = board.guest({ onSession: (session) => begun.push(session) });
    await Promise.all([username(client), username(client), client.site.getSiteStatistics()]);
    expect(begun).toEqual([client.session]);
  });

  test('is restored in a later run, the member logged in', async () => {
    const first = await board.login('alice');
    const later = board.guest({ session: sessionOf(first) });
    expect(await username(later)).toBe('alice');
    expect(later.session?.token).toBe(first.session?.token);
  });

  test('that has ended begins again with the same id, as a guest', async () => {
    const client = await board.login('alice');
    const before = sessionOf(client);
    await endSession(before);
    expect(await username(client)).toBe('Guest');
    const after = sessionOf(client);
    expect([after.clientid, after.secret]).toEqual([before.clientid, before.secret]);
    expect(after.token).not.toBe(before.token);
    await client.user.login({ username: 'alice', password: sandboxPassword('alice') });
    expect(await username(client)).toBe('alice');
  });

  test('that has ended begins again once for many calls', async () => {
    const client = await board.login('alice');
    await endSession(sessionOf(client));
    const names = await Promise.all(Array.from({ length: 5 }, () => username(client)));
    expect(names).toEqual(Array.from({ length: 5 }, () => 'Guest'));
    expect(await username(client)).toBe('Guest');
  });

  test('of a revoked client begins again as a new one', async () => {
    const client = await board.login('alice');
    const before = sessionOf(client);
    await board.database.transaction((db) => revokeClient(db, Number(before.clientid)));
    await board.running.environment.caches.forgetSession(before.token);
    expect(await username(client)).toBe('Guest');
    expect(client.session?.clientid).not.toBe(before.clientid);
    expect(client.session?.secret).not.toBe(before.secret);
  });

  test("that a member has lost is told, and what the member wrote does not become a guest's", async () => {
    const reasons: string[] = [];
    const lost = await board.login('alice', { onSessionLost: (reason) => reasons.push(reason) });
    await endSession(sessionOf(lost));
    const data = { parentid: 14, title: 'Mine', rawtext: 'Mine alone' };
    for (let tries = 0; tries < 2; tries++)
      await expect(lost.content_text.add({ data })).rejects.toMatchObject({
        name: 'SessionLost',
        method: 'content_text.add',
        reason: 'invalid_accesstoken',
      });
    expect(reasons).toEqual(['invalid_accesstoken']);
    expect(await username(lost)).toBe('Guest');
    await lost.user.login({ username: 'alice', password: sandboxPassword('alice') });
    expect(await lost.content_text.add({ data })).toEqual(expect.any(Number));
  });

  test('is refused or given up by a guest as the app wants', async () => {
    const strict = await board.login('alice', { asGuest: 'nothing' });
    await endSession(sessionOf(strict));
    await expect(username(strict)).rejects.toBeInstanceOf(SessionLost);
    strict.continueAsGuest();
    expect(await username(strict)).toBe('Guest');
    const easy = await board.login('alice', { asGuest: 'all' });
    await endSession(sessionOf(easy));
    await expect(
      easy.content_text.add({ data: { parentid: 14, title: 'T', rawtext: 'x' } }),
    ).rejects.toMatchObject({ id: 'not_logged_no_permission' });
  });

  test("that is a guest's begins again without a word", async () => {
    const reasons: string[] = [];
    const client = board.guest({ onSessionLost: (reason) => reasons.push(reason) });
    expect(await username(client)).toBe('Guest');
    await endSession(sessionOf(client));
    await client.user.logout();
    const later = board.guest({
      session: sessionOf(client),
      onSessionLost: (reason) => reasons.push(reason),
    });
    await endSession(sessionOf(client));
    expect(await username(later)).toBe('Guest');
    expect(reasons).toEqual([]);
  });

  test("kept from an earlier run remembers that it is a member's", async () => {
    const kept = sessionOf(await board.login('alice'));
    expect(kept.member).toBe(true);
    await endSession(kept);
    const reasons: string[] = [];
    const later = board.guest({
      session: kept,
      onSessionLost: (reason) => reasons.push(reason),
    });
    await expect(later.node.markRead({ nodeid: 27 })).rejects.toBeInstanceOf(SessionLost);
    expect(reasons).toEqual(['invalid_accesstoken']);
  });

  test("is a member's after a legacy login only if that succeeded, and a guest's after a logout", async () => {
    const client = board.guest();
    const login = (password: string): Promise<unknown> =>
      client.call('login_login', { vb_login_username: 'bob', vb_login_password: password });
    await login('wrong');
    expect(client.session?.member).toBe(false);
    await login(sandboxPassword('bob'));
    expect([client.session?.member, await username(client)]).toEqual([true, 'bob']);
    const { token } = sessionOf(client);
    await client.call('login_logout');
    expect(client.session).toMatchObject({ member: false });
    expect(client.session?.token).not.toBe(token);
    expect(await username(client)).toBe('Guest');
  });

  test('goes on under the new token after a logout', async () => {
    const kept: SessionState[] = [];
    const client = board.guest({ onSession: (session) => kept.push(session) });
    await client.user.login({ username: 'bob', password: sandboxPassword('bob') });
    const { apiaccesstoken } = await client.user.logout();
    expect(client.session?.token).toBe(apiaccesstoken);
    expect(kept.at(-1)?.token).toBe(apiaccesstoken);
    expect(await username(client)).toBe('Guest');
  });
});

describe('an installation', () => {
  /** The ids that clients with these options say to the server. */
  async function idsSaid(...all: Partial<SignpostOptions>[]): Promise<(string | null)[]> {
    const ids: (string | null)[] = [];
    for (const options of all) {
      const client = new Signpost({
        url: board.url,
        apiKey: sandboxKey,
        fetch: (url, init) => {
          const { body } = init ?? {};
          if (typeof body === 'string') ids.push(new URLSearchParams(body).get('uniqueid'));
          return fetch(url, init);
        },
        ...options,
      });
      await client.init();
    }
    return ids;
  }

  test('has an id of its own, which it keeps where it can', async () => {
    const [one, other] = await idsSaid({}, {});
    expect(one).toMatch(/^[0-9a-f]{32}$/);
    expect(other).toMatch(/^[0-9a-f]{32}$/);
    expect(one).not.toBe(other);
    const kept = new Map<string, string>();
    const storage = {
      get: async (key: string) => kept.get(key) ?? null,
      set: (key: string, value: string) => kept.set(key, value),
    };
    const [first, second] = await idsSaid({ storage }, { storage });
    expect(first).toMatch(/^[0-9a-f]{32}$/);
    expect(second).toBe(first);
    expect(await idsSaid({ uniqueId: 'given', storage })).toEqual(['given']);
  });
});

describe('the address of a board', () => {
  test.each(['', '/', '//', '/api.php', '/api.php/', '/api.php?', '/#top', '/core/api.php'])(
    'may end in "%s"',
    async (end) => {
      const client = board.guest({ url: `${board.url}${end}` });
      expect(await username(client)).toBe('Guest');
    },
  );
});

describe('a refusal', () => {
  test('is thrown with its id, arguments and method', async () => {
    const failure = await board
      .guest()
      .node.getNode({ nodeid: 99999 })
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(SignpostError);
    expect(failure).toMatchObject({
      id: 'invalid_node_id',
      method: 'node.getNode',
      errors: [['invalid_node_id', 99999]],
    });
  });

  test('of a wrong API key can be explained', async () => {
    const client = board.guest({ apiKey: 'wrong', debug: true });
    await expect(client.user.logout()).rejects.toMatchObject({
      id: 'invalid_api_signature',
      debug: { hints: expect.anything() },
    });
    await expect(client.node.getNode({ nodeid: 1 })).rejects.toMatchObject({
      id: 'invalid_api_signature',
      debug: { hints: expect.anything() },
    });
  });

  test('has a text for people, whatever the server says', async () => {
    const failure = board.guest().node.getNode({ nodeid: 99999 });
    await expect(failure).rejects.toMatchObject({ text: 'There is no node 99999.' });
    expect(new SignpostError('a.b', [['request_too_large', 4194304]]).text).toBe(
      'request_too_large 4194304',
    );
  });
});

describe('any method can be called by its name', () => {
  test('also one that this release does not know', async () => {
    const client = board.guest();
    expect(await client.call('user.fetchUserName', { userid: 1 })).toBe('admin');
    await expect(client.call('future.method', { list: [1, 2] })).rejects.toMatchObject({
      errors: [['invalid_api_method', 'future.method']],
    });
  });

  test('with values of every kind', async () => {
    const client = board.guest();
    const params = {
      userid: 1,
      text: "é & ü = 👋 *~!'()",
      list: [1, [true, false], { a: null, b: undefined }],
      map: new Map([['k', 'v']]),
      empty: '',
      '': 'no name',
      'a.b': 'dot',
    };
    expect(await client.call('user.fetchUserName', params)).toBe('admin');
    await client.call('user.logout', params);
  });

  test('with files, which are sent as a form', async () => {
    const client = board.guest();
    const photo = { filename: 'ä "x".png', bytes: new Uint8Array(100_000).fill(7) };
    const params = { userid: 1, text: 'é+& =%', photo };
    expect(await client.call('user.fetchUserName', params)).toBe('admin');
  });

  test('with a Blob without a name, which is called after its type', async () => {
    const client = await board.login('alice');
    const { filename } = await client.content_attach.upload({
      file: new Blob(['hello'], { type: 'text/plain;charset=utf-8' }),
    });
    expect(filename).toBe('file.txt');
  });

  test('with a file as React Native names it, which its own form reads', () => {
    const photo = { uri: 'file:///photo.heic', name: 'photo.heic', type: 'image/heic' };
    expect(encode({ photo, nodeid: 1 })).toEqual({
      map: new Map([['nodeid', '1']]),
      files: [['photo', photo]],
    });
  });

  test('with more than fits into a URL', async () => {
    const client = board.guest();
    expect(await client.user.fetchByUsername({ username: 'x'.repeat(20_000) })).toBe(false);
  });
});

describe('between client and server', () => {
  let proxy: Server;
  afterEach(async () => {
    proxy.closeAllConnections();
    proxy.close();
    await once(proxy, 'close');
  });

  interface Passed {
    body: string;
    authorization: string | undefined;
  }

  /** A board reached through somebody who changes what he likes. */
  async function through(tamper: (passed: Passed, method: string) => void): Promise<string> {
    proxy = createServer((request, response) => {
      void (async () => {
        const chunks: Buffer[] = [];
        for await (const chunk of request) chunks.push(chunk as Buffer);
        const type = request.headers['content-type'];
        const answer = await fetch(`${board.url}${request.url ?? ''}`, {
          method: request.method ?? 'GET',
          ...(type !== undefined && { headers: { 'Content-Type': type } }),
          ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
        });
        const authorization = answer.headers.get('authorization') ?? undefined;
        const passed: Passed = { body: await answer.text(), authorization };
        tamper(passed, new URL(answer.url).searchParams.get('api_m') ?? '');
        if (passed.authorization !== undefined)
          response.setHeader('Authorization', passed.authorization);
        response.end(passed.body);
      })();
    });
    proxy.listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    const address = proxy.address();
    return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  }

  test('an honest proxy is not noticed', async () => {
    const client = board.guest({ url: await through(() => undefined) });
    await client.user.login({ username: 'alice', password: sandboxPassword('alice') });
    expect(await username(client)).toBe('alice');
  });

  test.each<[string, (passed: Passed, method: string) => void]>([
    ['a changed result', (passed) => (passed.body = passed.body.replace('Guest', 'admin'))],
    ['an added byte', (passed) => (passed.body += ' ')],
    ['a missing signature', (passed) => (passed.authorization = undefined)],
    ['an old signature', (passed) => (passed.authorization = 'f'.repeat(32))],
    ['an empty signature', (passed) => (passed.authorization = '')],
    ['something else', (passed) => (passed.body = '<html>Log in to the Wi-Fi</html>')],
    ['nothing at all', (passed) => (passed.body = '')],
    ['an invented refusal', (passed) => (passed.body = '{"errors":[["no_permission"]]}')],
  ])('%s is refused as untrusted', async (_, change) => {
    const url = await through((passed, method) => {
      if (method !== 'api.init') change(passed, method);
    });
    const client = board.guest({ url });
    await expect(client.user.fetchCurrentUserinfo()).rejects.toMatchObject({
      name: 'UntrustedAnswer',
      message: expect.stringContaining('user.fetchCurrentUserinfo'),
    });
  });

  test('a token slipped into an answer is not adopted', async () => {
    const url = await through((passed, method) => {
      if (method === 'user.logout')
        passed.body = passed.body.replace(/[0-9a-f]{32}/g, 'e'.repeat(32));
    });
    const client = board.guest({ url });
    await client.init();
    const { token } = sessionOf(client);
    await expect(client.user.logout()).rejects.toMatchObject({ name: 'UntrustedAnswer' });
    expect(client.session?.token).toBe(token);
  });

  test("where answers are not always signed, as a vBulletin's, a login is believed", async () => {
    const url = await through((passed, method) => {
      if (method === 'user.login') passed.authorization = undefined;
    });
    const client = board.guest({ url, verify: 'present' });
    await client.user.login({ username: 'alice', password: sandboxPassword('alice') });
    expect(await username(client)).toBe('alice');
    const strict = board.guest({ url });
    await expect(
      strict.user.login({ username: 'alice', password: sandboxPassword('alice') }),
    ).rejects.toMatchObject({ name: 'UntrustedAnswer' });
  });

  test('silence is not waited for longer than the app wants', async () => {
    proxy = createServer(() => undefined).listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    const address = proxy.address();
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
    const client = new Signpost({ url, apiKey: sandboxKey, timeout: 50 });
    await expect(client.init()).rejects.toMatchObject({ name: 'TimeoutError' });
  });
});

test('a session kept from a server that has forgotten its client begins anew', async () => {
  const session = { clientid: '999999', secret: 'f'.repeat(32), token: 'e'.repeat(32) };
  const client = board.guest({ session });
  expect((await client.user.fetchCurrentUserinfo()).username).toBe('Guest');
  expect(client.session?.clientid).not.toBe(session.clientid);
});
