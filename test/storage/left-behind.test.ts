import { mkdtemp, mkdir, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { LocalStorage } from '../../src/storage/local.ts';
import { removeLeftFolders, temporaryFolder } from '../../src/storage/temporary.ts';

test('what a killed process has written of a file goes with its key', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'left-'));
  const storage = new LocalStorage(folder);
  await mkdir(join(folder, 'a'));
  await storage.put('a/other', Buffer.from('other'), 5);
  // as large as a file may be, so that it can be seen while it is written
  const bytes = Buffer.alloc(64 * 1024 * 1024);
  const put = storage.put('a/key', bytes, bytes.length);
  const [name = ''] = await unfinishedIn(join(folder, 'a'));
  await put;
  await writeFile(join(folder, 'a', name), 'half');
  await storage.remove('a/key');
  expect(await readdir(join(folder, 'a'))).toEqual(['other']);
  await rm(folder, { recursive: true });
});

async function unfinishedIn(folder: string): Promise<string[]> {
  for (;;) {
    const names = await readdir(folder);
    const other = names.filter((name) => name !== 'other' && name !== 'key');
    if (other.length > 0 || names.includes('key')) return other;
  }
}

test('a folder for files on their way that is older than a day is left behind, and goes', async () => {
  const [old, fresh] = [await temporaryFolder(), await temporaryFolder()];
  await writeFile(join(old, 'file'), 'half');
  const yesterday = Date.now() - 86_400_000;
  await utimes(old, yesterday / 1_000 - 60, yesterday / 1_000 - 60);
  await removeLeftFolders(yesterday);
  await expect(stat(old)).rejects.toThrow('ENOENT');
  expect((await stat(fresh)).isDirectory()).toBe(true);
  await rm(fresh, { recursive: true });
});
