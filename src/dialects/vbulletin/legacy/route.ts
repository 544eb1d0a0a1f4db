import type { ApiMethod, Ask, ResultOf } from '../../../call/ask.ts';
import type { ApiError } from '../../../errors.ts';
import type { Options } from '../../../library/board/options.ts';
import type { Principal } from '../../../principal.ts';
import type { Upload } from '../../../protocol/types.ts';
import type { Given, Takes } from './kinds.ts';
import type { LegacyAnswer, Subject } from './respond.ts';
import type { Style } from './style.ts';

export type { Ask, ResultOf };

/** One legacy call under way. */
export interface Turn<A extends ApiMethod = ApiMethod, G = unknown> {
  readonly given: G;
  readonly ask: Ask<A>;
  /** Asks a method that takes a file. */
  readonly upload: <N extends A>(name: N, file: Upload, input?: object) => Promise<ResultOf<N>>;
  /** Has the route's `then` asked with this, once the answer is there. */
  readonly later: (input: object) => void;
  readonly style: Style;
  readonly user: Principal;
  readonly options: Options;
  /** Unix seconds. */
  readonly now: number;
  readonly bburl: string;
  readonly sessionhash: string;
}

/** A legacy method: what it takes, which API methods it is made of, and the shape it answers in. */
export interface Route<A extends ApiMethod = ApiMethod, T extends Takes = Takes> {
  readonly name: string;
  /** A sentence, for the reference. */
  readonly doc: string;
  readonly takes: T;
  /** All readonly: they see one state of the board. Else one transaction, unless one of them has steps of its own. */
  readonly asks: readonly A[];
  /** What an API method is asked afterwards, for itself, when all the others have answered. */
  readonly then?: A;
  /** For the reference: the members of the answer. */
  readonly gives: string;
  /** For the reference: what tells that it worked; '' when it is the shape itself. */
  readonly success?: string;
  /** What `invalidid` and `noid` speak of. */
  readonly about?: Subject;
  /**
   * True where clients take the first item of `errormessage`, whatever it tells: success is a list there, and L reads a
   * refusal in the same way.
   */
  readonly listed?: true;
  /** The answer; an object without `response` is printed as it is. */
  answer(turn: Turn<A, Given<T>>): Promise<object>;
  /** What a refusal looks like where it is told in another way than usual; undefined for the usual way. */
  refused?(error: ApiError, turn: Refused): LegacyAnswer | undefined;
}

/** What is known when a call has been refused. */
export interface Refused {
  readonly bburl: string;
  readonly sessionhash: string;
  readonly guest: boolean;
  /** A parameter as it was sent; '' when it is missing. */
  sent(name: string): string;
}

/** A route whose types have been checked against each other; the table needs them no more. */
export interface AnyRoute extends Omit<Route, 'answer' | 'asks' | 'then'> {
  readonly asks: readonly string[];
  readonly then?: string;
  answer(turn: Turn<never, never>): Promise<object>;
}

/** Checks a route's types: that it asks what it names, with the parameters there are. */
export function route<const A extends ApiMethod, T extends Takes>(
  definition: Route<A, T>,
): AnyRoute {
  return definition;
}
