import { randomInt } from 'node:crypto';
import type { Db } from '../db/db.ts';
import type { Options } from './options.ts';
import { newToken } from './session.ts';

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
export const humanActions = ['register', 'post', 'search', 'contactus', 'lostpw'] as const;
export type HumanAction = (typeof humanActions)[number];

const LIFETIME = 3600;
const TRIES = 3;

type HumanOptions = Pick<Options, 'hv_type' | 'hvquestions' | 'hvcheck'>;

/** The board's questions; none while human verification is switched off. */
export function questionsOf({ hv_type, hvquestions }: HumanOptions): readonly Question[] {
  if (hv_type !== 'Question') return [];
  return hvquestions.split('\n').flatMap((line) => {
    const [question = '', ...answers] = line.split('|').map((part) => part.trim());
    const plain = answers.map(plainAnswer).filter(Boolean);
    return question === '' || plain.length === 0 ? [] : [{ question, answers: plain }];
  });
}

/** True when guests must answer a question before they do this. */
export function needsHuman(options: HumanOptions, action: HumanAction): boolean {
  const actions = options.hvcheck.split(',').map((name) => name.trim());
  return actions.includes(action) && questionsOf(options).length > 0;
}

/** Picks a question; returns the hash that stands for it for an hour. */
export async function insertQuestion(
  db: Db,
  questions: readonly Question[],
  now: number,
): Promise<string> {
  const question = questions[randomInt(questions.length)]?.question ?? '';
  const hash = newToken();
  await db.run(db.knex('humanverify').insert({ hash, question, expires: now + LIFETIME }));
  return hash;
}

/** The question that a hash stands for; undefined when it is over. */
export async function findQuestion(db: Db, hash: string, now: number): Promise<string | undefined> {
  const row = await db.get<{ question: string }>(
    'select question from humanverify where hash = ? and expires > ? and tries < ?',
    [hash, now, TRIES],
  );
  return row?.question;
}

/** Judges an answer. A wrong one counts, and after three the hash is void: the transaction must be committed. */
export async function judgeAnswer(
  db: Db,
  { hash = '', input = '' }: Answer,
  questions: readonly Question[],
  now: number,
): Promise<boolean> {
  // Counted before it is judged, so that many at once cannot pass the limit together.
  const counted = await db.run(
    'update humanverify set tries = tries + 1 where hash = ? and tries < ? and expires > ?',
    [hash, TRIES, now],
  );
  if (counted === 0) return false;
  const row = await db.get<{ question: string }>(
    'select question from humanverify where hash = ?',
    [hash],
  );
  const asked = questions.find(({ question }) => question === row?.question);
  const right = asked?.answers.includes(plainAnswer(input)) ?? false;
  if (right) await db.run('update humanverify set tries = tries - 1 where hash = ?', [hash]);
  return right;
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
