import type { FullContent } from '../../../../shapes/content.ts';
import { count, flag, id, someIds, text } from '../kinds.ts';
import { type LegacyAnswer, told } from '../respond.ts';
import { searchFor } from '../searching.ts';
import { type AnyRoute, type Ask, route, type Turn } from '../route.ts';
import { flag as bit } from '../style.ts';
import { readOnline } from '../shapes/online.ts';
import { pagenav, pageOf } from '../shapes/page.ts';
import { postbit } from '../shapes/post.ts';
import { threadbit } from '../shapes/thread.ts';

const starting = ['search.getInitialNodes'] as const;

/** Searching: a search is kept, and read page by page. */
export const searchRoutes: readonly AnyRoute[] = [
  route({
    name: 'search_process',
    doc: 'Searches.',
    takes: {
      query: text(),
      titleonly: flag,
      searchuser: text(),
      exactname: flag,
      starteronly: flag,
      forumchoice: someIds,
      searchthreadid: count(),
      searchdate: text(),
      beforeafter: text('after'),
      sortby: text(),
      order: text('descending'),
      showposts: flag,
      tag: text(),
    },
    asks: starting,
    gives: 'show{searchid}',
    success: 'search, or searchnoresults',
    about: 'search',
    answer: ({ given, ask }) => begin(ask, criteriaOf(given)),
    refused: (error) =>
      error.id === 'invalid_search' ? told('searchnoresults', [], { searchid: 0 }) : undefined,
  }),
  route({
    name: 'search_finduser',
    doc: 'Searches for all that a member has written.',
    takes: { userid: id, starteronly: flag, contenttype: text() },
    asks: starting,
    gives: 'show{searchid}',
    success: 'search, or searchnoresults',
    about: 'user',
    answer: ({ given, ask }) =>
      begin(ask, { author: [given.userid], ...(given.starteronly && { starter_only: 1 }) }),
  }),
  since(
    'search_getnew',
    'Searches for topics with something new since the last visit.',
    'lastVisit',
  ),
  since('search_getdaily', 'Searches for topics of the last day.', 'lastDay'),
  route({
    name: 'search_showresults',
    doc: 'A page of the results of a search: `thread` is the topic of a reply that was found, `post` what was found.',
    takes: { searchid: id, pagenumber: count(1), perpage: count(10) },
    asks: ['node.getContentforNodes', 'search.getMoreResults', 'wol.fetchAll'],
    gives:
      'searchbits[]{thread{threadid, threadtitle, postuserid, postusername, preview, startdate, forumid, …}, post}, pagenav{totalpages}, total',
    about: 'search',
    answer: showResults,
  }),
];

function since(name: string, doc: string, date: string): AnyRoute {
  return route({
    name,
    doc,
    takes: { forumid: someIds },
    asks: starting,
    gives: 'show{searchid}',
    success: 'search, or searchnoresults',
    about: 'search',
    answer: ({ given, ask }) =>
      begin(ask, {
        date,
        view: 'topic',
        starter_only: 1,
        ...(given.forumid.length > 0 && { channel: given.forumid, depth: 0 }),
      }),
  });
}

interface Asked {
  readonly query: string;
  readonly titleonly: boolean;
  readonly searchuser: string;
  readonly exactname: boolean;
  readonly starteronly: boolean;
  readonly forumchoice: readonly number[];
  readonly searchthreadid: number;
  readonly searchdate: string;
  readonly beforeafter: string;
  readonly sortby: string;
  readonly order: string;
  readonly showposts: boolean;
  readonly tag: string;
}

/** The fields that results can be sorted by, by their old names. */
const sorts: ReadonlyMap<string, string> = new Map([
  ['lastpost', 'lastcontent'],
  ['dateline', 'publishdate'],
  ['replycount', 'textcount'],
  ['postusername', 'author'],
  ['threadstart', 'started'],
  ['title', 'title'],
  ['relevance', 'relevance'],
  ['rank', 'relevance'],
]);

/** What the search service is asked for. */
function criteriaOf(asked: Asked): object {
  const { query, titleonly, starteronly, showposts, searchuser, forumchoice, searchthreadid } =
    asked;
  const channel = searchthreadid > 0 ? [searchthreadid] : forumchoice;
  const sort = sorts.get(asked.sortby);
  const direction = asked.order.startsWith('asc') ? 'asc' : 'desc';
  return {
    keywords: query,
    ...(titleonly && { title_only: 1 }),
    ...(searchuser !== '' && { author: searchuser, exactname: asked.exactname ? 1 : 0 }),
    ...(starteronly && { starter_only: 1 }),
    ...(!showposts && searchthreadid === 0 && !starteronly && { view: 'activity' }),
    ...(channel.length > 0 && { channel }),
    ...(searchthreadid > 0 && { include_starter: 1 }),
    ...(asked.tag !== '' && { tag: asked.tag }),
    ...dateOf(asked),
    ...(sort !== undefined && { sort: { [sort]: direction } }),
  };
}

/** `searchdate` is a number of days, or `lastvisit`. */
function dateOf({ searchdate, beforeafter }: Asked): object {
  const date = searchdate === 'lastvisit' ? 'lastVisit' : searchdate;
  if (date === '' || date === '0') return {};
  return beforeafter === 'before' ? { date: { to: date } } : { date: { from: date } };
}

async function begin(ask: Ask<(typeof starting)[number]>, criteria: object): Promise<LegacyAnswer> {
  const found = await ask('search.getInitialNodes', {
    search_json: searchFor(criteria),
    perpage: 1,
  });
  const id = found.totalcount === 0 ? 'searchnoresults' : 'search';
  return told(id, [], { searchid: found.resultId });
}

type ResultAsk = 'search.getMoreResults' | 'node.getContentforNodes' | 'wol.fetchAll';

async function showResults(
  turn: Turn<
    ResultAsk,
    { readonly searchid: number; readonly pagenumber: number; readonly perpage: number }
  >,
): Promise<object> {
  const { given, ask, style } = turn;
  const { searchid: resultId, pagenumber, perpage } = given;
  const found = await ask('search.getMoreResults', { resultId, perpage, pagenumber });
  const hits = [...found.results.values()];
  const topics = await readTopics(ask, hits);
  const page = pageOf(found.totalcount, found.perpage, found.pagenumber);
  const facts = { style, online: (await readOnline(ask)).members };
  const searchbits = hits.map((node) => {
    const place = { postcount: node.nodeid === node.starter ? 1 : 0, total: 0 };
    const { show, ...bit } = threadbit(topics.get(node.starter) ?? node, turn);
    return { ...bit, post: postbit(node, facts, place).post, show };
  });
  return {
    response: {
      searchbits,
      pagenav: pagenav(page),
      total: found.totalcount,
      first: found.from,
      last: found.to,
      searchid: resultId,
    },
    show: { results: bit(searchbits.length > 0) },
  };
}

/** The topics that the replies among the hits are in: L shows them, and the post beside. */
async function readTopics(
  ask: Ask<'node.getContentforNodes'>,
  hits: readonly FullContent[],
): Promise<ReadonlyMap<number, FullContent>> {
  const replies = hits.filter(({ nodeid, starter }) => nodeid !== starter);
  const nodeList = [...new Set(replies.map(({ starter }) => starter))];
  if (nodeList.length === 0) return new Map();
  const found = await ask('node.getContentforNodes', { nodeList });
  return new Map([...found.values()].map((topic) => [topic.nodeid, topic]));
}
