import { Secret, TOTP } from 'otpauth';
import type { Db } from '../../db/db.ts';
import { countTry, forgetTries } from './throttle.ts';

/** A member's authenticator: codes of six digits that change every 30 seconds (RFC 6238). */
export interface Factor {
  /** Base32; '' before the first code has been seen. */
  readonly secret: string;
  /** A new secret, until a code made with it has been seen. */
  readonly pendingsecret: string;
  readonly enabled: number;
}

/** Which secret a code must be made with. */
export type FactorSecret = 'secret' | 'pendingsecret';

/** What a code came to; `wait` in seconds, when there were too many wrong ones. */
export interface CodeCheck {
  readonly right: boolean;
  readonly wait: number;
}

const PERIOD = 30;
const SECRET_BYTES = 20;

export async function findFactor(db: Db, userid: number): Promise<Factor | undefined> {
  return db.get('select secret, pendingsecret, enabled from usermfa where userid = ?', [userid]);
}

/** Makes a new secret, which counts from the first code on. @returns Base32 */
export async function createPendingSecret(db: Db, userid: number): Promise<string> {
  const pendingsecret = new Secret({ size: SECRET_BYTES }).base32;
  const row = { userid, pendingsecret };
  await db.run(db.knex('usermfa').insert(row).onConflict('userid').merge());
  return pendingsecret;
}

/** Switches codes on or off for a member; false when he has no secret. */
export async function setFactorEnabled(db: Db, userid: number, enabled: boolean): Promise<boolean> {
  const changed = await db.run(
    "update usermfa set enabled = ? where userid = ? and (? = 0 or secret <> '')",
    [enabled ? 1 : 0, userid, enabled ? 1 : 0],
  );
  return changed > 0;
}

/**
 * Checks a code: right now, or a step before or after. Each code is good for once. One made with the pending secret
 * makes that the secret, and switches codes on. Wrong ones count: the transaction must be committed.
 */
export async function checkCode(
  db: Db,
  userid: number,
  which: FactorSecret,
  code: string,
  now: number,
): Promise<CodeCheck> {
  // Counted before it is checked, so that many at once cannot pass the limit together.
  const wait = await countTry(db, 'authcode', String(userid), now);
  if (wait > 0) return { right: false, wait };
  const factor = await findFactor(db, userid);
  const step = stepOf(code, factor?.[which] ?? '', now);
  const right = step !== undefined && (await spend[which](db, userid, step));
  if (right) await forgetTries(db, 'authcode', String(userid));
  return { right, wait: 0 };
}

/** The address that apps for codes read, as a QR code or a link. */
export function keyUri(secret: string, issuer: string, username: string): string {
  return new TOTP({ issuer, label: username, secret }).toString();
}

/** Of two that send the same code at once, the row gives it to one. */
const spend: Readonly<
  Record<FactorSecret, (db: Db, userid: number, step: number) => Promise<boolean>>
> = {
  async secret(db, userid, step) {
    const changed = await db.run(
      'update usermfa set laststep = ? where userid = ? and laststep < ?',
      [step, userid, step],
    );
    return changed > 0;
  },
  async pendingsecret(db, userid, step) {
    const changed = await db.run(
      `update usermfa set secret = pendingsecret, pendingsecret = '', enabled = 1, laststep = ?
        where userid = ? and pendingsecret <> ''`,
      [step, userid],
    );
    return changed > 0;
  },
};

/** The step that the code belongs to; undefined for a wrong one. */
function stepOf(code: string, secret: string, now: number): number | undefined {
  const token = code.replace(/\s/g, '');
  if (secret === '' || !/^\d{6}$/.test(token)) return undefined;
  const timestamp = now * 1000;
  const delta = TOTP.validate({ token, secret: Secret.fromBase32(secret), timestamp, window: 1 });
  return delta === null ? undefined : Math.floor(now / PERIOD) + delta;
}
