import ts from 'typescript';
import { isOurs, type Sources, symbolOf } from './program.ts';
import { wordsOf } from './words.ts';

type Named = ts.InterfaceDeclaration | ts.TypeAliasDeclaration;

/** Types of the wire or of the standard library that mean something else, or the same, in JSON. */
const replaced: ReadonlyMap<string, string> = new Map([
  ['Uint', 'number'],
  ['Int', 'number'],
  ['Struct', 'Struct'],
]);
/** How a `ListById` is written: as what it is from `api_v` 100 on, or by its name. */
export type ListsAs = 'array' | 'name';

const maps: ReadonlySet<string> = new Set(['Map', 'ReadonlyMap']);
const spelledOut: ts.TypeFormatFlags =
  ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.InTypeAlias;
const kept: ReadonlySet<string> = new Set(
  'Array ReadonlyArray Record Partial Required Readonly Pick Omit Exclude Extract NonNullable'.split(
    ' ',
  ),
);

/**
 * Copies result types out of the services' sources, with every interface and alias they reach. Written text is kept
 * as it is, comments included; only the names that JSON knows otherwise are replaced.
 */
export class ResultTypes {
  readonly #sources: Sources;
  readonly #lists: ListsAs;
  readonly #found = new Map<string, Named>();

  constructor(sources: Sources, lists: ListsAs) {
    this.#sources = sources;
    this.#lists = lists;
  }

  /** A type as the caller gets it; what it names is declared by {@link declarations}. */
  text(node: ts.Node): string {
    if (ts.isTypeReferenceNode(node)) return this.#reference(node);
    if (needsChecker(node)) return this.#resolved(node);
    if (ts.isUnionTypeNode(node)) return this.#union(node);
    if (ts.isExpressionWithTypeArguments(node)) return this.#named(node.expression, node);
    return this.#spliced(node);
  }

  /** Everything the texts so far have named, in order of first use. Names in `taken` mean something else already. */
  declarations(taken: ReadonlySet<string>): readonly string[] {
    const texts: string[] = [];
    // the map grows while its members are copied; iteration sees that
    for (const [name, declaration] of this.#found) {
      if (taken.has(name)) {
        this.#complain(declaration, `${name} is the name of a parameter's type, too: rename one.`);
      }
      texts.push(leadingDoc(declaration) + exported(this.#spliced(declaration)));
    }
    return texts;
  }

  #reference(node: ts.TypeReferenceNode): string {
    const name = node.typeName.getText();
    const [key, value] = node.typeArguments ?? [];
    if (name === 'ListById' && key) return this.#list(this.text(key));
    if (maps.has(name) && value) return `Record<string, ${this.text(value)}>`;
    return replaced.get(name) ?? this.#named(node.typeName, node);
  }

  /** Types that differ here may be the same as JSON has them. */
  #union(node: ts.UnionTypeNode): string {
    return [...new Set(node.types.map((type) => this.text(type)))].join(' | ');
  }

  #list(item: string): string {
    return this.#lists === 'array' ? `readonly ${item}[]` : `ListById<${item}>`;
  }

  #named(name: ts.Node, node: ts.NodeWithTypeArguments): string {
    const declaration = symbolOf(this.#sources.checker, name)?.declarations?.[0];
    if (!declaration || !this.#mayLeave(name.getText(), declaration)) {
      this.#complain(node, `${name.getText()} cannot be in a result: declare an interface in src.`);
      return 'unknown';
    }
    const own =
      isNamed(declaration) && isOurs(this.#sources, declaration) && this.#remember(declaration);
    const given = node.typeArguments?.map((argument) => this.text(argument)) ?? [];
    return (own || name.getText()) + (given.length > 0 ? `<${given.join(', ')}>` : '');
  }

  #mayLeave(name: string, declaration: ts.Declaration): boolean {
    if (ts.isTypeParameterDeclaration(declaration)) return true;
    if (isOurs(this.#sources, declaration)) return isNamed(declaration);
    const standard = this.#sources.program.isSourceFileDefaultLibrary(declaration.getSourceFile());
    return standard && kept.has(name);
  }

  #remember(declaration: Named): string {
    const name = declaration.name.text;
    const known = this.#found.get(name);
    if (known && known !== declaration) {
      this.#complain(declaration, `there are two types ${name} in results: rename one.`);
    }
    this.#found.set(name, known ?? declaration);
    return name;
  }

  /** The text of a node with that of its children replaced. */
  #spliced(node: ts.Node): string {
    const source = node.getSourceFile().text;
    let result = '';
    let position = node.getStart();
    ts.forEachChild(node, (child) => {
      const start = child.getStart();
      result += source.slice(position, start) + this.text(child);
      position = child.getEnd();
    });
    return result + source.slice(position, node.getEnd());
  }

  /** `keyof typeof table` and the like mean nothing outside their file, so the compiler spells them out. */
  #resolved(node: ts.Node): string {
    const { checker } = this.#sources;
    const words = ts.isTypeNode(node) ? wordsOf(node, this.#sources) : undefined;
    if (words !== undefined) return words.map((word) => `"${word}"`).join(' | ');
    return checker.typeToString(checker.getTypeAtLocation(node), undefined, spelledOut);
  }

  #complain(node: ts.Node, sentence: string): void {
    this.#sources.problems.add(node, sentence);
  }
}

function isNamed(node: ts.Node): node is Named {
  return ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);
}

function needsChecker(node: ts.Node): boolean {
  if (ts.isTypeQueryNode(node)) return true;
  const operator = ts.isTypeOperatorNode(node) || ts.isIndexedAccessTypeNode(node);
  return operator && (ts.forEachChild(node, hasTypeQuery) ?? false);
}

function hasTypeQuery(node: ts.Node): boolean | undefined {
  return ts.isTypeQueryNode(node) || ts.forEachChild(node, hasTypeQuery);
}

function leadingDoc(declaration: Named): string {
  const doc = ts.getJSDocCommentsAndTags(declaration).filter(ts.isJSDoc).at(-1);
  return doc ? `${doc.getText()}\n` : '';
}

function exported(text: string): string {
  return text.startsWith('export ') ? text : `export ${text}`;
}
