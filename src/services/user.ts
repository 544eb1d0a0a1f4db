import { ApiError } from '../errors.ts';
import { emailKey } from '../library/email.ts';
import { nameColumns } from '../library/profile.ts';
import { findUser, findUserByEmail, findUserByName } from '../library/user.ts';
import { guestRecord, type UserRecord, userRecord } from '../library/user-record.ts';
import { usernameKey } from '../library/username.ts';
import { guest } from '../principal.ts';
import type { Int, Struct, Uint } from '../protocol/types.ts';
import type { HvInput } from './hv-input.ts';
import { refuseTaken } from './member-service.ts';
import { UserSessionService } from './user-session.ts';

/** What can be set of a member. Names that are not here are ignored. */
export interface UserData {
  /** Later on for administrators only. */
  username?: string;
  email?: string;
  usertitle?: string;
  /** MM-DD-YYYY, or empty. */
  birthday?: string;
  /** Hours from UTC. */
  timezoneoffset?: string;
  /** -1 withdrawn, 0 not asked, 1 given. */
  privacyconsent?: Int;
  languageid?: Uint;
  styleid?: Uint;
  /** For administrators only. */
  usergroupid?: Uint;
  /** For administrators only. */
  displaygroupid?: Uint;
  /** For administrators only. */
  membergroupids?: Uint[];
}

/** What the page of account settings sends beside the profile. */
export interface ExtraData {
  /** A new address; counts before that of the profile. */
  email?: string;
  /** A new password. */
  newpass?: string;
  /** The current password. */
  password?: string;
}

/** Members: logging in and out, looking them up, registering, profiles, rights. */
export class UserService extends UserSessionService {
  /**
   * Who am I? A guest has the userid 0 and the username Guest.
   * @returns the caller's own record
   * @readonly
   */
  async fetchCurrentUserinfo(): Promise<UserRecord> {
    return (await this.#record(this.ctx.user.userid)) || guestRecord(this.ctx);
  }

  /**
   * Look a member up by id.
   * @param userid false for the caller himself
   * @param option is accepted; the record is the same for all
   * @param languageid is accepted
   * @param nocache is accepted; the record is never out of date
   * @returns the record, or false when there is no such member
   * @readonly
   * @example userid=2
   */
  async fetchUserinfo(
    userid: Uint | false = false,
    option: string[] = [],
    languageid: Uint | false = false,
    nocache = false,
  ): Promise<UserRecord | false> {
    return userid === false || userid === 0 ? this.fetchCurrentUserinfo() : this.#record(userid);
  }

  /**
   * Look a member up by name. Case does not count.
   * @param option is accepted; the record is the same for all
   * @returns the record, or false when there is no such member
   * @readonly
   * @example username=alice
   */
  async fetchByUsername(username: string, option: string[] = []): Promise<UserRecord | false> {
    const row = await findUserByName(this.ctx.db, usernameKey(username));
    return row !== undefined && userRecord(row, this.ctx);
  }

  /**
   * Look a member up by e-mail address: oneself, or anybody for administrators. Others learn nothing.
   * @param option is accepted; the record is the same for all
   * @returns the record, or false when there is no such member
   * @readonly
   * @example email=alice@example.org
   */
  async fetchByEmail(email: string, option: string[] = []): Promise<UserRecord | false> {
    const row = await findUserByEmail(this.ctx.db, emailKey(email));
    return row !== undefined && this.manages(row.userid) && userRecord(row, this.ctx);
  }

  /**
   * Tell a member's name.
   * @param userid 0 for a guest
   * @returns the username
   * @throws invalid_user_specified when there is no such member
   * @readonly
   * @example userid=2
   */
  async fetchUserName(userid: Uint): Promise<string> {
    if (userid === guest.userid) return guest.username;
    const row = await findUser(this.ctx.db, userid);
    if (row === undefined) throw new ApiError('invalid_user_specified');
    return row.username;
  }

  /**
   * Check whether a username can be registered.
   * @returns true; everything else is an error
   * @throws usernametooshort when it has too few characters (the least)
   * @throws usernametoolong when it has too many characters (the most)
   * @throws usernameinvalid when it has characters that cannot be used, or is kept for the board
   * @throws usernametaken when another member has it, or one that looks the same
   * @readonly
   * @example candidate=Newcomer
   */
  async checkUsername(candidate: string): Promise<boolean> {
    const name = nameColumns(candidate, this.ctx.board.options);
    await refuseTaken(this.ctx.db, name, this.ctx.user.userid);
    return true;
  }

  /**
   * Register (userid 0, as a guest or an administrator), or change the own profile. Administrators may change anybody's.
   *
   * A new password is its plain text, or the 32 hex digits of its md5 sum. To change the own e-mail address or password
   * the current password must be there: in `extra[password]`, or, when that is not sent, in `password`. A new password
   * ends the member's other sessions. Only what differs is changed, so a client may send back all it has read.
   *
   * Where the option `verifyemail` is set, a new member is in usergroup 3 until he has confirmed his address with
   * `user.activateUser`, and another address counts only then.
   * @param userid 0 to register
   * @param password of a new member the password. Else the current password; but the new one next to `extra[password]`,
   *   or when an administrator changes another's. Empty to change none
   * @param options switches by name, such as `invisible`
   * @param adminoptions is accepted
   * @param userfield values of the custom profile fields by name: `field1`, `field2`, …
   * @param notificationOptions is accepted
   * @param hvinput the answer to a question, where `hv.fetchRequireHvcheck` says so
   * @param moderatorNotificationOptions is accepted
   * @param moderatorEmailNotificationOptions is accepted
   * @returns the userid
   * @throws not_logged_no_permission when a guest changes a profile
   * @throws no_permission when a member registers, changes another's profile, or his own name or usergroups
   * @throws registration_closed when the board takes no new members
   * @throws usernametooshort when the name has too few characters (the least)
   * @throws usernametoolong when the name has too many characters (the most)
   * @throws usernameinvalid when the name has characters that cannot be used, or is kept for the board
   * @throws usernametaken when another member has the name, or one that looks the same
   * @throws invalidemail when the address is none
   * @throws emailtaken when another member has the address
   * @throws passwordinvalid when the new password is too short (the least characters)
   * @throws badpassword when the current password is wrong or missing; counts as a failed login
   * @throws strikes when there were too many failures (minutes to wait)
   * @throws invalid_data when another value cannot be used (its name)
   * @throws required_field_x_missing_or_invalid when a custom profile field is missing or cannot be used (its title)
   * @throws humanverify_missing when a guest has not answered the question, or the answer has been used
   * @throws humanverify_question_wronganswer when the answer is wrong
   * @throws under_thirteen_registration_denied when children cannot register
   * @throws rate_limited when too many mails were asked for (seconds to wait)
   * @throws invalid_user_specified when there is no such member
   * @steps
   * @example userid=0&password=newcomer-password&user[username]=Newcomer&user[email]=newcomer@example.org
   */
  async save(
    userid: Uint,
    password: string,
    user: UserData = {},
    options: Struct = new Map(),
    adminoptions: Struct = new Map(),
    userfield: Struct = new Map(),
    notificationOptions: Struct = new Map(),
    hvinput: HvInput = {},
    extra: ExtraData = {},
    moderatorNotificationOptions: Struct = new Map(),
    moderatorEmailNotificationOptions: Struct = new Map(),
  ): Promise<Uint> {
    const form = { switches: options, userfield, human: hvinput, settings: extra };
    if (userid === 0) return this.register(password, user, form);
    return this.edit(userid, password, user, form);
  }

  async #record(userid: number): Promise<UserRecord | false> {
    const row = await findUser(this.ctx.db, userid);
    return row !== undefined && userRecord(row, this.ctx);
  }
}
