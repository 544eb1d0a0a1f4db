import { BoundedStorage } from './bounded.ts';
import { LocalStorage } from './local.ts';
import type { Storage } from './store.ts';

/**
 * The storage that the setting FILES_URL names.
 * @throws Error for the operator when the storage cannot be used
 */
export async function openStorage(url: string): Promise<Storage> {
  return new BoundedStorage(await openUnbounded(url));
}

async function openUnbounded(url: string): Promise<Storage> {
  if (url.startsWith('file:')) return new LocalStorage(url.slice('file:'.length));
  const { openBucket } = await import('./s3.ts');
  return openBucket(new URL(url));
}
