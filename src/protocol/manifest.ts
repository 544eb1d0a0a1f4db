/** What the reference generator writes about each API method and the dispatcher binds by. */

export type TypeSpec =
  | { readonly kind: 'uint' | 'int' | 'string' | 'boolean' | 'struct' | 'textOrStruct' | 'file' }
  | { readonly kind: 'list'; readonly of: TypeSpec }
  | { readonly kind: 'orFalse'; readonly of: TypeSpec }
  | { readonly kind: 'fields'; readonly name: string; readonly fields: readonly ParameterSpec[] };

export interface ParameterSpec {
  readonly name: string;
  readonly type: TypeSpec;
  /** True when the caller may leave it out. */
  readonly optional: boolean;
  /** The default as written in the source, for readers. */
  readonly default?: string;
  readonly doc?: string;
}

/**
 * How the dispatcher runs a method: `readonly` on the reading handle without a transaction; `transaction` in exactly
 * one; `steps` opens its own short transactions, because it waits for something else than the database in between
 * (a password hash) or keeps a fact although the call fails (a login strike).
 */
export type Mode = 'readonly' | 'transaction' | 'steps';

export interface MethodSpec {
  readonly class: string;
  readonly method: string;
  readonly mode: Mode;
  readonly doc: string;
  readonly parameters: readonly ParameterSpec[];
  /** Parameters before the first default: `fn.length` of the live method. */
  readonly required: number;
  /** The result's TypeScript type, for readers. */
  readonly returns: string;
  readonly returnsDoc?: string;
  readonly throws: readonly { readonly id: string; readonly when: string }[];
  /** Query-string text of a call that works on the sandbox, e.g. `nodeid=3`; '' when it takes nothing. */
  readonly example?: string;
}

export type Manifest = readonly MethodSpec[];
