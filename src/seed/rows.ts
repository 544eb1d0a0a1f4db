import type { ContentTypeIds } from '../library/board/contenttype.ts';
import { indexWords } from '../library/text/words.ts';
import { type TextColumns, textColumns } from '../library/content/text.ts';
import { titleColumns } from '../library/text/title.ts';
import type { Row } from '../db/insert-rows.ts';
import type { Author } from '../sample/channels.ts';
import { sentences, topics } from '../sample/phrases.ts';
import { generator, pick, type Random } from '../sample/random.ts';
import { at, type Plan } from './plan.ts';

/** Where the plan is carried out. */
export interface Site {
  readonly plan: Plan;
  /** The node of post 0 has the next id. */
  readonly base: number;
  readonly types: ContentTypeIds;
  readonly forums: readonly number[];
  readonly authors: readonly Author[];
  /** How many of the authors, the first ones, can log in. */
  readonly known: number;
}

/** The rows of some posts by table, in the order in which they are inserted. */
export type PostRows = ReadonlyMap<string, readonly Row[]>;

/** The rows of the posts from `first` up to, but not including, `end`. */
export function postRows(site: Site, first: number, end: number): PostRows {
  const posts = Array.from({ length: end - first }, (_, index) => first + index);
  const texts = posts.map((post) => textOf(post, site.plan.nodes));
  return new Map([
    ['node', posts.map((post) => nodeRow(site, post))],
    [
      'text',
      texts.map(({ columns }, index) => ({ nodeid: idOf(site, first + index), ...columns })),
    ],
    ['searchindex', posts.map((post) => wordsRow(site, post, texts[post - first]?.body ?? ''))],
    ['noderead', posts.flatMap((post) => readMark(site, post))],
    ['notification', posts.flatMap((post) => notification(site, post))],
  ]);
}

function wordsRow(site: Site, post: number, body: string): Row {
  return { nodeid: idOf(site, post), title: indexWords(titleOf(site, post)), body };
}

function idOf({ base }: Site, post: number): number {
  return base + post + 1;
}

function authorOf({ plan, authors }: Site, post: number): Author {
  return pick(authors, at(plan.author, post));
}

function nodeRow(site: Site, post: number): Row {
  const { plan, types, forums } = site;
  const author = authorOf(site, post);
  const last = at(plan.last, post);
  const lastAuthor = authorOf(site, last);
  const parent = at(plan.parent, post);
  const channelid = pick(forums, at(plan.forum, post));
  const time = at(plan.time, post);
  return {
    nodeid: idOf(site, post),
    parentid: parent === -1 ? channelid : idOf(site, parent),
    starter: idOf(site, at(plan.starter, post)),
    channelid,
    contenttypeid: types.Text,
    userid: author.userid,
    authorname: author.username,
    ...titleColumns(titleOf(site, post)),
    created: time,
    publishdate: time,
    lastupdate: time,
    textcount: at(plan.textcount, post),
    totalcount: at(plan.totalcount, post),
    lastcontent: at(plan.time, last),
    lastcontentid: idOf(site, last),
    lastcontentauthor: lastAuthor.username,
    lastauthorid: lastAuthor.userid,
  };
}

function titleOf({ plan }: Site, post: number): string {
  if (at(plan.parent, post) !== -1) return '';
  return `${pick(topics, randomOf(post)(topics.length))} (${post + 1})`;
}

interface Text {
  readonly columns: TextColumns;
  /** The words for the search index. */
  readonly body: string;
}

const VARIANTS = 2_000;
const variants = new Map<number, Text>();
/** Of so many posts one names a milestone, and so many posts name the same. */
const POSTS_TO_MILESTONE = 10;
const POSTS_OF_MILESTONE = 20;

/** Most posts share a few thousand texts, which are rendered once; the others have a word that is rare on any board. */
function textOf(post: number, nodes: number): Text {
  if (post % POSTS_TO_MILESTONE !== 0) {
    const variant = post % VARIANTS;
    const kept = variants.get(variant) ?? render(sentencesOf(variant));
    variants.set(variant, kept);
    return kept;
  }
  const milestones = Math.ceil(nodes / POSTS_TO_MILESTONE / POSTS_OF_MILESTONE);
  const milestone = (post / POSTS_TO_MILESTONE) % milestones;
  return render([...sentencesOf(post), `📍 km${milestone + 1}`]);
}

/** Numbers of one post. Neighbours must not be alike, as the first numbers of neighbouring seeds are. */
function randomOf(post: number): Random {
  return generator(Math.imul(post + 1, 0x9e3779b1));
}

function sentencesOf(post: number): string[] {
  const random = randomOf(post);
  return Array.from({ length: 1 + random(4) }, () => pick(sentences, random(sentences.length)));
}

function render(lines: readonly string[]): Text {
  const columns = textColumns(lines.join('\n\n'));
  return { columns, body: indexWords(columns.message_plain) };
}

const TOPICS_TO_MARK = 4;

/** Every fourth topic has been read by its author, as far as it goes. */
function readMark(site: Site, post: number): Row[] {
  const { plan } = site;
  if (at(plan.parent, post) !== -1 || post % TOPICS_TO_MARK !== 0) return [];
  const readtime = at(plan.time, at(plan.last, post));
  return [{ userid: authorOf(site, post).userid, nodeid: idOf(site, post), readtime }];
}

const REPLIES_TO_NOTIFICATION = 10;

/** Who can log in is told of each reply to his topics, others of every tenth. Most has been read. */
function notification(site: Site, post: number): Row[] {
  const { plan, known } = site;
  const parent = at(plan.parent, post);
  if (parent === -1 || at(plan.parent, parent) !== -1) return [];
  const [recipient, sender] = [authorOf(site, parent), authorOf(site, post)];
  const told = at(plan.author, parent) < known || post % REPLIES_TO_NOTIFICATION === 0;
  if (!told || recipient.userid === sender.userid) return [];
  const time = at(plan.time, post);
  return [
    {
      ...{ recipient: recipient.userid, sender: sender.userid, sentbynodeid: idOf(site, post) },
      ...{ aboutuserid: 0, type: 'reply', lastsenttime: time },
      lastreadtime: randomOf(post)(10) < 7 ? time : 0,
    },
  ];
}
