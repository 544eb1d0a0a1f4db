import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@jest/globals';
import { builtMain } from './built.ts';

const SLOW = 60_000;

/** How a process ends that leaves after this. */
async function endAfter(before: string): Promise<unknown[]> {
  const { href } = pathToFileURL(join(dirname(builtMain()), 'commands', 'leave.js'));
  const script = `import { open, stat } from 'node:fs/promises';
    import { leave } from '${href}';
    ${before}
    await leave(7, 200);`;
  return once(spawn(process.execPath, ['--input-type=module', '-e', script]), 'exit');
}

test(
  'a process ends, whatever is open',
  async () => {
    expect(await endAfter(`setInterval(() => undefined, 1000); stat('.');`)).toEqual([7, null]);
  },
  SLOW,
);

test(
  'a process ends while a file system hangs',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'leave-'));
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    expect(await endAfter(`open('${pipe}');`)).toEqual([null, 'SIGKILL']);
    await rm(folder, { recursive: true });
  },
  SLOW,
);
