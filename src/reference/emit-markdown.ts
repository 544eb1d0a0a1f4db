import { type ErrorEntry, phrases } from '../errors.ts';
import { methodIndex } from './emit-class.ts';
import type { ApiClass } from './extract.ts';
import { code, table } from './markdown.ts';
import { notOffered } from './not-offered.ts';
import { classPage, link, mainPage, rebased } from './places.ts';
import { slugOf } from './slug.ts';

/** Chapters that are made elsewhere. */
interface Chapters {
  /** Those written by hand; the contents come behind the paragraph below the title. */
  readonly prose: readonly string[];
  /** On legacy names. */
  readonly legacy: readonly string[];
}

/** Writes `api.php.md`, which links to all other pages: the handwritten chapters, the errors, and a line for each method and each legacy name. */
export function emitMarkdown({ prose, legacy }: Chapters, classes: readonly ApiClass[]): string {
  const [opening = '', ...chapters] = prose.join('\n\n').split(/\n(?=## )/);
  const sections = [
    ...chapters.map((chapter) => chapter.trimEnd()),
    errorSection(),
    '## Methods',
    ...classes.map(classSection),
    missingSection(),
    ...legacy,
  ];
  const page = [opening.trimEnd(), contentsOf(sections, classes), ...sections];
  return `${rebased(page.join('\n\n'), mainPage)}\n`;
}

/** The chapters, and below the methods every class. */
function contentsOf(sections: readonly string[], classes: readonly ApiClass[]): string {
  const chapters = sections.flatMap((section) =>
    [...section.matchAll(/^## (.+)$/gm)].map(([, heading = '']) => heading),
  );
  const lines = chapters.map((chapter) => {
    const below =
      chapter === 'Methods' ? `: ${classes.map(({ name }) => own(name)).join(', ')}` : '';
    return `- ${own(chapter)}${below}`;
  });
  return `## Contents\n\n${lines.join('\n')}`;
}

function own(heading: string): string {
  return `[${heading}](#${slugOf(heading)})`;
}

function errorSection(): string {
  const rows = Object.entries<ErrorEntry>(phrases).map(([id, [status, text, args]]) => [
    code(id),
    String(status),
    args === undefined ? text : `${text} (Arguments: ${args.join(', ')}.)`,
  ]);
  return `## Errors

\`{1}\`, \`{2}\` are the arguments behind the id; those of an error whose text does not show them all stand in brackets. The status is for dialects that use one; \`api.php\` answers 200.

${table(['id', 'status', 'text'], rows)}`;
}

function classSection(service: ApiClass): string {
  const { name, doc } = service;
  const [about = ''] = doc.split(/\n\s*\n/);
  return [
    `### ${name}`,
    `${about === '' ? '' : `${about} `}Described in ${link(classPage(name), name)}.`,
    methodIndex(service),
  ].join('\n\n');
}

function missingSection(): string {
  const rows = notOffered.flatMap(({ class: name, methods, reason }) =>
    (methods.length === 0 ? ['all'] : methods.map(code)).map((method) => [
      code(name),
      method,
      reason,
    ]),
  );
  return `## Methods not offered

What an app may look for in vBulletin's API and does not find here. Methods that draw vBulletin's own web pages, administer the board or serve only itself are not named one by one.

${table(['class', 'method', 'reason'], rows)}`;
}
