import type { ApiClass } from './extract.ts';
import { type Row, table } from './markdown.ts';
import { linkTo } from './slug.ts';

/**
 * The table of contents: the chapters, then every class with its methods.
 * @param sections the page, a chapter or more in each
 */
export function contentsOf(sections: readonly string[], classes: readonly ApiClass[]): string {
  const names = new Set(classes.map(({ name }) => name));
  const chapters = sections
    .flatMap((section) => [...section.matchAll(/^## (.+)$/gm)].map(([, heading = '']) => heading))
    .filter((heading) => !names.has(heading));
  const rows: Row[] = classes.map(({ name, methods }) => [
    linkTo(name),
    methods.map(({ spec }) => linkTo(`${name}.${spec.method}`, spec.method)).join(', '),
  ]);
  return [
    '## Contents',
    chapters.map((chapter) => `- ${linkTo(chapter)}`).join('\n'),
    table(['class', 'methods'], rows),
  ].join('\n\n');
}
