import type { ErrorArgument } from '../errors.ts';

/** The board options that say how long a username is. */
export interface UsernameLimits {
  readonly minuserlength: number;
  readonly maxuserlength: number;
}

/** A broken rule: the error id, with its arguments. */
export type UsernameFault = readonly [
  id: 'usernametooshort' | 'usernametoolong' | 'usernameinvalid',
  ...args: ErrorArgument[],
];

const KEY_LENGTH = 191;

/**
 * Characters that cannot be seen, turn the direction of the text, separate names in a list, or are markup where a
 * client shows a name as HTML.
 */
const forbidden =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800;,<>"]/u;

const invisible = /[\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** Cyrillic and Greek letters that look like a Latin one, small or capital, by their small form. */
const lookAlikes: ReadonlyMap<string, string> = new Map([
  ...pairs('авсԁеһніјкӏморԛѕтуԝх', 'abcdehhijklmopqstywx'),
  ...pairs('αβεζηικμνορτυχ', 'abezhikmvoptyx'),
]);

/** Names that the board itself signs with. */
const reserved: ReadonlySet<string> = new Set(
  ['Guest', 'Guests', 'Unregistered', 'Anonymous', 'System'].map(usernameKey),
);

function pairs(letters: string, latin: string): [string, string][] {
  return Array.from(letters, (letter, index) => [letter, latin.charAt(index)]);
}

/**
 * The key under which a username is unique: names that differ only in case, width, compatibility forms, blanks,
 * invisible characters or letters that look alike share it. At most 191 characters.
 */
export function usernameKey(username: string): string {
  const folded = username
    .normalize('NFKD')
    .replace(invisible, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .toUpperCase() // `ß` and `SS` are one; small letters alone would keep them apart
    .toLowerCase();
  const latin = Array.from(folded, (letter) => lookAlikes.get(letter) ?? letter).join('');
  const key = latin.normalize('NFKC').replace(/ +/g, ' ').trim();
  return Array.from(key).slice(0, KEY_LENGTH).join('').trimEnd();
}

/** A username as it is kept: composed, without blanks around it, and with single ones inside. */
export function tidyUsername(username: string): string {
  return username.normalize('NFC').trim().replace(/ +/g, ' ');
}

/** Says which rule a (tidy) username breaks; undefined when it may be used. */
export function checkUsernameText(
  username: string,
  { minuserlength, maxuserlength }: UsernameLimits,
): UsernameFault | undefined {
  const { length } = Array.from(username);
  if (length < minuserlength) return ['usernametooshort', minuserlength];
  if (length > maxuserlength) return ['usernametoolong', maxuserlength];
  const key = usernameKey(username);
  if (key === '' || reserved.has(key) || forbidden.test(username)) return ['usernameinvalid'];
  return undefined;
}
