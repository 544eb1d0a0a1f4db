import { type Options as BarOptions, SingleBar } from 'cli-progress';
import { Command, InvalidArgumentError } from 'commander';
import { readConfig, settingWarnings, withoutPassword } from '../config.ts';
import type { Progress } from '../seed/seed.ts';

interface Options {
  readonly nodes: number;
  readonly seed: number;
  readonly force?: true;
}

const MOST_NODES = 20_000_000;

/** `signpost seed`: makes a plausible board of any size, for tests and demonstrations. */
export function seedCommand(): Command {
  return new Command('seed')
    .description('fill the database with a made-up board of any size, for tests')
    .requiredOption(
      '--nodes <count>',
      'topics, replies and comments together',
      whole(1, MOST_NODES),
    )
    .option('--seed <number>', 'another number makes another board', whole(0, 999_999_999), 1)
    .option('--force', 'also on a board that has channels or posts already')
    .addHelpText(
      'after',
      `
Channels, members, topics in many scripts, replies, notifications and read marks, on the database of DATABASE_URL. The
same numbers make the same board, but for the dates. An empty database becomes a board with the sandbox's public key
and passwords, so it does not run with NODE_ENV=production, nor on a board that was made otherwise. Interrupted, it goes on when it is called again. No server
should be at work on the database meanwhile; a million nodes take some minutes and about 2 GB on SQLite.`,
    )
    .action(seed);
}

async function seed({ nodes, seed, force }: Options): Promise<void> {
  const config = readConfig(process.env);
  if (config.NODE_ENV === 'production')
    throw new Error('A seed has public passwords: it does not run with NODE_ENV=production.');
  for (const warning of settingWarnings(process.env)) process.stderr.write(`${warning}\n`);
  const { openDatabase } = await import('../db/open.ts');
  const { seedBoard } = await import('../seed/seed.ts');
  const { DATABASE_URL, DATABASE_POOL } = config;
  const database = openDatabase({
    url: DATABASE_URL,
    poolSize: DATABASE_POOL,
    // What a power cut takes is seeded again.
    synchronous: 'normal',
  });
  const meter = process.stderr.isTTY ? bar(nodes) : lines(nodes);
  try {
    const now = Math.floor(Date.now() / 1000);
    await seedBoard(database, { nodes, seed, force: force === true, now }, meter);
  } finally {
    meter.stop();
    await database.close();
  }
  process.stdout.write(`${withoutPassword(DATABASE_URL)} has ${nodes} more nodes.\n`);
}

const counting = 'Counting what channels and members have; on a large board this takes a minute.\n';

/** Shows how far it has come. */
interface Meter extends Progress {
  readonly stop: () => void;
}

const look: BarOptions = {
  format: '{bar} {percentage} % | {value} of {total} nodes | {eta_formatted} left',
  stream: process.stderr,
  hideCursor: true,
  etaBuffer: 50,
};

function bar(total: number): Meter {
  const drawn = new SingleBar(look);
  drawn.start(total, 0);
  return {
    posts: (done) => {
      drawn.update(done);
    },
    counting: () => {
      drawn.stop();
      process.stderr.write(counting);
    },
    stop: () => {
      drawn.stop();
    },
  };
}

/** For a log: a line for each tenth. */
function lines(total: number): Meter {
  let next = 0;
  return {
    posts: (done) => {
      const percent = Math.floor((done / total) * 100);
      if (percent < next) return;
      process.stderr.write(`${percent} %: ${done} of ${total} nodes\n`);
      next = percent - (percent % 10) + 10;
    },
    counting: () => {
      process.stderr.write(counting);
    },
    stop: () => undefined,
  };
}

function whole(least: number, most: number) {
  return (text: string): number => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    throw new InvalidArgumentError(`Expected a whole number from ${least} to ${most}.`);
  };
}
