import { mkdtemp, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { makeFolder, makeFolderSync } from '../../src/folder.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'folder-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

describe.each([
  ['makeFolder', makeFolder],
  [
    'makeFolderSync',
    async (path: string, mode?: number) => {
      makeFolderSync(path, mode);
    },
  ],
])('%s', (name, make) => {
  test('makes those above it, too, and minds none that is there', async () => {
    const path = join(folder, name, 'b', 'c');
    await make(path, 0o700);
    await make(path, 0o700);
    for (const each of [path, join(folder, name)])
      expect((await stat(each)).mode & 0o777).toBe(0o700);
    await make('.');
    await make('/');
  });

  test('fails where there can be none', async () => {
    const file = join(folder, `${name}.txt`);
    const nowhere = join(folder, `${name}-nowhere`);
    await writeFile(file, '');
    await symlink(join(folder, 'missing', 'place'), nowhere);
    await expect(make(file)).rejects.toMatchObject({ code: 'EEXIST' });
    await expect(make(join(file, 'a', 'b'))).rejects.toMatchObject({ code: 'ENOTDIR' });
    await expect(make(join(nowhere, 'a'))).rejects.toMatchObject({ code: 'EEXIST' });
  });

  test('fails in a file system that takes no folders', async () => {
    if (process.platform !== 'linux') return;
    await expect(make('/proc/none/a/b')).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
