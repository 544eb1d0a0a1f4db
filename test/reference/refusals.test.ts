import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { outputsOf } from '../../src/reference/outputs.ts';
import { ContractError } from '../../src/reference/problems.ts';

/** The members of a class in a file of its own, the line of the complaint, and what it says. */
const members: readonly (readonly [name: string, members: string, line: number, says: string])[] = [
  ['no doc', 'run(): void {}', 2, 'has no doc comment: describe it, or make it private'],
  ['empty doc', '/** @readonly */\nrun(): void {}', 3, 'has no doc comment'],
  ['no return type', '/** Run. */\nrun() {}', 3, 'run needs a written return type.'],
  [
    'number',
    '/** Run. */\nrun(n: number): void {}',
    3,
    'number is no type for a parameter: use Uint, Int',
  ],
  ['any', '/** Run. */\nrun(n: any): void {}', 3, 'any is no type for a parameter'],
  ['undefined', '/** Run. */\nrun(n: Uint | undefined): void {}', 3, 'Uint | undefined is no type'],
  ['null', '/** Run. */\nrun(n: Uint | null): void {}', 3, 'Uint | null is no type'],
  ['true', '/** Run. */\nrun(n: Uint | true): void {}', 3, 'Uint | true is no type'],
  ['boolean or false', '/** Run. */\nrun(n: boolean | false): void {}', 3, 'is no type'],
  ['three-way union', '/** Run. */\nrun(n: Uint | string | false): void {}', 3, 'is no type'],
  ['struct in a union', '/** Run. */\nrun(n: Struct | Uint): void {}', 3, 'is no type'],
  ['list of lists', '/** Run. */\nrun(n: Uint[][]): void {}', 3, 'Uint[][] is no type'],
  ['generic', '/** Run. */\nrun(n: Set<Uint>): void {}', 3, 'Set<Uint> is no type'],
  ['alias of an object', '/** Run. */\nrun(n: Alias): void {}', 3, 'Alias is no type'],
  ['foreign interface', '/** Run. */\nrun(n: Error): void {}', 3, 'Error is no type'],
  ['inline object', '/** Run. */\nrun(n: { a: Uint }): void {}', 3, '{ a: Uint } is no type'],
  ['number default', '/** Run. */\nrun(n = 1): void {}', 3, 'n needs a written type'],
  ['negative default', '/** Run. */\nrun(n = -1): void {}', 3, 'n needs a written type'],
  ['array default', '/** Run. */\nrun(n = []): void {}', 3, 'n needs a written type'],
  ['no type', '/** Run. */\nrun(n): void {}', 3, 'n needs a written type'],
  ['nested interface', '/** Run. */\nrun(n: Nested): void { void n; }', 9, 'inner is no member'],
  ['rest', '/** Run. */\nrun(...n: Uint[]): void {}', 3, 'a parameter is one plain name'],
  ['pattern', '/** Run. */\nrun({ a }: Flat): void {}', 3, 'a parameter is one plain name'],
  ['magic name', '/** Run. */\nrun(__proto__: Uint): void {}', 3, 'a parameter is one plain name'],
  [
    'object method',
    '/** Run. */\ntoString(): string { return ""; }',
    3,
    "toString cannot be a method's name",
  ],
  ['unread parameter', '/** Run. */\nrun(n: Uint): void {}', 3, 'n is never read: give it'],
  [
    'unread parameter of another method',
    '/** Run. */\nrun(n: Uint): void { this.go(n); }\nprivate go(n: Uint): void { this.go(n); }',
    3,
    'n is never read: give it',
  ],
  [
    'parameter that is read after all',
    '/**\n * Run.\n * @param n has no effect: so there\n */\nrun(n: Uint): Uint { return this.go(n); }\nprivate go(n: Uint): Uint { return n; }',
    6,
    'n is read, so it has an effect',
  ],
  [
    'unknown error',
    '/**\n * Run.\n * @throws no_such when it does\n */\nrun(): void {}',
    4,
    '@throws no_such is no error id',
  ],
  [
    'inherited error id',
    '/**\n * Run.\n * @throws toString when\n */\nrun(): void {}',
    4,
    '@throws toString is no error id',
  ],
  [
    'unknown tag',
    '/**\n * Run.\n * @readOnly\n */\nrun(): void {}',
    4,
    '@readOnly is not known: use @param',
  ],
  [
    'two modes',
    '/**\n * Run.\n * @readonly\n * @steps\n */\nrun(): void {}',
    5,
    'use one of @readonly and @steps',
  ],
  [
    'stale @param',
    '/**\n * Run.\n * @param old gone\n */\nrun(): void {}',
    6,
    '@param old describes no parameter',
  ],
  [
    'twice @param',
    '/**\n * Run.\n * @param n a\n * @param n b\n */\nrun(n: Uint): void { void n; }',
    5,
    '@param n is here twice',
  ],
  [
    'two examples',
    '/**\n * Run.\n * @example n=1\n * @example n=2\n */\nrun(n: Uint): void { void n; }',
    5,
    'there is an @example already',
  ],
  [
    'example of nothing',
    '/**\n * Run.\n * @example x=1\n */\nrun(): void {}',
    4,
    'there is no parameter x',
  ],
  [
    'incomplete example',
    '/**\n * Run.\n * @example\n */\nrun(n: Uint): void { void n; }',
    4,
    'The parameter n is missing.',
  ],
  [
    'unusable example',
    '/**\n * Run.\n * @example n=x\n */\nrun(n: Uint): void { void n; }',
    4,
    'it must be a whole number',
  ],
  ['twins', '/** Run. */\nrun(): void {}\n/** Run. */\nRUN(): void {}', 5, 'RUN is here twice'],
  [
    'overloads',
    '/** Run. */\nrun(n: Uint): void;\n/** Run. */\nrun(n: string): void { void n; }',
    5,
    'run is here twice',
  ],
  ['Date in a result', '/** Run. */\nrun(): Promise<Date> {}', 3, 'Date cannot be in a result'],
  ['class in a result', '/** Run. */\nrun(): Promise<Thing> {}', 3, 'Thing cannot be in a result'],
  [
    'unknown in a result',
    '/** Run. */\nrun(): Promise<Nowhere> {}',
    3,
    'Nowhere cannot be in a result',
  ],
  [
    'one name, two types',
    '/** Run. */\nrun(n: Flat): Promise<Flat> { return n; }',
    6,
    "Flat is the name of a parameter's type, too",
  ],
];

const tail = `
type Uint = number;
interface Flat { a: Uint }
type Alias = { a: Uint };
class Thing {}
interface Nested { inner: Flat }
`;

/** Whole files. */
const files: Readonly<Record<string, readonly [source: string, line: number, says: string]>> = {
  'Big-Name.ts': ['export class A {}', 1, 'Big-Name.ts cannot be an API class: use small letters'],
  'two.ts': ['export class A {}\nexport class B {}', 2, 'a file of src/services exports one class'],
  'nameless.ts': ['export default class {}', 1, 'an exported service needs a name'],
  'stray.ts': [
    "import { E } from '../e.ts';\nexport class A extends E {}",
    2,
    'E is not in src/services',
  ],
  'leaderless/a.ts': ['export class A {}', 1, 'mark one class of this folder with @lead'],
  'leaderless/b.ts': ['export class B {}', 1, ''],
  'shared/a.ts': ['/** @lead */\nexport class A {\n  /** Run. */\n  run(): void {}\n}', 2, ''],
  'shared/b.ts': ['export class B {\n  /** Run. */\n  RUN(): void {}\n}', 3, 'RUN is here twice'],
  'ladder.ts': [
    [
      'export class D extends C {}',
      'abstract class C extends B {}',
      'abstract class B extends A {}',
      'abstract class A {}',
    ].join('\n'),
    1,
    'this is the end of 4 classes: at most 3',
  ],
  'service.ts': ['export abstract class Service {\n  run(): void {}\n}', 2, 'make it protected'],
};

let root: string;
let problems: readonly string[];

function fileOf(name: string): string {
  return `src/services/${name
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '_')
    .replace(/^_/, '')}.ts`;
}

function save(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function problemsOf(tree: string): readonly string[] {
  try {
    outputsOf(tree);
    return [];
  } catch (error) {
    if (error instanceof ContractError) return error.problems;
    throw error;
  }
}

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'contract-'));
  for (const [name, text] of members) save(fileOf(name), `export class S {\n${text}\n}${tail}`);
  for (const [name, [text]] of Object.entries(files)) save(`src/services/${name}`, text);
  save('src/e.ts', 'export class E {}');
  problems = problemsOf(root);
});

afterAll(() => {
  rmSync(root, { recursive: true });
});

describe('stops the build with place and advice', () => {
  test.each(members)('%s', (name, _, line, says) => {
    const own = problems.filter((problem) => problem.startsWith(`${fileOf(name)}:`));
    expect(own).toEqual([expect.stringContaining(says)]);
    expect(own[0]).toMatch(new RegExp(`^[^:]+:${line}: `));
  });

  const refused = Object.entries(files).filter(([, [, , says]]) => says !== '');

  test.each(refused)('%s', (name, [, line, says]) => {
    expect(problems).toContainEqual(
      expect.stringMatching(new RegExp(`^src/services/${name}:${line}: .*${says}`)),
    );
  });
});
