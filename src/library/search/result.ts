import { type Clause, either } from '../../db/clause.ts';
import type { Db } from '../../db/db.ts';
import { inList } from '../../db/in-list.ts';
import { deleteChunk } from '../../db/prune.ts';

/** How long results are kept, in seconds. */
export const RESULT_LIFETIME = 3600;
/** Of a searcher only the latest results are kept. */
const MOST_RESULTS = 20;

/** Whose results: a member's, or those of a guest's app. */
export interface Searcher {
  readonly userid: number;
  readonly apiclientid: number;
}

/** Results as they were found. Who reads them later may see fewer: see {@link stillFound}. */
export interface SearchResult {
  readonly resultid: number;
  /** The search as JSON. */
  readonly criteria: string;
  readonly nodeids: readonly number[];
  readonly dateline: number;
}

/** Keeps results in the place of the searcher's oldest, if there are many; returns their id. */
export async function insertResult(
  db: Db,
  searcher: Searcher,
  result: Omit<SearchResult, 'resultid'>,
): Promise<number> {
  await deleteOldest(db, searcher);
  const { userid, apiclientid } = searcher;
  const { criteria, dateline } = result;
  const row = { userid, apiclientid, criteria, dateline, nodeids: result.nodeids.join(',') };
  return db.insert('searchresult', row, 'resultid');
}

/** Results that this searcher made and that have not expired. */
export async function findResult(
  db: Db,
  resultid: number,
  { userid, apiclientid }: Searcher,
  now: number,
): Promise<SearchResult | undefined> {
  const row = await db.get<Omit<SearchResult, 'nodeids'> & { nodeids: string }>(
    `select resultid, criteria, nodeids, dateline from searchresult
      where resultid = ? and userid = ? and (userid <> 0 or apiclientid = ?) and dateline > ?`,
    [resultid, userid, apiclientid, now - RESULT_LIFETIME],
  );
  if (row === undefined) return undefined;
  return { ...row, nodeids: row.nodeids === '' ? [] : row.nodeids.split(',').map(Number) };
}

async function deleteOldest(db: Db, { userid, apiclientid }: Searcher): Promise<void> {
  const [own, ...bindings] =
    userid > 0
      ? (['userid = ?', userid] as const)
      : (['userid = 0 and apiclientid = ?', apiclientid] as const);
  const last = await db.get<{ resultid: number }>(
    `select resultid from searchresult where ${own} order by resultid desc limit 1 offset ${MOST_RESULTS - 1}`,
    bindings,
  );
  if (last === undefined) return;
  await db.run(`delete from searchresult where ${own} and resultid <= ?`, [
    ...bindings,
    last.resultid,
  ]);
}

/** Removes what has expired, a chunk of it; returns how much. */
export async function deleteExpiredResults(db: Db, now: number): Promise<number> {
  return deleteChunk(db, 'searchresult', 'resultid', 'dateline <= ?', [now - RESULT_LIFETIME]);
}

/** Those of the ids that one of the conditions lets through, in their order: one statement. */
export async function stillFound(
  db: Db,
  nodeids: readonly number[],
  clauses: readonly Clause[],
): Promise<number[]> {
  if (nodeids.length === 0) return [];
  const { sql, bindings } = inList(nodeids);
  const still = either(clauses);
  const rows = await db.all<{ nodeid: number }>(
    `select n.nodeid from node n where n.nodeid in ${sql} and (${still.sql})`,
    [...bindings, ...still.bindings],
  );
  const found = new Set(rows.map((row) => row.nodeid));
  return nodeids.filter((nodeid) => found.has(nodeid));
}
