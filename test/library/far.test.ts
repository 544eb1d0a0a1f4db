import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Db } from '../../src/db/db.ts';
import { SqliteDatabase } from '../../src/db/sqlite/database.ts';
import { type Activity, listActivity } from '../../src/library/node/activity.ts';
import { type ListSource, countList, listPage, newestFirst } from '../../src/db/list-pages.ts';
import { countNodes, listNodeids, type NodeList, positionIn } from '../../src/library/node/list.ts';
import { countOnline, listOnline } from '../../src/library/user/online.ts';
import { countPending, listPending } from '../../src/library/moderation/pending.ts';
import { countFound, findNodeids, type Search } from '../../src/library/search/search.ts';
import { ListPlaces } from '../../src/db/list-places.ts';
import { countMembers } from '../../src/library/board/statistics.ts';
import { listTagsByPrefix } from '../../src/library/social/tag.ts';
import { isBeside } from '../support/beside.ts';
import { copyTemplate } from '../support/template.ts';

let directory: string;
let database: SqliteDatabase;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'signpost-test-'));
  const file = join(directory, 'a.db');
  await copyTemplate('board', file);
  database = new SqliteDatabase(file, { synchronous: 'normal', farPages: 0 });
});
afterAll(async () => {
  await database.close();
  rmSync(directory, { recursive: true });
});

const everything = { sql: 'n.starter <> 0', bindings: [] };
const list: NodeList = {
  ...{ parentid: 1, depth: 0, includeParent: false, contenttypeid: 0 },
  ...{ order: 'newest', listable: everything },
};
const source: ListSource = { sql: 'from node n where 1 = 1', bindings: [], sort: newestFirst };
const search: Search = {
  ...{ keywords: undefined, titleOnly: false, place: undefined, visible: everything, clauses: [] },
  order: { fields: [['title', 'asc']], indexed: false, relevance: false },
  ...{ latestOnly: false, exact: true },
};
const memory = { places: new ListPlaces(), parent: { textcount: 0, totalcount: 0 }, now: 0 };
const activity: Activity = {
  ...{ root: 1, author: 0, setfor: 0, concerns: 0, contenttypeid: 0 },
  ...{ order: 'sort_popular', since: 0, visible: everything },
};
const scope = { since: 0, now: 0, viewer: 0, seesInvisible: false };
const pending = { channelids: [1] };

const far: readonly (readonly [string, (db: Db) => Promise<unknown>])[] = [
  ['a far page', (db) => listPage(db, source, 5_000, 20)],
  ['a far page with remembered places', (db) => listPage(db, source, 5_000, 20, memory)],
  ['nodes of one type', (db) => listNodeids(db, { ...list, contenttypeid: 20 }, 0, 20)],
  ['nodes of some levels', (db) => listNodeids(db, { ...list, depth: 2 }, 0, 20)],
  ['nodes, where one sees only his own', (db) => listNodeids(db, own, 0, 20)],
  ['a list that is counted', (db) => countList(db, source)],
  ['nodes that are counted', (db) => countNodes(db, list, memory)],
  ['the place of a node', (db) => positionIn(db, list, { nodeid: 1, publishdate: 0 })],
  ['a search', (db) => findNodeids(db, search, 20)],
  ['the results of a search, counted', (db) => countFound(db, search, memory)],
  ['activity', (db) => listActivity(db, activity, 0, 20)],
  ['what waits for approval', (db) => listPending(db, pending, 0, 20)],
  ['what waits for approval, counted', (db) => countPending(db, pending)],
  ['who is online', (db) => listOnline(db, scope, ['guests'], 'userid', { offset: 0, limit: 20 })],
  ['who is online, counted', (db) => countOnline(db, scope, 'members')],
  ['members, counted', (db) => countMembers(db, 0)],
  ['tags by their beginning', (db) => listTagsByPrefix(db, 'a', everything, 0, 20)],
];
const own: NodeList = { ...list, listable: { sql: 'n.userid = ?', bindings: [1] } };

test.each(far)('%s may take long, and stops nobody', async (_, read) => {
  expect(await isBeside(() => read(database.reader()))).toBe(true);
});

test.each([
  ['of a list', (db: Db) => listPage(db, source, 0, 20)],
  ['of nodes', (db: Db) => listNodeids(db, list, 20, 20)],
] as const)('a first page %s is read at once', async (_, read) => {
  expect(await isBeside(() => read(database.reader()))).toBe(false);
});
