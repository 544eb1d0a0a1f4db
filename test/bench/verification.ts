import { md5 } from '../../src/md5.ts';
import { parseQuery, printQuery } from '../../src/protocol/query.ts';
import {
  type Secrets,
  signedString,
  signRequest,
  verifyRequest,
} from '../../src/protocol/signature.ts';
import { signedQuery } from './session.ts';

const CALLS = 50_000;
const ROUNDS = 9;

const secrets: Secrets = {
  token: '5f0c2d7e91ab4368b7d2c1e09a8f6453',
  clientid: '7',
  secret: 'c3a9e1740b5d4f268e90d7b6a1f2358c',
  apikey: 'sandbox-key',
};

export interface VerificationCost {
  /** CPU microseconds. */
  readonly verify: number;
  readonly md5: number;
  readonly ratio: number;
}

/** The CPU that verifying a typical signed query takes, and that of the MD5 in it; medians of interleaved rounds. */
export function measureVerification(): VerificationCost {
  const query = printQuery(signedQuery(secrets, 'node.getNode', { nodeid: 1234 }));
  const { map } = parseQuery(query);
  const presented = signRequest(md5, map, secrets);
  const signed = `${signedString(map)}${secrets.token}${secrets.clientid}${secrets.secret}${secrets.apikey}`;
  const verify = (): void => {
    const form = verifyRequest(md5, query, map, presented, secrets, { strict: false });
    if (form !== 'php82') throw new Error('a right signature is refused');
  };
  const bare = (): void => void md5(signed);
  const rounds = Array.from({ length: ROUNDS }, () => ({ verify: cpu(verify), md5: cpu(bare) }));
  return {
    verify: median(rounds.map((round) => round.verify)),
    md5: median(rounds.map((round) => round.md5)),
    ratio: median(rounds.map((round) => round.verify / round.md5)),
  };
}

/** CPU microseconds of one call. */
function cpu(work: () => void): number {
  const before = process.cpuUsage();
  for (let call = 0; call < CALLS; call += 1) work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / CALLS;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
