import type { Db } from '../db/db.ts';
import { ApiError } from '../errors.ts';
import { authenticate } from '../library/authentication.ts';
import type { Answer } from '../library/humanverify.ts';
import { insertJob } from '../library/outbox.ts';
import { candidates, hashPassword, type StoredPassword } from '../library/password.ts';
import { chooseLanguage, mailText } from '../library/phrase.ts';
import { type FieldValues, listProfileFields } from '../library/profilefield.ts';
import { readFieldValues, saveFieldValues } from '../library/profilefield.ts';
import {
  emailColumns,
  isUnderThirteen,
  nameColumns,
  newPasswordSum,
  type ProfileData,
  profileChanges,
  switchOptions,
} from '../library/profile.ts';
import { deleteSessionsOfUser } from '../library/session.ts';
import { throttle } from '../library/throttle.ts';
import {
  type Credentials,
  findUser,
  groupsExist,
  holdPassword,
  insertUser,
  newUserOptions,
  updatePassword,
  updateUser,
  type UserChanges,
  type UserRow,
} from '../library/user.ts';
import {
  type ActivationType,
  createActivation,
  deleteActivations,
} from '../library/useractivation.ts';
import { usernameKey } from '../library/username.ts';
import { networkOf } from '../network.ts';
import type { MailName } from '../phrases/english.ts';
import type { Struct } from '../protocol/types.ts';
import { MemberService } from './member-service.ts';

/** What a form says beside the profile. */
export interface AccountForm {
  readonly switches: Struct;
  readonly userfield: Struct;
  readonly human: Answer;
  /** What the page of account settings sends. */
  readonly settings: Settings;
}

interface Settings {
  readonly email?: string;
  readonly newpass?: string;
  readonly password?: string;
}

/** The passwords of a change: '' for none. */
interface PasswordChange {
  readonly wanted: string;
  readonly current: string;
}

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

/** What a member begins with. */
const newcomer = { usergroupid: REGISTERED, displaygroupid: 0, membergroupids: '' } as const;

/** What only administrators change. */
const privileged: readonly (keyof UserChanges)[] = [
  'username',
  'usergroupid',
  'displaygroupid',
  'membergroupids',
];

/** The mail that brings each kind of code. */
const mails: Readonly<Record<ActivationType, MailName>> = {
  activate: 'activateaccount',
  email: 'changeemail',
  password: 'lostpw',
};

/** Registering, and changing an account. Needs methods marked `@steps`. */
export abstract class AccountService extends MemberService {
  protected async register(
    password: string,
    { username = '', email = '', ...profile }: ProfileData,
    { switches, userfield, human }: AccountForm,
  ): Promise<number> {
    this.#mayRegister();
    const hash = await this.requireHuman('register', human);
    const { options } = this.ctx.board;
    const names = { ...nameColumns(username, options), ...emailColumns(email) };
    const changes = profileChanges(profile, options, newcomer);
    await this.#mayChange(changes);
    const fields = await this.#fieldValues(userfield, 'all');
    const usergroupid = changes.usergroupid ?? this.#firstGroup(changes.birthday ?? '');
    const stored = await hashPassword(newPasswordSum(password, options.minpasswordlength));
    const user = {
      ...{ ...newcomer, ...changes, ...names, ...stored, usergroupid },
      ...this.#firstVisit(),
      options: switchOptions(newUserOptions, switches),
    };
    return this.unlessTaken(names, 0, async (db) => {
      await this.spendHuman(db, hash);
      const userid = await insertUser(db, user);
      await saveFieldValues(db, userid, fields);
      const addressee = { userid, ...names, languageid: changes.languageid ?? 0 };
      if (usergroupid === AWAITING_EMAIL) await this.#sendCode(db, 'activate', addressee);
      return userid;
    });
  }

  protected async edit(
    userid: number,
    password: string,
    data: ProfileData,
    form: AccountForm,
  ): Promise<number> {
    if (!this.manages(userid)) throw this.refusal();
    const user = await findUser(this.ctx.db, userid);
    if (user === undefined) throw new ApiError('invalid_user_specified');
    const changes = this.#changes(user, data, form);
    await this.#mayChange(changes);
    const fields = await this.#fieldValues(form.userfield, 'given');
    const passwords = this.#passwordChange(userid, password, form.settings);
    await this.#store(user, changes, fields, passwords);
    this.ctx.afterCommit(() => this.ctx.forgetUser(userid));
    return userid;
  }

  /** The usergroup of a new member whose address is confirmed, or need not be. */
  protected confirmedGroup(birthday: string): number {
    const { moderatenewmembers } = this.ctx.board.options;
    return moderatenewmembers !== 0 || this.#isChild(birthday) ? AWAITING_MODERATION : REGISTERED;
  }

  /** Leaves a mail with a new code behind, in the member's language. The caller counts his mails. */
  protected async writeCode(db: Db, type: ActivationType, addressee: Addressee): Promise<void> {
    const { board, links, now } = this.ctx;
    const { userid, username, email } = addressee;
    const code = await createActivation(db, userid, { type, email }, now);
    const args = [board.options.bbtitle, username, links.baseUrl, userid, code];
    const language = chooseLanguage(addressee.languageid, board.options.languageid);
    const mail = mailText(mails[type], args, language.languageid);
    await insertJob(db, 'mail', { to: email, ...mail }, now);
  }

  /** @throws ApiError `rate_limited` when the caller's address or the member has caused too many mails */
  async #sendCode(db: Db, type: ActivationType, addressee: Addressee): Promise<void> {
    const { host, now } = this.ctx;
    await throttle(db, 'mailer', networkOf(host), now);
    await throttle(db, 'mail', `${type} ${addressee.userid}`, now);
    await this.writeCode(db, type, addressee);
  }

  #mayRegister(): void {
    const { board, permissions, user } = this.ctx;
    if (permissions.isAdministrator) return;
    if (user.userid > 0) throw new ApiError('no_permission');
    if (board.options.allowregistration === 0) throw new ApiError('registration_closed');
  }

  #firstGroup(birthday: string): number {
    const { board, permissions } = this.ctx;
    if (permissions.isAdministrator) return REGISTERED;
    const { usecoppa, verifyemail } = board.options;
    if (usecoppa !== 0 && birthday === '') throw new ApiError('invalid_data', 'birthday');
    if (usecoppa === 2 && this.#isChild(birthday))
      throw new ApiError('under_thirteen_registration_denied');
    return verifyemail === 0 ? this.confirmedGroup(birthday) : AWAITING_EMAIL;
  }

  #isChild(birthday: string): boolean {
    return this.ctx.board.options.usecoppa !== 0 && isUnderThirteen(birthday, this.ctx.now);
  }

  async #mayChange(changes: UserChanges): Promise<void> {
    if (privileged.every((name) => changes[name] === undefined)) return;
    if (!this.ctx.permissions.isAdministrator) throw new ApiError('no_permission');
    const { usergroupid = 0, displaygroupid = 0, membergroupids = '' } = changes;
    const groups = [usergroupid, displaygroupid, ...membergroupids.split(',').map(Number)];
    const exist = await groupsExist(
      this.ctx.db,
      groups.filter((group) => group > 0),
    );
    if (!exist) throw new ApiError('invalid_data', 'usergroupid');
  }

  #firstVisit(): UserChanges & { readonly passworddate: number } {
    const { host, now } = this.ctx;
    const times = { joindate: now, lastvisit: now, lastactivity: now, passworddate: now };
    return { ipaddress: host, ...times };
  }

  async #fieldValues(given: Struct, demand: 'all' | 'given'): Promise<FieldValues> {
    const { db, permissions } = this.ctx;
    const fields = await listProfileFields(db);
    if (permissions.isAdministrator) return readFieldValues(fields, given, 'given');
    const asked = demand === 'all' ? fields : fields.filter(({ editable }) => editable === 1);
    return readFieldValues(asked, given, demand);
  }

  #changes(user: UserRow, data: ProfileData, { settings, switches }: AccountForm): UserChanges {
    const wanted = settings.email ? { ...data, email: settings.email } : data;
    const changes = profileChanges(wanted, this.ctx.board.options, user);
    const options = switchOptions(user.options, switches);
    return options === user.options ? changes : { ...changes, options };
  }

  #passwordChange(userid: number, password: string, settings: Settings): PasswordChange {
    const { newpass = '', password: current = '' } = settings;
    if (!this.#isCaller(userid)) return { wanted: newpass || password, current: '' };
    if (newpass !== '') return { wanted: newpass, current: current || password };
    if (current !== '') return { wanted: password === current ? '' : password, current };
    return { wanted: '', current: password };
  }

  async #store(
    user: UserRow,
    changes: UserChanges,
    fields: FieldValues,
    passwords: PasswordChange,
  ): Promise<void> {
    const { userid } = user;
    const stored = await this.#hash(passwords.wanted);
    const sensitive = stored !== undefined || changes.email !== undefined;
    const proof =
      sensitive && this.#isCaller(userid)
        ? await this.proveMember(user, passwords.current)
        : undefined;
    await this.unlessTaken(changes, userid, async (db) => {
      // the password may have been changed while it was verified
      if (proof && !(await holdPassword(db, proof))) throw new ApiError('badpassword');
      await updateUser(db, userid, await this.#confirmed(db, user, changes));
      await saveFieldValues(db, userid, fields);
      if (sensitive) await deleteActivations(db, userid, 'password');
      if (stored === undefined) return;
      await updatePassword(db, userid, stored, this.ctx.now);
      await deleteSessionsOfUser(db, userid, this.ctx.session?.apiaccesstoken ?? '');
    });
  }

  /** A new address that its owner must confirm first is kept with the code. */
  async #confirmed(db: Db, user: UserRow, changes: UserChanges): Promise<UserChanges> {
    const { board, permissions } = this.ctx;
    const { email } = changes;
    if (email === undefined || board.options.verifyemail === 0 || permissions.isAdministrator)
      return changes;
    await this.#sendCode(db, 'email', { ...user, email });
    const kept = Object.entries(changes).filter(([name]) => !name.startsWith('email'));
    return Object.fromEntries(kept);
  }

  async #hash(password: string): Promise<StoredPassword | undefined> {
    if (password === '') return undefined;
    return hashPassword(newPasswordSum(password, this.ctx.board.options.minpasswordlength));
  }

  /** The member's credentials. @throws ApiError `badpassword`, `strikes` */
  protected async proveMember({ username }: UserRow, password: string): Promise<Credentials> {
    if (password === '') throw new ApiError('badpassword');
    const md5passwords = candidates({ password });
    const { member } = await authenticate(this.ctx, usernameKey(username), md5passwords);
    if (member === undefined) throw new ApiError('badpassword');
    return member;
  }

  #isCaller(userid: number): boolean {
    return userid === this.ctx.user.userid;
  }
}
