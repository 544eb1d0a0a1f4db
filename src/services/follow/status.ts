import { findFollowStatus, findFollowStatuses, followStatus } from '../../library/social/follow.ts';
import type { Uint } from '../../protocol/types.ts';
import { type Place, placeOf } from './followed.ts';
import { isChannel, seenAmong } from '../../rules/reading/sight.ts';
import { Service } from '../service.ts';

/** Which nodes a member follows. */
export interface FollowingList {
  /** 0 no, 1 yes; by nodeid, for the nodes that he may see. */
  readonly following: ReadonlyMap<number, number>;
}

/** Tells whether the caller follows something. */
export class FollowStatusService extends Service {
  /**
   * Tells whether the caller follows a topic or channel.
   * @param contentId a nodeid
   * @returns 0 or 1; 0 for a guest
   * @throws invalid_node_id when there is no such node for the caller
   * @readonly
   * @example contentId=2
   */
  async isFollowingContent(contentId: Uint): Promise<Uint> {
    const node = await this.viewable(contentId);
    return (await this.#statusesOf([node])).get(contentId) ?? followStatus.no;
  }

  /**
   * Tells which topics and channels the caller follows. Those that he may not see are left out.
   * @param nodeids at most the option `maxperpage`
   * @throws invalid_data when there are too many
   * @readonly
   * @example nodeids[]=1&nodeids[]=2
   */
  async isFollowingContentList(nodeids: Uint[]): Promise<FollowingList> {
    return { following: await this.#statusesOf(await seenAmong(this.ctx, nodeids)) };
  }

  /**
   * Tells whether the caller follows a member.
   * @returns 0, 1, or 2 while he waits for approval; 0 for a guest
   * @readonly
   * @example profileUser=2
   */
  async isFollowingUser(profileUser: Uint): Promise<Uint> {
    const { db, user } = this.ctx;
    const key = { userid: user.userid, type: 'follow_members', itemid: profileUser } as const;
    return user.userid === 0 ? followStatus.no : findFollowStatus(db, key);
  }

  async #statusesOf(nodes: readonly Place[]): Promise<ReadonlyMap<number, number>> {
    const { db, user } = this.ctx;
    const channels = nodes.filter((node) => isChannel(this.ctx, node)).map(placeOf);
    const topics = nodes.filter((node) => !isChannel(this.ctx, node)).map(placeOf);
    const followed = new Map([
      ...(await findFollowStatuses(db, user.userid, 'follow_channel', channels)),
      ...(await findFollowStatuses(db, user.userid, 'follow_contents', topics)),
    ]);
    return new Map(nodes.map((node) => [node.nodeid, followed.get(placeOf(node)) ?? 0]));
  }
}
