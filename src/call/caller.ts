import type { Board } from '../library/board/board.ts';
import { acceptedLanguage, chooseLanguage } from '../library/board/phrase.ts';
import type { ApiClient, Principal, Session } from '../principal.ts';
import type { Scopes } from './scope.ts';

/** Who calls, with what right, by which credential. */
export interface Caller {
  /** In whose name the call is made: the author of what is written. For a guest `userid` is 0. */
  readonly actor: Principal;
  /** Whether the rights are the actor's own, or all that there are: the site itself then acts in their name. */
  readonly authority: 'own' | 'site';
  readonly credential: Credential;
  /** The address. */
  readonly host: string;
  readonly board: Board;
  /** The header `Accept-Language`. */
  readonly accepted?: string | undefined;
  /** The language that the call asks for by its id, whatever its actor has chosen; 0 for none. */
  readonly languageid?: number | undefined;
}

/** By what a caller is known. */
export interface Credential {
  /** Such as `session`, `key`; `none` for a guest who has shown nothing. */
  readonly kind: string;
  readonly scopes: Scopes;
  /** Which one of its kind it is, as the log may tell it. */
  readonly id?: string | undefined;
  /** Whose it is, where they act in the name of another member. */
  readonly owner?: number | undefined;
  /** The API client and the session of vBulletin's protocol. */
  readonly client?: ApiClient | undefined;
  readonly session?: Session | undefined;
  /** True when the call's signature has been verified. */
  readonly signed?: boolean | undefined;
}

/** A guest's, who needs none. */
export const noCredential: Credential = { kind: 'none', scopes: 'all' };

/** In which language a caller gets texts: as they have chosen, as their client asks for, or the board's. */
export function languageOf({ actor, accepted = '', board, languageid = 0 }: LanguageFacts): number {
  const own = languageid === 0 ? (actor.languageid ?? 0) : languageid;
  return chooseLanguage(own, own || acceptedLanguage(accepted), board.options.languageid)
    .languageid;
}

type LanguageFacts = Pick<Caller, 'actor' | 'accepted' | 'board' | 'languageid'>;
