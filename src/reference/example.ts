import { compile } from '../call/bind.ts';
import { ApiError } from '../errors.ts';
import { md5 } from '../md5.ts';
import { toBytes } from '../protocol/bytes.ts';
import type { MethodSpec, TypeSpec } from '../protocol/manifest.ts';
import { parseQuery } from '../protocol/query.ts';
import type { WireMap } from '../protocol/wire.ts';
import { signRequest, signedString } from '../protocol/signature.ts';
import { type ExampleCaller, exampleSecrets, exampleTokens } from '../sandbox/credentials.ts';

export { exampleSecrets };

export const exampleUrl = 'http://localhost:8080/api.php';

export interface SignedExample {
  /** What is signed, before the secrets. */
  readonly query: string;
  readonly signature: string;
  /** The whole command line. */
  readonly curl: string;
  readonly caller: ExampleCaller;
}

/**
 * The signed call of a method's example.
 * @returns undefined when the method needs parameters that are no files and has no example
 */
export function exampleOf(spec: MethodSpec): SignedExample | undefined {
  const required = spec.parameters.filter(({ optional }) => !optional);
  const files = required.filter(({ type }) => isFile(type)).map(({ name }) => name);
  if (spec.example === undefined && required.length > files.length) return undefined;
  const { caller = 'alice' } = spec;
  return signExample(`${spec.class}.${spec.method}`, spec.example ?? '', { files, caller });
}

/** Signs a call as a client does, with the example credentials. */
export function signExample(
  method: string,
  parameters: string,
  { files = [], caller = 'guest' }: { files?: readonly string[]; caller?: ExampleCaller } = {},
): SignedExample {
  const given = parseQuery(toBytes(parameters)).map;
  const call: WireMap = new Map([...given, ['api_m', method]]);
  const query = signedString(call);
  const { clientid } = exampleSecrets;
  const token = exampleTokens[caller];
  const signature = signRequest(md5, call, { ...exampleSecrets, token });
  const url = `${exampleUrl}?${query}&api_c=${clientid}&api_s=${token}&api_sig=${signature}&api_v=100`;
  const uploads = files.map((name) => ` -F '${name}=@example.png'`);
  return { query, signature, curl: `curl '${url}'${uploads.join('')}`, caller };
}

/** Says why a method's example could not be called; undefined when it could. */
export function exampleProblem(spec: MethodSpec): string | undefined {
  const params = parseQuery(toBytes(spec.example ?? '')).map;
  const unknown = [...params.keys()].find((key) =>
    spec.parameters.every(({ name }) => name !== key),
  );
  return unknown === undefined ? bindProblem(spec, params) : `there is no parameter ${unknown}.`;
}

/** Files cannot be in a query string, so they are left out. */
function bindProblem(spec: MethodSpec, params: WireMap): string | undefined {
  const parameters = spec.parameters.filter(({ type }) => !isFile(type));
  try {
    compile({ ...spec, parameters })(params, new Map());
    return undefined;
  } catch (error) {
    if (error instanceof ApiError) return error.message;
    throw error;
  }
}

function isFile(type: TypeSpec): boolean {
  return type.kind === 'list' ? isFile(type.of) : type.kind === 'file';
}
