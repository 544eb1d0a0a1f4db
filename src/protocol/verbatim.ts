/** A value that a client gave and gets back as it was: its numbers stay numbers, its nulls stay there, in every version. */
export class Verbatim {
  readonly json: string;

  /** @param json its JSON text */
  constructor(json: string) {
    this.json = json;
  }
}
