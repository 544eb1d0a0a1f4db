import { quoteText } from '../../bbcode/plain.ts';
import { ApiError } from '../../errors.ts';
import { findRawText } from '../../library/content/text.ts';
import type { Uint } from '../../protocol/types.ts';
import { findNode } from '../../library/node/node.ts';
import {
  type BareContent,
  bareContent,
  type FullContent,
  type NodeAnswer,
} from '../../shapes/content.ts';
import { Service } from '../service.ts';
import { contentsOf, counted } from '../../rules/reading/contents.ts';
import { answersOf } from '../../rules/reading/sight.ts';

/** What a text may hold: 0 or 1. */
export interface BbcodeOptions {
  readonly allowbbcode: number;
  readonly allowimagecode: number;
  readonly allowimages: number;
  readonly allowhtml: number;
  readonly allowsmilies: number;
}

export const bbcodeOptions: BbcodeOptions = {
  allowbbcode: 1,
  allowimagecode: 1,
  allowimages: 1,
  allowhtml: 0,
  allowsmilies: 0,
};

/** What every content class shares. */
export abstract class ContentService extends Service {
  /**
   * Reads a node with its content, its author, topic and channel, and what the caller may do.
   * @param permissions has no effect: the rights are the caller's own
   * @returns the node by its id: one member
   * @throws invalid_node_id when there is no such node for the caller
   * @readonly
   * @example nodeid={sample}
   */
  async getFullContent(
    nodeid: Uint,
    permissions = false,
  ): Promise<ReadonlyMap<number, FullContent>> {
    const contents = await contentsOf(this.ctx, [nodeid]);
    if (contents.size === 0) throw new ApiError('invalid_node_id', nodeid);
    return counted(this.ctx, nodeid, contents);
  }

  /**
   * Reads a node with its content: see getFullContent.
   * @param permissions has no effect: the rights are the caller's own
   * @returns the node by its id: one member
   * @throws invalid_node_id when there is no such node for the caller
   * @throws not_logged_no_permission for a guest, where members alone read
   * @readonly
   * @example nodeid={sample}
   */
  async getContent(nodeid: Uint, permissions = false): Promise<ReadonlyMap<number, FullContent>> {
    return this.getFullContent(nodeid, permissions);
  }

  /**
   * Reads a node with its content, and without what the caller may do.
   * @param permissions has no effect: the rights are the caller's own
   * @returns the node by its id: one member
   * @throws invalid_node_id when there is no such node for the caller
   * @throws not_logged_no_permission for a guest, where members alone read
   * @readonly
   * @example nodeid={sample}
   */
  async getBareContent(
    nodeid: Uint,
    permissions = false,
  ): Promise<ReadonlyMap<number, BareContent>> {
    const contents = await this.getFullContent(nodeid, permissions);
    return new Map([...contents].map(([id, node]) => [id, bareContent(node)]));
  }

  /**
   * The topic that a post belongs to; of a topic or a channel the channel it is in.
   * @returns false when there is no such node for the caller, or nothing above it that he may enter
   * @readonly
   * @example nodeid=28
   */
  async getConversationParent(nodeid: Uint): Promise<NodeAnswer | false> {
    const node = await findNode(this.ctx.db, nodeid);
    if (node === undefined || !this.sees(node)) return false;
    const isPost = node.starter !== 0 && node.starter !== nodeid;
    const above = await findNode(this.ctx.db, isPost ? node.starter : node.parentid);
    if (above === undefined || !this.sees(above)) return false;
    const [answer] = await answersOf(this.ctx, [above]);
    return answer ?? false;
  }

  /**
   * What texts below a node may hold. It is the same on the whole board: BBCode, with pictures and with bare links made
   * links, and neither HTML nor smilies.
   * @throws invalid_node_id when there is no such node for the caller
   * @readonly
   * @example nodeId=27
   */
  async getBbcodeOptions(nodeId: Uint): Promise<BbcodeOptions> {
    await this.viewable(nodeId);
    return bbcodeOptions;
  }

  /**
   * The text of a post as a quotation, to begin a reply with.
   * @returns BBCode: `[QUOTE=author;nodeid]…[/QUOTE]`, without the quotations in it
   * @throws invalid_node_id when there is no such post for the caller
   * @readonly
   * @example nodeid=27
   */
  async getQuoteText(nodeid: Uint): Promise<string> {
    const node = await this.viewable(nodeid);
    const rawtext = await findRawText(this.ctx.db, nodeid);
    if (rawtext === undefined) throw new ApiError('invalid_node_id', nodeid);
    return quoteText({ author: node.authorname, nodeid, rawtext });
  }

  /**
   * Whether a node is a message on a member's profile, or an answer to one.
   * @throws invalid_node_id when there is no such node for the caller
   * @readonly
   * @example nodeid=27
   */
  async isVisitorMessage(nodeid: Uint): Promise<boolean> {
    return (await this.viewable(nodeid)).setfor !== 0;
  }
}
