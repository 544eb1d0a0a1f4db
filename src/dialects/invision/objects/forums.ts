import type { Caller } from '../../../call/caller.ts';
import { DEFAULT_FORUM_PARENT } from '../../../library/board/system-channels.ts';
import type { Turn } from '../endpoint.ts';
import { inParts } from '../in-parts.ts';
import { type Forum, forumOf, type ForumView } from './forum.ts';
import { type Groups, groupsById } from './group.ts';

const noGroups: Groups = new Map();

/** The forums of the board, whoever sees them: its root is none, nor is what holds messages, albums or reports. */
export function allForums({ board }: Pick<Caller, 'board'>): readonly number[] {
  const root = board.channelByGuid(DEFAULT_FORUM_PARENT);
  return board
    .subtree(root)
    .map((channel) => channel.nodeid)
    .filter((nodeid) => nodeid !== root);
}

/** Those that the caller sees, parents before children. */
export function seenForums(caller: Caller): readonly number[] {
  const { viewable } = caller.board.permissionsOf(caller.actor, caller.authority);
  return allForums(caller).filter((nodeid) => viewable.has(nodeid));
}

/** What is asked to show forums. */
export const forumAsks = ['node.getNodes', 'usergroup.fetchUsergroupList'] as const;
export type ForumAsk = (typeof forumAsks)[number];

/**
 * The forums among these that the caller sees, by id and in their order.
 * @param groups the usergroups, where somebody has asked for them already
 */
export async function forumsOf(
  turn: Turn<ForumAsk>,
  forumids: readonly number[],
  groups?: Groups,
): Promise<ReadonlyMap<number, Forum>> {
  const { ask, caller, links, site } = turn;
  const { board } = caller;
  const all = new Set(allForums(caller));
  const own = new Set(forumids.filter((forumid) => all.has(forumid)));
  const wanted = new Set(own);
  // a set is walked through with what is added on the way
  for (const forumid of wanted) {
    const parentid = board.channel(forumid)?.parentid ?? 0;
    if (all.has(parentid)) wanted.add(parentid);
  }
  if (wanted.size === 0) return new Map();
  const forums = await inParts(caller, [...wanted], (part) =>
    ask('node.getNodes', { nodeList: part }),
  );
  const known = site ? (groups ?? groupsById(await ask('usergroup.fetchUsergroupList'))) : noGroups;
  const usergroups = [...known.keys()];
  const view: ForumView = { board, forums, links, site, usergroups };
  return new Map(
    [...forums.values()]
      .filter(({ nodeid }) => own.has(nodeid))
      .map((node) => [node.nodeid, forumOf(node, view)] as const),
  );
}
