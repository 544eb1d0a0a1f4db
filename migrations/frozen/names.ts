import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { foldText } from './words.ts';

// As they were when 0040 was written: a migration does what it did, whatever has changed since.

const KEY_LENGTH = 191;

const invisible = /[\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** Keyboards of phones put them in place of the straight one by themselves. */
const apostrophes = /[\u2018\u2019\u201b\u02bc\u02bb\u0060\u00b4\u2032]/g;

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

/**
 * What names look like, so that nobody takes a name that readers would take for another's. It follows the skeletons of
 * Unicode's UTS #39, whose data come from the package `unhomoglyph`.
 */
const prototypes: ReadonlyMap<string, string> = new Map(
  Object.entries(
    createRequire(import.meta.url)('unhomoglyph/data.json') as Readonly<Record<string, string>>,
  ),
);

/** UTS #39 keeps Latin's small capitals (by its prototypes for them) apart from the letters; names do not. */
const smallCapitals: ReadonlyMap<string, string> = new Map(
  [
    'ᴀa',
    'ʙb',
    'ᴅd',
    'ᴇe',
    'ꜰf',
    'ɢg',
    'ʜh',
    'ᴊj',
    'ĸk',
    'ʟl',
    'ʍrn',
    'ɴn',
    'ᴘp',
    'ꞯq',
    'ʀr',
    'ᴛt',
  ].map((pair) => [pair.charAt(0), pair.slice(1)] as const),
);

const LOOK_LENGTH = 191;

/**
 * What a name looks like in small letters, and as it is written: `ALICE` looks like `alice` by the first, `aIice` by
 * the second. Two names that share one of them look alike.
 */
export function looksOf(username: string): string[] {
  const written = username.normalize('NFKC').trim();
  const looks = [skeleton(usernameKey(username)), skeleton(skeleton(written).toLowerCase())];
  return [...new Set(looks.map(fitting))];
}

/** One text for all that look the same; for comparing, not for showing. */
function skeleton(text: string): string {
  const replaced = Array.from(text.normalize('NFD'), prototypeOf).join('');
  return replaced.normalize('NFD');
}

function prototypeOf(character: string): string {
  const prototype = prototypes.get(character) ?? character;
  return smallCapitals.get(prototype) ?? prototype;
}

function fitting(look: string): string {
  return look.length <= LOOK_LENGTH ? look : createHash('sha256').update(look).digest('hex');
}
