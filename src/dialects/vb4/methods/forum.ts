import { ApiError } from '../../../errors.ts';
import type { FullContent } from '../../../services/content-shape.ts';
import { count, id } from '../params.ts';
import { type AnyRow, type Ask, row, type Turn } from '../row.ts';
import { flag, type ForumAsk, forumInfo, readForumbits } from '../shapes/forum.ts';
import { onlineCounts, readOnline } from '../shapes/online.ts';
import { lastPage, limits, type Page, pagenav, pageOf } from '../shapes/page.ts';
import { pollOf } from '../shapes/poll.ts';
import { postbit } from '../shapes/post.ts';
import { threadbit, threadOf } from '../shapes/thread.ts';

type ListAsk = 'node.listNodeFullContent' | 'node.listNodeFullContentCount';
type ThreadAsk =
  | ListAsk
  | 'node.getNode'
  | 'node.getFullContentforNodes'
  | 'node.markRead'
  | 'search.getPageNumber'
  | 'wol.fetchAll';

const PER_PAGE = 20;

/** Reading forums and topics. */
export const forumRows: readonly AnyRow[] = [
  row({
    name: 'forumdisplay',
    doc: 'A forum: its sub-forums and a page of its topics.',
    takes: { forumid: id, perpage: count(PER_PAGE), pagenumber: count(1) },
    asks: [
      'node.fetchChannelNodeTree',
      'node.fetchForumChannel',
      'node.getFullContentforNodes',
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
  row({
    name: 'showthread',
    doc: 'A page of a topic: the page asked for, or that of a post. A member has read the topic then.',
    takes: { threadid: count(), perpage: count(), pagenumber: count(1), postid: count() },
    asks: [
      'node.getNode',
      'node.getFullContentforNodes',
      'node.listNodeFullContent',
      'node.listNodeFullContentCount',
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

/** A channel or post with all its content; undefined when it is not there for the caller. */
export async function findContent(
  ask: Ask<'node.getFullContentforNodes'>,
  nodeid: number,
): Promise<FullContent | undefined> {
  return (await ask('node.getFullContentforNodes', { nodeList: [nodeid] })).get(nodeid);
}

/** The topic of an id: its own, or that of one of its posts. */
export async function findTopic(
  ask: Ask<'node.getNode' | 'node.getFullContentforNodes'>,
  threadid: number,
  postid: number,
): Promise<FullContent> {
  const nodeid = threadid || postid;
  if (nodeid === 0) throw new ApiError('missing_parameter', 'threadid');
  const { starter } = await ask('node.getNode', { nodeid });
  const topic = await findContent(ask, starter);
  if (topic === undefined) throw new ApiError('invalid_node_id', nodeid);
  return topic;
}

interface Wanted {
  /** 0, or the post whose page is wanted. */
  readonly postid: number;
  readonly pagenumber: number;
  readonly perpage: number;
}

/** A page of a topic. */
export async function showThread(
  turn: Omit<Turn<ThreadAsk>, 'given'>,
  topic: FullContent,
  wanted: Wanted,
): Promise<object> {
  const { ask } = turn;
  const parentid = topic.nodeid;
  const perpage = Math.min(wanted.perpage || PER_PAGE, turn.options.maxperpage);
  const options = { include_starter: true };
  const total = await ask('node.listNodeFullContentCount', { parentid, options });
  const pagenumber = await pageNumber(ask, wanted, perpage, parentid);
  const page = lastPage(pageOf(total, perpage, pagenumber));
  const list = { parentid, page: page.pagenumber, perpage, options };
  const posts = [...(await ask('node.listNodeFullContent', list)).values()];
  const online = await readOnline(ask);
  if (turn.user.userid > 0 && topic.content.readtime < topic.lastcontent)
    turn.later({ nodeid: parentid });
  return {
    response: {
      ...threadPage(turn, topic, posts, page, online.members),
      ...onlineCounts(online),
    },
    show: {
      replylink: topic.content.permissions.canreply,
      threadisclosed: flag(topic.showopen === 0),
      canmanage: topic.content.permissions.canmoderate,
      member: flag(turn.user.userid > 0),
    },
  };
}

async function pageNumber(
  ask: Ask<'search.getPageNumber'>,
  { postid, pagenumber }: Wanted,
  perpage: number,
  starter: number,
): Promise<number> {
  if (postid === 0 || postid === starter) return postid === 0 ? pagenumber : 1;
  return ask('search.getPageNumber', { nodeid: postid, starter: String(starter), perpage });
}

function threadPage(
  { style }: Pick<Turn, 'style'>,
  topic: FullContent,
  posts: readonly FullContent[],
  page: Page,
  online: ReadonlySet<number>,
): object {
  const { first, last } = limits(page);
  const thread = threadOf(topic, style);
  return {
    thread: { ...thread, meta_description: topic.content.previewtext },
    threadinfo: thread,
    ...pollOf(topic),
    foruminfo: { forumid: topic.channelid, title: topic.content.channeltitle },
    postbits: posts.map((post, index) =>
      postbit(post, { style, online }, { postcount: first + index, total: page.total }),
    ),
    totalposts: page.total,
    pagenumber: page.pagenumber,
    perpage: page.perpage,
    pagenumbers: { first, last },
    pagenav: pagenav(page),
    FIRSTPOSTID: posts[0]?.nodeid ?? 0,
    LASTPOSTID: posts.at(-1)?.nodeid ?? 0,
  };
}
