import type { ExampleCaller } from '../sandbox/credentials.ts';
import { signExample } from './example.ts';
import { methodLink } from './places.ts';

/**
 * Puts signed calls into the chapter on tasks, at `{{call CALLER METHOD parameters}}`, with `| file` behind for an
 * upload, and links every method that stands between backticks.
 * @param names all methods, `class.method`
 * @throws Error when the text calls a method that there is not
 */
export function fillTasks(text: string, names: ReadonlySet<string>): string {
  return text
    .replace(/`(\w+\.\w+)`/g, (found, name: string) => (names.has(name) ? methodLink(name) : found))
    .replace(
      /\{\{call (\w+) (\S+)(?: ([^|}]*?))?(?: \| (\w+))?\}\}/g,
      (_, caller: ExampleCaller, name: string, parameters: string | undefined, file?: string) => {
        if (!names.has(name)) throw new Error(`tasks.md calls ${name}, which there is not`);
        const files = file === undefined ? [] : [file];
        return `\`\`\`sh\n${signExample(name, parameters ?? '', { caller, files }).curl}\n\`\`\``;
      },
    );
}
