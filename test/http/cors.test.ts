import { afterEach, describe, expect, test } from '@jest/globals';
import { sandboxKey } from '../../src/sandbox/credentials.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { RawApp, send } from '../support/raw.ts';

let board: TestBoard;
afterEach(async () => {
  await board.stop();
});

const origin = 'https://app.example.org';
const preflight = {
  method: 'OPTIONS',
  headers: {
    Origin: origin,
    'Access-Control-Request-Method': 'POST',
    'Access-Control-Request-Headers': 'content-type',
  },
};

describe('pages of other origins', () => {
  test('may not call the API unless the operator says so', async () => {
    board = await startBoard();
    const app = await RawApp.init(board.url, sandboxKey);
    const answers = [
      await send(app.sign('api_m=site.getSiteStatistics'), { headers: { Origin: origin } }),
      await send(app.url, preflight),
    ];
    for (const { headers } of answers)
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    expect(answers[1]?.status).toBe(405);
  });

  test('named in the settings may call it and read the signature', async () => {
    board = await startBoard({ CORS_ORIGINS: `https://www.example.org,${origin}` });
    const app = await RawApp.init(board.url, sandboxKey);
    for (const query of ['api_m=site.getSiteStatistics', 'api_m=no.such']) {
      const answer = await send(app.sign(query), { headers: { Origin: origin } });
      expect(answer.headers).toMatchObject({
        'access-control-allow-origin': origin,
        'access-control-expose-headers': expect.stringMatching(/^Authorization, X-Request-Id, /),
        vary: 'Origin',
      });
      expect(app.verifies(answer)).toBe(true);
    }
    const { status, headers } = await send(app.url, preflight);
    expect(status).toBe(204);
    expect(headers).toMatchObject({
      'access-control-allow-origin': origin,
      'access-control-allow-methods': 'GET, HEAD, POST, PUT, DELETE',
      'access-control-allow-headers':
        'Content-Type, X-Request-Id, Authorization, X-Authorization, X-IPS-Language',
      vary: 'Origin',
    });
    const other = { Origin: 'https://evil.example.org' };
    const refused = await send(app.url, { headers: other });
    expect(refused.headers).not.toHaveProperty('access-control-allow-origin');
    expect(refused.headers.vary).toBe('Origin');
  });

  test('of any origin may call it where * stands', async () => {
    board = await startBoard({ CORS_ORIGINS: '*' });
    const { headers } = await send(`${board.url}/api.php`, { headers: { Origin: 'null' } });
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(headers).not.toHaveProperty('access-control-allow-credentials');
  });
});
