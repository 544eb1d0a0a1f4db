import {
  type ApiKey,
  type ApiKeyUse,
  findApiKey,
  type KeyDialect,
} from '../library/access/apikey.ts';
import { isWithin } from '../network.ts';
import type { Credential } from './caller.ts';
import type { Environment } from './environment.ts';

/** A key as it was sent. */
export interface SentKey {
  readonly value: string;
  readonly dialect: KeyDialect;
  /** The caller's address. */
  readonly host: string;
  /** Whether it stood in the URL. */
  readonly inUrl: boolean;
}

/** Why a key is no good: there is none like it, its time is over, or it is not for this address or for URLs. */
export type BadKey = 'unknown' | 'expired' | 'revoked' | 'address' | 'url';

/** A key that has been let in. */
export interface KnownKey {
  readonly key: ApiKey;
  readonly credential: Credential;
}

const LONGEST = 200;

/** Looks a key up, and whether it may be used so. Its use is noted a little later: no call waits for that. */
export async function recogniseKey(
  environment: Environment,
  { value, dialect, host, inUrl }: SentKey,
): Promise<KnownKey | BadKey> {
  const { database } = environment;
  const now = environment.now();
  const key =
    value.length > LONGEST ? undefined : await findApiKey(database.reader(), value, dialect, now);
  const fault = key === undefined ? 'unknown' : faultOf(key, host, inUrl, now);
  if (key === undefined || fault !== undefined) return fault ?? 'unknown';
  environment.keyUses.touch(key, now);
  const { apikeyid, userid } = key;
  return { key, credential: { kind: 'key', id: String(apikeyid), scopes: 'all', owner: userid } };
}

function faultOf(key: ApiKey, host: string, inUrl: boolean, now: number): BadKey | undefined {
  if (key.revoked !== 0) return 'revoked';
  if (key.expires !== 0 && key.expires <= now) return 'expired';
  if (key.networks.length > 0 && !key.networks.some((network) => isWithin(host, network)))
    return 'address';
  return inUrl && key.inurl === 0 ? 'url' : undefined;
}

/** Writes down what was asked with a key that is logged, a little later. */
export function noteKeyUse(
  environment: Environment,
  apikeyid: number,
  use: Omit<ApiKeyUse, 'apikeyid' | 'dateline'>,
): void {
  environment.keyUses.note({ apikeyid, dateline: environment.now(), ...use });
}
