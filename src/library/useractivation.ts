import { createHash } from 'node:crypto';
import type { Db } from '../db/db.ts';
import { newToken } from './session.ts';

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

/** Makes a code, which replaces a former one of its type. The table keeps only its hash. @returns 32 hex digits */
export async function createActivation(
  db: Db,
  userid: number,
  { type, email }: Activation,
  now: number,
): Promise<string> {
  const code = newToken();
  const times = { created: now, expires: now + lifetimes[type] };
  const row = { userid, type, email, tokenhash: codeHash(code), ...times };
  await db.run(db.knex('useractivation').insert(row).onConflict(['userid', 'type']).merge());
  return code;
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

/** Uses a code up; false when somebody else has. */
export async function spendActivation(db: Db, userid: number, code: string): Promise<boolean> {
  const spent = await db.run('delete from useractivation where userid = ? and tokenhash = ?', [
    userid,
    codeHash(code),
  ]);
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
