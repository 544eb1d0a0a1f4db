import { ApiError } from '../../../errors.ts';
import type { FullContent } from '../../../shapes/content.ts';
import type { Ask, Turn } from './route.ts';
import { flag } from './style.ts';
import { onlineCounts, type OnlineMembers, readOnline } from './shapes/online.ts';
import { lastPage, limits, type Page, pagenav, pageOf } from './shapes/page.ts';
import { isPoll, pollOf } from './shapes/poll.ts';
import { postbit } from './shapes/post.ts';
import { threadOf } from './shapes/thread.ts';
import type { ListAsk } from './methods/forum.ts';

type ThreadAsk =
  | ListAsk
  | 'node.getNode'
  | 'node.getContentforNodes'
  | 'node.markRead'
  | 'notification.fetchUnreadCount'
  | 'search.getPageNumber'
  | 'wol.fetchAll';

export const PER_PAGE = 20;

/** A channel or post with all its content; undefined when it is not there for the caller. */
export async function findContent(
  ask: Ask<'node.getContentforNodes'>,
  nodeid: number,
): Promise<FullContent | undefined> {
  return (await ask('node.getContentforNodes', { nodeList: [nodeid] })).get(nodeid);
}

/** The topic of an id: its own, or that of one of its posts. */
export async function findTopic(
  ask: Ask<'node.getNode' | 'node.getContentforNodes'>,
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
  await markShown(turn, topic, posts);
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

/**
 * A member has read up to the last post that was shown. What is on later pages stays unread, and so does what came in
 * the same second, or while the page was put together. Where all had been read there may be something to tell of it
 * still, such as a vote.
 */
async function markShown(
  { ask, user, later }: Pick<Turn<ThreadAsk>, 'ask' | 'user' | 'later'>,
  { nodeid }: FullContent,
  posts: readonly FullContent[],
): Promise<void> {
  const last = posts.at(-1);
  if (user.userid === 0 || last === undefined) return;
  // By its own mark: the topic's time alone cannot tell what of one second has been read
  const isNew = last.content.readtime < last.publishdate;
  if (isNew || (await ask('notification.fetchUnreadCount')) > 0)
    later({ nodeid, readtime: last.publishdate, readid: last.nodeid });
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
  online: OnlineMembers,
): object {
  const { first, last } = limits(page);
  // A poll that was merged into a topic is one of its posts: old clients look for it here.
  const poll = isPoll(topic) ? topic : posts.find(isPoll);
  const thread = { ...threadOf(topic, style), pollid: poll?.nodeid ?? 0 };
  return {
    thread: { ...thread, meta_description: topic.content.previewtext },
    threadinfo: thread,
    ...pollOf(poll ?? topic),
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

/** Clients of legacy names write BBCode, whatever it looks like. */
export const bbcode = { wysiwyg: false } as const;
