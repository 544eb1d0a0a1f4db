import { count, id } from '../params.ts';
import { type AnyRow, row } from '../row.ts';
import { threadbit } from '../shapes/thread.ts';
import { findTopic, showThread } from './forum.ts';

/** A smaller number would be taken for days, not seconds. */
const LONG_AGO = 1_000_000;

/** What an app shows first: the newest, and the first unread post. */
export const latestRows: readonly AnyRow[] = [
  row({
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
          search_json: JSON.stringify(search),
          perpage: given.max_items_per_category,
        });
        return [...found.results.values()].map((topic) => threadbit(topic, turn));
      };
      return {
        response: { newposts: await list('lastcontent'), topposts: await list('textcount') },
      };
    },
  }),
  row({
    name: 'api_gotonewpost',
    doc: 'The page of a topic with the first post that the caller has not read; the last page when he has read all.',
    takes: { threadid: id, perpage: count() },
    asks: [
      'node.getFirstChildAfterTime',
      'node.getFullContentforNodes',
      'node.getNode',
      'node.getNodeReadTime',
      'node.listNodeFullContent',
      'node.listNodeFullContentCount',
      'search.getPageNumber',
      'wol.fetchAll',
    ],
    then: 'node.markRead',
    gives: 'as showthread',
    about: 'thread',
    async answer(turn) {
      const { ask, given } = turn;
      const topic = await findTopic(ask, given.threadid, 0);
      const { nodeid } = topic;
      const { readtime } = await ask('node.getNodeReadTime', { nodeid });
      const since = { parentNodeId: nodeid, timeStamp: readtime };
      const first =
        topic.publishdate > readtime
          ? nodeid
          : (await ask('node.getFirstChildAfterTime', since)).nodeid;
      const postid = first || topic.lastcontentid;
      return showThread(turn, topic, { postid, pagenumber: 1, perpage: given.perpage });
    },
  }),
];
