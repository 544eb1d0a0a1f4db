import { usableName } from '../../library/user/profile.ts';
import type { Int, Struct, Uint } from '../../protocol/types.ts';
import type { HvInput } from '../../rules/members/human.ts';
import { edit, register } from './account.ts';
import { refuseReserved, refuseTaken } from './taken.ts';
import { Service } from '../service.ts';

/** What can be set of a member. Names that are not here are ignored. */
export interface UserData {
  /** Later on for administrators only. */
  username?: string;
  /** A domain beyond ASCII is kept in its `xn--` form. */
  email?: string;
  /** Needs the right `canusecustomtitle`; what tells others to be of the staff is for administrators to give. */
  usertitle?: string;
  /** MM-DD-YYYY, or empty. */
  birthday?: string;
  /** What others see of it: 0 nothing, 1 the day, 2 the age as well. */
  showbirthday?: Uint;
  /** Hours from UTC, from -12 to 14. */
  timezoneoffset?: string;
  /** -1 withdrawn, 0 not asked, 1 given. */
  privacyconsent?: Int;
  /** Of a language that the board speaks (language.fetchAll), or 0 for the board's own. */
  languageid?: Uint;
  /** Kept and told as it is sent, since the board has no styles: for clients that keep a choice of their own in it. */
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

/** Registering, and changing an account. */
export class UserSaveService extends Service {
  /**
   * Check whether a username can be registered.
   * @returns true; everything else is an error
   * @throws usernametooshort when it has too few characters (the least)
   * @throws usernametoolong when it has too many characters (the most)
   * @throws usernameinvalid when it has characters that cannot be used, or is kept for the board or its staff
   * @throws usernametaken when another member has it, or one that looks the same, or had it not long ago
   * @readonly
   * @example candidate=Newcomer
   */
  async checkUsername(candidate: string): Promise<boolean> {
    const username = usableName(candidate, this.ctx.board.options);
    refuseReserved(this.ctx, username);
    await refuseTaken(this.ctx.db, { username }, this.ctx.user.userid, this.ctx.now);
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
   *
   * A new name stands in place of the old one at once, also beside posts; nobody else gets the old one for as many days
   * as the option `formernamedays` says.
   * @param userid 0 to register
   * @param password of a new member the password. Else the current password, which must be right if it is there; but the new one next to `extra[password]`,
   *   or when an administrator changes another's. Empty to change none
   * @param options switches by name, such as `invisible`
   * @param adminoptions has no effect: this board has no switches that only administrators set
   * @param userfield values of the custom profile fields by name: `field1`, `field2`, …
   * @param notificationOptions has no effect: members unsubscribe from single topics instead
   * @param hvinput the answer to a question, where `hv.fetchRequireHvcheck` says so
   * @param moderatorNotificationOptions has no effect: the option `rpemail` says which moderators are told
   * @param moderatorEmailNotificationOptions has no effect: as the one before
   * @returns the userid
   * @throws not_logged_no_permission when a guest changes a profile
   * @throws no_permission when a member registers, changes another's profile, or their own name or usergroups, or has
   *   no right to a title of their own
   * @throws registration_closed when the board takes no new members
   * @throws usernametooshort when the name has too few characters (the least)
   * @throws usernametoolong when the name has too many characters (the most)
   * @throws usernameinvalid when the name has characters that cannot be used, or is kept for the board or its staff
   * @throws usernametaken when another member has the name, or one that looks the same, or had it not long ago
   * @throws invalidemail when the address is none
   * @throws emailtaken when another member has the address
   * @throws passwordinvalid when the new password is too short (the least characters)
   * @throws badpassword when the current password is wrong or missing; counts as a failed login
   * @throws strikes when there were too many failures (minutes to wait)
   * @throws invalid_data when another value cannot be used (its name and what it must be)
   * @throws required_field_x_missing_or_invalid when a custom profile field is missing or cannot be used (its title)
   * @throws humanverify_missing when a guest has not answered the question, or the answer has been used
   * @throws humanverify_question_wronganswer when the answer is wrong
   * @throws humanverify_image_wronganswer when it is not what the picture shows
   * @throws under_thirteen_registration_denied when children cannot register
   * @throws rate_limited when too many mails were asked for, or too many have registered from the network (seconds to wait)
   * @throws invalid_user_specified when there is no such member
   * @steps
   * @example userid=0&password=newcomer-password&user[username]=Newcomer&user[email]=newcomer@example.org
   * @as guest
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
    if (userid === 0) return register(this.ctx, password, user, form);
    return edit(this.ctx, userid, password, user, form);
  }
}
