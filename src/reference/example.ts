import { createHash } from 'node:crypto';
import { compile } from '../dispatch/bind.ts';
import { ApiError } from '../errors.ts';
import { toBytes } from '../protocol/bytes.ts';
import type { MethodSpec, TypeSpec } from '../protocol/manifest.ts';
import { parseQuery, type WireMap } from '../protocol/query.ts';
import { signRequest, signedString } from '../protocol/signature.ts';
import { exampleSecrets } from '../sandbox/credentials.ts';

export { exampleSecrets };

export const exampleUrl = 'http://localhost:8080/api.php';

export interface SignedExample {
  /** What is signed, before the secrets. */
  readonly query: string;
  readonly signature: string;
  /** The whole command line. */
  readonly curl: string;
}

/**
 * The signed call of a method's example.
 * @returns undefined when the method needs parameters that are no files and has no example
 */
export function exampleOf(spec: MethodSpec): SignedExample | undefined {
  const required = spec.parameters.filter(({ optional }) => !optional);
  const files = required.filter(({ type }) => isFile(type)).map(({ name }) => name);
  if (spec.example === undefined && required.length > files.length) return undefined;
  return signExample(`${spec.class}.${spec.method}`, spec.example ?? '', files);
}

/** Signs a call as a client does, with the example credentials. */
export function signExample(
  method: string,
  parameters: string,
  files: readonly string[] = [],
): SignedExample {
  const given = parseQuery(toBytes(parameters)).map;
  const call: WireMap = new Map([...given, ['api_m', method]]);
  const query = signedString(call);
  const signature = signRequest(md5, call, exampleSecrets);
  const { clientid, token } = exampleSecrets;
  const url = `${exampleUrl}?${query}&api_c=${clientid}&api_s=${token}&api_sig=${signature}`;
  const uploads = files.map((name) => ` -F '${name}=@example.png'`);
  return { query, signature, curl: `curl '${url}'${uploads.join('')}` };
}

/** md5 of a byte string, in hex. */
export function md5(bytes: string): string {
  return createHash('md5').update(bytes, 'latin1').digest('hex');
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
