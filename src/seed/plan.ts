import { generator, type Random } from '../sample/random.ts';

/** What a board is to be made of. */
export interface Shape {
  /** Topics, replies and comments. */
  readonly nodes: number;
  readonly members: number;
  readonly forums: number;
  readonly seed: number;
  /** Unix seconds between which everything was posted. */
  readonly from: number;
  readonly until: number;
}

/**
 * All posts of a board in the order in which they were written; each is an index. Counters are final: what a topic
 * counts when the last post is there.
 */
export interface Plan {
  readonly nodes: number;
  /** The post above; -1 for a topic. */
  readonly parent: Int32Array;
  /** The topic, itself for a topic. */
  readonly starter: Int32Array;
  readonly forum: Uint16Array;
  readonly author: Int32Array;
  readonly time: Int32Array;
  readonly textcount: Int32Array;
  readonly totalcount: Int32Array;
  /** The newest below, itself when nothing is. */
  readonly last: Int32Array;
}

/** Of each hundred posts: the rest are replies to topics of all channels. */
const topicsInLargest = 20;
const topicsElsewhere = 8;
const repliesToLongest = 5;
const comments = 10;

type Kind = 'large' | 'topic' | 'long' | 'comment' | 'reply';

/** The first topics: one in the largest channel, the longest one in the next. */
const LONGEST = 1;
/** What is talked about most is new: the share of the past that a post goes back falls with its cube. */
const recent = (length: number, random: Random): number => {
  const back = random(PRECISION) / PRECISION;
  return length - 1 - Math.floor(back ** 3 * length);
};
const PRECISION = 2 ** 30;

/** Plans a board: the same for the same shape. */
export function planBoard(shape: Shape): Plan {
  const { nodes, forums, members, from, until } = shape;
  const random = generator(shape.seed);
  const kinds = shuffledKinds(random);
  const plan = emptyPlan(nodes);
  const topics: number[] = [];
  const replies: number[] = [];
  for (let post = 0; post < nodes; post += 1) {
    const kind = post <= LONGEST ? 'topic' : (kinds[post % kinds.length] ?? 'reply');
    plan.time[post] = from + Math.floor(((until - from) * (post + 1)) / nodes);
    // Whoever can log in would be told of each reply to the longest topic.
    plan.author[post] = post === LONGEST ? members - 1 : random(members);
    const parent = parentOf(kind, topics, replies, random);
    if (parent === undefined) {
      const inLargest = post === 0 || kind === 'large' || forums === 1;
      const forum = post === LONGEST ? 1 : 1 + random(forums - 1);
      addTopic(plan, post, inLargest ? 0 : forum % forums);
      topics.push(post);
    } else {
      addReply(plan, post, parent);
      if (kind !== 'comment') replies.push(post);
    }
  }
  return plan;
}

function shuffledKinds(random: Random): readonly Kind[] {
  const kinds = Array.from({ length: 100 }, (_, index): Kind => {
    if (index < topicsInLargest) return 'large';
    if (index < topicsInLargest + topicsElsewhere) return 'topic';
    if (index < topicsInLargest + topicsElsewhere + repliesToLongest) return 'long';
    return index >= 100 - comments ? 'comment' : 'reply';
  });
  const order = kinds.map((kind) => ({ kind, place: random(PRECISION) }));
  return order.sort((a, b) => a.place - b.place).map(({ kind }) => kind);
}

function emptyPlan(nodes: number): Plan {
  const numbers = (): Int32Array => new Int32Array(nodes);
  return {
    ...{ nodes, parent: numbers(), starter: numbers(), forum: new Uint16Array(nodes) },
    ...{ author: numbers(), time: numbers() },
    ...{ textcount: numbers(), totalcount: numbers(), last: numbers() },
  };
}

/** Undefined for a topic. */
function parentOf(
  kind: Kind,
  topics: readonly number[],
  replies: readonly number[],
  random: Random,
): number | undefined {
  if (kind === 'large' || kind === 'topic') return undefined;
  if (kind === 'long') return topics[LONGEST];
  if (kind === 'comment' && replies.length > 0) return replies[recent(replies.length, random)];
  return topics[recent(topics.length, random)];
}

function addTopic(plan: Plan, post: number, forum: number): void {
  plan.parent[post] = -1;
  plan.starter[post] = post;
  plan.forum[post] = forum;
  plan.last[post] = post;
}

function addReply(plan: Plan, post: number, parent: number): void {
  const starter = at(plan.starter, parent);
  plan.parent[post] = parent;
  plan.starter[post] = starter;
  plan.forum[post] = at(plan.forum, starter);
  plan.last[post] = post;
  plan.textcount[parent] = at(plan.textcount, parent) + 1;
  for (const above of new Set([parent, starter])) {
    plan.totalcount[above] = at(plan.totalcount, above) + 1;
    plan.last[above] = post;
  }
}

/** The number at an index that is there. */
export function at(numbers: Int32Array | Uint16Array, index: number): number {
  return numbers[index] ?? 0;
}
