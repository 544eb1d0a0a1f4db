import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type OptionName, writeOption } from '../../src/library/board/options.ts';
import { sandboxKey, sandboxPassword } from '../../src/sandbox/credentials.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { type Answer, RawApp, send } from '../support/raw.ts';

const LIFETIME = 1000;

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard({ SESSION_LIFETIME: String(LIFETIME) });
});
afterAll(async () => {
  await board.stop();
});

const open = (): Promise<RawApp> => RawApp.init(board.url, sandboxKey);

async function logIn(app: RawApp, name: string): Promise<Answer> {
  return app.post('api_m=user.login', `username=${name}&password=${sandboxPassword(name)}`);
}

async function username(app: RawApp): Promise<unknown> {
  const { json, error } = await app.get('api_m=user.fetchCurrentUserinfo');
  return error?.[0] ?? (json as { username?: unknown }).username;
}

async function setOption(name: OptionName, value: string | number): Promise<void> {
  await board.database.transaction((db) => writeOption(db, name, value));
  await board.running.environment.caches.forgetBoard();
}

describe('login', () => {
  test('makes the same token stand for the member', async () => {
    const app = await open();
    expect(await username(app)).toBe('Guest');
    const answer = await logIn(app, 'alice');
    expect(answer.json).toMatchObject({
      userid: expect.any(String),
      password: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    expect(app.verifies(answer)).toBe(true);
    expect(await username(app)).toBe('alice');
  });

  test('of another member on the same token replaces the first', async () => {
    const app = await open();
    await logIn(app, 'alice');
    await logIn(app, 'bob');
    expect(await username(app)).toBe('bob');
  });

  test('twice at once succeeds twice and leaves one session', async () => {
    const app = await open();
    const answers = await Promise.all([logIn(app, 'alice'), logIn(app, 'alice')]);
    for (const answer of answers) expect(answer.error).toBeUndefined();
    const rows = await board.database
      .reader()
      .all('select userid from session where apiaccesstoken = ?', [app.secrets.token]);
    expect(rows).toHaveLength(1);
    expect(await username(app)).toBe('alice');
  });

  test('that fails leaves a guest, and its answer is signed', async () => {
    const app = await open();
    const answer = await app.post('api_m=user.login', 'username=alice&password=wrong');
    expect(answer.error?.[0]).toBe('badlogin');
    expect(app.verifies(answer)).toBe(true);
    expect(await username(app)).toBe('Guest');
  });
});

describe('logout', () => {
  test('gives a guest a new token; the old one is a guest at once and ends ten minutes later', async () => {
    const app = await open();
    await logIn(app, 'alice');
    const answer = await app.post('api_m=user.logout', '');
    expect(app.verifies(answer)).toBe(true);
    const { apiaccesstoken: token } = answer.json as { apiaccesstoken: string };
    const next = new RawApp(board.url, { ...app.secrets, token });
    expect(token).not.toBe(app.secrets.token);
    expect(await username(next)).toBe('Guest');
    expect(await username(app)).toBe('Guest');
    board.tick(500);
    expect(await username(app)).toBe('Guest');
    board.tick(101);
    expect(await username(app)).toBe('invalid_accesstoken');
    expect(await username(next)).toBe('Guest');
  });
});

describe('a token', () => {
  test('lives on while it is used', async () => {
    const app = await open();
    await logIn(app, 'alice');
    board.tick(LIFETIME - 100);
    expect(await username(app)).toBe('alice');
    await prolonged(app);
    board.tick(LIFETIME - 100);
    expect(await username(app)).toBe('alice');
    board.tick(LIFETIME + 1);
    const answer = await app.get('api_m=user.fetchCurrentUserinfo');
    expect(answer.error).toEqual(['invalid_accesstoken']);
    expect(app.verifies(answer)).toBe(true);
  });

  /** Sessions are prolonged together, a little after the call. */
  async function prolonged(app: RawApp): Promise<void> {
    for (;;) {
      const row = await board.database
        .reader()
        .get<{ expires: number }>('select expires from session where apiaccesstoken = ?', [
          app.secrets.token,
        ]);
      if ((row?.expires ?? 0) > board.now() + LIFETIME - 60) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  test("is refused with another client's id", async () => {
    const [one, other] = [await open(), await open()];
    const mixed = new RawApp(board.url, { ...one.secrets, clientid: other.secrets.clientid });
    expect((await mixed.get('api_m=site.getSiteStatistics')).error).toEqual([
      'invalid_accesstoken',
    ]);
  });

  test('may come with an id printed as a floating-point number', async () => {
    const app = await open();
    const url = app.sign('api_m=user.fetchUserName&userid=1');
    expect((await send(url.replace(/api_c=\d+/, '$&.0'))).json).toBe('admin');
  });

  test.each([
    ['nothing', ''],
    ['null', 'api_c=null&api_s=null&api_sig=null'],
    ['an unknown id', `api_c=999999999&api_s=${'a'.repeat(32)}&api_sig=${'a'.repeat(32)}`],
    ['a prototype', 'api_c=__proto__&api_s=constructor&api_sig=toString'],
    ['an SQL text', "api_c=1'or'1'='1&api_s='--&api_sig=1"],
  ])('%s is refused with invalid_clientid and nothing is signed', async (_, query) => {
    const { error, headers } = await send(
      `${board.url}/api.php?api_m=site.getSiteStatistics&${query}`,
    );
    expect(error).toEqual(['invalid_clientid']);
    expect(headers.authorization).toBeUndefined();
  });
});

describe('a banned member', () => {
  test('may log in, see who he is and log out, and nothing else', async () => {
    const app = await open();
    expect((await logIn(app, 'mallory')).error).toBeUndefined();
    expect(await username(app)).toBe('mallory');
    const answer = await app.get('api_m=site.getSiteStatistics');
    expect(answer.error).toEqual(['user_banned', 'Sold counterfeit signposts.', '0']);
    expect(app.verifies(answer)).toBe(true);
    expect((await app.post('api_m=user.logout', '')).error).toBeUndefined();
  });
});

describe('a closed board', () => {
  test('is open to administrators alone, but for the way in', async () => {
    const [guest, member, admin] = [await open(), await open(), await open()];
    await logIn(member, 'alice');
    await setOption('bbactive', 0);
    await setOption('bbclosedreason', 'Moving house');
    try {
      for (const app of [guest, member]) {
        const answer = await app.get('api_m=site.getSiteStatistics');
        expect(answer.error).toEqual(['bbclosed', 'Moving house']);
        expect(app.verifies(answer)).toBe(true);
      }
      const { json } = await send(`${board.url}/api.php?api_m=api.init`);
      expect(json).toMatchObject({ bbactive: 0, bbclosedreason: 'Moving house' });
      expect((await logIn(admin, 'admin')).error).toBeUndefined();
      expect((await admin.get('api_m=site.getSiteStatistics')).error).toBeUndefined();
    } finally {
      await setOption('bbactive', 1);
    }
    expect((await guest.get('api_m=site.getSiteStatistics')).error).toBeUndefined();
  });
});

describe('a board without API', () => {
  test('answers api_disabled to everything', async () => {
    const app = await open();
    await setOption('enableapi', 0);
    try {
      const answer = await app.get('api_m=site.getSiteStatistics');
      expect(answer.error).toEqual(['api_disabled']);
      expect(app.verifies(answer)).toBe(true);
      expect((await send(`${board.url}/api.php?api_m=api.init`)).error).toEqual(['api_disabled']);
    } finally {
      await setOption('enableapi', 1);
    }
  });
});
