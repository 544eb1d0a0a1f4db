import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Jobs by state. */
type JobCounts = Readonly<Record<string, number>>;

/** What `/metrics` shows, in Prometheus' text format. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #calls = new Counter({
    name: 'signpost_calls_total',
    help: 'API calls by method and outcome (ok or an error id).',
    labelNames: ['method', 'outcome'],
    registers: [this.#registry],
  });
  readonly #seconds = new Histogram({
    name: 'signpost_call_seconds',
    help: 'How long API calls took.',
    buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
    registers: [this.#registry],
  });

  readonly #jobs = new Counter({
    name: 'signpost_jobs_total',
    help: 'Tries of jobs of the outbox by outcome.',
    labelNames: ['outcome'],
    registers: [this.#registry],
  });
  readonly #jobStates = new Gauge({
    name: 'signpost_jobs',
    help: 'Jobs in the outbox by state: waiting or dead.',
    labelNames: ['state'],
    registers: [this.#registry],
  });
  readonly #countJobs: () => Promise<JobCounts>;

  /** @param countJobs asked whenever the metrics are read */
  constructor(countJobs: () => Promise<JobCounts>) {
    this.#countJobs = countJobs;
    collectDefaultMetrics({ register: this.#registry });
  }

  countJob(outcome: 'done' | 'failed'): void {
    this.#jobs.inc({ outcome });
  }

  /** @param method a method of the manifest, or `unknown`: never a caller's own text */
  count(method: string, outcome: string, milliseconds: number): void {
    this.#calls.inc({ method, outcome });
    this.#seconds.observe(milliseconds / 1000);
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  async text(): Promise<string> {
    await this.#readJobs();
    return this.#registry.metrics();
  }

  /** While the database is away, the other metrics are still there. */
  async #readJobs(): Promise<void> {
    try {
      const counts = await this.#countJobs();
      for (const [state, count] of Object.entries(counts)) this.#jobStates.set({ state }, count);
    } catch {
      this.#jobStates.reset();
    }
  }
}
