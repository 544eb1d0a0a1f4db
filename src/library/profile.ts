import { ApiError } from '../errors.ts';
import type { Int, Struct, Uint } from '../protocol/types.ts';
import { emailKey, isEmail } from './email.ts';
import { isMd5, md5 } from './password.ts';
import { type UserChanges, userOptions, type UserRow } from './user.ts';
import { checkUsernameText, tidyUsername, usernameKey, type UsernameLimits } from './username.ts';

/** What a form says of a member; what is left out stays as it is. */
export interface ProfileData {
  readonly username?: string;
  readonly email?: string;
  readonly usertitle?: string;
  readonly birthday?: string;
  readonly timezoneoffset?: string;
  readonly privacyconsent?: Int;
  readonly languageid?: Uint;
  readonly styleid?: Uint;
  readonly usergroupid?: Uint;
  readonly displaygroupid?: Uint;
  readonly membergroupids?: readonly Uint[];
}

/** Columns that are taken as they come once they have this form. */
const formats = {
  usertitle: /^[^\p{Cc}]{0,250}$/u,
  birthday: /^((0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])-\d{4})?$/,
  timezoneoffset: /^-?1?\d(\.\d{1,2})?$/,
  privacyconsent: /^(-1|0|1)$/,
  languageid: /^\d+$/,
  styleid: /^\d+$/,
  usergroupid: /^[1-9]\d*$/,
  displaygroupid: /^\d+$/,
  membergroupids: /^(\d+(,\d+)*)?$/,
} as const satisfies Partial<Record<keyof ProfileData, RegExp>>;

const MEMBERGROUPS_LENGTH = 250;

/**
 * The columns in which the form differs from the member, or a new one from what he begins with.
 * @throws ApiError `invalid_data` (the field), or what {@link nameColumns} and {@link emailColumns} throw
 */
export function profileChanges(
  data: ProfileData,
  limits: UsernameLimits,
  current: Partial<UserRow>,
): UserChanges {
  const { username, email, membergroupids, ...others } = data;
  const groups = membergroupids && { membergroupids: [...new Set(membergroupids)].join(',') };
  const plain = differing({ ...others, ...groups }, current);
  for (const [name, format] of Object.entries(formats)) {
    const value = plain[name];
    if (value !== undefined && !format.test(String(value)))
      throw new ApiError('invalid_data', name);
  }
  if ((groups?.membergroupids.length ?? 0) > MEMBERGROUPS_LENGTH) {
    throw new ApiError('invalid_data', 'membergroupids');
  }
  return {
    ...plain,
    ...(username !== undefined &&
      tidyUsername(username) !== current.username &&
      nameColumns(username, limits)),
    ...(email !== undefined && email.trim() !== current.email && emailColumns(email)),
  };
}

function differing(
  given: Readonly<Record<string, string | number>>,
  current: Partial<UserRow>,
): Readonly<Record<string, string | number>> {
  const now: Readonly<Record<string, unknown>> = { ...current };
  const known = Object.entries(given).filter(([name]) => Object.hasOwn(formats, name));
  return Object.fromEntries(known.filter(([name, value]) => now[name] !== value));
}

/** @throws ApiError `usernametooshort`, `usernametoolong`, `usernameinvalid` */
export function nameColumns(
  username: string,
  limits: UsernameLimits,
): Required<Pick<UserChanges, 'username' | 'usernamekey' | 'displayname'>> {
  const tidy = tidyUsername(username);
  const fault = checkUsernameText(tidy, limits);
  if (fault !== undefined) throw new ApiError(...fault);
  return { username: tidy, usernamekey: usernameKey(tidy), displayname: tidy };
}

/** @throws ApiError `invalidemail` */
export function emailColumns(email: string): Required<Pick<UserChanges, 'email' | 'emailkey'>> {
  const tidy = email.trim();
  if (!isEmail(tidy)) throw new ApiError('invalidemail');
  return { email: tidy, emailkey: emailKey(tidy) };
}

/**
 * The md5 sum of a new password. 32 hex digits are taken for the sum itself, which says nothing about the length.
 * @throws ApiError `passwordinvalid` (least characters)
 */
export function newPasswordSum(password: string, minpasswordlength: number): string {
  if (isMd5(password)) return password.toLowerCase();
  if (Array.from(password).length < minpasswordlength || password === '' || isSum(password)) {
    throw new ApiError('passwordinvalid', minpasswordlength);
  }
  return md5(password);
}

/** The sum of an empty password has the form of a sum, and is none that may be used. */
function isSum(password: string): boolean {
  return password.toLowerCase() === md5('');
}

/** The option bits with the switches that are named set or cleared. */
export function switchOptions(bits: number, switches: Struct): number {
  return Object.entries(userOptions).reduce((total, [name, bit]) => {
    const value = switches.get(name);
    if (typeof value !== 'string') return total;
    return /^(0|false|no|off)?$/i.test(value) ? total & ~bit : total | bit;
  }, bits);
}

/** True for a birthday (MM-DD-YYYY) less than thirteen years ago; false for none. @param now Unix seconds */
export function isUnderThirteen(birthday: string, now: number): boolean {
  const [, month, day, year] = /^(\d\d)-(\d\d)-(\d{4})$/.exec(birthday) ?? [];
  if (year === undefined) return false;
  return Date.UTC(Number(year) + 13, Number(month) - 1, Number(day)) > now * 1000;
}
