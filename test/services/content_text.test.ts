import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Signpost } from '../../src/client/index.ts';
import { type OptionName, writeOption } from '../../src/library/board/options.ts';
import { bits, forumpermissions } from '../../src/permissions.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { addChannel, change, loginAs, post, refusal, refusalId } from '../support/nodes.ts';

let board: TestBoard;
let alice: Signpost;
let bob: Signpost;
let mod: Signpost;
let admin: Signpost;
let channel: number;
let topic: number;
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
  channel = await addChannel(admin, 'Texts');
  topic = await post(alice, channel, 'A topic');
});

async function setOption(name: OptionName, value: number): Promise<void> {
  await board.database.transaction((db) => writeOption(db, name, value));
  // Any change of a channel makes the board be read anew.
  await admin.content_channel.update({ nodeid: channel, data: { description: String(value) } });
}

async function contentOf(nodeid: number) {
  const found = (await alice.node.getNodeFullContent({ nodeid }))[nodeid];
  if (found === undefined) throw new Error(`there is no content ${nodeid}`);
  return found;
}

const add = (client: Signpost, parentid: number, rawtext: string, title = ''): Promise<number> =>
  client.content_text.add({ data: { parentid, rawtext, title } });

describe('where a post goes', () => {
  test('topics, replies and comments know their topic and channel', async () => {
    const reply = await post(bob, topic);
    const comment = await post(alice, reply);
    for (const [nodeid, parentid] of [
      [topic, channel],
      [reply, topic],
      [comment, reply],
    ] as const) {
      expect(await contentOf(nodeid)).toMatchObject({
        ...{ nodeid, parentid, starter: topic, channelid: channel },
        content: { starter: topic, startertitle: 'A topic', starterauthorname: 'alice' },
      });
    }
  });

  test('a comment takes no comments', async () => {
    const comment = await post(bob, await post(bob, topic));
    expect(await refusal(post(alice, comment))).toEqual([
      'invalid_data',
      'a comment takes no comments',
    ]);
  });

  test('a category takes no topics', async () => {
    await admin.content_channel.update({ nodeid: channel, data: { category: true } });
    expect(await refusalId(post(admin, channel, 'In vain'))).toBe('category_takes_no_topics');
    expect(await refusalId(post(bob, topic))).toBe('not refused');
  });

  test('a closed topic takes replies and comments of moderators alone', async () => {
    const reply = await post(bob, topic);
    await mod.node.closeNode({ nodeid: [topic] });
    expect(await refusalId(post(alice, topic))).toBe('threadclosed');
    expect(await refusalId(post(alice, reply))).toBe('threadclosed');
    expect(await refusalId(post(mod, reply))).toBe('not refused');
    await mod.node.openNode({ nodeid: [topic] });
    expect(await refusalId(post(alice, reply))).toBe('not refused');
  });

  test('guests are told to log in, and members without the right that they may not', async () => {
    expect(await refusalId(post(board.guest(), topic))).toBe('not_logged_no_permission');
    const waiting = await loginAs(board, 'Farid', 3);
    expect(await refusalId(post(waiting, topic))).toBe('no_permission');
  });
});

describe('titles', () => {
  test.each([
    ['blanks are put in order', '  Two \n\t words\u00a0 ', 'Two words'],
    ['markup is text', '<b>&"Ω"</b>', '<b>&"Ω"</b>'],
    ['250 emoji are 250 characters', '🍅'.repeat(250), '🍅'.repeat(250)],
    ['250 quotation marks fit, too', '"'.repeat(250), '"'.repeat(250)],
    ['control characters go', 'a\u0007b\u009fc', 'abc'],
    ['what turns the rest of a line around goes', 'Pay \u202egnp.exe\u2069', 'Pay gnp.exe'],
  ])('%s', async (_, given, kept) => {
    const nodeid = await post(alice, channel, given);
    const { title, htmltitle } = await alice.node.getNode({ nodeid });
    expect(title).toBe(kept);
    expect(htmltitle).not.toMatch(/[<>"]|&(?!(amp|lt|gt|quot|#39);)/);
  });

  test.each([
    ['nothing', '', 'title_required'],
    ['blanks', ' \t\n ', 'title_required'],
    ['what nobody sees', '\u200b\u2060\u3164', 'title_required'],
    ['a blank pattern of Braille', '\u2800', 'title_required'],
    ['a mark without a letter', '\u0301', 'title_required'],
    ['only marks that turn text around', '\u202e\u2067', 'title_required'],
    ['251 characters', 'ü'.repeat(251), 'title_too_long'],
  ])('a topic with %s for a title is refused', async (_, title, id) => {
    expect(await refusalId(post(alice, channel, title))).toBe(id);
    expect(await refusalId(alice.content_text.update({ nodeid: topic, data: { title } }))).toBe(id);
  });

  test('no option makes a title longer than its column', async () => {
    await setOption('titlemaxchars', 5000);
    expect(await refusal(post(alice, channel, 'x'.repeat(251)))).toEqual(['title_too_long', 250]);
    await setOption('titlemaxchars', 512);
    expect(await refusal(post(alice, channel, 'x'.repeat(513)))).toEqual(['title_too_long', 512]);
    expect(await refusalId(post(alice, channel, '"'.repeat(512)))).toBe('not refused');
    await setOption('titlemaxchars', 250);
  });
});

const scripts: Readonly<Record<string, string>> = {
  'Latin and accents': 'Ünïcödé ỹ ñ — naïve ﬁ',
  'combining marks': 'e\u0301 Z̸̢a̷l̶g̵o̸',
  Cyrillic: 'Съешь же ещё этих мягких французских булок',
  'Chinese, Japanese, Korean': '漢字かな交じり文 한국어 𠮷野家',
  'right to left': 'مرحبا بالعالم שלום \u200fabc',
  Indic: 'क्षत्रिय தமிழ் ไทย',
  emoji: '👩🏽‍💻👨‍👩‍👧‍👦🏳️‍🌈🇺🇳 ☀️',
  'beyond the first plane': '𝔘𝔫𝔦𝔠𝔬𝔡𝔢 𒀀 🜁',
  'SQL and quotes': `'; drop table node; -- "\\ %_?`,
  'line ends': 'a\r\nb\nc\td',
};

describe('texts', () => {
  test.each(Object.entries(scripts))('%s come back as sent', async (_, text) => {
    const nodeid = await add(alice, channel, text, `T ${text}`);
    const found = await contentOf(nodeid);
    expect(found.content.rawtext).toBe(text);
    expect(found.title).toBe(`T ${text}`.replace(/\s+/g, ' ').trim());
    expect(await bob.content_text.getQuoteText({ nodeid })).toContain(text.slice(0, 1));
  });

  test('50,000 characters fit, emoji or not, and one more does not', async () => {
    for (const character of ['x', '🍅', '"']) {
      const text = character.repeat(50_000);
      const nodeid = await add(alice, topic, text);
      expect((await contentOf(nodeid)).content.rawtext).toBe(text);
      expect(await refusal(add(alice, topic, `${text}y`))).toEqual(['text_too_long', 50_000]);
    }
  });

  test.each([
    ['nothing', ''],
    ['blanks', ' \n\t\u00a0'],
    ['what nobody sees', '\u200b\ufeff\u00ad'],
    ['a blank pattern of Braille', '\u2800'],
    ['a character without a shape', '\ue000\ufffc'],
    ['a tag around nothing', '[b][/b]'],
    ['a tag around what nobody sees', '[b][i]\u200b[/i]\n[/b]'],
    ['a quotation of nothing', '[quote=Ann;5][/quote]'],
    ['code without code', '[code]\n[/code]'],
    ['a link without words', '[url=https://example.org/] [/url]'],
    ['a list without items', '[list][*][/list]'],
  ])('%s is no text', async (_, rawtext) => {
    expect(await refusalId(add(alice, topic, rawtext))).toBe('missing_content');
    expect(await refusalId(alice.content_text.update({ nodeid: topic, data: { rawtext } }))).toBe(
      'missing_content',
    );
  });

  test.each([
    ['a picture', '[img]https://example.org/a.png[/img]'],
    ['a rule', '[hr]'],
    ['a quotation', '[quote]x[/quote]'],
    ['an emoji', '🏳️‍🌈'],
  ])('%s alone is a text', async (_, rawtext) => {
    expect((await contentOf(await add(alice, topic, rawtext))).content.rawtext).toBe(rawtext);
  });

  test('a NUL character is refused, and a lone surrogate is replaced', async () => {
    expect(await refusalId(add(alice, topic, 'a\0b'))).toBe('invalid_parameter');
    const nodeid = await add(alice, topic, 'a\ud83db');
    expect((await contentOf(nodeid)).content.rawtext).toBe('a\ufffdb');
  });

  test('BBCode becomes HTML, and HTML stays text', async () => {
    const rawtext = '[b]x[/b] <script>alert(1)</script> [url=javascript:alert(1)]y[/url]';
    const { content } = await contentOf(await add(alice, topic, rawtext));
    expect(content.message).toContain('<strong>x</strong>');
    expect(content.message).not.toMatch(/<script|href="javascript/i);
    expect(content.message_bbcode).toBe(rawtext);
  });
});

describe('haste', () => {
  beforeEach(async () => {
    await setOption('floodchecktime', 0);
    board.tick(10_000);
  });

  test('a member waits between two posts, wherever they are, and a moderator does not', async () => {
    await setOption('floodchecktime', 3000);
    await post(bob, topic);
    const [id, seconds, wait] = await refusal(post(bob, channel, 'Soon'));
    expect([id, seconds, Number(wait) > 2000]).toEqual(['postfloodcheck', 3000, true]);
    board.tick(2000);
    expect(await refusalId(post(bob, topic))).toBe('postfloodcheck');
    board.tick(1000);
    expect(await refusalId(post(bob, topic))).toBe('not refused');
    for (const client of [mod, mod, admin, admin])
      expect(await refusalId(post(client, topic))).toBe('not refused');
    await setOption('floodchecktime', 0);
  });

  test('who has posted before the clock was set back does not wait until it is there again', async () => {
    await setOption('floodchecktime', 30);
    board.tick(2 * 86_400);
    await post(bob, topic);
    board.tick(-2 * 86_400);
    expect(await refusalId(post(bob, topic))).toBe('not refused');
    await setOption('floodchecktime', 0);
    board.tick(2 * 86_400);
  });

  test('the same text is posted again after the clock was set back', async () => {
    board.tick(2 * 86_400);
    const words = { parentid: topic, title: 'The clock', rawtext: 'Half past two' };
    await bob.content_text.add({ data: words });
    expect(await refusalId(bob.content_text.add({ data: words }))).toBe('duplicate_post');
    board.tick(-2 * 86_400);
    expect(await refusalId(bob.content_text.add({ data: words }))).toBe('not refused');
    expect(await refusalId(bob.content_text.add({ data: words }))).toBe('duplicate_post');
    board.tick(2 * 86_400);
  });

  test('guests of one network wait for each other', async () => {
    const may = [
      'canview',
      'canviewothers',
      'canviewthreads',
      'canpostnew',
      'canreplyothers',
    ] as const;
    const sql = 'insert into permission (nodeid, groupid, forumpermissions) values (?, 1, ?)';
    await change(board, sql, [channel, bits(forumpermissions, ...may)]);
    await setOption('floodchecktime', 3000);
    await post(board.guest(), topic);
    const [id, most, wait] = await refusal(post(board.guest(), topic));
    expect([id, most]).toEqual(['postfloodcheck', 3000]);
    // but for the seconds that the test takes
    expect(wait).toBeGreaterThan(2900);
    expect(wait).toBeLessThanOrEqual(3000);
    expect(await refusalId(post(bob, topic))).toBe('not refused');
    board.tick(3000);
    expect(await refusalId(post(board.guest(), topic))).toBe('not refused');
    await setOption('floodchecktime', 0);
  });

  test('of many posts at once the flood check lets one through', async () => {
    await setOption('floodchecktime', 3000);
    const answers = await Promise.all(Array.from({ length: 8 }, () => refusalId(post(bob, topic))));
    expect(answers.filter((id) => id === 'not refused')).toHaveLength(1);
    expect(answers.filter((id) => id === 'postfloodcheck')).toHaveLength(7);
    await setOption('floodchecktime', 0);
  });

  test('of identical posts at once exactly one wins, and the others learn its number', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => refusal(add(bob, topic, 'The same'))),
    );
    const [winner, ...others] = answers.filter(([id]) => id === 'not refused');
    expect(others).toEqual([]);
    const losers = answers.filter(([id]) => id !== 'not refused');
    expect(losers).toEqual(losers.map(() => ['duplicate_post', winner?.[1]]));
  });

  test('the same text elsewhere, by another, or later is no duplicate', async () => {
    await add(bob, topic, 'Often said');
    expect(await refusalId(add(bob, channel, 'Often said', 'Title'))).toBe('not refused');
    expect(await refusalId(add(alice, topic, 'Often said'))).toBe('not refused');
    expect(await refusalId(add(bob, channel, 'Often said', 'Title'))).toBe('duplicate_post');
    expect(await refusalId(add(bob, channel, 'Often said', 'Another title'))).toBe('not refused');
    board.tick(150);
    expect(await refusalId(add(bob, topic, 'Often said'))).toBe('duplicate_post');
    board.tick(151);
    expect(await refusalId(add(bob, topic, 'Often said'))).toBe('not refused');
  });

  test('a post that a moderator has hidden is not named as the duplicate', async () => {
    const nodeid = await add(bob, topic, 'Hidden soon');
    await mod.node.deleteNodes({ nodeids: [nodeid], hard: false });
    expect(await refusalId(add(bob, topic, 'Hidden soon'))).toBe('not refused');
  });

  test('a post under moderation is named as the duplicate only while its author sees it', async () => {
    const nodeid = await add(bob, topic, 'Under moderation');
    await mod.node.setApproved({ nodeids: [nodeid], approved: false });
    const seen = await refusalId(bob.node.getNode({ nodeid }));
    const [again] = await refusal(add(bob, topic, 'Under moderation'));
    expect(again).toBe(seen === 'not refused' ? 'duplicate_post' : 'not refused');
  });

  test('no option of the caller skips a check', async () => {
    await setOption('floodchecktime', 3000);
    const data = { parentid: topic, rawtext: 'Twice' };
    const options = { skipFloodCheck: 1, skipDupCheck: 1, floodchecktime: 0, skipTransaction: 1 };
    await bob.call('content_text.add', { data, options });
    expect(await refusalId(bob.call('content_text.add', { data, options }))).toBe('duplicate_post');
    const other = { ...data, rawtext: 'Thrice', userid: 1, authorname: 'admin', created: 1 };
    expect(await refusalId(bob.call('content_text.add', { data: other, options }))).toBe(
      'postfloodcheck',
    );
    await setOption('floodchecktime', 0);
  });

  test('no column of the caller gets into a new post', async () => {
    const columns = { userid: 1, authorname: 'admin', created: 1, sticky: 1, showapproved: 0 };
    const data = { parentid: channel, title: 'Mine', rawtext: 'Mine', ...columns, protected: 1 };
    const nodeid = Number(await bob.call('content_text.add', { data }));
    expect(await alice.node.getNode({ nodeid })).toMatchObject({
      ...{ authorname: 'bob', sticky: 0, showapproved: 1, protected: 0 },
    });
  });
});

describe('editing', () => {
  test('an edit changes every rendering, and the title its forms', async () => {
    const data = { title: 'New & better', rawtext: '[i]new[/i]' };
    expect(await alice.content_text.update({ nodeid: topic, data })).toBe(true);
    const found = await contentOf(topic);
    expect(found).toMatchObject({ htmltitle: 'New &amp; better', urlident: 'new-better' });
    expect(found.content).toMatchObject({ rawtext: '[i]new[/i]', message_plain: 'new' });
    expect(found.content.message).toContain('<em>new</em>');
    expect(found.content.previewtext).toBe('new');
  });

  test('the author may edit for as long as his usergroup says', async () => {
    const edit = (client: Signpost) =>
      refusal(client.content_text.update({ nodeid: topic, data: { rawtext: 'Edited' } }));
    expect(await edit(bob)).toEqual(['no_permission']);
    expect(await edit(board.guest())).toEqual(['not_logged_no_permission']);
    board.tick(1440 * 60 - 300);
    expect(await edit(alice)).toEqual(['not refused', true]);
    board.tick(301);
    expect(await edit(alice)).toEqual(['edit_time_over', 1440]);
    expect(await edit(mod)).toEqual(['not refused', true]);
  });

  test('in a closed topic nobody edits but a moderator', async () => {
    await mod.node.closeNode({ nodeid: [topic] });
    const data = { rawtext: 'Edited' };
    expect(await refusalId(alice.content_text.update({ nodeid: topic, data }))).toBe(
      'threadclosed',
    );
    expect(await refusalId(mod.content_text.update({ nodeid: topic, data }))).toBe('not refused');
  });

  test('a refused edit changes nothing, its good half included', async () => {
    const before = await contentOf(topic);
    const data = { title: 'A good title', rawtext: ' ' };
    expect(await refusalId(alice.content_text.update({ nodeid: topic, data }))).toBe(
      'missing_content',
    );
    expect(await contentOf(topic)).toEqual(before);
  });

  test('a channel is no post', async () => {
    const data = { rawtext: 'Edited' };
    const update = mod.content_text.update({ nodeid: channel, data });
    expect(await refusal(update)).toEqual(['invalid_node_id', channel]);
    const deletion = admin.content_text.delete({ nodeid: channel });
    expect(await refusal(deletion)).toEqual(['invalid_node_id', channel]);
  });

  test('a post that has lost its text is empty, and has no quotation', async () => {
    await change(board, 'delete from text where nodeid = ?', [topic]);
    expect((await contentOf(topic)).content.rawtext).toBe('');
    expect(await refusalId(alice.content_text.getQuoteText({ nodeid: topic }))).toBe(
      'invalid_node_id',
    );
  });
});

describe('deleting', () => {
  test.each([
    ['a guest', () => Promise.resolve(board.guest()), 'not_logged_no_permission'],
    ['the author', () => Promise.resolve(alice), 'no_permission'],
    ['a moderator', () => Promise.resolve(mod), 'not refused'],
  ])('for good, by %s', async (_, client, id) => {
    expect(await refusalId((await client()).content_text.delete({ nodeid: topic }))).toBe(id);
  });

  test('a quotation names the author and holds no quotation', async () => {
    const nodeid = await add(bob, topic, '[QUOTE=alice;1]old[/QUOTE]new');
    expect(await alice.content_text.getQuoteText({ nodeid })).toBe(
      `[QUOTE=bob;${nodeid}]new[/QUOTE]`,
    );
  });
});
