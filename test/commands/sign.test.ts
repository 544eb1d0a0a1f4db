import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { exampleSecrets } from '../../src/sandbox/credentials.ts';
import { md5 } from '../support/raw.ts';
import { Command, finished } from './command.ts';

const SLOW = 120_000;
const { token, clientid, secret, apikey } = exampleSecrets;
const credentials = ['--client', clientid, '--token', token, '--secret', secret];
const script = 'http://x/api.php';

function sign(url: string, ...more: readonly string[]) {
  return new Command(['sign', url, ...credentials, '--key', apikey, ...more]);
}

describe('signpost sign', () => {
  test(
    'shows what a signature is made of, masks secret and key, and gives a URL and a curl command',
    async () => {
      const url = `${script}?b=x+y&api_m=a.b&api_v=100&api_s=zzz&=lost`;
      const { exit, stdout } = await finished(sign(url));
      const right = md5(`api_m=a.b&b=x+y${token}${clientid}${secret}${apikey}`);
      const signed = `${script}?api_m=a.b&b=x+y&api_c=${clientid}&api_s=${token}&api_sig=${right}&api_v=100`;
      expect(exit).toBe(0);
      expect(stdout).toContain('api_m=a.b&b=x+y\n');
      expect(stdout).toMatch(new RegExp(`^api_sig +${right}$`, 'm'));
      expect(stdout).toMatch(/^not signed +api_s, api_v$/m);
      expect(stdout).toMatch(/^dropped +=lost$/m);
      expect(stdout).toContain(`\ncurl              curl '${signed}'\n`);
      expect(stdout).toContain(`\nURL               ${signed}\n`);
      for (const hidden of [secret, apikey]) expect(stdout).not.toContain(hidden);
    },
    SLOW,
  );

  test(
    'tells whether the URL is signed rightly, and what is wrong',
    async () => {
      const plain = 'api_m=a.b&b=1';
      const right = md5(`${plain}${token}${clientid}${secret}${apikey}`);
      const good = await finished(sign(`${script}?${plain}&api_sig=${right}`));
      expect([good.exit, good.stdout]).toEqual([
        0,
        expect.stringMatching(/^verdict +right: the URL has /m),
      ]);
      const keyless = md5(`${plain}${token}${clientid}${secret}`);
      const bad = await finished(sign(`${script}?${plain}&api_sig=${keyless}`));
      expect(bad.exit).toBe(1);
      expect(bad.stdout).toMatch(/^verdict +wrong: the URL has .*\n.*the API key is left out/m);
    },
    SLOW,
  );

  test(
    'says that the fields of a body are not signed, also when they have been',
    async () => {
      const body = 'nodeid=7&title=it%27s';
      const mistaken = md5(`api_m=a.b&${body}${token}${clientid}${secret}${apikey}`);
      const url = `${script}?api_m=a.b&api_sig=${mistaken}`;
      const { exit, stdout } = await finished(sign(url, '--body', '-').type(body));
      expect(exit).toBe(1);
      expect(stdout).toMatch(/^body, not signed *nodeid, title$/m);
      expect(stdout).toMatch(/^verdict +wrong.*\n.*POST fields are signed/m);
      expect(stdout).toMatch(/^curl +curl '.*' -d 'nodeid=7&title=it%27s'$/m);
    },
    SLOW,
  );

  test(
    'says that the method is missing',
    async () => {
      const [without, named] = [sign('nodeid=27'), sign('api_m=node.getNode&nodeid=27')];
      expect((await finished(without)).stdout).toMatch(/^missing +api_m\b/m);
      expect((await finished(named)).stdout).not.toContain('missing');
    },
    SLOW,
  );

  test.each(['hello', script])(
    'refuses %s, which has no parameters',
    async (url) => {
      const { exit, stdout, stderr } = await finished(sign(url));
      expect([exit, stdout, stderr]).toEqual([
        1,
        '',
        expect.stringMatching(/^There are no parameters in .*api_m=node\.getNode.*\n$/),
      ]);
    },
    SLOW,
  );
});

describe('signpost verify', () => {
  test(
    'tells by its exit code whether an answer is right, and when only the line end is too much',
    async () => {
      const body = '{"x":"é"}';
      const bytes = Buffer.from(body).toString('latin1');
      const right = md5(bytes + token + clientid + secret);
      const good = await finished(new Command(['verify', right, ...credentials]).type(body));
      expect([good.exit, good.stdout]).toEqual([0, expect.stringMatching(/verdict +right\n/)]);
      const echoed = new Command(['verify', right, ...credentials]).type(`${body}\n`);
      const ended = await finished(echoed);
      expect([ended.exit, ended.stdout]).toEqual([
        1,
        expect.stringMatching(/verdict +wrong, but right without the line end/),
      ]);
      const other = new Command(['verify', right, ...credentials]).type(`${body} `);
      const bad = await finished(other);
      expect([bad.exit, bad.stdout]).toEqual([
        1,
        expect.stringMatching(/verdict +wrong: the body/),
      ]);
      for (const hidden of [token, secret]) expect(good.stdout + bad.stdout).not.toContain(hidden);
    },
    SLOW,
  );

  test(
    'says in a sentence that there is no such file',
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'verify-'));
      await writeFile(join(folder, 'there.json'), '');
      const command = new Command(['verify', 'x', ...credentials, '--body', 'nowhere.json']);
      const { exit, stderr } = await finished(command);
      expect([exit, stderr]).toEqual([1, expect.stringMatching(/^The body cannot be read: .*\n$/)]);
      await rm(folder, { recursive: true });
    },
    SLOW,
  );
});
