import type { FullContent } from '../../../shapes/content.ts';
import type { Turn } from '../endpoint.ts';
import { forumAsks, forumsOf } from './forums.ts';
import { memberView } from './members.ts';
import { postAsks, postsWith } from './posts.ts';
import { type Topic, topicOf } from './topic.ts';

/** What is asked to show topics. */
export const topicAsks = [
  ...postAsks,
  ...forumAsks,
  'node.getFullContentforNodes',
  'node.getFirstAnswers',
] as const;
export type TopicAsk = (typeof topicAsks)[number];

/** The topics, in their order: a fixed number of statements, whatever their number. */
export async function topicsOf(
  turn: Turn<TopicAsk>,
  topics: readonly FullContent[],
): Promise<readonly Topic[]> {
  if (topics.length === 0) return [];
  const { ask, links } = turn;
  const lasts = await lastPostsOf(turn, topics);
  const view = await memberView(turn);
  const posts = await postsWith(turn, [...topics, ...lasts.values()], view);
  const byId = new Map(posts.map((post) => [post.id, post]));
  const forums = await forumsOf(
    turn,
    topics.map((topic) => topic.channelid),
    view.groups,
  );
  const starterids = topics.map((topic) => topic.nodeid);
  const answers = await ask('node.getFirstAnswers', { starterids });
  return topics.flatMap((topic) => {
    const { nodeid, channelid, lastcontentid } = topic;
    const [forum, firstPost] = [forums.get(channelid), byId.get(nodeid)];
    if (forum === undefined || firstPost === undefined) return [];
    const lastPost = byId.get(lastcontentid) ?? firstPost;
    const bestAnswer = answers.get(nodeid) ?? null;
    return [topicOf(topic, { forum, firstPost, lastPost, bestAnswer, links })];
  });
}

/** The last post of each topic that has one beside the first. */
async function lastPostsOf(
  { ask }: Turn<TopicAsk>,
  topics: readonly FullContent[],
): Promise<ReadonlyMap<number, FullContent>> {
  const wanted = topics
    .filter(({ nodeid, lastcontentid }) => lastcontentid !== 0 && lastcontentid !== nodeid)
    .map(({ lastcontentid }) => lastcontentid);
  if (wanted.length === 0) return new Map();
  const contents = await ask('node.getFullContentforNodes', { nodeList: wanted });
  return new Map([...contents.values()].map((content) => [content.nodeid, content]));
}
