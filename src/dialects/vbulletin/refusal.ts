import { ApiError, type ErrorId } from '../../errors.ts';
import type { Arrival, Reply } from '../../http/dialect.ts';
import { printRefusal } from '../../http/refuse.ts';
import { TYPED_API_VERSION } from '../../protocol/version.ts';
import { helpFor, textFor } from './diagnosis.ts';
import { wantsTypes } from './parameters.ts';
import { signed } from './signing.ts';
import type { Call } from './call.ts';
import { ownerOf, shapesOf, type Vocabulary } from './vocabulary.ts';

/** Refusals that are about the server and not about the call. */
const serversOwn: ReadonlySet<ErrorId> = new Set([
  'toobusy',
  'rate_limited',
  'storage_full',
  'unexpected_error',
]);

/** Refuses in the shape of the vocabulary that was called or, where nobody knows which, in all of them. */
export function refuseCall(
  error: ApiError,
  call: Call,
  vocabularies: readonly Vocabulary[],
): Reply {
  const { debug, mistake } = helpFor(call, error);
  call.mistake = mistake;
  const typed = wantsTypes(call.params);
  const body =
    call.bodyUnread && call.method === ''
      ? JSON.stringify({
          ...shapesOf(vocabularies, error, typed),
          message: typed ? textFor(call, error) : undefined,
        })
      : ownerOf(vocabularies, call.method.trim()).refuse(call, error, debug);
  return signed({ body, secrets: call.secrets(), status: statusOf(error, typed) });
}

/** Refuses a request that nobody has read. */
export function refuseUnread(
  vocabularies: readonly Vocabulary[],
): (error: ApiError, arrival: Arrival) => Reply {
  // Printed once: nothing is to be cheaper than to say this.
  const busy = JSON.stringify(shapesOf(vocabularies, new ApiError('toobusy'), false));
  return (error, { url }) => {
    if (error.id === 'invalid_request_method')
      return signed({ body: printRefusal(error), status: error.status });
    const typed = asksForTypes(url);
    const body =
      error.id === 'toobusy' ? busy : JSON.stringify(shapesOf(vocabularies, error, typed));
    return signed({ body, status: statusOf(error, typed) });
  };
}

/**
 * The HTTP status of a refusal. The clients of vBulletin read no answer whose status is not 200, so it is 200 for them;
 * who asks for typed answers, and a balancer in front of them, is told when the server itself is in trouble.
 */
function statusOf(error: ApiError, typed: boolean): number {
  return typed && serversOwn.has(error.id) ? error.status : 200;
}

/** Of a request that was not read the URL tells the version, if anything does. */
function asksForTypes(url: string): boolean {
  const [, version = '0'] = /[?&]api_v=(\d{1,9})/.exec(url) ?? [];
  return Number(version) >= TYPED_API_VERSION;
}
