import {
  findChallenge,
  type HumanAction,
  humanTypeOf,
  insertChallenge,
  judgeAnswer,
  needsHuman,
} from '../library/access/humanverify.ts';
import { throttle } from '../library/access/throttle.ts';
import { networkOf } from '../network.ts';
import { drawCode } from '../storage/code-picture.ts';
import { type HvInput, wrongAnswer } from '../rules/members/human.ts';
import { Service } from './service.ts';

/** What stands for a question. */
export interface HvToken {
  /** 32 hex digits; empty while human verification is switched off. */
  readonly hash: string;
}

/** A picture with a code. */
export interface HvImage {
  /** `png`; `svg` where the server lacks the package that makes pictures. */
  readonly type: 'png' | 'svg';
  /** Base64, since JSON holds no bytes. */
  readonly data: string;
}

/**
 * Human verification: guests answer a question, or write what a picture shows, before they register or ask for a new
 * password. The option `hv_type` says which.
 */
export class HvService extends Service {
  /**
   * How the board tells people from programs.
   * @returns `Image`, `Question` or `Disabled`
   * @readonly
   */
  async fetchHvType(): Promise<string> {
    return humanTypeOf(this.ctx.board.options);
  }

  /**
   * Whether the caller must pass human verification before he does something. Members need not.
   * @throws invalid_parameter when the action is not known
   * @readonly
   * @example action=register
   */
  async fetchRequireHvcheck(action: HumanAction): Promise<boolean> {
    const due = needsHuman(this.ctx.board.options, action);
    return due && this.ctx.user.userid === 0;
  }

  /**
   * Picks a question, or makes a code that a picture shows. It can be answered for an hour, and used once.
   * @throws rate_limited when the caller's address has asked for too many (seconds to wait)
   */
  async generateToken(): Promise<HvToken> {
    const { board, db, host, now } = this.ctx;
    if (humanTypeOf(board.options) === 'Disabled') return { hash: '' };
    await throttle(db, 'question', networkOf(host), now);
    return { hash: await insertChallenge(db, board.options, now) };
  }

  /**
   * The question that a hash stands for.
   * @param hash from `hv.generateToken`
   * @returns false when the hash is not known, its time is over, or a picture belongs to it
   * @readonly
   * @example hash=5f0c2d7e91ab4368b7d2c1e09a8f6453
   */
  async fetchHvQuestion(hash = ''): Promise<string | false> {
    const { db, now } = this.ctx;
    const { question = '' } = (await findChallenge(db, hash, now)) ?? {};
    return question === '' ? false : question;
  }

  /**
   * The picture that a hash stands for: 220 x 80 pixels with six letters and digits, whose case does not matter. It
   * looks different each time.
   * @param hash from `hv.generateToken`
   * @returns false when the hash is not known, its time is over, or a question belongs to it
   * @throws toobusy when too many pictures are being drawn
   * @readonly
   * @example hash=5f0c2d7e91ab4368b7d2c1e09a8f6453
   */
  async fetchHvImage(hash = ''): Promise<HvImage | false> {
    const { db, files, now } = this.ctx;
    const { code = '' } = (await findChallenge(db, hash, now)) ?? {};
    if (code === '') return false;
    const { type, bytes } = await drawCode(code.toUpperCase(), files.images);
    return { type, data: bytes.toString('base64') };
  }

  /**
   * Checks an answer without using it up, so that it is still good for the call it is meant for. After three wrong
   * answers the hash is void.
   * @param action has no effect: an answer is judged alike for every action
   * @param return_ true to get false for a wrong answer, instead of an error
   * @returns true; also while human verification is switched off
   * @throws humanverify_question_wronganswer when it is wrong, too late, or one too many
   * @throws humanverify_image_wronganswer the same, where pictures are shown
   * @throws invalid_parameter when the action is not known
   * @steps
   * @example input[input]=blue&input[hash]=5f0c2d7e91ab4368b7d2c1e09a8f6453&action=register&return=1
   */
  async verifyToken(input: HvInput, action: HumanAction, return_ = false): Promise<boolean> {
    const { board, now } = this.ctx;
    const type = humanTypeOf(board.options);
    if (type === 'Disabled') return true;
    const right = await this.ctx.transaction((db) => judgeAnswer(db, input, board.options, now));
    if (right || return_) return right;
    throw wrongAnswer(type);
  }
}
