import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { copyTemplate } from '../support/template.ts';
import { Command, finished } from './command.ts';

/** Each command loads the server, on a machine that may be busy. */
const SLOW = 180_000;

let folder: string;
let env: Readonly<Record<string, string>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keys-of-a-test-'));
  const file = join(folder, 'board.db');
  await copyTemplate('board', file);
  env = { DATABASE_URL: `sqlite:${file}`, FILES_URL: `file:${folder}` };
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function key(...args: readonly string[]) {
  return finished(new Command(['key', ...args], env));
}

/** What a command prints for programs. */
async function json(...args: readonly string[]): Promise<unknown> {
  const { exit, stdout, stderr } = await key(...args, '--json');
  expect([exit, stderr]).toEqual([0, '']);
  return JSON.parse(stdout);
}

test(
  'a key is made, listed without its text, rotated and revoked',
  async () => {
    const { exit, stdout, stderr } = await key(
      ...['add', 'Import of the wiki', '--right', 'forums', 'core/hello/*'],
      ...['--network', '192.0.2.0/24', '--days', '90', '--log'],
    );
    expect([exit, stderr]).toEqual([0, '']);
    const [, id = '', text = ''] =
      /^Key (\d+), which is not shown again:\n\n {2}(sp_inv_[\w-]{32})\n/.exec(stdout) ?? [];
    expect(text).not.toBe('');
    const listed = await key('list');
    expect(listed.stdout).toMatch(
      new RegExp(
        `^${id}  invision  Import of the wiki  \\(good until \\d{4}-\\d\\d-\\d\\d, never used; forums core/hello/\\*\\)$`,
        'm',
      ),
    );
    expect(listed.stdout).not.toContain(text);
    expect(await json('list')).toContainEqual(
      expect.objectContaining({
        ...{ apikeyid: Number(id), name: 'Import of the wiki', networks: ['192.0.2.0/24'] },
        ...{ rights: ['forums', 'core/hello/*'], inurl: 0, logged: 1, userid: 1 },
      }),
    );
    const rotated = await json('rotate', id, '--grace', '1');
    expect(rotated).toEqual({
      apikeyid: Number(id),
      key: expect.stringMatching(/^sp_inv_[\w-]{32}$/),
    });
    expect(rotated).not.toMatchObject({ key: text });
    const revoked = await key('revoke', id);
    expect([revoked.exit, revoked.stdout]).toEqual([0, `Key ${id} is revoked.\n`]);
    expect((await key('list')).stdout).toMatch(
      new RegExp(`^${id}  invision  Import of the wiki  \\(revoked, `, 'm'),
    );
  },
  SLOW,
);

test.each([
  ['without a name', ['add'], /^error: missing required argument 'name'\n$/],
  ['for an API that is not there', ['add', 'x', '--dialect', 'phpbb'], /^error: .*invision/],
  [
    'from a network that is none',
    ['add', 'x', '--network', '10.0.0.1:80'],
    /10\.0\.0\.1:80 is neither/,
  ],
  ['by a number that is none', ['revoke', 'five'], /^error: .*whole number/],
  ['by a number that no key has', ['rotate', '999999'], /there is no such key/],
  [
    'as somebody who is no administrator',
    ['list', '--as', 'alice'],
    /^alice is no administrator\.\n$/,
  ],
])(
  'a key %s is refused in one sentence',
  async (_, args, told) => {
    const { exit, stdout, stderr } = await key(...args);
    expect([exit, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(told);
    expect(stderr).not.toMatch(/^\s+at /m);
  },
  SLOW,
);
