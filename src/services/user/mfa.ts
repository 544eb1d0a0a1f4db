import { ApiError } from '../../errors.ts';
import { findUser, type UserRow } from '../../library/user/user.ts';
import {
  createPendingSecret,
  findFactor,
  keyUri,
  setFactorEnabled,
} from '../../library/access/usermfa.ts';
import type { Uint } from '../../protocol/types.ts';
import { Service } from '../service.ts';
import { proveMember, requireCode, requireFactor } from './login.ts';
import type { Success } from '../../shapes/user.ts';
import { manages, requireAdministrator } from '../../rules/rights/standing.ts';

export interface MfaNeed {
  readonly enabled: boolean;
}

/** What an app for authentication codes needs. */
export interface MfaSecret {
  /** Base32. */
  readonly secret: string;
  /** The same as an address, `otpauth://totp/…`, for a link or a QR code. */
  readonly url: string;
}

/** Authentication codes (RFC 6238), as a second factor beside the password. */
export class UserMfaService extends Service {
  /**
   * Whether an authentication code may be needed: of a guest, whether members of this board may have codes; of a member,
   * whether he has.
   * @param logintype has no effect: the answer is the same for all
   * @throws invalid_parameter when the type is not known
   * @readonly
   * @example logintype=
   */
  async needMFA(logintype: '' | 'cplogin' | 'modcplogin' | 'mfareset'): Promise<MfaNeed> {
    const { board, db, user } = this.ctx;
    if (board.options.enablemfa === 0) return { enabled: false };
    if (user.userid === 0) return { enabled: true };
    return { enabled: (await findFactor(db, user.userid))?.enabled === 1 };
  }

  /**
   * Makes a new secret for the caller's authentication codes. It counts once `user.enableMfa` has seen a code made
   * with it; until then the former one goes on.
   * @param password the current password
   * @param mfa_authcode a code of the former secret, where codes are switched on
   * @throws not_logged_no_permission when a guest asks
   * @throws mfa_disabled when the board has no codes
   * @throws badpassword when the password is wrong; counts as a failed login
   * @throws strikes when there were too many failures (minutes to wait)
   * @throws mfa_required when codes are switched on, and none is there
   * @throws mfa_invalid when the code is wrong, or has been used
   * @steps
   * @example password=alice-password
   */
  async resetMfaSecret(password: string, mfa_authcode = ''): Promise<MfaSecret> {
    const user = await this.#caller(password);
    await requireFactor(this.ctx, user.userid, mfa_authcode);
    const secret = await this.ctx.transaction((db) => createPendingSecret(db, user.userid));
    return { secret, url: keyUri(secret, this.ctx.board.options.bbtitle, user.username) };
  }

  /**
   * Switches authentication codes on for the caller, or makes the new secret count.
   * @param password the current password
   * @param mfa_authcode a code made with the secret of `user.resetMfaSecret`
   * @throws not_logged_no_permission when a guest asks
   * @throws mfa_disabled when the board has no codes
   * @throws badpassword when the password is wrong; counts as a failed login
   * @throws strikes when there were too many failures (minutes to wait)
   * @throws mfa_not_prepared when there is no new secret
   * @throws mfa_invalid when the code is wrong
   * @steps
   * @example password=alice-password&mfa_authcode=123456
   */
  async enableMfa(password: string, mfa_authcode: string): Promise<Success> {
    const { userid } = await this.#caller(password);
    const factor = await findFactor(this.ctx.db, userid);
    if (factor === undefined || factor.pendingsecret === '') throw new ApiError('mfa_not_prepared');
    await requireCode(this.ctx, userid, 'pendingsecret', mfa_authcode);
    return { success: true };
  }

  /**
   * Whether a member's logins ask for an authentication code: the caller's own, or anybody's for administrators.
   * @throws not_logged_no_permission when a guest asks
   * @throws no_permission when a member asks for another's
   * @throws invalid_user_specified when there is no such member
   * @readonly
   * @example userid=3
   */
  async isMfaEnabled(userid: Uint): Promise<boolean> {
    if (!manages(this.ctx, userid)) throw this.refusal();
    await this.#member(userid);
    return (await findFactor(this.ctx.db, userid))?.enabled === 1;
  }

  /**
   * Switches a member's authentication codes off, or on again. For administrators.
   * @returns true
   * @throws not_logged_no_permission when a guest asks
   * @throws no_permission when the caller is no administrator
   * @throws invalid_user_specified when there is no such member
   * @throws mfa_not_prepared when a member without a secret is to have codes
   * @example userid=2&enabled=0
   * @as admin
   */
  async setMfaEnabled(userid: Uint, enabled: boolean): Promise<boolean> {
    requireAdministrator(this.ctx);
    await this.#member(userid);
    const changed = await setFactorEnabled(this.ctx.db, userid, enabled);
    if (enabled && !changed) throw new ApiError('mfa_not_prepared');
    return true;
  }

  async #caller(password: string): Promise<UserRow> {
    this.requireMember();
    if (this.ctx.board.options.enablemfa === 0) throw new ApiError('mfa_disabled');
    const user = await this.#member(this.ctx.user.userid);
    await proveMember(this.ctx, user, password);
    return user;
  }

  async #member(userid: number): Promise<UserRow> {
    const user = await findUser(this.ctx.db, userid);
    if (user === undefined) throw new ApiError('invalid_user_specified');
    return user;
  }
}
