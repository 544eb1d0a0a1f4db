import { ApiError } from '../../errors.ts';
import { type Doomed, listDoomed } from '../../library/moderation/deletion.ts';
import { listable } from '../../library/node/visible.ts';
import type { Uint } from '../../protocol/types.ts';
import { banMembers } from '../../rules/members/banning.ts';
import { mayDelete, mayRemove } from '../../rules/rights/post.ts';
import { Service } from '../service.ts';
import { permitted, deleteAll } from './acts.ts';

/** What was deleted as spam. */
export interface SpamDeletion {
  /** With `deleteother` the authors' other posts are among them. */
  readonly nodeids: readonly number[];
  /** There are more posts of theirs that the caller may delete: he can ask again. */
  readonly more: boolean;
}

const MOST_AUTHORS = 100;
const MOST_OTHERS = 100;

/** Getting rid of spam and of those who write it. */
export class NodeSpam extends Service {
  /**
   * Deletes posts with all below them as deleteNodes does; with `deleteother` also the authors' other posts where the
   * caller moderates, and with `banusers` it bans the authors as user.banUsers does. All of it happens, or nothing.
   *
   * Of the other posts the newest 100 go with one call. While the answer says `more`, call again with `userids` and
   * without `nodeids`.
   * @param nodeids ids, as a list or separated by commas
   * @param userids the members, at most 100; without any the authors of the nodes. Guests are passed over
   * @param hard for good; otherwise posts are hidden, and moderators still see them
   * @param reason kept with hidden posts
   * @param banusergroupid a usergroup of banned members (`usergroup.fetchBannedUsergroups`), required with `banusers`
   * @param period `D_7` in days, `W_2` in weeks, `M_1` in months, `Y_1` in years, or `PERMANENT`
   * @param banreason is told to the banned members
   * @param report has no effect: the board reports to nobody outside
   * @throws invalid_node_id when one of them is not there for the caller
   * @throws not_logged_no_permission for a guest
   * @throws no_permission when the caller may not delete one of them, moderates no posts, or may not ban these members
   * @throws invalid_user_specified when a member who is to be banned does not exist
   * @throws invalid_parameter when there are too many members, or none to ban
   * @throws invalid_data when a reason is too long, one of them is a channel, there are too many, or the usergroup or
   *   the period cannot be used (its name)
   * @example nodeids[]=28&hard=0&reason=Spam
   * @as mod
   */
  async deleteNodesAsSpam(
    nodeids: Uint[] = [],
    userids: Uint[] = [],
    hard = true,
    reason = '',
    deleteother = false,
    banusers = false,
    banusergroupid: Uint = 0,
    period = 'PERMANENT',
    banreason = '',
    report = false,
  ): Promise<SpamDeletion> {
    if (userids.length > MOST_AUTHORS)
      throw new ApiError(
        'invalid_parameter',
        'userids',
        `at most ${MOST_AUTHORS} members are allowed`,
      );
    const may = hard ? mayRemove : mayDelete;
    const nodes = await permitted(this.ctx, nodeids, (node) => may(node, this.ctx.permissions));
    this.requireMember();
    const named = userids.length > 0 ? userids : nodes.map((node) => node.userid);
    const authors = named.filter((userid) => userid !== 0);
    const ban = { userids: authors, banusergroupid, period, reason: banreason };
    if (banusers) await banMembers(this.ctx, ban);
    const deleted = await deleteAll(this.ctx, nodes, hard, reason);
    if (!deleteother) return { nodeids: deleted, more: false };
    const others = await this.#deleteOthers(authors, hard, reason);
    return { nodeids: [...deleted, ...others.nodeids], more: others.more };
  }

  async #deleteOthers(
    userids: readonly number[],
    hard: boolean,
    reason: string,
  ): Promise<SpamDeletion> {
    const { db, permissions } = this.ctx;
    const right = hard ? 'canremoveposts' : 'candeleteposts';
    const channels = [...permissions.viewable].filter((id) => permissions.moderates(right, id));
    if (channels.length === 0) throw this.refusal();
    const visible = listable(permissions, channels);
    if (visible === undefined) return { nodeids: [], more: false };
    const doomed: Doomed = { userids, visible, hard };
    const found = await listDoomed(db, doomed, MOST_OTHERS);
    const nodeids = await deleteAll(this.ctx, found, hard, reason);
    return { nodeids, more: (await listDoomed(db, doomed, 1)).length > 0 };
  }
}
