import { randomInt } from 'node:crypto';
import type { Db } from '../../db/db.ts';
import type { Options } from '../board/options.ts';
import { newToken } from './token.ts';

/** A question that people answer easily. */
export interface Question {
  readonly question: string;
  /** In their plain form (`plainAnswer`). */
  readonly answers: readonly string[];
}

/** What a guest says to a question. */
export interface Answer {
  readonly hash?: string;
  readonly input?: string;
}

/** Actions of guests that may ask for human verification. */
export type HumanAction = 'register' | 'post' | 'search' | 'contactus' | 'lostpw';

const LIFETIME = 3600;
const TRIES = 3;
const CODE_LENGTH = 6;
/** Without those that look like others. */
const CODE_LETTERS = 'abdefghjkmnpqrtuvwxy346789';

type HumanOptions = Pick<Options, 'hv_type' | 'hvquestions' | 'hvcheck'>;

/** How guests are told from programs: by a code in a picture, by a question, or not at all. */
export type HumanType = 'Image' | 'Question' | 'Disabled';

export function humanTypeOf(options: HumanOptions): HumanType {
  if (options.hv_type === 'Image') return 'Image';
  return questionsOf(options).length > 0 ? 'Question' : 'Disabled';
}

/** The board's questions; none while it asks none. */
function questionsOf({ hv_type, hvquestions }: HumanOptions): readonly Question[] {
  if (hv_type !== 'Question') return [];
  return hvquestions.split('\n').flatMap((line) => {
    const [question = '', ...answers] = line.split('|').map((part) => part.trim());
    const plain = answers.map(plainAnswer).filter(Boolean);
    return question === '' || plain.length === 0 ? [] : [{ question, answers: plain }];
  });
}

/** True when guests must pass before they do this. */
export function needsHuman(options: HumanOptions, action: HumanAction): boolean {
  const actions = options.hvcheck.split(',').map((name) => name.trim());
  return actions.includes(action) && humanTypeOf(options) !== 'Disabled';
}

/** What a guest is asked: one of the two is empty. */
export interface Challenge {
  readonly question: string;
  /** What a picture shows, in small letters. */
  readonly code: string;
}

/** Picks a question or makes up a code; returns the hash that stands for it for an hour. */
export async function insertChallenge(db: Db, options: HumanOptions, now: number): Promise<string> {
  const hash = newToken();
  const challenge = newChallenge(options);
  await db.run(db.knex('humanverify').insert({ hash, ...challenge, expires: now + LIFETIME }));
  return hash;
}

function newChallenge(options: HumanOptions): Challenge {
  if (options.hv_type === 'Image') {
    const letters = Array.from({ length: CODE_LENGTH }, () =>
      CODE_LETTERS.charAt(randomInt(CODE_LETTERS.length)),
    );
    return { question: '', code: letters.join('') };
  }
  return { question: pick(questionsOf(options))?.question ?? '', code: '' };
}

function pick<T>(list: readonly T[]): T | undefined {
  return list[randomInt(list.length)];
}

/** What a hash stands for; undefined when it is over. */
export async function findChallenge(
  db: Db,
  hash: string,
  now: number,
): Promise<Challenge | undefined> {
  return db.get<Challenge>(
    'select question, code from humanverify where hash = ? and expires > ? and tries < ?',
    [hash, now, TRIES],
  );
}

/** Judges an answer. A wrong one counts, and after three the hash is void: the transaction must be committed. */
export async function judgeAnswer(
  db: Db,
  { hash = '', input = '' }: Answer,
  options: HumanOptions,
  now: number,
): Promise<boolean> {
  // Counted before it is judged, so that many at once cannot pass the limit together.
  const counted = await db.run(
    'update humanverify set tries = tries + 1 where hash = ? and tries < ? and expires > ?',
    [hash, TRIES, now],
  );
  if (counted === 0) return false;
  const row = await db.get<Challenge>('select question, code from humanverify where hash = ?', [
    hash,
  ]);
  const right = row !== undefined && answersTo(row, options).includes(plainAnswer(input));
  if (right) await db.run('update humanverify set tries = tries - 1 where hash = ?', [hash]);
  return right;
}

function answersTo({ question, code }: Challenge, options: HumanOptions): readonly string[] {
  if (code !== '') return [code];
  return questionsOf(options).find((asked) => asked.question === question)?.answers ?? [];
}

/** Uses an answered hash up; false when somebody else has. */
export async function spendHash(db: Db, hash: string): Promise<boolean> {
  return (await db.run('delete from humanverify where hash = ?', [hash])) > 0;
}

/** Deletes the questions whose time is over; returns how many. */
export async function pruneQuestions(db: Db, now: number): Promise<number> {
  return db.run('delete from humanverify where expires <= ?', [now]);
}

/** Case, width and blanks do not count. */
function plainAnswer(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}
