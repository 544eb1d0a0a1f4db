import { describe, expect, test } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteDatabase } from '../../src/db/sqlite/database.ts';
import { Command } from './command.ts';

const SLOW = 120_000;

async function run(args: readonly string[], env: Readonly<Record<string, string>>) {
  const command = new Command(['seed', ...args], env);
  const exit = await command.code();
  return { exit, stdout: command.stdout, stderr: command.stderr };
}

describe('signpost seed', () => {
  test(
    'fills a database, tells each tenth, and refuses to do it twice',
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'seed-of-a-test-'));
      const file = join(folder, 'board.db');
      const env = { DATABASE_URL: `sqlite:${file}` };
      const first = await run(['--nodes', '200', '--seed', '5'], env);
      expect(first).toEqual({
        exit: 0,
        stdout: `sqlite:${file} has 200 more nodes.\n`,
        stderr: expect.stringMatching(
          /^0 %: 0 of 200 nodes\n100 %: 200 of 200 nodes\nCounting .*\n$/,
        ),
      });
      const second = await run(['--nodes', '200'], env);
      expect(second.exit).toBe(1);
      expect(second.stderr).toMatch(/^The board has channels or posts already\. With --force/);
      const database = new SqliteDatabase(file);
      const posts = await database
        .reader()
        .get('select count(*) as count from node where starter <> 0');
      await database.close();
      expect(posts).toEqual({ count: 200 });
      await rm(folder, { recursive: true });
    },
    SLOW,
  );

  test(
    'refuses production, and numbers that are none',
    async () => {
      const production = { NODE_ENV: 'production', DATABASE_URL: 'sqlite::memory:' };
      const refused = await run(['--nodes', '10'], production);
      expect([refused.exit, refused.stdout]).toEqual([1, '']);
      expect(refused.stderr).toMatch(/^A seed has public passwords: .* NODE_ENV=production\.\n$/);
      const { exit, stderr } = await run(['--nodes', 'many'], {});
      expect(exit).toBe(1);
      expect(stderr).toContain('Expected a whole number from 1 to 20000000.');
    },
    SLOW,
  );

  test(
    '--help says what it makes',
    async () => {
      const { exit, stdout } = await run(['--help'], {});
      expect(exit).toBe(0);
      expect(stdout).toMatch(/--nodes <count>[^]*--seed <number>[^]*--force[^]*DATABASE_URL/);
    },
    SLOW,
  );
});
