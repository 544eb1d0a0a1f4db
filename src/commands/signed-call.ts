import { hash } from 'node:crypto';
import { toBytes } from '../protocol/bytes.ts';
import { parseQuery } from '../protocol/query.ts';
import { type Md5, type Secrets, signedString, signRequest } from '../protocol/signature.ts';

/** MD5 of a byte string. */
export const md5OfBytes: Md5 = (bytes) => hash('md5', Buffer.from(bytes, 'latin1'));

/** A signed call as a shell command. @param query the call's parameters, as a query string */
export function signedCall(url: string, query: string, secrets: Secrets): string {
  const { map } = parseQuery(toBytes(query));
  const signature = signRequest(md5OfBytes, map, secrets);
  const signed = `${signedString(map)}&api_c=${secrets.clientid}&api_s=${secrets.token}&api_sig=${signature}`;
  return `curl '${url}/api.php?${signed}'`;
}
