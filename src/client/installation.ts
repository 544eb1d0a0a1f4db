import { bytesToHex } from '@noble/hashes/utils.js';
import type { SignpostOptions, Storage } from './options.ts';

interface Chance {
  getRandomValues(bytes: Uint8Array): unknown;
}

interface WithStorage {
  readonly localStorage?: {
    getItem(key: string): string | null;
    setItem(key: string, value: string): void;
  };
}

/**
 * What tells this installation from others: given, kept from an earlier run, or made by chance. Without it all
 * installations would be one client to the server.
 */
export async function uniqueIdOf(
  { uniqueId, storage }: SignpostOptions,
  url: string,
): Promise<string> {
  if (uniqueId !== undefined) return uniqueId;
  const store = storage ?? browserStorage();
  const key = `signpost uniqueid ${url}`;
  const kept = await store?.get(key);
  if (typeof kept === 'string' && kept !== '') return kept;
  const made = randomId();
  await store?.set(key, made);
  return made;
}

/** Browsers that forbid storage throw when it is named, and some when it is used. */
function browserStorage(): Storage | undefined {
  try {
    const { localStorage } = globalThis as WithStorage;
    return localStorage && { get: quiet(localStorage), set: quietly(localStorage) };
  } catch {
    return undefined;
  }
}

type LocalStorage = NonNullable<WithStorage['localStorage']>;

function quiet(storage: LocalStorage): Storage['get'] {
  return (key) => {
    try {
      return storage.getItem(key);
    } catch {
      return undefined;
    }
  };
}

function quietly(storage: LocalStorage): Storage['set'] {
  return (key, value) => {
    try {
      storage.setItem(key, value);
    } catch {
      // It then lasts as long as the client.
    }
  };
}

/** It is no secret; where there is no source of good chance, as in some engines of phones, any will do. */
function randomId(): string {
  const bytes = new Uint8Array(16);
  const { crypto } = globalThis as { readonly crypto?: Chance };
  if (crypto === undefined) for (const at of bytes.keys()) bytes[at] = Math.random() * 256;
  else crypto.getRandomValues(bytes);
  return bytesToHex(bytes);
}
