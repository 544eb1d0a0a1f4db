import { relative } from 'node:path';
import type ts from 'typescript';

/** Everything that stops the reference: one line per place, each saying what to do. */
export class ContractError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ContractError';
    this.problems = problems;
  }
}

/** Collects complaints, so that one run names all of them. */
export class Problems {
  readonly #root: string;
  readonly #lines = new Set<string>(); // an inherited method is read once per class

  constructor(root: string) {
    this.#root = root;
  }

  /** Complains about the place of a node, as `src/services/node/marks.ts:12: sentence`. */
  add(node: ts.Node, sentence: string): void {
    const file = node.getSourceFile();
    const { line } = file.getLineAndCharacterOfPosition(node.getStart());
    this.#lines.add(`${relative(this.#root, file.fileName)}:${line + 1}: ${sentence}`);
  }

  /** @throws ContractError when there was any complaint */
  stopIfAny(): void {
    if (this.#lines.size > 0) throw new ContractError([...this.#lines]);
  }
}
