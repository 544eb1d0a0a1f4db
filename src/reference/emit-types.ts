import ts from 'typescript';
import type { ApiClass } from './extract.ts';
import { code, generatedPage, oneLine, type Row, table } from './markdown.ts';
import { classPage, link, mainPage, rebased, typesPage } from './places.ts';
import type { ResultTypes } from './result-types.ts';

const listById = `/** A list; below \`api_v=100\` an object by id, whose order is that of its text. */
export type ListById<T> = readonly T[];`;

/** Where the types of results are described: those of one class on its page, the others on a page of their own. */
export class TypePages {
  readonly #results: ResultTypes;
  /** Name → declaration, in the order of first use. */
  readonly #declared: ReadonlyMap<string, string>;
  /** Name → page. */
  readonly #pages: ReadonlyMap<string, string>;

  /** @param results has to name the types of results as JSON has them, and a `ListById` by its name */
  constructor(results: ResultTypes, classes: readonly ApiClass[]) {
    this.#results = results;
    // printing finds the types, so it comes before the declarations are asked for
    const printed = classes.map(
      ({ name, methods }) =>
        [name, methods.map((method) => textsOf(method, results).join(' ')).join(' ')] as const,
    );
    const declarations = results.declarations(new Set());
    const all = declarations.length === 0 ? [] : [listById, ...declarations];
    this.#declared = new Map(all.map((text) => [nameOf(text), text]));
    const users = new Map([...this.#declared.keys()].map((name) => [name, new Set<string>()]));
    for (const [name, text] of printed)
      for (const type of this.#reached(text)) users.get(type)?.add(name);
    this.#pages = new Map([...users].map(([type, names]) => [type, pageOf(names)]));
  }

  /** A type as callers get it. */
  text(node: ts.TypeNode): string {
    return this.#results.text(node);
  }

  /** Links to the types that a text names, with commas between. */
  linksIn(text: string, but = ''): string {
    return this.#namedIn(text)
      .filter((name) => name !== but)
      .map((name) => link(this.#pages.get(name) ?? typesPage, heading(name), name))
      .join(', ');
  }

  /** The types that are described on this page; a heading for each, so that results can link to theirs. */
  sectionsOf(page: string): readonly string[] {
    const own = [...this.#declared].filter(([name]) => this.#pages.get(name) === page);
    return own.map(([name, text]) => this.#section(name, text));
  }

  /** Writes `docs/reference/types.md`. */
  emit(): string {
    const text = [
      '# Types of results',
      generatedPage,
      `As with \`api_v=100\`, and only those that results of several classes have: others are on the page of their class. All classes: [${mainPage}](${mainPage}).`,
      ...this.sectionsOf(typesPage),
    ].join('\n\n');
    return `${rebased(text, typesPage)}\n`;
  }

  #section(name: string, text: string): string {
    const see = this.linksIn(withoutComments(text), name);
    return [`## ${heading(name)}`, ...describe(text), ...(see === '' ? [] : [`See ${see}.`])].join(
      '\n\n',
    );
  }

  #namedIn(text: string): readonly string[] {
    return [...new Set(text.match(/\b[A-Z]\w+/g))].filter((name) => this.#declared.has(name));
  }

  /** What a text names, what that names, and so on. */
  #reached(text: string): ReadonlySet<string> {
    const found = new Set(this.#namedIn(text));
    // the set grows while it is read; iteration sees that
    for (const name of found)
      for (const next of this.#namedIn(withoutComments(this.#declared.get(name) ?? '')))
        found.add(next);
    return found;
  }
}

function textsOf(
  { returnType, trees }: ApiClass['methods'][number],
  results: ResultTypes,
): readonly string[] {
  return [returnType, ...trees].map((node) => results.text(node));
}

function pageOf(classes: ReadonlySet<string>): string {
  const [only, ...others] = classes;
  return only === undefined || others.length > 0 ? typesPage : classPage(only);
}

function heading(type: string): string {
  return `Type ${type}`;
}

function nameOf(declaration: string): string {
  return /^export (?:interface|type) (\w+)/m.exec(declaration)?.[1] ?? '';
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '');
}

/** An interface field by field; any other type as it is written. */
function describe(text: string): readonly string[] {
  const source = ts.createSourceFile('type.ts', text, ts.ScriptTarget.ES2023, true);
  const [declaration] = source.statements;
  if (declaration === undefined || !ts.isInterfaceDeclaration(declaration) || !isPlain(declaration))
    return [`\`\`\`ts\n${text}\n\`\`\``];
  const doc = docOf(declaration);
  const parents = declaration.heritageClauses?.flatMap(({ types }) => types) ?? [];
  const more = parents.map((parent) => code(parent.getText())).join(' and ');
  return [
    ...(doc === '' ? [] : [doc]),
    ...(more === '' ? [] : [`All of ${more}, and:`]),
    table(['field', 'type', 'is'], declaration.members.filter(ts.isPropertySignature).map(row)),
  ];
}

function isPlain({ members, typeParameters }: ts.InterfaceDeclaration): boolean {
  return (
    typeParameters === undefined && members.length > 0 && members.every(ts.isPropertySignature)
  );
}

function row(member: ts.PropertySignature): Row {
  const type = member.type?.getText() ?? '';
  const optional = member.questionToken === undefined ? '' : ', or left out';
  const shown = withoutComments(type).replace(/\breadonly /g, '');
  return [code(member.name.getText()), code(oneLine(shown).trim()) + optional, docOf(member)];
}

function docOf(node: ts.Node): string {
  const comment = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).at(-1)?.comment;
  return ts.getTextOfJSDocComment(comment)?.trim() ?? '';
}
