import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { defaultAvatar } from '../../src/storage/default-avatar.ts';
import { Command, finished } from './command.ts';

const SLOW = 300_000;
const shell = promisify(execFile);

// The sandbox has a database of its own: one project is enough.
describe('signpost call', () => {
  let folder: string;
  let sandbox: Command;
  let url: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'call-'));
    sandbox = new Command(['sandbox'], { PORT: '0' });
    url = await sandbox.url();
  }, SLOW);

  afterAll(async () => {
    await sandbox.stop();
    await rm(folder, { recursive: true });
  }, SLOW);

  function call(...args: readonly string[]) {
    const env = { XDG_STATE_HOME: folder };
    return finished(new Command(['call', '--url', url, ...args], env));
  }

  /** What is printed by a curl command that a call printed. */
  async function pasted(command: string): Promise<unknown> {
    const { stdout } = await shell('sh', ['-c', command.replace('curl', 'curl -s')]);
    return JSON.parse(stdout) as unknown;
  }

  test(
    'shows no default in its help that nobody can write',
    async () => {
      const { stdout } = await call('--help');
      expect(stdout).toContain('--file <name=path>');
      expect(stdout).not.toContain('{');
    },
    SLOW,
  );

  test(
    'prints the answer, and keeps its session for the next call',
    async () => {
      const first = await call('node.getNode', 'nodeid=27');
      expect([first.exit, first.stderr]).toEqual([0, '']);
      expect(JSON.parse(first.stdout)).toMatchObject({ nodeid: 27, authorname: 'alice' });
      const file = join(folder, 'signpost', 'sessions.json');
      const kept = await readFile(file, 'utf8');
      expect((await stat(file)).mode & 0o077).toBe(0);
      await call('node.getNode', 'nodeid=27');
      expect(await readFile(file, 'utf8')).toBe(kept);
    },
    SLOW,
  );

  test(
    'posts as a member, with names in brackets and any text',
    async () => {
      const text = "Grüße & 1+1=2, it's %41";
      const data = ['data[parentid]=14', `data[title]=${text}`, `data[rawtext]=${text}`];
      const posted = await call('content_text.add', ...data, '--as', 'alice');
      expect([posted.exit, posted.stderr]).toEqual([0, '']);
      const nodeid = posted.stdout.trim();
      const read = await call('node.getNode', `nodeid=${nodeid}`, '--as', 'alice');
      expect(JSON.parse(read.stdout)).toMatchObject({ title: text, authorname: 'alice' });
    },
    SLOW,
  );

  test(
    'prints a refusal, and says it on standard error',
    async () => {
      const { exit, stderr, stdout } = await call('node.getNode', 'nodeid=999999');
      expect(exit).toBe(1);
      expect(JSON.parse(stdout)).toMatchObject({ errors: [['invalid_node_id', 999999]] });
      expect(stderr).toBe('node.getNode: invalid_node_id 999999 (There is no node 999999.)\n');
    },
    SLOW,
  );

  test(
    'uploads a file, and prints curl commands that do the same',
    async () => {
      const photo = join(folder, "it's one.png");
      await writeFile(photo, new Uint8Array(defaultAvatar(2) ?? []));
      const upload = ['content_attach.uploadPhoto', '--file', `file=${photo}`, '--as', 'alice'];
      const made = await call(...upload);
      expect([made.exit, made.stderr]).toEqual([0, '']);
      const printed = await call(...upload, '--curl');
      expect(await pasted(printed.stdout)).toMatchObject({ filedataid: expect.any(Number) });
      const text = ["data[rawtext]=it's", 'data[parentid]=27'];
      const post = await call('content_text.add', ...text, '--as', 'bob', '--curl');
      const nodeid = await pasted(post.stdout);
      expect(nodeid).toEqual(expect.any(Number));
      expect(post.stdout).toMatch(/^curl '\S+&api_v=100' -d '\S+'\n$/);
    },
    SLOW,
  );

  test(
    'says what is no parameter, which file is not there, and that nobody answers',
    async () => {
      const parameter = await call('node.getNode', 'nodeid');
      expect([parameter.exit, parameter.stderr]).toEqual([
        1,
        expect.stringContaining('Write it as name=value.'),
      ]);
      const missing = await call('content_attach.uploadPhoto', '--file', 'file=nowhere.png');
      expect([missing.exit, missing.stderr]).toEqual([1, 'The file nowhere.png cannot be read.\n']);
      const nobody = await call('node.getNode', 'nodeid=1', '--url', 'http://127.0.0.1:9');
      expect([nobody.exit, nobody.stderr]).toEqual([
        1,
        expect.stringMatching(/Does a board answer at http:\/\/127\.0\.0\.1:9\?\n$/),
      ]);
      const bare = await call('api.methods', '--url', url.replace('http://', ''));
      expect([bare.exit, bare.stderr]).toEqual([0, '']);
    },
    SLOW,
  );

  test(
    'prints an answer whose signature is wrong, and says so',
    async () => {
      const answer = { apiaccesstoken: 'a', apiclientid: '1', secret: 's', apiversion: 5 };
      const server = createServer((_, res) => {
        res.setHeader('Authorization', 'd41d8cd98f00b204e9800998ecf8427e');
        res.end(JSON.stringify(answer));
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const { port } = server.address() as AddressInfo;
      const { exit, stderr, stdout } = await call(
        ...['site.getSiteStatistics', '--url', `http://127.0.0.1:${port}`],
      );
      expect([exit, JSON.parse(stdout)]).toEqual([1, answer]);
      expect(stderr).toBe('api.init: the signature of the answer is wrong\n');
      server.close();
    },
    SLOW,
  );
});
