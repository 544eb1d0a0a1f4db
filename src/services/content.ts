import { quoteText } from '../bbcode/plain.ts';
import { ApiError } from '../errors.ts';
import { findRawText } from '../library/text.ts';
import type { Uint } from '../protocol/types.ts';
import { AttachmentService } from './attachment-service.ts';
import { findNode } from '../library/node.ts';
import {
  type BareContent,
  bareContent,
  type FullContent,
  type NodeAnswer,
} from './content-shape.ts';

/** What a text may hold: 0 or 1. */
export interface BbcodeOptions {
  readonly allowbbcode: number;
  readonly allowimagecode: number;
  readonly allowimages: number;
  readonly allowhtml: number;
  readonly allowsmilies: number;
}

/** What every content class shares. */
export abstract class ContentService extends AttachmentService {
  /**
   * Reads a node with its content, its author, topic and channel, and what the caller may do.
   * @param permissions taken for compatibility, and ignored
   * @returns the node by its id: one member
   * @throws invalid_node_id when there is no such node for the caller
   * @readonly
   * @example nodeid=27
   */
  async getFullContent(
    nodeid: Uint,
    permissions = false,
  ): Promise<ReadonlyMap<number, FullContent>> {
    const contents = await this.contents([nodeid]);
    if (contents.size === 0) throw new ApiError('invalid_node_id', nodeid);
    return this.counted(nodeid, contents);
  }

  /**
   * Reads a node with its content: see getFullContent.
   * @param permissions taken for compatibility, and ignored
   * @returns the node by its id: one member
   * @throws invalid_node_id when there is no such node for the caller
   * @throws not_logged_no_permission for a guest, where members alone read
   * @readonly
   * @example nodeid=27
   */
  async getContent(nodeid: Uint, permissions = false): Promise<ReadonlyMap<number, FullContent>> {
    return this.getFullContent(nodeid, permissions);
  }

  /**
   * Reads a node with its content, and without what the caller may do.
   * @param permissions taken for compatibility, and ignored
   * @returns the node by its id: one member
   * @throws invalid_node_id when there is no such node for the caller
   * @throws not_logged_no_permission for a guest, where members alone read
   * @readonly
   * @example nodeid=27
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
    const [answer] = await this.answers([above]);
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
    return { allowbbcode: 1, allowimagecode: 1, allowimages: 1, allowhtml: 0, allowsmilies: 0 };
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
