import { ApiError } from '../errors.ts';
import {
  deleteVersions,
  findVersion,
  listVersions,
  type Version,
  type VersionRow,
} from '../library/edithistory.ts';
import type { FoundNode } from '../library/node.ts';
import type { Uint } from '../protocol/types.ts';
import { PostService } from './post-service.ts';

/** Two versions of a post. */
export interface VersionComparison {
  readonly old: Version;
  readonly current: Version;
}

/**
 * What posts said before. For their authors and those who may edit posts there: what was taken out of a post is nobody
 * else's business.
 */
export abstract class PostHistory extends PostService {
  /**
   * Lists the versions of a post, the newest, which is the post as it is, first. Ours. The option `maxedithistory` says
   * how many are kept; the first one always is.
   * @returns the versions without their texts; none when the post has not been edited
   * @throws invalid_node_id when there is no such post for the caller
   * @throws no_permission when it is not his and he may not edit posts there
   * @throws not_logged_no_permission for a guest
   * @readonly
   * @example nodeid=27
   */
  async getEditHistory(nodeid: Uint): Promise<VersionRow[]> {
    await this.#historical(nodeid);
    return listVersions(this.ctx.db, nodeid);
  }

  /**
   * Reads two versions of a post, to be compared. Ours.
   * @param oldid the `postedithistoryid` of the one; 0 for the version before the other
   * @param newid of the other; 0 for the newest
   * @throws invalid_node_id when there is no such post for the caller
   * @throws no_permission when it is not his and he may not edit posts there
   * @throws not_logged_no_permission for a guest
   * @throws invalid_version when there is no such version
   * @readonly
   * @example nodeid=27
   */
  async compareVersions(
    nodeid: Uint,
    oldid: Uint = 0,
    newid: Uint = 0,
  ): Promise<VersionComparison> {
    await this.#historical(nodeid);
    const versions = newid === 0 || oldid === 0 ? await listVersions(this.ctx.db, nodeid) : [];
    const ids = versions.map((version) => version.postedithistoryid);
    const second = newid === 0 ? (ids[0] ?? 0) : newid;
    const first = oldid === 0 ? (ids.find((id) => id < second) ?? 0) : oldid;
    return {
      old: await this.#version(nodeid, first),
      current: await this.#version(nodeid, second),
    };
  }

  /**
   * Gives a post the title and text of an earlier version again: see update. Ours.
   * @param postedithistoryid the version
   * @param reason why, for the history
   * @returns true
   * @throws invalid_node_id when there is no such post for the caller
   * @throws no_permission when he may not edit it
   * @throws not_logged_no_permission for a guest
   * @throws threadclosed when the topic is closed
   * @throws edit_time_over when the author's time is over
   * @throws invalid_version when there is no such version
   * @throws invalid_data when the reason is too long
   * @throws title_too_long past the option `titlemaxchars`
   * @throws text_too_long past the option `postmaxchars`
   * @example nodeid=27&postedithistoryid=1
   */
  async restoreVersion(nodeid: Uint, postedithistoryid: Uint, reason = ''): Promise<boolean> {
    const node = await this.#historical(nodeid);
    this.permitEdit(node);
    const { title, rawtext } = await this.#version(nodeid, postedithistoryid);
    await this.editPost(node, { title, rawtext, reason });
    return true;
  }

  /**
   * Forgets what a post said before, for good. Ours.
   * @returns true
   * @throws invalid_node_id when there is no such post for the caller
   * @throws no_permission when he may not remove posts there
   * @throws not_logged_no_permission for a guest
   * @example nodeid=27
   */
  async deleteEditHistory(nodeid: Uint): Promise<boolean> {
    const node = await this.#historical(nodeid);
    if (!this.ctx.permissions.moderates('canremoveposts', node.channelid)) throw this.refusal();
    await deleteVersions(this.ctx.db, nodeid);
    return true;
  }

  async #historical(nodeid: number): Promise<FoundNode> {
    const node = await this.post(nodeid);
    const { permissions, user } = this.ctx;
    const own = user.userid !== 0 && node.userid === user.userid;
    if (!own && !permissions.moderates('caneditposts', node.channelid)) throw this.refusal();
    return node;
  }

  async #version(nodeid: number, postedithistoryid: number): Promise<Version> {
    const version = await findVersion(this.ctx.db, nodeid, postedithistoryid);
    if (version === undefined) throw new ApiError('invalid_version', postedithistoryid);
    return version;
  }
}
