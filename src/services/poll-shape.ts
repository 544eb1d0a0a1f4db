import type { Context } from '../context.ts';
import type { ContentRow } from '../library/content.ts';
import {
  findPolls,
  listChosen,
  listOptionVoters,
  listPollOptions,
  type OptionVoter,
  type PollOptionRow,
  type PollRow,
  type Voter,
} from '../library/poll.ts';
import type { FoundNode } from '../library/node.ts';

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

/** For each option. Who wants them all has nothing to ask for: the protocol knows no list of voters. */
const MOST_VOTERS = 10;

/** Whose votes the caller's are. */
export function voterOf({ user, host }: Pick<Context, 'user' | 'host'>): Voter {
  return { userid: user.userid, ipaddress: user.userid === 0 ? host.slice(0, 45) : '' };
}

/** True when nobody can vote in it any more. */
export function isOver({ timeout }: Pick<PollRow, 'timeout'>, now: number): boolean {
  return timeout !== 0 && timeout <= now;
}

/** True when the caller has the right to vote in the poll, which is open and of a topic that is open. */
export function mayVote(ctx: Context, node: FoundNode): boolean {
  return node.showopen === 1 && ctx.permissions.can('canvote', node.channelid);
}

/** The polls among these posts, by post: as many statements for one as for many, and none for none. */
export async function pollContents(
  ctx: Context,
  rows: readonly ContentRow[],
): Promise<ReadonlyMap<number, PollContent>> {
  const { board, db } = ctx;
  const nodes = rows.filter((row) => row.contenttypeid === board.contentTypes.Poll);
  if (nodes.length === 0) return new Map();
  const polls = await findPolls(
    db,
    nodes.map((node) => node.nodeid),
  );
  const nodeids = polls.map((poll) => poll.nodeid);
  const open = polls.filter((poll) => poll.public === 1).map((poll) => poll.nodeid);
  const facts = {
    options: grouped(await listPollOptions(db, nodeids), (option) => option.nodeid),
    chosen: new Set(await listChosen(db, nodeids, voterOf(ctx))),
    voters: grouped(await listOptionVoters(db, open, MOST_VOTERS), (voter) => voter.polloptionid),
  };
  const places = new Map(nodes.map((node) => [node.nodeid, node]));
  return new Map(
    polls.flatMap((poll) => {
      const node = places.get(poll.nodeid);
      return node === undefined ? [] : [[poll.nodeid, pollContent(ctx, node, poll, facts)]];
    }),
  );
}

function grouped<T>(rows: readonly T[], keyOf: (row: T) => number): ReadonlyMap<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}

interface Facts {
  readonly options: ReadonlyMap<number, readonly PollOptionRow[]>;
  readonly chosen: ReadonlySet<number>;
  readonly voters: ReadonlyMap<number, readonly OptionVoter[]>;
}

function pollContent(ctx: Context, node: FoundNode, poll: PollRow, facts: Facts): PollContent {
  const options = facts.options.get(poll.nodeid) ?? [];
  const voted = options.some((option) => facts.chosen.has(option.polloptionid));
  const over = isOver(poll, ctx.now);
  const { multiple, timeout, votes, voters, lastvote } = poll;
  return {
    polloptions: options.map((option) => pollOption(option, poll, facts)),
    question: poll.question || node.title,
    ...{ multiple, public: poll.public, timeout, votes, voters, lastvote },
    pollclosed: over ? 1 : 0,
    voted: voted ? 1 : 0,
    canvote: !voted && !over && mayVote(ctx, node) ? 1 : 0,
  };
}

function pollOption(option: PollOptionRow, poll: PollRow, { chosen, voters }: Facts): PollOption {
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
