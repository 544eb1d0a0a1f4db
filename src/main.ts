#!/usr/bin/env node
import { Command } from 'commander';
import { jobsCommand } from './commands/jobs.ts';
import { sandbox } from './commands/sandbox.ts';
import { seedCommand } from './commands/seed.ts';
import { signRequestCommand, verifyAnswerCommand } from './commands/sign.ts';
import { start } from './commands/start.ts';
import { ConfigError, describeSettings } from './config.ts';

const noDatabase = 'Is the database running, and is DATABASE_URL right?';
const noFile = 'Can the file that DATABASE_URL names be written?';

/** What to do about the failures that a start may meet, by the code of the system, the driver or the server. */
const advices: ReadonlyMap<unknown, string> = new Map([
  ['EADDRINUSE', 'Is Signpost running already? Set PORT to another port.'],
  ['EADDRNOTAVAIL', 'Set HOST to an address of this machine.'],
  ['EACCES', 'Set PORT, and the file of DATABASE_URL, to what this user may open.'],
  ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', '28P01', '28000', '3D000'].map(
    (code) => [code, noDatabase] as const,
  ),
  ...['ER_ACCESS_DENIED_ERROR', 'ER_BAD_DB_ERROR', 'ER_DBACCESS_DENIED_ERROR'].map(
    (code) => [code, noDatabase] as const,
  ),
  ...['SQLITE_CANTOPEN', 'SQLITE_READONLY', 'SQLITE_NOTADB', 'EROFS', 'ENOTDIR', 'EEXIST'].map(
    (code) => [code, noFile] as const,
  ),
]);

const program = new Command('signpost')
  .description('A vBulletin-compatible, signed mobile API gateway with a real community behind it.')
  .addHelpText('after', `\nSettings, from the environment:\n${describeSettings()}`);

program
  .command('start')
  .description('migrate the database and serve; so does signpost without a command')
  .action(start);
program
  .command('sandbox')
  .description('serve a board in memory with fixed credentials, for app developers')
  .action(sandbox);
program.addCommand(seedCommand());
program.addCommand(jobsCommand());
program.addCommand(signRequestCommand());
program.addCommand(verifyAnswerCommand());

try {
  // Not commander's own default command: that takes a mistyped command for a word too many.
  const given = process.argv.slice(2);
  await program.parseAsync(given.length === 0 ? ['start'] : given, { from: 'user' });
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}

/** What the operator can mend, in a sentence; anything else with its stack. */
function explain(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  if (!(error instanceof Error)) return String(error);
  const advice = 'code' in error ? advices.get(error.code) : undefined;
  if (advice !== undefined) return `${error.message}. ${advice}`;
  return 'code' in error || error.name !== 'Error' ? (error.stack ?? error.message) : error.message;
}
