import { randomBytes } from 'node:crypto';
import type { Db } from '../../db/db.ts';
import { LONGEST_TAG } from '../social/tag-text.ts';
import { LONGEST_TITLE } from '../text/title.ts';
import { languages } from './phrase.ts';

/** What a board option may be. */
type Range =
  /** From `least` to `most`, both included: of a number itself, of a text its characters. */
  | { readonly least: number; readonly most: number }
  | { readonly values: readonly (string | number)[]; readonly several?: boolean };

/** A board option: its default, what it may be, and whether every client may read it. */
interface OptionSpec<T extends string | number = string | number> {
  readonly default: T;
  readonly range: Range;
  readonly public: boolean;
  /** A sentence. */
  readonly about: string;
}

type Bounds = readonly [least: number, most: number];

function whole(
  value: number,
  [least, most]: Bounds,
  about: string,
  isPublic = true,
): OptionSpec<number> {
  return { default: value, range: { least, most }, public: isPublic, about };
}

function flag(value: 0 | 1, about: string, isPublic = true): OptionSpec<number> {
  return { default: value, range: { values: [0, 1] }, public: isPublic, about };
}

function text(
  value: string,
  [least, most]: Bounds,
  about: string,
  isPublic = true,
): OptionSpec<string> {
  return { default: value, range: { least, most }, public: isPublic, about };
}

/** One of some words. */
function word(value: string, values: readonly string[], about: string): OptionSpec<string> {
  return { default: value, range: { values }, public: true, about };
}

/** Some of some words, with commas between. */
function words(value: string, values: readonly string[], about: string): OptionSpec<string> {
  return { default: value, range: { values, several: true }, public: true, about };
}

const DAY = 86_400;
const A_CENTURY = 36_500;
/** The longest post that the search finds whole. */
const LONGEST_POST = 400_000;
/** Of a column. */
const LONGEST_TEXT = 65_535;
const LARGEST_FILE = 2 ** 40;

/** Every option that Signpost reads, by vBulletin's name where there is one. The table `options` keeps what differs. */
export const optionTable = {
  bbtitle: text('Signpost', [1, 250], 'The name of the board.'),
  description: text('', [0, 1000], 'What the board is about.'),
  appurl: text(
    '',
    [0, 2000],
    'The link that opens a page in the app, as in `myapp://open?url={url}` or `https://go.example.org/{path}`: `{url}` is the page’s address, percent-encoded, `{path}` what follows its host. Empty: pages have no such link.',
  ),
  bbactive: flag(1, '0 closes the board to all but administrators.'),
  bbclosedreason: text(
    'The board is closed for maintenance.',
    [0, 10_000],
    'What a closed board tells.',
  ),
  enableapi: flag(1, '0 switches the API off.', false),
  banip: text(
    '',
    [0, LONGEST_TEXT],
    'Addresses, and networks as CIDR, with blanks between, from which nobody may use an API key or token.',
    false,
  ),
  apikey: text(
    '',
    [0, LONGEST_TEXT],
    'The key that ends the sum of every request signature.',
    false,
  ),
  allowregistration: flag(1, '0 takes no new members.'),
  verifyemail: flag(0, '1: a new address counts only once its owner has confirmed it.'),
  moderatenewmembers: flag(0, '1: new members wait for an administrator.'),
  usecoppa: whole(
    0,
    [0, 2],
    'Children under 13: 0 register like others, 1 wait for an administrator, 2 cannot register.',
  ),
  hv_type: word(
    'Disabled',
    ['Disabled', 'Image', 'Question'],
    'Human verification of guests: Disabled, Image (a code in a picture) or Question.',
  ),
  hvcheck: words(
    '',
    ['register', 'lostpw', 'post', 'search', 'contactus'],
    'What guests cannot do without human verification: register, lostpw, with commas between.',
  ),
  hvquestions: text(
    '',
    [0, 10_000],
    'Questions of human verification: a line each, `question | answer | another answer`.',
    false,
  ),
  enablemfa: flag(1, '1: members may protect their account with authentication codes.'),
  languageid: whole(
    1,
    [1, languages.length],
    'The language of guests, and of members who have chosen none.',
  ),
  minuserlength: whole(3, [1, 100], 'The shortest username, in characters.'),
  maxuserlength: whole(25, [1, 100], 'The longest username, in characters.'),
  illegalusernames: text(
    'administrator admin moderator mod support system staff webmaster',
    [0, 10_000],
    'Words, with blanks between, that only administrators use in usernames and titles.',
    false,
  ),
  formernamedays: whole(
    365,
    [0, A_CENTURY],
    'Days for which nobody else gets the former name of a member.',
  ),
  minpasswordlength: whole(8, [1, 100], 'The shortest password, in characters.'),
  floodchecktime: whole(15, [0, DAY], 'Seconds between two posts of a member; 0 for no limit.'),
  duplicatechecktime: whole(
    300,
    [0, DAY],
    'Seconds in which the same text is not taken twice; 0 for no check.',
  ),
  titlemaxchars: whole(250, [1, LONGEST_TITLE], 'The longest title, in characters.'),
  postmaxchars: whole(50000, [1, LONGEST_POST], 'The longest post, in characters.'),
  enablepms: flag(1, '0 takes no new private messages.'),
  pmquota: whole(500, [0, 100_000], 'How many private messages a member may keep; 0 for no limit.'),
  pmmaxrecipients: whole(20, [1, 1000], 'To how many members a private message goes at most.'),
  pmmaxfolders: whole(50, [0, 1000], 'How many folders of his own a member may have.'),
  enablevms: flag(1, '0 takes no new messages on members’ profiles.'),
  vmmaxchars: whole(1000, [1, LONGEST_POST], 'The longest message on a profile, in characters.'),
  reportmaxchars: whole(2000, [1, LONGEST_POST], 'The longest reason of a report, in characters.'),
  rpemail: whole(
    0,
    [0, 2],
    'Who gets a mail for each report: 0 nobody, 1 the moderators of the channel, 2 super moderators and administrators, too.',
    false,
  ),
  maxedithistory: whole(
    20,
    [0, 1000],
    'How many versions of a post are kept beside the first; 0 for none.',
  ),
  cookietimeout: whole(
    900,
    [60, DAY],
    'Seconds after its last call for which a session counts as online.',
  ),
  maxtags: whole(10, [0, 20], 'The most tags of a topic.'),
  maxstartertags: whole(10, [0, 20], 'The most tags that its author gives a topic.'),
  maxothertags: whole(3, [0, 20], 'The most tags that another member gives a topic.'),
  tagminlen: whole(2, [1, LONGEST_TAG], 'The shortest tag, in characters.'),
  tagmaxlen: whole(40, [1, LONGEST_TAG], 'The longest tag, in characters.'),
  maxignored: whole(500, [0, 10_000], 'The most members that a member may ignore.'),
  sigmaxchars: whole(500, [0, 50_000], 'The longest signature, in characters.'),
  sigmaximages: whole(1, [0, 100], 'The most images in a signature.'),
  maxpolloptions: whole(20, [2, 100], 'The most options of a poll.'),
  maxvideos: whole(10, [0, 100], 'The most videos of a post.'),
  attachmaxbytes: whole(
    26214400,
    [1, LARGEST_FILE],
    'The largest upload, in bytes; MAX_FILE_BYTES limits it, too.',
  ),
  attachquota: whole(
    104857600,
    [0, LARGEST_FILE],
    'Bytes that the uploads of a member may have; 0 for no limit.',
  ),
  attachstripmetadata: flag(
    1,
    '1 takes place, time and camera out of pictures as they are uploaded; 0 keeps files as they are.',
  ),
  attachlimit: whole(20, [0, 1000], 'The most attachments of a post.'),
  albumlimit: whole(60, [0, 1000], 'The most pictures of an album.'),
  avatarmaxbytes: whole(
    4194304,
    [1, LARGEST_FILE],
    'The largest picture taken for an avatar, in bytes.',
  ),
  avatarmaxdimension: whole(200, [16, 1000], 'The side of an avatar, in pixels.'),
  filesecret: text('', [0, LONGEST_TEXT], 'The key that signs the URLs of files.', false),
  maxperpage: whole(100, [1, 1000], 'The most items on a page of a list.'),
  maxresults: whole(1000, [1, 10_000], 'The most results that a search keeps.'),
  markinglimit: whole(10, [1, A_CENTURY], 'Days after which what nobody has read counts as read.'),
  topicage: whole(30, [1, A_CENTURY], 'Days that the search date `topicAge` goes back.'),
  channelage: whole(365, [1, A_CENTURY], 'Days that the search date `channelAge` goes back.'),
} as const satisfies Readonly<Record<string, OptionSpec>>;

export type OptionName = keyof typeof optionTable;
export type Options = { readonly [K in OptionName]: (typeof optionTable)[K]['default'] };

/** Options of which the first is not to be larger than the second. */
const inOrder: readonly (readonly [OptionName, OptionName])[] = [
  ['minuserlength', 'maxuserlength'],
  ['tagminlen', 'tagmaxlen'],
];

/** An option whose kept value does not count. */
interface Fault {
  readonly names: readonly OptionName[];
  /** For the operator, with what counts instead; never with a text that is kept. */
  readonly warning: string;
}

/** Reads all options: what the table keeps, else, or where that is out of its range, the default. */
export async function readOptions(db: Db): Promise<Options> {
  return (await readChecked(db)).options;
}

/** What the table keeps that does not count, a sentence for each option. */
export async function optionWarnings(db: Db): Promise<readonly string[]> {
  return (await readChecked(db)).faults.map(({ warning }) => warning);
}

interface Checked {
  readonly options: Options;
  readonly faults: readonly Fault[];
}

async function readChecked(db: Db): Promise<Checked> {
  const rows = await db.all<{ varname: string; value: string }>(
    'select varname, value from options',
  );
  const kept = new Map(rows.map((row) => [row.varname, row.value]));
  const faults = (Object.keys(optionTable) as OptionName[]).flatMap((name) => {
    const value = kept.get(name);
    return value === undefined || optionValue(name, value) !== undefined
      ? []
      : [misfit(name, value)];
  });
  const options = merged(kept, faults);
  const turned = inOrder
    .filter(([low, high]) => options[low] > options[high])
    .map(([low, high]) => contradiction(low, high));
  return { options: merged(kept, [...faults, ...turned]), faults: [...faults, ...turned] };
}

/** What is kept, but for the options with faults. */
function merged(kept: ReadonlyMap<string, string>, faults: readonly Fault[]): Options {
  const wrong = new Set(faults.flatMap(({ names }) => names));
  const entries = (Object.keys(optionTable) as OptionName[]).map((name) => {
    const value = kept.get(name);
    if (value === undefined) return [name, optionTable[name].default];
    return [name, wrong.has(name) ? valueInstead(name, value) : optionValue(name, value)];
  });
  return Object.fromEntries(entries) as Options;
}

/** What counts for a value that is wrong: of several words those that are known, so that no guard falls with a typo. */
function valueInstead(name: OptionName, written: string): string | number {
  const { default: usual, range }: OptionSpec = optionTable[name];
  if (!('several' in range)) return usual;
  return wordsIn(written)
    .filter((word) => range.values.includes(word))
    .join(',');
}

function misfit(name: OptionName, written: string): Fault {
  const instead = JSON.stringify(valueInstead(name, written));
  const what = 'several' in optionTable[name].range ? 'what is known of it' : 'its default';
  const warning = `the option ${name} must be ${rangeOf(name)}: ${what}, ${instead}, counts`;
  return { names: [name], warning };
}

function contradiction(low: OptionName, high: OptionName): Fault {
  const usual = [low, high].map((name) => optionTable[name].default).join(' and ');
  const warning = `the option ${low} is larger than ${high}: their defaults ${usual} count`;
  return { names: [low, high], warning };
}

/** What a text says as an option's value; undefined when it is out of the option's range. */
export function optionValue(name: OptionName, written: string): string | number | undefined {
  const { default: usual, range }: OptionSpec = optionTable[name];
  if (typeof usual === 'string') return hasText(range, written) ? written : undefined;
  const value = /^-?\d{1,15}$/.test(written) ? Number(written) : undefined;
  return value !== undefined && hasNumber(range, value) ? value : undefined;
}

function hasNumber(range: Range, value: number): boolean {
  if ('values' in range) return range.values.includes(value);
  return value >= range.least && value <= range.most;
}

function hasText(range: Range, value: string): boolean {
  if (!('values' in range)) return hasNumber(range, Array.from(value).length);
  const parts = range.several === true ? wordsIn(value) : [value];
  return (
    (range.several === true && value.trim() === '') ||
    parts.every((part) => range.values.includes(part))
  );
}

function wordsIn(value: string): string[] {
  return value.split(',').map((word) => word.trim());
}

/** An option's range in words. */
export function rangeOf(name: OptionName): string {
  const { default: usual, range }: OptionSpec = optionTable[name];
  if ('values' in range) {
    const all = `${range.values.slice(0, -1).join(', ')} or ${range.values.at(-1)}`;
    return range.several === true ? `some of ${range.values.join(', ')}` : all;
  }
  const { least, most } = range;
  if (typeof usual === 'number') return `a number from ${least} to ${most}`;
  return least === 0
    ? `a text of at most ${most} characters`
    : `a text of ${least} to ${most} characters`;
}

/** Keeps the option's value. */
export async function writeOption(db: Db, name: OptionName, value: string | number): Promise<void> {
  const row = { varname: name, value: String(value) };
  await db.run(db.knex('options').insert(row).onConflict('varname').merge());
}

/** Makes up the key of file URLs where there is none; of two processes the first one's stays. */
export async function ensureFileSecret(db: Db): Promise<void> {
  const row = { varname: 'filesecret', value: randomBytes(32).toString('hex') };
  await db.run(db.knex('options').insert(row).onConflict('varname').ignore());
}
