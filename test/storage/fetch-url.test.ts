import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { fetchUrl, isPublic, publicWeb } from '../../src/storage/fetch-url.ts';
import { OtherSite } from '../support/files.ts';

let site: OtherSite;
let folder: string;
let asked: string[];
beforeAll(async () => {
  site = await OtherSite.start((req, res) => {
    asked.push(`${req.headers.host} ${req.url}`);
    const { pathname, searchParams } = new URL(req.url ?? '', 'http://site');
    const left = Number(searchParams.get('left'));
    if (pathname === '/redirect') {
      res.writeHead(302, { Location: left > 1 ? `/redirect?left=${left - 1}` : '/file.txt' }).end();
    } else if (pathname === '/to') {
      res.writeHead(302, { Location: searchParams.get('url') ?? '' }).end();
    } else if (pathname === '/endless') {
      const write = (): void => {
        if (!res.destroyed) res.write(Buffer.alloc(1_000), () => setImmediate(write));
      };
      write();
    } else if (pathname === '/cut') {
      res.writeHead(200, { 'Content-Length': '100' }).write('half');
      setImmediate(() => res.destroy());
    } else if (pathname === '/missing') res.writeHead(404).end('nothing');
    else res.end('hello');
  });
});
beforeEach(async () => {
  asked = [];
  folder = await mkdtemp(join(tmpdir(), 'signpost-fetch-'));
});
afterAll(async () => {
  await site.stop();
});

async function outcome(url: string, rules = site.rules, most = 10_000): Promise<string> {
  try {
    const { path, filename, size } = await fetchUrl(url, rules, most, folder);
    return `${filename} ${size} ${await readFile(path, 'utf8')}`;
  } catch (error) {
    return (error as { id: string }).id;
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe('fetching from elsewhere', () => {
  test.each([
    ['http://127.0.0.1/', false],
    ['http://127.1/', false],
    ['http://2130706433/', false],
    ['http://0x7f000001/', false],
    ['http://017700000001/', false],
    ['http://0.0.0.0/', false],
    ['http://10.1.2.3/', false],
    ['http://172.16.0.1/', false],
    ['http://192.168.1.1/', false],
    ['http://169.254.169.254/latest/meta-data', false],
    ['http://100.64.0.1/', false],
    ['http://192.0.2.1/', false],
    ['http://198.18.0.1/', false],
    ['http://224.0.0.1/', false],
    ['http://255.255.255.255/', false],
    ['http://[::]/', false],
    ['http://[::1]/', false],
    ['http://[::ffff:127.0.0.1]/', false],
    ['http://[::ffff:7f00:1]/', false],
    ['http://[fe80::1]/', false],
    ['http://[fc00::1]/', false],
    ['http://[fd12::1]/', false],
    ['http://[ff02::1]/', false],
    ['http://[64:ff9b::7f00:1]/', false],
    ['http://[2002:7f00:1::]/', false],
    ['http://[2001::1]/', false],
    ['http://[2001:db8::1]/', false],
    ['http://168.63.129.16/machine', false],
    ['http://[::ffff:168.63.129.16]/', false],
    ['http://[64:ff9b::a83f:8110]/', false],
    ['http://161.26.0.10/', false],
    ['http://166.9.1.1/', false],
    ['http://199.36.153.10/', false],
    ['http://100.100.100.200/latest/meta-data', false],
    ['http://192.0.0.192/latest', false],
    ['http://169.254.170.2/v2/credentials', false],
    ['http://[fd00:ec2::254]/', false],
    ['http://[100:0:0:1::1]/', false],
    ['http://168.63.129.17/', true],
    ['http://199.36.153.1/', true],
    ['http://8.8.8.8/', true],
    ['http://[2606:4700::1111]/', true],
    ['http://[::ffff:8.8.8.8]/', true],
  ])('%s may be reached: %s', (url, expected) => {
    const hostname = new URL(url).hostname.replace(/^\[|\]$/g, '');
    expect(isPublic(hostname)).toBe(expected);
    expect(publicWeb.allows(hostname, 80)).toBe(expected);
    expect(publicWeb.allows(hostname, 6379)).toBe(false);
  });

  test('what is not an address may not be reached', () => {
    expect(['', 'localhost', '1.2.3', 'fe80::1%eth0'].map(isPublic)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  test('an address inside is refused in a URL, behind a name, and among others behind a name', async () => {
    expect(await outcome('http://127.0.0.1/', publicWeb)).toBe('upload_file_failed');
    for (const addresses of [['127.0.0.1'], ['8.8.8.8', '10.0.0.1'], ['::ffff:10.0.0.1'], []]) {
      folder = await mkdtemp(join(tmpdir(), 'signpost-fetch-'));
      const rules = { ...publicWeb, resolve: async () => addresses };
      expect(await outcome('http://rebound.example/', rules)).toBe('upload_file_failed');
    }
  });

  test('a file is fetched from the address that was checked, under the name of the site', async () => {
    expect(await outcome(site.url('/a/file.txt?x=1'))).toBe('file.txt 5 hello');
    expect(asked).toEqual([`site.example:${site.port} /a/file.txt?x=1`]);
  });

  test.each([
    'ftp://site.example/',
    'file:///etc/passwd',
    'gopher://site.example/',
    'data:text/plain,hello',
    '//site.example/',
    'nonsense',
    '',
    'http://user:password@site.example/',
    `http://site.example/${'a'.repeat(3_000)}`,
  ])('%s is not a web address', async (url) => {
    expect(await outcome(url)).toBe('invalid_parameter');
    expect(asked).toEqual([]);
  });

  test('three redirects are followed, four are not', async () => {
    expect(await outcome(site.url('/redirect?left=3'))).toBe('file.txt 5 hello');
    folder = await mkdtemp(join(tmpdir(), 'signpost-fetch-'));
    expect(await outcome(site.url('/redirect?left=4'))).toBe('upload_file_failed');
  });

  test.each([
    'http://127.0.0.1:1/',
    'http://inside.example/',
    'file:///etc/passwd',
    'http://[::1]/',
  ])('a redirect to %s is refused', async (target) => {
    const url = site.url(`/to?url=${encodeURIComponent(target)}`);
    expect(await outcome(url)).toBe('upload_file_failed');
    expect(asked).toHaveLength(1);
  });

  test('what is too long ends when it is, whether it says so or not', async () => {
    expect(await outcome(site.url('/endless'))).toBe('upload_file_exceeds_limit');
    folder = await mkdtemp(join(tmpdir(), 'signpost-fetch-'));
    expect(await outcome(site.url('/file.txt'), site.rules, 4)).toBe('upload_file_exceeds_limit');
  });

  test.each(['/missing', '/cut'])('%s tells nothing of why it failed', async (path) => {
    expect(await outcome(site.url(path))).toBe('upload_file_failed');
  });
});
