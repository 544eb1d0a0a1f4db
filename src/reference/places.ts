import { posix } from 'node:path';
import { slugOf } from './slug.ts';

/** What a person reads first. */
export const mainPage = 'api.php.md';

/** Everything in this folder is generated. */
export const referenceFolder = 'docs/reference';

/** The types that results of more than one class are made of. */
export const typesPage = `${referenceFolder}/types.md`;

/** The page of an API class. */
export function classPage(name: string): string {
  return `${referenceFolder}/${name}.md`;
}

/** The page of a group of legacy names. */
export function legacyPage(group: string): string {
  return `${referenceFolder}/legacy/${group}.md`;
}

/** A link to a page, or to a heading of it, for {@link rebased}. */
export function link(page: string, heading: string, text = heading): string {
  return `[${text}](${page}#${slugOf(heading)})`;
}

/** A link to a method by its name, `class.method`. */
export function methodLink(name: string): string {
  return link(classPage(name.slice(0, name.indexOf('.'))), name);
}

/** Links begin at the root, in doc comments as well: here they become what they are on their page. */
export function rebased(text: string, page: string): string {
  return text.replace(
    /\]\((?!\w+:|#)([^)#]+)/g,
    (_, to: string) => `](${to === page ? '' : posix.relative(posix.dirname(page), to)}`,
  );
}
