import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Signpost } from '../../src/client/index.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { change, post, refusalId } from '../support/nodes.ts';
import { send } from '../support/raw.ts';

let board: TestBoard;
let guest: Signpost;
let topic: string;
beforeAll(async () => {
  board = await startBoard({ BASE_PATH: '/forum' });
  guest = board.guest();
  topic = `${board.url}/topic/27-welcome-to-the-board`;
});
afterAll(async () => {
  await board.stop();
});

test('the address of a node leads to its page, and back to the node', async () => {
  const addresses = [
    [14, `${board.url}/channel/14-main-forum`, 'channel', 14, 0],
    [27, topic, 'topic', 27, 27],
    [28, `${topic}?p=28#post28`, 'topic', 27, 28],
  ] as const;
  for (const [id, url, kind, nodeid, contentid] of addresses) {
    expect(await guest.route.getAbsoluteNodeUrl({ nodeid: id })).toBe(url);
    expect(await guest.route.fetchLegacyThreadUrl({ threadId: id })).toBe(url);
    expect(await guest.route.fetchLegacyPostUrl({ postId: id })).toBe(url);
    expect(`${board.url}${await guest.route.getNodeUrl({ nodeid: id })}`).toBe(url);
    const contents = await guest.node.getContentforNodes({ nodeList: [id] });
    expect(contents[id]?.content.nodeurl).toBe(url);
    expect((await send(url.replace(/#.*/, ''))).status).toBe(200);
    const { pathname, search, hash } = new URL(url);
    const found = await guest.route.getRoute({
      pathInfo: pathname.replace('/forum/', ''),
      queryString: search.slice(1),
      anchor: hash.slice(1),
    });
    expect(found).toEqual({ kind, nodeid, contentid, userid: 0, pagenum: 1, url });
  }
});

describe('route.getRoute', () => {
  test.each([
    ['', '', '', { kind: 'home', url: '/' }],
    ['/topic/27-old-title/', 'page=1', '', { kind: 'topic', nodeid: 27, pagenum: 1 }],
    ['/forum', '', '', { kind: 'home', url: '/' }],
    ['/forum/topic/27', '', '', { kind: 'topic', nodeid: 27 }],
    ['forum/topic/27-x?p=28#post28', '', '', { kind: 'topic', nodeid: 27, contentid: 28 }],
    ['/forum/showthread.php?t=27#post28', '', '', { kind: 'topic', contentid: 28 }],
    ['topic/27?p=27', '?p=28', '', { kind: 'topic', nodeid: 27, contentid: 28 }],
    ['topic/27', '', '#post28', { kind: 'topic', nodeid: 27, contentid: 28 }],
    ['topic/27', '', 'post28', { kind: 'topic', nodeid: 27, contentid: 28 }],
    ['showthread.php', 't=27', '', { kind: 'topic', nodeid: 27, contentid: 27 }],
    ['showthread.php', 't=27&p=28', '', { kind: 'topic', nodeid: 27, contentid: 28 }],
    ['forumdisplay.php', '14-Main-Forum', '', { kind: 'channel', nodeid: 14 }],
    ['member.php', 'u=3', '', { kind: 'member', userid: 3, url: '/member/3-alice' }],
    ['member/3', '', '', { kind: 'member', userid: 3, url: '/member/3-alice' }],
  ])('reads %s?%s#%s', async (pathInfo, queryString, anchor, { url, ...expected }: Expected) => {
    const found = await guest.route.getRoute({ pathInfo, queryString, anchor });
    const whole = url === undefined ? {} : { url: `${board.url}${url}` };
    expect(found).toMatchObject({ ...expected, ...whole });
  });

  test('reads whole addresses of this board, and of no other site', async () => {
    const { host, protocol } = new URL(board.url);
    const found = await guest.route.getRoute({ pathInfo: `${topic}?p=28#post28` });
    expect(found).toMatchObject({ kind: 'topic', nodeid: 27, contentid: 28 });
    const old = await guest.route.getRoute({ pathInfo: `${board.url}/member.php?u=3` });
    expect(old).toMatchObject({ kind: 'member', userid: 3 });
    const secure = await guest.route.getRoute({ pathInfo: `https://${host}/forum/channel/14` });
    expect(secure).toMatchObject({ kind: 'channel', nodeid: 14 });
    const others = [
      'https://example.org/forum/topic/27',
      `${protocol}//${host}/topic/27`,
      `${protocol}//${host}.example.org/forum/topic/27`,
      `${board.url}s/topic/27`,
      'https://[/topic/27',
    ];
    for (const pathInfo of others) expect(await guest.route.getRoute({ pathInfo })).toBe(false);
  });

  test('tells what is no page, and hides what the caller may not see', async () => {
    for (const pathInfo of ['nowhere', 'topic/x', 'topic/', 'showthread.php', 'api.php'])
      expect(await guest.route.getRoute({ pathInfo })).toBe(false);
    const missing = guest.route.getRoute({ pathInfo: 'topic/999999' });
    expect(await refusalId(missing)).toBe('invalid_node_id');
    const nobody = guest.route.getRoute({ pathInfo: 'member/999999' });
    expect(await refusalId(nobody)).toBe('invalid_user_specified');
  });
});

describe('the page of a list', () => {
  let long: number;
  let last: number;
  beforeAll(async () => {
    const alice = await board.login('alice');
    await change(board, 'delete from options where varname = ?', ['floodchecktime']);
    await change(board, "insert into options (varname, value) values ('floodchecktime', '0')");
    await board.running.environment.caches.forgetBoard();
    long = await post(alice, 14, 'Long topic');
    for (let i = 0; i < 20; i += 1) last = await post(alice, long);
    for (let i = 0; i < 20; i += 1) await post(alice, 14, `Topic ${i}`);
  });

  test('is the one that has the post, as the browser shows it', async () => {
    const url = `${board.url}/topic/${long}-long-topic?p=${last}#post${last}`;
    const ways = [
      { pathInfo: `topic/${long}`, queryString: `p=${last}` },
      { pathInfo: `topic/${long}`, anchor: `post${last}` },
      { pathInfo: `topic/${long}`, queryString: 'page=1', anchor: `post${last}` },
      { pathInfo: 'showthread.php', queryString: `p=${last}` },
      { pathInfo: url },
    ];
    for (const way of ways)
      expect(await guest.route.getRoute(way)).toMatchObject({ contentid: last, pagenum: 2, url });
    const shown = await send(`${board.url}/topic/${long}?page=2`, { headers: html });
    expect(shown.body.toString()).toContain(`id="post${last}"`);
  });

  test('is in the address, which leads somewhere', async () => {
    const paths = [`topic/${long}-long-topic`, 'channel/14-main-forum'];
    for (const path of paths) {
      for (const page of [2, 99]) {
        const found = await guest.route.getRoute({ pathInfo: path, queryString: `page=${page}` });
        expect(found).toMatchObject({ pagenum: 2, url: `${board.url}/${path}?page=2` });
      }
      expect((await send(`${board.url}/${path}?page=2`, { headers: html })).status).toBe(200);
    }
  });
});

const html = { Accept: 'text/html' };

interface Expected {
  readonly kind: string;
  readonly nodeid?: number;
  readonly contentid?: number;
  readonly userid?: number;
  readonly pagenum?: number;
  readonly url?: string;
}

test('private messages have no address', async () => {
  const alice = await board.login('alice');
  const nodeid = await alice.content_privatemessage.add({
    data: { msgRecipients: ['bob'], title: 'Hello', rawtext: 'For you alone' },
  });
  const call = alice.route.getNodeUrl({ nodeid });
  expect(await refusalId(call)).toBe('invalid_node_id');
  const message = await alice.content_privatemessage.getMessage({ nodeid });
  expect(JSON.stringify(message)).not.toContain('nodeurl');
});
