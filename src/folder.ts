import { mkdirSync, statSync } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes a folder and those above it, as far as they are missing. Not by Node's own `recursive`, which goes on for ever
 * where a folder that is there takes none, as in /proc.
 * @throws Error of the system when that cannot be
 */
export async function makeFolder(path: string, mode?: number): Promise<void> {
  try {
    await mkdir(path, { mode });
  } catch (error) {
    if (codeOf(error) === 'EEXIST' && (await stat(path).catch(() => undefined))?.isDirectory())
      return;
    if (!isBelowNothing(error, path)) throw error;
    await makeFolder(dirname(path), mode);
    await mkdir(path, { mode }).catch(unlessMade);
  }
}

/** {@link makeFolder} for where nothing else can be done meanwhile. */
export function makeFolderSync(path: string, mode?: number): void {
  try {
    mkdirSync(path, { mode });
  } catch (error) {
    if (codeOf(error) === 'EEXIST' && statSync(path, { throwIfNoEntry: false })?.isDirectory())
      return;
    if (!isBelowNothing(error, path)) throw error;
    makeFolderSync(dirname(path), mode);
    try {
      mkdirSync(path, { mode });
    } catch (again) {
      unlessMade(again);
    }
  }
}

function isBelowNothing(error: unknown, path: string): boolean {
  return codeOf(error) === 'ENOENT' && dirname(path) !== path;
}

/** Somebody else may have made it meanwhile. */
function unlessMade(error: unknown): void {
  if (codeOf(error) !== 'EEXIST') throw error;
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}
