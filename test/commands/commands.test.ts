import { spawnSync } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { send } from '../support/raw.ts';
import { Command, finished } from './command.ts';

const SLOW = 60_000;

describe('signpost', () => {
  test(
    'tells all mistakes in the settings at once',
    async () => {
      const env = { PORT: 'http', DATABASE_URL: 'oracle://u:topsecret@h/x', LOG_LEVEL: 'loud' };
      const { exit, stderr, stdout } = await finished(new Command(['start'], env));
      expect(exit).toBe(1);
      expect(stdout).toBe('');
      expect(stderr).toContain(
        'PORT=http is not a whole number from 0 to 65535; for example PORT=',
      );
      expect(stderr).toContain('DATABASE_URL=oracle://u:***@h/x is neither');
      expect(stderr).toContain('LOG_LEVEL=loud is not one of');
      expect(stderr).not.toMatch(/topsecret|^\s+at /m);
    },
    SLOW,
  );

  test(
    '--help prints every setting',
    async () => {
      const { exit, stdout } = await finished(new Command(['--help']));
      expect(exit).toBe(0);
      for (const name of ['PORT', 'DATABASE_URL', 'REDIS_URL', 'SIGNATURE_MODE', 'METRICS'])
        expect(stdout).toMatch(new RegExp(`^  ${name} +\\S`, 'm'));
      for (const name of ['start', 'sandbox', 'call', 'sign', 'verify'])
        expect(stdout).toMatch(new RegExp(`^  ${name} +`, 'm'));
    },
    SLOW,
  );

  test(
    'a mistyped command is told from the right one',
    async () => {
      const { exit, stderr } = await finished(new Command(['jbos']));
      expect([exit, stderr]).toEqual([1, "error: unknown command 'jbos'\n(Did you mean jobs?)\n"]);
    },
    SLOW,
  );

  test(
    '--version tells the release',
    async () => {
      const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
      const { exit, stdout } = await finished(new Command(['--version']));
      expect([exit, stdout]).toEqual([0, `${version}\n`]);
    },
    SLOW,
  );

  test(
    'jobs in another folder, or with a mistyped path, says so and makes nothing',
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'elsewhere-'));
      for (const [args, env] of [
        [['jobs'], {}],
        [['jobs', 'replay', 'all'], { DATABASE_URL: 'sqlite:signpots.db' }],
      ] as const) {
        const { exit, stderr } = await finished(new Command(args, env, folder));
        expect([exit, stderr.split('\n').length]).toEqual([1, 2]);
        expect(stderr).toMatch(/^There is no database \/.*\.db\. .*DATABASE_URL right\?\n$/);
      }
      expect(await readdir(folder)).toEqual([]);
      await writeFile(join(folder, 'empty.db'), '');
      const env = { DATABASE_URL: 'sqlite:empty.db' };
      const { exit, stderr } = await finished(new Command(['jobs'], env, folder));
      expect([exit, stderr]).toEqual([
        1,
        expect.stringMatching(/^There is no board in .*empty\.db/),
      ]);
      await rm(folder, { recursive: true });
    },
    SLOW,
  );

  test.each([
    ['neither compiler nor build', false, 1, /^Signpost is not built.*npm ci.*\n$/],
    ['a build and no compiler', true, 0, /^$/],
  ])(
    'npm start with %s',
    async (_, built, code, said) => {
      const folder = await mkdtemp(join(tmpdir(), 'installed-'));
      await copyFile('build.js', join(folder, 'build.js'));
      await writeFile(join(folder, 'package.json'), '{"type":"module"}');
      if (built) {
        await mkdir(join(folder, 'dist/src'), { recursive: true });
        await writeFile(join(folder, 'dist/src/main.js'), '');
      }
      const { status, stderr } = spawnSync(process.execPath, [join(folder, 'build.js')], {
        encoding: 'utf8',
      });
      expect(status).toBe(code);
      expect(stderr).toMatch(said);
      await rm(folder, { recursive: true });
    },
    SLOW,
  );

  test(
    'sandbox refuses to run in production',
    async () => {
      for (const name of ['production', 'Production']) {
        const env = { NODE_ENV: name, PORT: '0' };
        const { exit, stderr } = await finished(new Command(['sandbox'], env));
        expect(exit).toBe(1);
        expect(stderr).toMatch(/^The sandbox .* NODE_ENV=production\.\n$/);
      }
    },
    SLOW,
  );

  test(
    'sandbox takes an empty setting for none, and keeps its own default',
    async () => {
      const command = new Command(['sandbox'], { PORT: '0', API_DEBUG: '', RATE_LIMIT: '' });
      const wrong = await send(
        `${await command.url()}/api.php?api_m=node.getNode&api_sig=x&debug=1`,
      );
      expect(wrong.json).toHaveProperty('debug');
      expect(wrong.headers).not.toHaveProperty('ratelimit-limit');
      expect(await command.stop()).toBe(0);
    },
    SLOW,
  );

  test(
    'sandbox prints credentials and a call that works',
    async () => {
      const command = new Command(['sandbox'], { PORT: '0' });
      const [, url = ''] = await command.prints(/curl '(.*)'/);
      expect((await send(url)).error).toBeUndefined();
      expect(command.stdout).toContain('alice-password');
      expect(await command.stop()).toBe(0);
    },
    SLOW,
  );

  test(
    'a sandbox on all addresses tells what other machines need',
    async () => {
      const command = new Command(['sandbox'], { PORT: '0', HOST: '0.0.0.0' });
      const [, port] = await command.prints(/ PUBLIC_URL=http:\/\/[\w.]+:(\d+)\n/);
      expect(command.stdout).toContain(`answers at http://localhost:${port}/api.php`);
      expect(await command.stop()).toBe(0);
    },
    SLOW,
  );
});
