import { Command } from 'commander';
import { md5 } from '../md5.ts';
import { toBytes } from '../protocol/bytes.ts';
import { explain } from '../protocol/diagnosis.ts';
import { topLevelName } from '../protocol/parameter-tree.ts';
import { parseBody, parseQuery, urlDecode } from '../protocol/query.ts';
import type { WireMap } from '../protocol/wire.ts';
import { type Secrets, signedString, signRequest, unsigned } from '../protocol/signature.ts';
import { explanation, masked, readBody } from './explanation.ts';
import { signedCurl, signedUrl } from './signed-call.ts';

interface SignOptions {
  readonly client: string;
  readonly token: string;
  readonly secret: string;
  readonly key: string;
  readonly body?: string;
}

/** `signpost sign URL`: what a request's signature is made of. Ends with 1 if the URL has another one. */
export function signRequestCommand(): Command {
  return new Command('sign')
    .description('show what the signature of a request is made of, and what is wrong with its own')
    .argument('<url>', 'the request, or its query string')
    .requiredOption('--client <id>', 'apiclientid')
    .requiredOption('--token <token>', 'apiaccesstoken')
    .requiredOption('--secret <secret>', 'the secret from api.init')
    .requiredOption('--key <key>', "the board's API key; '' for none")
    .option('--body <file>', 'an urlencoded body; - for standard input')
    .action((url: string, options: SignOptions) => {
      const { text, right } = explainRequest(url, options);
      process.stdout.write(text);
      process.exitCode = right ? 0 : 1;
    });
}

function explainRequest(url: string, options: SignOptions): { text: string; right: boolean } {
  const { client, token, secret, key } = options;
  const secrets = { clientid: client, token, secret, apikey: key };
  const query = toBytes(queryOf(url));
  const { map, overflow } = parseQuery(query);
  const post = options.body === undefined ? undefined : parseBody(readBody(options.body)).map;
  const verdict = verdictOn(query, map, post, secrets);
  const named = map.has('api_m') || post?.has('api_m') === true;
  const text = explanation([
    ['canonical string', signedString(map) || '(empty)'],
    ['+ access token', masked(token)],
    ['+ client id', client],
    ['+ secret', masked(secret)],
    ['+ API key', key === '' ? '(empty)' : masked(key)],
    ['api_sig', signRequest(md5, map, secrets)],
    ...leftOut(query, map, post),
    ...(overflow === undefined ? [] : [['dropped', 'what is more than PHP takes'] as const]),
    ...(named ? [] : [['missing', 'api_m, the method to call'] as const]),
    ...verdict.rows,
    ...readyToSend(url, map, post, secrets),
  ]);
  return { text, right: verdict.right };
}

type Rows = readonly (readonly [name: string, value: string])[];

/** What of the request no signature covers, and what PHP throws away. */
function leftOut(query: string, map: WireMap, post: WireMap | undefined): Rows {
  const aside = unsigned.filter((name) => map.has(name));
  const dropped = query
    .split('&')
    .filter((pair) => pair !== '' && topLevelName(nameOf(pair)) === undefined);
  return [
    ...(aside.length === 0 ? [] : [['not signed', aside.join(', ')] as const]),
    ...(dropped.length === 0 ? [] : [['dropped', dropped.join(', ')] as const]),
    ...(post === undefined || post.size === 0
      ? []
      : [['body, not signed', [...post.keys()].join(', ')] as const]),
  ];
}

function nameOf(pair: string): string {
  return urlDecode(pair.split('=', 1)[0] ?? '');
}

/** What the server would say to the signature that the URL has. */
function verdictOn(
  query: string,
  get: WireMap,
  post: WireMap | undefined,
  secrets: Secrets,
): { right: boolean; rows: Rows } {
  const digest = get.get('api_sig');
  if (typeof digest !== 'string') return { right: true, rows: [] };
  const { forms, hints } = explain(md5, { query, get, post, digest }, secrets);
  const right = forms.some(({ matches, refused }) => matches && refused === undefined);
  const verdict = `${right ? 'right' : 'wrong'}: the URL has ${digest}`;
  return { right, rows: [['verdict', verdict], ...hints.map((hint) => ['', hint] as const)] };
}

function readyToSend(url: string, map: WireMap, body: WireMap | undefined, secrets: Secrets): Rows {
  if (!url.includes('://')) return [];
  const address = url.replace(/[?#].*/s, '');
  const version = map.get('api_v');
  const rest = { body, ...(typeof version === 'string' && { version }) };
  return [
    ['URL', signedUrl(address, map, secrets, rest.version)],
    ['curl', signedCurl(address, map, secrets, rest)],
  ];
}

/** @throws Error when there is none */
function queryOf(url: string): string {
  const bare = url.replace(/#.*/s, '');
  const at = bare.indexOf('?');
  const query = at < 0 && !bare.includes('://') ? bare : bare.slice(at < 0 ? bare.length : at + 1);
  if (!query.includes('='))
    throw new Error(
      `There are no parameters in ${url}. Give a URL such as http://127.0.0.1:8080/api.php?api_m=node.getNode&nodeid=1, or what is behind its question mark.`,
    );
  return query;
}
