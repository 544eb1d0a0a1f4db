import { count, flag, id, someIds, text } from '../params.ts';
import { type LegacyAnswer, told } from '../respond.ts';
import { type AnyRow, type Ask, row, type Turn } from '../row.ts';
import { flag as bit } from '../shapes/forum.ts';
import { pagenav, pageOf } from '../shapes/page.ts';
import { postbit } from '../shapes/post.ts';
import { threadbit, threadOf } from '../shapes/thread.ts';

const starting = ['search.getInitialNodes'] as const;

/** Searching: a search is kept, and read page by page. */
export const searchRows: readonly AnyRow[] = [
  row({
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
  row({
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
  row({
    name: 'search_showresults',
    doc: 'A page of the results of a search.',
    takes: { searchid: id, pagenumber: count(1), perpage: count(10) },
    asks: ['search.getMoreResults'],
    gives:
      'searchbits[]{thread{threadid, threadtitle, postuserid, postusername, preview, startdate, forumid}, post}, pagenav{totalpages}, total',
    about: 'search',
    answer: showResults,
  }),
];

function since(name: string, doc: string, date: string): AnyRow {
  return row({
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
    search_json: JSON.stringify(criteria),
    perpage: 1,
  });
  const id = found.totalcount === 0 ? 'searchnoresults' : 'search';
  return told(id, [], { searchid: found.resultId });
}

async function showResults(
  turn: Turn<
    'search.getMoreResults',
    { readonly searchid: number; readonly pagenumber: number; readonly perpage: number }
  >,
): Promise<object> {
  const { given, ask, style } = turn;
  const { searchid: resultId, pagenumber, perpage } = given;
  const found = await ask('search.getMoreResults', { resultId, perpage, pagenumber });
  const page = pageOf(found.totalcount, found.perpage, found.pagenumber);
  const facts = { style, online: new Set<number>() };
  const searchbits = [...found.results.values()].map((node) => {
    const { show, ...bit } = threadbit(node, turn);
    const thread = { ...(bit.thread as object), ...topicOf(node) };
    const place = { postcount: node.nodeid === node.starter ? 1 : 0, total: 0 };
    return { ...bit, thread, post: postbit(node, facts, place).post, show };
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

/** Of a reply that was found, the topic. */
function topicOf({
  starter,
  content,
}: Parameters<typeof threadOf>[0]): Readonly<Record<string, unknown>> {
  const { startertitle, starteruserid, starterauthorname } = content;
  return {
    threadid: starter,
    threadtitle: startertitle,
    title: startertitle,
    title_clean: startertitle,
    firstpostid: starter,
    postuserid: starteruserid,
    postusername: starterauthorname,
    replycount: content.startertextcount,
  };
}
