import type { ApiError, ErrorId } from '../../errors.ts';
import type { Reply } from '../../http/dialect.ts';
import { errorText } from '../../library/board/phrase.ts';
import { type Exception, exceptions, Refusal } from './exceptions.ts';

/** What an answer or a refusal is sent as. */
export function reply(status: number, body: object, headers: readonly string[] = []): Reply {
  return {
    status,
    headers: [
      ...['Content-Type', 'application/json; charset=utf-8', 'Cache-Control', 'no-store'],
      ...headers,
    ],
    body: JSON.stringify(body),
  };
}

/**
 * A refusal as clients match it: code and message are constants; what else there is to say is the hint
 * (dialects-additions A1.3).
 */
export function refusal(
  error: ApiError,
  refuses: Readonly<Partial<Record<ErrorId, Exception>>>,
  languageid: number,
): Reply {
  if (error instanceof Refusal) return printed(error.exception, error.hint, error.headers);
  const exception = refuses[error.id] ?? always[error.id] ?? ownException(error);
  return printed(exception, errorText(error, languageid));
}

/** What is refused before there is an endpoint. */
const always: Readonly<Partial<Record<ErrorId, Exception>>> = {
  invalid_request_method: exceptions.badMethod,
};

/** The board's refusals that Invision has no row for: the code begins with `SP`, the message is the board's id. */
function ownException(error: ApiError): Exception {
  const { id, status } = error;
  return { code: `SP/${status}`, message: id.toUpperCase(), status, id, hint: '' };
}

function printed(
  { code, message, status }: Exception,
  hint: string,
  headers: readonly string[] = [],
): Reply {
  return reply(status, { errorCode: code, errorMessage: message, hint }, headers);
}
