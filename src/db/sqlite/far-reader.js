// @ts-check
// Plain JavaScript: what a thread runs is loaded by Node.js itself.
import { parentPort, workerData } from 'node:worker_threads';
import Sqlite from 'better-sqlite3';

const KEPT_STATEMENTS = 100;

/** The other end of `far-reads.ts`: runs one reading statement after the other, on a connection of its own. */
const { file } = /** @type {{ file: string }} */ (workerData);
const connection = new Sqlite(file, { readonly: true });
connection.pragma('cache_size = -16384');
connection.pragma('temp_store = MEMORY');

/** @type {Map<string, Sqlite.Statement>} */
const statements = new Map();

parentPort?.on('message', (/** @type {import('./far-reads.ts').Question} */ { sql, values }) => {
  parentPort?.postMessage(answer(sql, values));
});

/**
 * @param {string} sql
 * @param {readonly unknown[]} values
 * @returns {import('./far-reads.ts').Answer}
 */
function answer(sql, values) {
  try {
    return { rows: prepare(sql).all(...values) };
  } catch (error) {
    const { message, code } = /** @type {Error & { code?: string }} */ (error);
    return { failure: { message, code: code ?? '' } };
  }
}

/** @param {string} sql */
function prepare(sql) {
  const kept = statements.get(sql);
  if (kept !== undefined) return kept;
  if (statements.size >= KEPT_STATEMENTS) statements.clear();
  const statement = connection.prepare(sql);
  statements.set(sql, statement);
  return statement;
}
