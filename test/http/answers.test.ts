import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sandboxKey, sandboxPassword } from '../../src/sandbox/credentials.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { type Answer, form, post, RawApp, send } from '../support/raw.ts';

let board: TestBoard;
let app: RawApp;
beforeAll(async () => {
  board = await startBoard();
  app = await RawApp.init(board.url, sandboxKey);
  const login = `username=alice&password=${sandboxPassword('alice')}`;
  await app.post('api_m=user.login', login);
});
afterAll(async () => {
  await board.stop();
});

describe('every answer to a known client is signed', () => {
  const ok = 'api_m=user.fetchUserName&userid=1';

  test.each<[string, (app: RawApp) => Promise<Answer>, string | undefined]>([
    ['a result', (app) => app.get(ok), undefined],
    ['an empty result', (app) => app.get('api_m=user.fetchByUsername&username=nobody'), undefined],
    ['an unknown method', (app) => app.get('api_m=a.b'), 'invalid_api_method'],
    ['no method', (app) => app.get(''), 'missing_parameter'],
    ['no parameter', (app) => app.get('api_m=user.fetchUserName'), 'missing_parameter'],
    ['no signature', (app) => send(app.as(ok, '')), 'missing_api_signature'],
    ['a wrong one', (app) => send(app.as(ok, 'f'.repeat(32))), 'invalid_api_signature'],
    ['a missing right', (app) => app.post('api_m=content_channel.add', ''), undefined],
    ['a hidden node', (app) => app.get('api_m=node.getNode&nodeid=99999'), 'invalid_node_id'],
  ])('%s', async (_, call, error) => {
    const answer = await call(app);
    if (error !== undefined) expect(answer.error?.[0]).toBe(error);
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(app.verifies(answer)).toBe(true);
  });

  test('a dead token: with that token, which its owner knows', async () => {
    const dead = new RawApp(board.url, { ...app.secrets, token: 'd'.repeat(32) });
    const answer = await dead.get(ok);
    expect(answer.error).toEqual(['invalid_accesstoken']);
    expect(dead.verifies(answer)).toBe(true);
  });

  test('a bad login', async () => {
    const answer = await app.post('api_m=user.login', 'username=alice&password=nonsense');
    expect(answer.error?.[0]).toBe('badlogin');
    expect(app.verifies(answer)).toBe(true);
  });

  test('but nothing is signed for an unknown one', async () => {
    const stranger = new RawApp(board.url, { ...app.secrets, clientid: '999999' });
    for (const answer of [await stranger.get(ok), await send(`${board.url}/api.php`)])
      expect(answer.headers.authorization).toBeUndefined();
  });
});

describe('the types of JSON', () => {
  const me = 'api_m=user.fetchCurrentUserinfo';

  test.each([
    '',
    '&api_v=',
    '&api_v=1',
    '&api_v=5',
    '&api_v=99',
    '&api_v=x',
    '&api_v=0x64',
    '&api_v[]=100',
  ])('columns are text, as in PHP, with "%s"', async (version) => {
    const { json } = await app.get(`${me}${version}`);
    expect(json).toMatchObject({ userid: expect.stringMatching(/^\d+$/), username: 'alice' });
  });

  test.each(['&api_v=100', '&api_v=1000', '&api_v=1e2', '&api_v=100.5'])(
    'numbers are numbers with "%s"',
    async (version) => {
      const { json } = await app.get(`${me}${version}`);
      expect(json).toMatchObject({ userid: expect.any(Number), username: 'alice' });
    },
  );

  test('what clients demand as numbers is so in each version', async () => {
    for (const version of ['', '&api_v=5', '&api_v=100']) {
      const { json } = await send(`${app.url}?api_m=api.init${version}`);
      expect(json).toMatchObject({
        apiversion: 5,
        apiclientid: expect.any(String),
        bbactive: 1,
        show: { registerbutton: 1 },
      });
    }
  });

  test.each([
    ['a text', 'api_m=user.fetchUserName&userid=1', '"admin"'],
    ['false', 'api_m=user.fetchByUsername&username=nobody', 'false'],
    ['true', 'api_m=user.checkUsername&candidate=Newcomer', 'true'],
    ['an empty map', 'api_m=node.getContentforNodes&nodeList=', '{}'],
  ])('a result may be %s', async (_, query, body) => {
    expect((await app.get(query)).body.toString()).toBe(body);
  });

  test('a number stays a number at the top', async () => {
    const query =
      'api_m=content_channel.fetchChannelIdByGUID&guid=vbulletin-4ecbdf567f2773.55528984';
    expect((await app.get(query)).json).toEqual(expect.any(Number));
  });
});

describe('null', () => {
  test.each([
    'api_m=api.methods',
    'api_m=site.getSiteStatistics',
    'api_m=options.fetch',
    'api_m=user.fetchCurrentUserinfo',
    'api_m=user.fetchUserinfo&userid=1',
    'api_m=node.fetchChannelNodeTree',
    'api_m=node.getNode&nodeid=1',
    'api_m=node.getNodeFullContent&nodeid=1',
    'api_m=node.listNodeFullContent&parentid=1&depth=0',
  ])('is nowhere in the answer to %s', async (query) => {
    for (const version of ['', '&api_v=100']) {
      const { body, error } = await app.get(query + version);
      expect(error).toBeUndefined();
      expect(nulls(JSON.parse(body.toString()))).toEqual([]);
    }
  });

  /** Where in a value null is. */
  function nulls(value: unknown, path = ''): string[] {
    if (value === null) return [path];
    if (typeof value !== 'object') return [];
    return Object.entries(value).flatMap(([name, member]) => nulls(member, `${path}.${name}`));
  }
});

describe('the body', () => {
  test('is not cached behind the back of the signature', async () => {
    const url = app.sign('api_m=api.methods');
    const headers = { 'If-None-Match': '*' };
    const answer = await send(url, { headers });
    expect(answer.status).toBe(200);
    expect(answer.headers['content-encoding']).toBeUndefined();
    expect(answer.headers.etag).toBeUndefined();
    expect(app.verifies(answer)).toBe(true);
  });

  test('says nothing of what runs here', async () => {
    const { headers } = await app.get('api_m=api.methods');
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('server');
  });

  test('signs text beyond ASCII by its bytes', async () => {
    const body = 'data[title]=%F0%9F%8D%9E&data[rawtext]=%E3%81%82&data[parentid]=0';
    const answer = await post(app.sign('api_m=content_text.add'), body, form);
    expect(app.verifies(answer)).toBe(true);
    const tree = await app.get('api_m=node.fetchChannelNodeTree');
    expect(tree.body.toString()).toMatch(/[^\0-\x7f]/);
    expect(app.verifies(tree)).toBe(true);
  });
});
