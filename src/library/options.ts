import { randomBytes } from 'node:crypto';
import type { Db } from '../db/db.ts';

/** A board option: its default, and whether every client may read it. */
interface OptionSpec<T extends string | number> {
  readonly default: T;
  readonly public: boolean;
  readonly about: string;
}

function option<T extends string | number>(
  value: T,
  about: string,
  isPublic = true,
): OptionSpec<T extends string ? string : number> {
  return { default: value, public: isPublic, about } as unknown as OptionSpec<
    T extends string ? string : number
  >;
}

/** Every option that Signpost reads, by vBulletin's name where there is one. The table `options` keeps what differs. */
export const optionTable = {
  bbtitle: option('Signpost', 'The name of the board.'),
  description: option('', 'What the board is about.'),
  bbactive: option(1, '0 closes the board to all but administrators.'),
  bbclosedreason: option('The board is closed for maintenance.', 'What a closed board tells.'),
  enableapi: option(1, '0 switches the API off.', false),
  apikey: option('', 'The key that ends the sum of every request signature.', false),
  allowregistration: option(1, '0 takes no new members.'),
  verifyemail: option(0, '1: a new address counts only once its owner has confirmed it.'),
  moderatenewmembers: option(0, '1: new members wait for an administrator.'),
  usecoppa: option(
    0,
    'Children under 13: 0 register like others, 1 wait for an administrator, 2 cannot register.',
  ),
  hv_type: option('Disabled', 'Human verification of guests: Disabled or Question.'),
  hvcheck: option(
    '',
    'What guests cannot do without human verification: register, lostpw, with commas between.',
  ),
  hvquestions: option(
    '',
    'Questions of human verification: a line each, `question | answer | another answer`.',
    false,
  ),
  enablemfa: option(1, '1: members may protect their account with authentication codes.'),
  languageid: option(1, 'The language of guests, and of members who have chosen none.'),
  minuserlength: option(3, 'The shortest username, in characters.'),
  maxuserlength: option(25, 'The longest username, in characters.'),
  minpasswordlength: option(8, 'The shortest password, in characters.'),
  floodchecktime: option(15, 'Seconds between two posts of a member; 0 for no limit.'),
  duplicatechecktime: option(
    300,
    'Seconds in which the same text is not taken twice; 0 for no check.',
  ),
  titlemaxchars: option(250, 'The longest title, in characters.'),
  postmaxchars: option(50000, 'The longest post, in characters.'),
  enablepms: option(1, '0 takes no new private messages.'),
  pmquota: option(500, 'How many private messages a member may keep; 0 for no limit.'),
  pmmaxrecipients: option(20, 'To how many members a private message goes at most.'),
  pmmaxfolders: option(50, 'How many folders of his own a member may have.'),
  enablevms: option(1, '0 takes no new messages on members’ profiles.'),
  vmmaxchars: option(1000, 'The longest message on a profile, in characters.'),
  reportmaxchars: option(2000, 'The longest reason of a report, in characters.'),
  rpemail: option(
    0,
    'Who gets a mail for each report: 0 nobody, 1 the moderators of the channel, 2 super moderators and administrators, too.',
    false,
  ),
  maxedithistory: option(20, 'How many versions of a post are kept beside the first; 0 for none.'),
  cookietimeout: option(900, 'Seconds after its last call for which a session counts as online.'),
  maxtags: option(10, 'The most tags of a topic.'),
  maxstartertags: option(10, 'The most tags that its author gives a topic.'),
  maxothertags: option(3, 'The most tags that another member gives a topic.'),
  tagminlen: option(2, 'The shortest tag, in characters.'),
  tagmaxlen: option(40, 'The longest tag, in characters.'),
  maxignored: option(500, 'The most members that a member may ignore.'),
  sigmaxchars: option(500, 'The longest signature, in characters.'),
  sigmaximages: option(1, 'The most images in a signature.'),
  maxpolloptions: option(20, 'The most options of a poll.'),
  maxvideos: option(10, 'The most videos of a post.'),
  attachmaxbytes: option(4194304, 'The largest upload, in bytes; MAX_FILE_BYTES limits it, too.'),
  attachquota: option(104857600, 'Bytes that the uploads of a member may have; 0 for no limit.'),
  attachstripmetadata: option(
    1,
    '1 takes place, time and camera out of pictures as they are uploaded; 0 keeps files as they are.',
  ),
  attachlimit: option(20, 'The most attachments of a post.'),
  albumlimit: option(60, 'The most pictures of an album.'),
  avatarmaxbytes: option(4194304, 'The largest picture taken for an avatar, in bytes.'),
  avatarmaxdimension: option(200, 'The side of an avatar, in pixels.'),
  filesecret: option('', 'The key that signs the URLs of files.', false),
  maxperpage: option(100, 'The most items on a page of a list.'),
  maxresults: option(1000, 'The most results that a search keeps.'),
  markinglimit: option(10, 'Days after which what nobody has read counts as read.'),
  topicage: option(30, 'Days that the search date `topicAge` goes back.'),
  channelage: option(365, 'Days that the search date `channelAge` goes back.'),
} as const;

export type OptionName = keyof typeof optionTable;
export type Options = { readonly [K in OptionName]: (typeof optionTable)[K]['default'] };

/** Reads all options: what the table keeps, else the default. */
export async function readOptions(db: Db): Promise<Options> {
  const rows = await db.all<{ varname: string; value: string }>(
    'select varname, value from options',
  );
  const kept = new Map(rows.map((row) => [row.varname, row.value]));
  const entries = Object.entries(optionTable).map(([name, spec]) => [
    name,
    valueOf(kept.get(name), spec.default),
  ]);
  return Object.fromEntries(entries) as Options;
}

/** What somebody has written into the table by hand need not be a number. */
function valueOf(kept: string | undefined, usual: string | number): string | number {
  if (kept === undefined) return usual;
  if (typeof usual === 'string') return kept;
  return /^-?\d+$/.test(kept) ? Number(kept) : usual;
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
