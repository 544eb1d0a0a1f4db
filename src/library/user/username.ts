import { ApiError } from '../../errors.ts';
import { foldText } from '../text/words.ts';
import { COMMA_OR_SEMICOLON } from '../text/separators.ts';

/** The board options that say how long a username is. */
export interface UsernameLimits {
  readonly minuserlength: number;
  readonly maxuserlength: number;
}

/** A username with the columns that are worked out from it. */
export interface UsernameColumns {
  readonly username: string;
  /** A login finds the member by it. */
  readonly usernamekey: string;
  /** Lists are sorted and searched by it. */
  readonly usernamefold: string;
  readonly displayname: string;
}

const KEY_LENGTH = 191;

/**
 * Characters that cannot be seen, turn the direction of the text, or are markup where a client shows a name as HTML.
 * Those that separate names in a list are none of a name's either.
 */
const forbidden =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800<>"]/u;

const invisible = /[\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** Keyboards of phones put them in place of the straight one by themselves. */
const apostrophes = /[\u2018\u2019\u201b\u02bc\u02bb\u0060\u00b4\u2032]/g;

/** Names that the board itself signs with. */
const ownNames: ReadonlySet<string> = new Set(
  ['Guest', 'Guests', 'Unregistered', 'Anonymous', 'System'].map(usernameKey),
);

/**
 * The key under which a username is unique and by which a login finds it: names that differ only in case, width,
 * compatibility forms, blanks, invisible characters or the form of an apostrophe share it. At most 191 characters.
 */
export function usernameKey(username: string): string {
  const folded = username
    .replace(apostrophes, "'") // before NFKD, which makes a blank and an accent of some
    .normalize('NFKD')
    .replace(invisible, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .toUpperCase() // `ß` and `SS` are one; small letters alone would keep them apart
    .toLowerCase()
    .replace(/i\u0307/g, 'i'); // the Turkish `İ` is the capital of `i`, as `I` is that of `ı`
  const key = folded.normalize('NFKC').replace(/ +/g, ' ').trim();
  return Array.from(key).slice(0, KEY_LENGTH).join('').trimEnd();
}

/** A name, or the beginning of one, without case and accents: `Björn` and `bjorn` are one. */
export function usernameFold(username: string): string {
  const folded = foldText(username.replace(apostrophes, "'")).replace(/[\s\p{Cc}]+/gu, ' ');
  return Array.from(folded.trim()).slice(0, KEY_LENGTH).join('').trimEnd();
}

/** All columns of a username. */
export function usernameColumns(username: string): UsernameColumns {
  return {
    username,
    usernamekey: usernameKey(username),
    usernamefold: usernameFold(username),
    displayname: username,
  };
}

/** A username as it is kept: composed, without blanks around it, and with single ones inside. */
export function tidyUsername(username: string): string {
  return username.normalize('NFC').trim().replace(/ +/g, ' ');
}

/** The refusal of a (tidy) username that breaks a rule; undefined when it may be used. */
export function refusalOfUsername(
  username: string,
  { minuserlength, maxuserlength }: UsernameLimits,
): ApiError | undefined {
  const { length } = Array.from(username);
  if (length < minuserlength) return new ApiError('usernametooshort', minuserlength);
  if (length > maxuserlength) return new ApiError('usernametoolong', maxuserlength);
  const key = usernameKey(username);
  if (key === '' || ownNames.has(key)) return new ApiError('usernameinvalid');
  if (forbidden.test(username) || COMMA_OR_SEMICOLON.test(username))
    return new ApiError('usernameinvalid');
  return undefined;
}
