import type { ApiError } from '../../errors.ts';
import type { Call, Method } from './call.ts';

/** A family of method names at `/api.php`, with its own parameters and its own shape of answers. */
export interface Vocabulary {
  /** Whether a name is written as this vocabulary's are; there need not be such a method. */
  owns(name: string): boolean;
  find(name: string): Method | undefined;
  /** The body that tells a refusal. */
  refuse(call: Call, error: ApiError, debug: object | string | undefined): string;
  /** What of an answer tells a refusal where the request could not be read, so that nobody knows what it called. */
  refuseUnread(error: ApiError, typed: boolean): object;
}

/** The one that a name belongs to; the last of them owns all that no other does. */
export function ownerOf(vocabularies: readonly Vocabulary[], name: string): Vocabulary {
  const found = vocabularies.find((vocabulary) => vocabulary.owns(name));
  if (found === undefined) throw new Error('no vocabulary owns all other names');
  return found;
}

/** Where nobody knows what was called, a refusal has the shapes of all vocabularies at once. */
export function shapesOf(
  vocabularies: readonly Vocabulary[],
  error: ApiError,
  typed: boolean,
): object {
  const shapes = vocabularies.map((one) => one.refuseUnread(error, typed));
  return Object.assign({}, ...shapes) as object;
}
