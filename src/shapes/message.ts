import type { ContentRow } from '../library/content/content.ts';
import type { MessageFolder } from '../library/message/folder.ts';
import type { ListedConversation, MessageHead } from '../library/message/list.ts';
import type { HeldMessage, Participant } from '../library/message/privatemessage.ts';
import type { Links } from '../storage/links.ts';
import { avatarOwner, fullContent, type FullContent, type ReadersContent } from './content.ts';

/** A member who takes part in a conversation. */
export interface MessageRecipient {
  readonly userid: number;
  readonly username: string;
}

/** A conversation as a list of one folder shows it. */
export interface MessageSummary {
  /** The first message; it stands for the conversation. */
  readonly nodeid: number;
  readonly starter: number;
  readonly title: string;
  /** The beginning of the newest message in the folder, as plain text. */
  readonly previewtext: string;
  /** Who began the conversation. */
  readonly userid: number;
  readonly username: string;
  /** Unix seconds. */
  readonly created: number;
  /** When the newest message in the folder was written, Unix seconds. */
  readonly lastcontent: number;
  readonly lastcontentid: number;
  readonly lastcontentauthor: string;
  readonly lastauthorid: number;
  /** 1 when every message of it in the folder has been read. */
  readonly msgread: number;
  /** How many of its messages in the folder are unread. */
  readonly unread: number;
  /** How many of its messages lie in the folder. */
  readonly messagecount: number;
  readonly folderid: number;
  /** Of a request: what is asked for, and the node that it is about; of `follow` the member who asks. */
  readonly about?: string | undefined;
  readonly aboutid?: number | undefined;
  /** All who take part but the caller; missing when not asked for. */
  readonly recipients?: readonly MessageRecipient[] | undefined;
}

/** A message with its content. */
export interface PrivateMessage extends FullContent {
  readonly msgread: number;
  readonly folderid: number;
  /** 1 in the trash. */
  readonly deleted: number;
}

/** A folder of private messages. */
export interface FolderInfo {
  readonly folderid: number;
  readonly title: string;
  /** The fixed name of a folder that every member has; empty for an own one. */
  readonly titlephrase: string;
  /** 1 for a folder of the caller's own. */
  readonly iscustom: number;
}

export function folderInfo({ folderid, title, titlephrase, userid }: MessageFolder): FolderInfo {
  return { folderid, title, titlephrase, iscustom: userid === 0 ? 0 : 1 };
}

/** A listed conversation, put together; undefined when it has just gone. */
export function messageSummary(
  listed: ListedConversation,
  heads: ReadonlyMap<number, MessageHead>,
  folderid: number,
  recipients: readonly MessageRecipient[] | undefined,
): MessageSummary | undefined {
  const first = heads.get(listed.starter);
  const last = heads.get(listed.newest);
  if (first === undefined || last === undefined) return undefined;
  const { unread } = listed;
  return {
    nodeid: first.nodeid,
    starter: first.nodeid,
    title: first.title,
    previewtext: last.previewtext ?? '',
    userid: first.userid,
    username: first.authorname,
    created: first.created,
    lastcontent: last.created,
    lastcontentid: last.nodeid,
    lastcontentauthor: last.authorname,
    lastauthorid: last.userid,
    msgread: unread === 0 ? 1 : 0,
    unread,
    messagecount: listed.messages,
    folderid,
    about: first.about ?? undefined,
    aboutid: first.aboutid ?? undefined,
    recipients,
  };
}

/** A message as one who holds it sees it. */
export function privateMessage(
  row: ContentRow,
  readers: ReadersContent,
  { msgread, folderid, deleted }: HeldMessage,
  links: Links,
): PrivateMessage {
  const avatar = { avatarpath: links.avatar(avatarOwner(row)) };
  return Object.assign(fullContent(row, readers, { avatar }), { msgread, folderid, deleted });
}

/** Those who take part in one conversation, without one of them. */
export function othersIn(
  participants: readonly Participant[],
  starter: number,
  userid: number,
): MessageRecipient[] {
  return participants
    .filter((one) => one.starter === starter && one.userid !== userid)
    .map((one) => ({ userid: one.userid, username: one.username }));
}
