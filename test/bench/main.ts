import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { load, type Sample, type Target } from './load.ts';
import { Processes } from './processes.ts';
import { figuresOf, type Findings, type Ratios, ratiosOf, shortfalls, table } from './report.ts';
import { type RowId, rowNames, Rows, type Workshop } from './rows.ts';
import { measureScale, scaleTable } from './scale.ts';
import { soak } from './soak.ts';
import { measureVerification } from './verification.ts';

interface Options {
  readonly rounds: number;
  readonly seconds: number;
  readonly only: readonly (RowId | 'g')[];
  readonly json?: string;
  readonly check?: true;
  readonly soak?: number;
  readonly sizes?: readonly [small: number, large: number];
}

const all = [...(Object.keys(rowNames) as RowId[]), 'g'] as const;

function readOptions(): Options {
  const rows = Object.entries(rowNames).map(([id, name]) => `  ${id}  ${name}\n`);
  return new Command('bench')
    .description(
      'Measures the gateway beside bare servers, in interleaved rounds on this machine: only ratios mean anything.',
    )
    .option('--rounds <count>', 'rounds of each row', whole(1, 100), 5)
    .option('--seconds <count>', 'length of a round, about', whole(1, 60), 2)
    .option('--only <rows>', 'the rows to measure, such as c,f', rowList, [...all])
    .option('--json <file>', 'write the figures to a file, too')
    .option('--check', 'exit with 1 when a ratio is beyond its floor (test/bench/floors.json)')
    .option(
      '--soak <requests>',
      'send that many requests to row c and print its memory',
      whole(10, 1e8),
    )
    .option(
      '--sizes <small,large>',
      'compare two seeded boards of so many nodes, such as 10000,1000000, instead of the rows',
      sizePair,
    )
    .addHelpText(
      'after',
      `\nRows:\n${rows.join('')}  g  verification of a signed query against its MD5, in this process\n
CPU is that of the server's process for each request. "req/s:a" and "core:a" compare requests per second and requests
per CPU second with row a; the second does not depend on how fast the load comes. Row d needs TEST_POSTGRES_URL and
TEST_REDIS_URL. Boards of --sizes are kept in the system's temporary directory for the next run.`,
    )
    .parse()
    .opts<Options>();
}

function whole(least: number, most: number) {
  return (text: string): number => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
  };
}

function sizePair(text: string): readonly [number, number] {
  const [small, large, ...more] = text.split(',').map(whole(100, 20_000_000));
  if (small !== undefined && large !== undefined && more.length === 0) return [small, large];
  throw new InvalidArgumentError('Name two sizes.');
}

function rowList(text: string): (RowId | 'g')[] {
  return text.split(',').map((id) => {
    const found = all.find((row) => row === id.trim());
    if (found === undefined) throw new InvalidArgumentError(`The rows are ${all.join(', ')}.`);
    return found;
  });
}

async function main(options: Options): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'signpost-bench-'));
  const processes = new Processes();
  const endings: (() => Promise<void>)[] = [];
  const atEnd = (work: () => Promise<void>): void => void endings.push(work);
  const cleanUp = async (): Promise<void> => {
    await processes.stop();
    for (const end of endings.splice(0)) await end();
    await rm(directory, { recursive: true, force: true });
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void cleanUp().finally(() => process.exit(130)));
  try {
    await measure(options, { processes, directory, atEnd, say });
  } finally {
    await cleanUp();
  }
}

async function measure(options: Options, shop: Workshop): Promise<void> {
  const rows = new Rows(shop);
  if (options.soak !== undefined) {
    await soak(rows, options.soak, say);
    return;
  }
  if (options.sizes !== undefined) {
    const findings = await measureScale(shop, options.sizes, options);
    process.stdout.write(`${scaleTable(findings)}\n`);
    if (options.json !== undefined) await writeFile(options.json, JSON.stringify(findings));
    if (options.check === true) check(findings.ratios);
    return;
  }
  const verification = options.only.includes('g') ? measureVerification() : undefined;
  const findings: Findings = { rows: await measureRows(rows, options), verification };
  process.stdout.write(`${table(findings)}\n`);
  if (options.json !== undefined) await writeFile(options.json, asJson(findings));
  if (options.check === true) check(ratiosOf(findings));
}

const WARM_UP_SECONDS = 3;

/** Every row has its turn in each round, so that whatever else the machine does falls on all of them. */
async function measureRows(rows: Rows, options: Options): Promise<Findings['rows']> {
  const found = new Map<RowId, Sample[] | string>();
  const targets = new Map<RowId, Target>();
  for (const id of options.only) {
    if (id === 'g') continue;
    const target = await rows.prepare(id);
    found.set(id, typeof target === 'string' ? target : []);
    if (typeof target === 'string') continue;
    targets.set(id, target);
    await load(target, { duration: WARM_UP_SECONDS });
  }
  for (let round = 1; round <= options.rounds; round += 1) {
    say(`round ${round} of ${options.rounds}`);
    for (const [id, target] of targets) {
      const samples = found.get(id);
      if (typeof samples !== 'object') continue;
      samples.push(await load(target, { duration: options.seconds }));
    }
  }
  return found;
}

function asJson(findings: Findings): string {
  const rows = [...findings.rows.keys()].map((id) => [id, figuresOf(findings.rows, id)]);
  const { verification } = findings;
  const report = {
    rows: Object.fromEntries(rows) as object,
    verification,
    ratios: ratiosOf(findings),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function check(ratios: Ratios): void {
  const short = shortfalls(ratios);
  for (const line of short) say(line);
  if (short.length > 0) process.exitCode = 1;
}

/** Progress goes to standard error, the table to standard output. */
function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

await main(readOptions());
