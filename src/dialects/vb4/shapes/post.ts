import type { Attachment, FileInfo } from '../../../services/attachment-shape.ts';
import type { Content, FullContent } from '../../../services/content-shape.ts';
import { clock, day, dayText, type Style } from '../style.ts';
import { flag } from './forum.ts';
import type { Item } from './thread.ts';

/** What is known of all posts of an answer. */
export interface PostFacts {
  readonly style: Style;
  /** Members who are online. */
  readonly online: ReadonlySet<number>;
}

/** Where a post stands in its topic. */
export interface PostPlace {
  /** From 1 on. */
  readonly postcount: number;
  /** The topic's number of posts. */
  readonly total: number;
}

/** A post of a topic. */
export function postbit(node: FullContent, facts: PostFacts, place: PostPlace): Item {
  const { content } = node;
  return {
    post: {
      ...wordsOf(node.title, content),
      ...authorOf(content, facts),
      postid: node.nodeid,
      threadid: node.starter,
      parentid: node.parentid,
      posttime: String(node.publishdate),
      dateline: String(node.publishdate),
      postdate: dayText(node.publishdate, facts.style),
      postcount: place.postcount,
      isfirstshown: flag(place.postcount === 1),
      islastshown: flag(place.postcount === place.total),
      visible: node.showpublished === 0 ? 2 : node.showapproved,
      statusicon: content.readtime < node.publishdate ? 'new' : 'old',
      attachments: attachmentsOf(content),
      votes: node.votes,
    },
    show: {
      editlink: content.permissions.canedit,
      deletepost: content.permissions.candelete,
      replylink: content.permissions.canreply,
      deletedpost: flag(node.showpublished === 0),
      moderated: flag(node.showapproved === 0),
      signature: flag(content.userinfo.signature !== undefined),
    },
  };
}

/** The text in its three renderings. */
export function wordsOf(title: string, content: Content): Item {
  const { message, message_plain, message_bbcode } = content;
  return { title, message, message_plain, message_bbcode };
}

/** Who wrote it, as posts and private messages show him. */
export function authorOf({ userinfo, avatar }: Content, { style, online }: PostFacts): Item {
  const { userid } = userinfo;
  return {
    userid,
    username: userinfo.username,
    musername: userinfo.username,
    usertitle: userinfo.usertitle,
    avatarurl: avatar.avatarpath,
    joindate: day(userinfo.joindate, style),
    posts: userinfo.posts,
    reputation: userinfo.reputation,
    reppower: 0,
    warnings: 0,
    infractions: 0,
    ipoints: 0,
    signature: userinfo.signature ?? '',
    ...onlineStatus(online.has(userid)),
  };
}

/** N demands the object, J reads the phrase. */
export function onlineStatus(online: boolean): Item {
  const onlinestatus = online ? 'online' : 'offline';
  return { onlinestatus: { onlinestatus }, onlinestatusphrase: onlinestatus };
}

function attachmentsOf({ attachments }: Content): readonly Item[] {
  return [...(attachments?.values() ?? [])].map(attachmentOf);
}

/** An attachment, its URLs absolute. */
export function attachmentOf(file: Attachment): Item {
  return { attachmentid: file.nodeid, counter: file.counter, ...fileOf(file) };
}

/** An upload that no post has yet. */
export function uploadOf(file: FileInfo): Item {
  return { attachmentid: file.filedataid, ...fileOf(file) };
}

type FileFacts = Pick<Attachment & FileInfo, keyof Attachment & keyof FileInfo>;

function fileOf(file: FileFacts): Item {
  const { filedataid, filename, extension, filesize, dateline, url, thumburl } = file;
  return {
    ...{ filedataid, filename, attachmentextension: extension, filesize, dateline },
    ...{ url, pictureurl: url, thumbnailurl: thumburl },
  };
}

/** Times of a private message, by version. */
export function sentOf(seconds: number, style: Style): Item {
  const [sendtime, senddate] = [clock(seconds, style), dayText(seconds, style)];
  return { sendtime, senddate, dateline: String(seconds) };
}
