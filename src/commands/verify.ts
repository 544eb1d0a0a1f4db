import { Command } from 'commander';
import { md5 } from '../md5.ts';
import { equalDigests, signResponse } from '../protocol/signature.ts';
import { explanation, masked, readBody } from './explanation.ts';

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
  const sign = (bytes: string): string =>
    signResponse(md5, bytes, { token, clientid: client, secret });
  const given = authorization.trim().toLowerCase();
  const matches = (bytes: string): boolean => equalDigests(sign(bytes), given);
  const right = matches(body);
  const text = explanation([
    ['body', `${body.length} bytes`],
    ['+ access token', masked(token)],
    ['+ client id', client],
    ['+ secret', masked(secret)],
    ['Authorization', sign(body)],
    ['verdict', right ? 'right' : fault(body, matches)],
  ]);
  return { text, right };
}

/** Editors and `echo` put a line end behind what the server sent. */
function fault(body: string, matches: (bytes: string) => boolean): string {
  const bare = body.replace(/\r?\n$/, '');
  if (bare !== body && matches(bare))
    return 'wrong, but right without the line end at the end of the body: the server sent none';
  return 'wrong: the body or one of the three is not what the server signed';
}
