import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** As `npm start` runs it: a smaller young generation keeps the process small, at no price in time. */
const flags = ['--enable-source-maps', '--max-semi-space-size=8'];

/** What a process has used: CPU in microseconds since its start, memory in bytes. */
export interface Usage {
  readonly cpu: number;
  readonly rss: number;
}

/** A server in a process of its own. */
export interface ServerProcess {
  readonly url: string;
  usage(): Promise<Usage>;
}

const START_MS = 20_000;
const STOP_MS = 10_000;
const probe = new URL('probe.js', import.meta.url).href;
const root = fileURLToPath(new URL('../..', import.meta.url));

/** The processes of one run; they end with it, however it ends. */
export class Processes {
  readonly #children: ChildProcess[] = [];

  constructor() {
    process.once('exit', () => {
      for (const child of this.#children) child.kill('SIGKILL');
    });
  }

  /** Starts `node script args…` with `PORT` set, and waits until it answers. */
  async start(
    script: string,
    args: readonly string[],
    env: Readonly<Record<string, string>> = {},
  ): Promise<ServerProcess> {
    const port = await freePort();
    const child = spawn(process.execPath, [...flags, '--import', probe, script, ...args], {
      cwd: root,
      env: { ...quietEnvironment(), NODE_ENV: 'production', ...env, PORT: String(port) },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    this.#children.push(child);
    const url = `http://127.0.0.1:${port}`;
    await answering(child, url);
    return { url, usage: () => usageOf(child) };
  }

  async stop(): Promise<void> {
    await Promise.all(this.#children.map(stopped));
  }
}

/** What is measured is the price of calls, not of their refusal. */
const unlimited = {
  RATE_LIMIT: '0',
  INIT_LIMIT: '0',
  SEARCH_LIMIT: '0',
  MAX_CALLS: '1000000',
  BUSY_CALLS: '0',
};

/** The caller's environment without settings of the gateway that he may have exported. */
function quietEnvironment(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR, NODE_OPTIONS } = process.env;
  return { PATH, HOME, TMPDIR, NODE_OPTIONS, ...unlimited };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('there is no free port');
  return address.port;
}

async function answering(child: ChildProcess, url: string): Promise<void> {
  const until = Date.now() + START_MS;
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`a server ended with code ${child.exitCode}`);
    const response = await fetch(`${url}/health`).catch(() => undefined);
    await response?.arrayBuffer();
    if (response !== undefined) return;
    await sleep(50);
  }
  throw new Error(`a server did not answer within ${START_MS / 1000} s`);
}

async function usageOf(child: ChildProcess): Promise<Usage> {
  const answer = once(child, 'message', { signal: AbortSignal.timeout(STOP_MS) });
  child.send('usage');
  const [usage] = (await answer) as [Usage];
  return usage;
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  const impatient = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await exit;
  clearTimeout(impatient);
}
