import { markupOf } from '../../../library/content/text.ts';
import {
  deleteVersions,
  listVersions,
  type VersionRow,
} from '../../../library/content/edithistory.ts';
import type { Uint } from '../../../protocol/types.ts';
import { Service } from '../../service.ts';
import {
  comparison,
  requireHistory,
  version,
  type VersionComparison,
} from '../../../rules/reading/versions.ts';
import { postOf, permitEdit, editPost } from '../../../rules/writing/edit.ts';

/**
 * What posts said before, for their authors and those who may edit posts there: what was taken out of a post is nobody
 * else's business.
 */
export class PostHistory extends Service {
  /**
   * Lists the versions of a post, the newest, which is the post as it is, first. Ours. The option `maxedithistory` says
   * how many are kept; the first one always is.
   * @returns the versions without their texts; none when the post has not been edited
   * @throws invalid_node_id when there is no such post for the caller
   * @throws no_permission when it is not his and he may not edit posts there
   * @throws not_logged_no_permission for a guest
   * @readonly
   * @example nodeid=29
   */
  async getEditHistory(nodeid: Uint): Promise<VersionRow[]> {
    requireHistory(this.ctx, await postOf(this.ctx, 'Text', nodeid));
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
   * @example nodeid=29
   */
  async compareVersions(
    nodeid: Uint,
    oldid: Uint = 0,
    newid: Uint = 0,
  ): Promise<VersionComparison> {
    requireHistory(this.ctx, await postOf(this.ctx, 'Text', nodeid));
    return comparison(this.ctx.db, nodeid, oldid, newid);
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
   * @example nodeid=29&postedithistoryid=1
   */
  async restoreVersion(nodeid: Uint, postedithistoryid: Uint, reason = ''): Promise<boolean> {
    const node = await postOf(this.ctx, 'Text', nodeid);
    requireHistory(this.ctx, node);
    permitEdit(this.ctx, node);
    const { title, rawtext, ...old } = await version(this.ctx.db, nodeid, postedithistoryid);
    const markup = markupOf(old);
    await editPost(this.ctx, 'Text', node, { title, rawtext, markup, reason });
    return true;
  }

  /**
   * Forgets what a post said before, for good. Ours.
   * @returns true
   * @throws invalid_node_id when there is no such post for the caller
   * @throws no_permission when he may not remove posts there
   * @throws not_logged_no_permission for a guest
   * @example nodeid=29
   * @as mod
   */
  async deleteEditHistory(nodeid: Uint): Promise<boolean> {
    const node = await postOf(this.ctx, 'Text', nodeid);
    requireHistory(this.ctx, node);
    if (!this.ctx.permissions.moderates('canremoveposts', node.channelid)) throw this.refusal();
    await deleteVersions(this.ctx.db, nodeid);
    return true;
  }
}
