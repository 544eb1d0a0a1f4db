import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = 'docs/reference';

/** The pages of the reference: path → text. */
export const referencePages: ReadonlyMap<string, string> = new Map(
  ['api.php.md', ...pagesIn(folder)].map((path) => [path, readFileSync(path, 'utf8')]),
);

/** All of the reference. */
export const reference = [...referencePages.values()].join('\n');

/** The pages in a folder and below, by their paths. */
export function pagesIn(path: string): readonly string[] {
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(path, name))
    .sort();
}
