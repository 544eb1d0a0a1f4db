import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { ApiError, type ErrorEntry, phrases } from '../../src/errors.ts';
import { german } from '../../src/phrases/german.ts';

const root = join(import.meta.dirname, '../../src');

/** Ids that are handed to what makes the error. */
const makers: ReadonlySet<string> = new Set(['ApiError', 'refuseFailure']);
/** The table of what failures of the database are to the caller. */
const tables: ReadonlySet<string> = new Set(['refusals']);

/** The texts in a file that stand where errors are made. */
function* madeIn(file: string): Generator<string> {
  const source = ts.createSourceFile(
    file,
    readFileSync(join(root, file), 'utf8'),
    ts.ScriptTarget.ES2023,
    true,
  );
  yield* textsBelow(source, false);
}

function* textsBelow(node: ts.Node, making: boolean): Generator<string> {
  if (making && ts.isStringLiteral(node)) yield node.text;
  const below = making || makes(node);
  for (const child of node.getChildren()) yield* textsBelow(child, below);
}

function makes(node: ts.Node): boolean {
  if (ts.isNewExpression(node) || ts.isCallExpression(node))
    return makers.has(node.expression.getText());
  return ts.isVariableDeclaration(node) && tables.has(node.name.getText());
}

const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.ts'),
);
const made = new Set(files.flatMap((file) => [...madeIn(file)]));

test('every error is made somewhere', () => {
  expect(Object.keys(phrases).filter((id) => !made.has(id))).toEqual([]);
});

describe('the arguments of an error', () => {
  const entries = Object.entries<ErrorEntry>(phrases);

  /** The places in a text where arguments are filled in: 1 for `{1}`. */
  function places(text: string): number[] {
    const found = [...text.matchAll(/\{(\d+)\}/g)].map(([, place]) => Number(place));
    return [...new Set(found)].sort((a, b) => a - b);
  }

  test('stand in the text without a gap, and it shows no more than two', () => {
    for (const [id, [, text, names]] of entries) {
      const shown = places(text);
      // the type of ApiError counts to two
      expect([id, shown]).toEqual([id, [1, 2].slice(0, shown.length)]);
      if (names !== undefined) expect(names.length).toBeGreaterThan(shown.length);
    }
  });

  test('stand in the German text, too', () => {
    const known = new Map(entries);
    for (const [id, text] of Object.entries(german.error))
      expect([id, places(text)]).toEqual([id, places(known.get(id)?.[1] ?? '')]);
  });

  test('are as many as its text shows or names, or the compiler refuses them', () => {
    const made = [
      new ApiError('invalid_parameter', 'nodeid', 'it is empty'),
      new ApiError('badlogin', 1, 5),
      // @ts-expect-error one is missing
      new ApiError('invalid_parameter', 'nodeid'),
      // @ts-expect-error one is missing that the text does not show
      new ApiError('badlogin', 1),
      // @ts-expect-error one is too many
      new ApiError('no_permission', 27),
    ];
    expect(made[0]?.message).toBe('The parameter nodeid is not valid: it is empty.');
  });
});
