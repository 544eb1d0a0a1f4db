import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { revokeClient } from '../../src/library/access/apiclient.ts';
import { sandboxKey, sandboxPassword } from '../../src/sandbox/credentials.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { md5, post, RawApp, send } from '../support/raw.ts';

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard();
});
afterAll(async () => {
  await board.stop();
});

type Begun = Readonly<Record<string, unknown>> & {
  readonly apiaccesstoken: string;
  readonly apiclientid: string;
  readonly secret?: string;
};

async function init(query: string): Promise<Begun> {
  const { json } = await send(`${board.url}/api.php?api_m=api.init&${query}`);
  return json as Begun;
}

function appOf(begun: Begun): RawApp {
  const { apiaccesstoken: token, apiclientid: clientid, secret = '' } = begun;
  return new RawApp(board.url, { token, clientid, secret, apikey: sandboxKey });
}

async function logIn(app: RawApp, name: string): Promise<void> {
  await app.post('api_m=user.login', `username=${name}&password=${sandboxPassword(name)}`);
}

async function username(app: RawApp): Promise<unknown> {
  const { json } = await app.get('api_m=user.fetchCurrentUserinfo');
  return (json as { username?: unknown }).username;
}

describe('the answer of api.init', () => {
  test('has the types that clients of typed languages demand', async () => {
    const begun = await init('clientname=a&uniqueid=types');
    expect(begun).toMatchObject({
      apiversion: 5,
      apiaccesstoken: expect.stringMatching(/^[0-9a-f]{32}$/),
      apiclientid: expect.stringMatching(/^[1-9]\d*$/),
      secret: expect.stringMatching(/^[0-9a-f]{32}$/),
      sessionhash: expect.stringMatching(/^[0-9a-f]{32}$/),
      bbtitle: 'Signpost sandbox',
      bburl: expect.any(String),
      forumhome: 'index',
      vbulletinversion: '6.1.0',
      bbactive: 1,
      permissions: [],
      show: { registerbutton: 1 },
    });
    expect(begun).not.toHaveProperty('bbclosedreason');
    for (const numbers of [begun.contenttypes, begun.features] as object[])
      for (const value of Object.values(numbers)) expect(Number.isInteger(value)).toBe(true);
  });

  test('is signed with the token and secret just issued', async () => {
    const answer = await send(`${board.url}/api.php?api_m=api.init&uniqueid=signed`);
    expect(appOf(answer.json as Begun).verifies(answer)).toBe(true);
  });
});

describe('what old clients send along is ignored', () => {
  test.each([
    ['an id and token of null', 'api_c=null&api_s=null'],
    ['empty names', 'api_c=&api_s=&api_v=&api_sig='],
    ['a zero', 'api_c=0&api_s=0'],
    ['the API key for a token', `api_s=${sandboxKey}`],
    ['a signature', `api_sig=${'f'.repeat(32)}&api_v=4`],
    ['no parameter at all', ''],
  ])('%s', async (_, query) => {
    const begun = await init(`clientname=old&${query}`);
    expect(await username(appOf(begun))).toBe('Guest');
  });

  test('everything in the body, as a form with parts', async () => {
    const part = '--b\r\nContent-Disposition: form-data; name="api_m"\r\n\r\napi.init\r\n--b--';
    const url = `${board.url}/core/api.php`;
    const { json } = await post(url, part, 'multipart/form-data; boundary=b');
    expect(await username(appOf(json as Begun))).toBe('Guest');
  });

  test('a first signature over the API key alone', async () => {
    const query = 'clientname=cn&clientversion=1&platformname=pn&platformversion=2&uniqueid=uniq';
    const begun = await init(`${query}&api_sig=${md5(`api_m=api.init&${query}${sandboxKey}`)}`);
    expect(begun.secret).toBeDefined();
  });
});

describe('an installation', () => {
  test('that says what another has said is a client of its own, and learns nothing', async () => {
    const names = 'clientname=again&clientversion=1&platformname=x&platformversion=2&uniqueid=abc';
    const first = await init(names);
    await logIn(appOf(first), 'alice');
    const second = await init(names);
    expect(second.apiclientid).not.toBe(first.apiclientid);
    expect(second.secret).not.toBe(first.secret);
    expect(second.apiaccesstoken).not.toBe(first.apiaccesstoken);
    expect(JSON.stringify(second)).not.toContain(first.secret);
    expect(await username(appOf(first))).toBe('alice');
    expect(await username(appOf(second))).toBe('Guest');
  });

  test('of an app with one uniqueid for all works beside the others', async () => {
    const all = await Promise.all(
      Array.from({ length: 5 }, () => init('clientname=constant&uniqueid=abc')),
    );
    for (const name of ['apiclientid', 'secret', 'apiaccesstoken'] as const)
      expect(new Set(all.map((begun) => begun[name])).size).toBe(5);
    const apps = all.map(appOf);
    await Promise.all(apps.map((app, index) => logIn(app, index % 2 === 0 ? 'alice' : 'bob')));
    const names = await Promise.all(apps.map(username));
    expect(names).toEqual(['alice', 'bob', 'alice', 'bob', 'alice']);
  });
});

describe('an app that logs in and begins again, as the manual has it,', () => {
  interface LoggedIn {
    readonly app: RawApp;
    readonly sessionhash: string;
  }

  async function loggedIn(name: string): Promise<LoggedIn> {
    const app = appOf(await init('clientname=manual'));
    const body = `username=${name}&password=${sandboxPassword(name)}`;
    const { json } = await app.post(
      'api_m=user.login2',
      body.replace('password=', 'passwords[password]='),
    );
    return { app, sessionhash: (json as { sessionhash: string }).sessionhash };
  }

  test('with the session hash of the login has the token of its member', async () => {
    const { app, sessionhash } = await loggedIn('alice');
    const { clientid, token, secret } = app.secrets;
    const answer = await send(`${app.url}?api_m=api.init&api_c=${clientid}&api_s=${sessionhash}`);
    expect(answer.json).toMatchObject({ apiclientid: clientid, apiaccesstoken: token });
    const again = appOf({ ...(answer.json as Begun), secret });
    expect(again.verifies(answer)).toBe(true);
    expect(await username(again)).toBe('alice');
  });

  test('with its id alone has it if it signs, for ten minutes', async () => {
    const { app } = await loggedIn('alice');
    const { clientid, secret, token, apikey } = app.secrets;
    const query = 'api_m=api.init&uniqueid=x';
    const url = `${app.url}?${query}&api_c=${clientid}`;
    const signature = md5(query + clientid + secret + apikey);
    for (const none of ['', '&api_s=', '&api_s=null']) {
      const { json } = await send(`${url}${none}&api_sig=${signature}`);
      expect(json).toMatchObject({ apiaccesstoken: token, secret });
    }
    expect(await username(app)).toBe('alice');
    board.tick(601);
    const late = (await send(`${url}&api_sig=${signature}`)).json as Begun;
    expect(late.apiaccesstoken).not.toBe(token);
  });

  test.each([
    ['unsigned', ''],
    ['with a wrong signature', `&api_sig=${'0'.repeat(32)}`],
  ])('with its id alone and %s is a guest', async (_, signature) => {
    const { app } = await loggedIn('bob');
    const { clientid, secret } = app.secrets;
    const url = `${app.url}?api_m=api.init&api_c=${clientid}${signature}`;
    const begun = (await send(url)).json as Begun;
    expect(begun).not.toHaveProperty('secret');
    expect(begun.apiaccesstoken).not.toBe(app.secrets.token);
    expect(await username(appOf({ ...begun, secret }))).toBe('Guest');
  });

  test("gets nothing by another app's session hash", async () => {
    const { sessionhash } = await loggedIn('alice');
    const { apiclientid, secret = '' } = await init('clientname=thief');
    const begun = await init(`api_c=${apiclientid}&api_s=${sessionhash}`);
    expect(await username(appOf({ ...begun, secret }))).toBe('Guest');
  });

  test('with a dead token is told its secret if it signs with that', async () => {
    const app = appOf(await init('clientname=dead'));
    const { clientid, secret, apikey } = app.secrets;
    const dead = new RawApp(board.url, { token: 'd'.repeat(32), clientid, secret, apikey });
    expect((await dead.get('api_m=api.init')).json).toMatchObject({
      apiclientid: clientid,
      secret,
    });
  });
});

describe('an app that comes again', () => {
  test('with its id and live token, keeps both and its member', async () => {
    const first = await init('uniqueid=live');
    await logIn(appOf(first), 'bob');
    const again = await init(`api_c=${first.apiclientid}&api_s=${first.apiaccesstoken}`);
    expect(again.apiaccesstoken).toBe(first.apiaccesstoken);
    expect(again.apiclientid).toBe(first.apiclientid);
    expect(await username(appOf(first))).toBe('bob');
  });

  test('is told the secret only if it signs', async () => {
    const app = appOf(await init('uniqueid=secret'));
    const { clientid, token, secret } = app.secrets;
    expect(await init(`api_c=${clientid}&api_s=${token}`)).not.toHaveProperty('secret');
    const wrong = `api_c=${clientid}&api_s=${token}&api_sig=${'0'.repeat(32)}`;
    expect(await init(wrong)).not.toHaveProperty('secret');
    expect((await app.get('api_m=api.init')).json).toMatchObject({ secret });
  });

  test('without its token, has a new one whose answer it can verify', async () => {
    const app = appOf(await init('uniqueid=lost'));
    const { clientid, secret } = app.secrets;
    for (const token of ['', 'f'.repeat(32), 'rubbish']) {
      const url = `${board.url}/api.php?api_m=api.init&api_c=${clientid}&api_s=${token}`;
      const answer = await send(url);
      const begun = { ...(answer.json as Begun), secret };
      expect(begun.apiclientid).toBe(clientid);
      expect(answer.json).not.toHaveProperty('secret');
      expect(appOf(begun).verifies(answer)).toBe(true);
      expect(await username(appOf(begun))).toBe('Guest');
    }
  });

  test("with another app's token, has one of its own", async () => {
    const victim = appOf(await init('uniqueid=victim'));
    await logIn(victim, 'alice');
    const { apiclientid, secret = '' } = await init('uniqueid=thief');
    const begun = await init(`api_c=${apiclientid}&api_s=${victim.secrets.token}`);
    expect(begun.apiaccesstoken).not.toBe(victim.secrets.token);
    expect(await username(appOf({ ...begun, secret }))).toBe('Guest');
  });

  test.each(['0$', '00$', '%20$%20', '%2B$', '$.0'])(
    'with its id written as %s, is known',
    async (spelling) => {
      const first = await init('uniqueid=spelt');
      const id = spelling.replace('$', first.apiclientid);
      const begun = await init(`api_c=${id}&api_s=${first.apiaccesstoken}`);
      expect(begun.apiaccesstoken).toBe(first.apiaccesstoken);
    },
  );

  test.each(['0x$', '$x', '$e0', '$.5', '-$', '$%00', '%D9%A7'])(
    'with %s, which is no number, is refused with invalid_clientid',
    async (spelling) => {
      const { apiclientid } = await init('uniqueid=spelt');
      const refused = await init(`api_c=${spelling.replace('$', apiclientid)}`);
      expect(refused).toEqual({ errors: [['invalid_clientid']] });
    },
  );

  test('with an unknown id, is refused with invalid_clientid', async () => {
    for (const id of ['999999999', '9'.repeat(30), '2147483648', '-1', '1e3', 'abc', '7%00'])
      expect(await init(`api_c=${id}`)).toEqual({ errors: [['invalid_clientid']] });
  });

  test('after its revocation, is refused until it comes as a new one', async () => {
    const first = await init('uniqueid=revoked');
    const app = appOf(first);
    await board.database.transaction((db) => revokeClient(db, Number(first.apiclientid)));
    await board.running.environment.caches.forgetSession(first.apiaccesstoken);
    expect((await app.get('api_m=site.getSiteStatistics')).error).toEqual(['invalid_clientid']);
    expect(await init(`api_c=${first.apiclientid}`)).toEqual({ errors: [['invalid_clientid']] });
    const again = await init('uniqueid=revoked');
    expect(again.apiclientid).not.toBe(first.apiclientid);
    expect(again.secret).not.toBe(first.secret);
  });

  test('with names too long for words, is refused', async () => {
    const long = 'x'.repeat(251);
    const { errors } = await init(`clientname=${long}`);
    expect(errors).toEqual([['invalid_parameter', 'clientname', expect.any(String)]]);
  });
});
