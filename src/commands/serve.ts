import { type Parts, startServer } from '../server.ts';
import { createMailer } from '../mail/mail.ts';
import { startMaintenance } from '../maintenance.ts';
import { Worker } from '../outbox/worker.ts';

/**
 * Serves until SIGTERM or SIGINT, and works on the outbox. Requests that were accepted are still answered, and jobs
 * that were begun are finished; a second signal ends the process at once.
 * @param onReady told the address once requests are taken
 */
export async function serve(parts: Parts, onReady: (url: string) => void): Promise<void> {
  const running = await startServer(parts);
  const stopMaintenance = startMaintenance(running.environment);
  const mailer = createMailer(parts.config, parts.log);
  const stopWorker = new Worker(running.environment, mailer).start();
  onReady(running.url);
  await stopSignal();
  parts.log.info('stopping');
  stopMaintenance();
  await running.stop();
  await stopWorker();
  mailer.close();
  await parts.database.close();
  parts.log.info('stopped');
  parts.log.flush();
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => {
        process.once(signal, () => process.exit(1));
        resolve();
      });
    }
  });
}
