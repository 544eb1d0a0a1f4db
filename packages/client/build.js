import { spawnSync } from 'node:child_process';
import { copyFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

// The SDK shares the protocol with the server, so its sources are there; the package is one file of code and one of types,
// which depend on nothing: MD5, too, is in it.
process.chdir(fileURLToPath(new URL('.', import.meta.url)));
rmSync('dist', { recursive: true, force: true });

const source = '../../src/client/index.ts';
for (const [format, outfile] of [
  ['esm', 'dist/index.js'],
  ['cjs', 'dist/index.cjs'],
]) {
  await build({
    entryPoints: [source],
    outfile,
    format,
    bundle: true,
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'es2022',
  });
}

const roller = createRequire(import.meta.url).resolve(
  'dts-bundle-generator/dist/bin/dts-bundle-generator.js',
);
const options = ['--no-check', '--silent', '--project', 'tsconfig.json', '-o', 'dist/index.d.ts'];
const { status } = spawnSync(process.execPath, [roller, ...options, source], { stdio: 'inherit' });
if (status !== 0) throw new Error('the types could not be put together');
copyFileSync('dist/index.d.ts', 'dist/index.d.cts');
