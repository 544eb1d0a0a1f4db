import { deleteRememberTokens } from '../../library/user/remembertoken.ts';
import { networkOf } from '../../network.ts';
import {
  deleteSessionsOfUser,
  insertSession,
  retireSession,
} from '../../library/access/session.ts';
import { deleteGrantsOf } from '../../library/access/oauthtoken.ts';
import { findUser } from '../../library/user/user.ts';
import { guest } from '../../principal.ts';
import type { Uint } from '../../protocol/types.ts';
import { logIn, type LoginResult, prove, sessionOf } from './login.ts';
import { Service } from '../service.ts';

/** A password in one of three ways; the md5 sums are for clients that keep no plain password. */
export interface Passwords {
  password?: string;
  /** md5 of the plain password, 32 hex digits. */
  md5password?: string;
  /** The same over another encoding of it, for what is beyond ASCII. */
  md5password_utf?: string;
}

export interface ExtraAuthInfo {
  /** Six digits, where the member has switched authentication codes on. */
  mfa_authcode?: string;
}

/** Somebody who is who they say. */
export interface ProvenMember {
  readonly userid: number;
}

/** A logout, with the guest session that goes on. */
export interface LogoutResult {
  success: boolean;
  sessionhash: string;
  /** Sign with this token from now on. */
  apiaccesstoken: string;
}

/** Seconds for which a token goes on as a guest after the logout. */
const LOGOUT_GRACE = 600;

/** Logging in and out. */
export class UserSessionService extends Service {
  /**
   * Tells whose name and password these are, without logging anybody in: for pages that ask before they act for a member.
   * Failures count as those of `user.login`. Ours.
   * @throws badlogin when username and password do not belong together (tries so far, tries allowed)
   * @throws strikes when there were too many failures (minutes to wait)
   * @throws mfa_required when the member has switched authentication codes on, and none is there
   * @throws mfa_invalid when the code is wrong, or has been used
   * @steps
   * @example username=alice&passwords[password]=alice-password
   * @as guest
   */
  async proveIdentity(
    username: string,
    passwords: Passwords,
    extraAuthInfo: ExtraAuthInfo = {},
  ): Promise<ProvenMember> {
    const { mfa_authcode = '' } = extraAuthInfo;
    return { userid: (await prove(this.ctx, username, passwords, mfa_authcode)).member.userid };
  }

  /**
   * Log in. The access token stays the same and stands for the member from now on; the session hash is new. Give the
   * password in one of the three ways. Five failures from one address lock the name there for 15 minutes.
   * @param logintype `cplogin` or `modcplogin` also asks for a control panel session
   * @returns the member's id and session
   * @throws badlogin when username and password do not belong together (tries so far, tries allowed)
   * @throws strikes when there were too many failures (minutes to wait)
   * @throws mfa_required when the member has switched authentication codes on: use `user.login2`
   * @throws invalid_accesstoken when the call has no session
   * @steps
   * @example username=alice&password=alice-password
   * @as guest
   */
  async login(
    username: string,
    password = '',
    md5password = '',
    md5password_utf = '',
    logintype = '',
  ): Promise<LoginResult> {
    return logIn(this.ctx, username, { password, md5password, md5password_utf }, logintype, '');
  }

  /**
   * Log in, as `user.login` does, with the passwords in one parameter.
   * @param logintype `cplogin` or `modcplogin` also asks for a control panel session
   * @returns the member's id and session
   * @throws badlogin when username and password do not belong together (tries so far, tries allowed)
   * @throws strikes when there were too many failures (minutes to wait)
   * @throws mfa_required when the member has switched authentication codes on, and none is there
   * @throws mfa_invalid when the code is wrong, or has been used
   * @throws invalid_accesstoken when the call has no session
   * @steps
   * @example username=alice&passwords[password]=alice-password
   * @as guest
   */
  async login2(
    username: string,
    passwords: Passwords,
    extraAuthInfo: ExtraAuthInfo = {},
    logintype = '',
  ): Promise<LoginResult> {
    return logIn(this.ctx, username, passwords, logintype, extraAuthInfo.mfa_authcode ?? '');
  }

  /**
   * Log in, as `user.login2` does, by the member's id.
   * @param logintype `cplogin` or `modcplogin` also asks for a control panel session
   * @returns the member's id and session
   * @throws badlogin when there is no such member, or the password is wrong (tries so far, tries allowed)
   * @throws strikes when there were too many failures (minutes to wait)
   * @throws mfa_required when the member has switched authentication codes on, and none is there
   * @throws mfa_invalid when the code is wrong, or has been used
   * @throws invalid_accesstoken when the call has no session
   * @steps
   * @example userid=1&passwords[password]=admin-password
   * @as guest
   */
  async loginSpecificUser(
    userid: Uint,
    passwords: Passwords,
    extraAuthInfo: ExtraAuthInfo = {},
    logintype = '',
  ): Promise<LoginResult> {
    const username = (await findUser(this.ctx.db, userid))?.username ?? '';
    return logIn(this.ctx, username, passwords, logintype, extraAuthInfo.mfa_authcode ?? '');
  }

  /**
   * Log out. The session goes on as a guest under a new access token; the old one stands for a guest, too, and ends ten
   * minutes later.
   * @param logouthash has no effect: the signature protects the call already
   * @returns the new token and session hash
   * @throws invalid_accesstoken when the call has no session
   */
  async logout(logouthash = ''): Promise<LogoutResult> {
    return this.#leave();
  }

  /**
   * Log out everywhere: all sessions of the caller end, and all tokens of
   * earlier logins. This one goes on as a guest, as after `user.logout`.
   * @param logouthash has no effect: the signature protects the call already
   * @returns the new token and session hash
   * @throws not_logged_no_permission when nobody is logged in
   * @throws invalid_accesstoken when the call has no session
   */
  async logoutAllDevices(logouthash = ''): Promise<LogoutResult> {
    this.requireMember();
    const { db, user } = this.ctx;
    const { apiaccesstoken } = sessionOf(this.ctx);
    await deleteSessionsOfUser(db, user.userid, apiaccesstoken);
    await deleteRememberTokens(db, user.userid);
    await deleteGrantsOf(db, user.userid);
    this.ctx.afterCommit(() => this.ctx.forgetUser(user.userid));
    return this.#leave();
  }

  /** The session goes on as a guest's under a new token. */
  async #leave(): Promise<LogoutResult> {
    const { config, db, host, now } = this.ctx;
    const session = sessionOf(this.ctx);
    await retireSession(db, session.apiaccesstoken, now, LOGOUT_GRACE);
    const { sessionhash, apiaccesstoken } = await insertSession(db, {
      apiclientid: session.apiclientid,
      userid: guest.userid,
      host,
      now,
      lifetime: config.SESSION_LIFETIME,
      unusedfrom: networkOf(host),
    });
    this.ctx.afterCommit(() => this.ctx.forgetSession(session.apiaccesstoken));
    return { success: true, sessionhash, apiaccesstoken };
  }
}
