import { z } from 'zod';
import { isEmail } from './email.ts';

/** One row of the settings table. */
interface Setting<T> {
  readonly read: z.ZodType<T, string>;
  readonly default: string;
  readonly example: string;
  readonly about: string;
}

function setting<T>(
  read: z.ZodType<T, string>,
  value: string,
  example: string,
  about: string,
): Setting<T> {
  return { read, default: value, example, about };
}

function whole(least: number, most: number): z.ZodType<number, string> {
  const fault = `is not a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d{1,15}$/, fault)
    .transform(Number)
    .refine((value) => value >= least && value <= most, fault);
}

function oneOf<const T extends string>(...choices: readonly T[]): z.ZodType<T, string> {
  return z.string().refine((value): value is T => choices.includes(value as T), {
    error: `is not one of: ${choices.join(', ')}`,
  });
}

function url(protocols: readonly string[], optional = false): z.ZodType<string, string> {
  return z.string().refine((value) => (optional && value === '') || hasProtocol(value, protocols), {
    error: `is not a URL that begins with ${protocols.map((name) => `${name}//`).join(', ')}`,
  });
}

function hasProtocol(value: string, protocols: readonly string[]): boolean {
  return URL.canParse(value) && protocols.includes(new URL(value).protocol);
}

const databaseUrl = z
  .string()
  .refine(
    (value) =>
      /^sqlite:.+/.test(value) ||
      hasProtocol(value, ['postgres:', 'postgresql:', 'mysql:', 'mariadb:']),
    {
      error: 'is neither sqlite:FILE nor a postgres://, mysql:// or mariadb:// URL',
    },
  );

const filesUrl = z.string().refine((value) => /^file:.+/.test(value) || isBucket(value), {
  error: 'is neither file:FOLDER nor s3://KEY:SECRET@HOST/BUCKET',
});

function isBucket(value: string): boolean {
  if (!hasProtocol(value, ['s3:'])) return false;
  const { username, password, host, pathname } = new URL(value);
  return username !== '' && password !== '' && host !== '' && /^\/[a-z0-9.-]{3,63}$/.test(pathname);
}

const basePath = z
  .string()
  .regex(
    /^(\/([A-Za-z0-9._~-]|%[0-9A-Fa-f]{2})+)*$/,
    'is not a path like /forum or /Our%20Forum, without a slash at its end',
  );

const mailbox = z.string().refine((value) => isMailbox(value), {
  error: 'is neither an address nor a name with an address in <>',
});

function isMailbox(value: string): boolean {
  const [, name = '', address = value] = /^([^<>\p{Cc}]*)<([^<>]*)>$/u.exec(value) ?? [];
  return isEmail(address) && !/[",;:\\]/.test(name);
}

const origins = z
  .string()
  .refine(
    (value) =>
      value === '*' || value.split(',').every((origin) => origin === '' || isOrigin(origin.trim())),
    { error: 'is neither * nor a list of origins separated by commas' },
  )
  .transform((value) =>
    value
      .split(',')
      .map((origin) => origin.trim())
      .filter(Boolean),
  );

function isOrigin(value: string): boolean {
  return URL.canParse(value) && new URL(value).origin === value;
}

/** A mode in the spelling that counts. */
export function modeIn(value: string): string {
  return value.trim().toLowerCase();
}

/** Every setting: how it is read, its default, an example, and a sentence for the operator. */
export const settings = {
  NODE_ENV: setting(
    z.string().transform(modeIn),
    'development',
    'production',
    'production refuses the sandbox; capitals do not count.',
  ),
  HOST: setting(z.string().min(1, 'is empty'), '127.0.0.1', '0.0.0.0', 'The address to listen on.'),
  PORT: setting(whole(0, 65535), '8080', '8080', 'The port to listen on; 0 takes a free one.'),
  BASE_PATH: setting(basePath, '', '/forum', 'A path in front of /api.php and /core/api.php.'),
  PUBLIC_URL: setting(
    url(['http:', 'https:'], true),
    '',
    'https://forum.example.org',
    'Where members reach the board, BASE_PATH included: all URLs in answers and mails begin so. Empty: http://HOST:PORT, ' +
      'or http://localhost:PORT, which leads other machines nowhere, where HOST is 0.0.0.0 or ::.',
  ),
  DATABASE_URL: setting(
    databaseUrl,
    'sqlite:data/signpost.db',
    'postgres://signpost:secret@localhost/signpost',
    'SQLite file, PostgreSQL, MariaDB or MySQL.',
  ),
  FILES_URL: setting(
    filesUrl,
    'file:data/files',
    's3://KEY:SECRET@s3.example.org/bucket?region=eu-central-1',
    'Where uploads are kept: a folder, or a bucket of an S3 server (tls=off for plain HTTP).',
  ),
  DATABASE_POOL: setting(
    whole(1, 200),
    '10',
    '20',
    'Connections to a database server, per process.',
  ),
  DATABASE_TIMEOUT_MS: setting(
    whole(1000, 600_000),
    '15000',
    '30000',
    'How long a statement on a database server may take, before its call answers toobusy.',
  ),
  SQLITE_SYNCHRONOUS: setting(
    oneOf('full', 'normal'),
    'full',
    'normal',
    'full: an acknowledged post survives a power cut; normal: a crash of the process.',
  ),
  REDIS_URL: setting(
    url(['redis:', 'rediss:'], true),
    '',
    'redis://localhost:6379',
    'Lets several processes share limits and drop stale caches at once.',
  ),
  REDIS_PREFIX: setting(
    z.string().regex(/^[\w:.-]{1,64}$/, 'is not made of letters, digits and _ : . -'),
    'signpost:',
    'forum1:',
    'Keeps communities that share a Redis apart.',
  ),
  MAIL_URL: setting(
    url(['smtp:', 'smtps:'], true),
    '',
    'smtp://user:secret@mail.example.org:587',
    'The server that sends mail; empty: mails are written as files into MAIL_FOLDER.',
  ),
  MAIL_FROM: setting(
    mailbox,
    'signpost@localhost.localdomain',
    'Example Forum <forum@example.org>',
    'Whom mails come from: an address, or a name and an address.',
  ),
  MAIL_FOLDER: setting(
    z.string().min(1, 'is empty'),
    'data/mail',
    '/var/lib/signpost/mail',
    'Where mails are written while MAIL_URL is empty.',
  ),
  LOG_LEVEL: setting(
    oneOf('fatal', 'error', 'warn', 'info', 'debug', 'silent'),
    'info',
    'warn',
    'How much is logged.',
  ),
  TRUST_PROXY: setting(whole(0, 10), '0', '1', 'How many proxies in front add to X-Forwarded-For.'),
  MAX_BODY_BYTES: setting(
    whole(1024, 1_073_741_824),
    '1048576',
    '4194304',
    'The largest request body, unpacked; files do not count.',
  ),
  MAX_BODIES_BYTES: setting(
    whole(1_048_576, 17_179_869_184),
    '67108864',
    '268435456',
    'All request bodies that are in memory at once; members keep half of it for themselves.',
  ),
  MAX_FILE_BYTES: setting(
    whole(1024, 1_073_741_824),
    '26214400',
    '104857600',
    'The largest uploaded file; all files of one request together are no larger.',
  ),
  MAX_UPLOADS_BYTES: setting(
    whole(1_048_576, 1_099_511_627_776),
    '1073741824',
    '4294967296',
    'All files that are on their way at once, in the folder for temporary files.',
  ),
  MAX_FILES: setting(whole(0, 100), '20', '5', 'The most files in one request.'),
  MAX_HEADER_BYTES: setting(
    whole(8192, 1_048_576),
    '16384',
    '32768',
    'The longest request line and headers, together.',
  ),
  REQUEST_TIMEOUT_MS: setting(
    whole(1000, 600_000),
    '30000',
    '60000',
    'How long a request without files may take to arrive.',
  ),
  UPLOAD_TIMEOUT_MS: setting(
    whole(1000, 3_600_000),
    '300000',
    '900000',
    'How long a request with a file may take to arrive.',
  ),
  KEEP_ALIVE_MS: setting(
    whole(1000, 3_600_000),
    '65000',
    '5000',
    'How long a connection stays open for the next request; longer than the proxy in front waits.',
  ),
  IDLE_TIMEOUT_MS: setting(
    whole(1000, 3_600_000),
    '60000',
    '120000',
    'How long a caller may neither send nor read in the middle of a call.',
  ),
  SHUTDOWN_GRACE_MS: setting(
    whole(0, 600_000),
    '10000',
    '30000',
    'How long a stopping process waits for open requests.',
  ),
  SHUTDOWN_DELAY_MS: setting(
    whole(0, 600_000),
    '0',
    '5000',
    'How long a stopping process still takes new connections while /health says stopping, for balancers.',
  ),
  CORS_ORIGINS: setting(
    origins,
    '',
    'https://app.example.org,https://www.example.org',
    'Origins whose pages may call the API; * for all; empty for none.',
  ),
  SIGNATURE_MODE: setting(
    oneOf('tolerant', 'strict'),
    'tolerant',
    'strict',
    "strict takes only PHP 8.2's own form of the signed string.",
  ),
  API_DEBUG: setting(
    oneOf('on', 'off'),
    'off',
    'on',
    'Lets callers ask why a signature failed (debug=1). For development.',
  ),
  SESSION_LIFETIME: setting(
    whole(60, 315_360_000),
    '2592000',
    '86400',
    'Seconds that an access token lives after its last use.',
  ),
  MAX_CALLS: setting(
    whole(1, 1_000_000),
    '500',
    '1000',
    'The most calls at work or waiting at once; more answer toobusy.',
  ),
  BUSY_CALLS: setting(
    whole(0, 1_000_000),
    '10',
    '50',
    'The most calls that read, and that write, at work at once; others wait for half a second. 0 for no limit.',
  ),
  RATE_LIMIT: setting(
    whole(0, 1_000_000),
    '600',
    '1200',
    'Signed calls a minute for each member, and for each guest; 0 for no limit.',
  ),
  INIT_LIMIT: setting(
    whole(0, 1_000_000),
    '600',
    '2000',
    'Unsigned calls of api.init in ten minutes from one network; 0 for no limit.',
  ),
  REGISTER_LIMIT: setting(
    whole(0, 1_000_000),
    '20',
    '100',
    'New members in an hour from one network; 0 for no limit.',
  ),
  SEARCH_LIMIT: setting(
    whole(0, 1_000_000),
    '60',
    '200',
    'Searches a minute for each member, and for all guests of one network; 0 for no limit.',
  ),
  FAILURE_LIMIT: setting(
    whole(0, 1_000_000),
    '300',
    '100',
    'Bad signatures and client ids in ten minutes from one network, after which it waits; signed calls never do. 0 for no limit.',
  ),
  BAD_KEY_LIMIT: setting(
    whole(0, 1_000_000),
    '50',
    '20',
    'Bad API keys in a row from one network that block it for ten minutes; 0 for no limit.',
  ),
  BAD_KEY_BLOCKS: setting(
    whole(0, 1000),
    '5',
    '3',
    'Such blocks in a day that ban the network for a day; 0 never bans.',
  ),
  BAD_KEY_BAN: setting(
    whole(60, 31_536_000),
    '86400',
    '604800',
    'Seconds that such a ban lasts. The option banip bans addresses for good.',
  ),
  BAD_KEY_SPARE: setting(
    oneOf('on', 'off'),
    'off',
    'on',
    'on lets good API keys in from a blocked network, for people behind one address.',
  ),
  WEBHOOK_PRIVATE: setting(
    oneOf('on', 'off'),
    'off',
    'on',
    'on lets webhooks go to any address and port, those of the own network among them.',
  ),
  METRICS: setting(
    oneOf('local', 'on', 'off'),
    'local',
    'on',
    'Who may read /metrics: only this machine, everybody, nobody.',
  ),
} as const;
