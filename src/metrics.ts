import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { LimitKind } from './memory/limits.ts';

/** What a gauge shows: its labels and value, each. */
type Readings = readonly (readonly [labels: Record<string, string>, value: number])[];

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
  readonly #limited = new Counter({
    name: 'signpost_rate_limited_total',
    help: 'Calls that were refused with rate_limited, by what there was too much of.',
    labelNames: ['kind'],
    registers: [this.#registry],
  });
  readonly #unread = new Counter({
    name: 'signpost_busy_total',
    help: 'Requests that were refused with toobusy before they were read.',
    registers: [this.#registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.#registry });
  }

  /**
   * Adds a gauge that is read whenever the metrics are. What cannot be read then is missing, and all others are there.
   * @param name without the prefix `signpost_`
   */
  gauge(
    name: string,
    help: string,
    labelNames: readonly string[],
    read: () => Readings | Promise<Readings>,
  ): void {
    new Gauge({
      name: `signpost_${name}`,
      help,
      labelNames,
      registers: [this.#registry],
      async collect() {
        this.reset();
        const readings = await Promise.resolve()
          .then(read)
          .catch(() => []);
        // A gauge without labels would show 0.
        if (readings.length === 0 && labelNames.length === 0) this.remove();
        for (const [labels, value] of readings) this.set(labels, value);
      },
    });
  }

  countJob(outcome: 'done' | 'failed'): void {
    this.#jobs.inc({ outcome });
  }

  countLimited(kind: LimitKind): void {
    this.#limited.inc({ kind });
  }

  /** Counts a request that was sent away before it was read. */
  countUnread(): void {
    this.#unread.inc();
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
    return this.#registry.metrics();
  }
}
