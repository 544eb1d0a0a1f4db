import { ApiError } from '../../../errors.ts';
import { count, id, ids, type Kind, text } from '../params.ts';
import { told } from '../respond.ts';
import { type AnyRow, type Ask, row } from '../row.ts';

/** What is done with several topics or posts at once. Ids come in a parameter, or in the cookie that inline moderation keeps. */
export const moderationRows: readonly AnyRow[] = [
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
  deletion('inlinemod_dodeletespam', 'threadids', 'redirect_inline_deleted'),
  deletion('inlinemod_spamthread', 'tlist', 'redirect_inline_deleted'),
  deletion('inlinemod_dodeleteposts', 'postids', 'redirect_inline_deletedposts'),
  row({
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
  row({
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
  row({
    name: 'inlinemod_domoveposts',
    doc: 'Makes a topic of posts in a forum, with a title; or moves them to a topic, `destthreadid`.',
    takes: { postids: ids, destforumid: count(), destthreadid: count(), title: text() },
    asks: ['node.getNodes', 'node.moveNodes'],
    gives: '',
    success: 'redirect_inline_movedposts',
    about: 'post',
    async answer({ given, ask }) {
      const { postids: nodeids, destforumid, destthreadid, title } = given;
      if (destthreadid + destforumid === 0) throw new ApiError('missing_parameter', 'destforumid');
      await refuseForums(ask, nodeids);
      const place =
        destthreadid > 0
          ? { to_parent: destthreadid }
          : { to_parent: destforumid, makeTopic: true, ...(title !== '' && { newtitle: title }) };
      await ask('node.moveNodes', { nodeids, ...place });
      return told('redirect_inline_movedposts');
    },
  }),
];

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
): AnyRow {
  const success = `redirect_inline_${done}`;
  const takes: Readonly<Record<string, Kind<readonly number[]>>> = { [list]: ids };
  return row({
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

function deletion(name: string, list: 'threadids' | 'tlist' | 'postids', success: string): AnyRow {
  const about = list === 'postids' ? 'post' : 'thread';
  return row({
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
