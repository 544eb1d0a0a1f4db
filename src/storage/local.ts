import { constants, createReadStream } from 'node:fs';
import { copyFile, mkdtemp, open, rename, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { makeFolder } from '../folder.ts';
import type { ByteRange, Storage, StoredSource } from './store.ts';

/** Files in a folder. A file is written under another name, made durable, and then renamed. */
export class LocalStorage implements Storage {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = resolve(folder);
  }

  async put(key: string, source: StoredSource, size: number): Promise<void> {
    const path = this.#path(key);
    await makeFolder(dirname(path));
    const temporary = unfinished(path);
    try {
      await write(temporary, source);
      const written = (await stat(temporary)).size;
      if (written !== size) throw new Error(`${written} of ${size} bytes were written`);
      await rename(temporary, path);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
    await sync(dirname(path));
  }

  async size(key: string): Promise<number | undefined> {
    return (await stat(this.#path(key)).catch(absent))?.size;
  }

  async open(key: string, range?: ByteRange): Promise<Readable | undefined> {
    const file = await open(this.#path(key)).catch(absent);
    if (file === undefined) return undefined;
    return createReadStream('', { fd: file, ...range });
  }

  async remove(key: string): Promise<void> {
    const path = this.#path(key);
    for (const each of [path, unfinished(path)]) await rm(each, { force: true });
  }

  /** By a folder that is gone at once: rights alone do not tell of a file system that takes nothing. */
  async check(): Promise<void> {
    await makeFolder(this.#folder);
    await rmdir(await mkdtemp(join(this.#folder, 'check-')));
  }

  #path(key: string): string {
    return join(this.#folder, key);
  }
}

/** A key is written once, so what a killed process has left there is of nobody else. */
function unfinished(path: string): string {
  return `${path}.tmp`;
}

async function write(path: string, source: StoredSource): Promise<void> {
  if (typeof source === 'string') await copyFile(source, path, constants.COPYFILE_FICLONE);
  const file = await open(path, typeof source === 'string' ? 'r+' : 'w');
  try {
    if (typeof source !== 'string') await file.writeFile(source);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A new name in a folder survives a power cut only once the folder is written, too. */
async function sync(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
  return undefined;
}
