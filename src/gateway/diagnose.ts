import { languageOf } from '../dispatch/dispatch.ts';
import type { ApiError } from '../errors.ts';
import { errorText } from '../library/phrase.ts';
import { explain } from '../protocol/diagnosis.ts';
import { fromBytes } from '../protocol/bytes.ts';
import { md5 } from './auth.ts';
import type { Call } from './call.ts';

/** Parameters that ask for the diagnosis; in a query they are not part of what the developer meant to sign. */
const asking = ['debug', 'api_debug_string'];

/**
 * Why the signature of a refused call was wrong: the strings that the server hashed, without the secrets, and the
 * mistake that gives the digest which came. Only where the operator allows it and the caller asks with `debug=1`.
 */
export function diagnose(call: Call, error: ApiError): object | undefined {
  const { environment, params } = call;
  if (environment.config.API_DEBUG === 'off' || !isAsked(call)) return undefined;
  const secrets = call.secrets();
  if (error.id !== 'invalid_api_signature' || secrets === undefined)
    return { message: textFor(call, error) };
  const get = new Map([...params.get].filter(([name]) => !asking.includes(name)));
  const query = params.query
    .split('&')
    .filter((segment) => !/^(debug|api_debug_string)(=|$)/.test(segment));
  const diagnosis = explain(
    md5,
    {
      query: query.join('&'),
      get,
      post: params.post,
      digest: call.signature,
      debug: ownString(call),
    },
    secrets,
  );
  return { message: textFor(call, error), ...diagnosis };
}

/** What an error says to people, in their language. */
export function textFor(call: Call, error: ApiError): string {
  return errorText(error, languageOf(call));
}

function isAsked(call: Call): boolean {
  const value = call.params.all.get('debug');
  return value !== undefined && value !== '' && value !== '0';
}

function ownString(call: Call): string | undefined {
  const value = call.params.all.get('api_debug_string');
  return typeof value === 'string' ? fromBytes(value) : undefined;
}
