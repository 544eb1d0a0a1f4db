import type { Environment } from '../call/environment.ts';
import { withoutPassword } from '../config.ts';
import { startServer } from '../http/server.ts';
import { waysIn } from '../ways-in.ts';
import type { Parts } from '../process.ts';
import { createMailer } from '../mail/mail.ts';
import { startMaintenance } from '../maintenance.ts';
import { Worker } from '../outbox/worker.ts';
import { leave } from './leave.ts';

/**
 * Serves until SIGTERM, SIGINT or SIGHUP, and works on the outbox. Requests that were accepted are still answered, and
 * jobs that were begun are finished; a second signal, a second later, ends the process at once.
 * @param onReady told the address once requests are taken
 */
export async function serve(
  parts: Parts,
  onReady: (url: string) => void | Promise<void>,
): Promise<void> {
  const running = await startServer(parts, waysIn);
  const stopMaintenance = startMaintenance(running.environment);
  const mailer = createMailer(parts.config, parts.log);
  const stopWorker = new Worker(running.environment, mailer).start();
  const told = stopSignal();
  warnOfStorage(running.environment);
  await onReady(running.url);
  await told;
  parts.log.info('stopping');
  stopMaintenance();
  await running.stop();
  await stopWorker();
  mailer.close();
  await parts.database.close();
  parts.log.info('stopped');
  await new Promise((flushed) => {
    parts.log.flush(flushed);
  });
}

/** Nobody waits for the answer: all but uploads goes on without a storage. */
function warnOfStorage({ config, files, log }: Environment): void {
  files.storage.check().catch((error: unknown) => {
    const where = withoutPassword(config.FILES_URL);
    log.warn({ err: error }, `FILES_URL=${where}: files cannot be kept there, and uploads fail`);
  });
}

/** Within this a second signal is the first once more: npm passes on to its child what all of their group are sent. */
const ECHO_MS = 1_000;

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    let first = Infinity;
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
      process.on(signal, () => {
        const now = performance.now();
        if (now - first > ECHO_MS) void leave(1, 0);
        first = Math.min(first, now);
        resolve();
      });
    }
  });
}
