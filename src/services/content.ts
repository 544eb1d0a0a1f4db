import { quoteText } from '../bbcode/plain.ts';
import { ApiError } from '../errors.ts';
import { findRawText } from '../library/text.ts';
import type { Uint } from '../protocol/types.ts';
import type { FullContent } from './content-shape.ts';
import { Service } from './service.ts';

/** What every content class shares. */
export abstract class ContentService extends Service {
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
   * The same as getFullContent.
   * @param permissions taken for compatibility, and ignored
   * @returns the node by its id: one member
   * @throws invalid_node_id when there is no such node for the caller
   * @readonly
   * @example nodeid=27
   */
  async getContent(nodeid: Uint, permissions = false): Promise<ReadonlyMap<number, FullContent>> {
    return this.getFullContent(nodeid, permissions);
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
}
