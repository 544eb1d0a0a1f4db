import floors from './floors.json' with { type: 'json' };
import type { Sample } from './load.ts';
import { type RowId, rowNames } from './rows.ts';
import { median, type VerificationCost } from './verification.ts';

/** What a run has found. */
export interface Findings {
  /** The rounds of each row, or why it was not run. */
  readonly rows: ReadonlyMap<RowId, readonly Sample[] | string>;
  readonly verification: VerificationCost | undefined;
}

export type RatioName = keyof typeof floors;
export type Ratios = Partial<Record<RatioName, number>>;

const ratioTexts: Readonly<Record<RatioName, string>> = {
  getNodeToHttp: 'getNode / bare node:http, throughput per core',
  getNodeToExpress: 'getNode / bare Express, throughput per core',
  verificationToMd5: 'verification / its MD5, CPU',
  listToGetNode: 'topic list / getNode, CPU',
  scaleTopics: 'first page of a channel, large / small board',
  scaleFound: 'first page by getChannelTopics, large / small board',
  scalePosts: 'first page of a topic, large / small board',
  scaleNode: 'node.getNode, large / small board',
  scaleUnread: 'unread notifications, large / small board',
  scaleInbox: 'unread messages, large / small board',
  scaleNotifications: 'notifications, large / small board',
  scaleRareWord: 'search of a rare word, large / small board',
  scaleCommonWord: 'search of a common word, large / small board',
  deepTopics: 'page 1,000 of a channel / its first page',
  deepFound: 'page 1,000 by getChannelTopics / its first page',
  deepPosts: 'last page of a topic / its first page',
};

export function ratiosOf({ rows, verification }: Findings): Ratios {
  const ratios = {
    getNodeToHttp: cpuRatio(rows, 'a', 'c'),
    getNodeToExpress: cpuRatio(rows, 'b', 'c'),
    verificationToMd5: verification?.ratio,
    listToGetNode: cpuRatio(rows, 'f', 'c'),
  };
  return Object.fromEntries(Object.entries(ratios).filter(([, ratio]) => ratio !== undefined));
}

/**
 * The median over the rounds of one row's CPU per request over another's. Throughput per core is the inverse of CPU per
 * request; requests per second would also measure how fast the load comes.
 */
function cpuRatio(rows: Findings['rows'], over: RowId, under: RowId): number | undefined {
  return ratio(rows, over, under, (sample) => sample.cpu);
}

function ratio(
  rows: Findings['rows'],
  over: RowId,
  under: RowId,
  figure: (sample: Sample) => number,
): number | undefined {
  const [numerators, denominators] = [rows.get(over), rows.get(under)];
  if (typeof numerators !== 'object' || typeof denominators !== 'object') return undefined;
  const quotients = numerators.flatMap((sample, round) => {
    const other = denominators[round];
    return other === undefined ? [] : [figure(sample) / figure(other)];
  });
  return quotients.length === 0 ? undefined : median(quotients);
}

/** The ratios that are beyond their floor, a sentence each. */
export function shortfalls(ratios: Ratios): string[] {
  return namesOf(ratios).flatMap((name) => {
    const value = ratios[name] ?? Number.NaN;
    return within(name, value)
      ? []
      : [`${name} is ${value.toFixed(2)}: it must be ${limitOf(name)}`];
  });
}

function namesOf(ratios: Ratios): RatioName[] {
  return Object.keys(ratios) as RatioName[];
}

function within(name: RatioName, value: number): boolean {
  const floor = floors[name];
  return 'least' in floor ? value >= floor.least : value <= floor.most;
}

function limitOf(name: RatioName): string {
  const floor = floors[name];
  return 'least' in floor ? `at least ${floor.least}` : `at most ${floor.most}`;
}

/** A row's figures: medians over its rounds. `perSecondTo` and `perCoreTo` compare it with the two baselines. */
export function figuresOf(rows: Findings['rows'], id: RowId): Record<string, number> | string {
  const samples = rows.get(id) ?? [];
  if (typeof samples === 'string') return samples;
  const of = (figure: (sample: Sample) => number): number => median(samples.map(figure));
  return {
    perSecond: of((sample) => sample.perSecond),
    p50: of((sample) => sample.p50),
    p99: of((sample) => sample.p99),
    cpu: of((sample) => sample.cpu),
    rss: samples.at(-1)?.rss ?? Number.NaN,
    perSecondToHttp: ratio(rows, id, 'a', (sample) => sample.perSecond) ?? Number.NaN,
    perSecondToExpress: ratio(rows, id, 'b', (sample) => sample.perSecond) ?? Number.NaN,
    perCoreToHttp: cpuRatio(rows, 'a', id) ?? Number.NaN,
    perCoreToExpress: cpuRatio(rows, 'b', id) ?? Number.NaN,
  };
}

const columns: readonly (readonly [title: string, name: string, digits: number, scale?: number])[] =
  [
    ['req/s', 'perSecond', 0],
    ['p50 ms', 'p50', 0],
    ['p99 ms', 'p99', 0],
    ['CPU us', 'cpu', 1],
    ['RSS MB', 'rss', 0, 1e6],
    ['req/s:a', 'perSecondToHttp', 2],
    ['req/s:b', 'perSecondToExpress', 2],
    ['core:a', 'perCoreToHttp', 2],
    ['core:b', 'perCoreToExpress', 2],
  ];

/** The findings as a table, with the ratios that count below it. */
export function table(findings: Findings): string {
  const width = 44;
  const head = `${'   '.padEnd(width)}${columns.map(([title]) => title.padStart(9)).join('')}`;
  const lines = [...findings.rows.keys()].map((id) => {
    const figures = figuresOf(findings.rows, id);
    const name = `${id}  ${rowNames[id]}`.padEnd(width);
    return name + (typeof figures === 'string' ? `  ${figures}` : cells(figures));
  });
  return [head, ...lines, '', ...ratioLines(findings)].join('\n');
}

function cells(figures: Record<string, number>): string {
  return columns
    .map(([, name, digits, scale = 1]) => {
      const value = (figures[name] ?? Number.NaN) / scale;
      return (Number.isNaN(value) ? '-' : value.toFixed(digits)).padStart(9);
    })
    .join('');
}

/** A line for each ratio, with what it must be. */
export function linesOf(ratios: Ratios): string[] {
  return namesOf(ratios).map((name) => {
    const value = (ratios[name] ?? Number.NaN).toFixed(2);
    return `${ratioTexts[name].padEnd(56)}${value.padStart(6)}  (${limitOf(name)}, aim ${floors[name].aim})`;
  });
}

function ratioLines(findings: Findings): string[] {
  const { verification } = findings;
  const lines = linesOf(ratiosOf(findings));
  if (verification !== undefined) {
    const { verify, md5 } = verification;
    lines.push(
      `g  verification ${verify.toFixed(2)} us, its MD5 alone ${md5.toFixed(2)} us of CPU`,
    );
  }
  return lines;
}
