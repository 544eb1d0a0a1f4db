import { type Db, isDuplicate } from '../db/db.ts';
import { ApiError } from '../errors.ts';
import { authenticate } from '../library/authentication.ts';
import {
  type Answer,
  type HumanAction,
  judgeAnswer,
  needsHuman,
  questionsOf,
  spendHash,
} from '../library/humanverify.ts';
import { candidates, type GivenPassword } from '../library/password.ts';
import { adminBits, bindSession, groupsOf, newToken } from '../library/session.ts';
import { STRIKE_LIMIT } from '../library/strikes.ts';
import {
  type Credentials,
  findUserByEmail,
  findUserByName,
  recordLogin,
  type UserChanges,
} from '../library/user.ts';
import { checkCode, type FactorSecret, findFactor } from '../library/usermfa.ts';
import { usernameKey } from '../library/username.ts';
import { adminpermissions, type GenericPermission, genericpermissions } from '../permissions.ts';
import type { Session } from '../principal.ts';
import { Service } from './service.ts';

/** A login. */
export interface LoginResult {
  userid: number;
  /** Always empty: there are no remember-me tokens, since the access token lives on. */
  password: string;
  /** Unix seconds. */
  lastvisit: number;
  /** Unix seconds. */
  lastactivity: number;
  sessionhash: string;
  /** For administrators and moderators who asked for it by `logintype`. */
  cpsessionhash?: string;
}

/** What each kind of control panel login demands: any of these administrator bits. */
const panelRights: ReadonlyMap<string, number> = new Map([
  ['cplogin', adminpermissions.cancontrolpanel],
  ['modcplogin', adminpermissions.cancontrolpanel | adminpermissions.ismoderator],
]);

/** Logging in, and what the API classes about members share. Needs methods marked `@steps`. */
export abstract class MemberService extends Service {
  protected async logIn(
    username: string,
    given: GivenPassword,
    logintype: string,
    authcode: string,
  ): Promise<LoginResult> {
    const { apiaccesstoken } = this.session();
    const md5passwords = candidates(given);
    const { member, tries } = await authenticate(this.ctx, usernameKey(username), md5passwords);
    if (member === undefined) throw new ApiError('badlogin', tries, STRIKE_LIMIT);
    await this.requireFactor(member.userid, authcode);
    const sessionhash = await this.ctx.transaction((db) => this.#bind(db, apiaccesstoken, member));
    this.ctx.afterCommit(() => this.ctx.forgetSession(apiaccesstoken));
    return {
      userid: member.userid,
      password: '',
      lastvisit: member.lastvisit,
      lastactivity: member.lastactivity,
      sessionhash,
      ...(this.#entersPanel(member, logintype) && { cpsessionhash: newToken() }),
    };
  }

  /** Refuses a member who has switched authentication codes on, and has given none, or a wrong one. */
  protected async requireFactor(userid: number, authcode: string): Promise<void> {
    const { board, db } = this.ctx;
    if (board.options.enablemfa === 0 || (await findFactor(db, userid))?.enabled !== 1) return;
    if (authcode.trim() === '') throw new ApiError('mfa_required');
    await this.requireCode(userid, 'secret', authcode);
  }

  /** A wrong code counts though the call fails. */
  protected async requireCode(userid: number, which: FactorSecret, code: string): Promise<void> {
    const { now } = this.ctx;
    const { right, wait } = await this.ctx.transaction((db) =>
      checkCode(db, userid, which, code, now),
    );
    if (wait > 0) throw new ApiError('strikes', Math.ceil(wait / 60));
    if (!right) throw new ApiError('mfa_invalid');
  }

  protected session(): Session {
    if (this.ctx.session === undefined) throw new ApiError('invalid_accesstoken');
    return this.ctx.session;
  }

  /** True for oneself, and for every member when the caller is an administrator. */
  protected manages(userid: number): boolean {
    const { permissions, user } = this.ctx;
    return (user.userid > 0 && userid === user.userid) || permissions.isAdministrator;
  }

  /** True when one of the caller's usergroups has the right; an administrator has all. */
  protected holds(permission: GenericPermission): boolean {
    const { board, permissions, user } = this.ctx;
    const held = adminBits(user.groups, board.groupGeneric);
    return permissions.isAdministrator || (held & genericpermissions[permission]) !== 0;
  }

  /** Refuses a caller without the right. */
  protected requireRight(permission: GenericPermission): void {
    if (!this.holds(permission)) throw this.refusal();
  }

  async #bind(db: Db, token: string, member: Credentials): Promise<string> {
    const { config, now } = this.ctx;
    // the password may have been changed while it was verified
    if (!(await recordLogin(db, member, now))) throw new ApiError('badlogin', 1, STRIKE_LIMIT);
    const sessionhash = await bindSession(db, token, member.userid, now, config.SESSION_LIFETIME);
    if (sessionhash === undefined) throw new ApiError('invalid_accesstoken');
    return sessionhash;
  }

  #entersPanel({ usergroupid, membergroupids }: Credentials, logintype: string): boolean {
    const groups = groupsOf(usergroupid, membergroupids);
    const held = adminBits(groups, this.ctx.board.groupAdmin);
    return (held & (panelRights.get(logintype) ?? 0)) !== 0;
  }

  /**
   * Refuses a guest who has not passed human verification where it is due. A wrong answer counts though the call fails.
   * @returns what {@link spendHuman} uses up; '' when nothing is due
   */
  protected async requireHuman(action: HumanAction, answer: Answer): Promise<string> {
    const { board, now, user } = this.ctx;
    if (user.userid > 0 || !needsHuman(board.options, action)) return '';
    const { hash = '' } = answer;
    if (hash === '') throw new ApiError('humanverify_missing');
    const questions = questionsOf(board.options);
    const right = await this.ctx.transaction((db) => judgeAnswer(db, answer, questions, now));
    if (!right) throw new ApiError('humanverify_question_wronganswer');
    return hash;
  }

  /** Uses an answer up, together with what it was due for. */
  protected async spendHuman(db: Db, hash: string): Promise<void> {
    if (hash !== '' && !(await spendHash(db, hash))) throw new ApiError('humanverify_missing');
  }

  /** Of two that want the same name or address at once, the unique key refuses one. */
  protected async unlessTaken<T>(
    wanted: UserChanges,
    userid: number,
    work: (db: Db) => Promise<T>,
  ): Promise<T> {
    try {
      return await this.ctx.transaction(async (db) => {
        await refuseTaken(db, wanted, userid);
        return work(db);
      });
    } catch (error) {
      if (isDuplicate(error)) await this.ctx.transaction((db) => refuseTaken(db, wanted, userid));
      throw error;
    }
  }
}

/** @throws ApiError `usernametaken`, `emailtaken` when a member other than `userid` has the name or address */
export async function refuseTaken(db: Db, wanted: UserChanges, userid: number): Promise<void> {
  const { username = '', usernamekey, emailkey } = wanted;
  const namesake = usernamekey && (await findUserByName(db, usernamekey));
  if (namesake && namesake.userid !== userid) throw new ApiError('usernametaken', username);
  const owner = emailkey && (await findUserByEmail(db, emailkey));
  if (owner && owner.userid !== userid) throw new ApiError('emailtaken');
}
