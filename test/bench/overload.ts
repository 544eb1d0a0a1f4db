import autocannon, { type LoadOptions } from 'autocannon';
import { Processes, type ServerProcess } from './processes.ts';
import { logIn, signedPath } from './session.ts';

/**
 * `BUSY_CALLS=10 npx tsx test/bench/overload.ts`: how long calls take that are accepted while ten times as many come as the server can
 * answer, beside those of a server that is not loaded, and what becomes of its memory. Needs a build.
 */
const SECONDS = 8;
const TIMES = 10;
const CONNECTIONS = 80;
/** Milliseconds in which the server takes the load for a burst, whose calls may wait. */
const BURST = 1_500;

interface Seen {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** The same of calls that came after the first moments. */
  readonly p99Later: number;
  /** Of all calls, the part that was refused. */
  readonly refused: number;
  /** CPU microseconds of the server for each answer, refusals included. */
  readonly cpu: number;
  /** Bytes. */
  readonly rss: number;
}

async function main(): Promise<void> {
  const processes = new Processes();
  try {
    const server = await processes.start('dist/src/main.js', ['sandbox'], {
      NODE_ENV: 'development',
      LOG_LEVEL: 'info',
      BUSY_CALLS: process.env.BUSY_CALLS ?? '10',
      MAX_CALLS: '500',
    });
    const { secrets } = await logIn(server.url);
    // refusals then have a status of their own
    const path = `${signedPath(secrets, 'node.listNodeFullContent', { parentid: 14 })}&api_v=100`;
    await ask(server, path, { connections: 4, duration: 3 });
    const capacity = await ask(server, path, { connections: 8, duration: 4 });
    const calm = await ask(server, path, {
      connections: 8,
      overallRate: Math.ceil(capacity.perSecond / 5),
    });
    const overloaded = await ask(server, path, {
      connections: CONNECTIONS,
      overallRate: Math.ceil(capacity.perSecond * TIMES),
    });
    print({ capacity, calm, overloaded });
  } finally {
    await processes.stop();
  }
}

async function ask(
  server: ServerProcess,
  path: string,
  load: Pick<LoadOptions, 'connections' | 'overallRate' | 'duration'>,
): Promise<Seen> {
  const accepted: number[] = [];
  const later: number[] = [];
  const burstEnds = performance.now() + BURST;
  let refused = 0;
  const before = await server.usage();
  const { duration } = await autocannon({
    url: server.url,
    duration: SECONDS,
    requests: [{ path }],
    setupClient(client) {
      client.on('response', (status, _bytes, milliseconds) => {
        if (status !== 200) refused += 1;
        else {
          accepted.push(milliseconds);
          if (performance.now() - milliseconds > burstEnds) later.push(milliseconds);
        }
      });
    },
    ...load,
  });
  const after = await server.usage();
  return {
    perSecond: accepted.length / duration,
    p50: at(accepted, 0.5),
    p99: at(accepted, 0.99),
    p99Later: at(later, 0.99),
    refused: refused / (refused + accepted.length),
    cpu: (after.cpu - before.cpu) / (refused + accepted.length),
    rss: after.rss,
  };
}

/** What so large a part of the values does not exceed. */
function at(values: readonly number[], part: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * part)] ?? NaN;
}

function print(seen: { capacity: Seen; calm: Seen; overloaded: Seen }): void {
  console.table(seen);
  const { capacity, calm, overloaded } = seen;
  const { refused, cpu } = overloaded;
  const price = (cpu - (1 - refused) * capacity.cpu) / refused;
  console.log(`CPU, a refusal to a call: ${(price / capacity.cpu).toFixed(2)}`);
  console.log(`p99, overloaded to calm: ${(overloaded.p99Later / calm.p99).toFixed(2)}`);
  console.log(`memory, overloaded to calm: ${(overloaded.rss / calm.rss).toFixed(2)}`);
}

await main();
