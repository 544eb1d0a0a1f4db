import type { Caller } from '../../../call/caller.ts';
import { DEFAULT_FORUM_PARENT } from '../../../library/board/system-channels.ts';
import type { Turn } from '../endpoint.ts';
import { type Forum, forumOf, type ForumView } from './forum.ts';

/** The forums of the board, whoever sees them: its root is none, nor is what holds messages, albums or reports. */
export function allForums({ board }: Pick<Caller, 'board'>): readonly number[] {
  const root = board.channelByGuid(DEFAULT_FORUM_PARENT);
  return board
    .subtree(root)
    .map((channel) => channel.nodeid)
    .filter((nodeid) => nodeid !== root);
}

/** What is asked to show forums. */
export const forumAsks = ['node.getNodes', 'usergroup.fetchUsergroupList'] as const;
export type ForumAsk = (typeof forumAsks)[number];

/** The forums among these that the caller sees, by id, with all that their paths name. */
export async function forumsOf(
  turn: Turn<ForumAsk>,
  forumids: readonly number[],
): Promise<ReadonlyMap<number, Forum>> {
  const { ask, caller, links, site } = turn;
  const { board } = caller;
  const all = new Set(allForums(caller));
  const wanted = new Set(forumids.filter((forumid) => all.has(forumid)));
  // a set is walked through with what is added on the way
  for (const forumid of wanted) {
    const parentid = board.channel(forumid)?.parentid ?? 0;
    if (all.has(parentid)) wanted.add(parentid);
  }
  if (wanted.size === 0) return new Map();
  const forums = await ask('node.getNodes', { nodeList: [...wanted] });
  const usergroups = site
    ? (await ask('usergroup.fetchUsergroupList')).map((row) => row.usergroupid)
    : [];
  const view: ForumView = { board, forums, links, site, usergroups };
  return new Map(
    [...forums.values()]
      .filter(({ nodeid }) => forumids.includes(nodeid))
      .map((node) => [node.nodeid, forumOf(node, view)] as const),
  );
}
