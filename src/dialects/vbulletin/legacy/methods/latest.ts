import type { FullContent } from '../../../../shapes/content.ts';
import { count, id } from '../kinds.ts';
import { type AnyRoute, type Ask, route } from '../route.ts';
import { searchFor } from '../searching.ts';
import { threadbit } from '../shapes/thread.ts';
import { findTopic, showThread } from '../topic.ts';

/** A smaller number would be taken for days, not seconds. */
const LONG_AGO = 1_000_000;

/** What an app shows first: the newest, and the first unread post. */
export const latestRoutes: readonly AnyRoute[] = [
  route({
    name: 'api_getnewtop',
    doc: 'The newest topics, and those that most have answered, of the last `timestamp` minutes.',
    takes: { timestamp: count(60), max_items_per_category: count(10) },
    asks: ['search.getInitialResults'],
    gives: 'newposts[]{thread, show}, topposts[]{thread, show}',
    about: 'thread',
    async answer(turn) {
      const { ask, given, now } = turn;
      const since = Math.max(now - given.timestamp * 60, LONG_AGO);
      const list = async (sort: string) => {
        const search = {
          view: 'topic',
          starter_only: 1,
          date: { from: since },
          sort: { [sort]: 'desc' },
        };
        const found = await ask('search.getInitialResults', {
          search_json: searchFor(search),
          perpage: given.max_items_per_category,
        });
        return [...found.results.values()].map((topic) => threadbit(topic, turn));
      };
      return {
        response: { newposts: await list('lastcontent'), topposts: await list('textcount') },
      };
    },
  }),
  route({
    name: 'api_gotonewpost',
    doc: 'The page of a topic with the first post that the caller has not read; the last page when he has read all.',
    takes: { threadid: id, perpage: count() },
    asks: [
      'node.fetchUnreadCounts',
      'node.getContentforNodes',
      'node.getNode',
      'node.listNodeFullContent',
      'node.listNodeFullContentCount',
      'notification.fetchUnreadCount',
      'search.getPageNumber',
      'wol.fetchAll',
    ],
    then: 'node.markRead',
    gives: 'as showthread',
    about: 'thread',
    async answer(turn) {
      const { ask, given, user } = turn;
      const topic = await findTopic(ask, given.threadid, 0);
      const { nodeid } = topic;
      const postid = user.userid === 0 ? nodeid : await firstUnread(ask, topic);
      return showThread(turn, topic, { postid, pagenumber: 1, perpage: given.perpage });
    },
  }),
];

/** The first post that a member has not read; the newest when he has read all. */
async function firstUnread(
  ask: Ask<'node.fetchUnreadCounts'>,
  { nodeid, lastcontentid }: FullContent,
): Promise<number> {
  const found = await ask('node.fetchUnreadCounts', { nodeids: [nodeid] });
  const { firstunread = 0 } = found.get(nodeid) ?? {};
  return firstunread === 0 ? lastcontentid : firstunread;
}
