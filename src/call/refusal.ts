import { ApiError } from '../errors.ts';
import { refusalOf } from '../db/db.ts';

/** The refusal that a failure is for the caller; a bug of ours keeps its message to itself. */
export function refusalFor(failure: unknown, correlationId: string): ApiError {
  if (failure instanceof ApiError) return failure as ApiError;
  return refusalOf(failure) ?? new ApiError('unexpected_error', correlationId);
}
