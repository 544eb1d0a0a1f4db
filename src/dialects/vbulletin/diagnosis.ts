import { escapeHtml } from '../../bbcode/escape.ts';
import { languageOf } from '../../call/caller.ts';
import type { ApiError } from '../../errors.ts';
import { errorText } from '../../library/board/phrase.ts';
import { type Diagnosis, explain } from '../../protocol/diagnosis.ts';
import { fromBytes } from '../../protocol/bytes.ts';
import { md5 } from '../../md5.ts';
import type { Call } from './call.ts';
import { wantsTypes } from './parameters.ts';

/** What may help a developer whose call was refused. */
export interface Help {
  /** The answer's member `debug`; undefined where the operator does not allow it, or nobody asks. */
  readonly debug: object | string | undefined;
  /** The mistake in a word, without any value that was sent, for the log. */
  readonly mistake: string | undefined;
}

/** Refusals that come with help unasked: whoever gets them does not get as far as to ask. */
const unasked: ReadonlySet<string> = new Set(['invalid_api_signature', 'missing_api_signature']);

/**
 * Why a call was refused. Of a wrong signature: the strings that the server hashed, without the secrets, and the mistake
 * that gives the digest which came. The answer tells it only where the operator allows it; of other refusals, where the
 * caller asks with `debug=1`.
 */
export function helpFor(call: Call, error: ApiError): Help {
  const diagnosis = diagnosisOf(call, error);
  const isTold =
    call.environment.config.API_DEBUG !== 'off' && (unasked.has(error.id) || isAsked(call));
  return {
    debug: isTold ? debugOf(call, error, diagnosis) : undefined,
    mistake: diagnosis?.mistake,
  };
}

function diagnosisOf(call: Call, error: ApiError): Diagnosis | undefined {
  const secrets = call.secrets();
  if (error.id !== 'invalid_api_signature' || secrets === undefined) return undefined;
  const { params } = call;
  const { query, get, post } = params;
  const presented = {
    query,
    get,
    post,
    digest: call.signature,
    debug: ownString(call),
  };
  return explain(md5, presented, secrets);
}

/** The manual's HTML for those who speak an old version, an object for others. */
function debugOf(call: Call, error: ApiError, diagnosis: Diagnosis | undefined): object | string {
  const message = textFor(call, error);
  const { forms = [], hints = [] } = diagnosis ?? {};
  if (wantsTypes(call.params)) return { message, ...(diagnosis && { forms, hints }) };
  const lines = [
    ['Error', error.id],
    ['Message', message],
    ...hints.map((hint) => ['Hint', hint]),
    ...forms.map(({ form, string }) => [`Signed here (${form})`, string]),
  ];
  const html = lines.map(([name = '', text = '']) => `<b>${name}:</b> ${escapeHtml(text)}<br>`);
  return `<b>API Error</b><br>${html.join('')}`;
}

/** What an error says to people, in their language. */
export function textFor({ user, accepted, board }: Call, error: ApiError): string {
  return errorText(error, languageOf({ actor: user, accepted, board }));
}

function isAsked(call: Call): boolean {
  const value = call.params.all.get('debug');
  return value !== undefined && value !== '' && value !== '0';
}

function ownString(call: Call): string | undefined {
  const value = call.params.all.get('api_debug_string');
  return typeof value === 'string' ? fromBytes(value) : undefined;
}
