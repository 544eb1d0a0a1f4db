import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Signpost } from '../../src/client/index.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { addChannel, post, refusal, refusalId } from '../support/nodes.ts';

let board: TestBoard;
let alice: Signpost;
let bob: Signpost;
let mod: Signpost;
let admin: Signpost;
let channel: number;

beforeAll(async () => {
  board = await startBoard();
  alice = await board.login('alice');
  bob = await board.login('bob');
  mod = await board.login('mod');
  admin = await board.login('admin');
});
afterAll(async () => {
  await board.stop();
});
beforeEach(async () => {
  channel = await addChannel(admin, 'Extras');
});

let count = 0;
function words(): { title: string; rawtext: string } {
  count += 1;
  return { title: `Title ${count}`, rawtext: `Text ${count}` };
}
const add = (client: Signpost, data: object, parentid = channel): Promise<number> =>
  client.content_text.add({ data: { parentid, ...words(), ...data } });

/** Each type that has a title and a text of its own. */
const types: Readonly<Record<string, (client: Signpost, data: object) => Promise<number>>> = {
  text: (client, data) => add(client, data),
  poll: (client, data) =>
    client.content_poll.add({
      data: { parentid: channel, ...words(), polloptions: ['a', 'b'], ...data },
    }),
  link: (client, data) =>
    client.content_link.add({
      data: { parentid: channel, ...words(), url: 'https://example.org/', ...data },
    }),
  video: (client, data) =>
    client.content_video.add({
      data: { parentid: channel, ...words(), url: 'https://youtu.be/aqz-KE-bpKQ', ...data },
    }),
};

describe.each(Object.entries(types))('a new %s', (_, make) => {
  test('has the tags that it is given', async () => {
    const nodeid = await make(alice, { tags: ['Lens, night'] });
    expect((await bob.node.getNode({ nodeid })).taglist).toBe('lens,night');
  });

  test('waits for its time', async () => {
    const nodeid = await make(alice, { publishdate: board.now() + 60 });
    expect(await refusalId(bob.node.getNode({ nodeid }))).toBe('invalid_node_id');
  });

  test('is shown to those whom it is for', async () => {
    const nodeid = await make(alice, { viewperms: 1 });
    const guest = board.guest();
    expect(await refusalId(guest.node.getNode({ nodeid }))).toBe('invalid_node_id');
    expect(await bob.node.getNode({ nodeid })).toMatchObject({ viewperms: 1 });
  });

  test('takes HTML', async () => {
    const nodeid = await make(alice, { rawtext: '<p>Hello <strong>world</strong></p>' });
    const [full] = Object.values(await alice.node.getNodeFullContent({ nodeid }));
    expect(full?.content.rawtext).toBe('Hello [B]world[/B]');
  });
});

describe('tags', () => {
  test('with a character that nobody sees are refused, and it is named', async () => {
    expect(await refusal(add(alice, { tags: ['le\u200bns'] }))).toEqual([
      'invalid_data',
      'data[tags]: a tag cannot contain U+200B',
    ]);
  });

  test('that cannot be used, too many of them, and those of a reply are refused', async () => {
    expect(await refusal(add(alice, { tags: ['lens', '<b>'] }))).toEqual([
      'invalid_data',
      'data[tags]: a tag cannot contain "<"',
    ]);
    const many = Array.from({ length: 30 }, (_, index) => `tag${index}`);
    expect(await refusalId(add(alice, { tags: many }))).toBe('too_many_tags');
    const topic = await post(alice, channel, 'A topic');
    expect(await refusal(add(alice, { tags: ['lens'] }, topic))).toEqual([
      'invalid_data',
      'topics alone have tags',
    ]);
    expect(await refusalId(add(alice, { tags: [] }, topic))).toBe('not refused');
  });
});

describe('featured', () => {
  test('is for those who may feature posts', async () => {
    expect(await refusalId(add(alice, { featured: true }))).toBe('no_permission');
    const nodeid = await add(admin, { featured: true });
    expect(await bob.node.getNode({ nodeid })).toMatchObject({ featured: 1 });
    expect(await refusalId(add(alice, { featured: false }))).toBe('not refused');
  });
});

describe('viewperms', () => {
  test('of a topic hold for all that is written in it, and it counts for nobody else', async () => {
    const topic = await add(alice, { viewperms: 1 });
    const reply = await add(bob, { viewperms: 2 }, topic);
    expect(await bob.node.getNode({ nodeid: reply })).toMatchObject({ viewperms: 1 });
    const guest = board.guest();
    expect(await refusalId(guest.node.getNode({ nodeid: reply }))).toBe('invalid_node_id');
    expect(await guest.node.getNode({ nodeid: channel })).toMatchObject({ totalcount: 0 });
  });

  test('0 leaves a topic to its author and moderators, where the channel has no members', async () => {
    const topic = await add(alice, { viewperms: 0 });
    expect(await refusalId(bob.node.getNode({ nodeid: topic }))).toBe('invalid_node_id');
    for (const one of [alice, mod])
      expect(await one.node.getNode({ nodeid: topic })).toMatchObject({ viewperms: 0 });
  });

  test('of a reply are not less than its topic\u2019s, and 3 is none', async () => {
    const topic = await post(alice, channel, 'Open');
    expect(await refusalId(add(bob, { viewperms: 1 }, topic))).toBe('invalid_data');
    expect(await refusal(add(bob, { viewperms: 3 }))).toEqual([
      'invalid_data',
      'data[viewperms]: it must be 0, 1 or 2',
    ]);
  });
});

test('urlident is made fit for an address', async () => {
  const nodeid = await add(alice, { urlident: 'My <b>Own</b> / Address?' });
  expect((await bob.node.getNode({ nodeid })).urlident).toBe('my-b-own-b-address');
});

test('a prefix is refused, since there are none; an icon and an HTML title do nothing', async () => {
  expect(await refusalId(add(alice, { prefixid: 'solved' }))).toBe('invalid_data');
  const nodeid = await add(alice, { prefixid: '', iconid: 3, htmltitle: '<b>x</b>' });
  const node = await bob.node.getNode({ nodeid });
  expect(node).toMatchObject({ iconid: 0, prefixid: '' });
  expect(node.htmltitle).toBe(node.title);
});

describe('HTML', () => {
  const rawOf = async (rawtext: string, options: object = {}): Promise<string | undefined> => {
    const data = { parentid: channel, title: words().title, rawtext };
    const nodeid = await alice.content_text.add({ data, options });
    const [full] = Object.values(await alice.node.getNodeFullContent({ nodeid }));
    return full?.content.rawtext;
  };

  test('is taken as what the caller says, or as what it looks like', async () => {
    const html = 'a &lt; b<br>c';
    expect(await rawOf(html)).toBe('a < b\nc');
    expect(await rawOf(html, { wysiwyg: false })).toBe(html);
    expect(await rawOf('a &amp; b')).toBe('a &amp; b');
    expect(await rawOf('a &amp; b', { wysiwyg: true })).toBe('a & b');
    expect(await rawOf('if a<b then\nc>d')).toBe('if a<b then\nc>d');
    expect(await rawOf('[code]<b>x</b>[/code]')).toBe('[code]<b>x</b>[/code]');
    expect(await rawOf('<p>a\nb</p>')).toBe('a b');
    expect(await rawOf('<p>a\nb</p>', { nl2br: true })).toBe('a\nb');
  });

  test('that shows nothing is no text, and an endless one is refused before it is read', async () => {
    expect(await refusalId(rawOf('<p><b></b><br></p>'))).toBe('missing_content');
    expect(await refusalId(rawOf('<script>alert(1)</script><p></p>'))).toBe('missing_content');
    expect(await refusalId(rawOf(`<b>${'x'.repeat(400_000)}</b>`))).toBe('text_too_long');
    expect(await refusalId(rawOf(`<b>x</b>${'<i>'.repeat(10_001)}`))).toBe('text_too_long');
  });

  test('is taken by edits and private messages, too', async () => {
    const nodeid = await post(alice, channel, 'Edited');
    await alice.content_text.update({ nodeid, data: { rawtext: '<p>a <em>b</em></p>' } });
    const [full] = Object.values(await alice.node.getNodeFullContent({ nodeid }));
    expect(full?.content.rawtext).toBe('a [I]b[/I]');
    const data = { msgRecipients: ['bob'], title: 'Hi', rawtext: '<p>a <em>b</em></p>' };
    const message = await alice.content_privatemessage.add({ data });
    const [sent] = Object.values(
      await alice.content_privatemessage.getFullContent({ nodeid: message }),
    );
    expect(sent?.content.rawtext).toBe('a [I]b[/I]');
  });
});
