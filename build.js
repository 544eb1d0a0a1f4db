import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

// Before a start: builds where the compiler is installed. In production it is not, and what was built before is run.
const folder = fileURLToPath(new URL('.', import.meta.url));

/** Undefined also where there is nothing to build, as in a package. */
function compiler() {
  if (!existsSync(new URL('tsconfig.build.json', import.meta.url))) return undefined;
  try {
    return createRequire(import.meta.url).resolve('typescript/bin/tsc');
  } catch {
    return undefined;
  }
}

const tsc = compiler();
if (tsc !== undefined) {
  const { status } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], {
    cwd: folder,
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
} else if (!existsSync(new URL('dist/src/main.js', import.meta.url))) {
  process.stderr.write(
    'Signpost is not built, and the compiler is not installed. Run "npm ci && npm run build" first; ' +
      '"npm ci --omit=dev" can follow.\n',
  );
  process.exitCode = 1;
}
