import type { Context } from './context.ts';
import type { Db } from '../db/db.ts';
import type { Environment, ServiceClass } from './environment.ts';
import type { Board } from '../library/board/board.ts';
import { leftJobs } from '../library/outbox.ts';
import { networkOf } from '../network.ts';
import type { ApiClient, Principal, Session } from '../principal.ts';
import { Links } from '../storage/links.ts';
import type { Mode } from '../protocol/manifest.ts';
import type { Entry } from './registry.ts';
import { type Caller, languageOf } from './caller.ts';
import { permit } from './scope.ts';

/** A method's result, and how many statements it took. */
export interface Outcome<T = unknown> {
  readonly result: T;
  readonly queries: number;
}

/**
 * Runs one API method for a caller: with a reading handle, in one transaction, or in the steps it opens itself
 * (`spec.mode`). Effects it asked for run once all is committed, before the answer.
 * @throws ApiError what the method refuses, with everything undone
 */
export async function dispatch(
  environment: Environment,
  caller: Caller,
  entry: Entry<ServiceClass>,
  args: readonly unknown[],
): Promise<Outcome> {
  const run = runs[entry.spec.mode];
  permit(caller.credential.scopes, entry.spec);
  return finish(environment, await run(environment, caller, (ctx) => invoke(entry, ctx, args)));
}

/** Runs one method as a part of {@link dispatchAll}. */
export type Ask = (entry: Entry<ServiceClass>, args: readonly unknown[]) => Promise<unknown>;

/**
 * Runs several API methods as one call, for dialects whose calls are more than one method's. `readonly`: they all see
 * the same state of the board. `transaction`: all or none; `work` may run again after a deadlock, so it awaits nothing
 * but what it asks. `steps`: each runs for itself.
 * @throws ApiError what one of them refuses
 */
export async function dispatchAll<T>(
  environment: Environment,
  caller: Caller,
  mode: Mode,
  work: (ask: Ask) => Promise<T>,
): Promise<Outcome<T>> {
  if (mode === 'steps') return oneByOne(environment, caller, work);
  const run = mode === 'readonly' ? inSnapshot : inTransaction;
  const together = await run(environment, caller, (ctx) =>
    work(async (entry, args) => {
      if (entry.spec.mode !== 'readonly' && entry.spec.mode !== mode)
        throw new Error(`${entry.spec.class}.${entry.spec.method} cannot be part of a ${mode}`);
      permit(caller.credential.scopes, entry.spec);
      return invoke(entry, ctx, args);
    }),
  );
  return finish(environment, together);
}

async function oneByOne<T>(
  environment: Environment,
  caller: Caller,
  work: (ask: Ask) => Promise<T>,
): Promise<Outcome<T>> {
  let queries = 0;
  const result = await work(async (entry, args) => {
    const outcome = await dispatch(environment, caller, entry, args);
    queries += outcome.queries;
    return outcome.result;
  });
  return { result, queries };
}

function invoke(entry: Entry<ServiceClass>, ctx: Context, args: readonly unknown[]): unknown {
  return entry.fn.apply(new entry.ServiceClass(ctx), [...args]);
}

async function finish<T>(environment: Environment, run: Run<T>): Promise<Outcome<T>> {
  const { result, handles, effects } = run;
  for (const effect of effects) await effect();
  if (handles.some(leftJobs)) environment.bell.ring();
  return { result, queries: handles.reduce((total, db) => total + db.queries, 0) };
}

type Effect = () => void | Promise<void>;
type Invoke<T> = (ctx: Context) => T | Promise<T>;

interface Run<T> {
  readonly result: T;
  readonly handles: readonly Db[];
  readonly effects: readonly Effect[];
}

const runs = { readonly: onReader, transaction: inTransaction, steps: inSteps } as const;

async function onReader<T>(
  environment: Environment,
  caller: Caller,
  invoke: Invoke<T>,
): Promise<Run<T>> {
  return runOn(environment.database.reader(whose(caller)), environment, caller, invoke);
}

/** Whom a call counts for where callers share: a member, or the network of a guest. */
function whose({ actor, host }: Caller): string {
  return actor.userid > 0 ? `user ${actor.userid}` : networkOf(host);
}

async function inSnapshot<T>(
  environment: Environment,
  caller: Caller,
  invoke: Invoke<T>,
): Promise<Run<T>> {
  const work = (db: Db): Promise<Run<T>> => runOn(db, environment, caller, invoke);
  return environment.database.snapshot(work, whose(caller));
}

async function inTransaction<T>(
  environment: Environment,
  caller: Caller,
  invoke: Invoke<T>,
): Promise<Run<T>> {
  return environment.database.transaction((db) => runOn(db, environment, caller, invoke));
}

/** A transaction that lost a deadlock runs again: the effects it asked for before are forgotten. */
async function runOn<T>(
  db: Db,
  environment: Environment,
  caller: Caller,
  invoke: Invoke<T>,
): Promise<Run<T>> {
  const effects: Effect[] = [];
  const result = await invoke(new CallContext(environment, caller, db, effects));
  return { result, handles: [db], effects };
}

async function inSteps<T>(
  environment: Environment,
  caller: Caller,
  invoke: Invoke<T>,
): Promise<Run<T>> {
  const db = environment.database.reader(whose(caller));
  const handles = [db];
  const effects: Effect[] = [];
  const ctx = new CallContext(environment, caller, db, effects, handles);
  return { result: await invoke(ctx), handles, effects };
}

class CallContext implements Context {
  readonly db: Db;
  readonly now: number;
  readonly #environment: Environment;
  readonly #caller: Caller;
  readonly #effects: Effect[];
  readonly #handles: Db[] | undefined;
  #links: Links | undefined;

  constructor(environment: Environment, caller: Caller, db: Db, effects: Effect[], handles?: Db[]) {
    this.db = db;
    this.now = environment.now();
    this.#environment = environment;
    this.#caller = caller;
    this.#effects = effects;
    this.#handles = handles;
  }

  get user(): Principal {
    return this.#caller.actor;
  }
  get permissions(): Context['permissions'] {
    const { actor, authority, board } = this.#caller;
    return board.permissionsOf(actor, authority);
  }
  get authority(): Context['authority'] {
    return this.#caller.authority;
  }
  get languageid(): number {
    return languageOf(this.#caller);
  }
  get client(): ApiClient | undefined {
    return this.#caller.credential.client;
  }
  get session(): Session | undefined {
    return this.#caller.credential.session;
  }
  get signed(): boolean {
    return this.#caller.credential.signed === true;
  }
  get host(): string {
    return this.#caller.host;
  }
  get board(): Board {
    return this.#caller.board;
  }
  get config(): Context['config'] {
    return this.#environment.config;
  }
  get log(): Context['log'] {
    return this.#environment.log;
  }
  get files(): Context['files'] {
    return this.#environment.files;
  }
  get views(): Context['views'] {
    return this.#environment.views;
  }
  get links(): Links {
    const secret = this.board.options.filesecret;
    return (this.#links ??= new Links(this.#environment.baseUrl(), secret, this.now));
  }

  afterCommit(effect: Effect): void {
    this.#effects.push(effect);
  }

  forgetSession(token: string): Promise<void> {
    return this.#environment.caches.forgetSession(token);
  }
  forgetUser(userid: number): Promise<void> {
    return this.#environment.caches.forgetUser(userid);
  }
  forgetBoard(): Promise<void> {
    return this.#environment.caches.forgetBoard();
  }

  async transaction<T>(work: (db: Db) => Promise<T>): Promise<T> {
    const handles = this.#handles;
    if (handles === undefined)
      throw new Error('only a method marked @steps opens its own transactions');
    return this.#environment.database.transaction(async (db) => {
      handles.push(db);
      return work(db);
    });
  }
}
