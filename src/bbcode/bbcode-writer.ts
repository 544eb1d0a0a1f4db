/** What stands around the content of an element, in BBCode. */
export interface WrittenTag {
  readonly open: string;
  readonly close: string;
  /** It breaks the line itself. */
  readonly block?: boolean;
}

/** Puts lines together: what HTML has as boundaries of elements becomes line ends, where something follows. */
export class BbcodeWriter {
  readonly #nl2br: boolean;
  readonly #out: string[] = [];
  /** Line ends that are due before the next text, and how many of them were written as such. */
  #due = 0;
  #breaks = 0;
  /** Just inside or behind a block: the line is broken already, and one line end there is the block's own. */
  #atBlock = false;
  /** The line has ended, or a blank: another blank would not show. */
  #blank = true;

  constructor(nl2br: boolean) {
    this.#nl2br = nl2br;
  }

  /** Running text, where any number of blanks is one. */
  flow(text: string): void {
    if (!this.#nl2br) {
      this.#words(text);
      return;
    }
    const [first = '', ...lines] = text.split(/\r\n?|\n/);
    this.#words(first);
    for (const line of lines) {
      this.newline();
      this.#words(line);
    }
  }

  #words(text: string): void {
    const words = text.replace(/[ \t\r\n\f\u00a0]+/g, ' ');
    const shown = this.#blank || this.#due > 0 ? words.replace(/^ /, '') : words;
    if (shown === '') return;
    this.text(shown);
    this.#blank = shown.endsWith(' ');
  }

  /** Text as it is. */
  text(text: string): void {
    this.#lineEnds();
    this.#out.push(text);
    this.#blank = false;
  }

  newline(): void {
    this.#due += 1;
    this.#breaks += 1;
  }

  /** So many lines end here, if there is anything before and after. */
  boundary(lines: number): void {
    if (this.#out.length > 0 && !this.#atBlock) this.#due = Math.max(this.#due, lines);
  }

  open({ open, block = false }: WrittenTag): void {
    if (block) this.block(open);
    else this.#write(open);
  }

  close({ close, block = false }: WrittenTag): void {
    if (block) {
      if (this.#breaks > 0) this.#end(this.#breaks + 1);
      this.#forget();
      this.#out.push(close);
      this.afterBlock();
      return;
    }
    // Line ends that were written inside the tag stay inside.
    if (this.#due > 0 && this.#due === this.#breaks) this.#lineEnds();
    this.#out.push(close);
  }

  /** A tag that breaks the line itself. */
  block(tag: string): void {
    if (this.#atBlock) this.#lineEnds();
    else if (this.#out.length > 0) this.#end(this.#breaks + 1);
    this.#forget();
    this.#out.push(tag);
    this.afterBlock();
  }

  afterBlock(): void {
    this.#atBlock = true;
    this.#blank = true;
  }

  toString(): string {
    return this.#out.join('').trim();
  }

  #write(tag: string): void {
    this.#lineEnds();
    this.#out.push(tag);
  }

  #lineEnds(): void {
    const lines = this.#atBlock ? this.#breaks && this.#breaks + 1 : this.#due;
    if (lines > 0) this.#end(lines);
    this.#forget();
  }

  #end(lines: number): void {
    this.#out.push('\n'.repeat(lines));
    this.#blank = true;
  }

  #forget(): void {
    this.#due = 0;
    this.#breaks = 0;
    this.#atBlock = false;
  }
}
