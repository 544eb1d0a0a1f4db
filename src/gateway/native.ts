import { dispatch } from '../dispatch/dispatch.ts';
import type { Entry } from '../dispatch/registry.ts';
import type { Environment, ServiceClass } from '../environment.ts';
import { TYPED_API_VERSION } from '../protocol/version.ts';
import type { Call } from './call.ts';
import type { Answered, Dialect, Method } from './dialect.ts';
import { textFor } from './diagnose.ts';
import { printJson } from './json.ts';
import type { Params } from './params.ts';
import { printAnswer, secretsIssued } from './respond.ts';

/** The names `class.method`: each is one API method. All that no other dialect owns is taken for one of them. */
export function nativeDialect({ registry }: Pick<Environment, 'registry'>): Dialect {
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
      const message = wantsTypes(call.params) ? textFor(call, error) : undefined;
      return printAnswer({ error, message, debug });
    },
    refuseUnread: ({ id, args }) => ({ errors: [[id, ...args]] }),
  };
}

function methodOf(entry: Entry<ServiceClass>): Method {
  const name = `${entry.spec.class}.${entry.spec.method}`;
  return { name, asks: [name], answer: (call) => answer(call, entry) };
}

async function answer(call: Call, entry: Entry<ServiceClass>): Promise<Answered> {
  const args = entry.bind(call.params.all, call.params.files);
  const { result, queries } = await dispatch(call.environment, call.caller(), entry, args);
  const body = printJson(result, wantsTypes(call.params));
  return { body, queries, secrets: secretsIssued(call.client, result) };
}

function wantsTypes(params: Params): boolean {
  const version = params.all.get('api_v');
  return typeof version === 'string' && Number(version) >= TYPED_API_VERSION;
}
