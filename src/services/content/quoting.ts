import { quoteText, type Quoted } from '../../bbcode/plain.ts';
import { ApiError } from '../../errors.ts';
import { findNodes } from '../../library/node/node.ts';
import { findTexts } from '../../library/content/text.ts';
import type { Uint } from '../../protocol/types.ts';
import { ContentService } from './content.ts';

const MOST_QUOTES = 20;

/** Content with a text, which can be quoted. */
export abstract class QuotingService extends ContentService {
  /**
   * The text as a quotation, to begin a reply with.
   * @returns BBCode: `[QUOTE=author;nodeid]…[/QUOTE]`, without the quotations in it
   * @throws invalid_node_id when there is no such content for the caller
   * @throws not_logged_no_permission for a guest, where members alone read
   * @readonly
   * @example nodeid={sample}
   */
  override async getQuoteText(nodeid: Uint): Promise<string> {
    return this.getQuotes([nodeid]);
  }

  /**
   * Several texts as quotations, to begin a reply with: see getQuoteText.
   * @param nodeids at most 20, in the order of the reply
   * @returns BBCode, with an empty line between two quotations
   * @throws invalid_node_id when one of them is not there for the caller
   * @throws not_logged_no_permission for a guest, where members alone read
   * @throws invalid_data when there are too many ids
   * @readonly
   * @example nodeids[]={sample}
   */
  async getQuotes(nodeids: Uint[]): Promise<string> {
    const wanted = [...new Set(nodeids)];
    if (wanted.length > MOST_QUOTES)
      throw new ApiError('invalid_data', `at most ${MOST_QUOTES} nodes at once`);
    const authors = await this.authorsOf(wanted);
    const texts = await findTexts(this.ctx.db, wanted);
    const quoted = wanted.map((nodeid): Quoted => {
      const author = authors.get(nodeid);
      const rawtext = texts.get(nodeid)?.rawtext;
      if (author === undefined || rawtext === undefined)
        throw new ApiError('invalid_node_id', nodeid);
      return { author, nodeid, rawtext };
    });
    return quoted.map(quoteText).join('\n\n');
  }

  /** Who has written what of the list the caller sees, by its id. */
  protected async authorsOf(nodeids: readonly number[]): Promise<ReadonlyMap<number, string>> {
    const nodes = await findNodes(this.ctx.db, nodeids);
    const seen = nodes.filter((node) => this.sees(node));
    return new Map(seen.map((node) => [node.nodeid, node.authorname]));
  }
}
