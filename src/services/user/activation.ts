import type { Db } from '../../db/db.ts';
import { ApiError } from '../../errors.ts';
import { isUnderThirteen } from '../../library/user/birthday.ts';
import { emailKey } from '../../email.ts';
import { hashPassword } from '../../library/user/password.ts';
import { chooseLanguage, phraseText } from '../../library/board/phrase.ts';
import { emailColumns, newPasswordSum } from '../../library/user/profile.ts';
import { choicesOf, fieldName, listProfileFields } from '../../library/user/profilefield.ts';
import { deleteSessionsOfUser } from '../../library/access/session.ts';
import { throttle } from '../../library/access/throttle.ts';
import {
  findUser,
  findUserByEmail,
  findUserByName,
  holdUser,
  moveUser,
  updatePassword,
  updateUser,
  type UserRow,
} from '../../library/user/user.ts';
import { userOptions } from '../../library/user/useroption.ts';
import {
  type Activation,
  type ActivationType,
  deleteActivations,
  findActivation,
  spendActivation,
} from '../../library/access/useractivation.ts';
import { usernameKey } from '../../library/user/username.ts';
import { networkOf } from '../../network.ts';
import type { Struct, Uint } from '../../protocol/types.ts';
import { AWAITING_EMAIL, AWAITING_MODERATION, confirmedGroup, writeCode } from './codes.ts';
import { unlessTaken } from './taken.ts';
import { type HvInput, requireHuman, spendHuman } from '../../rules/members/human.ts';
import type { Success } from '../../shapes/user.ts';
import { Service } from '../service.ts';

/** A custom field of the registration form. */
export interface RegistrationField {
  readonly profilefieldid: number;
  /** The name in `userfield`: field1, field2, … */
  readonly fieldname: string;
  readonly title: string;
  readonly description: string;
  /** `input` for a line, `textarea` for several, `select` for one of the options. */
  readonly type: string;
  readonly required: number;
  /** Characters. */
  readonly maxlength: number;
  readonly options: readonly string[];
}

export interface NewPassword {
  readonly password_reset: boolean;
  /** A sentence for the member, in his language. */
  readonly setnewpw_message: string;
}

/** A date in numbers. */
export interface DateInfo {
  month: Uint;
  day: Uint;
  year: Uint;
}

/** Registration forms, confirmed addresses, forgotten passwords. */
export class UserActivationService extends Service {
  /**
   * The custom profile fields of the registration form, in the order in which they are shown.
   * @param userinfo has no effect: the form is the same for all
   * @readonly
   */
  async fetchProfileFieldsForRegistration(
    userinfo: Struct = new Map(),
  ): Promise<readonly RegistrationField[]> {
    return (await listProfileFields(this.ctx.db)).map((field) => {
      const { profilefieldid, title, description, type, required, maxlength } = field;
      return {
        ...{ profilefieldid, fieldname: fieldName(field), title, description, type },
        ...{ required, maxlength, options: choicesOf(field) },
      };
    });
  }

  /**
   * Whether the board treats children under 13 in another way: then registering needs a birthday.
   * @readonly
   */
  async useCoppa(): Promise<boolean> {
    return this.ctx.board.options.usecoppa !== 0;
  }

  /**
   * What becomes of somebody born on a day who registers.
   * @returns 0: a member like others; 1: an administrator must agree; 2: he cannot register
   * @readonly
   * @example dateInfo[month]=2&dateInfo[day]=28&dateInfo[year]=2001
   */
  async needsCoppa(dateInfo: DateInfo): Promise<Uint> {
    const digits = (value: number, length: number): string => String(value).padStart(length, '0');
    const { month, day, year } = dateInfo;
    const birthday = `${digits(month, 2)}-${digits(day, 2)}-${digits(year, 4)}`;
    return isUnderThirteen(birthday, this.ctx.now) ? this.ctx.board.options.usecoppa : 0;
  }

  /**
   * Confirms an e-mail address by the code that was sent to it: that of a new member, or a new one of a member.
   * @param activateid the code
   * @returns `registration_complete`; `moderateuser` when an administrator must agree, too; `emailchanged`
   * @throws invalidactivateid when the code is wrong, used, or too old
   * @throws emailtaken when somebody else has registered with the address meanwhile
   * @steps
   * @example userid=6&activateid=0b7e4d1c95f2486aa3c8e6d70912f5b4
   */
  async activateUser(userid: Uint, activateid: string): Promise<string> {
    const found = await this.#activation(userid, activateid, ['activate', 'email']);
    const wanted = found.type === 'email' ? emailColumns(found.email) : {};
    const group = await unlessTaken(this.ctx, wanted, userid, async (db) => {
      const user = await holdUser(db, userid);
      if (user === undefined) throw new ApiError('invalidactivateid');
      await spendCode(db, userid, activateid);
      await updateUser(db, userid, wanted);
      return this.#confirm(db, user);
    });
    this.ctx.afterCommit(() => this.ctx.forgetUser(userid));
    if (found.type === 'email') return 'emailchanged';
    return group === AWAITING_MODERATION ? 'moderateuser' : 'registration_complete';
  }

  /**
   * Confirms an e-mail address, as `user.activateUser` does, by the member's name.
   * @param activateid the code
   * @returns `registration_complete`; `moderateuser` when an administrator must agree, too; `emailchanged`
   * @throws invalidactivateid when the code is wrong, used, or too old, or there is no such member
   * @throws emailtaken when somebody else has registered with the address meanwhile
   * @steps
   * @example username=Bj%C3%B6rn&activateid=0b7e4d1c95f2486aa3c8e6d70912f5b4
   */
  async activateUserByUsername(username: string, activateid: string): Promise<string> {
    const user = await findUserByName(this.ctx.db, usernameKey(username));
    return this.activateUser(user?.userid ?? 0, activateid);
  }

  /**
   * Sends a new member who has not confirmed his address another code. The answer does not tell whether there is one.
   * @throws invalidemail when the address is none
   * @throws rate_limited when too many mails were asked for (seconds to wait)
   * @example email=newcomer@example.org
   */
  async sendActivateEmail(email: string): Promise<Success> {
    const { db, host, now } = this.ctx;
    const key = emailColumns(email).emailkey ?? '';
    await throttle(db, 'mailer', networkOf(host), now);
    await throttle(db, 'mail', `activate ${key}`.slice(0, LONGEST_WHO), now);
    const user = await findUserByEmail(db, key);
    const wants =
      user?.usergroupid === AWAITING_EMAIL && (user.options & userOptions.noactivationmails) === 0;
    if (wants) await writeCode(this.ctx, db, 'activate', user);
    return { success: true };
  }

  /**
   * Voids a code of a new member, who then is not confirmed.
   * @param activateid the code
   * @throws invalidactivateid when the code is wrong, used, or too old
   * @example userid=8&activateid=0b7e4d1c95f2486aa3c8e6d70912f5b4
   */
  async deleteActivation(userid: Uint, activateid: string): Promise<Success> {
    await this.#activation(userid, activateid, ['activate', 'email']);
    await spendCode(this.ctx.db, userid, activateid);
    return { success: true };
  }

  /**
   * Voids a code, and sends no other one to the address: for somebody who never registered.
   * @param activateid the code
   * @throws invalidactivateid when the code is wrong, used, or too old
   * @example userid=9&activateid=0b7e4d1c95f2486aa3c8e6d70912f5b4
   */
  async killActivation(userid: Uint, activateid: string): Promise<Success> {
    await this.deleteActivation(userid, activateid);
    const user = await holdUser(this.ctx.db, userid);
    const options = (user?.options ?? 0) | userOptions.noactivationmails;
    await updateUser(this.ctx.db, userid, { options });
    return { success: true };
  }

  /**
   * Sends a member who has forgotten his password a code, with which `user.setNewPassword` sets another within a day.
   * The answer does not tell whether there is a member with the address.
   * @param userid 0, or the member's, which must then be right
   * @param hvinput the answer to a question, where `hv.fetchRequireHvcheck` says so
   * @throws invalidemail when the address is none
   * @throws rate_limited when too many mails were asked for (seconds to wait)
   * @throws humanverify_missing when a guest has not answered the question, or the answer has been used
   * @throws humanverify_question_wronganswer when the answer is wrong
   * @throws humanverify_image_wronganswer when it is not what the picture shows
   * @steps
   * @example userid=0&email=nobody@example.org
   */
  async emailPassword(userid: Uint, email: string, hvinput: HvInput = {}): Promise<Success> {
    const { host, now } = this.ctx;
    const key = emailColumns(email).emailkey ?? emailKey(email);
    const hash = await requireHuman(this.ctx, 'lostpw', hvinput);
    await this.ctx.transaction(async (db) => {
      await spendHuman(db, hash);
      await throttle(db, 'mailer', networkOf(host), now);
      await throttle(db, 'mail', `password ${key}`.slice(0, LONGEST_WHO), now);
      const user = await findUserByEmail(db, key);
      if (user === undefined || (userid !== 0 && userid !== user.userid)) return;
      await writeCode(this.ctx, db, 'password', user);
    });
    return { success: true };
  }

  /**
   * Sets a new password by the code that `user.emailPassword` has sent. All sessions of the member end.
   * @param activationid the code
   * @param newpassword its plain text, or the 32 hex digits of its md5 sum
   * @throws invalidactivateid when the code is wrong, used, or too old
   * @throws passwordinvalid when the new password is too short (the least characters)
   * @steps
   * @example userid=10&activationid=0b7e4d1c95f2486aa3c8e6d70912f5b4&newpassword=brand-new-password
   */
  async setNewPassword(
    userid: Uint,
    activationid: string,
    newpassword: string,
  ): Promise<NewPassword> {
    const { board, now } = this.ctx;
    await this.#activation(userid, activationid, ['password']);
    const sum = newPasswordSum(newpassword, board.options.minpasswordlength);
    const stored = await hashPassword(sum);
    await this.ctx.transaction(async (db) => {
      await spendCode(db, userid, activationid);
      await updatePassword(db, userid, stored, now);
      await deleteSessionsOfUser(db, userid, '');
    });
    this.ctx.afterCommit(() => this.ctx.forgetUser(userid));
    const user = await findUser(this.ctx.db, userid);
    const { languageid } = chooseLanguage(user?.languageid ?? 0, board.options.languageid);
    const message = phraseText('setnewpw_message', languageid) ?? '';
    return { password_reset: true, setnewpw_message: message };
  }

  async #activation(
    userid: number,
    code: string,
    types: readonly ActivationType[],
  ): Promise<Activation> {
    const found = await findActivation(this.ctx.db, userid, code, this.ctx.now);
    if (found === undefined || !types.includes(found.type)) throw new ApiError('invalidactivateid');
    return found;
  }

  /** Takes a member out of those who wait for a confirmed address; returns the usergroup he then has. */
  async #confirm(db: Db, user: UserRow): Promise<number> {
    const group = confirmedGroup(this.ctx, user.birthday);
    await deleteActivations(db, user.userid, 'activate');
    await deleteActivations(db, user.userid, 'password');
    return (await moveUser(db, user.userid, AWAITING_EMAIL, group)) ? group : user.usergroupid;
  }
}

const LONGEST_WHO = 191;

async function spendCode(db: Db, userid: number, code: string): Promise<void> {
  if (!(await spendActivation(db, userid, code))) throw new ApiError('invalidactivateid');
}
