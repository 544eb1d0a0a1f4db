import { quoteText } from '../../../bbcode/plain.ts';
import { ApiError } from '../../../errors.ts';
import { findAvatars } from '../../../library/user/avatar.ts';
import { avatarRecord } from '../../../shapes/avatar.ts';
import { type ContentRow, findContents } from '../../../library/content/content.ts';
import { findFollowStatuses } from '../../../library/social/follow.ts';
import { findNodes } from '../../../library/node/node.ts';
import {
  listConversation,
  listHeld,
  listParticipants,
  type Participant,
  setRead,
} from '../../../library/message/privatemessage.ts';
import { ListById } from '../../../protocol/list-by-id.ts';
import type { Uint } from '../../../protocol/types.ts';
import { type BbcodeOptions, bbcodeOptions } from '../content.ts';
import type { FullContent } from '../../../shapes/content.ts';
import { messageContents } from '../../../rules/reading/messages.ts';
import { QuotingService } from '../quoting.ts';
import { held } from './held.ts';
import { type MessageRecipient, othersIn, type PrivateMessage } from '../../../shapes/message.ts';
import { capped } from '../../../rules/reading/paging.ts';

/** A conversation. */
export interface Conversation {
  /** Its first message. */
  readonly nodeid: number;
  readonly title: string;
  /** The first message, which everybody was given who takes part. */
  readonly message: PrivateMessage;
  /** All messages, the oldest first; the first one is among them unless it lies in the trash. */
  readonly messages: ListById<PrivateMessage>;
  /** All who take part but the caller. */
  readonly recipients: readonly MessageRecipient[];
  /** The first of `recipients`; missing when all others have left. */
  readonly firstRecipient?: MessageRecipient | undefined;
  /** How many `recipients` there are beside the first. */
  readonly otherRecipients: number;
  /** The userids of all who take part. */
  readonly included: readonly number[];
}

/** One who takes part in a conversation. */
export interface ConversationMember extends MessageRecipient {
  readonly avatarurl: string;
  /** 1 for the one who began it. */
  readonly starter: number;
  /** Whether the caller follows them: 0 no, 1 yes, 2 waits for approval. */
  readonly following: number;
}

/** A message to pass on. */
export interface ForwardedMessage {
  readonly nodeid: number;
  /** Of the conversation. */
  readonly title: string;
  /** All who take part. */
  readonly recipients: readonly MessageRecipient[];
  /** Their names with `; ` between. */
  readonly to: string;
  /** The text as it was written, BBCode. */
  readonly pagetext: string;
  /** When it was written, Unix seconds. */
  readonly date: number;
  readonly userid: number;
  readonly username: string;
  /** To begin the new message with: a title, and the message as a quotation. */
  readonly newtitle: string;
  readonly rawtext: string;
}

/** Messages to pass on. */
export interface Forward {
  /** The first of them; missing when none was asked for. */
  readonly first?: ForwardedMessage | undefined;
  /** In the order of their ids. */
  readonly messages: readonly ForwardedMessage[];
}

/** The newest messages of a conversation that one call returns. */
const LONGEST_CONVERSATION = 500;

/**
 * Private messages between members: conversations, the folders that they lie in, and requests.
 *
 * A message is shown to those who hold a copy of it, and to nobody else: no moderator, no administrator, and no other
 * class. What a caller does not hold does not exist for them.
 *
 * @lead
 * @sample 44
 */
export class MessageReading extends QuotingService {
  /**
   * Reads the conversation that a message belongs to, and marks it as read. What the caller has moved to the trash is
   * left out, unless the message asked for lies there itself. At most the newest 500 messages.
   * @throws not_logged_no_permission for a guest
   * @throws invalid_node_id when the caller holds no such message
   * @example nodeid=44
   */
  async getMessage(nodeid: Uint): Promise<Conversation> {
    const { starter, deleted } = await held(this.ctx, nodeid);
    const { db, user } = this.ctx;
    await setRead(db, user.userid, { nodeid: starter, starter }, true);
    const all = await listConversation(db, user.userid, starter, LONGEST_CONVERSATION);
    const [oldest] = all;
    const first = oldest?.nodeid === starter ? oldest : await held(this.ctx, starter);
    const shown = all.filter((one) => one.deleted <= deleted);
    const contents = await messageContents(
      this.ctx,
      new Map([first, ...shown].map((one) => [one.nodeid, one])),
    );
    const message = contents.get(starter);
    if (message === undefined) throw new ApiError('invalid_node_id', nodeid);
    const participants = await listParticipants(db, [starter]);
    const recipients = othersIn(participants, starter, user.userid);
    return {
      nodeid: starter,
      title: first.title,
      message,
      messages: new ListById(
        shown.flatMap(({ nodeid: id }) => {
          const one = contents.get(id);
          return one === undefined ? [] : [[id, one] as const];
        }),
      ),
      recipients,
      firstRecipient: recipients[0],
      otherRecipients: Math.max(recipients.length - 1, 0),
      included: participants.map(({ userid }) => userid),
    };
  }

  /**
   * Lists those who take part in a conversation, the caller among them, also those who have deleted it.
   * @param nodeid any message of the conversation
   * @throws not_logged_no_permission for a guest
   * @throws invalid_node_id when the caller holds no such message
   * @readonly
   * @example nodeid=44
   */
  async fetchParticipants(nodeid: Uint): Promise<ConversationMember[]> {
    const { starter } = await held(this.ctx, nodeid);
    const first = await held(this.ctx, starter);
    const { db, links, user } = this.ctx;
    const members = await listParticipants(db, [starter]);
    const userids = members.map(({ userid }) => userid);
    const avatars = await findAvatars(db, userids);
    const followed = await findFollowStatuses(db, user.userid, 'follow_members', userids);
    return members.map(({ userid, username }) => ({
      userid,
      username,
      avatarurl: avatarRecord(avatars.get(userid), links).avatarpath,
      starter: userid === first.userid ? 1 : 0,
      following: followed.get(userid) ?? 0,
    }));
  }

  /**
   * Prepares messages for passing them on in a new one.
   * @param nodeids ids, as a list or separated by commas; at most the option `maxperpage`
   * @throws not_logged_no_permission for a guest
   * @throws invalid_data when there are too many
   * @throws invalid_node_id when the caller does not hold one of them
   * @readonly
   * @example nodeids=45
   */
  async getForward(nodeids: Uint[]): Promise<Forward> {
    this.requireMember();
    const { db, user } = this.ctx;
    const wanted = capped(this.ctx, [...new Set(nodeids)]);
    const own = new Set(await listHeld(db, user.userid, wanted));
    const missing = wanted.find((nodeid) => !own.has(nodeid));
    if (missing !== undefined) throw new ApiError('invalid_node_id', missing);
    const rows = await findContents(db, wanted);
    const participants = await listParticipants(
      db,
      rows.map(({ starter }) => starter),
    );
    const messages = rows.map((row) => forwarded(row, participants));
    return { first: messages[0], messages };
  }

  /**
   * Reads a message with its content and its author, and what the caller may do; it stays unread.
   * @param permissions has no effect: the rights are the caller's own
   * @returns the message by its nodeid: one member
   * @throws not_logged_no_permission for a guest
   * @throws invalid_node_id when the caller holds no such message
   * @readonly
   * @example nodeid=44
   */
  override async getFullContent(
    nodeid: Uint,
    permissions = false,
  ): Promise<ReadonlyMap<number, FullContent>> {
    return messageContents(this.ctx, new Map([[nodeid, await held(this.ctx, nodeid)]]));
  }

  /**
   * The same as getFullContent.
   * @param permissions has no effect: the rights are the caller's own
   * @returns the message by its nodeid: one member
   * @throws not_logged_no_permission for a guest
   * @throws invalid_node_id when the caller holds no such message
   * @readonly
   * @example nodeid=44
   */
  override async getContent(
    nodeid: Uint,
    permissions = false,
  ): Promise<ReadonlyMap<number, FullContent>> {
    return this.getFullContent(nodeid);
  }

  protected override async authorsOf(
    nodeids: readonly number[],
  ): Promise<ReadonlyMap<number, string>> {
    this.requireMember();
    const { db, user } = this.ctx;
    const nodes = await findNodes(db, await listHeld(db, user.userid, nodeids));
    return new Map(nodes.map((node) => [node.nodeid, node.authorname]));
  }

  /**
   * What private messages may hold: BBCode, with pictures and with bare links made links, and neither HTML nor smilies.
   * @param nodeid a message that the caller holds; 0 for a new one
   * @throws not_logged_no_permission for a guest
   * @throws invalid_node_id when the caller holds no such message
   * @readonly
   * @example nodeid=45
   */
  override async getBbcodeOptions(nodeid: Uint = 0): Promise<BbcodeOptions> {
    this.requireMember();
    if (nodeid !== 0) await held(this.ctx, nodeid);
    return bbcodeOptions;
  }
}

function forwarded(row: ContentRow, participants: readonly Participant[]): ForwardedMessage {
  const { nodeid, starter, userid, authorname: username, created } = row;
  const title = row.startertitle ?? '';
  const pagetext = row.rawtext ?? '';
  const recipients = othersIn(participants, starter, 0);
  return {
    nodeid,
    title,
    recipients,
    to: recipients.map((one) => one.username).join('; '),
    pagetext,
    date: created,
    userid,
    username,
    newtitle: `Fwd: ${title}`,
    rawtext: quoteText({ author: username, nodeid, rawtext: pagetext }),
  };
}
