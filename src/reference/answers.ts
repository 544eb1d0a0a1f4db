import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { readConfig } from '../config.ts';
import { SqliteDatabase } from '../db/sqlite/database.ts';
import { manifest } from '../call/manifest.ts';
import type { MethodSpec } from '../protocol/manifest.ts';
import { storeExamples } from '../sandbox/examples.ts';
import { buildSandbox } from '../sandbox/sandbox.ts';
import { type Running, startServer } from '../http/server.ts';
import { waysIn } from '../ways-in.ts';
import { defaultAvatar } from '../storage/default-avatar.ts';
import { printAnswer } from './answer.ts';
import { exampleOf, exampleUrl } from './example.ts';

/** When the sandbox of the answers was made: they are the same every time. */
const NOW = 1_790_000_000;

/**
 * Calls the example of every method on a sandbox and prints what it answers.
 * @returns `class.method` → the answer's text; nothing for what is refused, such as what needs the web
 */
export async function sampleAnswers(): Promise<ReadonlyMap<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'signpost-answers-'));
  try {
    return await new Sandboxes(folder).play(manifest);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Boards that are copies of one: whoever changes something has one to itself. */
class Sandboxes {
  readonly #folder: string;
  #count = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async play(methods: readonly MethodSpec[]): Promise<ReadonlyMap<string, string>> {
    await this.#build();
    const answers = new Map<string, string>();
    const shared = methods.filter(({ mode }) => mode === 'readonly');
    await this.#with(async (running) => {
      for (const spec of shared) await answer(running, spec, answers);
    });
    for (const spec of methods.filter((one) => !shared.includes(one)))
      await this.#with((running) => answer(running, spec, answers));
    return answers;
  }

  async #build(): Promise<void> {
    const database = new SqliteDatabase(this.#path(0), { synchronous: 'normal' });
    await buildSandbox(database, NOW, { topics: 3, replies: 2, examples: true });
    await database.close();
  }

  async #with(work: (running: Running) => Promise<void>): Promise<void> {
    const path = this.#path(++this.#count);
    await copyFile(this.#path(0), path);
    const database = new SqliteDatabase(path, { synchronous: 'normal' });
    const running = await this.#start(database);
    await storeExamples(running.environment.files.storage);
    await work(running);
    await running.stop();
    await database.close();
    await rm(path);
  }

  #start(database: SqliteDatabase): Promise<Running> {
    const config = readConfig({
      PORT: '0',
      PUBLIC_URL: new URL(exampleUrl).origin,
      FILES_URL: `file:${join(this.#folder, 'files')}`,
      MAIL_FOLDER: join(this.#folder, 'mail'),
    });
    return startServer(
      { config, database, log: pino({ level: 'silent' }), now: () => NOW },
      waysIn,
    );
  }

  #path(number: number): string {
    return join(this.#folder, `${number}.db`);
  }
}

async function answer(
  running: Running,
  spec: MethodSpec,
  answers: Map<string, string>,
): Promise<void> {
  const curl = exampleOf(spec)?.curl;
  if (curl === undefined) return;
  const [, url = '', file] = /^curl '([^']+)'(?: -F '(\w+)=@)?/.exec(curl) ?? [];
  const target = url.replace(new URL(exampleUrl).origin, running.url);
  const body = new FormData();
  if (file !== undefined) body.set(file, new Blob([picture()]), 'example.png');
  const sent = await fetch(target, file === undefined ? {} : { method: 'POST', body });
  const result = await sent.json();
  const refused = typeof result === 'object' && result !== null && 'errors' in result;
  if (!refused) answers.set(`${spec.class}.${spec.method}`, printAnswer(result));
}

function picture(): Uint8Array<ArrayBuffer> {
  return new Uint8Array(defaultAvatar(2) ?? []);
}
