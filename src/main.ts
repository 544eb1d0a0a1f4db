#!/usr/bin/env node
import { Command } from 'commander';
import { callCommand } from './commands/call.ts';
import { jobsCommand } from './commands/jobs.ts';
import { keyCommand } from './commands/key.ts';
import { seedCommand } from './commands/seed.ts';
import { signRequestCommand } from './commands/sign.ts';
import { verifyAnswerCommand } from './commands/verify.ts';
import { leave } from './commands/leave.ts';
import { ConfigError, describeSettings } from './config.ts';
import { refusalOf } from './db/db.ts';
import { version } from './version.ts';

const noDatabase = 'Is the database running, and is DATABASE_URL right?';
const noRights = 'May the user of DATABASE_URL create and change tables there?';
const noFile = 'Can the file that DATABASE_URL names be written?';

/** What to do about the failures that a start may meet, by the code of the system, the driver or the server. */
const advices: ReadonlyMap<unknown, string> = new Map([
  ['EADDRINUSE', 'Is Signpost running already? Set PORT to another port.'],
  ['EADDRNOTAVAIL', 'Set HOST to an address of this machine.'],
  ['EACCES', 'Set PORT, and the file of DATABASE_URL, to what this user may open.'],
  ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', '28P01', '28000', '3D000'].map(
    (code) => [code, noDatabase] as const,
  ),
  ...[
    'ER_ACCESS_DENIED_ERROR',
    'ER_ACCESS_DENIED_NO_PASSWORD_ERROR',
    'ER_BAD_DB_ERROR',
    'ER_DBACCESS_DENIED_ERROR',
    'ER_HOST_NOT_PRIVILEGED',
    'ER_HOST_IS_BLOCKED',
    'ER_NOT_SUPPORTED_AUTH_MODE',
    'HANDSHAKE_SSL_ERROR',
  ].map((code) => [code, noDatabase] as const),
  ...['42501', 'ER_TABLEACCESS_DENIED_ERROR'].map((code) => [code, noRights] as const),
  ...['SQLITE_CANTOPEN', 'SQLITE_READONLY', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].map(
    (code) => [code, noFile] as const,
  ),
  ['SQLITE_NOTADB', 'DATABASE_URL names a file that is no SQLite database.'],
]);

// The database, its log, uploads and mails are for this user alone, whatever folder they are put into.
process.umask(0o077);

// A command loads what it needs once it is called: the server takes longer to load than a signed call takes.
const program = new Command('signpost')
  .version(version(), '-V, --version')
  .description('A vBulletin-compatible, signed mobile API gateway with a real community behind it.')
  .addHelpText('after', `\nSettings, from the environment:\n${describeSettings()}`);

program
  .command('start')
  .description('migrate the database and serve; so does signpost without a command')
  .action(async () => {
    await (await import('./commands/start.ts')).start();
    await leave();
  });
program
  .command('sandbox')
  .description('serve a board in memory with fixed credentials, for app developers')
  .action(async () => {
    await (await import('./commands/sandbox.ts')).sandbox();
    await leave();
  });
program.addCommand(seedCommand());
program.addCommand(jobsCommand());
program.addCommand(keyCommand());
program.addCommand(callCommand());
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
  const advice = adviceFor(error);
  if (advice !== undefined) return `${error.message}. ${advice}`;
  return 'code' in error || error.name !== 'Error' ? (error.stack ?? error.message) : error.message;
}

function adviceFor(error: Error): string | undefined {
  const { code = '' } = error as { code?: unknown };
  // SQLite says more behind its codes: SQLITE_READONLY_DIRECTORY
  const plain = String(code).replace(/^(SQLITE_[A-Z]+)_\w+$/, '$1');
  const advice = advices.get(plain);
  return advice ?? (refusalOf(error)?.id === 'toobusy' ? noDatabase : undefined);
}
