import { count, text } from '../kinds.ts';
import { told } from '../respond.ts';
import { type AnyRoute, route, type Turn } from '../route.ts';
import { type ForumAsk, readForumbits, readForumList } from '../shapes/forum.ts';

const forumAsks = [
  'node.fetchChannelNodeTree',
  'node.fetchForumChannel',
  'node.getContentforNodes',
  'search.getChannels',
] as const satisfies readonly ForumAsk[];

type CountAsk = 'content_privatemessage.getUnreadInboxCount' | 'notification.fetchUnreadCount';

/** The board as a whole, and looking members up. */
export const boardRoutes: readonly AnyRoute[] = [
  route({
    name: 'api_forumlist',
    doc: 'Lists all forums that the caller may enter.',
    takes: {},
    asks: forumAsks,
    gives: 'bare list of {forumid, title, description, parentid, subforums: [same]}',
    about: 'forum',
    answer: readForumList,
  }),
  route({
    name: 'forum',
    doc: 'The front page: all forums, and what the board counts.',
    takes: { pagenumber: count(1) },
    asks: [
      ...forumAsks,
      'site.getSiteStatistics',
      'wol.fetchCounts',
      'content_privatemessage.getUnreadInboxCount',
      'notification.fetchUnreadCount',
    ],
    gives:
      'header{notifications_total}, activemembers, numberguest, numbermembers, numberregistered, recordusers, totalonline, totalposts, totalthreads, forumbits',
    about: 'forum',
    async answer(turn) {
      const { ask } = turn;
      const forumbits = await readForumbits(turn);
      const counts = await ask('site.getSiteStatistics');
      const online = await ask('wol.fetchCounts');
      return {
        response: {
          header: await headerOf(turn),
          forumbits,
          activemembers: counts.activemembers,
          numbermembers: counts.members,
          totalthreads: counts.topics,
          totalposts: counts.posts,
          newuserinfo: { userid: counts.newuserid, username: counts.newusername },
          numberregistered: online.members,
          numberguest: online.guests,
          totalonline: online.total,
          recordusers: online.recordusers,
          recorddate: online.maxonlinedate,
        },
        show: { loggedinusers: 1, member: turn.user.userid === 0 ? 0 : 1 },
      };
    },
  }),
  route({
    name: 'forumdisplay_markread',
    doc: 'Marks a forum with all its topics as read; without a forum, the whole board.',
    takes: { forumid: count(0) },
    asks: ['node.markChannelsRead'],
    gives: '',
    success: 'markread',
    about: 'forum',
    async answer({ given, ask }) {
      await ask('node.markChannelsRead', { nodeid: given.forumid });
      return told(given.forumid === 0 ? 'markread' : 'markread_single');
    },
  }),
  route({
    name: 'api_usersearch',
    doc: 'Finds members whose names begin with a text.',
    takes: { fragment: text() },
    asks: ['user.getAutocomplete'],
    gives: 'bare list: userid, username, display name of the first; then of the next, …',
    about: 'user',
    async answer({ given, ask }) {
      const { suggestions } = await ask('user.getAutocomplete', { searchStr: given.fragment });
      return suggestions.flatMap(({ id: userid, value, title }) => [String(userid), value, title]);
    },
  }),
  route({
    name: 'api_emailsearch',
    doc: 'Finds a member by his address: oneself, or anybody for administrators. Others learn nothing.',
    takes: { fragment: text() },
    asks: ['user.fetchByEmail'],
    gives: 'bare list: userid, username, address; empty when nobody is found',
    about: 'user',
    async answer({ given, ask }) {
      const found = await ask('user.fetchByEmail', { email: given.fragment });
      return found === false ? [] : [String(found.userid), found.username, found.email ?? ''];
    },
  }),
];

async function headerOf({ ask, user }: Turn<CountAsk>): Promise<object> {
  if (user.userid === 0) return { notifications_total: 0, notifications_menubits: [] };
  const messages = await ask('content_privatemessage.getUnreadInboxCount');
  const others = await ask('notification.fetchUnreadCount');
  return {
    notifications_total: messages + others,
    notifications_menubits: [
      { name: 'unreadpms', total: messages },
      { name: 'notifications', total: others },
    ],
  };
}
