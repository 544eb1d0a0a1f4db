import { ApiError } from '../../../../errors.ts';
import { count, flag, id, ids, type Kind, someIds, text } from '../kinds.ts';
import { told } from '../respond.ts';
import { type AnyRoute, type Ask, route } from '../route.ts';

/** What is done with several topics or posts at once. Ids come in a parameter, or in the cookie that inline moderation keeps. */
export const moderationRoutes: readonly AnyRoute[] = [
  act('inlinemod_open', 'tlist', 'node.openNode', 'opened', 'Opens topics.'),
  act('inlinemod_close', 'tlist', 'node.closeNode', 'closed', 'Closes topics.'),
  act('inlinemod_stick', 'tlist', 'node.setSticky', 'stuck', 'Makes topics sticky.'),
  act('inlinemod_unstick', 'tlist', 'node.unsetSticky', 'unstuck', 'Makes topics sticky no more.'),
  act('inlinemod_approvethread', 'tlist', 'node.approve', 'approvedthreads', 'Approves topics.'),
  act(
    'inlinemod_unapprovethread',
    'tlist',
    'node.unapprove',
    'unapprovedthreads',
    'Hides topics until they are approved.',
  ),
  act(
    'inlinemod_undeletethread',
    'tlist',
    'node.undeleteNodes',
    'undeletedthreads',
    'Takes the deletion of topics back.',
  ),
  act('inlinemod_approveposts', 'plist', 'node.approve', 'approvedposts', 'Approves posts.'),
  act(
    'inlinemod_unapproveposts',
    'plist',
    'node.unapprove',
    'unapprovedposts',
    'Hides posts until they are approved.',
  ),
  act(
    'inlinemod_undeleteposts',
    'plist',
    'node.undeleteNodes',
    'undeletedposts',
    'Takes the deletion of posts back.',
  ),
  deletion('inlinemod_dodeletethreads', 'threadids', 'redirect_inline_deleted'),
  spam('inlinemod_dodeletespam', 'threadids'),
  spam('inlinemod_spamthread', 'tlist'),
  deletion('inlinemod_dodeleteposts', 'postids', 'redirect_inline_deletedposts'),
  route({
    name: 'inlinemod_domovethreads',
    doc: 'Moves topics to another forum; with `redirect` perm a redirect stays where they were.',
    takes: { threadids: ids, destforumid: id, redirect: text() },
    asks: ['node.getNodes', 'node.moveNodes'],
    gives: '',
    success: 'redirect_inline_moved',
    about: 'thread',
    async answer({ given, ask }) {
      const { threadids: nodeids, destforumid: to_parent, redirect } = given;
      await refuseForums(ask, nodeids);
      const leave_redirect = redirect === 'perm' || redirect === '1';
      await ask('node.moveNodes', { nodeids, to_parent, leaveRedirectData: { leave_redirect } });
      return told('redirect_inline_moved');
    },
  }),
  route({
    name: 'inlinemod_domergethreads',
    doc: 'Merges topics into one of them, the first unless `destthreadid` says which.',
    takes: { threadids: ids, destthreadid: count() },
    asks: ['node.mergeTopics'],
    gives: '',
    success: 'redirect_inline_mergedthreads',
    about: 'thread',
    async answer({ given, ask }) {
      const targetnodeid = given.destthreadid || (given.threadids[0] ?? 0);
      await ask('node.mergeTopics', { nodeids: given.threadids, targetnodeid });
      return told('redirect_inline_mergedthreads');
    },
  }),
  route({
    name: 'inlinemod_domoveposts',
    doc: 'Makes a topic of posts in a forum, with a title; or moves them to a topic, `destthreadid`.',
    takes: { postids: ids, destforumid: count(), destthreadid: count(), title: text() },
    asks: ['node.getNodes', 'node.moveNodes'],
    gives: '',
    success: 'redirect_inline_movedposts',
    about: 'post',
    async answer({ given, ask }) {
      const { postids: nodeids, title } = given;
      await refuseForums(ask, nodeids);
      const place = { to_parent: destinationOf(given), makeTopic: given.destthreadid === 0 };
      await ask('node.moveNodes', { nodeids, ...place, ...(title !== '' && { newtitle: title }) });
      return told('redirect_inline_movedposts');
    },
  }),
  route({
    name: 'inlinemod_docopyposts',
    doc: 'Copies posts: to a forum, where they make a topic with this title, or to a topic, `destthreadid`.',
    takes: { postids: ids, destforumid: count(), destthreadid: count(), title: text() },
    asks: ['node.cloneNodes'],
    gives: '',
    success: 'redirect_inline_copiedposts',
    about: 'post',
    async answer({ given, ask }) {
      const { postids: nodeids, title: newtitle } = given;
      await ask('node.cloneNodes', { nodeids, to_parent: destinationOf(given), newtitle });
      return told('redirect_inline_copiedposts');
    },
  }),
  route({
    name: 'postings_docopythread',
    doc: 'Copies a topic to a forum, under another title if there is one; `show.threadid` is the copy.',
    takes: { threadid: id, destforumid: id, title: text() },
    asks: ['node.cloneNodes'],
    gives: 'show{threadid}',
    success: 'redirect_inline_copied',
    about: 'thread',
    async answer({ given, ask }) {
      const { threadid, destforumid: to_parent, title: newtitle } = given;
      const copies = await ask('node.cloneNodes', { nodeids: [threadid], to_parent, newtitle });
      return told('redirect_inline_copied', [], { threadid: copies.get(threadid) });
    },
  }),
];

/** Where posts go: to a topic, or else to a forum. */
function destinationOf(given: {
  readonly destforumid: number;
  readonly destthreadid: number;
}): number {
  const place = given.destthreadid || given.destforumid;
  if (place === 0) throw new ApiError('missing_parameter', 'destforumid');
  return place;
}

type Act =
  | 'node.openNode'
  | 'node.closeNode'
  | 'node.setSticky'
  | 'node.unsetSticky'
  | 'node.approve'
  | 'node.unapprove'
  | 'node.undeleteNodes';

/** One thing done with all of a list. */
function act(
  name: string,
  list: 'tlist' | 'plist',
  method: Act,
  done: string,
  doc: string,
): AnyRoute {
  const success = `redirect_inline_${done}`;
  const takes: Readonly<Record<string, Kind<readonly number[]>>> = { [list]: ids };
  return route({
    name,
    doc,
    takes,
    asks: [method, 'node.getNodes'],
    gives: '',
    success,
    about: list === 'tlist' ? 'thread' : 'post',
    async answer({ given, ask }) {
      const nodes = given[list] ?? [];
      await refuseForums(ask, nodes);
      // the two names that these methods have for it
      const input = { nodeid: nodes, nodeids: nodes };
      await ask(method, input);
      return told(success);
    },
  });
}

/** Forums have ids of their own kind for old clients: one of a forum is no topic's and no post's. */
async function refuseForums(ask: Ask<'node.getNodes'>, nodeList: readonly number[]): Promise<void> {
  for (const { nodeid, starter } of (await ask('node.getNodes', { nodeList })).values())
    if (starter === 0) throw new ApiError('invalid_node_id', nodeid);
}

function deletion(
  name: string,
  list: 'threadids' | 'tlist' | 'postids',
  success: string,
): AnyRoute {
  const about = list === 'postids' ? 'post' : 'thread';
  return route({
    name,
    doc: `Deletes ${about === 'thread' ? 'topics' : 'posts'}: hidden with \`deletetype\` 1, for good with 2.`,
    takes: { [list]: ids, deletetype: count(1), deletereason: text() },
    asks: ['node.deleteNodes'],
    gives: '',
    success,
    about,
    async answer({ given, ask }) {
      const { deletetype, deletereason: reason } = given;
      const nodeids = given[list] as readonly number[];
      await ask('node.deleteNodes', { nodeids, hard: deletetype === 2, reason });
      return told(success);
    },
  });
}

/** The forms of vBulletin 4 send more, such as which attachments stay; it is passed over. */
function spam(name: string, list: 'threadids' | 'tlist'): AnyRoute {
  const success = 'redirect_inline_deleted';
  return route({
    name,
    doc: 'Deletes topics as spam: hidden with `deletetype` 1, for good with 2; with `deleteother` also the newest 100 other posts of their authors, or of `userid`. `useraction` ban bans these. `show.more` is 1 when they have posts left.',
    takes: {
      [list]: ids,
      deletetype: count(1),
      deletereason: text(),
      deleteother: flag,
      userid: someIds,
      useraction: text(),
      usergroupid: count(),
      period: text('PERMANENT'),
      reason: text(),
    },
    asks: ['node.deleteNodesAsSpam'],
    gives: 'show{more}',
    success,
    about: 'thread',
    async answer({ given, ask }) {
      const nodeids = given[list] as readonly number[];
      const { more } = await ask('node.deleteNodesAsSpam', {
        ...{ nodeids, userids: given.userid, hard: given.deletetype === 2 },
        ...{ reason: given.deletereason, deleteother: given.deleteother },
        ...{ banusers: given.useraction === 'ban', banusergroupid: given.usergroupid },
        ...{ period: given.period, banreason: given.reason },
      });
      return told(success, [], { more: more ? 1 : 0 });
    },
  });
}
