/** The answer to a question of human verification. */
export interface HvInput {
  /** What `hv.generateToken` gave. */
  hash?: string;
  /** The answer. */
  input?: string;
}
