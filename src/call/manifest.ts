import { readFileSync } from 'node:fs';
import type { Manifest } from '../protocol/manifest.ts';

const file = new URL('../generated/manifest.json', import.meta.url);

/** Every API method, as `npm run reference` has read it from the services. */
export const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
