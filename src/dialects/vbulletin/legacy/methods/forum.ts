import { ApiError } from '../../../../errors.ts';
import { count, id } from '../kinds.ts';
import { type AnyRoute, route, type Turn } from '../route.ts';
import { type ForumAsk, forumInfo, readForumbits } from '../shapes/forum.ts';
import { flag } from '../style.ts';
import { onlineCounts, readOnline } from '../shapes/online.ts';
import { limits, pagenav, pageOf } from '../shapes/page.ts';
import { threadbit } from '../shapes/thread.ts';
import { findContent, findTopic, PER_PAGE, showThread } from '../topic.ts';

export type ListAsk = 'node.listNodeFullContent' | 'node.listNodeFullContentCount';

/** Reading forums and topics. */
export const forumRoutes: readonly AnyRoute[] = [
  route({
    name: 'forumdisplay',
    doc: 'A forum: its sub-forums and a page of its topics.',
    takes: { forumid: id, perpage: count(PER_PAGE), pagenumber: count(1) },
    asks: [
      'node.fetchChannelNodeTree',
      'node.fetchForumChannel',
      'node.getContentforNodes',
      'node.getNode',
      'node.listNodeFullContent',
      'node.listNodeFullContentCount',
      'search.getChannels',
      'wol.fetchAll',
    ],
    gives:
      'forumid, title, description, parentid, foruminfo, forumbits[]{forumid, title, …, parent_is_category, forum, childforumbits}, threadbits[]{thread, show}, pagenav{totalpages}, pagenumber, perpage, totalthreads, limitlower, limitupper, daysprune, totalmods, numberregistered, numberguest, totalonline',
    about: 'forum',
    answer: showForum,
  }),
  route({
    name: 'showthread',
    doc: 'A page of a topic: the page asked for, or that of a post. A member has read the topic then, up to the last post of the page.',
    takes: { threadid: count(), perpage: count(), pagenumber: count(1), postid: count() },
    asks: [
      'node.getNode',
      'node.getContentforNodes',
      'node.listNodeFullContent',
      'node.listNodeFullContentCount',
      'notification.fetchUnreadCount',
      'search.getPageNumber',
      'wol.fetchAll',
    ],
    then: 'node.markRead',
    gives:
      'thread{threadid, title, threadtitle, forumid, forumtitle, meta_description, …}, postbits[]{post, show}, totalposts, pagenumber, perpage, pagenumbers{first, last}, pagenav, FIRSTPOSTID, LASTPOSTID, numberregistered, numberguest, totalonline',
    about: 'thread',
    async answer(turn) {
      const { threadid, postid, pagenumber, perpage } = turn.given;
      const topic = await findTopic(turn.ask, threadid, postid);
      return showThread(turn, topic, { postid, pagenumber, perpage });
    },
  }),
];

async function showForum(
  turn: Turn<ForumAsk | ListAsk | 'node.getNode' | 'wol.fetchAll', ForumGiven>,
): Promise<object> {
  const { ask, given } = turn;
  const parentid = given.forumid;
  const forumbits = await readForumbits(turn, parentid);
  const forum = await findContent(ask, parentid);
  if (forum === undefined) throw new ApiError('invalid_node_id', parentid);
  const perpage = Math.min(given.perpage, turn.options.maxperpage);
  const total = await ask('node.listNodeFullContentCount', { parentid, depth: 1 });
  const page = pageOf(total, perpage, given.pagenumber);
  const topics = await ask('node.listNodeFullContent', {
    parentid,
    page: page.pagenumber,
    perpage,
    depth: 1,
  });
  const online = await readOnline(ask);
  const { first, last } = limits(page);
  const info = forumInfo(forum);
  return {
    response: {
      ...info,
      foruminfo: info,
      forumbits,
      threadbits: [...topics.values()].map((topic) => threadbit(topic, turn)),
      pagenav: pagenav(page),
      pagenumber: page.pagenumber,
      perpage,
      totalthreads: total,
      limitlower: first,
      limitupper: last,
      daysprune: -1,
      totalmods: 0,
      ...onlineCounts(online),
    },
    show: {
      newthreadlink: forum.content.createpermissions.Text ?? 0,
      threadslist: flag(topics.size > 0),
      forums: flag(forumbits.length > 0),
      member: flag(turn.user.userid > 0),
    },
  };
}

interface ForumGiven {
  readonly forumid: number;
  readonly perpage: number;
  readonly pagenumber: number;
}
