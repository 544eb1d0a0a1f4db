import { createHash, createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sandboxKey } from '../../src/sandbox/credentials.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { md5, post, RawApp, send } from '../support/raw.ts';

interface Debug {
  readonly message: string;
  readonly hints?: readonly string[];
  readonly forms?: readonly { readonly string: string; readonly differsAt?: number }[];
}

let board: TestBoard;
let silent: TestBoard;
let strict: TestBoard;
let app: RawApp;
beforeAll(async () => {
  [board, silent, strict] = await Promise.all([
    startBoard(),
    startBoard({ API_DEBUG: 'off' }),
    startBoard({ SIGNATURE_MODE: 'strict' }),
  ]);
  app = await RawApp.init(board.url, sandboxKey);
});
afterAll(async () => {
  await Promise.all([board.stop(), silent.stop(), strict.stop()]);
});

const query = 'api_m=user.fetchUserName&userid=1';
/** Whoever speaks this version is told in JSON. */
const typed = '&api_v=100';

async function debugOf(url: string, body?: string): Promise<Debug | undefined> {
  const { json } = body === undefined ? await send(url) : await post(url, body);
  return (json as { debug?: Debug }).debug;
}

describe('debug=1', () => {
  test('tells which strings were hashed and what the mistake was', async () => {
    const { token, clientid, secret } = app.secrets;
    const keyless = md5(query + token + clientid + secret);
    const debug = await debugOf(app.as(`${query}&debug=1${typed}`, keyless));
    expect(debug?.message).toBe('The signature api_sig is wrong.');
    expect(debug?.forms?.[0]?.string).toBe(query);
    expect(debug?.hints?.join()).toMatch('the API key is left out');
  });

  test.each(['debug=1', 'api_debug_string=x'])(
    'says that %s in the URL must be signed',
    async (asking) => {
      const { token, clientid, secret, apikey } = app.secrets;
      const right = md5(query + token + clientid + secret + apikey);
      const debug = await debugOf(app.as(`${query}&${asking}${typed}`, right));
      expect(debug?.hints?.[0]).toMatch(
        /^(debug|api_debug_string) stands in the URL, but is not signed: sign it .* the body\.$/,
      );
    },
  );

  test('signed with the rest hides no mistake', async () => {
    const { token, clientid, secret } = app.secrets;
    const signed = 'api_m=user.fetchUserName&debug=1&userid=1';
    const keyless = md5(signed + token + clientid + secret);
    const debug = await debugOf(app.as(`${query}&debug=1${typed}`, keyless));
    expect(debug?.forms?.[0]?.string).toBe(signed);
    expect(debug?.hints).toEqual([expect.stringContaining('the API key is left out')]);
  });

  test("tells the first byte at which the caller's string differs", async () => {
    const wrong = encodeURIComponent('api_m=user.fetchUserName&userId=1');
    const url = app.as(`${query}&debug=1&api_debug_string=${wrong}${typed}`, 'f'.repeat(32));
    expect((await debugOf(url))?.forms?.[0]?.differsAt).toBe(query.indexOf('userid') + 4);
  });

  test('may come in the body', async () => {
    const debug = await debugOf(
      app.as(query, 'f'.repeat(32)),
      `debug=1&api_debug_string=x${typed}`,
    );
    expect(debug?.forms?.[0]).toMatchObject({ string: query, differsAt: 0 });
  });

  test('explains other refusals in a sentence', async () => {
    const debug = await debugOf(app.sign(`api_m=user.fetchUserName&debug=1${typed}`));
    expect(debug).toEqual({ message: 'The parameter userid is missing.' });
  });

  test.each<[string, (app: RawApp) => string]>([
    ['with a wrong signature', (app: RawApp) => app.as(`${query}&debug=1`, 'f'.repeat(32))],
    ['without one', (app: RawApp) => app.as(`${query}&debug=1`, '')],
    [
      'with the secrets in the string',
      (app: RawApp) =>
        app.as(
          `${query}&debug=1&api_debug_string=${encodeURIComponent(query + app.secrets.secret)}`,
          'f'.repeat(32),
        ),
    ],
    [
      'with a dead token',
      ({ url, secrets }: RawApp) =>
        `${url}?${query}&debug=1&api_c=${secrets.clientid}&api_s=${'0'.repeat(32)}&api_sig=1`,
    ],
  ])('never shows a secret %s', async (_, urlOf) => {
    const { body, error } = await send(urlOf(app));
    expect(error).toBeDefined();
    for (const name of ['secret', 'token', 'apikey'] as const)
      expect(body.toString()).not.toContain(app.secrets[name]);
  });

  test('is refused as an array without harm', async () => {
    const debug = await debugOf(
      app.as(`${query}&debug[]=1&api_debug_string[x]=1${typed}`, 'f'.repeat(32)),
    );
    expect(debug?.message).toBeDefined();
  });

  test('left over in a client changes nothing that is right', async () => {
    for (const rest of ['debug=1', 'debug=0', 'debug=']) {
      expect((await app.get(`${query}&${rest}`)).json).toBe('admin');
      expect((await app.post(query, rest)).json).toBe('admin');
    }
  });

  test.each(['', '&debug=', '&debug=0'])('is not asked for by "%s"', async (rest) => {
    expect(await debugOf(app.sign(`api_m=user.fetchUserName${rest}`))).toBeUndefined();
  });

  test('need not be sent where the signature is refused', async () => {
    for (const signature of ['', 'f'.repeat(32)])
      expect((await debugOf(app.as(query + typed, signature)))?.message).toBeDefined();
  });

  test('is told to old clients as the HTML of the manual', async () => {
    const { json } = await send(app.sign('api_m=user.fetchUserName&debug=1'));
    expect(json).toEqual({
      errors: [['missing_parameter', 'userid']],
      debug:
        '<b>API Error</b><br><b>Error:</b> missing_parameter<br><b>Message:</b> The parameter userid is missing.<br>',
    });
    const { token, clientid, secret } = app.secrets;
    const keyless = app.as(
      `${query}&x=%3Cb%3E`,
      md5(`${query}&x=%3Cb%3E${token}${clientid}${secret}`),
    );
    const told = ((await send(keyless)).json as { debug: string }).debug;
    expect(told).toContain('<b>Hint:</b> This is md5(');
    expect(told).toContain('the API key is left out');
    expect(told).toContain('<b>Signed here (php82):</b> api_m=user.fetchUserName&amp;userid=1');
  });

  test.each<[string, string, (body: string) => string]>([
    ['POST fields are signed', 'text=x', (body) => `api_m=node.getNode&${body}`],
    ['api_v is signed', '', () => 'api_m=node.getNode&api_v=100'],
    [
      'api_c and api_v are signed',
      '',
      () => `api_c=${app.secrets.clientid}&api_m=node.getNode&api_v=100`,
    ],
    [
      'api_c and api_s are signed',
      '',
      () => `api_c=${app.secrets.clientid}&api_m=node.getNode&api_s=${app.secrets.token}`,
    ],
  ])('knows when %s, wherever the caller asks', async (mistake, body, stringOf) => {
    const { token, clientid, secret, apikey } = app.secrets;
    const signature = md5(stringOf(body) + token + clientid + secret + apikey);
    for (const asking of ['', '&debug=1']) {
      const sent = `${body}${asking}`;
      const debug = await debugOf(app.as(`api_m=node.getNode${typed}`, signature), sent);
      expect(debug?.hints?.join()).toContain(mistake);
    }
  });

  test('knows an HMAC', async () => {
    const { secret, apikey } = app.secrets;
    for (const key of [secret, apikey, secret + apikey]) {
      const signature = createHmac('md5', key).update(query).digest('hex');
      const debug = await debugOf(app.as(query + typed, signature));
      expect(debug?.hints?.join()).toContain('This is an HMAC-MD5');
    }
  });

  test.each(['secret', 'apikey'] as const)(
    'tells how to find out that the %s is wrong',
    async (name) => {
      const wrong = { ...app.secrets, [name]: 'another one' };
      const { token, clientid, secret, apikey } = wrong;
      const url = app.as(query + typed, md5(query + token + clientid + secret + apikey));
      const hints = (await debugOf(url))?.hints?.join(' ') ?? '';
      expect(hints).toContain('the API key or the secret is another one');
      expect(hints).toContain(`its md5 begins with ${md5(app.secrets[name]).slice(0, 4)}`);
      const own = await debugOf(url, `api_debug_string=${encodeURIComponent(query)}`);
      expect(own?.hints?.[0]).toBe('Your string is right, so what you append to it is not.');
    },
  );

  test('is in the log, at warn and without what was sent', async () => {
    const { token, clientid, secret } = app.secrets;
    const sent = 'api_m=user.fetchUserName&password=hush&userid=1';
    await send(app.as(sent, md5(sent + token + clientid + secret)));
    const line = JSON.parse(board.logs.at(-1) ?? '') as Record<string, unknown>;
    expect(line).toMatchObject({ level: 40, error: 'invalid_api_signature' });
    expect(line.hint).toMatch(/^the API key is left out/);
    expect(JSON.stringify(line)).not.toContain('hush');
  });

  test('is of no use where the operator does not allow it', async () => {
    const other = await RawApp.init(silent.url, sandboxKey);
    const answer = await send(other.as(`${query}&debug=1`, 'f'.repeat(32)));
    expect(answer.json).toEqual({ errors: [['invalid_api_signature']] });
  });
});

/** A client's own signer: how it writes the pairs, in which order, and what it does with the string. */
interface Signer {
  /** Pairs as the client has them; they are sent in this order. */
  readonly pairs?: readonly (readonly [string, string])[];
  readonly ordered?: (pairs: Pairs) => Pairs;
  readonly pair?: (name: string, value: string) => string;
  readonly joint?: string;
  readonly sent?: (text: string) => string;
  readonly digest?: (string: string, secrets: RawApp['secrets']) => string;
}
type Pairs = readonly (readonly [string, string])[];

const bytes = (text: string): string => Buffer.from(text).toString('latin1');

/** As PHP's urlencode does. */
const phpEncoded = (text: string): string =>
  encodeURIComponent(text)
    .replaceAll('%20', '+')
    .replace(/[!'()*~]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
const byName = (pairs: Pairs): Pairs => [...pairs].sort(([a], [b]) => (a < b ? -1 : 1));
const appended = (string: string, { token, clientid, secret, apikey }: RawApp['secrets']) =>
  string + token + clientid + secret + apikey;

/** What a client does that makes no mistake. */
const phpSigner: Required<Signer> = {
  pairs: [
    ['userid', '1'],
    ['api_m', 'user.fetchUserName'],
    ['note', 'a b+c~é'],
  ],
  ordered: byName,
  pair: (name, value) => `${phpEncoded(name)}=${phpEncoded(value)}`,
  joint: '&',
  sent: phpEncoded,
  digest: (string, secrets) => md5(bytes(appended(string, secrets))),
};

function signedBy(client: RawApp, signer: Signer): string {
  const { pairs, ordered, pair, joint, sent, digest } = { ...phpSigner, ...signer };
  const string = ordered(pairs)
    .map(([name, value]) => pair(name, value))
    .join(joint);
  const written = pairs.map(([name, value]) => `${sent(name)}=${sent(value)}`).join('&');
  return client.as(written + typed, digest(string, client.secrets));
}

const backwards = (pairs: Pairs): Pairs => [...byName(pairs)].reverse();
const nested: Pairs = [
  ['api_m', 'user.fetchUserName'],
  ['data[b]', '1'],
  ['data[a]', '2'],
  ['userid', '1'],
];

describe('a client that', () => {
  test('signs as PHP does is let in', async () => {
    const answer = await send(signedBy(app, {}));
    expect(answer.json).toBe('admin');
  });

  test.each<[string, Signer, string]>([
    ['signs values alone', { pair: (_, value) => value, joint: '' }, 'only the values are signed'],
    [
      'signs values alone, encoded and as sent',
      { pair: (_, value) => phpEncoded(value), ordered: (pairs) => pairs },
      'only the values are signed',
    ],
    [
      'puts the secret in front',
      {
        digest: (string, { token, clientid, secret, apikey }) =>
          md5(bytes(secret + string + token + clientid + apikey)),
      },
      'secrets come before the string',
    ],
    [
      'puts the API key in front and nothing behind',
      { digest: (string, { apikey }) => md5(bytes(apikey + string)) },
      'secrets come before the string',
    ],
    [
      'puts all secrets in front',
      {
        digest: (string, { token, clientid, secret, apikey }) =>
          md5(bytes(token + clientid + secret + apikey + string)),
      },
      'secrets come before the string',
    ],
    [
      'encodes twice what it signs',
      { pair: (name, value) => `${name}=${phpEncoded(encodeURIComponent(value))}` },
      'the values are encoded twice (%2520)',
    ],
    [
      'encodes twice what it sends, and signs it encoded once',
      { sent: (text) => encodeURIComponent(encodeURIComponent(text)) },
      'the values are encoded twice in the URL',
    ],
    [
      'lets its library encode again what it has encoded and signed',
      {
        pair: (name, value) => `${name}=${encodeURIComponent(value)}`,
        sent: (text) => encodeURIComponent(encodeURIComponent(text)),
      },
      'the values are encoded twice in the URL',
    ],
    [
      'signs %20 where PHP writes +',
      { pair: (name, value) => `${name}=${phpEncoded(value).replaceAll('+', '%20')}` },
      'a blank is written %20',
    ],
    [
      'sends a plus as it is and signs it as %2B',
      {
        pairs: [
          ['api_m', 'user.fetchUserName'],
          ['note', 'b+c'],
          ['userid', '1'],
        ],
        sent: (text) => text,
      },
      'a + is signed as %2B',
    ],
    [
      'signs a plus as it is',
      { pair: (name, value) => `${name}=${phpEncoded(value).replaceAll('%2B', '+')}` },
      'a plus is signed as +',
    ],
    [
      'does not sort',
      { ordered: (pairs) => pairs, sent: encodeURIComponent },
      'the parameters are not sorted',
    ],
    ['sorts backwards', { ordered: backwards }, 'the parameters are sorted backwards'],
    ['sorts the members of arrays', { pairs: nested }, 'the pairs are sorted as text'],
    [
      'hashes with SHA-1',
      { digest: (string, s) => createHash('sha1').update(appended(string, s)).digest('hex') },
      'as long as a SHA-1',
    ],
    [
      'hashes with SHA-256',
      { digest: (string, s) => createHash('sha256').update(appended(string, s)).digest('hex') },
      'as long as a SHA-256',
    ],
    [
      'hashes with SHA-256 into base64',
      {
        digest: (string, s) => createHash('sha256').update(appended(string, s)).digest('base64url'),
      },
      'looks like a SHA-256 in base64',
    ],
    [
      'hashes with SHA-512',
      { digest: (string, s) => createHash('sha512').update(appended(string, s)).digest('hex') },
      'as long as a SHA-512',
    ],
    [
      'makes an HMAC-SHA1',
      { digest: (string, { secret }) => createHmac('sha1', secret).update(string).digest('hex') },
      'as long as a SHA-1: use MD5, and no HMAC',
    ],
    [
      'makes an HMAC-MD5',
      { digest: (string, { secret }) => createHmac('md5', secret).update(string).digest('hex') },
      'This is an HMAC-MD5',
    ],
    [
      'prints digits in upper case, and forgets the API key',
      {
        digest: (string, { token, clientid, secret }) =>
          md5(bytes(string + token + clientid + secret)).toUpperCase(),
      },
      'the API key is left out',
    ],
    [
      'encodes twice as PHP does',
      { pair: (name, value) => `${name}=${phpEncoded(phpEncoded(value))}` },
      'the values are encoded twice (%2520)',
    ],
    [
      'encodes twice as JavaScript does',
      { pair: (name, value) => `${name}=${encodeURIComponent(encodeURIComponent(value))}` },
      'the values are encoded twice (%2520)',
    ],
  ])('%s is told so', async (_, signer, hint) => {
    const debug = await debugOf(signedBy(app, signer));
    expect(debug?.hints?.join(' ')).toContain(hint);
  });

  test('prints digits in upper case is told so where only PHP is let in', async () => {
    const other = await RawApp.init(strict.url, sandboxKey);
    const digest: Signer['digest'] = (string, secrets) =>
      md5(bytes(appended(string, secrets))).toUpperCase();
    expect((await send(signedBy(app, { digest }))).json).toBe('admin');
    const debug = await debugOf(signedBy(other, { digest }));
    expect(debug?.hints?.[0]).toContain('in upper case');
    const line = JSON.parse(strict.logs.at(-1) ?? '') as Record<string, unknown>;
    expect(line.hint).toContain('in upper case');
  });
});
