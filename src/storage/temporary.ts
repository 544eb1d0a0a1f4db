import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const LEFT = /^signpost-\d+-\w{6}$/;

/** A folder for files that are on their way. Whoever asks for it removes it. */
export function temporaryFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), `signpost-${process.pid}-`));
}

/** Removes the folders that processes have left which were killed. @param before milliseconds since 1970 */
export async function removeLeftFolders(before: number): Promise<void> {
  const names = await readdir(tmpdir());
  for (const name of names.filter((each) => LEFT.test(each))) {
    const folder = join(tmpdir(), name);
    // Another process may remove it first; another user's cannot be removed.
    const ignore = (): undefined => undefined;
    const found = await stat(folder).catch(ignore);
    if (found !== undefined && found.mtimeMs < before)
      await rm(folder, { recursive: true, force: true }).catch(ignore);
  }
}
