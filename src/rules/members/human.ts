import { ApiError } from '../../errors.ts';
import {
  type HumanType,
  type HumanAction,
  needsHuman,
  judgeAnswer,
  humanTypeOf,
  spendHash,
  type Answer,
} from '../../library/access/humanverify.ts';
import type { Context } from '../../call/context.ts';
import type { Db } from '../../db/db.ts';

/** The answer to a question of human verification, or what its picture shows. */
export interface HvInput {
  /** What `hv.generateToken` gave. */
  hash?: string;
  /** The answer. */
  input?: string;
}

/** The refusal of a wrong answer. */
export function wrongAnswer(type: HumanType): ApiError {
  return new ApiError(
    type === 'Image' ? 'humanverify_image_wronganswer' : 'humanverify_question_wronganswer',
  );
}

/**
 * Refuses a guest who has not passed human verification where it is needed. A wrong answer counts though the call fails.
 * @returns what {@link spendHuman} uses up; '' when nothing is needed
 */
export async function requireHuman(
  ctx: Context,
  action: HumanAction,
  answer: Answer,
): Promise<string> {
  const { board, now, user } = ctx;
  if (user.userid > 0 || !needsHuman(board.options, action)) return '';
  const { hash = '' } = answer;
  if (hash === '') throw new ApiError('humanverify_missing');
  const right = await ctx.transaction((db) => judgeAnswer(db, answer, board.options, now));
  if (!right) throw wrongAnswer(humanTypeOf(board.options));
  return hash;
}

/** Uses an answer up, together with what it was due for. */
export async function spendHuman(db: Db, hash: string): Promise<void> {
  if (hash !== '' && !(await spendHash(db, hash))) throw new ApiError('humanverify_missing');
}
