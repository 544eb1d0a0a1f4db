import type { FullContent } from '../../../services/content-shape.ts';
import { flag } from './forum.ts';
import type { Item } from './thread.ts';

type Options = NonNullable<FullContent['content']['polloptions']>;

/** The ids of a poll's options by their numbers, from 1 on; a number past the last one is taken for an id. */
export function optionIds(options: Options, numbers: readonly number[]): readonly number[] {
  return numbers.map((one) => options[one - 1]?.polloptionid ?? one);
}

/** A topic's poll; nothing where it has none. */
export function pollOf({ nodeid, title, content }: FullContent): Item {
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
