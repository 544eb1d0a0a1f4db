import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { sandboxKey } from '../../src/sandbox/credentials.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { form, md5, RawApp, send } from '../support/raw.ts';

let board: TestBoard;
let app: RawApp;
beforeAll(async () => {
  board = await startBoard();
  app = await RawApp.init(board.url, sandboxKey);
});
afterAll(async () => {
  await board.stop();
});
afterEach(async () => {
  const answer = await app.get('api_m=user.fetchUserName&userid=1');
  expect(answer.json).toBe('admin');
});

function many(count: number): string {
  return Array.from({ length: count }, (_, index) => `k${index}=1`).join('&');
}

const deep = `x${'[a]'.repeat(65)}=1`;

describe('a method', () => {
  test.each([
    ['api_m=node.noSuchThing', 'node.noSuchThing'],
    ['api_m=nosuch.getNode', 'nosuch.getNode'],
    ['api_m=getNode', 'getNode'],
    ['api_m=node.getNode.x', 'node.getNode.x'],
    ['api_m=__proto__.toString', '__proto__.toString'],
    ['api_m=node.constructor', 'node.constructor'],
    ['api_m=node.__proto__', 'node.__proto__'],
    ['api_m=node.viewable', 'node.viewable'],
    ['api_m=user.requireAdministrator', 'user.requireAdministrator'],
    ['api_m=user.register', 'user.register'],
    ['api_m=user.hasOwnProperty', 'user.hasOwnProperty'],
    ['api_m=api.init%00', 'api.init?'],
    ['api_m=%ff.%00', '?.?'],
    ['api_m=%3Cscript%3E', '<script>'],
  ])('%s is refused with invalid_api_method', async (query, shown) => {
    expect((await app.get(query)).error).toEqual(['invalid_api_method', shown]);
  });

  test('is missed by name', async () => {
    for (const query of ['', 'api_m=', 'userid=1'])
      expect((await app.get(query)).error).toEqual(['missing_parameter', 'api_m']);
  });

  test.each(['api_m=no.such', 'api_m=no_such', 'api_m=node.getNode', 'x=1', ''])(
    'as in "%s" is not looked at before the client, its token and its signature',
    async (query) => {
      const unknown = await send(`${board.url}/api.php?${query}`);
      const unsigned = await send(app.as(query, ''));
      const changed = await send(app.as(query, md5('another query')));
      const ids = [unknown, unsigned, changed].map(({ json }) => JSON.stringify(json));
      expect(ids[0]).toContain('"invalid_clientid"');
      expect(ids[1]).toContain('"missing_api_signature"');
      expect(ids[2]).toContain('"invalid_api_signature"');
      for (const answer of [unsigned, changed]) expect(app.verifies(answer)).toBe(true);
    },
  );

  test('is found without regard to case and to blanks around it', async () => {
    expect((await app.get('api_m=User.fetchusername+&userid=1')).json).toBe('admin');
  });
});

describe('a method that vBulletin has and this board has not', () => {
  test.each(['blog.createBlog', 'BLOG.anything', 'user.delete', 'options.updateSetting'])(
    '%s is told as such',
    async (method) => {
      expect((await app.get(`api_m=${method}`)).error).toEqual(['not_offered', method]);
    },
  );
});

test('arguments of errors are text, but for those who speak the version of types', async () => {
  const id = 999_999;
  const old = await app.get(`api_m=node.getNode&nodeid=${id}`);
  expect(old.error).toEqual(['invalid_node_id', String(id)]);
  const { error } = await send(`${app.sign(`api_m=node.getNode&nodeid=${id}`)}&api_v=100`);
  expect(error).toEqual(['invalid_node_id', id]);
});

describe('a parameter', () => {
  test.each([
    ['api_m=user.fetchUserName', ['missing_parameter', 'userid']],
    ['api_m=user.fetchUserName&userid=one', ['invalid_parameter', 'userid']],
    ['api_m=user.fetchUserName&userid=-1', ['invalid_parameter', 'userid']],
    ['api_m=user.fetchUserName&userid=1e3', ['invalid_parameter', 'userid']],
    ['api_m=user.fetchUserName&userid=99999999999999999999', ['invalid_parameter', 'userid']],
    ['api_m=user.fetchUserName&userid[]=1', ['invalid_parameter', 'userid']],
    ['api_m=user.fetchByUsername&username[a]=x', ['invalid_parameter', 'username']],
    ['api_m=user.fetchByUsername&username=%ff', ['invalid_parameter', 'username']],
    ['api_m=user.fetchByUsername&username=%c0%ae', ['invalid_parameter', 'username']],
    ['api_m=user.fetchByUsername&username=%ed%a0%80', ['invalid_parameter', 'username']],
    ['api_m=user.fetchByUsername&username=a%00b', ['invalid_parameter', 'username']],
    ['api_m=node.getNodes&nodeList[a][b]=1', ['invalid_parameter', 'nodeList[0]']],
    ['api_m=content_text.add&data=text', ['invalid_parameter', 'data']],
    ['api_m=content_text.add&data[rawtext]=x', ['missing_parameter', 'data[parentid]']],
  ])('as in %s is refused by name', async (query, error) => {
    expect((await app.get(query)).error?.slice(0, 2)).toEqual(error);
  });

  test.each([
    ['api_m', 'missing_parameter', true],
    ['api_c', 'invalid_clientid', false],
    ['api_s', 'invalid_accesstoken', true],
    ['api_sig', 'missing_api_signature', true],
  ])('%s counts as missing when it is an array', async (name, id, signed) => {
    for (const query of [`${name}[]=1`, `${name}[a][b]=1`, `${name}%5B%5D=1`]) {
      const url = new URL(app.sign(name === 'api_m' ? query : 'api_m=node.getNode'));
      url.searchParams.delete(name);
      const answer = await send(name === 'api_m' ? app.sign(query) : `${url.href}&${query}`);
      expect(answer.error?.[0]).toBe(id);
      if (name === 'api_s') continue; // there is no token to sign with
      expect(app.verifies(answer)).toBe(signed);
    }
  });

  test('that comes twice counts the last time, as in PHP', async () => {
    expect((await app.get('api_m=user.fetchUserName&userid=5&userid=1')).json).toBe('admin');
    expect((await app.get('api_m=user.fetchUserName&userid[]=5&userid=1')).json).toBe('admin');
  });

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', '__proto__[x]', 'length'])(
    '%s is unknown and ignored',
    async (name) => {
      const { json } = await app.get(`api_m=user.fetchUserName&userid=1&${name}=1`);
      expect(json).toBe('admin');
      expect(({} as Record<string, unknown>).x).toBeUndefined();
    },
  );

  test('__proto__ is no member of an object either', async () => {
    const { error } = await app.post(
      'api_m=content_text.add',
      'data[__proto__][parentid]=1&data[rawtext]=x',
    );
    expect(error).toEqual(['missing_parameter', 'data[parentid]']);
  });
});

describe('too much', () => {
  test('more than 1000 variables in the URL are refused, wherever they stand', async () => {
    for (const query of [`api_m=site.getSiteStatistics&${many(1000)}`, many(1001)])
      expect((await app.get(query)).error).toEqual(['too_many_parameters', '1000']);
  });

  test('997 variables beside the four of the call are served', async () => {
    const query = `api_m=user.fetchUserName&userid=1&${many(995)}`;
    expect((await app.get(query)).json).toBe('admin');
  });

  const numbered = Array.from({ length: 1000 }, (_, index) => [`n${index}`, index] as const);
  const asJson = (count: number): string =>
    JSON.stringify({ userid: 1, of: { no: Object.fromEntries(numbered.slice(0, count - 1)) } });
  const asForm = (count: number): string =>
    ['userid=1', ...numbered.slice(0, count - 1).map(([name]) => `of[${name}]=1`)].join('&');
  const asParts = (count: number): string =>
    asForm(count)
      .split('&')
      .map((pair) => pair.split('='))
      .map(
        ([name, value]) =>
          `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
      )
      .join('');

  test.each([
    ['a form', asForm, form],
    ['JSON', asJson, 'application/json'],
    ['a form in parts', asParts, 'multipart/form-data; boundary=b'],
  ])('1000 variables in %s are served, and 1001 refused', async (_, body, type) => {
    const full = await app.post('api_m=user.fetchUserName', body(1000), type);
    expect(full.json).toBe('admin');
    const { error } = await app.post('api_m=user.fetchUserName', body(1001), type);
    expect(error).toEqual(['too_many_parameters', '1000']);
  });

  test('a name 65 levels deep is refused in URL and body', async () => {
    expect((await app.get(deep)).error).toEqual(['parameters_too_deep', '64']);
    expect((await app.post('api_m=x.y', deep)).error).toEqual(['parameters_too_deep', '64']);
  });
});

describe('a name in the URL and in the body', () => {
  test.each([
    ['api_m=user.fetchUserName&userid=1', 'api_m=user.logout', 'api_m'],
    ['api_m=user.fetchUserName&userid=1', 'userid=2', 'userid'],
    ['api_m=user.fetchUserName&userid=1', 'userid[]=1', 'userid'],
    ['api_m=node.getNodes&nodeList[0]=1&nodeList[1]=2', 'nodeList[0]=1', 'nodeList'],
    ['api_m=user.fetchUserName&userid=1', 'api_c=1234', 'api_c'],
    ['api_m=user.fetchUserName&userid=1', `api_sig=${'f'.repeat(32)}`, 'api_sig'],
    ['api_m=user.fetchUserName&userid=1&api_v=5', 'api_v=100', 'api_v'],
  ])('as in %s and %s is refused when the values differ', async (query, body, name) => {
    expect((await app.post(query, body)).error).toEqual(['conflicting_parameters', name]);
  });

  test('is accepted when the values are the same: a client sends its whole query again', async () => {
    const url = app.sign('api_m=user.fetchUserName&userid=1');
    const { json } = await send(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: url.slice(url.indexOf('?') + 1),
    });
    expect(json).toBe('admin');
  });

  test('keeps the order that was signed', async () => {
    const query = 'api_m=node.getNodes&nodeList[0]=1&nodeList[1]=2&api_v=5';
    const signed = await app.get(query);
    const again = await app.post(query, 'nodeList[1]=2&nodeList[0]=1');
    expect(again.body.toString()).toBe(signed.body.toString());
  });
});
