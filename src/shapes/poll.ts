import type { OptionVoter, PollOptionRow, PollRow } from '../library/content/poll.ts';
import type { FoundNode } from '../library/node/node.ts';

/** A member who has voted. */
export interface PollVoter {
  readonly userid: number;
  readonly username: string;
}

/** One choice of a poll. */
export interface PollOption {
  readonly polloptionid: number;
  readonly title: string;
  readonly votes: number;
  /** Of a hundred votes of the poll, to two places. */
  readonly percentage: number;
  /** 1 when the caller has chosen it. */
  readonly voted: number;
  /** The latest members to choose it; missing unless the poll is public. */
  readonly voters?: readonly PollVoter[] | undefined;
}

/** What a poll has beside its text. */
export interface PollContent {
  /** What is asked: the title of the post, unless the poll was added to a topic with a question of its own. */
  readonly question: string;
  readonly polloptions: readonly PollOption[];
  /** 1 when one may choose several options. */
  readonly multiple: number;
  /** 1 when everybody sees who has voted. */
  readonly public: number;
  /** When the poll closes, Unix seconds; 0 for never. */
  readonly timeout: number;
  /** 1 when nobody can vote any more. */
  readonly pollclosed: number;
  /** Of all options. */
  readonly votes: number;
  /** Those who have voted. */
  readonly voters: number;
  readonly lastvote: number;
  /** 1 when the caller has voted. */
  readonly voted: number;
  /** 1 when the caller may vote now. */
  readonly canvote: number;
}

/** What must be known of a poll and its reader beside the poll's row. */
export interface PollFacts {
  readonly options: readonly PollOptionRow[];
  /** The options that the reader has chosen. */
  readonly chosen: ReadonlySet<number>;
  /** By option. */
  readonly voters: ReadonlyMap<number, readonly OptionVoter[]>;
  readonly over: boolean;
  /** Whether the reader has the right to vote. */
  readonly mayvote: boolean;
}

/** The poll for one reader. */
export function pollContent(
  node: Pick<FoundNode, 'title'>,
  poll: PollRow,
  facts: PollFacts,
): PollContent {
  const { options, over } = facts;
  const voted = options.some((option) => facts.chosen.has(option.polloptionid));
  const { multiple, timeout, votes, voters, lastvote } = poll;
  return {
    polloptions: options.map((option) => pollOption(option, poll, facts)),
    question: poll.question || node.title,
    ...{ multiple, public: poll.public, timeout, votes, voters, lastvote },
    pollclosed: over ? 1 : 0,
    voted: voted ? 1 : 0,
    canvote: !voted && !over && facts.mayvote ? 1 : 0,
  };
}

function pollOption(
  option: PollOptionRow,
  poll: PollRow,
  { chosen, voters }: PollFacts,
): PollOption {
  const { polloptionid, title, votes } = option;
  const own = voters.get(polloptionid) ?? [];
  return {
    ...{ polloptionid, title, votes },
    percentage: poll.votes === 0 ? 0 : Math.round((votes * 10_000) / poll.votes) / 100,
    voted: chosen.has(polloptionid) ? 1 : 0,
    voters:
      poll.public === 0 ? undefined : own.map(({ userid, username }) => ({ userid, username })),
  };
}
