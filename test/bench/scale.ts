import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LoadRequest } from 'autocannon';
import { openDatabase } from '../../src/db/open.ts';
import { load, type Sample, type Target } from './load.ts';
import type { ServerProcess } from './processes.ts';
import { linesOf, type RatioName, type Ratios } from './report.ts';
import type { Workshop } from './rows.ts';
import { logIn, type Member, signedPath } from './session.ts';
import { median } from './verification.ts';

const PERPAGE = 20;
const FAR_PAGE = 1_000;
/** Few, since slow searches that wait for one another are refused in the end. */
const CONNECTIONS = 8;
const SAMPLES = 100;

/** What each board is asked. */
const shapeNames = {
  topics: 'first page of the largest channel',
  found: 'the same by search.getChannelTopics, with its total',
  posts: 'first page of the longest topic',
  node: 'node.getNode, all over the board',
  unread: 'unread notifications',
  inbox: 'unread messages',
  notifications: 'first page of notifications',
  rare: 'search of a word in 20 posts at most',
  common: 'search of a word in most posts',
  farFound: `page ${FAR_PAGE} of it by search.getChannelTopics`,
  farTopics: `page ${FAR_PAGE} of that channel`,
  lastPosts: 'last page of that topic',
} as const;
type Shape = keyof typeof shapeNames;
const shapes = Object.keys(shapeNames) as Shape[];

const scaled = {
  scaleTopics: 'topics',
  scaleFound: 'found',
  scalePosts: 'posts',
  scaleNode: 'node',
  scaleUnread: 'unread',
  scaleInbox: 'inbox',
  scaleNotifications: 'notifications',
  scaleRareWord: 'rare',
  scaleCommonWord: 'common',
} as const satisfies Partial<Record<RatioName, Shape>>;

/** CPU microseconds for each request on the small and the large board: medians over the rounds. */
export interface ScaleFindings {
  readonly sizes: readonly [number, number];
  readonly cpu: Readonly<Record<Shape, readonly [number, number]>>;
  readonly ratios: Ratios;
}

const cheap: ReadonlySet<Shape> = new Set(['node', 'unread', 'inbox', 'notifications']);
const dear: ReadonlySet<Shape> = new Set(['rare', 'common']);

/** Requests in a round. By number, not by time: what a slow answer costs would else be charged to those that came. */
function amountOf(shape: Shape, seconds: number): number {
  if (cheap.has(shape)) return seconds * 4_096;
  return seconds * (dear.has(shape) ? 64 : 256);
}

/** Asks two boards the same, in turns. */
export async function measureScale(
  shop: Workshop,
  sizes: readonly [number, number],
  { rounds, seconds }: { readonly rounds: number; readonly seconds: number },
): Promise<ScaleFindings> {
  const small = await prepare(shop, sizes[0]);
  const large = await prepare(shop, sizes[1]);
  const samples = new Map(shapes.map((shape) => [shape, [[], []] as [Sample[], Sample[]]]));
  for (let round = 0; round <= rounds; round += 1) {
    shop.say(round === 0 ? 'warming up' : `round ${round} of ${rounds}`);
    for (const shape of shapes) {
      for (const [index, targets] of [small, large].entries()) {
        const amount = amountOf(shape, seconds);
        const sample = await load(targets[shape], { amount, connections: CONNECTIONS });
        if (round > 0) samples.get(shape)?.[index]?.push(sample);
      }
    }
  }
  return findingsOf(sizes, samples);
}

function findingsOf(
  sizes: readonly [number, number],
  samples: ReadonlyMap<Shape, readonly [readonly Sample[], readonly Sample[]]>,
): ScaleFindings {
  const cpuOf = (list: readonly Sample[] = []): number => median(list.map(({ cpu }) => cpu));
  const cpu = Object.fromEntries(
    [...samples].map(([shape, [small, large]]) => [shape, [cpuOf(small), cpuOf(large)]]),
  ) as unknown as ScaleFindings['cpu'];
  const growth = Object.entries(scaled).map(([name, shape]) => [
    name,
    cpu[shape][1] / cpu[shape][0],
  ]);
  const ratios: Ratios = {
    ...(Object.fromEntries(growth) as Ratios),
    deepTopics: cpu.farTopics[1] / cpu.topics[1],
    deepFound: cpu.farFound[1] / cpu.found[1],
    deepPosts: cpu.lastPosts[1] / cpu.posts[1],
  };
  return { sizes, cpu, ratios };
}

/** The findings as a table, with the ratios that count below it. */
export function scaleTable({ sizes, cpu, ratios }: ScaleFindings): string {
  const head = `${'CPU us'.padEnd(44)}${sizes.map((size) => String(size).padStart(12)).join('')}`;
  const lines = shapes.map((shape) => {
    const cells = cpu[shape].map((value) => value.toFixed(1).padStart(12));
    return shapeNames[shape].padEnd(44) + cells.join('');
  });
  return [head, ...lines, '', ...linesOf(ratios)].join('\n');
}

type Targets = Readonly<Record<Shape, Target>>;

async function prepare(shop: Workshop, nodes: number): Promise<Targets> {
  const url = `sqlite:${await seededBoard(shop, nodes)}`;
  const places = await findPlaces(url);
  const server = await shop.processes.start('dist/src/main.js', ['start'], { DATABASE_URL: url });
  return targetsOf(server, await logIn(server.url), places, nodes);
}

/** A board that an earlier run has made, or a new one. */
async function seededBoard(shop: Workshop, nodes: number): Promise<string> {
  const folder = join(tmpdir(), 'signpost-bench-boards');
  await mkdir(folder, { recursive: true });
  const file = join(folder, `${nodes}.db`);
  if (await stat(file).catch(() => undefined)) return file;
  shop.say(`seeding a board of ${nodes} nodes: ${file}`);
  const making = join(folder, `${nodes}.new.db`);
  for (const end of ['', '-wal', '-shm']) await rm(making + end, { force: true });
  const { PATH, HOME, TMPDIR } = process.env;
  const env = { PATH, HOME, TMPDIR, DATABASE_URL: `sqlite:${making}` };
  const child = spawn(process.execPath, ['dist/src/main.js', 'seed', '--nodes', String(nodes)], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error('the board could not be seeded');
  await rename(making, file);
  return file;
}

interface ScalePlaces {
  readonly channel: number;
  readonly topic: number;
  readonly topics: number;
  readonly posts: number;
}

async function findPlaces(url: string): Promise<ScalePlaces> {
  const database = openDatabase({ url, poolSize: 1, synchronous: 'normal' });
  try {
    const most = async (condition: string) =>
      database
        .reader()
        .get<{ nodeid: number; textcount: number; totalcount: number }>(
          `select nodeid, textcount, totalcount from node where ${condition} order by textcount desc limit 1`,
        );
    const [channel, topic] = [await most('starter = 0'), await most('starter = nodeid')];
    if (channel === undefined || topic === undefined) throw new Error('the board is empty');
    const sizes = { topics: channel.textcount, posts: topic.totalcount };
    return { channel: channel.nodeid, topic: topic.nodeid, ...sizes };
  } finally {
    await database.close();
  }
}

async function targetsOf(
  server: ServerProcess,
  member: Member,
  { channel, topic, topics, posts }: ScalePlaces,
  nodes: number,
): Promise<Targets> {
  const ask = (method: string, params: Readonly<Record<string, number | string>> = {}): Target => ({
    server,
    requests: [{ path: signedPath(member.secrets, method, params) }],
  });
  const list = 'node.listNodeFullContent';
  const inChannel = { parentid: channel, depth: 1, perpage: PERPAGE };
  const inTopic = { parentid: topic, depth: 0, perpage: PERPAGE };
  const farPage = Math.min(FAR_PAGE, pages(topics));
  const found = (pagenumber: number): Target => {
    const search_json = JSON.stringify({ channel });
    return ask('search.getChannelTopics', { search_json, pagenumber, perpage: PERPAGE });
  };
  const search = (keywords: string): Target =>
    ask('search.getInitialResults', { search_json: JSON.stringify({ keywords }) });
  return {
    topics: ask(list, { ...inChannel, page: 1 }),
    found: found(1),
    posts: ask(list, { ...inTopic, page: 1 }),
    node: { server, requests: await someNodes(member, topic, nodes) },
    unread: ask('notification.fetchUnreadCount'),
    inbox: ask('content_privatemessage.getUnreadInboxCount'),
    notifications: ask('notification.fetchNotificationsForCurrentUser'),
    rare: search('km7'),
    common: search('the'),
    farTopics: ask(list, { ...inChannel, page: farPage }),
    farFound: found(farPage),
    lastPosts: ask(list, { ...inTopic, page: pages(posts) }),
  };
}

function pages(items: number): number {
  return Math.max(Math.ceil(items / PERPAGE), 1);
}

/** Nodes all over the board; a seeded board's have ids in a row. */
async function someNodes(
  { client, secrets }: Member,
  first: number,
  nodes: number,
): Promise<LoadRequest[]> {
  const step = Math.max(Math.floor(nodes / SAMPLES), 1);
  const nodeList = Array.from({ length: SAMPLES }, (_, index) => first + index * step);
  const seen = Object.keys(await client.node.getNodes({ nodeList }));
  return seen.map((nodeid) => ({
    path: signedPath(secrets, 'node.getNode', { nodeid: Number(nodeid) }),
  }));
}
