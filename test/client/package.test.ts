import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sandboxKey, sandboxPassword } from '../../src/sandbox/credentials.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { inBrowser } from '../support/browser.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const tool = (name: string): string => join(root, 'node_modules', '.bin', name);

/** An app that has nothing but the package, installed from its archive. */
let app: string;
let board: TestBoard;

beforeAll(async () => {
  board = await startBoard();
  app = await mkdtemp(join(tmpdir(), 'signpost-app-'));
  const pack = ['pack', '--json', '--silent', '--pack-destination', app];
  await run('npm', pack, { cwd: join(root, 'packages', 'client') });
  const [archive = ''] = await readdir(app);
  await writeFile(join(app, 'package.json'), '{ "private": true }');
  await run('npm', ['install', '--offline', '--no-audit', archive], { cwd: app });
}, 240_000);
afterAll(async () => {
  await board.stop();
  await rm(app, { recursive: true, force: true });
});

async function write(name: string, text: string): Promise<string> {
  await writeFile(join(app, name), text);
  return name;
}

/** What a program of the app prints. */
async function printed(name: string, text: string): Promise<string> {
  const { stdout } = await run(process.execPath, [await write(name, text)], { cwd: app });
  return stdout.trim();
}

/** A module of the app in one file, as apps for browsers are built. */
async function bundle(name: string, text: string, ...options: string[]): Promise<string> {
  const args = ['--bundle', '--format=esm', ...options, await write(name, text)];
  return (await run(tool('esbuild'), args, { cwd: app })).stdout;
}

const options = (): string => JSON.stringify({ url: board.url, apiKey: sandboxKey });
const askName = 'user.fetchCurrentUserinfo().then((user) => console.log(user.username))';

test('the package has one file for each kind of module, its types, and no dependencies', async () => {
  const folder = join(app, 'node_modules', '@signpost', 'client');
  expect((await readdir(folder)).sort()).toEqual(['LICENSE', 'README.md', 'dist', 'package.json']);
  const files = ['index.cjs', 'index.d.cts', 'index.d.ts', 'index.js'];
  expect((await readdir(join(folder, 'dist'))).sort()).toEqual(files);
  expect(await readdir(join(app, 'node_modules'))).toEqual(['.package-lock.json', '@signpost']);
  const own = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as object;
  const server = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as object;
  expect(own).toHaveProperty('version', Reflect.get(server, 'version'));
});

test('the package is an ES module', async () => {
  const text = `import { Signpost } from '@signpost/client';
    new Signpost(${options()}).${askName};`;
  expect(await printed('module.mjs', text)).toBe('Guest');
});

test('the package is a CommonJS module', async () => {
  const text = `const { Signpost } = require('@signpost/client');
    new Signpost(${options()}).${askName};`;
  expect(await printed('common.cjs', text)).toBe('Guest');
});

test.each([
  ['ES modules', 'nodenext', 'types.mts'],
  ['CommonJS modules', 'nodenext', 'types.cts'],
  ['what is bundled', 'bundler', 'types.ts'],
])('the package has types for %s', async (_, resolution, name) => {
  const text = `import { Signpost, type SessionState } from '@signpost/client';
    const keep = (session: SessionState): void => void session.token;
    const client = new Signpost({ url: '', apiKey: '', onSession: keep });
    export const nodeid: Promise<number> = client.content_text.add({
      data: { parentid: 14, title: 'Hello', rawtext: 'World' },
    });
    // @ts-expect-error there is no such parameter
    void client.node.getNode({ nodeidd: 1 });`;
  const module = resolution === 'bundler' ? 'esnext' : resolution;
  const settings = ['--module', module, '--moduleResolution', resolution, '--lib', 'es2022,dom'];
  const args = ['--noEmit', '--strict', '--target', 'es2022', ...settings];
  const said = await run(tool('tsc'), [...args, await write(name, text)], { cwd: app }).catch(
    (error: unknown) => error as { stdout: string },
  );
  expect(said.stdout).toBe('');
});

test('the package adds less than 10 KB to an app, with MD5 in it', async () => {
  const text = "import { Signpost } from '@signpost/client'; globalThis.client = Signpost;";
  const minified = await bundle('small.js', text, '--minify');
  expect(gzipSync(minified, { level: 9 }).length).toBeLessThan(10_240);
});

/** Logs in, reads, and asks for a signature that is wrong, from a page; its last word is the body's text. */
function page(url: string): string {
  const options = JSON.stringify({ url, apiKey: sandboxKey, uniqueId: 'browser' });
  const login = JSON.stringify({ username: 'alice', password: sandboxPassword('alice') });
  return `<!doctype html><meta charset="utf-8">
    <script type="importmap">{"imports":{"@signpost/client":"/client.js"}}</script>
    <body>nothing happened<script type="module">
      import { Signpost } from '@signpost/client';
      const said = {};
      try {
        const client = new Signpost(${options});
        said.guest = (await client.user.fetchCurrentUserinfo()).username;
        await client.user.login(${login});
        said.member = (await client.user.fetchCurrentUserinfo()).username;
        const node = await client.node.getNode({ nodeid: 1 });
        said.node = node.nodeid;
        const file = new File(['hello'], 'notes.txt');
        const { filename, filesize } = await client.content_attach.upload({ file });
        said.upload = [filename, filesize];
        said.refusal = await client.node.getNode({ nodeid: 99999 }).catch((error) => error.id);
        const tampering = async (...request) => {
          const { headers } = await fetch(...request);
          return new Response('"tampered"', { headers });
        };
        const victim = new Signpost({ ...${options}, session: client.session, fetch: tampering });
        said.tampered = await victim.user.logout().catch((error) => error.name);
      } catch (error) {
        said.failure = String(error);
      }
      document.body.textContent = JSON.stringify(said);
    </script>`;
}

inBrowser((chromium) => {
  test('the package works in a browser, across origins, and verifies signatures', async () => {
    const client = await bundle('page.js', "export * from '@signpost/client';");
    const pages = createServer((request, response) => {
      const script = request.url === '/client.js';
      response.setHeader('Content-Type', script ? 'text/javascript' : 'text/html');
      response.end(script ? client : page(allowing.url));
    }).listen(0, '127.0.0.1');
    await once(pages, 'listening');
    const address = pages.address();
    const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
    const allowing = await startBoard({ CORS_ORIGINS: origin });
    const flags = [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
    ];
    const args = [...flags, '--virtual-time-budget=20000', '--dump-dom', `${origin}/`];
    const { stdout } = await run(chromium, args);
    pages.close();
    await allowing.stop();
    expect(JSON.parse(/<body>(.*)<\/body>/s.exec(stdout)?.[1] ?? '{}')).toEqual({
      guest: 'Guest',
      member: 'alice',
      node: 1,
      upload: ['notes.txt', 5],
      refusal: 'invalid_node_id',
      tampered: 'UntrustedAnswer',
    });
  }, 60_000);
});
