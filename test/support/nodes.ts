import { jest } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { encode } from '../../src/client/encode.ts';
import { type Signpost, SignpostError } from '../../src/client/index.ts';
import type { Database } from '../../src/db/db.ts';
import { printQuery } from '../../src/protocol/query.ts';
import { sandboxKey } from '../../src/sandbox/credentials.ts';
import type { TestBoard } from './board.ts';
import { RawApp } from './raw.ts';

// A board with a server's database takes its time on a busy machine.
jest.setTimeout(60_000);

/** What a call is refused with: its first error, id and arguments. */
export async function refusal(call: Promise<unknown>): Promise<readonly unknown[]> {
  try {
    return ['not refused', await call];
  } catch (error) {
    if (error instanceof SignpostError) return error.errors[0] ?? [];
    throw error;
  }
}

/** The id of the error that a call is refused with. */
export async function refusalId(call: Promise<unknown>): Promise<unknown> {
  return (await refusal(call))[0];
}

/** A channel of its own below the forums, made by an administrator. */
export async function addChannel(admin: Signpost, title: string, parentid = 2): Promise<number> {
  return admin.content_channel.add({ data: { parentid, title } });
}

/** A post with a text that nobody else has. */
export async function post(client: Signpost, parentid: number, title = ''): Promise<number> {
  const rawtext = `Text ${randomBytes(8).toString('hex')}`;
  return client.content_text.add({ data: { parentid, title, rawtext } });
}

/** One of the sandbox's members without a password, in another usergroup, logged in. */
export async function loginAs(
  board: TestBoard,
  username: string,
  usergroupid: number,
): Promise<Signpost> {
  await board.database.transaction(async (db) => {
    const alice = await db.get<{ token: string; scheme: string }>(
      'select token, scheme from "user" where username = ?',
      ['alice'],
    );
    await db.run('update "user" set token = ?, scheme = ?, usergroupid = ? where username = ?', [
      ...[alice?.token ?? '', alice?.scheme ?? '', usergroupid, username],
    ]);
  });
  const client = board.guest();
  await client.user.login({ username, password: 'alice-password' });
  return client;
}

/** Runs one statement that changes rows. */
export async function change(
  { database }: Pick<TestBoard, 'database'>,
  sql: string,
  bindings: readonly (string | number)[] = [],
): Promise<void> {
  await database.transaction((db) => db.run(sql, bindings));
}

/** The answer to a client that knows no version, as it is on the wire. */
export async function wireAnswer(
  board: TestBoard,
  client: Signpost,
  method: string,
  params: object,
): Promise<string> {
  if (client.session === undefined) await client.init();
  const { session } = client;
  if (session === undefined) throw new Error('the client has no session');
  const app = new RawApp(board.url, { ...session, apikey: sandboxKey });
  const query = printQuery(encode({ api_m: method, ...params }).map);
  return (await app.get(query)).body.toString();
}

/** The keys of an object of objects, in the order of the wire: JSON.parse would sort them. */
export function keysOf(json: string): number[] {
  const named = JSON.parse(json.replace(/"(\d+)":/g, '"id$1":')) as object;
  return Object.keys(named).map((name) => Number(name.slice(2)));
}

interface TreeRow {
  readonly nodeid: number;
  readonly parentid: number;
  readonly starter: number;
  readonly userid: number;
  readonly authorname: string;
  readonly publishdate: number;
  readonly showpublished: number;
  readonly showapproved: number;
  readonly viewperms: number;
  readonly protected: number;
}

export interface NodeCounters {
  readonly textcount: number;
  readonly totalcount: number;
  readonly lastcontent: number;
  readonly lastcontentid: number;
  readonly lastcontentauthor: string;
  readonly lastauthorid: number;
}

const names = 'textcount, totalcount, lastcontent, lastcontentid, lastcontentauthor, lastauthorid';

/** Every node's counters as they are kept. */
export async function keptCounters(database: Database): Promise<Map<number, NodeCounters>> {
  const rows = await database
    .reader()
    .all<NodeCounters & { nodeid: number }>(`select nodeid, ${names} from node order by nodeid`);
  return new Map(rows.map(({ nodeid, ...counters }) => [nodeid, counters]));
}

/** Every node's counters from nothing, by the definitions in `library/node/counters.ts` but without its SQL. */
export async function recount(database: Database): Promise<Map<number, NodeCounters>> {
  const rows = await database.reader().all<TreeRow>(
    `select nodeid, parentid, starter, userid, authorname, publishdate, showpublished, showapproved,
      viewperms, protected from node order by nodeid`,
  );
  const byId = new Map(rows.map((row) => [row.nodeid, row]));
  const seen = new Map<number, TreeRow[]>(rows.map((row) => [row.nodeid, []]));
  for (const row of rows.filter(isVisible)) {
    for (let up = byId.get(row.parentid); up !== undefined; up = byId.get(up.parentid)) {
      if (row.viewperms >= up.viewperms) seen.get(up.nodeid)?.push(row);
    }
  }
  return new Map(rows.map((row) => [row.nodeid, countersOf(row, seen.get(row.nodeid) ?? [])]));
}

function isVisible(row: TreeRow): boolean {
  const shown = row.showpublished === 1 && row.showapproved === 1 && row.protected === 0;
  return shown && row.starter !== 0;
}

function countersOf(row: TreeRow, below: readonly TreeRow[]): NodeCounters {
  const own = row.starter === 0 ? undefined : row;
  const newest = [...below].sort((a, b) => b.publishdate - a.publishdate || b.nodeid - a.nodeid)[0];
  const last = newest ?? own;
  return {
    textcount: below.filter((node) => node.parentid === row.nodeid).length,
    totalcount: below.length,
    lastcontent: last?.publishdate ?? 0,
    lastcontentid: last?.nodeid ?? 0,
    lastcontentauthor: last?.authorname ?? '',
    lastauthorid: last?.userid ?? 0,
  };
}

/** Puts the counters right after a test has changed nodes by hand. */
export async function repair(database: Database): Promise<void> {
  const counters = await recount(database);
  await database.transaction(async (db) => {
    for (const [nodeid, counts] of counters)
      await db.run(db.knex('node').where({ nodeid }).update(counts));
  });
}
