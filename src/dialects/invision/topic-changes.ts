import type { Caller } from '../../call/caller.ts';
import type { FullContent } from '../../shapes/content.ts';
import type { Turn } from './endpoint.ts';
import { forumExceptions as exceptions, Refusal } from './exceptions.ts';
import { flag, type Given, hiddenDoc, hiding } from './kinds.ts';
import { seenForums } from './objects/forums.ts';

/** What a member's own token may say of a topic only with a moderator's rights; without them it is ignored. */
export const moderated = {
  hidden: hiding(hiddenDoc),
  locked: flag('1 to close it.'),
  pinned: flag('1 to keep it on top.'),
  featured: flag('1 to feature it.'),
};

export const stateAsks = [
  'node.setApproved',
  'node.openNode',
  'node.closeNode',
  'node.setSticky',
  'node.setFeatured',
] as const;

/** Gives a topic the tags that are named, and takes all others. */
export async function retag(
  {
    ask,
    given,
    id: nodeid,
  }: Turn<'tags.addTags' | 'tags.removeTags', { readonly tags: readonly string[] | undefined }>,
  { taglist }: FullContent,
): Promise<void> {
  if (given.tags === undefined) return;
  const before = new Set(taglist.split(',').filter(Boolean));
  const wanted = new Set(given.tags);
  const added = [...wanted].filter((tag) => !before.has(tag));
  const gone = [...before].filter((tag) => !wanted.has(tag));
  if (gone.length > 0) await ask('tags.removeTags', { nodeid, tags: gone });
  if (added.length > 0) await ask('tags.addTags', { nodeid, taglist: added });
}

/** Moves a topic to the forum that is named, if it is another one and the caller may. */
export async function move(
  { ask, caller, given, id, site }: Turn<'node.moveNodes', { readonly forum: number | undefined }>,
  { channelid, content }: FullContent,
): Promise<void> {
  const { forum = channelid } = given;
  if (forum === channelid || !(site || content.moderatorperms.canmassmove === 1)) return;
  if (!takesTopics(caller, forum)) throw new Refusal(exceptions.noForum);
  await ask('node.moveNodes', { nodeids: [id], to_parent: forum });
}

/** Whether it is a forum that the caller sees. */
export function takesTopics(caller: Caller, forum: number): boolean {
  return seenForums(caller).includes(forum);
}

type StateGiven = Given<typeof moderated>;
type StateAsk = (typeof stateAsks)[number];

/** Applies what may be said of a topic with a moderator's rights, where it differs; without the rights it is ignored. */
export async function applyState(
  { ask, given, site }: Turn<StateAsk, StateGiven>,
  topic: FullContent,
): Promise<void> {
  const nodeids = [topic.nodeid];
  const may = (right: string): boolean => site || topic.content.moderatorperms[right] === 1;
  const { hidden, locked, pinned, featured } = given;
  if (
    hidden !== undefined &&
    may('canmoderateposts') &&
    (hidden !== 0) !== (topic.showapproved === 0)
  )
    await ask('node.setApproved', { nodeids, approved: hidden === 0 });
  if (locked !== undefined && may('canopenclose') && locked !== (topic.open === 0))
    await ask(locked ? 'node.closeNode' : 'node.openNode', { nodeid: nodeids });
  if (pinned !== undefined && may('canmanagethreads') && pinned !== (topic.sticky === 1))
    await ask('node.setSticky', { nodeids, stick: pinned });
  if (featured !== undefined && may('cansetfeatured') && featured !== (topic.featured === 1))
    await ask('node.setFeatured', { nodeids, set: featured });
}
