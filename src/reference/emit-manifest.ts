import type { Manifest } from '../protocol/manifest.ts';

/** Writes `src/generated/manifest.json`: a line for each method, so that two changes meet only where they are. */
export function emitManifest(manifest: Manifest): string {
  return `[\n${manifest.map((spec) => JSON.stringify(spec)).join(',\n')}\n]\n`;
}
