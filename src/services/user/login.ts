import type { Context } from '../../call/context.ts';
import type { Db } from '../../db/db.ts';
import { ApiError } from '../../errors.ts';
import { adminBits, bindSession, groupsOf } from '../../library/access/session.ts';
import { STRIKE_LIMIT } from '../../library/access/strikes.ts';
import { newToken } from '../../library/access/token.ts';
import { checkCode, type FactorSecret, findFactor } from '../../library/access/usermfa.ts';
import { candidates, type GivenPassword } from '../../library/user/password.ts';
import {
  findRemembered,
  insertRememberToken,
  renewRememberToken,
} from '../../library/user/remembertoken.ts';
import {
  type Credentials,
  lastVisitOf,
  recordLogin,
  type UserRow,
} from '../../library/user/user.ts';
import { usernameKey } from '../../library/user/username.ts';
import { adminpermissions } from '../../permissions.ts';
import type { Session } from '../../principal.ts';
import { authenticate } from '../../rules/members/authentication.ts';

/** A login. */
export interface LoginResult {
  userid: number;
  /**
   * A token that stands for the password in later logins, so that an app need not keep that. It lasts half a year after
   * its last use, and ends when the password is changed and with `user.logoutAllDevices`.
   */
  password: string;
  /** Unix seconds. */
  lastvisit: number;
  /** Unix seconds. */
  lastactivity: number;
  sessionhash: string;
  /**
   * For administrators and moderators who asked for it by `logintype`: a random text that says they may. Nothing asks for
   * it again, since what they may do hangs on the session.
   */
  cpsessionhash?: string;
}

/** Somebody who is who they say; `token` when it was that which told. */
export interface Recognised {
  readonly member: Credentials;
  readonly token?: string;
}

/** What each kind of control panel login demands: any of these administrator bits. */
const panelRights: ReadonlyMap<string, number> = new Map([
  ['cplogin', adminpermissions.cancontrolpanel],
  ['modcplogin', adminpermissions.cancontrolpanel | adminpermissions.ismoderator],
]);

/** Logs in, for methods marked `@steps`. */
export async function logIn(
  ctx: Context,
  username: string,
  given: GivenPassword,
  logintype: string,
  authcode: string,
): Promise<LoginResult> {
  const { apiaccesstoken } = sessionOf(ctx);
  const { board, now } = ctx;
  const login = await prove(ctx, username, given, authcode);
  const { member } = login;
  const bound = await ctx.transaction((db) => bind(ctx, db, apiaccesstoken, login));
  ctx.afterCommit(() => ctx.forgetSession(apiaccesstoken));
  return {
    userid: member.userid,
    lastvisit: lastVisitOf(member, now, board.options.cookietimeout),
    lastactivity: member.lastactivity,
    ...bound,
    ...(entersPanel(ctx, member, logintype) && { cpsessionhash: newToken() }),
  };
}

/** Who says these: the member, by all that they have to say. For methods marked `@steps`. */
export async function prove(
  ctx: Context,
  username: string,
  given: GivenPassword,
  authcode: string,
): Promise<Recognised> {
  const login = await recognised(ctx, username, given);
  await requireFactor(ctx, login.member.userid, authcode);
  return login;
}

/** Refuses a member who has switched authentication codes on, and has given none, or a wrong one. */
export async function requireFactor(ctx: Context, userid: number, authcode: string): Promise<void> {
  const { board, db } = ctx;
  if (board.options.enablemfa === 0 || (await findFactor(db, userid))?.enabled !== 1) return;
  if (authcode.trim() === '') throw new ApiError('mfa_required');
  await requireCode(ctx, userid, 'secret', authcode);
}

/** A wrong code counts though the call fails. For methods marked `@steps`. */
export async function requireCode(
  ctx: Context,
  userid: number,
  which: FactorSecret,
  code: string,
): Promise<void> {
  const { now } = ctx;
  const { right, wait } = await ctx.transaction((db) => checkCode(db, userid, which, code, now));
  if (wait > 0) throw new ApiError('strikes', Math.ceil(wait / 60));
  if (!right) throw new ApiError('mfa_invalid');
}

/** @throws ApiError `invalid_accesstoken` when the call has no session */
export function sessionOf(ctx: Context): Session {
  if (ctx.session === undefined) throw new ApiError('invalid_accesstoken');
  return ctx.session;
}

/** The member's credentials. @throws ApiError `badpassword`, `strikes` */
export async function proveMember(
  ctx: Context,
  { username }: UserRow,
  password: string,
): Promise<Credentials> {
  if (password === '') throw new ApiError('badpassword');
  const md5passwords = candidates({ password });
  const { member } = await authenticate(ctx, usernameKey(username), md5passwords);
  if (member === undefined) throw new ApiError('badpassword');
  return member;
}

/** Who says these, by a token of an earlier login or by the password. */
async function recognised(
  ctx: Context,
  username: string,
  given: GivenPassword,
): Promise<Recognised> {
  const usernamekey = usernameKey(username);
  const { password = '', md5password = '', md5password_utf = '' } = given;
  const said = [...new Set([password, md5password, md5password_utf])];
  const remembered = await findRemembered(ctx.db, usernamekey, said, ctx.now);
  if (remembered !== undefined) return remembered;
  const { member, tries } = await authenticate(ctx, usernamekey, candidates(given));
  if (member === undefined) throw new ApiError('badlogin', tries, STRIKE_LIMIT);
  return { member };
}

async function bind(
  ctx: Context,
  db: Db,
  apiaccesstoken: string,
  { member, token }: Recognised,
): Promise<Pick<LoginResult, 'sessionhash' | 'password'>> {
  const { board, config, now } = ctx;
  // the password may have been changed while it was verified, and the token been ended
  const stands =
    (await recordLogin(db, member, now, board.options.cookietimeout)) &&
    (token === undefined || (await renewRememberToken(db, token, now)));
  if (!stands) throw new ApiError('badlogin', 1, STRIKE_LIMIT);
  const { userid } = member;
  const sessionhash = await bindSession(db, apiaccesstoken, userid, now, config.SESSION_LIFETIME);
  if (sessionhash === undefined) throw new ApiError('invalid_accesstoken');
  return { sessionhash, password: token ?? (await insertRememberToken(db, userid, now)) };
}

function entersPanel(
  ctx: Context,
  { usergroupid, membergroupids }: Credentials,
  logintype: string,
): boolean {
  const groups = groupsOf(usergroupid, membergroupids);
  const held = adminBits(groups, ctx.board.groupAdmin);
  return (held & (panelRights.get(logintype) ?? 0)) !== 0;
}
