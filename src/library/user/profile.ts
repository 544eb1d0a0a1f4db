import { ApiError } from '../../errors.ts';
import type { Int, Struct, Uint } from '../../protocol/types.ts';
import { asciiEmail, emailKey, isEmail } from '../../email.ts';
import { isBirthday } from './birthday.ts';
import { composed, isMd5, md5 } from './password.ts';
import { languages } from '../board/phrase.ts';
import { type UserChanges, type UserRow } from './user.ts';
import { userOptions } from './useroption.ts';
import { refusalOfUsername, tidyUsername, type UsernameLimits } from './username.ts';

/** What a form says of a member; what is left out stays as it is. */
export interface ProfileData {
  readonly username?: string;
  readonly email?: string;
  readonly usertitle?: string;
  readonly birthday?: string;
  readonly showbirthday?: Uint;
  readonly timezoneoffset?: string;
  readonly privacyconsent?: Int;
  readonly languageid?: Uint;
  readonly styleid?: Uint;
  readonly usergroupid?: Uint;
  readonly displaygroupid?: Uint;
  readonly membergroupids?: readonly Uint[];
}

interface Format {
  readonly form: RegExp;
  /** What the value must be, for whoever sent another. */
  readonly must: string;
}

const languageids = [0, ...languages.map(({ languageid }) => languageid)];
const anId = 'it must be an id, or 0';

/** Columns that are taken as they come once they have this form. */
const formats = {
  usertitle: {
    form: /^[^\p{Cc}\u202a-\u202e\u2066-\u2069]{0,250}$/u,
    must: 'it has at most 250 characters, and no control characters',
  },
  birthday: {
    form: /^((0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])-\d{4})?$/,
    must: 'it must be MM-DD-YYYY, or empty',
  },
  showbirthday: { form: /^[012]$/, must: 'it must be 0, 1 or 2' },
  timezoneoffset: {
    form: /^(-?(\d|1[01])(\.\d{1,2})?|-12|1[23](\.\d{1,2})?|14)$/,
    must: 'it must be hours from -12 to 14, such as -3.5',
  },
  privacyconsent: { form: /^(-1|0|1)$/, must: 'it must be -1, 0 or 1' },
  languageid: {
    form: new RegExp(`^(${languageids.join('|')})$`),
    must: `it must be one of ${languageids.join(', ')}`,
  },
  styleid: { form: /^\d+$/, must: anId },
  usergroupid: { form: /^[1-9]\d*$/, must: 'it must be the id of a usergroup' },
  displaygroupid: { form: /^\d+$/, must: anId },
  membergroupids: { form: /^(\d+(,\d+)*)?$/, must: 'it must be a list of ids' },
} as const satisfies Partial<Record<keyof ProfileData, Format>>;

const MEMBERGROUPS_LENGTH = 250;

/**
 * The columns in which the form differs from the member, or a new one from what he begins with.
 * @param now Unix seconds
 * @throws ApiError `invalid_data` (the field and what it must be), or what {@link usableName} and {@link emailColumns} throw
 */
export function profileChanges(
  data: ProfileData,
  limits: UsernameLimits,
  current: Partial<UserRow>,
  now: number,
): UserChanges {
  const { username, email, membergroupids, ...others } = data;
  const groups = membergroupids && { membergroupids: [...new Set(membergroupids)].join(',') };
  const plain = differing({ ...others, ...groups }, current);
  for (const [name, { form, must }] of Object.entries(formats)) {
    const value = plain[name];
    if (value !== undefined && !form.test(String(value)))
      throw new ApiError('invalid_data', `user[${name}]: ${must}`);
  }
  const { birthday = '' } = plain;
  if (birthday !== '' && !isBirthday(String(birthday), now))
    throw new ApiError(
      'invalid_data',
      'user[birthday]: there is no such day, or it is yet to come',
    );
  if ((groups?.membergroupids.length ?? 0) > MEMBERGROUPS_LENGTH) {
    throw new ApiError('invalid_data', 'user[membergroupids]: they are too many');
  }
  return {
    ...plain,
    ...(username !== undefined &&
      tidyUsername(username) !== current.username && { username: usableName(username, limits) }),
    ...(email !== undefined && asciiEmail(email) !== current.email && emailColumns(email)),
  };
}

function differing(
  given: Readonly<Record<string, string | number>>,
  current: Partial<UserRow>,
): Readonly<Record<string, string | number>> {
  const now: Readonly<Record<string, unknown>> = { ...current };
  const known = Object.entries(given).filter(([name]) => Object.hasOwn(formats, name));
  const changed = known.filter(([name, value]) => now[name] !== value);
  return Object.fromEntries(changed.filter(([name, value]) => !isShown(name, value, current)));
}

/** Records tell the primary usergroup where no other is shown; clients send back what they have read. */
function isShown(name: string, value: unknown, current: Partial<UserRow>): boolean {
  const { displaygroupid = 0, usergroupid } = current;
  return name === 'displaygroupid' && displaygroupid === 0 && value === usergroupid;
}

/** The name as it is kept. @throws ApiError `usernametooshort`, `usernametoolong`, `usernameinvalid` */
export function usableName(username: string, limits: UsernameLimits): string {
  const tidy = tidyUsername(username);
  const refusal = refusalOfUsername(tidy, limits);
  if (refusal !== undefined) throw refusal;
  return tidy;
}

/** @throws ApiError `invalidemail` */
export function emailColumns(email: string): Required<Pick<UserChanges, 'email' | 'emailkey'>> {
  const ascii = asciiEmail(email);
  if (!isEmail(ascii)) throw new ApiError('invalidemail');
  return { email: ascii, emailkey: emailKey(ascii) };
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
  return md5(composed(password));
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
