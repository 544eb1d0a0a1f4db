import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { toBytes } from '../protocol/bytes.ts';
import { parseQuery } from '../protocol/query.ts';
import { equalDigests, signedString, signRequest, signResponse } from '../protocol/signature.ts';
import { md5OfBytes } from './signed-call.ts';

interface SignOptions {
  readonly client: string;
  readonly token: string;
  readonly secret: string;
  readonly key: string;
}

/** `signpost sign URL`: what a request's signature is made of. */
export function signRequestCommand(): Command {
  return new Command('sign')
    .description('show what the signature of a request is made of')
    .argument('<url>', 'the request, or its query string')
    .requiredOption('--client <id>', 'apiclientid')
    .requiredOption('--token <token>', 'apiaccesstoken')
    .requiredOption('--secret <secret>', 'the secret from api.init')
    .requiredOption('--key <key>', "the board's API key; '' for none")
    .action((url: string, options: SignOptions) => {
      process.stdout.write(explainRequest(url, options));
    });
}

function explainRequest(url: string, { client, token, secret, key }: SignOptions): string {
  const { map } = parseQuery(toBytes(queryOf(url)));
  const signature = signRequest(md5OfBytes, map, { clientid: client, token, secret, apikey: key });
  return lines([
    ['canonical string', signedString(map) || '(empty)'],
    ['+ access token', masked(token)],
    ['+ client id', client],
    ['+ secret', masked(secret)],
    ['+ API key', key === '' ? '(empty)' : masked(key)],
    ['api_sig', signature],
  ]);
}

interface VerifyOptions {
  readonly client: string;
  readonly token: string;
  readonly secret: string;
  readonly body: string;
}

/** `signpost verify SIGNATURE`: whether an answer is what the server signed. Ends with 1 if it is not. */
export function verifyAnswerCommand(): Command {
  return new Command('verify')
    .description(
      'check the Authorization header of an answer; its body comes from a file or standard input',
    )
    .argument('<authorization>', 'the value of the header')
    .requiredOption('--client <id>', 'apiclientid')
    .requiredOption('--token <token>', 'apiaccesstoken')
    .requiredOption('--secret <secret>', 'the secret from api.init')
    .option('--body <file>', 'the exact bytes of the body; - for standard input', '-')
    .action((authorization: string, options: VerifyOptions) => {
      const { text, right } = explainAnswer(authorization, options);
      process.stdout.write(text);
      process.exitCode = right ? 0 : 1;
    });
}

function explainAnswer(
  authorization: string,
  options: VerifyOptions,
): { text: string; right: boolean } {
  const { client, token, secret } = options;
  const body = readBody(options.body);
  const signature = signResponse(md5OfBytes, body, { token, clientid: client, secret });
  const right = equalDigests(signature, authorization.toLowerCase());
  const text = lines([
    ['body', `${body.length} bytes`],
    ['+ access token', masked(token)],
    ['+ client id', client],
    ['+ secret', masked(secret)],
    ['Authorization', signature],
    [
      'verdict',
      right ? 'right' : 'wrong: the body or one of the three is not what the server signed',
    ],
  ]);
  return { text, right };
}

function readBody(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file).toString('latin1');
  } catch (error) {
    throw new Error(`The body cannot be read: ${(error as Error).message}`, { cause: error });
  }
}

function queryOf(url: string): string {
  const at = url.indexOf('?');
  const query = at < 0 && !url.includes('://') ? url : url.slice(at + 1);
  return at < 0 && url.includes('://') ? '' : query.replace(/#.*/, '');
}

/** Enough of a secret to tell two apart. */
function masked(secret: string): string {
  return secret.length < 8
    ? '***'
    : `${secret.slice(0, 2)}***${secret.slice(-2)} (${secret.length} characters)`;
}

function lines(rows: readonly (readonly [string, string])[]): string {
  return rows.map(([name, value]) => `${name.padEnd(18)}${value}\n`).join('');
}
