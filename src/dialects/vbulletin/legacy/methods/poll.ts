import { ApiError } from '../../../../errors.ts';
import { count, flag, id, type Kind, named, numbersOf, optional, text } from '../kinds.ts';
import { told } from '../respond.ts';
import { type AnyRoute, type Ask, route } from '../route.ts';
import {
  changesOf,
  closingTime,
  emptyBits,
  filledIn,
  isPoll,
  optionIds,
  type Poll,
  pollForm,
  takesPoll,
} from '../shapes/poll.ts';
import { threadOf } from '../shapes/thread.ts';
import { bbcode, findContent, findTopic } from '../topic.ts';
import { shown } from '../shapes/post.ts';

/** The numbers of the options chosen: one, a list, or a map from number to 1. */
const chosen: Kind<readonly number[]> = {
  text: 'number, or numbers',
  default: 'none',
  read: ({ params }, name) => numbersOf(params.get(name)),
};

/** The texts of options, by number from 1 on or as a list. */
const options: typeof named = { ...named, text: 'texts by number, or a list' };

/** Polls. A poll is a topic of its own type here: `pollid` is `threadid`, and without a question of its own it asks what the topic's title says. */
export const pollRoutes: readonly AnyRoute[] = [
  route({
    name: 'poll_pollvote',
    doc: 'Votes in a poll for options by their number, from 1 on.',
    takes: { pollid: id, optionnumber: chosen },
    asks: ['node.getContentforNodes', 'content_poll.vote'],
    gives: '',
    success: 'redirect_pollvotethanks',
    about: 'poll',
    async answer({ given, ask }) {
      const { content } = await readPoll(ask, given.pollid);
      const polloptionids = optionIds(content.polloptions, given.optionnumber);
      await ask('content_poll.vote', { polloptionids });
      return told('redirect_pollvotethanks');
    },
  }),
  route({
    name: 'poll_newpoll',
    doc: 'The form for adding a poll to a topic, with so many options. `newthread_postthread` takes no notice of `postpoll`: the poll comes afterwards.',
    takes: { threadid: id, polloptions: count(4) },
    asks: ['node.getNode', 'node.getContentforNodes'],
    gives:
      'threadinfo, question, polloptions, maxpolloptions, pollbits[]{option{number}}, show{canpostpoll}',
    about: 'thread',
    async answer({ given, ask, options: { maxpolloptions }, style }) {
      const topic = await findTopic(ask, given.threadid, 0);
      const channel = await findContent(ask, topic.channelid);
      const polloptions = Math.min(Math.max(given.polloptions, 2), maxpolloptions);
      return {
        response: {
          threadinfo: threadOf(topic, style),
          question: topic.title,
          ...{ polloptions, maxpolloptions, pollbits: emptyBits(polloptions) },
        },
        show: { canpostpoll: takesPoll(topic, channel) },
      };
    },
  }),
  route({
    name: 'poll_postpoll',
    doc: 'Adds a poll to a topic. Without a `question` the title of the topic is the question. `timeout` is in days, 0 for never. Options without a text are left out; `options` may be called `polloptions`, and `question` `pollquestion`.',
    takes: {
      threadid: id,
      question: text(),
      options,
      multiple: flag,
      public: flag,
      timeout: count(),
    },
    asks: ['content_poll.addToTopic'],
    gives: 'pollid, show{threadid, postid}',
    success: 'redirect_postthanks',
    about: 'thread',
    async answer({ given, ask, now }) {
      const { threadid: nodeid, question, multiple, public: open } = given;
      const data = {
        ...{ question, polloptions: [...filledIn(given.options)], multiple, public: open },
        timeout: closingTime(given.timeout, now),
      };
      await ask('content_poll.addToTopic', { nodeid, data });
      const { response, show } = told('redirect_postthanks', [], shown(nodeid, nodeid));
      return { response: { ...response, pollid: nodeid }, show };
    },
  }),
  route({
    name: 'poll_polledit',
    doc: 'The form for changing a poll. `timeout` is the days that are left, 0 for no end.',
    takes: { pollid: id },
    asks: ['node.getContentforNodes'],
    gives:
      'pollinfo{pollid, threadid, question, multiple, public, closed, timeout, numbervotes}, pollbits[]{option{number, polloptionid, title, votes}}, show{canedit}',
    about: 'poll',
    async answer({ given, ask, now }) {
      const poll = await readPoll(ask, given.pollid);
      const { canedit } = poll.content.permissions;
      return { response: pollForm(poll, now), show: { canedit } };
    },
  }),
  route({
    name: 'poll_updatepoll',
    doc: 'Changes a poll. An option whose number comes with a text gets that one, with an empty text it goes, and one past the last is new; what is not sent stays. `closepoll` 1 closes the poll, 0 opens it; `timeout` counts days from now, unless it is what the form has shown. Votes stay as they are; `pollquestion` may be called `question`.',
    takes: {
      pollid: id,
      pollquestion: text(),
      options,
      closepoll: optional(flag),
      timeout: optional(count()),
      multiple: optional(flag),
      public: optional(flag),
    },
    asks: ['node.getContentforNodes', 'content_poll.update'],
    gives: 'show{threadid, postid}',
    success: 'redirect_editthanks',
    about: 'poll',
    async answer({ given, ask, now }) {
      const { pollid: nodeid } = given;
      const poll = await readPoll(ask, nodeid);
      const data = changesOf(poll, given, now);
      await ask('content_poll.update', { nodeid, data, options: bbcode });
      return told('redirect_editthanks', [], shown(poll.starter, nodeid));
    },
  }),
];

async function readPoll(ask: Ask<'node.getContentforNodes'>, pollid: number): Promise<Poll> {
  const poll = await findContent(ask, pollid);
  if (!isPoll(poll)) throw new ApiError('invalid_node_id', pollid);
  return poll;
}
