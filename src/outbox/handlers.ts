import type { Environment } from '../call/environment.ts';
import type { ClaimedJob, JobKind, JobPayloads } from '../library/outbox.ts';
import type { Mailer } from '../mail/mail.ts';
import { notify } from './notify.ts';
import { publish } from './publish.ts';
import { deliverNext } from './webhooks.ts';

/** What a handler may use. */
export interface Tools {
  readonly environment: Environment;
  readonly mailer: Mailer;
}

/**
 * Does one job. It may be called again for a job that is done already, when a process ended in between, and must not
 * mind. What it throws puts the job off.
 */
export type Handler<K extends JobKind> = (
  payload: JobPayloads[K],
  tools: Tools,
  job: ClaimedJob,
) => Promise<void>;

/** Who does what. A kind that is not here fails, and is put off until a release that knows it works on it. */
export type Handlers = { readonly [K in JobKind]?: Handler<K> };

export const handlers: Handlers = {
  async notify(payload, { environment }, job) {
    await notify(payload, environment, job);
  },
  async publish({ nodeid }, { environment }) {
    await publish(nodeid, environment);
  },
  async webhook({ webhookid }, { environment }, job) {
    await deliverNext(webhookid, environment, job);
  },
  async mail(payload, { mailer }, job) {
    await mailer.send(payload, `${job.jobid}-${job.created}`);
  },
};

/** Does the job by the handler of its kind. */
export async function handle(table: Handlers, job: ClaimedJob, tools: Tools): Promise<void> {
  if (!Object.hasOwn(table, job.kind))
    throw new Error(`nothing here does jobs of kind ${job.kind}`);
  const handler = table[job.kind as JobKind] as Handler<JobKind>;
  await handler(JSON.parse(job.payload) as JobPayloads[JobKind], tools, job);
}
