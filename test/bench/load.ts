import autocannon, { type LoadRequest, type LoadResult } from 'autocannon';
import type { ServerProcess } from './processes.ts';

const CONNECTIONS = 64;
/** Seconds for an answer, on a machine that does other things. */
const PATIENCE = 60;

/** A server and what it is asked. */
export interface Target {
  readonly server: ServerProcess;
  readonly requests: readonly LoadRequest[];
}

/** One round of one row. */
export interface Sample {
  readonly perSecond: number;
  /** CPU microseconds of the server for each request. */
  readonly cpu: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Bytes, when the round was over. */
  readonly rss: number;
}

/** Loads a server for some seconds, or with a number of requests. @throws Error when an answer is not the one due */
export async function load(
  { server, requests }: Target,
  bound: ({ readonly duration: number } | { readonly amount: number }) & {
    readonly connections?: number;
  },
): Promise<Sample> {
  await refuseErrors(server.url, requests);
  const before = await server.usage();
  const result = await autocannon({
    url: server.url,
    connections: CONNECTIONS,
    requests,
    timeout: PATIENCE,
    ...bound,
  });
  const after = await server.usage();
  refuseFailures(result);
  return {
    perSecond: result['2xx'] / result.duration,
    cpu: (after.cpu - before.cpu) / result['2xx'],
    p50: result.latency.p50,
    p99: result.latency.p99,
    rss: after.rss,
  };
}

/** Refusals come with status 200, so the first answer is read before the load begins. */
async function refuseErrors(url: string, requests: readonly LoadRequest[]): Promise<void> {
  const [first] = requests;
  if (first === undefined) throw new Error('there is nothing to ask');
  const { path, method = 'GET', headers = {}, body } = first.setupRequest?.(first) ?? first;
  const response = await fetch(url + path, { method, headers, ...(body && { body }) });
  const text = await response.text();
  if (text.startsWith('{"errors"')) throw new Error(`the server refuses: ${text}`);
}

function refuseFailures(result: LoadResult): void {
  const failed = result.non2xx + result.errors + result.timeouts;
  if (failed > 0 || result['2xx'] === 0) throw new Error(`${failed} requests failed`);
}
