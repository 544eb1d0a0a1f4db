import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DEFAULT_FORUM_PARENT, MAIN_FORUM } from '../../src/library/board/system-channels.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { enter, type Member, refusal } from '../support/messages.ts';
import { addChannel, change, post } from '../support/nodes.ts';
import { findPlaces } from '../support/places.ts';

/** The smaller methods that content classes share, and those of channels. */
let board: TestBoard;
let alice: Member;
let bob: Member;
let mod: Member;
let admin: Member;
let channel: number;
let topic: number;
let reply: number;
let comment: number;
let staff: number;
let staffTopic: number;

beforeAll(async () => {
  board = await startBoard();
  alice = await enter(board, 'alice');
  bob = await enter(board, 'bob');
  mod = await enter(board, 'mod');
  admin = await enter(board, 'admin');
  channel = await addChannel(admin.app, 'Müßiggang');
  topic = await post(alice.app, channel, 'A topic');
  reply = await post(bob.app, topic);
  comment = await post(alice.app, reply);
  ({ staff, staffTopic } = await findPlaces(board));
});
afterAll(async () => {
  await board.stop();
});

describe('the class content', () => {
  test('makes, edits and deletes content of each type', async () => {
    const { content, contenttype } = alice.app;
    const idOf = async (className: string): Promise<number> =>
      Number(await contenttype.fetchContentTypeIdFromClass({ class: className }));
    const data = { parentid: channel, title: 'Tea?', polloptions: ['Yes', 'No'] };
    const poll = await content.add({ data: { ...data, contenttypeid: await idOf('Poll') } });
    const options = async (): Promise<unknown[]> => {
      const [full] = Object.values(await alice.app.node.getNodeFullContent({ nodeid: poll }));
      return Object.values(full?.content.polloptions ?? {}).map((option) => option.title);
    };
    expect(await options()).toEqual(['Yes', 'No']);
    await content.update({ nodeid: poll, data: { polloptions: ['Yes', 'No', 'Later'] } });
    expect(await options()).toEqual(['Yes', 'No', 'Later']);
    const text = await content.add({ data: { parentid: channel, title: 'T', rawtext: 'x' } });
    expect(await content.getQuotes({ nodeids: [text] })).toBe(`[QUOTE=alice;${text}]x[/QUOTE]`);
    await content.update({ nodeid: text, data: { rawtext: 'y' } });
    expect(await content.getQuoteText({ nodeid: text })).toBe(`[QUOTE=alice;${text}]y[/QUOTE]`);
    expect(await refusal(bob.app.content.update({ nodeid: text, data: { rawtext: 'z' } }))).toEqual(
      ['no_permission'],
    );
    expect(await refusal(content.update({ nodeid: channel, data: { title: 'z' } }))).toEqual([
      'invalid_node_id',
      channel,
    ]);
    const link = { parentid: channel, title: 'L', contenttypeid: await idOf('Link') };
    expect(await refusal(content.add({ data: link }))).toEqual(['missing_parameter', 'data[url]']);
    const channels = { ...link, contenttypeid: await idOf('Channel') };
    expect(await refusal(content.add({ data: channels }))).toEqual([
      'invalid_data',
      'data[contenttypeid]: it must be that of Text, Poll, Link, Video or Gallery',
    ]);
    expect(await mod.app.content.delete({ nodeid: text })).toBe(true);
    expect(await refusal(content.getContent({ nodeid: text }))).toEqual(['invalid_node_id', text]);
  });
});

describe('the class posthistory', () => {
  test('tells authors and moderators what a post said', async () => {
    const nodeid = await post(alice.app, channel, 'History');
    const { posthistory, content_text } = alice.app;
    expect(await posthistory.fetchHistory({ nodeid })).toEqual([]);
    await content_text.update({ nodeid, data: { rawtext: 'second', reason: 'why' } });
    const texts = (await posthistory.fetchHistory({ nodeid })).map((version) => version.rawtext);
    expect(texts[1]).toBe('second');
    const compared = await posthistory.fetchHistoryComparison({ nodeid });
    expect([compared.old.rawtext, compared.current.rawtext]).toEqual(texts);
    for (const [member, may] of [
      [alice, true],
      [mod, true],
      [bob, false],
    ] as const)
      expect(await member.app.posthistory.canViewPostHistory({ nodeid })).toBe(may);
    expect(await refusal(bob.app.posthistory.fetchHistory({ nodeid }))).toEqual(['no_permission']);
    const none = { nodeid, id1: 999_998, id2: 999_999 };
    expect(await refusal(posthistory.fetchHistory(none))).toEqual(['invalid_version', 999_998]);
  });
});

describe('content', () => {
  test('is the same by its short name, and bare without rights', async () => {
    const { content_text, content_channel } = alice.app;
    const full = await content_text.getFullContent({ nodeid: topic });
    expect(await content_text.getContent({ nodeid: topic })).toEqual(full);
    const bare = (await content_text.getBareContent({ nodeid: topic }))[topic];
    expect(bare).toMatchObject({ nodeid: topic, content: { startertitle: 'A topic' } });
    for (const name of ['permissions', 'createpermissions', 'moderatorperms'])
      expect(bare?.content).not.toHaveProperty(name);
    expect(Object.keys(await content_channel.getContent({ nodeid: channel }))).toEqual([
      `${channel}`,
    ]);
    const hidden = ['invalid_node_id', staffTopic];
    expect(await refusal(content_text.getContent({ nodeid: staffTopic }))).toEqual(hidden);
    expect(await refusal(content_text.getBareContent({ nodeid: staffTopic }))).toEqual(hidden);
    expect(await refusal(content_text.getBbcodeOptions({ nodeId: staffTopic }))).toEqual(hidden);
  });

  test('knows the conversation it belongs to', async () => {
    const parent = async (nodeid: number): Promise<number | false> => {
      const found = await alice.app.content_text.getConversationParent({ nodeid });
      return found && found.nodeid;
    };
    expect(await Promise.all([comment, reply, topic, channel].map(parent))).toEqual([
      ...[topic, topic, channel, 2],
    ]);
    expect(await Promise.all([1, staffTopic, 999_999].map(parent))).toEqual([false, false, false]);
  });

  test('tells what BBCode does', async () => {
    expect(await alice.app.content_text.getBbcodeOptions({ nodeId: channel })).toMatchObject({
      ...{ allowbbcode: 1, allowhtml: 0, allowsmilies: 0 },
    });
  });

  test('is quoted in the order asked for, each post once', async () => {
    const quotes = await alice.app.content_text.getQuotes({ nodeids: [comment, topic, comment] });
    const each = await Promise.all(
      [comment, topic].map((nodeid) => alice.app.content_text.getQuoteText({ nodeid })),
    );
    expect(quotes).toBe(each.join('\n\n'));
    const nodeids = [topic, staffTopic];
    expect(await refusal(alice.app.content_text.getQuotes({ nodeids }))).toEqual([
      ...['invalid_node_id', staffTopic],
    ]);
    expect(await refusal(alice.app.content_text.getQuotes({ nodeids: [channel] }))).toEqual([
      ...['invalid_node_id', channel],
    ]);
    const many = Array.from({ length: 21 }, (_, index) => index + 1);
    expect((await refusal(alice.app.content_text.getQuotes({ nodeids: many })))[0]).toBe(
      'invalid_data',
    );
  });
});

describe('channels', () => {
  test('are found by their fixed names', async () => {
    const found = await alice.app.content_channel.fetchChannelByGUID({ guid: MAIN_FORUM });
    expect(found).toMatchObject({ title: 'Main Forum', contenttypeclass: 'Channel' });
    expect((await refusal(alice.app.content_channel.fetchChannelByGUID({ guid: 'x' })))[0]).toBe(
      'invalid_node_id',
    );
  });

  test('lie in a top-level channel', async () => {
    const forum = await alice.app.content_channel.fetchChannelIdByGUID({
      guid: DEFAULT_FORUM_PARENT,
    });
    const top = (nodeids: number[], by = alice): Promise<number | false> =>
      by.app.content_channel.getTopLevelChannel({ nodeids });
    expect(await top([comment])).toBe(forum);
    expect(await top([forum, topic, channel])).toBe(forum);
    expect([await top([1]), await top([1, topic])]).toEqual([false, false]);
    expect(await refusal(top([topic, staffTopic]))).toEqual(['invalid_node_id', staffTopic]);
    expect(await top([staffTopic], mod)).toBe(forum);
  });

  test('are suggested by a part of their name to those who may enter', async () => {
    const suggest = async ({ app }: Member, searchStr: string): Promise<number[]> => {
      const { suggestions } = await app.content_channel.getAutocomplete({ searchStr });
      return suggestions.map(({ id }) => id);
    };
    expect(await suggest(alice, ' MÜSSIG')).toEqual([]);
    expect(await suggest(alice, ' MÜßIG')).toEqual([channel]);
    expect(await suggest(alice, ' ')).toEqual([]);
    expect(await suggest(alice, 'staff')).toEqual([]);
    expect(await suggest(mod, 'staff')).toEqual([staff]);
    const page = { searchStr: 'm', limitnumber: 1 };
    const first = await alice.app.content_channel.getAutocomplete(page);
    const second = await alice.app.content_channel.getAutocomplete({ ...page, limitstart: 1 });
    expect(first.suggestions).toHaveLength(1);
    expect(second.suggestions[0]?.id).not.toBe(first.suggestions[0]?.id);
  });

  test('say who may moderate and add channels', async () => {
    const can = ({ app }: Member) => app.content_channel.getCanModerate({ node: comment });
    expect(await Promise.all([alice, mod, admin].map(can))).toEqual([0, 1, 1]);
    const add = ({ app }: Member) => app.content_channel.canAddChannel({ nodeid: channel });
    expect(await add(mod)).toEqual({ can: false, exceeded: false });
    expect(await add(admin)).toEqual({ can: true, exceeded: false });
    expect(await refusal(alice.app.content_channel.canAddChannel({ nodeid: staff }))).toEqual([
      ...['invalid_node_id', staff],
    ]);
  });

  test('name their owners and moderators', async () => {
    const nodeId = await addChannel(admin.app, 'Owned');
    await change(
      board,
      'insert into groupintopic (userid, nodeid, groupid) values (?, ?, 10), (?, ?, 9), (?, ?, 11)',
      [...[alice.userid, nodeId, bob.userid, nodeId, mod.userid, nodeId]],
    );
    const found = await alice.app.content_channel.getContributors({ nodeId });
    expect(found.map(({ username, groupid }) => [username, groupid])).toEqual([
      ['bob', 9],
      ['alice', 10],
    ]);
  });

  test('are deleted by administrators, but those with a fixed name', async () => {
    const nodeid = await addChannel(admin.app, 'Short-lived');
    const inside = await post(alice.app, nodeid, 'Gone');
    expect(await refusal(mod.app.content_channel.delete({ nodeid }))).toEqual(['no_permission']);
    expect(await refusal(admin.app.content_channel.delete({ nodeid: topic }))).toEqual([
      ...['invalid_node_id', topic],
    ]);
    expect(await refusal(admin.app.content_channel.delete({ nodeid: 2 }))).toEqual([
      'no_permission',
    ]);
    expect(await admin.app.content_channel.delete({ nodeid })).toBe(true);
    expect(await refusal(admin.app.node.getNode({ nodeid: inside }))).toEqual([
      'invalid_node_id',
      inside,
    ]);
    expect(await refusal(admin.app.content_channel.fetchChannelById({ nodeid }))).toEqual([
      ...['invalid_node_id', nodeid],
    ]);
  });
});
