import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { writeOption } from '../../src/library/board/options.ts';
import { sandboxKey } from '../../src/sandbox/credentials.ts';
import { bytesOf, vectors } from '../protocol/vectors.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { md5, post, RawApp, send } from '../support/raw.ts';

interface Row {
  readonly query?: string;
  readonly query_b64?: string;
  readonly http?: boolean;
  readonly token: string;
  readonly clientid: string;
  readonly secret: string;
  readonly apikey: string;
  readonly strict: boolean;
  readonly tolerant: boolean;
  readonly via: string | null;
  readonly title: string;
}

const rows = vectors<Row>('robust');
const [{ token, clientid, secret, apikey } = noRow()] = rows;

function noRow(): never {
  throw new Error('there are no vectors');
}

const sendable = rows.filter((row) => /^[!-"$-~]*$/.test(bytesOf(row.query, row.query_b64)));

/** A board that knows the client of the vectors; a method that it does not know is another's name here. */
async function startVectorBoard(mode: string): Promise<TestBoard> {
  const board = await startBoard({ SIGNATURE_MODE: mode, MAX_HEADER_BYTES: '65536' });
  await board.database.transaction(async (db) => {
    const client = { apiclientid: Number(clientid), secret, identity: 'vectors', dateline: 0 };
    await db.run(db.knex('apiclient').insert({ ...client, clientname: 'vectors' }));
    const times = { created: board.now(), lastactivity: board.now(), expires: board.now() + 999 };
    const session = { apiaccesstoken: token, sessionhash: token, apiclientid: client.apiclientid };
    await db.run(db.knex('session').insert({ ...session, ...times }));
    await writeOption(db, 'apikey', apikey);
  });
  await board.running.environment.caches.forgetBoard();
  const { registry } = board.running.environment;
  const find = registry.find.bind(registry);
  registry.find = (name) => find(name === 'a.b' ? 'site.getSiteStatistics' : name);
  return board;
}

/** The refusals that come before the signature is looked at, or that a request without method gets. */
const before = new Set(['too_many_parameters', 'parameters_too_deep', 'missing_parameter']);

async function isAccepted(board: TestBoard, query: string): Promise<boolean | 'unseen'> {
  const named = /(^|&)api_m=/.test(query);
  const url = `${board.url}/api.php?${query}`;
  // Where the vector has no method, the body names one: it is not signed.
  const { error } = named ? await send(url) : await post(url, 'api_m=a.b');
  if (error !== undefined && before.has(String(error[0]))) return 'unseen';
  return error?.[0] !== 'invalid_api_signature';
}

describe.each(['tolerant', 'strict'] as const)('robust.jsonl, %s', (mode) => {
  let board: TestBoard;
  beforeAll(async () => {
    board = await startVectorBoard(mode);
  });
  afterAll(async () => {
    await board.stop();
  });

  test.each(sendable)('$title', async (row) => {
    const query = bytesOf(row.query, row.query_b64);
    const accepted = await isAccepted(board, query);
    // Where PHP cuts the parameters short, this server says so instead.
    expect(accepted).toBe(/nested-65|1002-params/.test(row.title) ? 'unseen' : row[mode]);
    if (accepted !== true) return;
    expect(JSON.parse(board.logs.at(-1) ?? '')).toMatchObject({
      form: mode === 'strict' ? 'php82' : row.via,
    });
  });
});

describe('a signature', () => {
  let board: TestBoard;
  let app: RawApp;
  beforeAll(async () => {
    board = await startBoard({ API_DEBUG: 'off' });
    app = await RawApp.init(board.url, sandboxKey);
  });
  afterAll(async () => {
    await board.stop();
  });

  const query = 'api_m=user.fetchUserName&userid=1';

  test('that is missing is missed, wherever it should be', async () => {
    for (const answer of [
      await send(app.as(query, '')),
      await send(app.as(query, '').replace('&api_sig=', '')),
      await post(app.as(query, '').replace('&api_sig=', ''), 'x=1'),
    ])
      expect(answer.error).toEqual(['missing_api_signature']);
  });

  test.each([
    ['of another length', 'f'],
    ['of zeros in scientific notation', '0e830400451993494058024219903391'],
    ['with a blank', `${'f'.repeat(31)}%20`],
    ['beyond ASCII', '%ff'.repeat(32)],
    ['of a megabyte of nonsense, nearly', 'f'.repeat(8000)],
  ])('%s is wrong', async (_, signature) => {
    const answer = await send(app.as(query, signature));
    expect(answer.error).toEqual(['invalid_api_signature']);
    expect(app.verifies(answer)).toBe(true);
  });

  test('may come in the body, with the rest of the call', async () => {
    const { search } = new URL(app.sign(''));
    const answer = await post(app.url, `${search.slice(1)}&${query}`);
    expect(answer.json).toBe('admin');
  });

  test('of the token that was sent instead of that which is stored is of no use', async () => {
    const { clientid: id, secret: own, apikey: key } = app.secrets;
    const signature = md5(`${query}${id}${own}${key}`);
    const { error } = await send(`${app.url}?${query}&api_c=${id}&api_s=&api_sig=${signature}`);
    expect(error).toEqual(['invalid_accesstoken']);
  });

  test('of an answer is of no use for a request, even where the API key is empty', async () => {
    await board.database.transaction((db) => writeOption(db, 'apikey', ''));
    await board.running.environment.caches.forgetBoard();
    const open = new RawApp(board.url, { ...app.secrets, apikey: '' });
    expect((await open.get(query)).json).toBe('admin');
    const { body, headers } = await send(open.as('api_m=site.nothing', ''));
    const again = open.as(body.toString(), headers.authorization ?? '');
    expect((await post(again, 'api_m=user.logout')).error).toEqual(['invalid_api_signature']);
  });
});
