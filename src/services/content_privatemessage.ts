import { quoteText } from '../bbcode/plain.ts';
import { ApiError } from '../errors.ts';
import { avatarRecord, findAvatars } from '../library/avatar.ts';
import { findContents, findReaderMarks } from '../library/content.ts';
import { findNode } from '../library/node.ts';
import {
  type HeldMessage,
  listConversation,
  listHeld,
  listParticipants,
  setRead,
} from '../library/privatemessage.ts';
import { findRawText } from '../library/text.ts';
import type { Uint } from '../protocol/types.ts';
import type { FullContent } from './content-shape.ts';
import { MessageSending } from './message-sending.ts';
import {
  type MessageRecipient,
  othersIn,
  type PrivateMessage,
  privateMessage,
} from './message-shape.ts';

/** A conversation. */
export interface Conversation {
  /** Its first message. */
  readonly nodeid: number;
  readonly title: string;
  /** Messages by nodeid, the oldest first. */
  readonly message: ReadonlyMap<number, PrivateMessage>;
  /** All who take part but the caller. */
  readonly recipients: readonly MessageRecipient[];
}

/** One who takes part in a conversation. */
export interface ConversationMember extends MessageRecipient {
  readonly avatarurl: string;
  /** 1 for the one who began it. */
  readonly starter: number;
}

/** A message to pass on. */
export interface Forward {
  readonly nodeid: number;
  /** To begin the new message with. */
  readonly title: string;
  /** BBCode: the message as a quotation. */
  readonly rawtext: string;
}

/** The newest messages of a conversation that one call returns. */
const LONGEST_CONVERSATION = 500;

/**
 * Private messages. A message is shown to those who hold a copy of it, and to nobody else: no moderator, no administrator,
 * and no other class. What a caller does not hold does not exist for him.
 */
export class ContentPrivatemessageService extends MessageSending {
  /**
   * Reads the conversation that a message belongs to, and marks it as read. What the caller has moved to the trash is
   * left out, unless the message asked for lies there itself. At most the newest 500 messages.
   * @throws not_logged_no_permission for a guest
   * @throws invalid_node_id when the caller holds no such message
   * @example nodeid=1
   */
  async getMessage(nodeid: Uint): Promise<Conversation> {
    const { starter, deleted } = await this.held(nodeid);
    const { db, user } = this.ctx;
    await setRead(db, user.userid, { nodeid: starter, starter }, true);
    const all = await listConversation(db, user.userid, starter, LONGEST_CONVERSATION);
    const shown = new Map(
      all.filter((one) => one.deleted <= deleted).map((one) => [one.nodeid, one]),
    );
    const message = await this.#messages(shown);
    const first = await findNode(db, starter);
    return {
      nodeid: starter,
      title: first?.title ?? '',
      message,
      recipients: othersIn(await listParticipants(db, [starter]), starter, user.userid),
    };
  }

  /**
   * Lists those who take part in a conversation, the caller among them. Who has left it is not there any more.
   * @param nodeid any message of the conversation
   * @throws not_logged_no_permission for a guest
   * @throws invalid_node_id when the caller holds no such message
   * @readonly
   * @example nodeid=1
   */
  async fetchParticipants(nodeid: Uint): Promise<ConversationMember[]> {
    const { starter } = await this.held(nodeid);
    const first = await this.held(starter);
    const { db, links } = this.ctx;
    const members = await listParticipants(db, [starter]);
    const avatars = await findAvatars(
      db,
      members.map(({ userid }) => userid),
    );
    return members.map(({ userid, username }) => ({
      userid,
      username,
      avatarurl: avatarRecord(avatars.get(userid), links).avatarpath,
      starter: userid === first.userid ? 1 : 0,
    }));
  }

  /**
   * Prepares messages for passing them on in a new one.
   * @param nodeids ids, as a list or separated by commas; at most the option `maxperpage`
   * @returns by nodeid a title and a text to begin with
   * @throws not_logged_no_permission for a guest
   * @throws invalid_data when there are too many
   * @throws invalid_node_id when the caller holds one of them not
   * @readonly
   * @example nodeids=1
   */
  async getForward(nodeids: Uint[]): Promise<ReadonlyMap<number, Forward>> {
    this.requireMember();
    const { db, user, board } = this.ctx;
    const wanted = [...new Set(nodeids)];
    const most = board.options.maxperpage;
    if (wanted.length > most) throw new ApiError('invalid_data', `at most ${most} nodes at once`);
    const held = new Set(await listHeld(db, user.userid, wanted));
    const missing = wanted.find((nodeid) => !held.has(nodeid));
    if (missing !== undefined) throw new ApiError('invalid_node_id', missing);
    const rows = await findContents(db, wanted);
    return new Map(
      rows.map(({ nodeid, authorname: author, startertitle, rawtext }) => {
        const quotation = quoteText({ author, nodeid, rawtext: rawtext ?? '' });
        return [nodeid, { nodeid, title: `Fwd: ${startertitle ?? ''}`, rawtext: quotation }];
      }),
    );
  }

  /**
   * Reads a message with its content and its author, and what the caller may do; it stays unread.
   * @param permissions taken for compatibility, and ignored
   * @returns the message by its nodeid: one member
   * @throws not_logged_no_permission for a guest
   * @throws invalid_node_id when the caller holds no such message
   * @readonly
   * @example nodeid=1
   */
  override async getFullContent(
    nodeid: Uint,
    permissions = false,
  ): Promise<ReadonlyMap<number, FullContent>> {
    return this.#messages(new Map([[nodeid, await this.held(nodeid)]]));
  }

  /**
   * The same as getFullContent.
   * @param permissions taken for compatibility, and ignored
   * @returns the message by its nodeid: one member
   * @throws not_logged_no_permission for a guest
   * @throws invalid_node_id when the caller holds no such message
   * @readonly
   * @example nodeid=1
   */
  override async getContent(
    nodeid: Uint,
    permissions = false,
  ): Promise<ReadonlyMap<number, FullContent>> {
    return this.getFullContent(nodeid);
  }

  /**
   * The text of a message as a quotation, to begin a reply with.
   * @returns BBCode: `[QUOTE=author;nodeid]…[/QUOTE]`, without the quotations in it
   * @throws not_logged_no_permission for a guest
   * @throws invalid_node_id when the caller holds no such message
   * @readonly
   * @example nodeid=1
   */
  override async getQuoteText(nodeid: Uint): Promise<string> {
    const { authorname } = await this.held(nodeid);
    const rawtext = (await findRawText(this.ctx.db, nodeid)) ?? '';
    return quoteText({ author: authorname, nodeid, rawtext });
  }

  /** Messages that the caller holds, with their content. */
  async #messages(held: ReadonlyMap<number, HeldMessage>): Promise<Map<number, PrivateMessage>> {
    const { db, links, permissions, user } = this.ctx;
    const rows = await findContents(db, [...held.keys()]);
    const marks = await findReaderMarks(db, user.userid, rows);
    const messages = rows.flatMap((row) => {
      const one = held.get(row.nodeid);
      return one
        ? [[row.nodeid, privateMessage(row, marks, one, permissions, links)] as const]
        : [];
    });
    return new Map(messages);
  }
}
