import { ApiError } from '../../errors.ts';
import { findSignature, renderSignature, saveSignature } from '../../library/user/signature.ts';
import type { Uint } from '../../protocol/types.ts';
import { Service } from '../service.ts';
import { holds, requireRight } from '../../rules/rights/standing.ts';

/** A member's signature, and what may stand in signatures. */
export interface SignatureInfo {
  /** BBCode. */
  readonly signature: string;
  /** The same as safe HTML. */
  readonly signaturehtml: string;
  /** 1 when the caller may have a signature. */
  readonly permissions: Readonly<Record<string, number>>;
  readonly dohtml: number;
  readonly dobbcode: number;
  readonly dobbimagecode: number;
  readonly dosmilies: number;
  /** 0: there are no pictures beside the text. */
  readonly sigpic: number;
  readonly sigpicrevision: number;
  readonly sigpicdateline: number;
}

/** Signatures. */
export class UserSignatureService extends Service {
  /**
   * Reads a member's signature.
   * @returns false when he has none
   * @readonly
   * @example userid=2
   */
  async fetchSignature(userid: Uint): Promise<SignatureInfo | false> {
    const found = await findSignature(this.ctx.db, userid);
    if (found === undefined || found.signature === '') return false;
    return {
      signature: found.signature,
      signaturehtml: found.signaturehtml,
      permissions: { canusesignature: holds(this.ctx, 'canusesignature') ? 1 : 0 },
      ...{ dohtml: 0, dobbcode: 1, dosmilies: 0 },
      dobbimagecode: this.ctx.board.options.sigmaximages > 0 ? 1 : 0,
      ...{ sigpic: 0, sigpicrevision: 0, sigpicdateline: 0 },
    };
  }

  /**
   * Sets the caller's own signature, which stands below his posts.
   * @param signature BBCode; empty for none
   * @param filedataids has no effect: pictures are named in the text
   * @returns the signature as safe HTML
   * @throws not_logged_no_permission when a guest asks
   * @throws no_permission when the caller's usergroup may have no signature
   * @throws sigtoolong past the option `sigmaxchars` (the most characters)
   * @throws sigtoomanyimages past the option `sigmaximages` (the most images)
   * @example signature=[b]Onwards[/b]
   */
  async saveSignature(signature: string, filedataids: Uint[] = []): Promise<string> {
    this.requireMember();
    requireRight(this.ctx, 'canusesignature');
    const { board, db, user } = this.ctx;
    const { sigmaxchars, sigmaximages } = board.options;
    const text = signature.trim();
    if (Array.from(text).length > sigmaxchars) throw new ApiError('sigtoolong', sigmaxchars);
    const rendered = renderSignature(text);
    if (rendered.images > sigmaximages) throw new ApiError('sigtoomanyimages', sigmaximages);
    await saveSignature(db, user.userid, rendered);
    return rendered.signaturehtml;
  }
}
