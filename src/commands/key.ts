import { Command, InvalidArgumentError, Option } from 'commander';
import type { ApiMethod, InputOf, ResultOf } from '../call/ask.ts';

type ApiKey = ResultOf<'apikey.fetchAll'>[number];

interface Common {
  readonly as?: string;
  readonly json?: true;
}

interface Limits extends Common {
  readonly right?: readonly string[];
  readonly network?: readonly string[];
  readonly inUrl?: true;
  readonly log?: true;
  readonly days?: number;
}

/** `signpost key`: the keys of the REST APIs. */
export function keyCommand(): Command {
  const command = new Command('key').description('the keys with which programs use the REST APIs');
  common(command.command('list').description('list the keys, without their texts')).action(
    async (options: Common) => {
      const keys = await ask(options, 'apikey.fetchAll');
      print(options, keys, keys.length === 0 ? 'There are no keys.' : keys.map(line).join('\n'));
    },
  );
  limits(common(command.command('add').description('make a key, and show it once')))
    .argument('<name>', 'what it is for')
    .addOption(
      new Option('--dialect <name>', 'the API that it is for')
        .choices(['invision', 'ideascale', 'userecho'])
        .default('invision'),
    )
    .action(async (name: string, options: Limits & { dialect: ApiKey['dialect'] }) => {
      const data = { name, dialect: options.dialect, ...limitsOf(options) };
      const issued = await ask(options, 'apikey.add', { data });
      print(options, issued, shown(issued));
    });
  common(command.command('rotate').description('put another key in the place of one'))
    .argument('<id>', 'its number', wholeNumber)
    .option('--grace <hours>', 'for how long the key before works, too', wholeNumber, 24)
    .action(async (apikeyid: number, options: Common & { grace: number }) => {
      const issued = await ask(options, 'apikey.rotate', {
        apikeyid,
        grace: options.grace * 3600,
      });
      print(options, issued, shown(issued));
    });
  common(command.command('revoke').description('end a key at once'))
    .argument('<id>', 'its number', wholeNumber)
    .action(async (apikeyid: number, options: Common) => {
      const result = await ask(options, 'apikey.revoke', { apikeyid });
      print(options, result, `Key ${apikeyid} ${result.success ? 'is' : 'was already'} revoked.`);
    });
  return command;
}

/** Loaded once a command asks: it brings half of the server along. */
async function ask<N extends ApiMethod>(
  { as }: Common,
  name: N,
  ...input: InputOf<N>
): Promise<ResultOf<N>> {
  return (await import('./board-call.ts')).askBoard(as, name, ...input);
}

function common(command: Command): Command {
  return command
    .option('--as <administrator>', 'in whose name; the first administrator when left out')
    .option('--json', 'print JSON');
}

function limits(command: Command): Command {
  return command
    .option(
      '--right <rights...>',
      'what it may be used for, such as forums/posts/POSTindex; all, read, forums',
    )
    .option('--network <networks...>', 'addresses or networks it may be used from')
    .option('--in-url', 'it may stand in URLs')
    .option('--log', 'its requests are written down')
    .option('--days <days>', 'it ends after so many days', wholeNumber);
}

function limitsOf({ right, network, inUrl, log, days }: Limits) {
  return {
    ...(right && { rights: right }),
    ...(network && { networks: network }),
    ...(inUrl && { inurl: true }),
    ...(log && { logged: true }),
    ...(days && { expires: Math.floor(Date.now() / 1000) + days * 86_400 }),
  };
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}

function print({ json }: Common, result: unknown, text: string): void {
  process.stdout.write(`${json ? JSON.stringify(result) : text}\n`);
}

function shown({ apikeyid, key }: ResultOf<'apikey.add'>): string {
  return `Key ${apikeyid}, which is not shown again:\n\n  ${key}\n`;
}

function line(key: ApiKey): string {
  const used = key.lastused === 0 ? 'never used' : `last used ${day(key.lastused)}`;
  return `${key.apikeyid}  ${key.dialect}  ${key.name}  (${stateOf(key)}, ${used}; ${key.rights.join(' ')})`;
}

function stateOf({ revoked, expires }: ApiKey): string {
  if (revoked !== 0) return 'revoked';
  if (expires === 0) return 'good';
  return `${expires * 1000 > Date.now() ? 'good until' : 'ended'} ${day(expires)}`;
}

function day(unix: number): string {
  return new Date(unix * 1000).toISOString().slice(0, 10);
}
