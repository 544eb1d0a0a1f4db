import { dispatch, dispatchAll, type Ask as AskEntry } from '../../dispatch/dispatch.ts';
import type { Entry } from '../../dispatch/registry.ts';
import type { Environment, ServiceClass } from '../../environment.ts';
import { ApiError } from '../../errors.ts';
import type { Call } from '../../gateway/call.ts';
import type { Answered, Dialect, Method } from '../../gateway/dialect.ts';
import { secretsIssued } from '../../gateway/respond.ts';
import type { Mode } from '../../protocol/manifest.ts';
import type { Upload } from '../../protocol/types.ts';
import { readTakes, wireOf } from './params.ts';
import { printLegacy, refusal } from './respond.ts';
import type { AnyRow, Refused, Turn } from './row.ts';
import { type Style, styleOf } from './style.ts';
import { table } from './table.ts';

/** The names of vBulletin 3 and 4: `login_login`, `forumdisplay`. They have no dot, and one that is not known an underscore. */
export function vb4Dialect(environment: Environment): Dialect {
  const methods = new Map(table.map((row) => [row.name.toLowerCase(), methodOf(row, environment)]));
  return {
    owns: (name) => methods.has(name.toLowerCase()) || /^[a-z]+_\w+$/i.test(name),
    find: (name) => methods.get(name.toLowerCase()),
    refuse(call, error, debug) {
      const method = methods.get(call.method.trim().toLowerCase());
      const answer = method?.refuse(call, error) ?? refusal(error, 'thread', isGuest(call));
      return printLegacy({ ...answer, debug }, styleFor(call));
    },
    refuseUnread: (error) => refusal(error, 'thread', true),
  };
}

interface LegacyMethod extends Method {
  refuse(call: Call, error: ApiError): object;
}

type Entries = ReadonlyMap<string, Entry<ServiceClass>>;

function methodOf(row: AnyRow, environment: Environment): LegacyMethod {
  const entries = entriesOf(row, environment);
  const mode = modeOf(row, entries);
  return {
    name: row.name,
    asks: row.asks,
    answer: (call) => answer(call, row, entries, mode),
    refuse(call, error) {
      const { about = 'thread' } = row;
      return row.refused?.(error, refusedOf(call)) ?? refusal(error, about, isGuest(call));
    },
  };
}

/** @throws Error when the row asks what is not there: the server does not start */
function entriesOf(row: AnyRow, { registry }: Environment): Entries {
  const names = row.then === undefined ? row.asks : [...row.asks, row.then];
  return new Map(
    names.map((name) => {
      const entry = registry.find(name);
      if (entry === undefined) throw new Error(`${row.name} asks ${name}, which is not there`);
      return [name, entry];
    }),
  );
}

/** What a call of this row runs in: see {@link dispatchAll}. */
function modeOf({ asks }: AnyRow, entries: Entries): Mode {
  const modes = asks.map((name) => entries.get(name)?.spec.mode);
  if (modes.includes('steps')) return 'steps';
  return modes.includes('transaction') ? 'transaction' : 'readonly';
}

async function answer(call: Call, row: AnyRow, entries: Entries, mode: Mode): Promise<Answered> {
  const style = styleFor(call);
  const { params, cookies, environment } = call;
  const given = readTakes(row.takes, { params: params.all, files: params.files, cookies });
  let afterwards: object | undefined;
  const later = (input: object): void => {
    afterwards = input;
  };
  const { result, queries } = await dispatchAll(environment, call.caller(), mode, (askEntry) =>
    row.answer({ ...turnOf(call, style, given, entries, askEntry), later }),
  );
  if (afterwards !== undefined) await askLater(call, entries.get(row.then ?? ''), afterwards);
  const body = printLegacy('response' in result ? { show: {}, ...result } : result, style);
  return { body, queries, secrets: secretsIssued(call.client, result) };
}

/** A call that has its answer does not fail for what comes after. */
async function askLater(call: Call, entry: Entry<ServiceClass> | undefined, input: object) {
  if (entry === undefined) throw new Error('the row has nothing to ask later');
  try {
    await dispatch(call.environment, call.caller(), entry, entry.bind(wireOf(input), new Map()));
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
  }
}

function turnOf(
  call: Call,
  style: Style,
  given: object,
  entries: Entries,
  askEntry: AskEntry,
): Omit<Turn<never, never>, 'later'> {
  const ask = async (name: string, input: object = {}, files?: ReadonlyMap<string, Upload>) => {
    const entry = entries.get(name);
    if (entry === undefined) throw new Error(`${name} is not among what the row asks`);
    return askEntry(entry, entry.bind(wireOf(input), files ?? new Map()));
  };
  const turn = {
    given,
    ask,
    upload: (name: string, file: Upload, input: object = {}) =>
      ask(name, input, new Map([['file', file]])),
    style,
    user: call.user,
    options: call.board.options,
    now: call.environment.now(),
    ...refusedOf(call),
  };
  return turn as unknown as Omit<Turn<never, never>, 'later'>;
}

function refusedOf(call: Call): Refused {
  return {
    bburl: call.environment.baseUrl(),
    sessionhash: call.session?.sessionhash ?? '',
    guest: isGuest(call),
    sent(name) {
      const value = call.params.all.get(name);
      return typeof value === 'string' ? value : '';
    },
  };
}

function isGuest(call: Call): boolean {
  return call.user.userid === 0;
}

function styleFor(call: Call): Style {
  const { client, params, user } = call;
  return styleOf(params.all.get('api_v'), client?.clientname ?? '', user.clockoffset ?? 0);
}
