import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as oauth from 'oauth4webapi';
import { sandboxOAuth } from '../../src/sandbox/credentials.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { asker } from '../dialects/invision/ask.ts';

/** OAuth 2 as a strict client from the registry sees it, and a member in front of a browser (dialects-additions A1.2b). */

const { client: clientid, secret, app, redirect } = sandboxOAuth;
let board: TestBoard;
let server: oauth.AuthorizationServer;
// eslint-disable-next-line @typescript-eslint/no-deprecated -- clients from before PKCE come without
const noPkce: typeof oauth.nopkce = oauth.nopkce;
const ask = asker(() => board);
// eslint-disable-next-line @typescript-eslint/no-deprecated -- the board under test has no TLS
const insecure = { [oauth.allowInsecureRequests]: true };

beforeAll(async () => {
  board = await startBoard();
  const issuer = new URL(board.url);
  const found = await oauth.discoveryRequest(issuer, { algorithm: 'oauth2', ...insecure });
  server = await oauth.processDiscoveryResponse(issuer, found);
});
afterAll(async () => {
  await board.stop();
});

/** A browser without scripts: it keeps cookies, and sends the forms that it is shown. */
class Browser {
  #cookie = '';
  html = '';
  url = '';

  async open(url: string, init: RequestInit = {}): Promise<Response> {
    const headers = { ...(init.headers as object), ...(this.#cookie && { cookie: this.#cookie }) };
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    const set = response.headers.get('set-cookie');
    if (set !== null) this.#cookie = set.split(';')[0] ?? '';
    const to = response.headers.get('location');
    if (response.status === 303 && to?.startsWith(board.url) === true) return this.open(to);
    [this.html, this.url] = [await response.text(), url];
    return response;
  }

  /** Sends the page's form. */
  async send(fields: Readonly<Record<string, string>>): Promise<Response> {
    const token = /name="token" value="(\w+)"/.exec(this.html)?.[1] ?? '';
    const body = new URLSearchParams({ token, ...fields });
    return this.open(this.url, { method: 'POST', body });
  }

  async logIn(username = 'alice', password = `${username}-password`): Promise<Response> {
    return this.send({ action: 'login', username, password });
  }
}

interface Wish {
  readonly client?: string;
  readonly scope?: string;
  readonly verifier?: string;
  readonly more?: Readonly<Record<string, string>>;
}

async function addressOf({
  client = clientid,
  scope = 'profile email',
  verifier,
  more,
}: Wish = {}) {
  const challenge =
    verifier === undefined
      ? {}
      : {
          code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
        };
  const query = {
    ...{
      response_type: 'code',
      client_id: client,
      redirect_uri: redirect,
      scope,
      state: 'a-state',
    },
    ...challenge,
    ...more,
  };
  return `${server.authorization_endpoint}?${new URLSearchParams(query).toString()}`;
}

/** What the client is sent back with once a member has agreed. */
async function agreed(wish: Wish = {}, username = 'alice'): Promise<URL> {
  const browser = new Browser();
  await browser.open(await addressOf(wish));
  await browser.logIn(username);
  const answer = await browser.send({ action: 'allow' });
  return new URL(answer.headers.get('location') ?? 'about:blank');
}

const confidential: oauth.Client = { client_id: clientid };
const pub: oauth.Client = { client_id: app };

async function exchange(
  back: URL,
  {
    client = confidential,
    auth = oauth.ClientSecretPost(secret),
    verifier,
  }: {
    client?: oauth.Client;
    auth?: oauth.ClientAuth;
    verifier?: string;
  } = {},
) {
  const checked = oauth.validateAuthResponse(server, client, back, 'a-state');
  const response = await oauth.authorizationCodeGrantRequest(
    ...([server, client, auth, checked, redirect, verifier ?? noPkce, insecure] as const),
  );
  return oauth.processAuthorizationCodeResponse(server, client, response);
}

const bearer = (token: string) => ({
  key: false as const,
  headers: { authorization: `Bearer ${token}` },
});
const me = async (token: string) => ask('GET', '/api/core/me', bearer(token));

async function token(fields: Readonly<Record<string, string>>) {
  const response = await fetch(`${board.url}/oauth/token/`, {
    method: 'POST',
    body: new URLSearchParams(fields),
  });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Record<string, unknown>,
  };
}

describe('a client with a secret', () => {
  test('gets a code, tokens, and who the member is', async () => {
    const back = await agreed();
    expect(back.searchParams.get('code')).toMatch(/^[0-9a-f]{64}$/);
    const tokens = await exchange(back);
    expect(tokens).toMatchObject({
      token_type: 'bearer',
      expires_in: 3600,
      scope: 'profile email',
    });
    expect(tokens.access_token).toHaveLength(97);
    expect(tokens.refresh_token).toHaveLength(64);
    const { status, body } = await me(tokens.access_token);
    expect([status, body.name]).toEqual([200, 'alice']);
    expect(body).toHaveProperty('email', 'member2@example.org');
  });

  test('without the scope email there is no address; without profile there is nobody', async () => {
    const { access_token: without } = await exchange(await agreed({ scope: 'profile' }));
    expect((await me(without)).body).not.toHaveProperty('email');
    const { access_token: forums } = await exchange(await agreed({ scope: 'forums' }));
    expect((await me(forums)).body.errorCode).toBe('2S291/3');
    expect((await ask('GET', '/api/forums/topics/27', bearer(forums))).status).toBe(200);
  });

  test('by HTTP Basic, too; the scope of the token request counts for nothing', async () => {
    const auth = oauth.ClientSecretBasic(secret);
    expect((await exchange(await agreed(), { auth })).scope).toBe('profile email');
  });

  test('refreshes, and the token before is no good', async () => {
    const first = await exchange(await agreed());
    const response = await oauth.refreshTokenGrantRequest(
      ...([
        server,
        confidential,
        oauth.ClientSecretPost(secret),
        first.refresh_token ?? '',
        insecure,
      ] as const),
    );
    const second = await oauth.processRefreshTokenResponse(server, confidential, response);
    expect((await me(second.access_token)).status).toBe(200);
    expect((await me(first.access_token)).body.errorCode).toBe('1S290/E');
    // a refresh token twice: somebody has stolen one, and all ends
    const again = await token({
      ...{ grant_type: 'refresh_token', refresh_token: first.refresh_token ?? '' },
      ...{ client_id: clientid, client_secret: secret },
    });
    expect([again.status, again.body.error]).toEqual([400, 'invalid_grant']);
    expect((await me(second.access_token)).status).toBe(401);
  });

  test('acts as the site by its own token, which is nobody', async () => {
    const response = await oauth.clientCredentialsGrantRequest(
      ...([
        server,
        confidential,
        oauth.ClientSecretPost(secret),
        { scope: 'forums profile' },
        insecure,
      ] as const),
    );
    const own = await oauth.processClientCredentialsResponse(server, confidential, response);
    expect(own.refresh_token).toBeUndefined();
    expect((await me(own.access_token)).body.errorCode).toBe('2S291/3');
    const form = Object.entries({ topic: '27', author: '4', post: 'As the site' });
    const written = await ask('POST', '/api/forums/posts', { ...bearer(own.access_token), form });
    expect(written.body.author.id).toBe(4);
  });

  test('has no webhooks, which belong to keys', async () => {
    const admin = await board.login('admin');
    const rights = ['core/webhooks/*'];
    await admin.oauthclient.saveScope({ data: { name: 'hooks', title: 'Webhooks', rights } });
    const { clientid: id, secret: own = '' } = await admin.oauthclient.add({
      data: { name: 'Hooks', scopes: ['hooks'] },
    });
    const fields = { grant_type: 'client_credentials', client_id: id, client_secret: own };
    const { body } = await token(fields);
    const asked = await ask('GET', '/api/core/webhooks', bearer(String(body.access_token)));
    expect(asked).toMatchObject({ status: 403, body: { hint: expect.stringContaining('keys') } });
  });
});

describe('a client without a secret', () => {
  const verifier = 'v'.repeat(50);
  const auth = oauth.None();

  test('proves itself by PKCE', async () => {
    const tokens = await exchange(await agreed({ client: app, verifier }), {
      client: pub,
      auth,
      verifier,
    });
    expect((await me(tokens.access_token)).status).toBe(200);
    const response = await oauth.refreshTokenGrantRequest(
      ...([server, pub, auth, tokens.refresh_token ?? '', insecure] as const),
    );
    expect(
      (await oauth.processRefreshTokenResponse(server, pub, response)).refresh_token,
    ).toHaveLength(64);
  });

  test.each([
    ['without a challenge', {}, 'invalid_request'],
    [
      'with a plain one',
      { code_challenge: 'x'.repeat(43), code_challenge_method: 'plain' },
      'invalid_request',
    ],
    ['with one of no method', { code_challenge: 'x'.repeat(43) }, 'invalid_request'],
    ['with a scope that is not its', { scope: 'everything' }, 'invalid_request'],
    ['for a token at once', { response_type: 'token' }, 'unsupported_response_type'],
  ])('is sent back %s', async (_name, more, error) => {
    const answer = await new Browser().open(await addressOf({ client: app, more }));
    const back = new URL(answer.headers.get('location') ?? 'about:blank');
    expect(back.origin + back.pathname).toBe(redirect);
    expect([back.searchParams.get('error'), back.searchParams.get('state')]).toEqual([
      error,
      'a-state',
    ]);
  });

  test('has no tokens of its own', async () => {
    const { status, body } = await token({ grant_type: 'client_credentials', client_id: app });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(body).not.toHaveProperty('access_token');
  });
});

describe('a code', () => {
  const asked = async (more: Readonly<Record<string, string>> = {}, back?: URL) => {
    const code = (back ?? (await agreed())).searchParams.get('code') ?? '';
    return token({
      ...{ grant_type: 'authorization_code', code, redirect_uri: redirect },
      ...{ client_id: clientid, client_secret: secret },
      ...more,
    });
  };

  test('is good once: the second time ends what it was exchanged for', async () => {
    const back = await agreed();
    const first = await asked({}, back);
    expect((await me(String(first.body.access_token))).status).toBe(200);
    expect(await asked({}, back)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    expect((await me(String(first.body.access_token))).status).toBe(401);
  });

  test('is good for a minute', async () => {
    const back = await agreed();
    board.tick(61);
    expect((await asked({}, back)).body.error).toBe('invalid_grant');
  });

  test.each([
    ['another address', { redirect_uri: 'http://127.0.0.1:21690/other' }, 400],
    ['another secret', { client_secret: 'wrong' }, 401],
    ['another client', { client_id: sandboxOAuth.shop, client_secret: 'unused' }, 400],
    ['a verifier that nobody asked for', { code_verifier: 'v'.repeat(50) }, 400],
    ['a grant that is not offered', { grant_type: 'password' }, 400],
  ])('with %s is refused', async (_name, more, status) => {
    const answer = await asked(more);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([status, 'no-store']);
    expect(answer.body).toMatchObject({
      error: expect.any(String),
      error_description: expect.any(String),
    });
  });

  test('with the wrong verifier is used up', async () => {
    const back = await agreed({ client: app, verifier: 'v'.repeat(50) });
    const wrong = { client_id: app, code_verifier: 'w'.repeat(50), client_secret: '' };
    expect((await asked(wrong, back)).body.error).toBe('invalid_grant');
    expect((await asked({ ...wrong, code_verifier: 'v'.repeat(50) }, back)).body.error).toBe(
      'invalid_grant',
    );
  });
});

describe('the pages', () => {
  test.each([
    ['an unknown client', { client_id: 'nobody' }],
    ['another address', { redirect_uri: 'https://evil.example/callback' }],
    ['the address and a bit', { redirect_uri: `${redirect}/` }],
  ])('lead nowhere for %s', async (_name, more) => {
    const answer = await new Browser().open(await addressOf({ more }));
    expect([answer.status, answer.headers.get('location')]).toEqual([400, null]);
  });

  test('a parameter twice', async () => {
    const answer = await new Browser().open(`${await addressOf()}&client_id=${app}`);
    expect([answer.status, answer.headers.get('location')]).toEqual([400, null]);
  });

  test('a wrong password stays on the page, and counts', async () => {
    const browser = new Browser();
    await browser.open(await addressOf());
    for (let tries = 0; tries < 5; tries += 1)
      expect((await browser.logIn('bob', 'wrong')).status).toBe(401);
    expect((await browser.logIn('bob', 'wrong')).status).toBe(429);
    expect(browser.html).toContain('role="alert"');
  });

  test('whoever is banned does not come in', async () => {
    const browser = new Browser();
    await browser.open(await addressOf());
    expect((await browser.logIn('mallory')).status).toBe(403);
  });

  test.each([
    ['without a token', { token: '' }],
    ['with a forged one', { token: 'f'.repeat(64) }],
  ])('a form %s changes nothing', async (_name, forged) => {
    const browser = new Browser();
    await browser.open(await addressOf());
    await browser.logIn();
    const answer = await browser.send({ action: 'allow', ...forged });
    expect([answer.status, answer.headers.get('location')]).toEqual([403, null]);
    const stranger = new Browser();
    await stranger.open(await addressOf());
    expect(
      (
        await stranger.send({
          action: 'login',
          username: 'alice',
          password: 'alice-password',
          ...forged,
        })
      ).status,
    ).toBe(403);
  });

  test('who does not agree sends the client away', async () => {
    const browser = new Browser();
    await browser.open(await addressOf());
    await browser.logIn();
    const answer = await browser.send({ action: 'deny' });
    const back = new URL(answer.headers.get('location') ?? 'about:blank');
    expect(Object.fromEntries(back.searchParams)).toMatchObject({
      error: 'access_denied',
      state: 'a-state',
    });
  });

  test('run nothing, and stand in no frame', async () => {
    const answer = await new Browser().open(await addressOf());
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('script');
    expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax/);
  });

  test('a login here ends with a new password', async () => {
    const admin = await board.login('admin');
    const user = { username: 'careful', email: 'careful@example.org' };
    const userid = await admin.user.save({ userid: 0, password: 'careful-password', user });
    const browser = new Browser();
    await browser.open(`${board.url}/oauth/granted`);
    await browser.logIn('careful');
    expect(browser.html).toContain('Programs that act for you');
    board.tick(2);
    await admin.user.save({ userid, password: 'another-password' });
    await browser.open(`${board.url}/oauth/granted`);
    expect(browser.html).toContain('name="password"');
  });

  test('a member sees what they let others do, and ends it', async () => {
    const { access_token: access } = await exchange(await agreed({}, 'mod'));
    const browser = new Browser();
    await browser.open(`${board.url}/oauth/granted`);
    await browser.logIn('mod');
    expect(browser.html).toContain('Sandbox client');
    await browser.send({ action: 'revoke', clientid });
    expect(browser.html).not.toContain('Sandbox client');
    expect((await me(access)).status).toBe(401);
  });
});

describe('a token', () => {
  test('that has ended, without scopes, or in the URL', async () => {
    const code = async (value: string) => (await me(value)).body.errorCode;
    expect(await code(sandboxOAuth.expired)).toBe('1S290/E');
    expect(await code(sandboxOAuth.noScopes)).toBe('3S290/B');
    const { access_token: access } = await exchange(await agreed());
    const inUrl = await ask('GET', `/api/core/me?access_token=${access}`, { key: false });
    expect(inUrl.body.name).toBe('alice');
    board.tick(3600);
    expect(await code(access)).toBe('1S290/E');
  });

  test('is revoked', async () => {
    const tokens = await exchange(await agreed());
    const revoke = async (value: string) => {
      const response = await oauth.revocationRequest(
        ...([server, confidential, oauth.ClientSecretPost(secret), value, insecure] as const),
      );
      await oauth.processRevocationResponse(response);
    };
    await revoke(tokens.access_token);
    expect((await me(tokens.access_token)).body.errorCode).toBe('1S290/E');
    await revoke(tokens.refresh_token ?? '');
    expect((await me(tokens.access_token)).body.errorCode).toBe('3S290/9');
    await revoke('nothing');
  });

  test('ends with a new password, with a ban, and when all devices are logged out', async () => {
    const admin = await board.login('admin');
    const make = async (name: string) => {
      const userid = await admin.user.save({
        userid: 0,
        password: `${name}-password`,
        user: { username: name, email: `${name}@example.org` },
      });
      return { userid, access: (await exchange(await agreed({}, name))).access_token };
    };
    const [one, two, three] = [await make('changes'), await make('sinner'), await make('leaver')];
    board.tick(2);
    await admin.user.save({ userid: one.userid, password: 'another-password' });
    await admin.user.banUsers({ userids: [two.userid], banusergroupid: 8, period: 'PERMANENT' });
    await (await board.login('leaver')).user.logoutAllDevices();
    for (const { access } of [one, two, three]) expect((await me(access)).status).toBe(401);
  });

  test('acts for its member, with their rights, and for nobody else', async () => {
    const { access_token: access } = await exchange(await agreed({ scope: 'forums' }));
    const form = (fields: Record<string, string>) => ({
      ...bearer(access),
      form: Object.entries(fields),
    });
    const made = await ask(
      'POST',
      '/api/forums/posts',
      form({
        topic: '27',
        author: '1',
        post: 'Mine <script>x</script>',
        hidden: '1',
        ip_address: '203.0.113.1',
      }),
    );
    expect(made.body).toMatchObject({ author: { id: 3 }, hidden: false });
    expect(made.body.content).not.toContain('script');
    const other = await ask('POST', '/api/forums/posts/28', form({ post: 'Not mine' }));
    expect(other.body.errorCode).toBe('2F295/A');
    expect((await ask('POST', '/api/forums/forums', form({ title: 'x' }))).body.errorCode).toBe(
      '2S291/3',
    );
  });
});
