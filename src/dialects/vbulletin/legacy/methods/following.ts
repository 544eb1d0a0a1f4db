import { ApiError } from '../../../../errors.ts';
import { count, ids, text } from '../kinds.ts';
import { told } from '../respond.ts';
import { type AnyRoute, route } from '../route.ts';
import { forumInfo } from '../shapes/forum.ts';
import { flag } from '../style.ts';
import { pagenav, pageOf } from '../shapes/page.ts';
import { threadbit } from '../shapes/thread.ts';
import { searchFor } from '../searching.ts';
import { avatar } from '../verbatim.ts';

/** Subscriptions and notifications. */
export const followingRoutes: readonly AnyRoute[] = [
  route({
    name: 'subscription_addsubscription',
    doc: 'The form for a subscription: what it is for, and whether there is one.',
    takes: { threadid: count(), forumid: count() },
    asks: ['follow.isFollowingContent', 'node.getNode'],
    gives: 'title, show{subscribed}',
    about: 'thread',
    async answer({ given, ask }) {
      const { nodeid, type } = itemOf(given);
      const { title } = await ask('node.getNode', { nodeid });
      const subscribed = await ask('follow.isFollowingContent', { contentId: nodeid });
      return { response: { title, type }, show: { subscribed } };
    },
  }),
  route({
    name: 'subscription_doaddsubscription',
    doc: 'Subscribes to a topic or a forum.',
    takes: { threadid: count(), forumid: count() },
    asks: ['follow.add'],
    gives: '',
    success: 'redirect_subsadd_thread or redirect_subsadd_forum',
    about: 'thread',
    async answer({ given, ask }) {
      const { nodeid, type, name } = itemOf(given);
      await ask('follow.add', { follow_item: nodeid, type });
      return told(`redirect_subsadd_${name}`);
    },
  }),
  route({
    name: 'subscription_removesubscription',
    doc: 'Ends a subscription.',
    takes: { threadid: count(), forumid: count() },
    asks: ['follow.delete'],
    gives: '',
    success: 'redirect_subsremove_thread or redirect_subsremove_forum',
    about: 'thread',
    async answer({ given, ask }) {
      const { nodeid, type, name } = itemOf(given);
      await ask('follow.delete', { follow_item: nodeid, type });
      return told(`redirect_subsremove_${name}`);
    },
  }),
  route({
    name: 'subscription_viewsubscription',
    doc: 'The topics and forums that the caller has subscribed to.',
    takes: { searchType: count(), pagenumber: count(1), perpage: count(20) },
    asks: ['follow.getFollowing'],
    gives: 'threadbits[]{thread, show}, forumbits[], pagenav',
    about: 'thread',
    async answer(turn) {
      const { given, ask } = turn;
      const options = { page: given.pagenumber, perpage: given.perpage };
      const list = (type: Item['type']) => ask('follow.getFollowing', { type, options });
      const { nodes, paginationInfo } = await list('follow_contents');
      const forums = [...(await list('follow_channel')).nodes.values()];
      const { totalcount, perpage, currentpage } = paginationInfo;
      return {
        response: {
          threadbits: [...nodes.values()].map((topic) => threadbit(topic, turn)),
          forumbits: forums.map((forum) => ({ ...forumInfo(forum), forum: forumInfo(forum) })),
          pagenav: pagenav(pageOf(totalcount, perpage, currentpage)),
          totalallthreads: totalcount,
        },
        show: { havethreads: flag(nodes.size > 0), haveforums: flag(forums.length > 0) },
      };
    },
  }),
  route({
    name: 'notification_get',
    doc: 'What the caller is told of, the newest first.',
    takes: { perpage: count(20), pagenumber: count(1) },
    asks: ['notification.fetchNotificationsForCurrentUser', 'notification.fetchUnreadCount'],
    gives:
      'notifications[]{notificationid, typename, userid, username, threadid, postid, title, dateline, unread}, notifications_total',
    about: 'user',
    async answer({ given, ask }) {
      const found = await ask('notification.fetchNotificationsForCurrentUser', {
        data: { perpage: given.perpage, page: given.pagenumber, readFilter: '*' },
      });
      const notifications = [...found.values()].map((one) => ({
        notificationid: one.notificationid,
        categoryname: one.categoryname,
        typename: one.typename,
        userid: one.sender,
        username: one.sender_username,
        avatarurl: avatar(one.sender_avatarpath),
        threadid: one.aboutstarterid ?? 0,
        postid: one.sentbynodeid,
        title: one.aboutstartertitle ?? one.title ?? '',
        dateline: one.lastsenttime,
        unread: flag(one.lastreadtime === 0),
      }));
      const notifications_total = await ask('notification.fetchUnreadCount');
      return { response: { notifications, notifications_total } };
    },
  }),
  route({
    name: 'notification_dismiss',
    doc: 'Marks notifications as read.',
    takes: { dismissid: ids, threadid: count() },
    asks: ['notification.dismissNotification'],
    gives: '',
    success: '[redirect_updatethanks]',
    listed: true,
    about: 'user',
    async answer({ given, ask }) {
      await ask('notification.dismissNotification', { readIds: given.dismissid, skipFetch: true });
      return told('redirect_updatethanks');
    },
  }),
  route({
    name: 'notification_dismissVms',
    doc: 'Marks the notifications of visitor messages as read.',
    takes: { searchType: text() },
    asks: ['notification.fetchNotificationsForCurrentUser', 'notification.dismissNotification'],
    gives: '',
    success: '[redirect_updatethanks]',
    listed: true,
    about: 'user',
    async answer({ ask, options }) {
      const data = { about: 'visitormessage' as const, perpage: options.maxperpage };
      const found = await ask('notification.fetchNotificationsForCurrentUser', { data });
      const readIds = [...found.keys()];
      if (readIds.length > 0)
        await ask('notification.dismissNotification', { readIds, skipFetch: true });
      return told('redirect_updatethanks');
    },
  }),
  route({
    name: 'activity',
    doc: 'What has been written lately: `sortby` recent or popular, `time` today, week or month.',
    takes: {
      userid: count(),
      mindateline: count(),
      maxdateline: count(),
      sortby: text('recent'),
      time: text(),
      pagenumber: count(1),
      perpage: count(20),
    },
    asks: ['search.getInitialResults'],
    gives: 'activitybits[]{type, userid, username, dateline, thread, preview}, pagenav',
    about: 'thread',
    async answer(turn) {
      const { given, ask } = turn;
      const { perpage, pagenumber } = given;
      const search_json = searchFor(streamOf(given));
      const found = await ask('search.getInitialResults', { search_json, perpage, pagenumber });
      const bits = [...found.results.values()].map((node) => ({
        type: node.starter === node.nodeid ? 'forum_thread' : 'forum_post',
        userid: node.userid,
        username: node.content.userinfo.username,
        avatarurl: avatar(node.content.avatar.avatarpath),
        dateline: node.publishdate,
        postid: node.nodeid,
        threadid: node.starter,
        threadtitle: node.content.startertitle,
        forumid: node.channelid,
        forumtitle: node.content.channeltitle,
        preview: node.content.previewtext,
      }));
      return {
        response: {
          activitybits: bits,
          pagenav: pagenav(pageOf(found.totalcount, found.perpage, found.pagenumber)),
        },
        show: { more_results: flag(found.pagecount > found.pagenumber) },
      };
    },
  }),
];

interface Item {
  readonly nodeid: number;
  readonly type: 'follow_contents' | 'follow_channel';
  readonly name: string;
}

function itemOf({ threadid, forumid }: { threadid: number; forumid: number }): Item {
  if (threadid > 0) return { nodeid: threadid, type: 'follow_contents', name: 'thread' };
  if (forumid > 0) return { nodeid: forumid, type: 'follow_channel', name: 'forum' };
  throw new ApiError('missing_parameter', 'threadid');
}

const spans: ReadonlyMap<string, string> = new Map([
  ['today', 'lastDay'],
  ['week', 'lastWeek'],
  ['month', 'lastMonth'],
]);

interface StreamAsked {
  readonly userid: number;
  readonly mindateline: number;
  readonly maxdateline: number;
  readonly sortby: string;
  readonly time: string;
}

/** The stream as a search. */
function streamOf({ userid, mindateline, maxdateline, sortby, time }: StreamAsked): object {
  const from = mindateline > 0 ? mindateline : spans.get(time);
  const date = { ...(from !== undefined && { from }), ...(maxdateline > 0 && { to: maxdateline }) };
  return {
    sort: sortby === 'popular' ? { votes: 'desc' } : { publishdate: 'desc' },
    ...(userid > 0 && { author: [userid] }),
    ...(Object.keys(date).length > 0 && { date }),
  };
}
