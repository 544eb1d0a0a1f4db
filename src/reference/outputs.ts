import { readFileSync } from 'node:fs';
import { table } from '../dialects/vb4/table.ts';
import { emitApi } from './emit-api.ts';
import { emitLegacy } from './emit-legacy.ts';
import { emitManifest } from './emit-manifest.ts';
import { emitMarkdown } from './emit-markdown.ts';
import { emitServices } from './emit-services.ts';
import { extract, manifestOf } from './extract.ts';
import { loadSources } from './program.ts';
import { ResultTypes } from './result-types.ts';

/**
 * All generated files of a source tree: path below the root → text.
 * @throws ContractError when the services break a rule
 */
export function outputsOf(root: string): ReadonlyMap<string, string> {
  const sources = loadSources(root);
  const classes = extract(sources);
  const results = new ResultTypes(sources);
  const api = emitApi(classes, results);
  sources.problems.stopIfAny();
  const methods = classes.flatMap(({ methods: all }) => all);
  const names = new Set(methods.map(({ spec }) => `${spec.class}.${spec.method}`));
  const protocol = readFileSync(new URL('protocol.md', import.meta.url), 'utf8');
  return new Map([
    ['src/generated/manifest.ts', emitManifest(manifestOf(classes))],
    ['src/generated/services.ts', emitServices(classes)],
    ['src/generated/api.ts', api],
    ['api.php.md', emitMarkdown(protocol, classes, results, emitLegacy(table, names))],
  ]);
}
