import { ApiError } from '../../errors.ts';
import { type Term, termOf } from '../text/words.ts';

/** What a text must have: one term of each group, and none of `none`. There is at least one group. */
export interface Keywords {
  readonly all: readonly (readonly Term[])[];
  readonly none: readonly Term[];
}

const MOST_CHARACTERS = 1000;
const MOST_TERMS = 50;
const LONGEST_PHRASE = 100; // MariaDB: 128

const token = /([-+]?)"([^"]*)("?)|\S+/g;
const operators: ReadonlySet<string> = new Set(['AND', 'OR', 'NOT']);

/**
 * Reads what a person typed: words and "phrases" that must all be there; `OR` between two asks for either and binds
 * them closer than `AND`, which may be left out; `NOT` or `-` before one refuses it. Operators are in capitals. What
 * has neither letters nor digits nor emoji is passed over.
 * @throws ApiError `invalid_search` with the place of the mistake
 */
export function parseKeywords(text: string): Keywords {
  if (text.length > MOST_CHARACTERS) refuse(`at most ${MOST_CHARACTERS} characters are allowed`);
  const reader = new Reader();
  for (const match of text.replace(/[“”„«»＂]/g, '"').matchAll(token)) {
    const place = match.index + 1;
    const [written, sign = '', quoted, closed] = match;
    if (quoted !== undefined) {
      if (closed === '') refuse(`the quotation mark at character ${place} is not closed`);
      reader.term(quoted, sign === '-');
    } else if (operators.has(written)) reader.operator(written, place);
    else reader.term(written.replace(/^[-+]/, ''), written.startsWith('-'));
  }
  return reader.finish();
}

interface Operator {
  readonly name: string;
  readonly place: number;
}

class Reader {
  readonly #all: Term[][] = [];
  readonly #none: Term[] = [];
  /** AND or OR that waits for its second term. */
  #joint: Operator | undefined;
  #not: Operator | undefined;
  /** True when the last term was one that must be there. */
  #joinable = false;

  operator(name: string, place: number): void {
    if (this.#not !== undefined)
      refuse(`NOT at character ${this.#not.place} needs a word after it`);
    if (name === 'NOT') {
      this.#not = { name, place };
      return;
    }
    const alone = this.#joint !== undefined || (name === 'OR' ? !this.#joinable : this.#isEmpty());
    if (alone) refuse(`${name} at character ${place} needs a word on both sides`);
    this.#joint = { name, place };
  }

  term(text: string, minus: boolean): void {
    const term = termOf(text);
    if (term === undefined) return;
    if (term.phrase.length > LONGEST_PHRASE) {
      refuse(`at most ${LONGEST_PHRASE} words, or characters without blanks, are allowed together`);
    }
    const joint = this.#joint;
    const refused = minus || this.#not !== undefined;
    this.#joint = this.#not = undefined;
    if (this.#count() === MOST_TERMS) refuse(`at most ${MOST_TERMS} words are allowed`);
    if (refused) {
      if (joint?.name === 'OR') refuse(`OR at character ${joint.place} cannot stand before NOT`);
      this.#none.push(term);
    } else if (joint?.name === 'OR') this.#all.at(-1)?.push(term);
    else this.#all.push([term]);
    this.#joinable = !refused;
  }

  finish(): Keywords {
    const open = this.#not ?? this.#joint;
    if (open !== undefined) refuse(`${open.name} at character ${open.place} needs a word after it`);
    if (this.#all.length === 0) refuse('there is no word to look for');
    return { all: this.#all, none: this.#none };
  }

  #isEmpty(): boolean {
    return this.#count() === 0;
  }

  #count(): number {
    return this.#all.reduce((sum, group) => sum + group.length, this.#none.length);
  }
}

function refuse(why: string): never {
  throw new ApiError('invalid_search', 'keywords', why);
}
