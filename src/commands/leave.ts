import { setTimeout as sleep } from 'node:timers/promises';

/** What the file system has begun is waited for as long as this, in milliseconds. */
const PATIENCE_MS = 2_000;
const EVERY_MS = 50;

/**
 * Ends the process, whatever is still open. A file system that hangs holds a thread, for which an exit would wait, too:
 * then nothing but a kill helps, which the exit code tells.
 */
export async function leave(code = 0, patience = PATIENCE_MS): Promise<never> {
  const until = performance.now() + patience;
  while (isWaiting() && performance.now() < until) await sleep(EVERY_MS);
  if (isWaiting()) process.kill(process.pid, 'SIGKILL');
  process.exit(code);
}

function isWaiting(): boolean {
  return process.getActiveResourcesInfo().some((name) => name.startsWith('FSReq'));
}
