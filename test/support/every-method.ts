import { type Signpost, SignpostError } from '../../src/client/index.ts';
import type { MethodSpec, ParameterSpec, TypeSpec } from '../../src/protocol/manifest.ts';

/** A word that texts are searched for; it stands in what must not be found. */
export const WORD = 'zebrafish';
/** The id of no node. */
export const MISSING = 2_000_000_000;

/** Methods that change their caller, or a thing of his that a second call meets. */
export const leftOut: ReadonlySet<string> = new Set([
  ...['api.init', 'user.login', 'user.login2', 'user.logout', 'user.save'],
  ...['content_privatemessage.createMessageFolder', 'oauthclient.removeScope'],
  // They count a wrong password, or end the caller's session.
  ...['user.loginSpecificUser', 'user.proveIdentity', 'user.resetMfaSecret', 'user.enableMfa'],
  'user.logoutAllDevices',
]);

/** What a method answers when it is asked for a node, with all its parameters and with the required ones. */
export function outcomes(
  app: Signpost,
  spec: MethodSpec,
  nodeid: number,
  userid: number,
): Promise<string[]> {
  return Promise.all(
    variants(spec, { nodeid, userid }).map((params) => outcome(app, spec, params, nodeid)),
  );
}

/** What the arguments point at. */
interface Target {
  readonly nodeid: number;
  readonly userid: number;
}

/** An argument of the type that points at a node wherever it can. */
function argument({ name, type }: Pick<ParameterSpec, 'name' | 'type'>, target: Target): unknown {
  if (/user|author|recipient/i.test(name) && type.kind !== 'fields')
    return filled(type, { ...target, nodeid: target.userid });
  // A list tells which page was asked for, which is no node's number.
  if (/^(page|perpage)/i.test(name)) return filled(type, { ...target, nodeid: 1 });
  return filled(type, target);
}

function filled(type: TypeSpec, target: Target): unknown {
  const { nodeid } = target;
  switch (type.kind) {
    case 'uint':
    case 'int':
      return nodeid;
    case 'string':
    case 'textOrStruct':
      return WORD;
    case 'boolean':
      return true;
    case 'oneOf':
      return type.values.at(-1);
    case 'list':
    case 'keyed':
      return [filled(type.of, target)];
    case 'orFalse':
      return filled(type.of, target);
    case 'struct':
      return { keywords: WORD, q: WORD, channel: String(nodeid), nodeid: String(nodeid) };
    case 'fields':
      return Object.fromEntries(type.fields.map((field) => [field.name, argument(field, target)]));
    case 'file':
      return undefined;
  }
}

/** A call with all its parameters, and one with the required ones. */
function variants(spec: MethodSpec, target: Target): Record<string, unknown>[] {
  const all = spec.parameters;
  const due = all.filter((parameter) => !parameter.optional);
  return (due.length === all.length ? [all] : [all, due]).map((parameters) =>
    Object.fromEntries(parameters.map((one) => [one.name, argument(one, target)])),
  );
}

/** What a call answers, as text; in a refusal with the node's number taken out. */
async function outcome(
  app: Signpost,
  spec: MethodSpec,
  params: Record<string, unknown>,
  nodeid: number,
): Promise<string> {
  try {
    return unstamped(JSON.stringify(await app.call(`${spec.class}.${spec.method}`, params)));
  } catch (error) {
    if (!(error instanceof SignpostError)) throw error;
    return JSON.stringify(error.errors).replaceAll(new RegExp(`\\b${nodeid}\\b`, 'g'), 'NODE');
  }
}

/** Without what differs from call to call: times of activity and tokens made of them. */
export function unstamped(text: string): string {
  return text.replaceAll(
    /"(securitytoken|securitytoken_raw|logouthash|lastactivity|lastvisit|sessionhash)":("[^"]*"|\d+),?/g,
    '',
  );
}
