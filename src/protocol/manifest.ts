/** What the reference generator writes about each API method and the dispatcher binds by. */

export type TypeSpec =
  | { readonly kind: 'uint' | 'int' | 'string' | 'boolean' | 'struct' | 'file' }
  /** `names` is the interface that tells what may be in the tree; for readers. */
  | { readonly kind: 'textOrStruct'; readonly names?: string }
  /** One of these words; capitals do not count. */
  | { readonly kind: 'oneOf'; readonly values: readonly string[] }
  | { readonly kind: 'list' | 'keyed'; readonly of: TypeSpec }
  | { readonly kind: 'orFalse'; readonly of: TypeSpec }
  | { readonly kind: 'fields'; readonly name: string; readonly fields: readonly ParameterSpec[] };

export interface ParameterSpec {
  readonly name: string;
  readonly type: TypeSpec;
  /** True when the caller may leave it out. */
  readonly optional: boolean;
  /** The default as the source writes it, a constant by its value; for readers. */
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
  /** Where it is written, below src. */
  readonly file: string;
  readonly mode: Mode;
  readonly doc: string;
  readonly parameters: readonly ParameterSpec[];
  /** Parameters before the first default: `fn.length` of the live method. */
  readonly required: number;
  /** The result's type as the SDK has it, for readers. */
  readonly returns: string;
  readonly returnsDoc?: string;
  readonly throws: readonly { readonly id: string; readonly when: string }[];
  /** Query-string text of a call that works on the sandbox, e.g. `nodeid=3`; '' when it takes nothing. */
  readonly example?: string;
  /** Who calls in the example; alice, a member, when it is left out. */
  readonly caller?: 'guest' | 'mod' | 'admin';
}

export type Manifest = readonly MethodSpec[];
