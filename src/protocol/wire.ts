/**
 * Parameters as they came over the wire, as byte strings, in PHP's order. A key that PHP takes for an integer is the
 * one whose text is an integer's, so the text alone says which key it is.
 */
export type WireMap = Map<string, WireValue>;

export type WireValue = string | WireMap;

/** What PHP threw away something for: more than `max_input_vars`, or deeper than `max_input_nesting_level`. */
export type Overflow = 'variables' | 'depth';

export interface Parsed {
  /** Exactly what PHP makes of it. */
  readonly map: WireMap;
  /** Set if `map` is not all that was sent. */
  readonly overflow?: Overflow | undefined;
}
