import { readFileSync } from 'node:fs';
import { endpoints } from '../dialects/invision/table.ts';
import { groups } from '../dialects/vbulletin/legacy/table.ts';
import { bbcodeSection } from './bbcodes.ts';
import { emitApi } from './emit-api.ts';
import { emitClass } from './emit-class.ts';
import { emitInvision } from './emit-invision.ts';
import { knownGroups, legacyChapter, legacyPages } from './emit-legacy.ts';
import { emitManifest } from './emit-manifest.ts';
import { emitMarkdown } from './emit-markdown.ts';
import { emitOptions } from './emit-options.ts';
import { emitServices } from './emit-services.ts';
import { TypePages } from './emit-types.ts';
import { extract, manifestOf } from './extract.ts';
import { classPage, mainPage, referenceFolder, typesPage } from './places.ts';
import { loadSources } from './program.ts';
import { fillProtocol } from './protocol.ts';
import { ResultTypes } from './result-types.ts';
import { fillTasks } from './tasks.ts';

/** Folders in which nothing else lies. */
export const ownFolders: readonly string[] = ['src/generated', referenceFolder];

/** What is generated from a source tree: path below the root → text. */
export interface Outputs {
  readonly code: ReadonlyMap<string, string>;
  /** @param answers `class.method` → what its example answers */
  readonly pages: (answers: ReadonlyMap<string, string>) => ReadonlyMap<string, string>;
}

/**
 * Reads a source tree.
 * @throws ContractError when the services break a rule
 */
export function sourcesOf(root: string): Outputs {
  const sources = loadSources(root);
  const classes = extract(sources);
  const api = emitApi(classes, new ResultTypes(sources, 'array'));
  sources.problems.stopIfAny();
  return {
    code: new Map([
      ['src/generated/manifest.json', emitManifest(manifestOf(classes))],
      ['src/generated/services.ts', emitServices(classes)],
      ['src/generated/api.ts', api],
    ]),
    pages(answers) {
      const names = new Set(manifestOf(classes).map((spec) => `${spec.class}.${spec.method}`));
      const legacy = knownGroups(groups, names);
      const types = new TypePages(new ResultTypes(sources, 'name'), classes);
      const chapters = { prose: proseOf(names), legacy: legacyChapter(legacy) };
      return new Map([
        [mainPage, emitMarkdown(chapters, classes)],
        ...classes.map(
          (service) => [classPage(service.name), emitClass(service, { types, answers })] as const,
        ),
        [typesPage, types.emit()],
        ...legacyPages(legacy),
        ...(names.has('options.fetch') ? ([['docs/options.md', emitOptions()]] as const) : []),
        ...(endpoints.every(({ asks }) => asks.every((name) => names.has(name)))
          ? ([['docs/invision.md', emitInvision(endpoints)]] as const)
          : []),
      ]);
    },
  };
}

/** The handwritten chapters. Tasks are about this board's methods: a source tree without them has no tasks. */
function proseOf(names: ReadonlySet<string>): readonly string[] {
  const read = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8');
  const tasks = names.has('api.init') ? [fillTasks(read('tasks.md'), names).trimEnd()] : [];
  return [fillProtocol(read('protocol.md')).trimEnd(), ...tasks, bbcodeSection()];
}

/** All generated files. */
export function outputsOf(root: string): ReadonlyMap<string, string> {
  const { code, pages } = sourcesOf(root);
  return new Map([...code, ...pages(new Map())]);
}
