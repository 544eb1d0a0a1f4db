import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Signpost } from '../../src/client/index.ts';
import { forumpermissions, genericpermissions } from '../../src/permissions.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { named, picture } from '../support/files.ts';
import { addChannel, change, post } from '../support/nodes.ts';
import { type Answer, send } from '../support/raw.ts';

const browser = { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8', 'Accept-Language': 'en' };
const GUESTS = 1;
const FORUM = 14;

let board: TestBoard;
let admin: Signpost;
let alice: Signpost;
beforeAll(async () => {
  board = await startBoard();
  await setOption('floodchecktime', '0');
  admin = await board.login('admin');
  alice = await board.login('alice');
});
afterAll(async () => {
  await board.stop();
});

function open(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return send(`${board.url}${path}`, { method, headers: { ...browser, ...headers } });
}

async function setOption(name: string, value: string): Promise<void> {
  await change(board, 'delete from options where varname = ?', [name]);
  await change(board, 'insert into options (varname, value) values (?, ?)', [name, value]);
  await board.running.environment.caches.forgetBoard();
}

async function closeToGuests(channelid: number): Promise<void> {
  await change(
    board,
    'insert into permission (nodeid, groupid, forumpermissions) values (?, ?, 0)',
    [channelid, GUESTS],
  );
  await board.running.environment.caches.forgetBoard();
}

async function allowGuests(...rights: readonly (keyof typeof forumpermissions)[]): Promise<void> {
  const bits = rights.reduce((sum, right) => sum | forumpermissions[right], 0);
  const sql = 'update permission set forumpermissions = forumpermissions | ? where groupid = ?';
  await change(board, sql, [bits, GUESTS]);
  await board.running.environment.caches.forgetBoard();
}

/** What of a refusal is about the address and not about what is there. */
function withoutIds({ status, body }: Answer): string {
  return `${status} ${body.toString().replace(/\d{2,}/g, 'N')}`;
}

describe('a page', () => {
  test('can do nothing but show itself, for everybody alike', async () => {
    const { status, headers, body } = await open('/');
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-language': 'en',
      'content-security-policy': `default-src 'none'; style-src ${board.url}; img-src ${board.url}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=60',
    });
    expect(headers.vary).toContain('Accept-Language');
    expect(headers).not.toHaveProperty('set-cookie');
    expect(body.toString()).not.toMatch(/<script|style="|onclick/i);
    const [, style = ''] = /rel="stylesheet" href="([^"]+)"/.exec(body.toString()) ?? [];
    const served = await send(style);
    expect(served.status).toBe(200);
    expect(served.headers['content-type']).toMatch(/^text\/css/);
    expect(served.headers['cache-control']).toContain('immutable');
  });

  test('names the board, its channels and where apps and their developers go', async () => {
    const page = (await open('/')).body.toString();
    expect(page).toContain('<h1 dir="auto">Signpost sandbox</h1>');
    expect(page).toMatch(/\/channel\/14-[\w-]+"[^>]*>Main Forum/);
    expect(page).toContain(`${board.url}/api.php.`);
    const reference = await open('/api.php.md');
    expect(reference.status).toBe(200);
    expect(reference.headers['content-type']).toMatch(/^text\/markdown/);
  });

  test.each(['/docs/reference/node.md', '/docs/reference/legacy/forum.md', '/docs/search.md'])(
    'shows what the reference links to: %s',
    async (path) => {
      const { status, headers, body } = await open(path);
      expect([status, headers['content-type']]).toEqual([200, 'text/markdown; charset=utf-8']);
      expect(body.toString()).toMatch(/^# /);
    },
  );

  test.each(['/docs/nothing.md', '/docs/reference', '/docs/../package.json', '/README.md'])(
    'shows no other file: %s',
    async (path) => {
      expect((await open(path)).status).toBe(404);
    },
  );

  test('is told to HEAD without a body', async () => {
    const { status, headers, body } = await open('/topic/27', {}, 'HEAD');
    expect([status, body.length]).toEqual([200, 0]);
    expect(Number(headers['content-length'])).toBeGreaterThan(500);
  });

  test('speaks the language that the browser prefers', async () => {
    const { headers, body } = await open('/', { 'Accept-Language': 'de-AT, en;q=0.5' });
    expect(headers['content-language']).toBe('de');
    expect(body.toString()).toContain('<html lang="de" dir="ltr">');
    expect(body.toString()).toContain('Zum Schreiben nehmen Sie die App.');
  });

  test('links to the app where the operator says how', async () => {
    const before = (await open('/topic/27')).body.toString();
    expect(before).not.toContain('class="app"');
    await setOption('appurl', 'lakeside://open?url={url}&amp=1');
    const topic = (await open('/topic/27')).body.toString();
    const address = encodeURIComponent(`${board.url}/topic/27-welcome-to-the-board`);
    expect(topic).toContain(`class="app" href="lakeside://open?url=${address}&amp;amp=1"`);
    const missing = (await open('/topic/999999')).body.toString();
    expect(missing).toContain('lakeside://open?url=');
    await setOption('appurl', 'javascript:alert(1)');
    expect((await open('/topic/27')).body.toString()).not.toContain('class="app"');
    await setOption('appurl', '');
  });
});

describe('a topic’s page', () => {
  test('shows its posts page by page, and the page of a post', async () => {
    const topic = await post(alice, FORUM, 'Long topic');
    const replies: number[] = [];
    for (let i = 0; i < 20; i += 1) replies.push(await post(alice, topic));
    const [first = 0, last = 0] = [replies[0], replies.at(-1)];
    const url = `${board.url}/topic/${topic}-long-topic`;
    const pageOne = (await open(`/topic/${topic}`)).body.toString();
    expect(pageOne.match(/<article/g)).toHaveLength(20);
    expect(pageOne).toContain(`<link rel="canonical" href="${url}" />`);
    expect(pageOne).toContain(`id="post${first}"`);
    expect(pageOne).toContain(`rel="next" href="${url}?page=2"`);
    for (const path of [`/topic/${topic}-x?page=2`, `/topic/${topic}?p=${last}`]) {
      const pageTwo = (await open(path)).body.toString();
      expect(pageTwo.match(/<article/g)).toHaveLength(1);
      expect(pageTwo).toContain(`id="post${last}"`);
      expect(pageTwo).toContain(`<link rel="canonical" href="${url}?page=2" />`);
      expect(pageTwo).toContain(`rel="prev" href="${url}">← Previous</a>`);
    }
    for (const path of ['?page=3', '?p=28'])
      expect((await open(`/topic/${topic}${path}`)).status).toBe(404);
    const elsewhere = await open(`/topic/${last}`);
    expect([elsewhere.status, elsewhere.headers.location]).toEqual([
      302,
      `${url}?p=${last}#post${last}`,
    ]);
  });

  test('escapes what members write, and fetches nothing from elsewhere', async () => {
    const title = `<script>alert(1)</script> "q" & 'q'`;
    const rawtext = `<img src=x onerror=alert(1)> [img]https://example.org/a.png[/img] [color=red]red[/color]
      [center]middle[/center][url=https://example.org/][img]https://example.org/b.png[/img][/url]
      [user=4]bob[/user] [h1]Head[/h1]`;
    const topic = await alice.content_text.add({ data: { parentid: FORUM, title, rawtext } });
    const page = (await open(`/topic/${topic}`)).body.toString();
    expect(page).not.toMatch(/<script|<img src=x|style=|<h1>Head/);
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).not.toMatch(/<img[^>]+example\.org/);
    expect(page).toContain(
      '<a href="https://example.org/a.png" rel="nofollow noopener ugc">Picture</a>',
    );
    expect(page).toContain(
      '<a href="https://example.org/" rel="nofollow noopener ugc">Picture</a>',
    );
    expect(page).toContain('<div class="center">middle</div>');
    expect(page).toContain(`<a href="${board.url}/member/4" class="bbcode-user">bob</a>`);
    expect(page).toContain('<h2>Head</h2>');
  });

  test('says how many pictures a gallery has, and that they are for members', async () => {
    const filedataids: number[] = [];
    for (const width of [30, 20]) {
      const file = named('a.png', await picture(width, 20));
      filedataids.push((await alice.content_attach.uploadPhoto({ file })).filedataid);
    }
    const captions = ['By <day>', ''];
    const data = { parentid: FORUM, title: 'Sunsets', filedataids, captions };
    const gallery = await alice.content_gallery.add({ data });
    const closed = (await open(`/topic/${gallery}`)).body.toString();
    expect(closed).toContain('<span>Pictures: 2</span>');
    expect(closed).toContain('They are for members. Log in with the app to see them.');
    expect(closed).not.toMatch(/class="picture"|By &lt;day&gt;/);
    await allowGuests('cangetattachment', 'canseethumbnails');
    const opened = (await open(`/topic/${gallery}`)).body.toString();
    expect(opened).toContain('<span>Pictures: 2</span>');
    expect(opened).not.toContain('for members');
    expect(opened.match(/class="picture"/g)).toHaveLength(2);
    expect(opened).toContain('<p class="caption" dir="auto">By &lt;day&gt;</p>');
    expect(opened.match(/class="caption"/g)).toHaveLength(1);
  });

  test('shows pictures and files by their signed addresses', async () => {
    await allowGuests('cangetattachment');
    const file = new File(['hello'], 'notes & more.txt');
    const { filedataid } = await alice.content_attach.upload({ file });
    const topic = await post(alice, FORUM, 'With a file');
    await alice.node.addAttachment({ nodeid: topic, data: { filedataid } });
    const page = (await open(`/topic/${topic}`)).body.toString();
    const [, address = '', name] = /<a href="([^"]+)" class="file">([^<]+)</.exec(page) ?? [];
    expect(name).toBe('notes &amp; more.txt');
    expect((await send(address.replaceAll('&amp;', '&'))).body.toString()).toBe('hello');
  });

  test('shows a poll and what was voted', async () => {
    const data = { parentid: FORUM, title: 'Which?', rawtext: 'Vote', polloptions: ['One', 'Two'] };
    const topic = await alice.content_poll.add({ data });
    const page = (await open(`/topic/${topic}`)).body.toString();
    expect(page).toContain('<h2 dir="auto">Which?</h2>');
    expect(page.match(/<meter /g)).toHaveLength(2);
  });

  test('shows nothing that waits for approval or is deleted', async () => {
    const topic = await post(alice, FORUM, 'Some hidden');
    const [waiting, deleted] = [await post(alice, topic), await post(alice, topic)];
    await admin.node.setApproved({ nodeids: [waiting], approved: false });
    await admin.node.deleteNodes({ nodeids: [deleted], hard: false });
    const page = (await open(`/topic/${topic}`)).body.toString();
    expect(page.match(/<article/g)).toHaveLength(1);
    for (const path of [waiting, deleted, `${topic}?p=${waiting}`])
      expect((await open(`/topic/${path}`)).status).toBe(404);
  });
});

describe('what a guest may not see', () => {
  test('looks like what does not exist', async () => {
    const channel = await addChannel(admin, 'Inner circle');
    const topic = await post(admin, channel, 'Secret plan');
    const reply = await post(admin, topic);
    expect((await open(`/topic/${topic}`)).body.toString()).toContain('Secret plan');
    await closeToGuests(channel);
    expect((await open('/')).body.toString()).not.toContain('Inner circle');
    const missing = [`/topic/999999`, '/channel/999999'];
    const hidden = [`/topic/${topic}`, `/topic/${reply}`, `/channel/${channel}`];
    const told = await open('/topic/888888');
    expect(told.status).toBe(404);
    expect(told.headers['x-robots-tag']).toBe('noindex');
    expect(told.headers['cache-control']).toBe('no-store');
    const others = await Promise.all([...missing, ...hidden].map((path) => open(path)));
    const same = withoutIds(told).replaceAll('/topic/', '/channel/');
    for (const answer of others)
      expect(withoutIds(answer).replaceAll('/topic/', '/channel/')).toBe(same);
    const old = await open(`/showthread.php?t=${topic}`);
    expect([old.status, old.headers.location]).toEqual([404, undefined]);
  });

  test('is for members where that is all of the board', async () => {
    await change(board, 'delete from permission where groupid = ?', [GUESTS]);
    await closeToGuests(1);
    for (const path of ['/', '/topic/27', '/topic/999999', '/channel/14']) {
      const { status, body } = await open(path);
      expect([status, body.toString()]).toEqual([
        403,
        expect.stringContaining('<h1>For members</h1>'),
      ]);
    }
  });

  test('is the whole board while it is closed, which says why', async () => {
    await setOption('bbactive', '0');
    await setOption('bbclosedreason', 'We move <house>.');
    for (const path of ['/', '/topic/27', '/member/3']) {
      const { status, body } = await open(path);
      expect([status, body.toString()]).toEqual([
        503,
        expect.stringContaining('We move &lt;house&gt;.'),
      ]);
    }
    await setOption('bbactive', '1');
  });
});

describe('on another board', () => {
  let other: TestBoard;
  const see = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    send(`${other.url}${path}`, { method, headers: { ...browser, ...headers } });
  beforeAll(async () => {
    other = await startBoard({ BASE_PATH: '/forum' });
  });
  afterAll(async () => {
    await other.stop();
  });

  test('pages lie below its path, as their links do', async () => {
    const page = await see('/topic/27');
    expect(page.status).toBe(200);
    const links = [...page.body.toString().matchAll(/(?:href|src)="(http:[^"]+)"/g)].map(
      ([, link = '']) => link.replaceAll('&amp;', '&'),
    );
    expect(links.length).toBeGreaterThan(8);
    for (const link of links) {
      expect(link.startsWith(`${other.url}/`)).toBe(true);
      expect([link, (await send(link)).status]).toEqual([link, 200]);
    }
    expect((await send(`${new URL(other.url).origin}/topic/27`)).status).toBe(404);
  });

  test('a member’s profile shows what everybody may know', async () => {
    const { status, body } = await see('/member/3-whatever');
    expect(status).toBe(200);
    expect(body.toString()).toContain('<h1><bdi>alice</bdi></h1>');
    expect(body.toString()).toContain(
      `<link rel="canonical" href="${other.url}/member/3-alice" />`,
    );
    expect(body.toString()).toContain('<meta name="robots" content="noindex" />');
    expect(body.toString()).not.toContain('@');
    for (const nobody of ['999999', '0', 'alice'])
      expect([nobody, (await see(`/member/${nobody}`)).status]).toEqual([nobody, 404]);
    const sql = 'update usergroup set genericpermissions = 0 where usergroupid = ?';
    expect(genericpermissions.canviewmembers).toBeGreaterThan(0);
    await change(other, sql, [GUESTS]);
    await other.running.environment.caches.forgetBoard();
    expect((await see('/member/3')).status).toBe(403);
    await change(other, 'update usergroup set genericpermissions = ? where usergroupid = ?', [
      genericpermissions.canviewmembers,
      GUESTS,
    ]);
    await other.running.environment.caches.forgetBoard();
  });

  test.each([
    ['/showthread.php?t=27', '/topic/27-welcome-to-the-board'],
    ['/showthread.php?threadid=27', '/topic/27-welcome-to-the-board'],
    ['/showthread.php?27-A-signpost', '/topic/27-welcome-to-the-board'],
    ['/showthread.php?p=28', '/topic/27-welcome-to-the-board?p=28#post28'],
    ['/showthread.php?t=27&p=28', '/topic/27-welcome-to-the-board?p=28#post28'],
    ['/showpost.php?p=28', '/topic/27-welcome-to-the-board?p=28#post28'],
    ['/forumdisplay.php?f=14', '/channel/14-main-forum'],
    ['/forumdisplay.php?14-Main-Forum', '/channel/14-main-forum'],
    ['/member.php?u=3', '/member/3-alice'],
    ['/member.php?3-alice', '/member/3-alice'],
    ['/index.php', '/'],
    ['/forum.php', '/'],
  ])('the old address %s leads to %s', async (old, now) => {
    const { status, headers } = await see(old);
    expect([status, headers.location]).toEqual([301, `${other.url}${now}`]);
  });

  test.each(['/showthread.php', '/showthread.php?t=x', '/member.php?u=999999'])(
    'the old address %s leads nowhere',
    async (old) => {
      expect((await see(old)).status).toBe(404);
    },
  );

  test('what is not there is a page for browsers, and JSON for all others', async () => {
    for (const path of ['/nowhere', '/topic/999999', '/topic/x']) {
      const page = await see(path);
      expect([page.status, page.headers['content-type']]).toEqual([
        404,
        'text/html; charset=utf-8',
      ]);
      const json = await see(path, { Accept: '*/*' });
      expect(json.status).toBe(404);
      expect(json.error?.[0]).toMatch(/^(not_found|invalid_node_id)$/);
    }
    const posted = await see('/topic/27', {}, 'POST');
    expect([posted.status, posted.headers.allow]).toEqual([405, 'GET, HEAD']);
    expect(posted.headers['content-type']).toBe('text/html; charset=utf-8');
    expect((await see('/topic/27', { Accept: '*/*' }, 'PUT')).error).toEqual([
      'invalid_request_method',
      'PUT',
    ]);
  });
});

test('pages of one network are limited like the calls of a guest', async () => {
  const limited = await startBoard({ RATE_LIMIT: '2' });
  const statuses: number[] = [];
  for (let i = 0; i < 3; i += 1)
    statuses.push((await send(`${limited.url}/topic/27`, { headers: browser })).status);
  const refused = await send(`${limited.url}/`, { headers: browser });
  await limited.stop();
  expect(statuses).toEqual([200, 200, 429]);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect(limited.logs.some((line) => line.includes('"page":"topic"'))).toBe(true);
});
