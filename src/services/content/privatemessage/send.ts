import { ApiError } from '../../../errors.ts';
import {
  type Correspondent,
  findWanted,
  isFull,
  listCorrespondents,
  lockCorrespondents,
  mayWriteTo,
  nameAll,
  readWanted,
  usesMessages,
} from '../../../library/message/recipient.ts';
import { type FoundNode, findNode } from '../../../library/node/node.ts';
import {
  findTwin,
  insertMessage,
  insertParticipants,
  listParticipants,
  type Participant,
} from '../../../library/message/privatemessage.ts';
import { findLastWritten } from '../../../library/user/poster.ts';
import { PRIVATEMESSAGE_CHANNEL } from '../../../library/board/system-channels.ts';
import { userOptions } from '../../../library/user/useroption.ts';
import { checkText, tidyTitle } from '../../../library/text/wording.ts';
import { findIgnoring } from '../../../library/user/userlist.ts';
import type { Uint } from '../../../protocol/types.ts';
import { refuseFlood } from '../../../rules/writing/flood.ts';
import { Service } from '../../service.ts';
import { held, lockHeld } from './held.ts';
import { writtenText } from '../../../rules/writing/post-data.ts';

/** A new private message. Its recipients may be named under any of the four names, which add up. */
export interface MessageData {
  /** Required for a new conversation. */
  title?: string;
  /** BBCode, or HTML: see `options`. */
  rawtext: string;
  /** The message to reply to: any one of the conversation. Left out, 0, or fetchPMChannel's for a new conversation. */
  parentid?: Uint;
  /** The same as `parentid`. */
  respondto?: Uint;
  /** Usernames with `;` between, or a list of such texts. */
  msgRecipients?: string[];
  /** Userids or usernames with `;` or `,` between, or a list; all digits are a userid. */
  recipients?: string[];
  /** As `recipients`. */
  sentto?: string[];
  /** As `recipients`. */
  to_userids?: string[];
}

/** Switches of vBulletin's; of those that skip a check none is taken from a caller. */
export interface MessageOptions {
  /**
   * Whether the text is HTML of a rich editor, which becomes BBCode; without it a text with elements that such editors
   * write is HTML.
   */
  wysiwyg?: boolean;
  /** In HTML, line ends are line breaks; in BBCode they always are. */
  nl2br?: boolean;
}

interface Words {
  readonly title: string;
  readonly rawtext: string;
}

/** Writing messages, and letting more members take part. */
export class MessageSending extends Service {
  /**
   * Sends a private message: a new conversation to the recipients named, or a reply (`data[parentid]`) to all who take
   * part, also to those who have deleted what they had of it. The author keeps a copy in `sent_items`. A reply passes
   * over those who take no messages any more, ignore the author, or whose messages are full; when there is nobody else,
   * it is refused.
   * @returns the new nodeid
   * @throws not_logged_no_permission for a guest
   * @throws no_permission when the board or the caller's usergroup has no private messages
   * @throws pmturnedoff when the caller has switched his own off
   * @throws invalid_node_id when the caller holds no message to reply to
   * @throws missing_content when the text is empty
   * @throws title_required when a new conversation has no title
   * @throws title_too_long past the option `titlemaxchars`
   * @throws text_too_long past the option `postmaxchars`
   * @throws pmnorecipients when nobody but the caller would get it
   * @throws pmtoomanyrecipients past the option `pmmaxrecipients`
   * @throws pmrecipientsnotfound when there are no such members (their names, with `; ` between)
   * @throws pmrecipturnedoff when members take no messages (their names)
   * @throws pmrecipquotaexceeded when the messages of members are full (their names)
   * @throws pmquotaexceeded when the caller keeps as many messages as the option `pmquota` allows
   * @throws invalid_data when a reply names somebody who takes no part: see addPMRecipients
   * @throws postfloodcheck when the last message was less than `floodchecktime` seconds ago
   * @throws duplicate_post when the same was sent to the same a moment ago
   * @example data[msgRecipients]=bob&data[title]=Hello&data[rawtext]=See you there
   */
  async add(data: MessageData, options: MessageOptions = {}): Promise<Uint> {
    this.requireMember();
    const [parentid = 0] = [data.respondto, data.parentid].filter(Boolean);
    const begins = parentid === 0 || parentid === this.#channelid;
    const words = {
      title: tidyTitle(data.title ?? '', begins, this.ctx.board.options),
      rawtext: checkText(
        writtenText(data.rawtext, options, this.ctx.board.options),
        this.ctx.board.options,
      ),
    };
    const { msgRecipients = [], recipients = [], sentto = [], to_userids = [] } = data;
    const wanted = await this.#wanted(msgRecipients, [...recipients, ...sentto, ...to_userids]);
    return begins ? this.#begin(words, wanted) : this.#reply(parentid, words, wanted);
  }

  /**
   * Lets more members take part in a conversation that the caller began. They get its first message and what is written
   * from now on; replies already there were not written to them.
   * @param pmid any message of the conversation
   * @param recipients userids
   * @returns true
   * @throws not_logged_no_permission for a guest
   * @throws invalid_node_id when the caller holds no such message
   * @throws no_permission when another began the conversation, or the caller may not write messages
   * @throws pmturnedoff when the caller has switched his messages off
   * @throws pmnorecipients when nobody would be added
   * @throws pmtoomanyrecipients when more than the option `pmmaxrecipients` would take part beside the caller
   * @throws pmrecipientsnotfound when there are no such members
   * @throws pmrecipturnedoff when members take no messages
   * @throws pmrecipquotaexceeded when the messages of members are full
   * @example pmid=44&recipients[]=6
   */
  async addPMRecipients(pmid: Uint, recipients: Uint[]): Promise<boolean> {
    this.requireMember();
    return this.#invite(pmid, await this.#wanted([], recipients.map(String)));
  }

  /**
   * Lets more members take part in a conversation that the caller began: see addPMRecipients.
   * @param pmid any message of the conversation
   * @param usernames names, or texts of names with the delimiter between
   * @param usernamesToIds userids of others to add, by whatever keys
   * @param delimiter what separates names; `;` when empty
   * @returns true
   * @throws not_logged_no_permission for a guest
   * @throws invalid_node_id when the caller holds no such message
   * @throws no_permission when another began the conversation, or the caller may not write messages
   * @throws pmturnedoff when the caller has switched his messages off
   * @throws pmnorecipients when nobody would be added
   * @throws pmtoomanyrecipients when more than the option `pmmaxrecipients` would take part beside the caller
   * @throws pmrecipientsnotfound when there are no such members
   * @throws pmrecipturnedoff when members take no messages
   * @throws pmrecipquotaexceeded when the messages of members are full
   * @example pmid=44&usernames[]=mod
   */
  async addPMRecipientsByUsernames(
    pmid: Uint,
    usernames: string[] = [],
    usernamesToIds: Uint[] = [],
    delimiter = ';',
  ): Promise<boolean> {
    this.requireMember();
    const names = usernames.flatMap((text) => text.split(delimiter || ';'));
    return this.#invite(pmid, await this.#wanted(names, usernamesToIds.map(String)));
  }

  /**
   * Tells whether private messages are open to a member: he is no guest, not banned, and has not switched them off.
   * @param userid left out for the caller; a guest learns nothing of others
   * @readonly
   * @example userid=0
   */
  async canUsePmSystem(userid: Uint | false = false): Promise<boolean> {
    const { board, db, now, user } = this.ctx;
    if (user.userid === 0 || board.options.enablepms === 0) return false;
    const [member] = await listCorrespondents(db, [userid || user.userid], now);
    return member !== undefined && usesMessages(member);
  }

  get #channelid(): number {
    return this.ctx.board.channelByGuid(PRIVATEMESSAGE_CHANNEL);
  }

  async #wanted(named: readonly string[], either: readonly string[]): Promise<number[]> {
    const { board, db } = this.ctx;
    return findWanted(db, readWanted(named, either, board.options.pmmaxrecipients));
  }

  async #begin(words: Words, wanted: readonly number[]): Promise<number> {
    const { author, others } = await this.#correspondents(wanted);
    this.#permitAuthor(author);
    this.#refuseReluctant(author, others);
    const recipients = others.map((member) => member.userid);
    return this.#send(await this.#place(this.#channelid), words, recipients);
  }

  async #reply(nodeid: number, words: Words, wanted: readonly number[]): Promise<number> {
    const { starter, about } = await lockHeld(this.ctx, nodeid);
    if (about !== null) throw new ApiError('invalid_node_id', nodeid);
    const participants = await listParticipants(this.ctx.db, [starter]);
    const userids = participants.map((one) => one.userid);
    if (wanted.some((userid) => !userids.includes(userid))) {
      throw new ApiError('invalid_data', 'a reply goes to those who take part');
    }
    const { author, others: all } = await this.#correspondents(userids);
    this.#permitAuthor(author);
    const others = withStarter(all, participants);
    const takers = others.filter((one) => mayWriteTo(author, one) && !this.#isFull(one));
    if (takers.length === 0) this.#refuseReluctant(author, others);
    const recipients = takers.map((member) => member.userid);
    return this.#send(await this.#place(starter), words, recipients);
  }

  async #invite(pmid: number, wanted: readonly number[]): Promise<boolean> {
    const { starter } = await lockHeld(this.ctx, pmid);
    const first = await held(this.ctx, starter);
    if (first.about !== null) throw new ApiError('invalid_node_id', pmid);
    if (first.userid !== this.ctx.user.userid) throw this.refusal();
    const present = (await listParticipants(this.ctx.db, [starter])).map((one) => one.userid);
    const added = wanted.filter((userid) => !present.includes(userid));
    const most = this.ctx.board.options.pmmaxrecipients;
    if (added.length > 0 && present.length - 1 + added.length > most) {
      throw new ApiError('pmtoomanyrecipients', most);
    }
    const { author, others } = await this.#correspondents(added);
    this.#permitAuthor(author, false);
    this.#refuseReluctant(author, others);
    await insertParticipants(
      this.ctx.db,
      starter,
      others.map((member) => member.userid),
    );
    return true;
  }

  /** The caller and the others among these members, held until the call ends. */
  async #correspondents(
    userids: readonly number[],
  ): Promise<{ author: Correspondent; others: Correspondent[] }> {
    const { db, now, user } = this.ctx;
    const all = await lockCorrespondents(db, [user.userid, ...userids], now);
    const author = all.find((one) => one.userid === user.userid);
    if (author === undefined) throw this.refusal();
    const ignoring = await findIgnoring(db, author.userid, userids);
    const others = all.filter((one) => one !== author);
    return {
      author,
      others: others.map((one) => ({ ...one, ignoresAuthor: ignoring.has(one.userid) })),
    };
  }

  #permitAuthor(author: Correspondent, keepsCopy = true): void {
    const { enablepms, pmquota } = this.ctx.board.options;
    if (enablepms === 0) throw this.refusal();
    if (!usesMessages(author)) throw this.#closed(author);
    if (keepsCopy && this.#isFull(author)) throw new ApiError('pmquotaexceeded', pmquota);
  }

  #closed(author: Correspondent): ApiError {
    const open = usesMessages({ ...author, options: userOptions.receivepm });
    return open ? new ApiError('pmturnedoff') : this.refusal();
  }

  #refuseReluctant(author: Correspondent, others: readonly Correspondent[]): void {
    if (others.length === 0) throw new ApiError('pmnorecipients');
    const closed = others.filter((one) => !mayWriteTo(author, one));
    if (closed.length > 0) throw new ApiError('pmrecipturnedoff', namesOf(closed));
    const full = others.filter((one) => this.#isFull(one));
    if (full.length > 0) throw new ApiError('pmrecipquotaexceeded', namesOf(full));
  }

  #isFull(member: Correspondent): boolean {
    return isFull(member, this.ctx.board.options.pmquota);
  }

  async #place(nodeid: number): Promise<FoundNode> {
    const node = await findNode(this.ctx.db, nodeid);
    if (node === undefined) throw new ApiError('invalid_node_id', nodeid);
    return node;
  }

  async #send(parent: FoundNode, words: Words, recipients: readonly number[]): Promise<number> {
    const { board, db, host, now, user } = this.ctx;
    await this.#refuseHaste(parent, words, recipients);
    const node = {
      parent,
      contenttypeid: board.contentTypes.PrivateMessage,
      title: words.title,
      urlident: '',
      userid: user.userid,
      authorname: user.username,
      ipaddress: host,
      now,
    };
    return insertMessage(db, { node, rawtext: words.rawtext, recipients });
  }

  /** Flood and duplicates; the author's row is held, so that two messages at once are judged one after the other. */
  async #refuseHaste(
    parent: FoundNode,
    words: Words,
    recipients: readonly number[],
  ): Promise<void> {
    const { board, db, now, permissions, user } = this.ctx;
    const { duplicatechecktime, floodchecktime } = board.options;
    const { userid } = user;
    const since = now - duplicatechecktime;
    const twin = { ...words, userid, parentid: parent.nodeid, recipients, since, now };
    const duplicate = duplicatechecktime === 0 ? undefined : await findTwin(db, twin);
    if (duplicate !== undefined) throw new ApiError('duplicate_post', duplicate);
    if (floodchecktime === 0 || permissions.isModerator) return;
    const type = board.contentTypes.PrivateMessage;
    refuseFlood(this.ctx, await findLastWritten(db, userid, type, now - floodchecktime));
  }
}

/** Who has deleted the conversation for good keeps two messages more by a reply: he gets the first one back, too. */
function withStarter(
  members: readonly Correspondent[],
  participants: readonly Participant[],
): Correspondent[] {
  const gone = new Set(participants.filter((one) => one.gone === 1).map((one) => one.userid));
  return members.map((one) => (gone.has(one.userid) ? { ...one, held: one.held + 1 } : one));
}

function namesOf(members: readonly Correspondent[]): string {
  return nameAll(members.map((member) => member.username));
}
