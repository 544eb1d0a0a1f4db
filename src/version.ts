import { existsSync, readFileSync } from 'node:fs';

/** The release, as package.json tells it; sources and what is built from them lie at different depths below it. */
export function version(): string {
  const places = ['../package.json', '../../package.json'].map(
    (path) => new URL(path, import.meta.url),
  );
  const place = places.find((url) => existsSync(url));
  if (place === undefined) return 'unknown';
  return (JSON.parse(readFileSync(place, 'utf8')) as { version: string }).version;
}
