import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { sandboxKey, sandboxPassword } from '../../src/sandbox/credentials.ts';
import { startBoard } from '../support/board.ts';
import { inBrowser } from '../support/browser.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));

/** The SDK as one module. */
async function bundle(): Promise<string> {
  const args = ['--bundle', '--format=esm', '--platform=browser', 'src/client/index.ts'];
  const { stdout } = await run(`${root}node_modules/.bin/esbuild`, args, { cwd: root });
  return stdout;
}

/** Logs in, reads, and asks for a signature that is wrong, from a page; its last word is the body's text. */
function page(url: string): string {
  const options = JSON.stringify({ url, apiKey: sandboxKey, uniqueId: 'browser' });
  const login = JSON.stringify({ username: 'alice', password: sandboxPassword('alice') });
  return `<!doctype html><meta charset="utf-8">
    <script type="importmap">{"imports":{"signpost/client":"/client.js"}}</script>
    <body>nothing happened<script type="module">
      import { Signpost } from 'signpost/client';
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
  test('the SDK works in a browser, across origins, and verifies signatures', async () => {
    const client = await bundle();
    const pages = createServer((request, response) => {
      const script = request.url === '/client.js';
      response.setHeader('Content-Type', script ? 'text/javascript' : 'text/html');
      response.end(script ? client : page(board.url));
    }).listen(0, '127.0.0.1');
    await once(pages, 'listening');
    const address = pages.address();
    const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
    const board = await startBoard({ CORS_ORIGINS: origin });
    const flags = [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
    ];
    const args = [...flags, '--virtual-time-budget=20000', '--dump-dom', `${origin}/`];
    const { stdout } = await run(chromium, args);
    pages.close();
    await board.stop();
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
