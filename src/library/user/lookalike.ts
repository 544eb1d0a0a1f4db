import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { usernameKey } from './username.ts';

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
