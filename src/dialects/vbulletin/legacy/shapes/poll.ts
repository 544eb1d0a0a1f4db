import type { InputOf } from '../../../../call/ask.ts';
import { ApiError } from '../../../../errors.ts';
import type { FullContent } from '../../../../shapes/content.ts';
import { flag } from '../style.ts';
import type { Item } from './thread.ts';

type Options = NonNullable<FullContent['content']['polloptions']>;

/** A post that is known to be a poll. */
export interface Poll extends FullContent {
  readonly content: FullContent['content'] & { readonly polloptions: Options };
}

/** Texts by their numbers in a form; a list begins with 0 there. */
export type Numbered = Readonly<Record<string, string>>;

const DAY = 86_400;

export function isPoll(node: FullContent | undefined): node is Poll {
  return node?.content.polloptions !== undefined;
}

/**
 * The ids of a poll's options by their numbers, from 1 on; a number past the last one is taken for an id.
 * @throws ApiError `invalid_poll_option` when that is no option of this poll: it may well be one of another's
 */
export function optionIds(options: Options, numbers: readonly number[]): readonly number[] {
  const ids = options.map(({ polloptionid }) => polloptionid);
  return numbers.map((one) => {
    const id = ids[one - 1] ?? ids.find((polloptionid) => polloptionid === one);
    if (id === undefined) throw new ApiError('invalid_poll_option', one);
    return id;
  });
}

/** The poll that a post is; nothing where it is none. */
export function pollOf(node: FullContent): Item {
  if (!isPoll(node)) return {};
  const { nodeid, title, content } = node;
  const {
    question = title,
    polloptions,
    canvote = 0,
    voters = 0,
    timeout = 0,
    multiple = 0,
    voted = 0,
  } = content;
  return {
    poll: {
      pollid: nodeid,
      pollinfo: { pollid: nodeid, question, multiple, timeout, numbervotes: voters },
      pollbits: bitsOf(polloptions),
      show: { canvote, voted, pollresults: flag(canvote === 0) },
    },
  };
}

function bitsOf(options: Options): readonly object[] {
  return options.map(({ polloptionid, title, votes, percentage }, index) => ({
    option: {
      ...{ number: index + 1, polloptionid, question: title, title },
      ...{ votes, percent: percentage },
    },
  }));
}

/** A poll as its form shows it: `timeout` is the days that are left. */
export function pollForm({ nodeid, starter, title, content }: Poll, now: number): object {
  const {
    question = title,
    multiple = 0,
    public: open = 0,
    pollclosed = 0,
    timeout = 0,
    voters = 0,
  } = content;
  return {
    pollinfo: {
      ...{ pollid: nodeid, threadid: starter, question, multiple, public: open },
      ...{ closed: pollclosed, timeout: daysLeft(timeout, now), numbervotes: voters },
    },
    pollbits: bitsOf(content.polloptions),
  };
}

/** 1 when the caller may add a poll to a topic of the channel. */
export function takesPoll(topic: FullContent, channel: FullContent | undefined): number {
  const edits = topic.contenttypeclass === 'Text' && topic.content.permissions.canedit === 1;
  return flag(edits && channel?.content.createpermissions.Poll === 1);
}

/** The empty options of a form. */
export function emptyBits(count: number): readonly object[] {
  return Array.from({ length: count }, (_, index) => ({
    option: { number: index + 1, question: '', title: '' },
  }));
}

/** The texts of a form in their order, without fields that were left empty. */
export function filledIn(texts: Numbered): readonly string[] {
  return Object.values(texts).filter((text) => text.trim() !== '');
}

/** When a poll closes that does so in so many days; 0 for never. */
export function closingTime(days: number, now: number): number {
  return days === 0 ? 0 : now + days * DAY;
}

/** The fields of a poll's form that come back. Undefined, or empty, where they were not sent. */
interface SentForm {
  readonly pollquestion: string;
  readonly options: Numbered;
  readonly closepoll: boolean | undefined;
  /** Days. */
  readonly timeout: number | undefined;
  readonly multiple: boolean | undefined;
  readonly public: boolean | undefined;
}

type PollChanges = InputOf<'content_poll.update'>[0]['data'];

/** What is to change in a poll when its form comes back. */
export function changesOf(poll: Poll, form: SentForm, now: number): PollChanges {
  const { pollquestion: question, options, multiple, public: open } = form;
  const timeout = closingAfter(poll, form, now);
  return {
    ...(question !== '' && { question }),
    ...(Object.keys(options).length > 0 && optionsAfter(poll.content.polloptions, options)),
    ...(multiple !== undefined && { multiple }),
    ...(open !== undefined && { public: open }),
    ...(timeout !== undefined && { timeout }),
  };
}

/**
 * A text takes the place of the option with its number, an empty one removes it, and one with a number past the last is
 * a new option. What is not named stays.
 */
function optionsAfter(options: Options, texts: Numbered) {
  const first = Object.hasOwn(texts, '0') ? 1 : 0;
  const byNumber = new Map(Object.entries(texts).map(([key, text]) => [Number(key) + first, text]));
  const old = options.map(({ polloptionid, title }, index) => {
    return { polloptionid, title: byNumber.get(index + 1) ?? title };
  });
  const added = [...byNumber]
    .filter(([number]) => number > options.length)
    .map(([, title]) => ({ polloptionid: 0, title }));
  const filled = [...old, ...added].filter(({ title }) => title.trim() !== '');
  return {
    polloptions: filled.map(({ title }) => title),
    polloptionids: filled.map(({ polloptionid }) => polloptionid),
  };
}

/** When the poll closes then; undefined where that stays as it is. */
function closingAfter({ content }: Poll, form: SentForm, now: number): number | undefined {
  const { pollclosed = 0, timeout = 0 } = content;
  const { closepoll, timeout: days } = form;
  if (closepoll === true) return pollclosed === 1 ? undefined : now;
  const reopens = closepoll === false && pollclosed === 1;
  const moves = days !== undefined && days !== daysLeft(timeout, now);
  return reopens || moves ? closingTime(days ?? 0, now) : undefined;
}

function daysLeft(timeout: number, now: number): number {
  return timeout <= now ? 0 : Math.ceil((timeout - now) / DAY);
}
