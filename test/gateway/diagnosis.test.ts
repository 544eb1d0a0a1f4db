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
let app: RawApp;
beforeAll(async () => {
  [board, silent] = await Promise.all([startBoard(), startBoard({ API_DEBUG: 'off' })]);
  app = await RawApp.init(board.url, sandboxKey);
});
afterAll(async () => {
  await Promise.all([board.stop(), silent.stop()]);
});

const query = 'api_m=user.fetchUserName&userid=1';

async function debugOf(url: string, body?: string): Promise<Debug | undefined> {
  const { json } = body === undefined ? await send(url) : await post(url, body);
  return (json as { debug?: Debug }).debug;
}

describe('debug=1', () => {
  test('tells which strings were hashed and what the mistake was', async () => {
    const { token, clientid, secret } = app.secrets;
    const keyless = md5(query + token + clientid + secret);
    const debug = await debugOf(app.as(`${query}&debug=1`, keyless));
    expect(debug?.message).toBe('The signature api_sig is wrong.');
    expect(debug?.forms?.[0]?.string).toBe(query);
    expect(debug?.hints?.join()).toMatch('the API key is left out');
  });

  test("tells the first byte at which the caller's string differs", async () => {
    const wrong = encodeURIComponent('api_m=user.fetchUserName&userId=1');
    const url = app.as(`${query}&debug=1&api_debug_string=${wrong}`, 'f'.repeat(32));
    expect((await debugOf(url))?.forms?.[0]?.differsAt).toBe(query.indexOf('userid') + 4);
  });

  test('may come in the body', async () => {
    const debug = await debugOf(app.as(query, 'f'.repeat(32)), 'debug=1&api_debug_string=x');
    expect(debug?.forms?.[0]).toMatchObject({ string: query, differsAt: 0 });
  });

  test('explains other refusals in a sentence', async () => {
    const debug = await debugOf(app.sign('api_m=user.fetchUserName&debug=1'));
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
    const debug = await debugOf(app.as(`${query}&debug[]=1&api_debug_string[x]=1`, 'f'.repeat(32)));
    expect(debug?.message).toBeDefined();
  });

  test('left over in a client changes nothing that is right', async () => {
    for (const rest of ['debug=1', 'debug=0', 'debug=']) {
      expect((await app.get(`${query}&${rest}`)).json).toBe('admin');
      expect((await app.post(query, rest)).json).toBe('admin');
    }
  });

  test.each(['', '&debug=', '&debug=0'])('is not asked for by "%s"', async (rest) => {
    expect(await debugOf(app.as(query + rest, 'f'.repeat(32)))).toBeUndefined();
  });

  test('is of no use where the operator does not allow it', async () => {
    const other = await RawApp.init(silent.url, sandboxKey);
    const answer = await send(other.as(`${query}&debug=1`, 'f'.repeat(32)));
    expect(answer.json).toEqual({ errors: [['invalid_api_signature']] });
  });
});
