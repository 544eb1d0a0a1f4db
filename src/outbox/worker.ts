import type { Environment } from '../call/environment.ts';
import { type ClaimedJob, claimJob, failJob, finishJob, isJobDue } from '../library/outbox.ts';
import { type Mailer, MailRefused } from '../mail/mail.ts';
import { backoff, triesOf } from './backoff.ts';
import { handle, type Handlers, handlers as ownHandlers } from './handlers.ts';

/** Seconds after which a process that has not finished a job is believed dead. Handlers are done long before. */
const LEASE = 300;
const POLL_MS = 2_000;
/** A mail server that answers slowly does not hold up notifications. */
const AT_ONCE = 4;

/**
 * Works on the outbox, in as many processes as there are: each job is claimed by one, done at least once, and
 * removed. What fails is tried again later and later; in the end it is dead, and the operator decides.
 */
export class Worker {
  readonly #environment: Environment;
  readonly #mailer: Mailer;
  readonly #handlers: Handlers;
  readonly #running = new Set<Promise<void>>();
  #stopping = false;
  #away = false;
  #rung = false;
  #wake: () => void = () => undefined;

  constructor(environment: Environment, mailer: Mailer, handlers: Handlers = ownHandlers) {
    this.#environment = environment;
    this.#mailer = mailer;
    this.#handlers = handlers;
  }

  /** Works until it is stopped: woken by the bell, else looking every two seconds. Returns what stops it. */
  start(): () => Promise<void> {
    const unlisten = this.#environment.bell.listen(() => {
      this.#ring();
    });
    const ended = this.#loop();
    return async () => {
      unlisten();
      this.#stopping = true;
      this.#ring();
      await ended;
    };
  }

  /** Works on all that is due, one after the other; returns how many jobs there were. */
  async drain(): Promise<number> {
    for (let done = 0; ; done += 1) {
      const job = await this.#claim();
      if (job === undefined) return done;
      await this.#work(job);
    }
  }

  async #loop(): Promise<void> {
    while (!this.#stopping) {
      const job = this.#running.size < AT_ONCE ? await this.#next() : undefined;
      if (job === undefined) await this.#rest();
      else this.#begin(job);
    }
    await Promise.all(this.#running);
  }

  #begin(job: ClaimedJob): void {
    const work = this.#work(job).finally(() => {
      this.#running.delete(work);
      this.#ring();
    });
    this.#running.add(work);
  }

  /** A database that is away is no reason to end: it is looked for again. */
  async #next(): Promise<ClaimedJob | undefined> {
    try {
      const job = await this.#claim();
      this.#away = false;
      return job;
    } catch (error) {
      if (!this.#away) this.#environment.log.warn({ err: error }, 'no jobs can be claimed');
      this.#away = true;
      return undefined;
    }
  }

  async #claim(): Promise<ClaimedJob | undefined> {
    const { database } = this.#environment;
    const now = this.#environment.now();
    if (!(await isJobDue(database.reader(), now))) return undefined;
    return database.transaction((db) => claimJob(db, now, LEASE));
  }

  /** Never throws. When the outcome cannot be kept, the lease runs out and the job is done again. */
  async #work(job: ClaimedJob): Promise<void> {
    const { database, log, metrics } = this.#environment;
    try {
      const failure = await this.#try(job);
      await database.transaction((db) =>
        failure === undefined ? finishJob(db, job) : this.#putOff(db, job, failure),
      );
      metrics.countJob(failure === undefined ? 'done' : 'failed');
    } catch (error) {
      log.warn({ err: error, jobid: job.jobid }, 'the outcome of a job could not be kept');
    }
  }

  async #try(job: ClaimedJob): Promise<Error | undefined> {
    try {
      // counted before it begins: a job that ends its process is not tried for ever
      if (job.tries > triesOf(job.kind))
        throw new Error('no process that tried it has lived to finish it');
      const tools = { environment: this.#environment, mailer: this.#mailer };
      await handle(this.#handlers, job, tools);
      return undefined;
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }

  async #putOff(db: Parameters<typeof failJob>[0], job: ClaimedJob, error: Error): Promise<void> {
    const { log } = this.#environment;
    const dead = error instanceof MailRefused || job.tries >= triesOf(job.kind);
    const { jobid, kind, tries } = job;
    log.warn({ err: error, jobid, kind, tries }, dead ? 'a job is dead' : 'a job failed');
    const next = dead ? undefined : this.#environment.now() + backoff(tries, Math.random());
    await failJob(db, job, error.message, next);
  }

  #ring(): void {
    this.#rung = true;
    this.#wake();
  }

  async #rest(): Promise<void> {
    if (!this.#rung) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, POLL_MS);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.#rung = false;
  }
}
