import type { VideoItem } from '../../../../bbcode/video-providers.ts';
import type { Attachment, FileInfo } from '../../../../shapes/attachment.ts';
import type { Content, FullContent } from '../../../../shapes/content.ts';
import { clock, day, dayText, flag, type Style } from '../style.ts';
import type { OnlineMembers } from './online.ts';
import { pollOf } from './poll.ts';
import { isDeleted, type Item, visibility } from './thread.ts';
import { address, avatar, verbatim } from '../verbatim.ts';

/** What is known of all posts of an answer. */
export interface PostFacts {
  readonly style: Style;
  readonly online: OnlineMembers;
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
      visible: visibility(node),
      statusicon: content.readtime < node.publishdate ? 'new' : 'old',
      attachments: attachmentsOf(content),
      votes: node.votes,
      ...detailsOf(node),
    },
    show: {
      editlink: content.permissions.canedit,
      deletepost: content.permissions.candelete,
      replylink: content.permissions.canreply,
      deletedpost: flag(isDeleted(node)),
      moderated: flag(node.showapproved === 0),
      signature: flag(content.userinfo.signature !== undefined),
    },
  };
}

/** What posts of each type have beside their text, under the names of the API's own answers. */
function detailsOf(node: FullContent): Item {
  const { contenttypeclass, url, url_title, meta, thumburl, videoitems } = node.content;
  const { photocount, photos } = node.content;
  const pictures = photos && [...photos.values()].map((photo) => photoOf(photo));
  return {
    contenttypeclass,
    ...(url !== undefined && { url: address(url), url_title, meta, thumburl: address(thumburl) }),
    ...(videoitems && { videoitems: videoitems.map(videoItemOf) }),
    ...(photocount !== undefined && { photocount }),
    ...(pictures && { photos: pictures }),
    ...pollOf(node),
  };
}

function photoOf(photo: Attachment): Item {
  const { caption, width, height } = photo;
  return { ...attachmentOf(photo), caption, width, height };
}

function videoItemOf({ provider, code, url, embedurl, thumburl }: VideoItem): Item {
  const addresses = { url: address(url), embedurl: address(embedurl), thumburl: address(thumburl) };
  return { provider, code, ...addresses };
}

/** The text in its three renderings: safe HTML, plain text and BBCode. */
export function wordsOf(title: string, content: Content): Item {
  const { message, message_plain, message_bbcode } = content;
  return {
    title,
    message: verbatim(message),
    message_plain: verbatim(message_plain),
    message_bbcode: verbatim(message_bbcode),
  };
}

/** Who wrote it, as posts and private messages show him. */
export function authorOf(
  { userinfo, avatar: { avatarpath: path } }: Content,
  facts: PostFacts,
): Item {
  const { style, online } = facts;
  const { userid } = userinfo;
  return {
    userid,
    username: userinfo.username,
    musername: userinfo.username,
    usertitle: userinfo.usertitle,
    avatarurl: avatar(path),
    joindate: day(userinfo.joindate, style),
    posts: userinfo.posts,
    reputation: userinfo.reputation,
    reppower: 0,
    warnings: 0,
    infractions: 0,
    ipoints: 0,
    signature: verbatim(userinfo.signature ?? ''),
    ...onlineStatus(online, userid),
  };
}

/** N demands the object and compares with 1, as L does; J reads the phrase. */
export function onlineStatus(online: OnlineMembers, userid: number): Item {
  const status = online.get(userid) ?? 0;
  return { onlinestatus: { onlinestatus: status }, onlinestatusphrase: statusPhrases[status] };
}

const statusPhrases = ['x_is_offline', 'x_is_online_now', 'x_is_invisible'] as const;

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
    ...{ url: address(url), pictureurl: address(url), thumbnailurl: address(thumburl) },
  };
}

/** Times of a private message, by version. */
export function sentOf(seconds: number, style: Style): Item {
  const [sendtime, senddate] = [clock(seconds, style), dayText(seconds, style)];
  return { sendtime, senddate, dateline: String(seconds) };
}

/** J casts the one to text and the other to a number. */
export function shown(threadid: number, postid: number): Readonly<Record<string, unknown>> {
  return { threadid: String(threadid), postid };
}
