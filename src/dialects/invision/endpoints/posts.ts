import { anonymousDoc, refuseAnonymity } from '../anonymity.ts';
import { ApiError } from '../../../errors.ts';
import type { FullContent } from '../../../shapes/content.ts';
import { endpoint, type Turn } from '../endpoint.ts';
import { forumExceptions as exceptions, Refusal } from '../exceptions.ts';
import {
  count,
  dateDoc,
  flag,
  hiddenDoc,
  hiding,
  ids,
  moment,
  paging,
  text,
  word,
} from '../kinds.ts';
import { membersOf } from '../objects/members.ts';
import { pageOf } from '../objects/page.ts';
import type { Post } from '../objects/post.ts';
import { type PostAsk, postAsks, postsOf } from '../objects/posts.ts';
import { allForums } from '../objects/forums.ts';
import { said } from '../said.ts';

const orders = { date: 'publishdate', title: 'title', id: 'nodeid' } as const;

const readAsks = ['node.getFullContentforNodes', ...postAsks] as const;
type ReadAsk = (typeof readAsks)[number];

/** Posts: the first of a topic has the topic's id. */
export const posts = [
  endpoint({
    path: 'GET /forums/posts',
    doc: 'Lists posts, the first ones of topics among them.',
    takes: {
      ids: ids('These posts.'),
      authors: ids('By these members.'),
      forums: ids('In these forums.'),
      topics: ids('In these topics.'),
      hidden: flag('1 for what waits for approval or is hidden, 0 for all else.'),
      sortBy: word(['date', 'title', 'id'], 'What they are sorted by: id when left out.'),
      sortDir: word(['asc', 'desc'], 'asc when left out.'),
      ...paging,
    },
    asks: ['node.listFiltered', ...postAsks],
    gives: 'Page of Post',
    async answer(turn) {
      const { ask, given } = turn;
      const { page: pagenumber, perPage: perpage, sortBy = 'id', sortDir: sortorder } = given;
      const { contents, pagingInfo } = await ask('node.listFiltered', {
        criteria: said({
          kind: 'posts' as const,
          ...{ pagenumber, perpage, sortorder, sortfield: orders[sortBy] },
          nodeids: given.ids,
          userids: given.authors,
          channelids: given.forums,
          starters: given.topics,
          shown: given.hidden === undefined ? undefined : !given.hidden,
        }),
      });
      return pageOf(pagingInfo, await postsOf(turn, [...contents.values()]));
    },
  }),
  endpoint({
    path: 'GET /forums/posts/{id}',
    doc: 'Reads a post.',
    takes: {},
    asks: readAsks,
    gives: 'Post',
    throws: [exceptions.invalidPost],
    answer: async (turn) => shown(turn, await existing(turn)),
  }),
  endpoint({
    path: 'POST /forums/posts',
    doc: 'Replies to a topic. A member’s token posts as that member: author, date and ip_address are ignored.',
    takes: {
      topic: count('The topic.'),
      author: count('The member who posts; 0 for a guest.'),
      author_name: text('The name of a guest.'),
      post: text('The text, as HTML.'),
      date: moment(dateDoc),
      ip_address: text('From which address: that of the caller when left out.'),
      hidden: hiding(hiddenDoc),
      anonymous: flag(anonymousDoc),
    },
    asks: ['content_text.add', 'node.setApproved', ...readAsks],
    gives: 'Post',
    actsFor: 'author',
    addressIn: 'ip_address',
    refuses: {
      missing_content: exceptions.noPost,
      no_permission: exceptions.noPermission,
      not_logged_no_permission: exceptions.noPermission,
      threadclosed: exceptions.noPermission,
    },
    throws: [exceptions.noTopic, exceptions.noAuthor, exceptions.noAnonymity],
    async answer(turn) {
      const { ask, given } = turn;
      const topic = await found(turn, given.topic ?? 0);
      if (topic?.starter !== given.topic || topic === undefined)
        throw new Refusal(exceptions.noTopic);
      if (turn.site && turn.author === undefined) throw new Refusal(exceptions.noAuthor);
      const { post: rawtext = '' } = given;
      if (rawtext.trim() === '') throw new Refusal(exceptions.noPost);
      refuseAnonymity(given);
      const publishdate = turn.site ? given.date : undefined;
      const nodeid = await ask('content_text.add', {
        data: said({ parentid: topic.nodeid, rawtext, publishdate, htmlstate: 'on' as const }),
      });
      const made = { ...turn, id: nodeid };
      if ((given.hidden ?? 0) !== 0 && mayHide(turn, topic))
        await ask('node.setApproved', { nodeids: [nodeid], approved: false });
      return shown(made, await existing(made));
    },
  }),
  endpoint({
    path: 'POST /forums/posts/{id}',
    doc: 'Changes a post. What is not sent stays as it is; with nothing the post is read.',
    takes: {
      post: text('The text, as HTML.'),
      hidden: flag('1 to hide it, 0 to show it; without the right it is ignored.'),
      author: count('Its author. The board keeps it: another one is refused.'),
    },
    asks: ['content_text.update', 'node.setApproved', ...readAsks],
    gives: 'Post',
    refuses: {
      missing_content: exceptions.noPost,
      no_permission: exceptions.noPermissionToEdit,
      not_logged_no_permission: exceptions.noPermissionToEdit,
      edit_time_over: exceptions.noPermissionToEdit,
      threadclosed: exceptions.noPermissionToEdit,
    },
    throws: [
      ...[exceptions.invalidPost, exceptions.firstPostShows],
      ...[exceptions.firstPostKeepsAuthor, exceptions.invalidAuthor],
    ],
    async answer(turn) {
      const { ask, empty, given, id } = turn;
      const before = await existing(turn);
      if (empty) return shown(turn, before);
      const { post: rawtext, hidden } = given;
      if (hidden === true && before.nodeid === before.starter)
        throw new Refusal(exceptions.firstPostShows);
      await keepAuthor(turn, before);
      if (rawtext !== undefined)
        await ask('content_text.update', {
          ...{ nodeid: id, data: { rawtext, htmlstate: 'on' as const } },
        });
      if (hidden !== undefined && mayHide(turn, before))
        await ask('node.setApproved', { nodeids: [id], approved: !hidden });
      return shown(turn, await existing(turn));
    },
  }),
  endpoint({
    path: 'DELETE /forums/posts/{id}',
    doc: 'Deletes a post; with the first one goes its topic.',
    takes: {},
    asks: ['node.deleteNodes', ...readAsks],
    gives: 'Nothing',
    refuses: {
      no_permission: exceptions.noPermissionToEdit,
      not_logged_no_permission: exceptions.noPermissionToEdit,
    },
    throws: [exceptions.invalidPost],
    async answer(turn) {
      await existing(turn);
      await turn.ask('node.deleteNodes', { nodeids: [turn.id], hard: turn.site });
      return {};
    },
  }),
  endpoint({
    path: 'POST /forums/posts/{id}/react',
    doc: 'Reacts to a post; an earlier reaction of the same member goes.',
    takes: { id: count('The reaction.'), author: count('Who reacts.') },
    asks: ['reactions.voteNode', 'reactions.unvoteNode', ...readAsks],
    gives: 'Post',
    actsFor: 'author',
    refuses: {
      invalid_data: exceptions.reactionFailed,
      no_permission: exceptions.reactionFailed,
      not_logged_no_permission: exceptions.reactionFailed,
    },
    throws: [exceptions.noReactor, exceptions.invalidReactionPost],
    async answer(turn) {
      const { ask, given, id: nodeid } = turn;
      const post = await existing(turn, exceptions.invalidReactionPost);
      const userid = reactor(turn);
      await withdraw(turn, nodeid, userid, given.id);
      await ask('reactions.voteNode', { nodeid, votetypeid: given.id ?? 0 });
      return shown(turn, post);
    },
  }),
  endpoint({
    path: 'DELETE /forums/posts/{id}/react',
    doc: 'Takes the reaction of a member back.',
    takes: { author: count('Whose.') },
    asks: ['reactions.unvoteNode', ...readAsks],
    gives: 'Post',
    actsFor: 'author',
    refuses: { no_permission: exceptions.reactionFailed },
    throws: [exceptions.noReactor, exceptions.invalidReactionPost],
    async answer(turn) {
      const post = await existing(turn, exceptions.invalidReactionPost);
      await withdraw(turn, turn.id, reactor(turn));
      return shown(turn, post);
    },
  }),
];

/** Refuses another author; a member's own token says nothing of authors. */
async function keepAuthor(
  turn: Turn<PostAsk, { readonly author: number | undefined }>,
  { nodeid, starter, userid }: FullContent,
): Promise<void> {
  const { author = userid } = turn.given;
  if (!turn.site || author === userid) return;
  if (nodeid === starter) throw new Refusal(exceptions.firstPostKeepsAuthor);
  if (author !== 0 && !(await membersOf(turn, [author])).has(author))
    throw new Refusal(exceptions.invalidAuthor);
  throw new ApiError('not_offered', 'change of authors');
}

/** The member who reacts: guests do not. */
function reactor({ author, caller, site }: Turn): number {
  const userid = site ? (author?.userid ?? 0) : caller.actor.userid;
  if (userid === 0) throw new Refusal(exceptions.noReactor);
  return userid;
}

/** Takes the reactions of a member back, but for one. */
async function withdraw(
  { ask }: Turn<'reactions.unvoteNode' | ReadAsk>,
  nodeid: number,
  userid: number,
  kept?: number,
): Promise<void> {
  const given = (await ask('reactions.fetchGiven', { nodeids: [nodeid] })).get(nodeid) ?? [];
  for (const { votetypeid } of given.filter((one) => one.userid === userid))
    if (votetypeid !== kept) await ask('reactions.unvoteNode', { nodeid, votetypeid });
}

/** Whether the caller may say if it shows; who may not is not refused, the wish is ignored (dialects.md 1.2). */
function mayHide({ site }: Turn, { content }: FullContent): boolean {
  return site || content.moderatorperms.canmoderateposts === 1;
}

/** A topic or post of a forum; undefined where the caller sees none by this id. */
async function found(
  { ask, caller }: Turn<'node.getFullContentforNodes'>,
  nodeid: number,
): Promise<FullContent | undefined> {
  const contents = await ask('node.getFullContentforNodes', { nodeList: [nodeid] });
  const [content] = contents.values();
  if (content === undefined || content.starter === 0) return undefined;
  return allForums(caller).includes(content.channelid) ? content : undefined;
}

/** The post of the path. */
async function existing(
  turn: Turn<'node.getFullContentforNodes'>,
  exception: (typeof exceptions)['invalidPost' | 'invalidReactionPost'] = exceptions.invalidPost,
): Promise<FullContent> {
  const content = await found(turn, turn.id);
  if (content === undefined) throw new Refusal(exception);
  return content;
}

async function shown(turn: Turn<PostAsk>, content: FullContent): Promise<Post> {
  const [post] = await postsOf(turn, [content]);
  if (post === undefined) throw new Refusal(exceptions.invalidPost);
  return post;
}
