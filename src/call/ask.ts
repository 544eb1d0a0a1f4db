import type { Mode } from '../protocol/manifest.ts';
import type { Upload } from '../protocol/types.ts';
import type { Caller } from './caller.ts';
import { dispatchAll, type Outcome } from './dispatch.ts';
import type { Environment, ServiceClass } from './environment.ts';
import type { Entry } from './registry.ts';
import { wireOf } from './wire.ts';
import type { Api } from '../generated/api.ts';
import type { services } from '../generated/services.ts';

type Services = typeof services;
/** What the classes of an API class have together. */
type Instance<C extends keyof Services> = All<InstanceType<Services[C][number]>>;
type All<U> = (U extends unknown ? (one: U) => void : never) extends (all: infer I) => void
  ? I
  : never;
type NamesOf<C extends keyof Services> = {
  [M in keyof Instance<C> & string]: Instance<C>[M] extends (...args: never[]) => Promise<unknown>
    ? `${C}.${M}`
    : never;
}[keyof Instance<C> & string];

/** `class.method` of an API method. */
export type ApiMethod = { [C in keyof Services]: NamesOf<C> }[keyof Services];

/** What an API method answers. */
export type ResultOf<N extends ApiMethod> = N extends `${infer C extends keyof Services}.${infer M}`
  ? M extends keyof Instance<C>
    ? Instance<C>[M] extends (...args: never[]) => Promise<infer R>
      ? R
      : never
    : never
  : never;

/** What an API method is asked with, by name. */
export type InputOf<N extends ApiMethod> = N extends `${infer C extends keyof Api}.${infer M}`
  ? M extends keyof Api[C]
    ? Api[C][M] extends (...args: infer P) => unknown
      ? P extends [infer Input, unknown?]
        ? [input: Input]
        : [input?: P[0]]
      : never
    : never
  : never;

/** Asks one of the API methods that its owner names. */
export type Ask<A extends ApiMethod> = <N extends A>(
  name: N,
  ...input: InputOf<N>
) => Promise<ResultOf<N>>;

/** API methods that are asked together, as one call. */
export interface Asked {
  readonly entries: ReadonlyMap<string, Entry<ServiceClass>>;
  /** What the call runs in: what the most demanding of them needs, see {@link dispatchAll}. */
  readonly mode: Mode;
}

/** Finds API methods by name. @throws Error when there is no such method: the server then does not start */
export function findAsked(
  { registry }: Pick<Environment, 'registry'>,
  names: readonly string[],
): Asked {
  const found = names.map((name) => {
    const entry = registry.find(name);
    if (entry === undefined) throw new Error(`${name} is asked, which is not there`);
    return [name, entry] as const;
  });
  const modes = found.map(([, { spec }]) => spec.mode);
  const mode = (['steps', 'transaction'] as const).find((one) => modes.includes(one));
  return { entries: new Map(found), mode: mode ?? 'readonly' };
}

/** Asks one of the methods found, with what its parameters are by name, and the files among them. */
export type AskByName = (
  name: string,
  input?: object,
  files?: ReadonlyMap<string, Upload>,
) => Promise<unknown>;

/** Runs `work` as one call of somebody. @throws ApiError what one of the methods refuses */
export async function askTogether<T>(
  environment: Environment,
  caller: Caller,
  { entries, mode }: Asked,
  work: (ask: AskByName) => Promise<T>,
): Promise<Outcome<T>> {
  return dispatchAll(environment, caller, mode, (askEntry) =>
    work(async (name, input = {}, files = noFiles) => {
      const entry = entries.get(name);
      if (entry === undefined) throw new Error(`${name} is not among what is asked`);
      return askEntry(entry, entry.bind(wireOf(input), files));
    }),
  );
}

const noFiles: ReadonlyMap<string, Upload> = new Map();
