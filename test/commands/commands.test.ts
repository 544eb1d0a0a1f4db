import { describe, expect, test } from '@jest/globals';
import { exampleSecrets } from '../../src/sandbox/credentials.ts';
import { md5, send } from '../support/raw.ts';
import { Command } from './command.ts';

const SLOW = 60_000;
const { token, clientid, secret, apikey } = exampleSecrets;
const credentials = ['--client', clientid, '--token', token, '--secret', secret];

async function finished(command: Command): Promise<Command & { exit: number | null }> {
  return Object.assign(command, { exit: await command.code() });
}

// These touch no database: one project is enough.
if (globalThis.TEST_DATABASE === 'sqlite') {
  describe('signpost', commands);
} else {
  test('the commands are tested in the project sqlite', () => {
    expect(globalThis.TEST_DATABASE).not.toBe('sqlite');
  });
}

function commands(): void {
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
      for (const name of ['start', 'sandbox', 'sign', 'verify'])
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
    'sandbox refuses to run in production',
    async () => {
      const env = { NODE_ENV: 'production', PORT: '0' };
      const { exit, stderr } = await finished(new Command(['sandbox'], env));
      expect(exit).toBe(1);
      expect(stderr).toMatch(/^The sandbox .* NODE_ENV=production\.\n$/);
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
    'sign shows what a signature is made of, and masks the secrets',
    async () => {
      const url = 'http://x/api.php?b=x+y&api_m=a.b&api_v=5&api_s=zzz';
      const command = new Command(['sign', url, ...credentials, '--key', apikey]);
      const { exit, stdout } = await finished(command);
      expect(exit).toBe(0);
      expect(stdout).toContain('api_m=a.b&b=x+y\n');
      expect(stdout).toContain(md5(`api_m=a.b&b=x+y${token}${clientid}${secret}${apikey}`));
      for (const hidden of [token, secret, apikey]) expect(stdout).not.toContain(hidden);
    },
    SLOW,
  );

  test(
    'verify tells by its exit code whether an answer is right',
    async () => {
      const body = '{"x":"é"}';
      const bytes = Buffer.from(body).toString('latin1');
      const right = md5(bytes + token + clientid + secret);
      const good = await finished(new Command(['verify', right, ...credentials]).type(body));
      expect([good.exit, good.stdout]).toEqual([0, expect.stringMatching(/verdict +right\n/)]);
      const bad = await finished(new Command(['verify', right, ...credentials]).type(`${body}\n`));
      expect([bad.exit, bad.stdout]).toEqual([1, expect.stringMatching(/verdict +wrong/)]);
      for (const hidden of [token, secret]) expect(good.stdout + bad.stdout).not.toContain(hidden);
    },
    SLOW,
  );

  test(
    'verify says in a sentence that there is no such file',
    async () => {
      const command = new Command(['verify', 'x', ...credentials, '--body', 'nowhere.json']);
      const { exit, stderr } = await finished(command);
      expect([exit, stderr]).toEqual([1, expect.stringMatching(/^The body cannot be read: .*\n$/)]);
    },
    SLOW,
  );
}
