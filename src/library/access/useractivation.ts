import { createHash } from 'node:crypto';
import type { Db } from '../../db/db.ts';
import { newToken } from './token.ts';

/** What a code proves: the address of a new member, a new address, or that a password may be set. */
export type ActivationType = 'activate' | 'email' | 'password';

export interface Activation {
  readonly type: ActivationType;
  /** The address that the code was sent to. */
  readonly email: string;
}

const DAY = 86_400;
const lifetimes: Readonly<Record<ActivationType, number>> = {
  activate: 30 * DAY,
  email: 7 * DAY,
  password: DAY,
};

/** So many codes of one type are good at a time: a former one may be on its way in another mail. */
const MOST_CODES = 20;

/**
 * Makes a code. Of a member's others of its type the newest stay good, but for those of another address: a member wants
 * one address. The table keeps only its hash.
 * @returns 32 hex digits
 */
export async function createActivation(
  db: Db,
  userid: number,
  { type, email }: Activation,
  now: number,
): Promise<string> {
  const code = newToken();
  const times = { created: now, expires: now + lifetimes[type] };
  const row = { userid, type, email, tokenhash: codeHash(code), ...times };
  await db.run(db.knex('useractivation').insert(row));
  await voidFormer(db, row);
  return code;
}

async function voidFormer(
  db: Db,
  { userid, type, email, tokenhash: own }: Activation & { userid: number; tokenhash: string },
): Promise<void> {
  const codes = await db.all<{ tokenhash: string; email: string }>(
    `select tokenhash, email from useractivation where userid = ? and type = ? and tokenhash <> ?
      order by created desc, tokenhash`,
    [userid, type, own],
  );
  const good = codes.filter((code) => code.email === email).slice(0, MOST_CODES - 1);
  for (const { tokenhash } of codes.filter((code) => !good.includes(code)))
    await db.run('delete from useractivation where userid = ? and tokenhash = ?', [
      userid,
      tokenhash,
    ]);
}

/** What the member's code is for; undefined when it is wrong or its time is over. */
export async function findActivation(
  db: Db,
  userid: number,
  code: string,
  now: number,
): Promise<Activation | undefined> {
  return db.get(
    'select type, email from useractivation where userid = ? and tokenhash = ? and expires > ?',
    [userid, codeHash(code), now],
  );
}

/** Uses a code up, and voids the others of its type; false when somebody else has. */
export async function spendActivation(db: Db, userid: number, code: string): Promise<boolean> {
  const bindings = [userid, codeHash(code)];
  const byCode = 'userid = ? and tokenhash = ?';
  const row = await db.get<Pick<Activation, 'type'>>(
    `select type from useractivation where ${byCode}`,
    bindings,
  );
  if (row === undefined) return false;
  const spent = await db.run(`delete from useractivation where ${byCode}`, bindings);
  if (spent > 0) await deleteActivations(db, userid, row.type);
  return spent > 0;
}

/** Voids the member's codes of a type. */
export async function deleteActivations(
  db: Db,
  userid: number,
  type: ActivationType,
): Promise<void> {
  await db.run('delete from useractivation where userid = ? and type = ?', [userid, type]);
}

/** Deletes the codes whose time is over; returns how many. */
export async function pruneActivations(db: Db, now: number): Promise<number> {
  return db.run('delete from useractivation where expires <= ?', [now]);
}

/** What the table keeps of a code. */
export function codeHash(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}
