import { md5 } from '../md5.ts';
import { toBytes } from '../protocol/bytes.ts';
import { parseQuery, printQuery } from '../protocol/query.ts';
import type { WireMap } from '../protocol/wire.ts';
import { type Secrets, signedString, signRequest } from '../protocol/signature.ts';

/** What a call has beside its URL. */
interface Rest {
  readonly body?: WireMap | undefined;
  /** Files to upload: parameter → path. */
  readonly files?: ReadonlyMap<string, string>;
  readonly version?: string | undefined;
}

/** The URL of a call with its signature. @param address the script's, such as `http://127.0.0.1:8080/api.php` */
export function signedUrl(
  address: string,
  parameters: WireMap,
  secrets: Secrets,
  version?: string,
): string {
  const { clientid, token } = secrets;
  const signature = signRequest(md5, parameters, secrets);
  const caller = new Map([
    ['api_c', toBytes(clientid)],
    ['api_s', toBytes(token)],
    ['api_sig', signature],
    ...(version === undefined ? [] : [['api_v', version] as const]),
  ]);
  return `${address}?${[signedString(parameters), printQuery(caller)].filter(Boolean).join('&')}`;
}

/** A signed call as a shell command. */
export function signedCurl(
  address: string,
  parameters: WireMap,
  secrets: Secrets,
  { body = new Map(), files = new Map(), version }: Rest = {},
): string {
  const url = signedUrl(address, parameters, secrets, version);
  const fields = printQuery(body);
  const form = files.size === 0 ? [] : [...formFields(fields), ...formFiles(files)];
  const data = form.length > 0 || fields === '' ? form : ['-d', quoted(fields)];
  return ['curl', quoted(url), ...data].join(' ');
}

/** A signed call as a shell command. @param query the call's parameters, as a query string */
export function signedCall(url: string, query: string, secrets: Secrets): string {
  return signedCurl(`${url}/api.php`, parseQuery(toBytes(query)).map, secrets);
}

function formFields(fields: string): string[] {
  return fields
    .split('&')
    .filter(Boolean)
    .flatMap((pair) => {
      const plain = decodeURIComponent(pair.replace(/\+/g, ' '));
      return ['--form-string', quoted(plain)];
    });
}

function formFiles(files: ReadonlyMap<string, string>): string[] {
  return [...files].flatMap(([name, path]) => ['-F', quoted(`${name}=@"${path}"`)]);
}

/** For a POSIX shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
