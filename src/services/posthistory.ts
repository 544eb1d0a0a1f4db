import { ApiError } from '../errors.ts';
import { listVersions, type Version } from '../library/content/edithistory.ts';
import type { FoundNode } from '../library/node/node.ts';
import type { Uint } from '../protocol/types.ts';
import { Service } from './service.ts';
import {
  comparison,
  requireHistory,
  seesHistory,
  type VersionComparison,
} from '../rules/reading/versions.ts';
import { isChannel } from '../rules/reading/sight.ts';

/** What posts said before, by vBulletin's names; content_text.getEditHistory and its like know more. */
export class PosthistoryService extends Service {
  /**
   * Tells whether the caller may know what a post said before: its author, and who may edit posts there.
   * @throws invalid_node_id when there is no such post for the caller
   * @readonly
   * @example nodeid=29
   */
  async canViewPostHistory(nodeid: Uint): Promise<boolean> {
    return seesHistory(this.ctx, await this.#post(nodeid));
  }

  /**
   * Reads two versions of a post with their texts.
   * @param id1 the `postedithistoryid` of one; 0 for the version before the other
   * @param id2 of the other; 0 for the newest
   * @returns the older one first; nothing when the post has not been edited
   * @throws invalid_node_id when there is no such post for the caller
   * @throws no_permission when it is not their own and they may not edit posts there
   * @throws not_logged_no_permission for a guest
   * @throws invalid_version when there is no such version
   * @readonly
   * @example nodeid=29
   */
  async fetchHistory(nodeid: Uint, id1: Uint = 0, id2: Uint = 0): Promise<Version[]> {
    const { db } = this.ctx;
    requireHistory(this.ctx, await this.#post(nodeid));
    const all = await listVersions(db, nodeid);
    if (all.length === 0 && id1 === 0 && id2 === 0) return [];
    const { old, current } = await comparison(db, nodeid, id1, id2);
    return [old, current].sort((a, b) => a.postedithistoryid - b.postedithistoryid);
  }

  /**
   * Reads two versions of a post, to be compared: see content_text.compareVersions.
   * @param oldpost the `postedithistoryid` of the one; 0 for the version before the other
   * @param newpost of the other; 0 for the newest
   * @throws invalid_node_id when there is no such post for the caller
   * @throws no_permission when it is not their own and they may not edit posts there
   * @throws not_logged_no_permission for a guest
   * @throws invalid_version when there is no such version
   * @readonly
   * @example nodeid=29
   */
  async fetchHistoryComparison(
    nodeid: Uint,
    oldpost: Uint = 0,
    newpost: Uint = 0,
  ): Promise<VersionComparison> {
    requireHistory(this.ctx, await this.#post(nodeid));
    return comparison(this.ctx.db, nodeid, oldpost, newpost);
  }

  async #post(nodeid: number): Promise<FoundNode> {
    const node = await this.viewable(nodeid);
    if (isChannel(this.ctx, node)) throw new ApiError('invalid_node_id', nodeid);
    return node;
  }
}
