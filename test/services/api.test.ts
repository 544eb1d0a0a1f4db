import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { MethodSummary, ParameterSummary, TypeSummary } from '../../src/client/index.ts';
import { startBoard, type TestBoard } from '../support/board.ts';

let board: TestBoard;
let methods: readonly MethodSummary[];
beforeAll(async () => {
  board = await startBoard();
  methods = await board.guest().api.methods();
});
afterAll(async () => {
  await board.stop();
});

function method(name: string): MethodSummary {
  const found = methods.find((one) => one.method === name);
  if (found === undefined) throw new Error(`there is no ${name}`);
  return found;
}

function parameter(name: string, among: readonly ParameterSummary[] = []): ParameterSummary {
  const found = among.find((one) => one.name === name);
  if (found === undefined) throw new Error(`there is no ${name}`);
  return found;
}

/** A type and all that it is made of. */
function parts(type: TypeSummary): TypeSummary[] {
  const inner = [...(type.of ? [type.of] : []), ...(type.fields ?? [])];
  return [type, ...inner.flatMap(parts)];
}

describe('api.methods', () => {
  test('tells the fields, lists and words that parameters are made of', () => {
    const { fields } = parameter('data', method('content_text.add').parameters);
    expect(parameter('parentid', fields)).toEqual({
      name: 'parentid',
      type: 'uint',
      optional: false,
    });
    const { parameters } = method('content_report.openClose');
    expect(parameter('nodeids', parameters).of).toEqual({ type: 'uint' });
    expect(parameter('op', parameters).values).toEqual(['open', 'close']);
  });

  test('leaves no type without what it is made of', () => {
    const simple = ['uint', 'int', 'string', 'boolean', 'file', 'struct', 'textOrStruct'];
    const types = methods.flatMap(({ parameters }) => parameters.flatMap(parts));
    const vague = types.filter(
      ({ type, values, of, fields }) =>
        !simple.includes(type) && (values ?? fields ?? (of && [of]) ?? []).length === 0,
    );
    expect(vague).toEqual([]);
  });

  test('names only types that the SDK declares, and no value by the name of a constant', () => {
    const declared = readFileSync('src/generated/api.ts', 'utf8');
    const known = new Set(
      [...declared.matchAll(/^export (?:interface|type) (\w+)/gm)].map(([, name]) => name),
    );
    for (const name of ['Record', 'Partial', 'Pick', 'Omit', 'Readonly']) known.add(name);
    for (const { returns } of methods)
      for (const name of returns.replace(/'[^']*'/g, '').match(/\b[A-Z]\w*/g) ?? [])
        expect([returns, known.has(name)]).toEqual([returns, true]);
    const defaults = methods.flatMap(({ parameters }) => parameters.map((one) => one.default));
    expect(defaults.filter((text) => text !== undefined && /^[A-Z]/.test(text))).toEqual([]);
  });
});
