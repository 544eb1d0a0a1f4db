import type { Manifest } from '../protocol/manifest.ts';
import { generated } from './generated.ts';

/** Writes `src/generated/manifest.ts`. */
export function emitManifest(manifest: Manifest): string {
  return `${generated}import type { Manifest } from '../protocol/manifest.ts';

export const manifest: Manifest = ${JSON.stringify(manifest, null, 2)};
`;
}
