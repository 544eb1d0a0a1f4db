import type { Clause } from '../../db/clause.ts';
import type { Db, Value } from '../../db/db.ts';
import { inList } from '../../db/in-list.ts';

export interface TagRow {
  readonly tagid: number;
  readonly tagtext: string;
}

/** A tag of a topic. */
export interface NodeTagRow extends TagRow {
  /** Who gave it. */
  readonly userid: number;
}

/** The topic's tags by their text. */
export async function findNodeTags(db: Db, nodeid: number): Promise<NodeTagRow[]> {
  return db.all<NodeTagRow>(
    `select t.tagid, t.tagtext, x.userid from tagnode x join tag t on t.tagid = x.tagid
      where x.nodeid = ? order by t.tagtext`,
    [nodeid],
  );
}

/** Gives a topic tags, and keeps its `taglist`. Lock the topic first. @param texts tidy */
export async function insertNodeTags(
  db: Db,
  { nodeid, userid, now }: { nodeid: number; userid: number; now: number },
  texts: readonly string[],
): Promise<void> {
  if (texts.length === 0) return;
  // in one order everywhere, so that two that bring the same new tags do not wait for each other in a circle
  const rows = [...texts].sort().map((tagtext) => ({ tagtext, dateline: now }));
  await db.run(db.knex('tag').insert(rows).onConflict('tagtext').ignore());
  const tags = await db.all<TagRow>(
    db
      .knex('tag')
      .whereIn('tagtext', [...texts])
      .select('tagid', 'tagtext'),
  );
  const links = tags.map(({ tagid }) => ({ tagid, nodeid, userid, dateline: now }));
  await db.run(db.knex('tagnode').insert(links).onConflict(['tagid', 'nodeid']).ignore());
  await keepTagList(db, nodeid);
}

/** Takes tags from a topic, and keeps its `taglist`. Lock the topic first. */
export async function deleteNodeTags(
  db: Db,
  nodeid: number,
  tagids: readonly number[],
): Promise<void> {
  if (tagids.length === 0) return;
  const { sql, bindings } = inList(tagids);
  await db.run(`delete from tagnode where nodeid = ? and tagid in ${sql}`, [nodeid, ...bindings]);
  await keepTagList(db, nodeid);
}

async function keepTagList(db: Db, nodeid: number): Promise<void> {
  const tags = await findNodeTags(db, nodeid);
  const taglist = tags.map((tag) => tag.tagtext).join(',');
  await db.run('update node set taglist = ? where nodeid = ?', [taglist, nodeid]);
}

/** A tag is there for whoever may see a topic that has it. `t` is the tag. */
function isSeen(visible: Clause): string {
  return `exists (select n.nodeid from tagnode x join node n on n.nodeid = x.nodeid
    where x.tagid = t.tagid and (${visible.sql}))`;
}

export async function findTagByText(
  db: Db,
  tagtext: string,
  visible: Clause,
): Promise<TagRow | undefined> {
  return db.get<TagRow>(
    `select t.tagid, t.tagtext from tag t where t.tagtext = ? and ${isSeen(visible)}`,
    [tagtext, ...visible.bindings],
  );
}

/** Those of the tags that there are, by their text. */
export async function findTags(
  db: Db,
  tagids: readonly number[],
  visible: Clause,
): Promise<TagRow[]> {
  if (tagids.length === 0) return [];
  const { sql, bindings } = inList(tagids);
  return db.all<TagRow>(
    `select t.tagid, t.tagtext from tag t where t.tagid in ${sql} and ${isSeen(visible)} order by t.tagtext`,
    [...bindings, ...visible.bindings],
  );
}

/** One page of the tags that begin with a text. */
export async function listTagsByPrefix(
  db: Db,
  prefix: string,
  visible: Clause,
  offset: number,
  limit: number,
): Promise<TagRow[]> {
  const pattern = `${prefix.replace(/[!%_]/g, '!$&')}%`;
  return db.far.all<TagRow>(
    `select t.tagid, t.tagtext from tag t where t.tagtext like ? escape '!' and ${isSeen(visible)}
      order by t.tagtext limit ? offset ?`,
    [pattern, ...visible.bindings, limit, offset],
  );
}

/** A tag and how often it was given of late. */
export interface CountedTag extends TagRow {
  readonly count: number;
}

/** The tags given most among the newest `among` tags: so it takes no longer on a board with millions. */
export async function listPopularTags(
  db: Db,
  visible: Clause,
  among: number,
  limit: number,
): Promise<CountedTag[]> {
  const bindings: Value[] = [among, ...visible.bindings, limit];
  return db.all<CountedTag>(
    `select t.tagid, t.tagtext, count(*) as count
      from (select tagid, nodeid from tagnode order by dateline desc, tagid desc, nodeid desc limit ?) x
      join tag t on t.tagid = x.tagid join node n on n.nodeid = x.nodeid
      where ${visible.sql} group by t.tagid, t.tagtext order by count(*) desc, t.tagtext limit ?`,
    bindings,
  );
}
