import type { Database, Db } from '../db/db.ts';
import { migrate } from '../db/migrations.ts';
import { install } from '../install/install.ts';
import { lastNodeid, reserveNodeids } from '../library/node/ids.ts';
import { insertRows } from '../db/insert-rows.ts';
import { ancestorsOf, insertClosures } from '../library/node/closure.ts';
import { readContentTypes } from '../library/board/contenttype.ts';
import { lockTree, refreshLastContent } from '../library/node/counters.ts';
import { inList } from '../db/in-list.ts';
import { readOptions } from '../library/board/options.ts';
import { hashPassword, md5 } from '../library/user/password.ts';
import { insertForums } from '../sample/channels.ts';
import { sandboxKey, sandboxPassword } from '../sandbox/credentials.ts';
import { seedChannels } from './channels.ts';
import { type Mark, readMark, removeMark, writeMark } from './mark.ts';
import { insertMembers, knownMembers, readAuthors } from './members.ts';
import { at, type Plan, planBoard } from './plan.ts';
import { postRows, type Site } from './rows.ts';

export interface SeedOptions {
  /** Topics, replies and comments. */
  readonly nodes: number;
  /** The same numbers and the same seed make the same board, but for the dates. */
  readonly seed: number;
  /** Unix seconds: the last post's time. */
  readonly now: number;
  /** Also on a board that has channels or posts already. */
  readonly force: boolean;
}

/** How far it has come. */
export interface Progress {
  /** So many posts are there. */
  readonly posts: (done: number) => void;
  /** All are; what they add up to is counted. */
  readonly counting: () => void;
}

const BATCH = 5_000;
const YEARS = 3 * 365 * 86_400;
const POSTS_TO_MEMBER = 50;

/**
 * Makes a plausible board, or adds one to a board. Posts are written in transactions of a few thousand, with a mark of
 * how far it has come: when it was interrupted, the same call goes on there. Until it has ended channels do not count
 * the new posts, and topics count posts that are not there yet.
 * @throws Error when the board is a real one, or not empty, or another seed has been begun
 */
export async function seedBoard(
  database: Database,
  options: SeedOptions,
  tell: Progress = { posts: () => undefined, counting: () => undefined },
): Promise<void> {
  await migrate(database);
  await installBoard(database, options.now);
  await refuseRealBoard(database.reader());
  let mark = (await begunBefore(database, options)) ?? (await begin(database, options));
  tell.posts(mark.done);
  const site = await siteOf(database, mark);
  while (mark.done < mark.nodes) {
    const done = Math.min(mark.done + BATCH, mark.nodes);
    const next: Mark = { ...mark, done };
    const rows = postRows(site, mark.done, done);
    const bindings = [mark.base + mark.done + 1, mark.base + done];
    await database.transaction(async (db) => {
      for (const [table, list] of rows) await insertRows(db, table, list);
      await insertClosures(db, { sql: 'n.nodeid between ? and ?', bindings });
      await writeMark(db, next);
    });
    mark = next;
    tell.posts(done);
  }
  tell.counting();
  const analyze = analyzing[database.engine];
  if (analyze !== '') await database.knex.raw(analyze);
  await database.transaction((db) => finish(db, site));
}

/** The servers would do so by themselves, but later, and without it the counting takes a minute; SQLite does not. */
const analyzing = {
  sqlite: '',
  postgres: 'analyze',
  mysql: 'analyze table node, closure',
} as const;

/** On an empty database: a board with the sandbox's public key and passwords. */
async function installBoard(database: Database, now: number): Promise<void> {
  const adminPassword = await hashPassword(md5(sandboxPassword('admin')));
  await install(database, {
    adminName: 'admin',
    adminPassword,
    apikey: sandboxKey,
    now: now - YEARS,
  });
}

/** What is seeded has the public key of the sandbox; its members and passwords do not go where others are. */
async function refuseRealBoard(db: Db): Promise<void> {
  const { apikey } = await readOptions(db);
  if (apikey !== sandboxKey)
    throw new Error(
      'This is a real board: its API key is not the public one. A seed needs an empty database, since its members have public passwords.',
    );
}

async function begunBefore(
  database: Database,
  { nodes, seed }: SeedOptions,
): Promise<Mark | undefined> {
  const mark = await readMark(database.reader());
  if (mark === undefined || (mark.nodes === nodes && mark.seed === seed)) return mark;
  throw new Error(
    `A seed has been begun and not ended: call it again with --nodes ${mark.nodes} --seed ${mark.seed}.`,
  );
}

async function begin(database: Database, options: SeedOptions): Promise<Mark> {
  if (!options.force) await refuseUsedBoard(database.reader());
  const insertKnown = await knownMembers(options.now);
  return database.transaction(async (db) => {
    await lockTree(db);
    const { nodes, seed, now } = options;
    const known = await insertKnown(db);
    const members = Math.ceil(nodes / POSTS_TO_MEMBER);
    const before = await insertMembers(db, members, now);
    const admin = { userid: known[0] ?? 1, username: 'admin' };
    const channels = seedChannels(nodes);
    const forums = await insertForums(db, channels, await readContentTypes(db), admin, now - YEARS);
    const base = await lastNodeid(db);
    await reserveNodeids(db, base + nodes);
    const mark = { nodes, seed, now, base, done: 0, forums, known, before, members };
    await writeMark(db, mark);
    return mark;
  });
}

async function refuseUsedBoard(db: Db): Promise<void> {
  const row = await db.get(
    `select n.nodeid from node n left join channel c on c.nodeid = n.nodeid and c.guid is not null
      where c.nodeid is null limit 1`,
  );
  if (row !== undefined)
    throw new Error('The board has channels or posts already. With --force more are added to it.');
}

async function siteOf(database: Database, mark: Mark): Promise<Site> {
  const { nodes, seed, now, base, forums, known, members } = mark;
  const db = database.reader();
  const plan = planBoard({
    ...{ nodes, seed, forums: forums.length, members: known.length + members },
    ...{ from: now - YEARS, until: now },
  });
  const authors = await readAuthors(db, mark);
  const types = await readContentTypes(db);
  return { plan, base, types, forums, authors, known: known.length };
}

/** What counts posts of many batches. */
async function finish(db: Db, { plan, forums, authors }: Site): Promise<void> {
  await lockTree(db);
  for (const [forum, { topics, posts }] of countForums(plan, forums.length).entries()) {
    const nodeid = forums[forum] ?? 0;
    const above = inList([nodeid, ...(await ancestorsOf(db, [nodeid]))]);
    await db.run(
      `update node set totalcount = totalcount + ?, textcount = textcount + case when nodeid = ? then ? else 0 end
        where nodeid in ${above.sql}`,
      [posts, nodeid, topics, ...above.bindings],
    );
  }
  const channels = await db.all<{ nodeid: number }>('select nodeid from channel');
  await refreshLastContent(
    db,
    channels.map(({ nodeid }) => nodeid),
  );
  for (const [author, { posts, lastpost }] of countAuthors(plan)) {
    await db.run(
      `update "user" set posts = posts + ?, lastpost = case when lastpost < ? then ? else lastpost end
        where userid = ?`,
      [posts, lastpost, lastpost, authors[author]?.userid ?? 0],
    );
  }
  await removeMark(db);
}

function countForums(plan: Plan, forums: number): { topics: number; posts: number }[] {
  const counts = Array.from({ length: forums }, () => ({ topics: 0, posts: 0 }));
  for (let post = 0; post < plan.nodes; post += 1) {
    const count = counts[at(plan.forum, post)];
    if (count === undefined) continue;
    count.posts += 1;
    if (at(plan.parent, post) === -1) count.topics += 1;
  }
  return counts;
}

function countAuthors(plan: Plan): Map<number, { posts: number; lastpost: number }> {
  const counts = new Map<number, { posts: number; lastpost: number }>();
  for (let post = 0; post < plan.nodes; post += 1) {
    const author = at(plan.author, post);
    const posts = (counts.get(author)?.posts ?? 0) + 1;
    counts.set(author, { posts, lastpost: at(plan.time, post) });
  }
  return counts;
}
