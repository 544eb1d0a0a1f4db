import type { ApiMethod, Ask } from '../../call/ask.ts';
import type { Caller } from '../../call/caller.ts';
import type { ErrorId } from '../../errors.ts';
import type { Principal } from '../../principal.ts';
import type { Exception } from './exceptions.ts';
import type { Given, Takes } from './kinds.ts';
import type { Links } from './links.ts';

export type Verb = 'GET' | 'POST' | 'DELETE';

/** One request to an endpoint under way. */
export interface Turn<A extends ApiMethod = ApiMethod, G = unknown> {
  readonly given: G;
  readonly ask: Ask<A>;
  /** The id in the path, and one behind its sub-resource; 0 without. */
  readonly id: number;
  readonly child: number;
  readonly caller: Caller;
  /** Whether the site itself asks, with a key or a client's own token. */
  readonly site: boolean;
  /** The scopes of a token; undefined for a key. */
  readonly scopes: readonly string[] | undefined;
  /** Nothing was given: an item is read then, and not changed (dialects-additions A1.6). */
  readonly empty: boolean;
  /** In whose name the site acts, as the endpoint's `author` says; undefined where nobody is named, or nobody like that is there. */
  readonly author: Principal | undefined;
  /** Whose key it is, or who made the OAuth client: undefined for a member's own token, and where that member has gone. */
  readonly owner: Principal | undefined;
  readonly links: Links;
}

/** An endpoint of Invision's API: what it takes, which API methods it asks, and what it answers. */
export interface Endpoint<A extends ApiMethod = ApiMethod, T extends Takes = Takes> {
  /** As `GET /forums/topics/{id}/posts`. */
  readonly path: `${Verb} /${string}`;
  /** A sentence, for the reference. */
  readonly doc: string;
  readonly takes: T;
  /** All readonly: they see one state of the board. Else one transaction, unless one of them has steps of its own. */
  readonly asks: readonly A[];
  /** The name of the answer's object in `objects/`, for the reference. */
  readonly gives: string;
  /** Whose calls it is for, where that is not everybody. */
  readonly only?: 'site' | 'member';
  /** Whether the parameters `author` and `author_name` say in whose name the site acts. */
  readonly actsFor?: 'author';
  /** Under which name the site says from which address the member acts; for a member's own token it has no effect. */
  readonly addressIn?: string;
  /** Which exception each refusal of the board is here; of the others a refusal says its id. */
  readonly refuses?: Readonly<Partial<Record<ErrorId, Exception>>>;
  /** Exceptions that the endpoint throws itself, for the reference. */
  readonly throws?: readonly Exception[];
  /**
   * The endpoint that shows what has been done, once all of it is there for everybody: `answer` then gives the id to
   * show. For what changes the board itself, which a call knows as it was when it began.
   */
  readonly shows?: `GET /${string}`;
  answer(turn: Turn<A, Given<T>>): Promise<object>;
}

/** An endpoint whose types have been checked against each other; the table needs them no more. */
export interface AnyEndpoint extends Omit<Endpoint, 'answer' | 'asks'> {
  readonly asks: readonly string[];
  answer(turn: Turn<never, never>): Promise<object>;
}

/** Checks an endpoint's types: that it asks what it names, with the parameters there are. */
export function endpoint<const A extends ApiMethod, T extends Takes>(
  definition: Endpoint<A, T>,
): AnyEndpoint {
  return definition;
}
