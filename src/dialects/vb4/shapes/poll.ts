import { flag } from './forum.ts';
import type { Item } from './thread.ts';

interface PollOption {
  readonly polloptionid: number;
  readonly title: string;
  readonly votes: number;
  readonly percentage: number;
}

type Options = readonly PollOption[];

/** What is read of a post that is a poll; other posts have nothing of it. */
export interface PollPost {
  readonly nodeid: number;
  readonly title: string;
  readonly content: {
    readonly message: string;
    readonly polloptions?: Options | undefined;
    readonly canvote?: number | undefined;
    readonly voters?: number | undefined;
    readonly voted?: number | undefined;
    readonly timeout?: number | undefined;
    readonly multiple?: number | undefined;
  };
}

export function optionsOf(post: PollPost | undefined): Options | undefined {
  return post?.content.polloptions;
}

/** The ids of a poll's options by their numbers, from 1 on; a number past the last one is taken for an id. */
export function optionIds(options: Options, numbers: readonly number[]): readonly number[] {
  return numbers.map((one) => options[one - 1]?.polloptionid ?? one);
}

/** A topic's poll; nothing where it has none. */
export function pollOf({ nodeid, title, content }: PollPost): Item {
  const { polloptions, canvote = 0, voters = 0, timeout = 0, multiple = 0, voted = 0 } = content;
  if (polloptions === undefined) return {};
  return {
    poll: {
      pollid: nodeid,
      pollinfo: { pollid: nodeid, question: title, multiple, timeout, numbervotes: voters },
      pollbits: polloptions.map(({ polloptionid, title: option, votes, percentage }, index) => ({
        option: {
          number: index + 1,
          polloptionid,
          question: option,
          title: option,
          votes,
          percent: percentage,
        },
      })),
      show: { canvote, voted, pollresults: flag(canvote === 0) },
    },
  };
}
