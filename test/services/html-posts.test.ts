import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Signpost } from '../../src/client/index.ts';
import { asker } from '../dialects/invision/ask.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { addChannel, post, refusalId } from '../support/nodes.ts';
import { send } from '../support/raw.ts';

/** Posts that stay HTML, beside those of BBCode. */

let board: TestBoard;
let alice: Signpost;
let mod: Signpost;
let channel: number;
let topic: number;
const ask = asker(() => board);
beforeAll(async () => {
  board = await startBoard();
  alice = await board.login('alice');
  mod = await board.login('mod');
  channel = await addChannel(await board.login('admin'), 'Texts');
});
afterAll(async () => {
  await board.stop();
});
beforeEach(async () => {
  topic = await post(mod, channel, 'A topic');
});

const html = '<h2>Title</h2><p>a <mark>b</mark> <kbd>Ctrl</kbd></p>';

async function add(rawtext: string, htmlstate: 'on' | 'on_nl2br' = 'on'): Promise<number> {
  return mod.content_text.add({ data: { parentid: topic, rawtext, htmlstate } });
}

async function contentOf(nodeid: number) {
  const found = (await alice.node.getNodeFullContent({ nodeid }))[nodeid];
  if (found === undefined) throw new Error(`there is no content ${nodeid}`);
  return found.content;
}

describe('a post of HTML', () => {
  test('is shown as it was written, and told as text and as BBCode', async () => {
    expect(await contentOf(await add(html))).toMatchObject({
      htmlstate: 'on',
      rawhtml: html,
      message: html,
      message_plain: expect.stringMatching(/^Title\s+a b Ctrl$/),
      previewtext: 'Title a b Ctrl',
      rawtext: expect.stringContaining('[HIGHLIGHT]b[/HIGHLIGHT]'),
    });
  });

  test('has line breaks where its line ends are some', async () => {
    const content = await contentOf(await add('a\nb', 'on_nl2br'));
    expect(content).toMatchObject({ htmlstate: 'on_nl2br', rawhtml: 'a\nb' });
    expect(content.message).toBe('a<br />\nb');
    expect(content.message_plain).toMatch(/^a\s*\nb$/);
  });

  test('of a member has nothing that could harm, and is no post without the rest', async () => {
    const content = await contentOf(await add(`<p onclick="x">a<script>b</script></p>`));
    expect(content).toMatchObject({ message: '<p>a</p>', rawhtml: '<p>a</p>' });
    expect(await refusalId(add('<script>a</script>'))).toBe('missing_content');
  });

  test('is found by its words', async () => {
    const nodeid = await add('<p><b>Zugspitze</b>nbahn</p>');
    const { results } = await alice.search.getInitialResults({
      search_json: JSON.stringify({
        keywords: 'Zugspitzenbahn',
        view: 'conversation_thread_search',
      }),
    });
    expect(JSON.stringify(results)).toContain(String(nodeid));
  });

  test('is quoted as BBCode', async () => {
    const quote = await alice.content_text.getQuoteText({ nodeid: await add(html) });
    expect(quote).toMatch(
      /^\[QUOTE=mod;\d+\][^<>]*\[HIGHLIGHT\]b\[\/HIGHLIGHT\][^<>]*\[\/QUOTE\]$/,
    );
  });

  test('may be ever so long, but not longer', async () => {
    expect(await refusalId(add(`<p>${'x'.repeat(1_000_000)}</p>`))).toBe('text_too_long');
    expect(await refusalId(add('<b>'.repeat(20_000)))).toBe('text_too_long');
  });
});

describe('edited by a client that knows BBCode', () => {
  test('HTML stays when its BBCode or its message comes back', async () => {
    const nodeid = await add(html);
    const { rawtext, message } = await contentOf(nodeid);
    const sent = [
      { rawtext, options: { wysiwyg: false } },
      { rawtext: rawtext.replaceAll('\n', '\r\n'), options: { wysiwyg: false } },
      { rawtext: message, options: { wysiwyg: true } },
    ];
    for (const { rawtext: same, options } of sent) {
      await mod.content_text.update({ nodeid, data: { rawtext: same, title: 'New' }, options });
      expect(await contentOf(nodeid)).toMatchObject({ message: html, htmlstate: 'on' });
    }
  });

  test('HTML becomes BBCode when it changes, and HTML again with its old version', async () => {
    const nodeid = await add(html);
    await mod.content_text.update({ nodeid, data: { rawtext: 'a [b]c[/b]' } });
    const changed = await contentOf(nodeid);
    expect(changed).toMatchObject({ message: 'a <strong>c</strong>', htmlstate: 'off' });
    expect(changed).not.toHaveProperty('rawhtml');
    const versions = await mod.posthistory.fetchHistory({ nodeid });
    const first = versions.find((version) => version.original === 1);
    await mod.content_text.restoreVersion({
      ...{ nodeid, postedithistoryid: first?.postedithistoryid ?? 0 },
    });
    expect(await contentOf(nodeid)).toMatchObject({ rawhtml: html, message: html });
  });

  test('a change of the HTML that BBCode cannot say is one all the same', async () => {
    const nodeid = await add(html);
    const data = { rawtext: html.replaceAll('kbd', 'samp'), htmlstate: 'on' as const };
    await mod.content_text.update({ nodeid, data });
    const content = await contentOf(nodeid);
    expect(content).toMatchObject({ message: data.rawtext });
    expect(content.editlog).toMatchObject({ edits: 1 });
  });
});

test('a copy shows the same', async () => {
  const nodeid = await add(html);
  const copies = await mod.node.cloneNodes({ nodeids: [nodeid], to_parent: topic });
  expect(JSON.stringify(copies)).toMatch(/\d/);
  const sql = 'select count(*) as count from text where html = ?';
  const row = await board.database.reader().get<{ count: number }>(sql, [html]);
  expect(Number(row?.count)).toBeGreaterThanOrEqual(2);
});

test('the site itself writes what it likes; pages show of it what they show of anybody', async () => {
  const written = '<p class="x">a</p><script>window.evil = 1</script>';
  const author = (await mod.user.fetchCurrentUserinfo()).userid;
  const { status, body } = await ask('POST', '/api/forums/posts', {
    form: [
      ['topic', '27'],
      ['author', String(author)],
      ['post', written],
    ],
  });
  expect([status, body.content]).toEqual([200, written]);
  expect(await contentOf(body.id)).toMatchObject({ message: written, htmlstate: 'on' });
  const { nodeurl = '' } = await contentOf(body.id);
  const page = await send(`${board.url}${new URL(nodeurl).pathname}`, { headers: {} });
  expect(page.status).toBe(200);
  expect(page.body.toString()).not.toContain('evil');
  expect(page.body.toString()).toContain('<p>a</p>');
});
