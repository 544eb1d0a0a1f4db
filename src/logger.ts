import { type DestinationStream, type Logger, pino } from 'pino';

/** Names under which a secret could get into a log line; whatever stands there is not written. */
const secretNames = [
  ...[
    'secret',
    'token',
    'password',
    'md5password',
    'md5password_utf',
    'apikey',
    'api_s',
    'api_sig',
  ],
  ...['apiaccesstoken', 'sessionhash', 'securitytoken', 'authorization', 'cookie', 'newpass'],
];
const paths = secretNames.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);

/**
 * The process's logger: one JSON line for each call, without secrets, with `pid` and `hostname`.
 * @param destination where lines go; standard output when left out
 */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    timestamp: isoTime,
    redact: { paths, censor: '***' },
    serializers: { err: describeError },
  };
  return pino(
    options,
    destination ?? pino.destination({ sync: false, minLength: 16_000, periodicFlush: 500 }),
  );
}

let printedAt = 0;
let printedTime = '';

/** The time as ISO 8601, printed once for all lines of a millisecond. */
function isoTime(): string {
  const now = Date.now();
  if (now !== printedAt) printedTime = `,"time":"${new Date(now).toISOString()}"`;
  printedAt = now;
  return printedTime;
}

/** What is thrown says more than this; but database drivers add the statement with the values of its row. */
function describeError(error: unknown): object {
  const { name, message, code, stack } = error as Partial<Error> & { code?: unknown };
  return { type: name, message: message ?? String(error), code, stack };
}
