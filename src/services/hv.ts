import { ApiError } from '../errors.ts';
import {
  findQuestion,
  type HumanAction,
  humanActions,
  insertQuestion,
  judgeAnswer,
  needsHuman,
  questionsOf,
} from '../library/humanverify.ts';
import { throttle } from '../library/throttle.ts';
import { networkOf } from '../network.ts';
import type { HvInput } from './hv-input.ts';
import { Service } from './service.ts';

/** What stands for a question. */
export interface HvToken {
  /** 32 hex digits; empty while human verification is switched off. */
  readonly hash: string;
}

/**
 * Human verification: guests answer a question before they register or ask for a new password. There are no images:
 * a board asks questions, or nothing.
 */
export class HvService extends Service {
  /**
   * How the board tells people from programs.
   * @returns `Question`, or `Disabled`
   * @readonly
   */
  async fetchHvType(): Promise<string> {
    return questionsOf(this.ctx.board.options).length > 0 ? 'Question' : 'Disabled';
  }

  /**
   * Whether the caller must pass human verification before he does something. Members need not.
   * @param action `register`, `post`, `search`, `contactus` or `lostpw`
   * @throws invalid_parameter when the action is not known
   * @readonly
   * @example action=register
   */
  async fetchRequireHvcheck(action: string): Promise<boolean> {
    const due = needsHuman(this.ctx.board.options, humanAction(action));
    return due && this.ctx.user.userid === 0;
  }

  /**
   * Picks a question. It can be answered for an hour, and used once.
   * @throws rate_limited when the caller's address has asked for too many (seconds to wait)
   */
  async generateToken(): Promise<HvToken> {
    const { board, db, host, now } = this.ctx;
    const questions = questionsOf(board.options);
    if (questions.length === 0) return { hash: '' };
    await throttle(db, 'question', networkOf(host), now);
    return { hash: await insertQuestion(db, questions, now) };
  }

  /**
   * The question that a hash stands for.
   * @param hash from `hv.generateToken`
   * @returns false when the hash is not known or its time is over
   * @readonly
   * @example hash=5f0c2d7e91ab4368b7d2c1e09a8f6453
   */
  async fetchHvQuestion(hash = ''): Promise<string | false> {
    return (await findQuestion(this.ctx.db, hash, this.ctx.now)) ?? false;
  }

  /**
   * Checks an answer without using it up, so that it is still good for the call it is meant for. After three wrong
   * answers the hash is void.
   * @param action `register`, `post`, `search`, `contactus` or `lostpw`
   * @param return_ true to get false for a wrong answer, instead of an error
   * @returns true; also while human verification is switched off
   * @throws humanverify_question_wronganswer when it is wrong, too late, or one too many
   * @throws invalid_parameter when the action is not known
   * @steps
   * @example input[input]=blue&input[hash]=5f0c2d7e91ab4368b7d2c1e09a8f6453&action=register&return=1
   */
  async verifyToken(input: HvInput, action: string, return_ = false): Promise<boolean> {
    const { board, now } = this.ctx;
    humanAction(action);
    const questions = questionsOf(board.options);
    if (questions.length === 0) return true;
    const right = await this.ctx.transaction((db) => judgeAnswer(db, input, questions, now));
    if (right || return_) return right;
    throw new ApiError('humanverify_question_wronganswer');
  }
}

function humanAction(action: string): HumanAction {
  const known = humanActions.find((name) => name === action);
  if (known !== undefined) return known;
  throw new ApiError('invalid_parameter', 'action', `one of ${humanActions.join(', ')} is due`);
}
