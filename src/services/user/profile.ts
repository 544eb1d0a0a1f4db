import { ApiError } from '../../errors.ts';
import {
  fieldName,
  type FieldValues,
  findFieldValues,
  listProfileFields,
  type ProfileField,
} from '../../library/user/profilefield.ts';
import { listSessions, type SessionTrace } from '../../library/access/session.ts';
import { findSignature } from '../../library/user/signature.ts';
import { findIpAddress, findUser, updateUser, type UserRow } from '../../library/user/user.ts';
import { clockOffset, userOptions } from '../../library/user/useroption.ts';
import {
  countIgnored,
  deleteIgnored,
  findIgnored,
  insertIgnored,
  listIgnored,
  type Related,
} from '../../library/user/userlist.ts';
import { type Success, type UserRecord, userRecord } from '../../shapes/user.ts';
import type { Int, Uint } from '../../protocol/types.ts';
import { rightsOf } from '../../rules/members/banning.ts';
import { Service } from '../service.ts';
import { manages, requireRight } from '../../rules/rights/standing.ts';

/** A member's public profile; of oneself, and for administrators, with what is hidden from others. */
export interface ProfileInfo extends UserRecord {
  /** As safe HTML. */
  readonly signature: string;
  readonly profilefields: readonly ProfileFieldValue[];
  /** 1 when the caller ignores the member. */
  readonly isignored: number;
}

export interface ProfileFieldValue {
  readonly fieldname: string;
  readonly title: string;
  readonly value: string;
}

/** What a page of account settings shows. */
export interface UserSettings {
  readonly user: UserRecord;
  /** Switches by name: 0 or 1. */
  readonly options: ReadonlyMap<string, number>;
  /** Values of the custom profile fields by name: field1, field2, … */
  readonly userfield: ReadonlyMap<string, string>;
  /** BBCode. */
  readonly signature: string;
  readonly ignored: readonly Related[];
}

/** All that the board keeps about a member, but for his posts and messages: each value by its name. */
export interface PersonalData extends Omit<UserRecord, 'options'>, Omit<UserSettings, 'user'> {
  /** The address from which he registered. */
  readonly ipaddress: string;
  readonly sessions: readonly SessionTrace[];
}

const STATUS_LENGTH = 250;

/** Profiles, and whom a member ignores. */
export class UserProfileService extends Service {
  /**
   * Reads a member's profile.
   * @param userid false for the caller
   * @throws not_logged_no_permission when a guest names nobody, or guests may not see members
   * @throws no_permission when the caller's usergroup may not see members
   * @throws invalid_user_specified when there is no such member
   * @readonly
   * @example userid=2
   */
  async fetchProfileInfo(userid: Uint | false = false): Promise<ProfileInfo> {
    const { db, user } = this.ctx;
    if (userid === false) this.requireMember();
    const row = await this.#member(userid === false ? user.userid : userid);
    if (row.userid !== user.userid) requireRight(this.ctx, 'canviewmembers');
    const shown = (await listProfileFields(db)).filter(
      (field) => field.hidden === 0 || manages(this.ctx, row.userid),
    );
    const values = await findFieldValues(db, row.userid);
    return {
      ...userRecord(row, this.ctx),
      signature: (await findSignature(db, row.userid))?.signaturehtml ?? '',
      profilefields: valuesOf(shown, values),
      isignored: (await findIgnored(db, user.userid, [row.userid])).size,
    };
  }

  /**
   * The titles of the custom profile fields that everybody may see.
   * @returns titles by the field's name: field1, field2, …
   * @readonly
   */
  async fetchUserProfileFields(): Promise<ReadonlyMap<string, string>> {
    const fields = await listProfileFields(this.ctx.db);
    return new Map(
      fields.filter(({ hidden }) => hidden === 0).map((field) => [fieldName(field), field.title]),
    );
  }

  /**
   * What a page of account settings shows: the caller's own, or anybody's for administrators.
   * @param userid false for the caller
   * @throws not_logged_no_permission when a guest asks
   * @throws no_permission when a member asks for another's
   * @throws invalid_user_specified when there is no such member
   * @readonly
   * @example userid=3
   */
  async fetchUserSettings(userid: Uint | false = false): Promise<UserSettings> {
    return this.#settings(await this.#managed(userid === false ? 0 : userid));
  }

  /**
   * All that the board keeps about the caller, or for administrators about anybody, but for posts and messages.
   * @param userid 0 for the caller
   * @throws not_logged_no_permission when a guest asks
   * @throws no_permission when a member asks for another's
   * @throws invalid_user_specified when there is no such member
   * @readonly
   * @example userid=3
   */
  async getPersonalData(userid: Uint = 0): Promise<PersonalData> {
    const row = await this.#managed(userid);
    const { db, now } = this.ctx;
    const { user, ...settings } = await this.#settings(row);
    return {
      ...user,
      ...settings,
      ipaddress: await findIpAddress(db, row.userid),
      sessions: await listSessions(db, row.userid, now),
    };
  }

  /**
   * Sets the line that stands beside a member's name: the own one, or anybody's for administrators.
   * @param userid 0 for the caller
   * @param status plain text, at most 250 characters; empty for none
   * @returns the new text
   * @throws not_logged_no_permission when a guest asks
   * @throws no_permission when a member may not change his profile, or changes another's
   * @throws invalid_user_specified when there is no such member
   * @throws invalid_data when the text is too long
   * @example userid=3&status=Travelling
   */
  async updateStatus(userid: Uint, status: string): Promise<string> {
    const row = await this.#managed(userid);
    requireRight(this.ctx, 'canmodifyprofile');
    const text = status.replace(/[\s\p{Cc}]+/gu, ' ').trim();
    if (Array.from(text).length > STATUS_LENGTH)
      throw new ApiError('invalid_data', `status: it has at most ${STATUS_LENGTH} characters`);
    await updateUser(this.ctx.db, row.userid, { status: text });
    return text;
  }

  /**
   * How far a member's clock is from UTC: the caller's own, or anybody's for administrators.
   * @param userid false for the caller; a guest's clock is at UTC
   * @param ignoreDST true to leave the hour of daylight saving time out, which the member has switched on
   * @returns seconds
   * @throws not_logged_no_permission when a guest asks for a member's
   * @throws no_permission when a member asks for another's
   * @throws invalid_user_specified when there is no such member
   * @readonly
   */
  async fetchTimeOffset(userid: Uint | false = false, ignoreDST = false): Promise<Int> {
    if (userid === false && this.ctx.user.userid === 0) return 0;
    const user = await this.#managed(userid === false ? 0 : userid);
    return clockOffset(ignoreDST ? { ...user, options: 0 } : user);
  }

  /**
   * Notes that the caller agrees to the privacy statement.
   * @throws not_logged_no_permission when a guest agrees
   */
  async setCurrentUserPrivacyConsent(): Promise<Success> {
    this.requireMember();
    await updateUser(this.ctx.db, this.ctx.user.userid, { privacyconsent: 1 });
    return { success: true };
  }

  /**
   * Ignores a member, or no longer. Full content that he wrote is marked with `ignored` 1 for the caller.
   * @param add false to end it
   * @returns true
   * @throws not_logged_no_permission when a guest ignores
   * @throws invalid_user_specified when there is no such member, or it is the caller
   * @throws cannot_ignore_staff when the member's level as staff is higher than the caller's
   * @throws ignorelist_full when the caller ignores as many as the option `maxignored` allows (that many)
   * @example userid=4
   */
  async ignoreUser(userid: Uint, add = true): Promise<boolean> {
    this.requireMember();
    const { board, db, permissions, user } = this.ctx;
    if (!add) {
      await deleteIgnored(db, user.userid, userid);
      return true;
    }
    const row = await this.#member(userid);
    if (row.userid === user.userid) throw new ApiError('invalid_user_specified');
    if (rightsOf(this.ctx, row).rank > permissions.rank) throw new ApiError('cannot_ignore_staff');
    const { maxignored } = board.options;
    if ((await countIgnored(db, user.userid)) >= maxignored)
      throw new ApiError('ignorelist_full', maxignored);
    await insertIgnored(db, user.userid, userid);
    return true;
  }

  /**
   * Whether the caller ignores a member.
   * @param nocache has no effect: the answer is never out of date
   * @readonly
   * @example userid=2
   */
  async isIgnoringUser(userid: Uint, nocache = false): Promise<boolean> {
    return (await findIgnored(this.ctx.db, this.ctx.user.userid, [userid])).size > 0;
  }

  async #settings(row: UserRow): Promise<UserSettings> {
    const { db } = this.ctx;
    const fields = await listProfileFields(db);
    const values = await findFieldValues(db, row.userid);
    return {
      user: userRecord(row, this.ctx),
      options: new Map(
        Object.entries(userOptions).map(([name, bit]) => [name, (row.options & bit) === 0 ? 0 : 1]),
      ),
      userfield: new Map(
        fields.map((field) => [fieldName(field), values.get(field.profilefieldid) ?? '']),
      ),
      signature: (await findSignature(db, row.userid))?.signature ?? '',
      ignored: await listIgnored(db, row.userid),
    };
  }

  /** The caller (0), or for administrators any member. */
  async #managed(userid: number): Promise<UserRow> {
    const wanted = userid === 0 ? this.ctx.user.userid : userid;
    if (wanted === 0 || !manages(this.ctx, wanted)) throw this.refusal();
    return this.#member(wanted);
  }

  async #member(userid: number): Promise<UserRow> {
    const row = await findUser(this.ctx.db, userid);
    if (row === undefined) throw new ApiError('invalid_user_specified');
    return row;
  }
}

function valuesOf(fields: readonly ProfileField[], values: FieldValues): ProfileFieldValue[] {
  return fields.flatMap((field) => {
    const value = values.get(field.profilefieldid) ?? '';
    return value === '' ? [] : [{ fieldname: fieldName(field), title: field.title, value }];
  });
}
