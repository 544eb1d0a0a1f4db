import { ApiError } from '../../errors.ts';
import { contentTypes } from '../../library/board/contenttype.ts';
import { findNodes } from '../../library/node/node.ts';
import { DEFAULT_CHANNEL_PARENT, MAIN_CHANNEL } from '../../library/board/system-channels.ts';
import { type ListById } from '../../protocol/list-by-id.ts';
import type { Struct, Uint } from '../../protocol/types.ts';
import { searchable } from './criteria.ts';
import { type SearchableType, type SearchChannel, searchChannels } from '../../shapes/search.ts';
import { Service } from '../service.ts';

const unsearchable: ReadonlySet<string> = new Set(['Channel', 'Report', 'Redirect']);

/** What can be searched: kinds of content, and channels. */
export class SearchableService extends Service {
  /**
   * The content types that can be searched for.
   * @returns the types by id
   * @readonly
   */
  async getSearchableContentTypes(): Promise<ReadonlyMap<number, SearchableType>> {
    const { board } = this.ctx;
    return new Map(
      contentTypes
        .filter((name) => !unsearchable.has(name))
        .map((name) => [
          board.contentTypes[name],
          {
            contenttypeid: board.contentTypes[name],
            class: name,
            type: `vBForum_${name}`,
          },
        ]),
    );
  }

  /**
   * The channels in which the caller may search, for a form.
   * @param flat a list in the tree's order instead of a tree
   * @param queryOptions has no effect: every channel that may be searched is there
   * @param skipcache has no effect: channels are never stale
   * @param topLevelChannel the channel whose channels are wanted; 0 for all
   * @returns the channels in the board's order, each with its `subchannels` unless the list is flat
   * @throws invalid_node_id when there is no such channel for the caller
   * @readonly
   * @example flat=1
   */
  async getChannels(
    flat = false,
    queryOptions: Struct = new Map(),
    skipcache = false,
    topLevelChannel: Uint = 0,
  ): Promise<ListById<SearchChannel>> {
    const { board, db, permissions } = this.ctx;
    const root = topLevelChannel || board.channelByGuid(MAIN_CHANNEL);
    if (!permissions.viewable.has(root)) throw new ApiError('invalid_node_id', topLevelChannel);
    const special = new Set(
      board.subtree(board.channelByGuid(DEFAULT_CHANNEL_PARENT)).map(({ nodeid }) => nodeid),
    );
    const may = new Set(searchable(board, permissions));
    const wanted = board
      .subtree(root)
      .map(({ nodeid }) => nodeid)
      .filter((nodeid) => nodeid !== root && may.has(nodeid) && !special.has(nodeid));
    return searchChannels(root, await findNodes(db, wanted), board, flat);
  }
}
