import type { Turn } from '../route.ts';
import { clock, dayText, flag, type Style } from '../style.ts';

/** What every answer about forums asks. */
export type ForumAsk =
  | 'node.fetchChannelNodeTree'
  | 'node.fetchForumChannel'
  | 'node.getContentforNodes'
  | 'search.getChannels';

/** A forum as the service tells of it. */
interface Channel {
  readonly nodeid: number;
  readonly parentid: number;
  readonly title: string;
  readonly description: string;
  readonly textcount: number;
  readonly totalcount: number;
  readonly lastcontent: number;
  readonly lastcontentid: number;
  readonly lastcontentauthor: string;
  readonly lastauthorid: number;
  readonly displayorder: number;
  readonly open: number;
}

interface Branch extends Channel {
  readonly subchannels: ReadonlyMap<number, Branch>;
}

/** What is known of all forums of an answer. */
interface Facts {
  /** How many topics there are in each forum and below. */
  readonly topics: ReadonlyMap<number, number>;
  readonly style: Style;
  /** The channel above all forums. */
  readonly root: number;
  /** Those that hold forums only. */
  readonly categories: ReadonlySet<number>;
  /** Those with something new for the caller. */
  readonly unread: ReadonlySet<number>;
}

/** Forums below these are counted, and not listed. */
const DEPTH = 10;
const ALL_LEVELS = 1000;

export type ForumItem = Readonly<Record<string, unknown>>;

/** The forums below a channel (0: all), as the tree `forumbits` of a page. */
export async function readForumbits(
  turn: Pick<Turn<ForumAsk>, 'ask' | 'style' | 'user' | 'options' | 'now'>,
  parentid = 0,
): Promise<readonly ForumItem[]> {
  const { channels } = await turn.ask('node.fetchChannelNodeTree', { parentid, depth: ALL_LEVELS });
  const facts = await factsOf(turn, channels);
  return [...channels.values()].map((channel) => forumbit(channel, facts, DEPTH));
}

/** The forums with their sub-forums, nothing around them. */
export async function readForumList(
  turn: Pick<Turn<ForumAsk>, 'ask' | 'style' | 'user' | 'options' | 'now'>,
): Promise<readonly ForumItem[]> {
  const { channels } = await turn.ask('node.fetchChannelNodeTree', { depth: ALL_LEVELS });
  const facts = await factsOf(turn, channels);
  return [...channels.values()].map((channel) => listed(channel, facts, DEPTH));
}

function listed(channel: Branch, facts: Facts, levels: number): ForumItem {
  const below = branchesBelow(channel, levels).map((child) => listed(child, facts, levels - 1));
  return { ...forumOf(channel, facts), subforums: below, forumbits: below };
}

/** N reads a forum's fields on the item itself, J and G below `forum`. */
function forumbit(channel: Branch, facts: Facts, levels: number): ForumItem {
  const below = branchesBelow(channel, levels);
  const childforumbits = below.map((child) => forumbit(child, facts, levels - 1));
  const fields = forumOf(channel, facts);
  const subforums = below.map((child) => ({
    ...forumOf(child, facts),
    forum: forumOf(child, facts),
  }));
  return {
    ...fields,
    parent_is_category: facts.categories.has(channel.parentid) ? '1' : '0',
    forum: { ...fields, subforums },
    childforumbits,
    forumbits: childforumbits,
    show: { forumdescription: flag(channel.description !== ''), subforums: flag(below.length > 0) },
  };
}

function branchesBelow({ subchannels }: Branch, levels: number): readonly Branch[] {
  return levels === 1 ? [] : [...subchannels.values()];
}

/** A forum's own fields. Its counts are of all below it, too, as the front page of a board shows them. */
function forumOf(channel: Channel, facts: Facts): ForumItem {
  const { style, root, categories, unread } = facts;
  const { nodeid, title, description, totalcount, lastcontent } = channel;
  const threadcount = facts.topics.get(nodeid) ?? 0;
  return {
    forumid: nodeid,
    parentid: channel.parentid === root ? -1 : channel.parentid,
    title,
    title_clean: title,
    description,
    description_clean: description,
    threadcount,
    replycount: Math.max(totalcount - threadcount, 0),
    statusicon: unread.has(nodeid) ? 'new' : 'old',
    browsers: 0,
    prefixrequired: 0,
    displayorder: channel.displayorder,
    is_category: flag(categories.has(nodeid)),
    cancontainthreads: flag(!categories.has(nodeid)),
    lastposter: channel.lastcontentauthor,
    lastposterid: channel.lastauthorid,
    lastpostid: channel.lastcontentid,
    lastpostdate: dayText(lastcontent, style),
    lastposttime: clock(lastcontent, style),
    options: {
      allowposting: flag(channel.open === 1),
      cancontainthreads: flag(!categories.has(nodeid)),
    },
  };
}

/** `foruminfo`, the forum that a page is about. */
export function forumInfo({
  nodeid,
  parentid,
  title,
  description,
}: Pick<Channel, 'nodeid' | 'parentid' | 'title' | 'description'>): ForumItem {
  return {
    forumid: nodeid,
    parentid,
    title,
    title_clean: title,
    description,
    description_clean: description,
    prefixrequired: 0,
  };
}

async function factsOf(
  turn: Pick<Turn<ForumAsk>, 'ask' | 'style' | 'user' | 'options' | 'now'>,
  channels: ReadonlyMap<number, Branch>,
): Promise<Facts> {
  const all = [...channels.values()].flatMap(withAllBelow);
  const known = await turn.ask('search.getChannels', { flat: true });
  const categories = [...known.values()].filter(({ category }) => category === 1);
  return {
    topics: topicCounts(channels),
    style: turn.style,
    root: await turn.ask('node.fetchForumChannel'),
    categories: new Set(categories.map(({ nodeid }) => nodeid)),
    unread: await unreadAmong(turn, all),
  };
}

/** The topics in each channel and below: what the caller may not see is in none of the counts. */
function topicCounts(channels: ReadonlyMap<number, Branch>): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  const count = (channel: Branch): number => {
    const below = [...channel.subchannels.values()].map(count);
    const topics = below.reduce((sum, one) => sum + one, channel.textcount);
    counts.set(channel.nodeid, topics);
    return topics;
  };
  for (const channel of channels.values()) count(channel);
  return counts;
}

function withAllBelow(channel: Branch): readonly Branch[] {
  return [channel, ...[...channel.subchannels.values()].flatMap(withAllBelow)];
}

const DAY = 86_400;

/** The forums in which something has been written since the caller marked them as read. */
async function unreadAmong(
  { ask, user, options, now }: Pick<Turn<ForumAsk>, 'ask' | 'user' | 'options' | 'now'>,
  channels: readonly Channel[],
): Promise<ReadonlySet<number>> {
  if (user.userid === 0) return new Set();
  const since = now - options.markinglimit * DAY;
  const recent = channels.filter(({ lastcontent }) => lastcontent > since);
  const unread = new Set<number>();
  for (let from = 0; from < recent.length; from += options.maxperpage) {
    const nodeList = recent.slice(from, from + options.maxperpage).map(({ nodeid }) => nodeid);
    const found = await ask('node.getContentforNodes', { nodeList });
    for (const { nodeid, lastcontent, content } of found.values()) {
      if (content.readtime < lastcontent) unread.add(nodeid);
    }
  }
  return unread;
}
