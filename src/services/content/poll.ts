import { ApiError } from '../../errors.ts';
import { insertJob } from '../../library/outbox.ts';
import {
  deletePollOptions,
  findPollOptions,
  holdPoll,
  insertPoll,
  insertPollOptions,
  insertPollVotes,
  listPollOptions,
  type PollOptionRow,
  type PollRow,
  type PollSettings,
  updatePoll,
  updatePollOption,
} from '../../library/content/poll.ts';
import { findNode, type FoundNode, lockOneNode, updateNode } from '../../library/node/node.ts';
import { isBlank } from '../../library/text/wording.ts';
import type { Uint } from '../../protocol/types.ts';
import { mayMake } from '../../rules/rights/types.ts';
import { newSettings, settingsOf, titlesOf } from '../../rules/writing/poll.ts';
import { isOver, mayVote, voterOf } from '../../rules/rights/poll.ts';
import {
  type PostExtras,
  type PostOptions,
  type TimeChanges,
  type WrittenAs,
  writtenPost,
  changedPost,
} from '../../rules/writing/post-data.ts';
import { QuotingService } from './quoting.ts';
import { removePost } from '../../rules/writing/removal.ts';
import { insertPost } from '../../rules/writing/post.ts';
import { postOf, editPost, permitEdit } from '../../rules/writing/edit.ts';

/** A new poll. */
export interface PollData extends PostExtras {
  /** A channel for a topic, a topic for a reply, a reply for a comment. */
  parentid: Uint;
  /** The question; required for a topic. */
  title?: string;
  /** BBCode, or HTML; the title when it is left out. */
  rawtext?: string;
  /** What can be chosen, in this order: two at least. */
  polloptions: string[];
  /** Members may choose several options. */
  multiple?: boolean;
  /** Everybody sees who has voted for what. */
  public?: boolean;
  /** When it closes, Unix seconds; 0 for never. */
  timeout?: Uint;
}

/** A poll for a topic that is there already. */
export interface TopicPollData {
  /** What is asked; the topic's title when it is left out. */
  question?: string;
  /** What can be chosen, in this order: two at least. */
  polloptions: string[];
  /** Members may choose several options. */
  multiple?: boolean;
  /** Everybody sees who has voted for what. */
  public?: boolean;
  /** When it closes, Unix seconds; 0 for never. */
  timeout?: Uint;
}

/** What changes in a poll. */
export interface PollChanges extends TimeChanges, WrittenAs {
  title?: string;
  /** BBCode, or HTML: see `options`. */
  rawtext?: string;
  /** What is asked; empty for the title. */
  question?: string;
  /** All options, in their order. One that has the title of an old one, or its id, keeps the votes. */
  polloptions?: string[];
  /** For each of `polloptions` the id of the old option that it renames; 0 for none. */
  polloptionids?: Uint[];
  multiple?: boolean;
  public?: boolean;
  /** Unix seconds; a time that is over closes the poll, 0 opens it for good. */
  timeout?: Uint;
}

/**
 * Polls: topics, replies and comments with options that members choose from.
 *
 * @sample 35
 */
export class ContentPollService extends QuotingService {
  /**
   * Posts a poll: see content_text.add. Its options and votes are in the post's full content.
   * @returns the new nodeid
   * @throws invalid_node_id when there is no such parent for the caller
   * @throws no_permission when he may not post polls there
   * @throws not_logged_no_permission when a guest may not
   * @throws category_takes_no_topics when the channel is a category
   * @throws threadclosed when the topic is closed
   * @throws too_many_polloptions past the option `maxpolloptions`
   * @throws invalid_data when the options cannot be used, or the poll would be closed already
   * @throws missing_content when there is neither text nor title
   * @throws title_required when a topic has no title
   * @throws title_too_long past the option `titlemaxchars`
   * @throws text_too_long past the option `postmaxchars`
   * @throws postfloodcheck when the last post was less than `floodchecktime` seconds ago
   * @throws duplicate_post when the same was posted in the same place a moment ago
   * @throws too_many_tags past the options `maxtags` and `maxstartertags`
   * @example data[parentid]=14&data[title]=Tea or coffee%3F&data[polloptions][]=Tea&data[polloptions][]=Coffee
   */
  async add(data: PollData, options: PostOptions = {}): Promise<Uint> {
    const { board, db } = this.ctx;
    const { title = '' } = data;
    const { rawtext, markup } = writtenPost(this.ctx, data, options);
    const titles = titlesOf(data.polloptions, board.options.maxpolloptions);
    const settings = newSettings(data, this.ctx);
    return insertPost(
      this.ctx,
      'Poll',
      { ...data, rawtext: isBlank(rawtext) ? title : rawtext, markup },
      (nodeid) => insertPoll(db, nodeid, settings, titles),
    );
  }

  /**
   * Makes a topic of text a poll: it keeps its id, its title, its text and its replies. For those who may edit the topic and begin
   * polls in its channel. Ours: vBulletin 4 adds polls to topics.
   * @returns true
   * @throws not_logged_no_permission for a guest
   * @throws invalid_node_id when there is no such topic for the caller
   * @throws no_permission when he may not edit it, or may not post polls there
   * @throws edit_time_over when the author's time is over
   * @throws threadclosed when the topic is closed
   * @throws too_many_polloptions past the option `maxpolloptions`
   * @throws invalid_data when the topic is of another type, a poll for example; when the options cannot be used; when
   *   the poll would be closed already
   * @throws title_too_long when the question is past the option `titlemaxchars`
   * @example nodeid=27&data[question]=Tea or coffee%3F&data[polloptions][]=Tea&data[polloptions][]=Coffee
   */
  async addToTopic(nodeid: Uint, data: TopicPollData): Promise<boolean> {
    this.requireMember();
    const { board, db } = this.ctx;
    const titles = titlesOf(data.polloptions, board.options.maxpolloptions);
    // Of two at once the second one finds a poll.
    await lockOneNode(db, nodeid);
    const topic = await this.#forumTopic(nodeid);
    this.#permitAdding(topic);
    const settings = newSettings(data, this.ctx);
    await updateNode(db, nodeid, { contenttypeid: board.contentTypes.Poll });
    await insertPoll(db, nodeid, settings, titles);
    return true;
  }

  /**
   * Edits a poll: its author within the time his usergroup has, or a moderator at any time. Once somebody has voted,
   * only a moderator changes options or whether several may be chosen, and nobody makes public who has voted.
   * @returns true
   * @throws invalid_node_id when there is no such poll for the caller
   * @throws not_logged_no_permission for a guest
   * @throws no_permission when he may not edit it
   * @throws edit_time_over when the author's time is over
   * @throws threadclosed when the topic is closed
   * @throws poll_has_votes when somebody has voted already
   * @throws too_many_polloptions past the option `maxpolloptions`
   * @throws invalid_poll_option when there is no such option in the poll
   * @throws invalid_data when the options cannot be used
   * @throws missing_content when the text is empty
   * @throws title_required when a topic would lose its title
   * @throws title_too_long past the option `titlemaxchars`
   * @throws text_too_long past the option `postmaxchars`
   * @example nodeid=35&data[polloptions][]=Tea&data[polloptions][]=Coffee&data[polloptions][]=Water
   * @as mod
   */
  async update(nodeid: Uint, data: PollChanges, options: PostOptions = {}): Promise<boolean> {
    const { board, db } = this.ctx;
    const { polloptions, polloptionids = [] } = data;
    const titles = polloptions && titlesOf(polloptions, board.options.maxpolloptions);
    const node = await postOf(this.ctx, 'Poll', nodeid);
    await editPost(this.ctx, 'Poll', node, changedPost(this.ctx, data, options));
    const poll = await holdPoll(db, nodeid);
    if (poll === undefined) throw new ApiError('invalid_node_id', nodeid);
    const settings = settingsOf(data, board.options);
    this.#permitSettings(node, poll, settings);
    await updatePoll(db, nodeid, settings);
    if (titles !== undefined) await this.#editOptions(node, poll, titles, polloptionids);
    return true;
  }

  /**
   * Deletes a post for good, with all below it. Who deletes a message on his own profile and may not do so for good only
   * hides it: moderators still see it.
   * @returns true
   * @throws invalid_node_id when there is no such post for the caller
   * @throws not_logged_no_permission for a guest
   * @throws no_permission when he may not remove posts there
   * @example nodeid={sample}
   * @as mod
   */
  async delete(nodeid: Uint): Promise<boolean> {
    await removePost(this.ctx, 'Poll', nodeid);
    return true;
  }

  /**
   * Votes, once in a poll. Guests who may vote share one vote for each address.
   * @param polloptionids the options chosen, as a list or separated by commas; only one unless the poll has `multiple`
   * @returns the poll's nodeid
   * @throws nopolloptionselected when nothing is chosen
   * @throws invalid_poll_option when there is no such option for the caller
   * @throws invalid_data when the options are not of one poll, or too many
   * @throws not_logged_no_permission when a guest finds none, or may not vote
   * @throws no_permission when the caller may not vote there
   * @throws threadclosed when the topic is closed
   * @throws poll_closed when the poll's time is over
   * @throws useralreadyvote when he has voted in it
   * @example polloptionids[]=1
   */
  async vote(polloptionids: Uint[]): Promise<Uint> {
    const { board, db, now } = this.ctx;
    const chosen = [...new Set(polloptionids)];
    const most = board.options.maxpolloptions;
    if (chosen.length === 0) throw new ApiError('nopolloptionselected');
    if (chosen.length > most) throw new ApiError('invalid_data', `at most ${most} options at once`);
    const { nodeid } = await this.#pollOf(chosen);
    const poll = await holdPoll(db, nodeid);
    // Looked for again, since they may have been edited before the poll was held.
    const node = await this.#pollOf(chosen);
    this.#permitVote(node, poll, chosen);
    if (!(await insertPollVotes(db, nodeid, voterOf(this.ctx), chosen, now)))
      throw new ApiError('useralreadyvote');
    await this.#tellAuthor(node, poll);
    return nodeid;
  }

  /** Channels, replies and messages on profiles are no topics of a forum. */
  async #forumTopic(nodeid: number): Promise<FoundNode> {
    const topic = await this.viewable(nodeid);
    if (topic.starter !== nodeid || topic.setfor !== 0)
      throw new ApiError('invalid_node_id', nodeid);
    return topic;
  }

  #permitAdding(topic: FoundNode): void {
    const { board, permissions } = this.ctx;
    const { channelid, contenttypeid } = topic;
    permitEdit(this.ctx, topic);
    if (!permissions.can('canpostnew', channelid) || !mayMake('Poll', channelid, permissions))
      throw this.refusal();
    if (contenttypeid !== board.contentTypes.Text)
      throw new ApiError('invalid_data', 'only a topic of text becomes a poll');
  }

  /** Somebody has voted; who it was is told only of a public poll. */
  async #tellAuthor(node: FoundNode, poll: PollRow | undefined): Promise<void> {
    const { db, now, user } = this.ctx;
    if (node.userid === user.userid) return;
    const userid = poll?.public === 1 ? user.userid : 0;
    await insertJob(db, 'notify', { event: 'vote', nodeid: node.nodeid, userid }, now);
  }

  /** The one poll of these options, if the caller sees it. */
  async #pollOf(polloptionids: readonly number[]): Promise<FoundNode> {
    const found = await findPollOptions(this.ctx.db, polloptionids);
    const known = new Set(found.map((option) => option.polloptionid));
    const missing = polloptionids.find((id) => !known.has(id));
    const [first] = found;
    if (missing !== undefined || first === undefined) throw this.#noOption(missing ?? 0);
    const node = await findNode(this.ctx.db, first.nodeid);
    if (node === undefined || !this.sees(node)) throw this.#noOption(first.polloptionid);
    if (found.some((option) => option.nodeid !== first.nodeid))
      throw new ApiError('invalid_data', 'the options are not of one poll');
    return node;
  }

  /** What a guest cannot find he may find as a member. */
  #noOption(polloptionid: number): ApiError {
    if (this.ctx.user.userid === 0) return new ApiError('not_logged_no_permission');
    return new ApiError('invalid_poll_option', polloptionid);
  }

  #permitVote(node: FoundNode, poll: PollRow | undefined, chosen: readonly number[]): void {
    const { now, permissions } = this.ctx;
    if (!permissions.can('canvote', node.channelid)) throw this.refusal();
    if (!mayVote(this.ctx, node)) throw new ApiError('threadclosed');
    if (poll === undefined || isOver(poll, now)) throw new ApiError('poll_closed');
    if (poll.multiple === 0 && chosen.length > 1)
      throw new ApiError('invalid_data', 'only one option can be chosen');
  }

  #permitSettings(node: FoundNode, poll: PollRow, settings: Partial<PollSettings>): void {
    if (poll.voters === 0) return;
    if (settings.public === 1 && poll.public === 0) throw new ApiError('poll_has_votes', 'public');
    const moderates = this.ctx.permissions.moderates('caneditposts', node.channelid);
    if (!moderates && (settings.multiple ?? poll.multiple) !== poll.multiple)
      throw new ApiError('poll_has_votes', 'multiple');
  }

  async #editOptions(
    node: FoundNode,
    poll: PollRow,
    titles: readonly string[],
    ids: readonly number[],
  ): Promise<void> {
    const { db, permissions } = this.ctx;
    const { nodeid } = node;
    const old = await listPollOptions(db, [nodeid]);
    const plan = titles.map((title, displayorder) => ({
      title,
      displayorder,
      kept: oldOption(old, title, ids[displayorder] ?? 0),
    }));
    const keptIds = plan.flatMap((option) => option.kept?.polloptionid ?? []);
    const kept = new Set(keptIds);
    if (kept.size < keptIds.length)
      throw new ApiError('invalid_data', 'polloptionids names an option twice');
    const removed = old.map((option) => option.polloptionid).filter((id) => !kept.has(id));
    const same = removed.length === 0 && plan.every(({ kept, title }) => kept?.title === title);
    if (!same && poll.voters > 0 && !permissions.moderates('caneditposts', node.channelid))
      throw new ApiError('poll_has_votes', 'polloptions');
    await deletePollOptions(db, nodeid, removed);
    const added: { title: string; displayorder: number }[] = [];
    for (const { title, displayorder, kept: option } of plan) {
      if (option === undefined) added.push({ title, displayorder });
      else await updatePollOption(db, option.polloptionid, { title, displayorder });
    }
    await insertPollOptions(db, nodeid, added);
  }
}

/** The old option with this id, or without an id the one with this title. */
function oldOption(
  old: readonly PollOptionRow[],
  title: string,
  id: number,
): PollOptionRow | undefined {
  if (id === 0) return old.find((option) => option.title === title);
  const found = old.find((option) => option.polloptionid === id);
  if (found === undefined) throw new ApiError('invalid_poll_option', id);
  return found;
}
