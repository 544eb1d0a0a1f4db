import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import type { Signpost } from '../../src/client/index.ts';
import { forumpermissions } from '../../src/permissions.ts';
import { exampleNodes as example, storeExamples } from '../../src/sandbox/examples.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import {
  inBrowser,
  obstacles,
  show,
  type Shown,
  startBrowser,
  tabStops,
  widthOf,
} from '../support/browser.ts';
import { named, picture } from '../support/files.ts';
import { addChannel, change, post } from '../support/nodes.ts';

const GUESTS = 1;
const FORUM = 14;
const TITLE = 'Signpost sandbox';
const phone = { viewport: { width: 360, height: 740 } };
/** What a phone shows of a page that its reader has made half as large again. */
const small = { width: 240, height: 490 };

inBrowser((executable) => {
  let board: TestBoard;
  let browser: Browser;
  let alice: Signpost;
  /** A topic with everything that a post can have; one that guests do not see; one that is deleted. */
  let full: number;
  let hidden: number;
  let deleted: number;
  beforeAll(async () => {
    browser = await startBrowser(executable);
    board = await startBoard({ BASE_PATH: '/forum' }, undefined, 'examples');
    await storeExamples(board.running.environment.files.storage);
    const admin = await board.login('admin');
    alice = await board.login('alice');
    full = await postAll(alice);
    const closed = await addChannel(admin, 'Inner circle');
    hidden = await post(admin, closed, 'Secret plan');
    deleted = await post(alice, FORUM, 'Deleted');
    await admin.node.deleteNodes({ nodeids: [deleted], hard: false });
    const { cangetattachment, canseethumbnails } = forumpermissions;
    const more = 'update permission set forumpermissions = forumpermissions | ? where groupid = ?';
    await change(board, more, [cangetattachment | canseethumbnails, GUESTS]);
    const none = 'insert into permission (nodeid, groupid, forumpermissions) values (?, ?, 0)';
    await change(board, none, [closed, GUESTS]);
    const option = 'insert into options (varname, value) values (?, ?)';
    await change(board, option, ['appurl', 'lakeside://open?url={url}']);
    await board.running.environment.caches.forgetBoard();
  });
  afterAll(async () => {
    await browser.close();
    await board.stop();
  });

  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
  });

  const see = (path: string, options: BrowserContextOptions = phone): Promise<Shown> =>
    show(browser, `${board.url}${path}`, options);

  /** Each page: its address, its title, and where it truly is. */
  const pages: readonly (readonly [string, () => string, string, (() => string)?])[] = [
    ['the board', () => '/', TITLE],
    ['a channel', () => `/channel/${FORUM}`, 'Main Forum', () => `/channel/${FORUM}-main-forum`],
    [
      'a topic',
      () => `/topic/${example.topic}`,
      'A signpost at every corner',
      () => `/topic/${example.topic}-a-signpost-at-every-corner`,
    ],
    [
      'photos',
      () => `/topic/${example.photos}`,
      'The lake in the morning',
      () => `/topic/${example.photos}-the-lake-in-the-morning`,
    ],
    [
      'a poll',
      () => `/topic/${example.poll}`,
      'Tea or coffee?',
      () => `/topic/${example.poll}-tea-or-coffee`,
    ],
    [
      'a link',
      () => `/topic/${example.link}`,
      'How signposts are made',
      () => `/topic/${example.link}-how-signposts-are-made`,
    ],
    [
      'a video',
      () => `/topic/${example.video}`,
      'A walk around the lake',
      () => `/topic/${example.video}-a-walk-around-the-lake`,
    ],
    [
      'a gallery',
      () => `/topic/${example.gallery}`,
      'Sunsets',
      () => `/topic/${example.gallery}-sunsets`,
    ],
    ['an album', () => `/topic/${example.album}`, 'Summer', () => `/topic/${example.album}-summer`],
    [
      'a post with everything',
      () => `/topic/${full}`,
      'Everything thatisinoneverylongword & <b>more</b>',
      () => `/topic/${full}-everything-thatisinoneverylongword-b-more-b`,
    ],
    ['a profile', () => '/member/3', 'alice', () => '/member/3-alice'],
  ];

  test.each(pages)(
    '%s shows without complaint, tells what it is, fits on a phone, and is for readers of all kinds',
    async (_name, path, title, place = path) => {
      const { page, status, complaints } = await see(path());
      expect([status, complaints]).toEqual([200, []]);
      expect(await page.title()).toBe(title === TITLE ? TITLE : `${title} · ${TITLE}`);
      const address = `${board.url}${place()}`;
      expect(await page.evaluate(facts)).toEqual({
        lang: 'en',
        heading: title,
        canonical: address,
        app: `lakeside://open?url=${encodeURIComponent(address)}`,
        broken: [],
      });
      expect(await obstacles(page)).toEqual([]);
      for (const viewport of [phone.viewport, small]) {
        await page.setViewportSize(viewport);
        expect(await widthOf(page)).toBe(viewport.width);
      }
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await obstacles(page, ['color-contrast', 'link-in-text-block'])).toEqual([]);
    },
  );

  test('a keyboard reaches every link in its order, and sees where it is', async () => {
    const { page } = await see(`/topic/${example.topic}`);
    const links = await page.evaluate<string[]>(
      `[...document.querySelectorAll('a')].map((link) => link.textContent.trim())`,
    );
    const stops = await tabStops(page);
    expect(stops).toEqual(links.map((text) => ({ text, marked: true })));
  });

  test('a long topic is turned page by page', async () => {
    const topic = await post(alice, FORUM, 'Long topic');
    for (let reply = 0; reply < 20; reply += 1) await post(alice, topic);
    const { page, complaints } = await see(`/topic/${topic}`);
    await page.getByRole('link', { name: 'Next' }).click();
    expect(page.url()).toBe(`${board.url}/topic/${topic}-long-topic?page=2`);
    expect(await page.getByRole('article').count()).toBe(1);
    await page.getByRole('link', { name: 'Previous' }).click();
    expect(await page.getByRole('article').count()).toBe(20);
    expect(complaints).toEqual([]);
  });

  test('a page speaks the language of the browser', async () => {
    const { page, complaints } = await see(`/topic/${example.topic}`, { ...phone, locale: 'de' });
    expect(await page.evaluate('document.documentElement.lang')).toBe('de');
    expect(await page.getByRole('link', { name: 'In der App öffnen' }).count()).toBe(1);
    expect(await obstacles(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test.each([
    ['is missing', () => '/topic/999999'],
    ['guests may not see', () => `/topic/${hidden}`],
    ['is deleted', () => `/topic/${deleted}`],
    ['is no page', () => '/nowhere'],
  ])('what %s says so, and nothing else', async (_what, path) => {
    const shown = await see(path());
    expect(shown).toMatchObject({ status: 404, complaints: [] });
    expect(await shown.page.title()).toBe(`There is nothing here to see · ${TITLE}`);
    expect(await shown.page.evaluate('document.body.textContent')).not.toMatch(/Secret|Deleted/);
    expect(await widthOf(shown.page)).toBe(phone.viewport.width);
    expect(await obstacles(shown.page)).toEqual([]);
  });

  test('addresses of apps and old links lead to the post on its page', async () => {
    const reply = `/topic/${example.topic}-a-signpost-at-every-corner?p=${example.reply}#post${example.reply}`;
    const told = await board.guest().route.getAbsoluteNodeUrl({ nodeid: example.reply });
    expect(told).toBe(`${board.url}${reply}`);
    const old = ['t=27&p=28', 'p=28', '28-words'].map((query) => `/showthread.php?${query}`);
    for (const path of [`/topic/${example.reply}`, '/showpost.php?p=28', ...old]) {
      const { page, complaints } = await see(path);
      expect([path, page.url(), complaints]).toEqual([path, told, []]);
      expect(await page.evaluate(`document.querySelector(':target').id`)).toBe(
        `post${example.reply}`,
      );
    }
    for (const [path, place] of [
      [`/showthread.php?t=${example.topic}`, `/topic/${example.topic}-a-signpost-at-every-corner`],
      [`/forumdisplay.php?f=${FORUM}`, `/channel/${FORUM}-main-forum`],
      ['/member.php?u=3', '/member/3-alice'],
      ['/index.php', '/'],
    ] as const)
      expect((await see(path)).page.url()).toBe(`${board.url}${place}`);
  });
});

/** What a page tells of itself, and the pictures that do not show. */
const facts = `({
  lang: document.documentElement.lang,
  heading: document.querySelector('h1').textContent,
  canonical: document.querySelector('link[rel=canonical]').href,
  app: document.querySelector('a.app').getAttribute('href'),
  broken: [...document.images].filter((image) => image.naturalWidth === 0).map((image) => image.src),
})`;

/** A topic with all that a post can have, and what is hard to lay out. */
async function postAll(alice: Signpost): Promise<number> {
  const rawtext = `[b]bold[/b] [i]italic[/i] [u]under[/u] [s]struck[/s] a[sub]1[/sub] b[sup]2[/sup] [highlight]marked[/highlight] [color=yellow]yellow[/color] [font=Courier New]type[/font]
[size=6]Large[/size] [size=1]small[/size]
[center]middle[/center][right]right[/right][indent]indented[/indent]
[h=1]A heading[/h]
[quote=bob;28]Left, and then follow the river.[quote]An older one[/quote][/quote]
[spoiler=The end]The gardener.[/spoiler]
[code]const width = 'a line that is much longer than any phone is wide, and must not be wrapped since it is code';[/code]
[list][*]one[*]two[list=1][*]inner[/list][/list]
[table][tr][th]Station[/th][th]Arrival[/th][th]Departure[/th][th]Platform[/th][th]Remark that is rather long[/th][/tr][tr][td]Innsbruck[/td][td]10:15[/td][td]10:20[/td][td]4[/td][td]Change for the lake[/td][/tr][/table]
[hr][url=https://example.org/]a site[/url] https://example.org/${'a-very-long-path/'.repeat(12)} [img]https://example.org/a.png[/img] [user=4]bob[/user]
${'Donaudampfschifffahrtsgesellschaft'.repeat(5)}
مرحبا بالعالم هذا نص عربي طويل
日本語のとても長い文章がここにあります。日本語のとても長い文章がここにあります。
🏞️👩‍👩‍👧‍👦`;
  const title = `Everything ${'that is in one very long word'.replaceAll(' ', '')} & <b>more</b>`;
  const topic = await alice.content_text.add({ data: { parentid: FORUM, title, rawtext } });
  for (const [width, height] of [
    [3000, 300],
    [300, 3000],
    [20, 20],
  ] as const) {
    const file = named(`${'long-name'.repeat(8)}-${width}.png`, await picture(width, height));
    const { filedataid } = await alice.content_attach.upload({ file });
    await alice.node.addAttachment({ nodeid: topic, data: { filedataid } });
  }
  const notes = await alice.content_attach.upload({ file: named('notes.txt', 'hello') });
  await alice.node.addAttachment({ nodeid: topic, data: { filedataid: notes.filedataid } });
  await post(alice, topic);
  return topic;
}
