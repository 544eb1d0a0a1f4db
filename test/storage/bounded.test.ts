import { Readable } from 'node:stream';
import { expect, test } from '@jest/globals';
import { BoundedStorage } from '../../src/storage/bounded.ts';
import type { Storage } from '../../src/storage/store.ts';

const never = (): Promise<never> => new Promise(() => undefined);
const silent: Storage = { put: never, size: never, open: never, remove: never, check: never };
const late = /^the storage did not answer in \d+ ms$/;

test('a storage that does not answer fails', async () => {
  const storage = new BoundedStorage(silent, 20);
  for (const ask of [
    () => storage.put('key', Buffer.from('a'), 1),
    () => storage.size('key'),
    () => storage.open('key'),
    () => storage.remove('key'),
    () => storage.check(),
  ])
    await expect(ask()).rejects.toThrow(late);
});

test('a large file has more time than a small one', async () => {
  const storage = new BoundedStorage(silent, 20);
  await expect(storage.put('key', 'path', 102_400)).rejects.toThrow(' 120 ms');
});

test('what is opened too late is closed', async () => {
  const stream = Readable.from(['a']);
  let answer = (_: Readable): void => undefined;
  const opened = new Promise<Readable>((resolve) => (answer = resolve));
  const storage = new BoundedStorage({ ...silent, open: () => opened }, 20);
  await expect(storage.open('key')).rejects.toThrow(late);
  answer(stream);
  await opened;
  await new Promise(setImmediate);
  expect(stream.destroyed).toBe(true);
});

test('whether anything can be kept is asked once at a time', async () => {
  let asked = 0;
  const check = (): Promise<never> => {
    asked += 1;
    return never();
  };
  const storage = new BoundedStorage({ ...silent, check }, 20);
  for (let count = 0; count < 3; count += 1) await expect(storage.check()).rejects.toThrow(late);
  expect(asked).toBe(1);
});
