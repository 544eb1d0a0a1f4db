import { randomBytes } from 'node:crypto';
import knexFactory from 'knex';
import type { Db } from '../../src/db/db.ts';
import { openDatabase } from '../../src/db/open.ts';
import { buildSandbox } from '../../src/sandbox/sandbox.ts';

/** The posts that the large board has in one channel: 100,000. */
const TOPICS = 20_000;
const REPLIES = 4;

/** The channel that is read, posted to and filled up. */
export const channelTitle = 'News';

/** Writes the sandbox into an empty database. */
export async function makeBoard(url: string): Promise<void> {
  const database = openDatabase({ url, poolSize: 2, synchronous: 'normal' });
  try {
    await buildSandbox(database, Math.floor(Date.now() / 1000));
  } finally {
    await database.close();
  }
}

/** Adds 100,000 posts to a sandbox in a SQLite file. */
export async function enlargeBoard(file: string): Promise<void> {
  const database = openDatabase({ url: `sqlite:${file}`, poolSize: 1, synchronous: 'normal' });
  try {
    await database.transaction(addPosts);
  } finally {
    await database.close();
  }
}

const SIZE = TOPICS * (REPLIES + 1);

/**
 * The posts by number `k`, a topic and then its replies; authors and times follow from `k`. The bindings are the last
 * nodeid before, the channel, and the time of the last post.
 */
const posts = `with recursive
  given (base, channel, last) as (select ?, ?, ?),
  number (k) as (select 0 union all select k + 1 from number where k + 1 < ${SIZE}),
  post as (
    select base + k + 1 as nodeid, k % ${REPLIES + 1} as reply, base + k - k % ${REPLIES + 1} + 1 as starter,
      channel, last - (${SIZE - 1} - k) * 60 as time, k % 20 + 1 as author, k from number, given),
  named as (
    select p.*, u.username, last.userid as lastauthorid, last.username as lastauthor from post p
      join "user" u on u.userid = p.author
      join "user" last on last.userid = case when reply = 0 then (k + ${REPLIES}) % 20 + 1 else author end)`;

const insertNodes = `${posts}
  insert into node (nodeid, parentid, starter, channelid, contenttypeid, userid, authorname, title, htmltitle, urlident,
    created, publishdate, lastupdate, textcount, totalcount, lastcontent, lastcontentid, lastcontentauthor, lastauthorid)
  select nodeid, case reply when 0 then channel else starter end, starter, channel,
    (select contenttypeid from contenttype where class = 'Text'), author, username,
    case reply when 0 then 'Topic ' || k else '' end, case reply when 0 then 'Topic ' || k else '' end,
    case reply when 0 then 'topic-' || k else '' end, time, time, time,
    case reply when 0 then ${REPLIES} else 0 end, case reply when 0 then ${REPLIES} else 0 end,
    case reply when 0 then time + ${REPLIES} * 60 else time end,
    case reply when 0 then nodeid + ${REPLIES} else nodeid end, lastauthor, lastauthorid from named`;

/** Each new post gets the text of an old one, as it was rendered. */
const insertTexts = `insert into text (nodeid, rawtext, message, message_plain, previewtext)
  select n.nodeid, x.rawtext, x.message, x.message_plain, x.previewtext from node n
    join text x on x.nodeid = (select min(nodeid) from text) + n.nodeid % 1000 where n.nodeid > ?`;

const insertOwnClosure = `insert into closure (parent, child, depth, publishdate)
  select nodeid, nodeid, 0, publishdate from node where nodeid > ?`;
const insertTopicClosure = `insert into closure (parent, child, depth, publishdate)
  select starter, nodeid, 1, publishdate from node where nodeid > ? and nodeid <> starter`;
const insertChannelClosure = `insert into closure (parent, child, depth, publishdate)
  select c.parent, n.nodeid, c.depth + case when n.nodeid = n.starter then 1 else 2 end, n.publishdate
    from node n join closure c on c.child = n.channelid where n.nodeid > ?`;

const countInChannels = `update node set
  totalcount = totalcount + ${SIZE},
  textcount = textcount + case when nodeid = ? then ${TOPICS} else 0 end,
  (lastcontent, lastcontentid, lastcontentauthor, lastauthorid) =
    (select n.publishdate, n.nodeid, n.authorname, n.userid from node n order by n.nodeid desc limit 1)
  where nodeid in (select parent from closure where child = ?)`;

const countForAuthors = `update "user" set posts = posts + (
  select count(*) from node n where n.userid = "user".userid and n.nodeid > ?)`;

/** In bulk, since one by one it would take minutes; closure and counters come out as `content_text.add` leaves them. */
async function addPosts(db: Db): Promise<void> {
  const facts = await db.get<{ base: number; channel: number }>(
    'select max(nodeid) as base, (select nodeid from node where title = ? and starter = 0) as channel from node',
    [channelTitle],
  );
  if (facts === undefined) throw new Error('the sandbox is empty');
  const { base, channel } = facts;
  await db.run(insertNodes, [base, channel, Math.floor(Date.now() / 1000)]);
  for (const sql of [insertTexts, insertOwnClosure, insertTopicClosure, insertChannelClosure])
    await db.run(sql, [base]);
  await db.run(countInChannels, [channel, channel]);
  await db.run(countForAuthors, [base]);
}

/** An empty database on the server of this URL, and how to drop it. */
export async function createPostgres(
  server: string,
): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `signpost_bench_${randomBytes(6).toString('hex')}`;
  const url = new URL(server);
  url.pathname = `/${name}`;
  await administer(server, `create database ${name}`);
  return { url: url.href, drop: () => administer(server, `drop database ${name} with (force)`) };
}

async function administer(server: string, sql: string): Promise<void> {
  const knex = knexFactory({ client: 'pg', connection: server });
  try {
    await knex.raw(sql);
  } finally {
    await knex.destroy();
  }
}
