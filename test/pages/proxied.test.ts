import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { forumpermissions } from '../../src/permissions.ts';
import { exampleNodes as example, storeExamples } from '../../src/sandbox/examples.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { inBrowser, show, startBrowser } from '../support/browser.ts';
import { change } from '../support/nodes.ts';
import { Proxy } from '../support/proxy.ts';
import { type Answer, send } from '../support/raw.ts';

const GUESTS = 1;
const FORUM = 14;
const HOST = 'community.example';

/** A board that members reach under another host and path, whatever its own path is. */
describe.each(['', '/board', '/inner/path'])('behind a proxy that asks below "%s"', (inner) => {
  let board: TestBoard;
  let proxy: Proxy;
  let site: string;
  beforeAll(async () => {
    proxy = await Proxy.listen('/board');
    site = `http://${HOST}:${proxy.port}/board`;
    const settings = { BASE_PATH: inner, PUBLIC_URL: `${site}/`, TRUST_PROXY: '1' };
    board = await startBoard(settings, undefined, 'examples');
    proxy.leadTo(board.url);
    await storeExamples(board.running.environment.files.storage);
    const { cangetattachment, canseethumbnails } = forumpermissions;
    const more = 'update permission set forumpermissions = forumpermissions | ? where groupid = ?';
    await change(board, more, [cangetattachment | canseethumbnails, GUESTS]);
    const option = 'insert into options (varname, value) values (?, ?)';
    await change(board, option, ['appurl', 'lakeside:///{path}?from={url}']);
    await board.running.environment.caches.forgetBoard();
  });
  afterAll(async () => {
    await board.stop();
    await proxy.close();
  });

  function open(address: string): Promise<Answer> {
    const { host, pathname, search } = new URL(address);
    return send(`http://127.0.0.1:${proxy.port}${pathname}${search}`, {
      headers: { Host: host, Accept: 'text/html' },
    });
  }

  const paths = ['/', `/channel/${FORUM}`, `/member/3`].concat(
    [example.topic, example.photos, example.gallery, example.link].map((id) => `/topic/${id}`),
  );

  test('all that pages lead to and show is there', async () => {
    const found = new Set<string>();
    for (const path of paths) {
      const { status, headers, body } = await open(`${site}${path}`);
      expect([path, status]).toEqual([path, 200]);
      const policy = headers['content-security-policy'];
      expect(policy).toContain(`img-src ${new URL(site).origin};`);
      for (const [, address = ''] of body
        .toString()
        .matchAll(/(?:href|src|content)="(https?:[^"]+)"/g))
        found.add(address.replaceAll('&amp;', '&'));
    }
    const own = [...found].filter((address) => !address.startsWith('https://example.org/'));
    expect(own.filter((address) => !address.startsWith(`${site}/`))).toEqual([]);
    for (const part of [
      '/style-',
      '/images/',
      '/filedata/fetch?',
      '/topic/',
      '/channel/',
      '/member/',
    ])
      expect(own.some((address) => address.startsWith(`${site}${part}`))).toBe(true);
    for (const address of own)
      expect([address, (await open(address)).status]).toEqual([address, 200]);
  });

  test('a page tells its address and the app’s, also where there is nothing', async () => {
    for (const [path, place, status] of [
      [`/topic/${example.poll}`, `topic/${example.poll}-tea-or-coffee`, 200],
      ['/topic/999999?page=2', 'topic/999999?page=2', 404],
      ['/nowhere', 'nowhere', 404],
      ['//elsewhere.example/x', '/elsewhere.example/x', 404],
      ['//[/', '/[/', 404],
    ] as const) {
      const answer = await open(`${site}${path}`);
      const page = answer.body.toString();
      expect([path, answer.status]).toEqual([path, status]);
      expect(page).toContain(`<link rel="canonical" href="${site}/${place}" />`);
      const told = encodeURIComponent(`${site}/${place}`);
      expect(page).toContain(`href="lakeside:///board/${place}?from=${told}"`);
    }
  });

  test('redirects lead to pages below it', async () => {
    for (const [path, place] of [
      [`/topic/${example.reply}`, `/topic/${example.topic}-a-signpost-at-every-corner?p=28#post28`],
      [`/showthread.php?t=${example.poll}`, `/topic/${example.poll}-tea-or-coffee`],
      ['/index.php', '/'],
    ]) {
      const { headers } = await open(`${site}${path}`);
      expect(headers.location).toBe(`${site}${place}`);
    }
  });

  test('an address that an app is given is found', async () => {
    const pathInfo = `${site}/topic/${example.poll}-tea-or-coffee`;
    const found = await board.guest().route.getRoute({ pathInfo });
    expect(found).toMatchObject({ kind: 'topic', nodeid: example.poll, url: pathInfo });
    const nodes = await board.guest().node.getContentforNodes({ nodeList: [example.poll] });
    expect(nodes[example.poll]?.content.nodeurl).toBe(pathInfo);
  });

  inBrowser((executable) => {
    test('a browser shows the page, its style and its pictures', async () => {
      const browser = await startBrowser(executable, { [HOST]: '127.0.0.1' });
      const { page, status, complaints } = await show(browser, `${site}/topic/${example.photos}`);
      expect([status, complaints]).toEqual([200, []]);
      const shown = `[...document.images].map((image) => image.naturalWidth > 0)`;
      expect(await page.evaluate(shown)).toEqual([true, true, true]);
      expect(
        await page.evaluate('getComputedStyle(document.querySelector("a.app")).borderRadius'),
      ).not.toBe('0px');
      await page.getByRole('link', { name: 'Main Forum' }).click();
      expect(page.url()).toBe(`${site}/channel/${FORUM}-main-forum`);
      await browser.close();
    });
  });
});
