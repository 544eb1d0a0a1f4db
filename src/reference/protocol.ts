import { md5 } from '../md5.ts';
import { exampleSecrets, exampleUrl, signExample } from './example.ts';

/** The call that the protocol's opening signs step by step: a list, a blank, UTF-8, and names out of order. */
const worked = { method: 'node.getNode', parameters: 'nodeid=3&note=h%C3%A9+~&ids[]=4&ids[]=5' };

const body = '{"nodeid":3}';

/**
 * Puts the computed values of the worked examples into the handwritten opening, at `{{name}}`.
 * @throws Error when the text asks for a value that there is not
 */
export function fillProtocol(text: string): string {
  const values = exampleValues();
  return text.replace(/\{\{([\w.]+)\}\}/g, (_, name: string) => {
    const value = values.get(name);
    if (value === undefined) throw new Error(`protocol.md wants {{${name}}}, which there is not`);
    return value;
  });
}

function exampleValues(): ReadonlyMap<string, string> {
  const { token, clientid, secret, apikey } = exampleSecrets;
  const signed = signExample(worked.method, worked.parameters);
  return new Map<string, string>([
    ['url', exampleUrl],
    ...Object.entries(exampleSecrets),
    ['worked.method', worked.method],
    ['worked.query', signed.query],
    ['worked.string', signed.query + token + clientid + secret + apikey],
    ['worked.signature', signed.signature],
    ['worked.curl', signed.curl],
    ['empty.signature', md5(token + clientid + secret + apikey)],
    ['response.body', body],
    ['response.signature', md5(body + token + clientid + secret)],
  ]);
}
