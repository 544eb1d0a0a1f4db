import type { Db } from '../db/db.ts';
import { inList } from './in-list.ts';
import { type Clause, conjunction } from './search-match.ts';

/** How long results are kept, in seconds. */
export const RESULT_LIFETIME = 3600;

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

/** Keeps results; returns their id. */
export async function insertResult(
  db: Db,
  { userid, apiclientid }: Searcher,
  result: Omit<SearchResult, 'resultid'>,
): Promise<number> {
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

/** Removes what has expired. */
export async function deleteExpiredResults(db: Db, now: number): Promise<void> {
  await db.run('delete from searchresult where dateline <= ?', [now - RESULT_LIFETIME]);
}

/** Those of the ids that the conditions let through, in their order: one statement. */
export async function stillFound(
  db: Db,
  nodeids: readonly number[],
  clauses: readonly Clause[],
): Promise<number[]> {
  if (nodeids.length === 0) return [];
  const { sql, bindings } = inList(nodeids);
  const still = conjunction(clauses);
  const rows = await db.all<{ nodeid: number }>(
    `select n.nodeid from node n where n.nodeid in ${sql} and ${still.sql}`,
    [...bindings, ...still.bindings],
  );
  const found = new Set(rows.map((row) => row.nodeid));
  return nodeids.filter((nodeid) => found.has(nodeid));
}
