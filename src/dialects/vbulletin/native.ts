import { dispatch } from '../../call/dispatch.ts';
import type { Entry } from '../../call/registry.ts';
import type { Environment, ServiceClass } from '../../call/environment.ts';
import type { ApiError } from '../../errors.ts';
import type { TypeSpec } from '../../protocol/manifest.ts';
import type { Call, Method, Printed } from './call.ts';
import type { Vocabulary } from './vocabulary.ts';
import { textFor } from './diagnosis.ts';
import { printJson } from './json.ts';
import { wantsTypes } from './parameters.ts';
import { secretsIssued } from './signing.ts';

/** The names `class.method`: each is one API method. All that no other vocabulary owns is taken for one of them. */
export function nativeVocabulary({ registry }: Pick<Environment, 'registry'>): Vocabulary {
  const methods = new WeakMap<Entry<ServiceClass>, Method>();
  return {
    owns: () => true,
    find(name) {
      const entry = registry.find(name);
      if (entry === undefined) return undefined;
      const method = methods.get(entry) ?? methodOf(entry);
      methods.set(entry, method);
      return method;
    },
    refuse(call, error, debug) {
      const typed = wantsTypes(call.params);
      // For clients that know of it: what the error says to people.
      const message = typed ? textFor(call, error) : undefined;
      return JSON.stringify({ ...errorsOf(error, typed), message, debug });
    },
    refuseUnread: errorsOf,
  };
}

/** The manual has texts only, and old clients decode lists of texts; typed, numbers stay numbers (vb-api §1.5). */
function errorsOf({ id, args }: ApiError, typed: boolean): { errors: readonly unknown[] } {
  return { errors: [[id, ...(typed ? args : args.map(String))]] };
}

function methodOf(entry: Entry<ServiceClass>): Method {
  const name = `${entry.spec.class}.${entry.spec.method}`;
  const takesFiles = entry.spec.parameters.some(({ type }) => isFile(type));
  const { mode } = entry.spec;
  return {
    name,
    asks: [name],
    mode,
    reads: mode === 'readonly',
    takesFiles,
    answer: (call) => answer(call, entry),
  };
}

function isFile(type: TypeSpec): boolean {
  return type.kind === 'list' || type.kind === 'orFalse' ? isFile(type.of) : type.kind === 'file';
}

async function answer(call: Call, entry: Entry<ServiceClass>): Promise<Printed> {
  const args = entry.bind(call.params.all, call.params.files);
  const { result, queries } = await dispatch(call.environment, call.caller(), entry, args);
  const body = printJson(result, wantsTypes(call.params));
  return { body, queries, secrets: secretsIssued(call.client, result) };
}
