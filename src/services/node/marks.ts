import { nothing } from '../../db/clause.ts';
import { ApiError } from '../../errors.ts';
import type { FoundNode } from '../../library/node/node.ts';
import {
  covers,
  deleteMarks,
  findReadTimes,
  laterMark,
  type Mark,
  markEachRead,
  markRead,
  markUpTo,
  noMark,
  readTimeOf,
  unreadSince,
  WHOLE_SECOND,
} from '../../library/marks/noderead.ts';
import { dismissSeen } from '../../library/social/notification.ts';
import { MAIN_CHANNEL } from '../../library/board/system-channels.ts';
import {
  findUnreadBelow,
  findFirstChildAfter,
  type UnreadPlace,
} from '../../library/marks/unread.ts';
import { listableIn } from '../../library/node/visible.ts';
import type { Uint } from '../../protocol/types.ts';
import { seenAmong, isChannel } from '../../rules/reading/sight.ts';
import { countView } from '../../rules/reading/contents.ts';
import { Service } from '../service.ts';

/** Up to when a node counts as read. */
export interface ReadTime {
  /** Unix seconds; 0 for a guest. */
  readonly readtime: number;
}

/** A child of a node. */
export interface FoundChild {
  /** 0 when there is none. */
  readonly nodeid: number;
}

/** What is new below a node. */
export interface Unread extends ReadTime {
  /** In a channel its unread topics, without those of the channels in it; in a topic its unread posts. At most 100. */
  readonly unread: number;
  /** In a topic the post to go on reading from; 0 where all is read, and in channels. */
  readonly firstunread: number;
}

/** What is new, by node. */
export type UnreadMap = ReadonlyMap<number, Unread>;

/** What a member has read, and how often topics are looked at. */
export class NodeMarks extends Service {
  /**
   * Marks a topic or channel as read, and the caller's notifications about what was read there.
   * @param readtime Unix seconds, for a topic read up to there; 0 for now
   * @param readid of the second `readtime`, up to which node; 0 for all that there are now
   * @returns the ids marked
   * @throws not_logged_no_permission for a guest
   * @throws invalid_node_id when there is no such node for the caller
   * @example nodeid=27
   */
  async markRead(nodeid: Uint, readtime: Uint = 0, readid: Uint = 0): Promise<Uint[]> {
    this.requireMember();
    const { db, now, user } = this.ctx;
    const node = await this.viewable(nodeid);
    const until = readtime === 0 ? now : Math.min(readtime, now);
    const all = await markUpTo(db, until);
    const mark = readid === 0 ? all : { ...all, readid: Math.min(readid, all.readid) };
    const there = await markRead(db, user.userid, node.nodeid, mark);
    if (!there) throw new ApiError('invalid_node_id', nodeid);
    await dismissSeen(db, user.userid, [node.nodeid], mark, now);
    return [node.nodeid];
  }

  /**
   * Marks several topics or channels as read, and the caller's notifications about what was read there; a mark on a
   * channel is one for all below it. Those that the caller may
   * not see are left out, as if they did not exist.
   * @param nodeids ids, as a list or separated by commas
   * @returns the ids marked
   * @throws not_logged_no_permission for a guest
   * @throws invalid_data when there are too many ids
   * @example nodeids[]=27&nodeids[]=28
   */
  async markReadMultiple(nodeids: Uint[]): Promise<Uint[]> {
    this.requireMember();
    const seen = await seenAmong(this.ctx, nodeids);
    return this.#mark(seen.map((node) => node.nodeid));
  }

  /**
   * Marks several topics or channels as unread: what the caller has read of each is forgotten. A topic whose channel was
   * marked as read since stays read with it.
   * @param nodeids ids, as a list or separated by commas
   * @returns the ids that are unread now
   * @throws not_logged_no_permission for a guest
   * @throws invalid_data when there are too many ids
   * @example nodeids[]=27&nodeids[]=28
   */
  async markUnreadMultiple(nodeids: Uint[]): Promise<Uint[]> {
    this.requireMember();
    const { db, user } = this.ctx;
    const seen = await seenAmong(this.ctx, nodeids);
    await deleteMarks(
      db,
      user.userid,
      seen.map((node) => node.nodeid),
    );
    const marks = await this.#marksOf(seen.map((node) => node.nodeid));
    return seen
      .filter(({ nodeid, lastcontent, lastcontentid }) => {
        const mark = marks.get(nodeid) ?? noMark;
        return !covers(mark, lastcontent, lastcontentid);
      })
      .map((node) => node.nodeid);
  }

  /**
   * Marks a channel with all below it as read, at one stroke.
   * @param nodeid 0 for the whole board
   * @returns the channels that are read now
   * @throws not_logged_no_permission for a guest
   * @throws invalid_node_id when there is no such channel for the caller
   * @example nodeid=14
   */
  async markChannelsRead(nodeid: Uint = 0): Promise<Uint[]> {
    this.requireMember();
    const { board, permissions } = this.ctx;
    const channel = await this.viewable(nodeid || board.channelByGuid(MAIN_CHANNEL));
    if (!isChannel(this.ctx, channel)) throw new ApiError('invalid_node_id', nodeid);
    await this.#mark([channel.nodeid]);
    const below = board.subtree(channel.nodeid).map((each) => each.nodeid);
    return below.filter((each) => permissions.viewable.has(each));
  }

  /**
   * Up to when a node counts as read for the caller: the latest mark on it and on what it lies in, and never longer ago
   * than the option `markinglimit` says.
   * @throws invalid_node_id when there is no such node for the caller
   * @readonly
   * @example nodeid=27
   */
  async getNodeReadTime(nodeid: Uint): Promise<ReadTime> {
    const node = await this.viewable(nodeid);
    if (this.ctx.user.userid === 0) return { readtime: 0 };
    const marks = await this.#marksOf([nodeid]);
    return { readtime: readTimeOf(node, marks.get(nodeid) ?? noMark) };
  }

  /**
   * Finds the first child of a node after a point in time, to jump to what is unread: see getNodeReadTime.
   * @param parentNodeId a topic, for its replies; or a channel or reply
   * @param timeStamp Unix seconds
   * @throws invalid_node_id when there is no such node for the caller
   * @readonly
   * @example parentNodeId=27&timeStamp=0
   */
  async getFirstChildAfterTime(parentNodeId: Uint, timeStamp: Uint): Promise<FoundChild> {
    const { db, permissions } = this.ctx;
    const parent = await this.viewable(parentNodeId);
    const condition = listableIn(permissions, parent.channelid);
    if (condition === undefined) return { nodeid: 0 };
    return { nodeid: (await findFirstChildAfter(db, parentNodeId, timeStamp, condition)) ?? 0 };
  }

  /**
   * Counts what is new for the caller in channels and topics, for badges, and tells where to go on reading. Ours: vBulletin has no method for it. A
   * channel counts among its 500 topics with the newest posts. Those that the caller may not see are left out.
   * @param nodeids ids, as a list or separated by commas
   * @returns by node
   * @throws not_logged_no_permission for a guest
   * @throws invalid_data when there are too many ids
   * @readonly
   * @example nodeids[]=14&nodeids[]=27
   */
  async fetchUnreadCounts(nodeids: Uint[]): Promise<UnreadMap> {
    this.requireMember();
    const { db, user } = this.ctx;
    const seen = await seenAmong(this.ctx, nodeids);
    const marks = await this.#marksOf(seen.map((node) => node.nodeid));
    const found = await findUnreadBelow(db, user.userid, this.#places(seen, marks));
    return new Map(
      seen.map((node) => {
        const readtime = readTimeOf(node, marks.get(node.nodeid) ?? noMark);
        const { unread, firstunread } = found.get(node.nodeid) ?? nothingUnread;
        return [node.nodeid, { readtime, unread, firstunread }];
      }),
    );
  }

  /**
   * Notes that somebody looks at a topic. Reading its full content does so, too; within a quarter of an hour the same
   * caller counts once. The number, `content.views`, follows some seconds later.
   * @param nodeid a topic, or a post in it
   * @returns true
   * @throws invalid_node_id when there is no such topic for the caller
   * @readonly
   * @example nodeid=27
   */
  async incrementNodeview(nodeid: Uint): Promise<boolean> {
    const node = await this.viewable(nodeid);
    if (isChannel(this.ctx, node)) throw new ApiError('invalid_node_id', nodeid);
    countView(this.ctx, node.starter);
    return true;
  }

  /** Marks nodes as read, as far as there is something. */
  async #mark(nodeids: readonly number[]): Promise<number[]> {
    const { db, now, user } = this.ctx;
    const mark = await markUpTo(db, now);
    const marked = await markEachRead(db, user.userid, nodeids, mark);
    await dismissSeen(db, user.userid, marked, mark, now);
    return marked;
  }

  /** How far the caller has read these nodes; what is older than the option `markinglimit` is read. */
  async #marksOf(nodeids: readonly number[]): Promise<ReadonlyMap<number, Mark>> {
    const { board, db, now, user } = this.ctx;
    const marks = await findReadTimes(db, user.userid, nodeids);
    const oldest = { readtime: unreadSince(board.options, now), readid: WHOLE_SECOND };
    return new Map(
      nodeids.map((nodeid) => [nodeid, laterMark(marks.get(nodeid) ?? noMark, oldest)]),
    );
  }

  #places(nodes: readonly FoundNode[], marks: ReadonlyMap<number, Mark>): readonly UnreadPlace[] {
    const { permissions } = this.ctx;
    return nodes.map((node) => ({
      nodeid: node.nodeid,
      ischannel: isChannel(this.ctx, node),
      mark: marks.get(node.nodeid) ?? noMark,
      listable: listableIn(permissions, node.channelid) ?? nothing,
    }));
  }
}

const nothingUnread = { unread: 0, firstunread: 0 };
