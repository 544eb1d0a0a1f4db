import type { Context } from '../../call/context.ts';
import type { Db } from '../../db/db.ts';
import { ApiError } from '../../errors.ts';
import { throttle } from '../../library/access/throttle.ts';
import { type ActivationType, createActivation } from '../../library/access/useractivation.ts';
import { chooseLanguage, mailText } from '../../library/board/phrase.ts';
import { insertJob } from '../../library/outbox.ts';
import { hasYear, isUnderThirteen } from '../../library/user/birthday.ts';
import { networkOf } from '../../network.ts';
import type { MailName } from '../../phrases/english.ts';

/** Whom a mail with a code is for. */
interface Addressee {
  readonly userid: number;
  readonly username: string;
  readonly email: string;
  readonly languageid: number;
}

export const REGISTERED = 2;
export const AWAITING_EMAIL = 3;
export const AWAITING_MODERATION = 4;

/** The mail that brings each kind of code. */
const mails: Readonly<Record<ActivationType, MailName>> = {
  activate: 'activateaccount',
  email: 'changeemail',
  password: 'lostpw',
};

/** The usergroup with which somebody registers. */
export function firstGroup(ctx: Context, birthday: string): number {
  const { board, permissions } = ctx;
  if (permissions.isAdministrator) return REGISTERED;
  const { usecoppa, verifyemail } = board.options;
  if (usecoppa !== 0 && !hasYear(birthday))
    throw new ApiError('invalid_data', 'user[birthday]: this board requires it, as MM-DD-YYYY');
  if (usecoppa === 2 && isChild(ctx, birthday))
    throw new ApiError('under_thirteen_registration_denied');
  return verifyemail === 0 ? confirmedGroup(ctx, birthday) : AWAITING_EMAIL;
}

/** The usergroup of a new member whose address is confirmed, or need not be. */
export function confirmedGroup(ctx: Context, birthday: string): number {
  const { moderatenewmembers } = ctx.board.options;
  return moderatenewmembers !== 0 || isChild(ctx, birthday) ? AWAITING_MODERATION : REGISTERED;
}

function isChild(ctx: Context, birthday: string): boolean {
  return ctx.board.options.usecoppa !== 0 && isUnderThirteen(birthday, ctx.now);
}

/** @throws ApiError `rate_limited` when the caller's address or the member has caused too many mails */
export async function sendCode(
  ctx: Context,
  db: Db,
  type: ActivationType,
  addressee: Addressee,
): Promise<void> {
  const { host, now } = ctx;
  await throttle(db, 'mailer', networkOf(host), now);
  await throttle(db, 'mail', `${type} ${addressee.userid}`, now);
  await writeCode(ctx, db, type, addressee);
}

/** Leaves a mail with a new code behind, in the member's language. The caller counts his mails. */
export async function writeCode(
  ctx: Context,
  db: Db,
  type: ActivationType,
  addressee: Addressee,
): Promise<void> {
  const { board, links, now } = ctx;
  const { userid, username, email } = addressee;
  const code = await createActivation(db, userid, { type, email }, now);
  const args = [board.options.bbtitle, username, links.baseUrl, userid, code];
  const language = chooseLanguage(addressee.languageid, board.options.languageid);
  const mail = mailText(mails[type], args, language.languageid);
  await insertJob(db, 'mail', { to: email, ...mail }, now);
}
