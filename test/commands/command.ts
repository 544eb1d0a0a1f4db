import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { builtMain } from './built.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** `signpost` as an operator runs it. */
export class Command {
  readonly #child: ChildProcess;
  readonly #exit: Promise<unknown[]>;
  stdout = '';
  stderr = '';

  /** @param cwd the folder in which it is called; this project's when left out */
  constructor(args: readonly string[], env: Readonly<Record<string, string>> = {}, cwd = root) {
    const { PATH = '', HOME = '' } = process.env;
    this.#child = spawn(process.execPath, [builtMain(), ...args], {
      cwd,
      env: { PATH, HOME, ...env },
    });
    this.#exit = once(this.#child, 'close');
    this.#child.stdout?.on('data', (chunk: Buffer) => {
      this.stdout += chunk.toString();
    });
    this.#child.stderr?.on('data', (chunk: Buffer) => {
      this.stderr += chunk.toString();
    });
  }

  /** What is typed, to the end of it. */
  type(text: string): this {
    this.#child.stdin?.end(text);
    return this;
  }

  kill(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** Ends when the process has; its exit code. */
  async code(): Promise<number | null> {
    const [code] = await this.#exit;
    return code as number | null;
  }

  /** Waits until standard output has this, and returns what it matched. */
  async prints(sought: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const found = sought.exec(this.stdout);
      if (found !== null) return found;
      if (this.#child.exitCode !== null)
        throw new Error(`it ended after: ${this.stdout}${this.stderr}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** The address that it prints once it serves. */
  async url(): Promise<string> {
    return (await this.prints(/answers at (http:\S+)\/api\.php/))[1] ?? '';
  }

  async stop(): Promise<number | null> {
    this.kill('SIGTERM');
    return this.code();
  }
}

/** Waits for the end of a command. */
export async function finished(command: Command): Promise<Command & { exit: number | null }> {
  return Object.assign(command, { exit: await command.code() });
}
