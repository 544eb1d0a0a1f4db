import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import type { Signpost } from '../../src/client/index.ts';
import { manifest } from '../../src/call/manifest.ts';
import { toBytes } from '../../src/protocol/bytes.ts';
import type { MethodSpec, ParameterSpec, TypeSpec } from '../../src/protocol/manifest.ts';
import { parseQuery, printQuery } from '../../src/protocol/query.ts';
import type { WireMap, WireValue } from '../../src/protocol/wire.ts';
import { sandboxKey } from '../../src/sandbox/credentials.ts';
import { isSqlite, startBoard, type TestBoard } from '../support/board.ts';
import { named, picture } from '../support/files.ts';
import { probesOf, wire, withValue } from '../support/hostile.ts';
import { enter, join, setOption } from '../support/messages.ts';
import { type Answer, RawApp } from '../support/raw.ts';

/** The servers get every so many of the values: what they share with SQLite need not be asked three times. */
const STEP = globalThis.TEST_DATABASE === 'sqlite' ? 1 : 8;

/** What any call may be refused with, whatever its page says. */
const general = new Set([
  ...['invalid_parameter', 'missing_parameter', 'too_many_parameters', 'parameters_too_deep'],
]);

/** Calls after which the caller is another one: each is made by an app of its own. */
const leaving = /^(api\.init|user\.(login|login2|loginSpecificUser|logout|logoutAllDevices))$/;

interface Caller {
  readonly name: string;
  readonly userid: number;
  readonly app: Signpost;
  readonly raw: RawApp;
  /** An upload and a search of his own; 0 for a guest's upload. */
  readonly filedataid: number;
  readonly resultId: number;
}

interface Probe {
  readonly path: readonly string[];
  readonly value: WireValue;
}

let board: TestBoard;
let guest: Caller;
let member: Caller;
let administrator: Caller;
let victim: number;

beforeAll(async () => {
  board = await startBoard();
  await setOption(board, 'floodchecktime', 0);
  victim = (await join(board, 'victim')).userid;
  const carol = await join(board, 'carol');
  guest = await caller('guest', 0, board.guest());
  member = await caller('member', carol.userid, carol.app);
  const admin = await enter(board, 'admin');
  administrator = await caller('administrator', admin.userid, admin.app);
}, 60_000);
afterAll(async () => {
  await board.stop();
});

async function caller(name: string, userid: number, app: Signpost): Promise<Caller> {
  const resultId = await app.search.getSearchResult({ search_json: '{}' });
  if (app.session === undefined) throw new Error('there is no session');
  const raw = new RawApp(board.url, { ...app.session, apikey: sandboxKey });
  const file = named('picture.png', await picture(40, 30));
  const filedataid = userid === 0 ? 0 : (await app.content_attach.upload({ file })).filedataid;
  return { name, userid, app, raw, filedataid, resultId };
}

interface Places {
  readonly taken: readonly Probe[];
  readonly refused: readonly Probe[];
}

/**
 * Every parameter and every member of one, with the values that the binder takes there and one of those that it refuses.
 * What it refuses is the same for all methods: test/call/hostile.test.ts has the others.
 */
function probesIn(spec: MethodSpec): Places {
  const taken: Probe[] = [];
  const refused: Probe[] = [];
  const places = spec.parameters.flatMap((one) => placesOf(one));
  for (const [place, { path, type }] of places.entries()) {
    const probes = probesOf(type);
    const some = probes.taken.filter((_, index) => (index + place) % STEP === 0);
    taken.push(...some.map((value) => ({ path, value })));
    const value = probes.refused[place % probes.refused.length];
    if (value !== undefined) refused.push({ path, value });
  }
  return { taken, refused };
}

function placesOf({ name, type }: ParameterSpec): { path: string[]; type: TypeSpec }[] {
  const own = { path: [name], type };
  if (type.kind !== 'fields') return [own];
  return [own, ...type.fields.map((field) => ({ path: [name, field.name], type: field.type }))];
}

/** The method's example with what belongs to the caller. */
async function baseOf(spec: MethodSpec, who: Caller): Promise<WireMap> {
  const { map } = parseQuery(toBytes(spec.example ?? ''));
  const writes = spec.mode !== 'readonly' && who.userid !== 0;
  const own = writes ? await ownNodes(spec.class, who) : undefined;
  const fill = (parameters: readonly ParameterSpec[], given: WireMap): void => {
    for (const { name, type, optional } of parameters) {
      const before = given.get(name);
      if (type.kind === 'fields' && before instanceof Map) fill(type.fields, before);
      const value = ownValue(name, type, who, own);
      if (value !== undefined && (before !== undefined || !optional)) given.set(name, value);
    }
  };
  fill(spec.parameters, map);
  return map;
}

function ownValue(
  name: string,
  type: TypeSpec,
  who: Caller,
  own: readonly number[] | undefined,
): WireValue | undefined {
  if (/^(userid|userId)$/.test(name)) return String(who.userid);
  // Refused before anything is fetched: the test needs no network.
  if (name === 'url') return 'http://127.0.0.1/picture.png';
  if (/^(userids|follower|followerid|profileUser)$/.test(name))
    return type.kind === 'list' ? wire([victim]) : String(victim);
  if (name === 'resultId') return String(who.resultId);
  if (/^filedataids?$/.test(name) && who.filedataid !== 0)
    return type.kind === 'list' ? wire([who.filedataid]) : String(who.filedataid);
  if (own === undefined) return undefined;
  if (/^(nodeid|nodeids|pmid|reportnodeid|node|nodeId|contentId|targetnodeid)$/.test(name))
    return type.kind === 'list' ? wire(own) : String(own[0]);
  return undefined;
}

let posts = 0;

/** Two fresh nodes of the class's type. */
async function ownNodes(cls: string, who: Caller): Promise<number[]> {
  const nodes: number[] = [];
  while (nodes.length < 2) {
    posts += 1;
    const data = { parentid: 14, title: `Topic ${posts}`, rawtext: `Text of topic ${posts}` };
    nodes.push(await ownNode(cls, who, data));
  }
  return nodes;
}

async function ownNode(
  cls: string,
  { app }: Caller,
  data: { parentid: number; title: string; rawtext: string },
): Promise<number> {
  if (cls === 'content_poll')
    return app.content_poll.add({ data: { ...data, polloptions: ['a', 'b'] } });
  if (cls === 'content_link')
    return app.content_link.add({ data: { ...data, url: 'https://example.org/' } });
  if (cls === 'content_privatemessage') {
    const { title, rawtext } = data;
    return app.content_privatemessage.add({ data: { title, rawtext, recipients: ['victim'] } });
  }
  return app.content_text.add({ data });
}

async function ask(who: Caller, spec: MethodSpec, params: WireMap): Promise<Answer> {
  if (leaving.test(`${spec.class}.${spec.method}`)) {
    const raw = await RawApp.init(board.url, sandboxKey);
    return raw.post(`api_m=${spec.class}.${spec.method}`, printQuery(params));
  }
  return who.raw.post(`api_m=${spec.class}.${spec.method}`, printQuery(params));
}

/** What of members must not change by a call that was refused. */
async function digest(): Promise<string> {
  const db = board.database.reader();
  const hash = createHash('sha1');
  for (const [table, key] of [
    ['node', 'nodeid'],
    ['text', 'nodeid'],
    ['sentto', 'nodeid, userid'],
    ['userlist', 'userid, relationid'],
  ])
    hash.update(JSON.stringify(await db.all(`select * from ${table} order by ${key}`)));
  hash.update(
    JSON.stringify(
      await db.all(
        'select userid, username, email, usergroupid, token from "user" order by userid',
      ),
    ),
  );
  return hash.digest('hex');
}

function short(value: WireValue): string {
  return (typeof value === 'string' ? value : JSON.stringify([...value])).slice(0, 60);
}

function complaint(spec: MethodSpec, probe: Probe, who: Caller, got: Answer): string | undefined {
  const at = `${who.name} ${spec.class}.${spec.method} ${probe.path.join('.')}=${short(probe.value)}`;
  if (got.status !== 200) return `${at}: status ${got.status}`;
  if (got.json === undefined) return `${at}: no JSON`;
  if (got.error === undefined) return undefined;
  const id = String(got.error[0]);
  if (general.has(id) || spec.throws.some((one) => one.id === id)) return undefined;
  return `${at}: ${JSON.stringify(got.error).slice(0, 200)} is not documented`;
}

async function sweep(spec: MethodSpec, who: Caller, probes: readonly Probe[]): Promise<string[]> {
  const base = await baseOf(spec, who);
  const before = spec.mode === 'readonly' ? '' : await digest();
  const complaints: string[] = [];
  const succeeded = new Set<Probe>();
  const send = async (probe: Probe): Promise<void> => {
    const got = await ask(who, spec, withValue(base, probe.path, probe.value));
    if (got.error === undefined) succeeded.add(probe);
    const said = complaint(spec, probe, who, got);
    if (said !== undefined) complaints.push(said);
  };
  for (let at = 0; at < probes.length; at += 8)
    await Promise.all(probes.slice(at, at + 8).map((probe) => send(probe)));
  if (spec.mode !== 'readonly' && succeeded.size === 0 && (await digest()) !== before)
    complaints.push(`${who.name} ${spec.class}.${spec.method} was refused, but left something`);
  return complaints;
}

/** What changes the board's members comes last. */
const ending = /^user\.(save|banUsers|setMfaEnabled|updateDisplayGroup)|^content_channel\.delete/;
const specs = manifest
  .filter((spec) => spec.parameters.length > 0)
  .map((spec) => [`${spec.class}.${spec.method}`, spec] as const)
  .sort(([a], [b]) => Number(ending.test(a)) - Number(ending.test(b)));

describe('whatever is sent', () => {
  test.each(specs)('%s answers with a result or an error that its page names', async (_, spec) => {
    const lines = board.logs.length;
    const { taken, refused } = probesIn(spec);
    const complaints = await sweep(spec, member, refused);
    complaints.push(...(await sweep(spec, member, taken)));
    const halves = [guest, administrator].entries();
    for (const [half, who] of halves) {
      const share = taken.filter((__, index) => index % 2 === half);
      complaints.push(...(await sweep(spec, who, share)));
    }
    expect([...new Set(complaints)]).toEqual([]);
    expect(board.logs.slice(lines).filter((line) => /"level":(50|60)|"err":/.test(line))).toEqual(
      [],
    );
  });

  test('and nothing that is longer than a post is kept of it', async () => {
    if (!isSqlite(board.database)) return;
    const db = board.database.reader();
    const columns = await db.all<{ tbl: string; col: string }>(
      `select t.name as tbl, c.name as col from sqlite_master t, pragma_table_info(t.name) c
        where t.type = 'table' and t.name not like '%search%fts%' and t.name not like 'sqlite%'`,
    );
    const long = [];
    for (const { tbl, col } of columns) {
      const found = await db.get<{ most: number | null }>(
        `select max(length("${col}")) as most from "${tbl}"`,
      );
      // The HTML of a post is longer than its text, which is what has the limit.
      const most = tbl === 'text' && col === 'message' ? 500_000 : 60_000;
      if ((found?.most ?? 0) > most) long.push([tbl, col, found?.most]);
    }
    expect(long).toEqual([]);
  });

  test('and afterwards the board answers as before', async () => {
    expect(await board.guest().node.getNode({ nodeid: 1 })).toMatchObject({ nodeid: 1 });
    // The wrong passwords have locked her out for a while.
    board.tick(3_600);
    await expect(board.login('alice')).resolves.toBeDefined();
  });
});
