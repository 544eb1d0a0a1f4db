import { anonymousDoc, refuseAnonymity } from '../anonymity.ts';
import { ApiError } from '../../../errors.ts';
import type { FullContent } from '../../../shapes/content.ts';
import { endpoint, type Turn } from '../endpoint.ts';
import { forumExceptions as exceptions, Refusal } from '../exceptions.ts';
import { count, dateDoc, flag, ids, moment, paging, text, texts, tree, word } from '../kinds.ts';
import { allForums } from '../objects/forums.ts';
import { pageOf } from '../objects/page.ts';
import { postAsks, postsOf } from '../objects/posts.ts';
import type { Topic } from '../objects/topic.ts';
import { type TopicAsk, topicAsks, topicsOf } from '../objects/topics.ts';
import { pollGiven } from '../poll.ts';
import { said } from '../said.ts';
import { applyState, moderated, move, retag, stateAsks, takesTopics } from '../topic-changes.ts';

const orders = {
  date: 'publishdate',
  title: 'title',
  updated: 'lastcontent',
  id: 'nodeid',
} as const;

/** Topics. */
export const topics = [
  endpoint({
    path: 'GET /forums/topics',
    doc: 'Lists topics.',
    takes: {
      ids: ids('These topics.'),
      forums: ids('In these forums.'),
      authors: ids('By these members.'),
      hasBestAnswer: flag('With a best answer, or without.'),
      hasPoll: flag('With a poll, or without.'),
      locked: flag('Closed, or open.'),
      hidden: flag('1 for what waits for approval or is hidden, 0 for all else.'),
      pinned: flag('Kept on top, or not.'),
      featured: flag('Featured, or not.'),
      archived: flag('No topic of this board is archived.'),
      sortBy: word(
        ['date', 'title', 'updated', 'id'],
        'What they are sorted by: id when left out.',
      ),
      sortDir: word(['asc', 'desc'], 'asc when left out.'),
      ...paging,
    },
    asks: ['node.listFiltered', ...topicAsks],
    gives: 'Page of Topic',
    async answer(turn) {
      const { ask, given } = turn;
      const { page: pagenumber, perPage: perpage, sortBy = 'id', sortDir: sortorder } = given;
      const { contents, pagingInfo } = await ask('node.listFiltered', {
        criteria: said({
          kind: 'topics' as const,
          ...{ pagenumber, perpage, sortorder, sortfield: orders[sortBy] },
          nodeids: given.archived === true ? [0] : given.ids,
          channelids: given.forums,
          userids: given.authors,
          answered: given.hasBestAnswer,
          poll: given.hasPoll,
          open: opposite(given.locked),
          shown: opposite(given.hidden),
          sticky: given.pinned,
          featured: given.featured,
        }),
      });
      return pageOf(pagingInfo, await topicsOf(turn, [...contents.values()]));
    },
  }),
  endpoint({
    path: 'GET /forums/topics/{id}',
    doc: 'Reads a topic.',
    takes: {},
    asks: topicAsks,
    gives: 'Topic',
    throws: [exceptions.invalidTopic],
    answer: async (turn) => shown(turn, await existing(turn)),
  }),
  endpoint({
    path: 'GET /forums/topics/{id}/posts',
    doc: 'Lists the posts of a topic, the first one among them, the oldest first.',
    takes: {
      hidden: flag('1 for what waits for approval or is hidden, 0 for all else.'),
      sortDir: word(['asc', 'desc'], 'asc when left out.'),
      ...paging,
    },
    asks: ['node.listFiltered', 'node.getFullContentforNodes', ...postAsks],
    gives: 'Page of Post',
    throws: [exceptions.invalidTopic],
    async answer(turn) {
      const { nodeid } = await existing(turn);
      const { page: pagenumber, perPage: perpage, sortDir: sortorder, hidden } = turn.given;
      const { contents, pagingInfo } = await turn.ask('node.listFiltered', {
        criteria: said({
          ...({ kind: 'posts', starters: [nodeid], sortfield: 'publishdate' } as const),
          ...{ pagenumber, perpage, sortorder, shown: opposite(hidden) },
        }),
      });
      return pageOf(pagingInfo, await postsOf(turn, [...contents.values()]));
    },
  }),
  endpoint({
    path: 'POST /forums/topics',
    doc: 'Begins a topic. A member’s token does so as that member: author, date and ip_address are ignored.',
    takes: {
      forum: count('The forum.'),
      title: text('The title.'),
      post: text('The text of the first post, as HTML.'),
      author: count('The member who posts; 0 for a guest.'),
      author_name: text('The name of a guest.'),
      prefix: text('Has no effect, since the board has no prefixes.'),
      tags: texts('Tags.'),
      date: moment(dateDoc),
      ip_address: text('From which address: that of the caller when left out.'),
      ...moderated,
      anonymous: flag(anonymousDoc),
      poll_title: text('The title of a poll.'),
      poll_public: flag('1: everybody sees who has voted.'),
      poll_only: flag('Has no effect: topics with a poll take replies.'),
      poll_options: tree(
        'Questions, each with title, answers, multichoice. This board’s polls have one question.',
      ),
    },
    asks: [
      ...(['content_text.add', 'content_poll.addToTopic'] as const),
      ...stateAsks,
      ...topicAsks,
    ],
    gives: 'Topic',
    actsFor: 'author',
    addressIn: 'ip_address',
    refuses: {
      missing_content: exceptions.noTopicPost,
      title_required: exceptions.noTopicTitle,
      no_permission: exceptions.noPermission,
      not_logged_no_permission: exceptions.noPermission,
      category_takes_no_topics: exceptions.noForum,
    },
    throws: [exceptions.noForum, exceptions.noTopicAuthor, exceptions.noAnonymity],
    async answer(turn) {
      const { ask, caller, given, site, author } = turn;
      const { forum = 0, title = '', post: rawtext = '', tags } = given;
      if (!takesTopics(caller, forum)) throw new Refusal(exceptions.noForum);
      if (site && author === undefined) throw new Refusal(exceptions.noTopicAuthor);
      if (rawtext.trim() === '') throw new Refusal(exceptions.noTopicPost);
      if (title.trim() === '') throw new Refusal(exceptions.noTopicTitle);
      refuseAnonymity(given);
      const nodeid = await ask('content_text.add', {
        data: said({
          ...{ parentid: forum, title, rawtext, tags, htmlstate: 'on' as const },
          publishdate: site ? given.date : undefined,
        }),
      });
      const made = { ...turn, id: nodeid };
      const poll = pollGiven(given);
      if (poll !== undefined) await ask('content_poll.addToTopic', { nodeid, data: poll });
      await applyState(made, await existing(made));
      return shown(made, await existing(made));
    },
  }),
  endpoint({
    path: 'POST /forums/topics/{id}',
    doc: 'Changes a topic. What is not sent, or is as it was, stays; with nothing the topic is read.',
    takes: {
      title: text('The title.'),
      post: text('The text of the first post, as HTML.'),
      forum: count('The forum that it is moved to.'),
      tags: texts('The tags; an empty value is none.'),
      author: count('Its author. The board keeps it: another one is refused.'),
      ...moderated,
    },
    asks: [
      ...(['content_text.update', 'node.moveNodes', 'tags.addTags', 'tags.removeTags'] as const),
      ...stateAsks,
      ...topicAsks,
    ],
    gives: 'Topic',
    refuses: {
      missing_content: exceptions.noTopicPost,
      title_required: exceptions.noTopicTitle,
      no_permission: exceptions.noPermission,
      not_logged_no_permission: exceptions.noPermission,
      edit_time_over: exceptions.noPermission,
      threadclosed: exceptions.noPermission,
    },
    throws: [exceptions.invalidTopic, exceptions.noForum],
    async answer(turn) {
      const { ask, empty, given, id } = turn;
      const before = await existing(turn);
      if (empty) return shown(turn, before);
      const { title, post: rawtext, author } = given;
      if (turn.site && author !== undefined && author !== before.userid)
        throw new ApiError('not_offered', 'change of authors');
      const newTitle = title === before.title ? undefined : title;
      if (newTitle !== undefined || rawtext !== undefined)
        await ask('content_text.update', {
          ...{ nodeid: id, data: said({ title: newTitle, rawtext, htmlstate: 'on' as const }) },
        });
      await retag(turn, before);
      await move(turn, before);
      await applyState(turn, before);
      return shown(turn, await existing(turn));
    },
  }),
  endpoint({
    path: 'DELETE /forums/topics/{id}',
    doc: 'Deletes a topic with its posts.',
    takes: {},
    asks: ['node.deleteNodes', 'node.getFullContentforNodes'],
    gives: 'Nothing',
    refuses: {
      no_permission: exceptions.noPermission,
      not_logged_no_permission: exceptions.noPermission,
    },
    throws: [exceptions.invalidTopic],
    async answer(turn) {
      await existing(turn);
      await turn.ask('node.deleteNodes', { nodeids: [turn.id], hard: turn.site });
      return {};
    },
  }),
];

function opposite(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value;
}

/** The topic of the path. */
async function existing({
  ask,
  caller,
  id,
}: Turn<'node.getFullContentforNodes'>): Promise<FullContent> {
  const contents = await ask('node.getFullContentforNodes', { nodeList: [id] });
  const [topic] = contents.values();
  if (topic?.starter !== id || !allForums(caller).includes(topic.channelid))
    throw new Refusal(exceptions.invalidTopic);
  return topic;
}

async function shown(turn: Turn<TopicAsk>, node: FullContent): Promise<Topic> {
  const [topic] = await topicsOf(turn, [node]);
  if (topic === undefined) throw new Refusal(exceptions.invalidTopic);
  return topic;
}
