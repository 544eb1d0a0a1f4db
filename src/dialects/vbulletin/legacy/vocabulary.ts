import { wireOf } from '../../../call/wire.ts';
import { type AskByName, type Asked, askTogether, findAsked } from '../../../call/ask.ts';
import { dispatch } from '../../../call/dispatch.ts';
import type { Entry } from '../../../call/registry.ts';
import type { Environment, ServiceClass } from '../../../call/environment.ts';
import { ApiError } from '../../../errors.ts';
import type { Call, Method, Printed } from '../call.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { printJson } from '../json.ts';
import { secretsIssued } from '../signing.ts';
import type { Upload } from '../../../protocol/types.ts';
import { file, readTakes, type Request } from './kinds.ts';
import { type LegacyAnswer, refusal, rendered } from './respond.ts';
import type { AnyRoute, Refused, Turn } from './route.ts';
import { isEscaped, type Style, styleOf } from './style.ts';
import { table } from './table.ts';

/** The names of vBulletin 3 and 4: `login_login`, `forumdisplay`. They have no dot, and one that is not known an underscore. */
export function legacyVocabulary(environment: Environment): Vocabulary {
  const methods = new Map(
    table.map((route) => [route.name.toLowerCase(), methodOf(route, environment)]),
  );
  return {
    owns: (name) => methods.has(name.toLowerCase()) || /^[a-z]+_\w+$/i.test(name),
    find: (name) => methods.get(name.toLowerCase()),
    refuse(call, error, debug) {
      const method = methods.get(call.method.trim().toLowerCase());
      const answer = method?.refuse(call, error) ?? refusal(error, 'thread', isGuest(call));
      return printJson({ ...shown(answer, call), debug }, false);
    },
    refuseUnread(error) {
      const style = styleOf(undefined, '', 0);
      return rendered(refusal(error, 'thread', true), style, '') as object;
    },
  };
}

interface LegacyMethod extends Method {
  refuse(call: Call, error: ApiError): object;
}

function methodOf(route: AnyRoute, environment: Environment): LegacyMethod {
  const asked = findAsked(environment, route.asks);
  const { entries } = findAsked(environment, route.then === undefined ? [] : [route.then]);
  const { mode } = asked;
  return {
    name: route.name,
    asks: route.asks,
    mode,
    reads: mode === 'readonly' && route.then === undefined,
    takesFiles: Object.values(route.takes).some((kind) => kind === file),
    answer: (call) => answer(call, route, asked, entries.get(route.then ?? '')),
    refuse(call, error) {
      const { about = 'thread' } = route;
      const told = route.refused?.(error, refusedOf(call)) ?? refusal(error, about, isGuest(call));
      return inShape(route, told);
    },
  };
}

/** A route's answer with what every answer has. */
function inShape({ listed }: AnyRoute, answer: object): object {
  if (!isAnswer(answer)) return answer;
  const { response } = answer;
  if (listed !== true || typeof response.errormessage !== 'string') return { show: {}, ...answer };
  return { show: {}, ...answer, response: { ...response, errormessage: [response.errormessage] } };
}

function isAnswer(answer: object): answer is LegacyAnswer {
  return 'response' in answer;
}

async function answer(
  call: Call,
  route: AnyRoute,
  asked: Asked,
  then: Entry<ServiceClass> | undefined,
): Promise<Printed> {
  const style = styleFor(call);
  const { environment } = call;
  const given = readTakes(route.takes, requestOf(call));
  let afterwards: object | undefined;
  const later = (input: object): void => {
    afterwards = input;
  };
  const { result, queries } = await askTogether(environment, call.caller(), asked, (ask) =>
    route.answer({ ...turnOf(call, style, given, ask), later }),
  );
  if (afterwards !== undefined) await askLater(call, then, afterwards);
  const body = printJson(shown(inShape(route, result), call), false);
  return { body, queries, secrets: secretsIssued(call.client, result) };
}

function shown(answer: object, call: Call): object {
  return rendered(answer, styleFor(call), call.environment.baseUrl()) as object;
}

function requestOf(call: Call): Request {
  const { params, cookies } = call;
  return { params: params.all, files: params.files, cookies, escaped: isEscaped(call) };
}

/** A call that has its answer does not fail for what comes after. */
async function askLater(call: Call, entry: Entry<ServiceClass> | undefined, input: object) {
  if (entry === undefined) throw new Error('the route has nothing to ask later');
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
  ask: AskByName,
): Omit<Turn<never, never>, 'later'> {
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
