import type { FullContent } from '../../../../shapes/content.ts';
import type { Turn } from '../route.ts';
import { clock, day, dayText, flag, type Style } from '../style.ts';
import { avatar } from '../verbatim.ts';

export type Item = Readonly<Record<string, unknown>>;

const DAY = 86_400;

/** A topic of a list, with what may be shown of it. */
export function threadbit(
  topic: FullContent,
  turn: Pick<Turn, 'style' | 'user' | 'options' | 'now'>,
): Item {
  const { content } = topic;
  const since = turn.now - turn.options.markinglimit * DAY;
  const unread = turn.user.userid > 0 && topic.lastcontent > Math.max(content.readtime, since);
  return {
    thread: {
      ...threadOf(topic, turn.style),
      statusicon: [unread ? 'new' : 'old', ...(topic.showopen === 0 ? ['lock'] : [])].join('_'),
      preview: content.previewtext,
    },
    userid: topic.userid,
    show: {
      deletedthread: flag(isDeleted(topic)),
      moderated: flag(topic.showapproved === 0),
      sticky: flag(topic.sticky === 1),
      closed: flag(topic.showopen === 0),
      gotonewpost: flag(unread),
      canmanage: content.permissions.canmoderate,
    },
  };
}

/** A topic's own fields. */
export function threadOf(topic: FullContent, style: Style): Item {
  const { nodeid, title, content, lastcontent, publishdate } = topic;
  return {
    threadid: content.tonodeid ?? nodeid,
    threadtitle: title,
    title,
    title_clean: title,
    forumid: topic.channelid,
    forumtitle: content.channeltitle,
    firstpostid: nodeid,
    lastpostid: topic.lastcontentid,
    postuserid: topic.userid,
    postusername: content.userinfo.username,
    avatarurl: avatar(content.avatar.avatarpath),
    replycount: topic.totalcount,
    views: content.views,
    dateline: publishdate,
    startdate: day(publishdate, style),
    starttime: clock(publishdate, style),
    lastposter: topic.lastcontentauthor,
    lastposterid: topic.lastauthorid,
    lastpost: lastcontent,
    lastpostdate: dayText(lastcontent, style),
    lastposttime: clock(lastcontent, style),
    open: topic.showopen,
    sticky: topic.sticky,
    visible: visibility(topic),
    votenum: topic.votes,
    prefixid: topic.prefixid,
    prefix_rich: topic.prefixid,
    taglist: topic.taglist,
    attach: content.attachments?.size ?? 0,
    pollid: content.contenttypeclass === 'Poll' ? nodeid : 0,
    deletedtype: isDeleted(topic) ? 1 : 0,
  };
}

/** 1 for all to see, 0 waiting for approval or for its time, 2 deleted. */
export function visibility(node: FullContent): number {
  if (isDeleted(node)) return 2;
  return Math.min(node.showapproved, node.showpublished);
}

export function isDeleted({ showpublished, scheduled }: FullContent): boolean {
  return showpublished === 0 && scheduled === 0;
}
