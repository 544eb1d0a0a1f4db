import { load } from './load.ts';
import type { Rows } from './rows.ts';

const STEPS = 10;

/** Sends very many requests to one gateway and prints its memory as it goes. */
export async function soak(
  rows: Rows,
  requests: number,
  say: (text: string) => void,
): Promise<void> {
  const target = await rows.getNode();
  const amount = Math.ceil(requests / STEPS);
  const { rss } = await target.server.usage();
  say(`${'0'.padStart(10)} requests  ${megabytes(rss)}`);
  for (let step = 1; step <= STEPS; step += 1) {
    const sample = await load(target, { amount });
    say(`${String(step * amount).padStart(10)} requests  ${megabytes(sample.rss)}`);
  }
}

function megabytes(bytes: number): string {
  return `RSS ${(bytes / 1e6).toFixed(1)} MB`;
}
