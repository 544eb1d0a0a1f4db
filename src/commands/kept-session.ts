import { readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { SessionState } from '../client/index.ts';
import { makeFolderSync } from '../folder.ts';

const sessions = z.record(
  z.string(),
  z.object({
    clientid: z.string(),
    secret: z.string(),
    token: z.string(),
    member: z.boolean().default(true),
  }),
);

/** The session of one caller at one board, kept for the next call in a file that only this user can read. */
export class KeptSession {
  readonly #name: string;

  /** @param member '' for whoever has logged in without `--as` */
  constructor(url: string, member: string) {
    this.#name = `${member}@${url}`;
  }

  read(): SessionState | undefined {
    return readAll()[this.#name];
  }

  write(session: SessionState): void {
    const file = fileOf(process.env);
    const all = { ...readAll(), [this.#name]: session };
    makeFolderSync(dirname(file), 0o700);
    writeFileSync(file, `${JSON.stringify(all, null, 2)}\n`, { mode: 0o600 });
  }
}

/** A file that cannot be read is as good as none: sessions are begun anew. */
function readAll(): z.infer<typeof sessions> {
  try {
    return sessions.parse(JSON.parse(readFileSync(fileOf(process.env), 'utf8')));
  } catch {
    return {};
  }
}

function fileOf({ XDG_STATE_HOME }: NodeJS.ProcessEnv): string {
  const state = XDG_STATE_HOME === undefined || XDG_STATE_HOME === '' ? undefined : XDG_STATE_HOME;
  return join(state ?? join(homedir(), '.local', 'state'), 'signpost', 'sessions.json');
}
