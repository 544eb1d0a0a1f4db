import type { ResultOf } from '../../../call/ask.ts';
import type { FullContent } from '../../../shapes/content.ts';
import type { Turn } from '../endpoint.ts';
import { inParts } from '../in-parts.ts';
import { guestOf, type MemberView } from './member.ts';
import { memberAsks, membersOf, memberView } from './members.ts';
import { type Post, postOf, type Reaction } from './post.ts';

/** What is asked to show posts. */
export const postAsks = [...memberAsks, 'reactions.fetchGiven'] as const;
export type PostAsk = (typeof postAsks)[number];

/** The posts, in their order, each with its author and reactions: a fixed number of statements, whatever their number. */
export async function postsOf(
  turn: Turn<PostAsk>,
  contents: readonly FullContent[],
): Promise<readonly Post[]> {
  return contents.length === 0 ? [] : postsWith(turn, contents, await memberView(turn));
}

/** The same with what members are shown with, where somebody has asked for it already. */
export async function postsWith(
  turn: Turn<PostAsk>,
  contents: readonly FullContent[],
  view: MemberView,
): Promise<readonly Post[]> {
  const userids = contents.map((content) => content.userid);
  const members = await membersOf(turn, userids, view);
  const nodeids = contents.map((content) => content.nodeid);
  const reactions = await inParts(turn.caller, nodeids, (part) =>
    turn.ask('reactions.fetchGiven', { nodeids: part }),
  );
  return contents.map((content) => {
    const { userid, authorname, nodeid } = content;
    const author =
      members.get(userid) ?? guestOf(authorname, view, content.content.avatar.avatarpath);
    return postOf(content, author, reactionsOf(reactions.get(nodeid) ?? []), turn.links);
  });
}

type Given = ResultOf<'reactions.fetchGiven'> extends ReadonlyMap<number, infer All> ? All : never;

/** By the member who gave it. As PHP prints them: an empty list where there are none (dialects-additions A0.6). */
function reactionsOf(given: Given): Post['reactions'] {
  if (given.length === 0) return [];
  const entries = given.map(({ userid, votetypeid, label, value, icon }): [number, Reaction] => [
    userid,
    { title: label, id: votetypeid, value, icon },
  ]);
  return Object.fromEntries(entries);
}
