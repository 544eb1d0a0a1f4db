import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Signpost } from '../../src/client/index.ts';
import type { FullContent } from '../../src/generated/api.ts';
import { forumpermissions } from '../../src/permissions.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { named } from '../support/files.ts';
import { nodeidsOf } from '../support/lists.ts';
import {
  addChannel,
  change,
  keptCounters,
  post,
  recount,
  refusal,
  refusalId,
} from '../support/nodes.ts';
import { members } from '../support/places.ts';

/** Polls that come to topics: added, or merged into them. */

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
  channel = await addChannel(admin, 'Topics with polls');
  topic = await post(alice, channel, 'Friday');
});

const polloptions = ['Tea', 'Coffee'];

const add = (client: Signpost, nodeid = topic, more: object = {}) =>
  client.content_poll.addToTopic({ nodeid, data: { polloptions, ...more } });

async function full(nodeid: number, client = bob): Promise<FullContent> {
  const found = (await client.node.getNodeFullContent({ nodeid }))[nodeid];
  if (found === undefined) throw new Error(`there is no content ${nodeid}`);
  return found;
}

/** Rights of members in the channel, with `sql` for what differs from those on the whole board. */
async function setRights(forum: string, editTime = '0'): Promise<void> {
  await change(
    board,
    `insert into permission (nodeid, groupid, forumpermissions, createpermissions, edit_time)
      select cast(? as decimal), groupid, ${forum}, createpermissions, ${editTime}
      from permission where nodeid = 1 and groupid = 2`,
    [channel],
  );
  await board.running.environment.caches.forgetBoard();
}

describe('a topic that becomes a poll', () => {
  test('keeps its id, text, replies and counters, and is a poll to everybody', async () => {
    const reply = await post(bob, topic);
    const before = await full(topic);
    const counters = await keptCounters(board.database);
    const timeout = board.now() + 1000;
    const settings = { multiple: true, public: true, timeout };
    expect(await add(alice, topic, { question: 'Tea or coffee?', ...settings })).toBe(true);
    const after = await full(topic);
    expect(after).toMatchObject({
      ...{ nodeid: topic, contenttypeclass: 'Poll', title: 'Friday' },
      ...{ userid: members.alice, created: before.created, publishdate: before.publishdate },
      content: {
        ...{ rawtext: before.content.rawtext, multiple: 1, public: 1, timeout, canvote: 1 },
        question: 'Tea or coffee?',
        polloptions: [
          { title: 'Tea', votes: 0 },
          { title: 'Coffee', votes: 0 },
        ],
      },
    });
    expect(nodeidsOf(await bob.node.listNodeFullContent({ parentid: topic }))).toEqual([reply]);
    expect(await keptCounters(board.database)).toEqual(counters);
    expect(counters).toEqual(await recount(board.database));
    const polloptionids = after.content.polloptions?.map((option) => option.polloptionid) ?? [];
    expect(await bob.content_poll.vote({ polloptionids })).toBe(topic);
    await alice.content_poll.update({ nodeid: topic, data: { timeout: 0 } });
    expect((await full(topic)).content).toMatchObject({ voters: 1, timeout: 0 });
  });

  test('is found as a poll, and no longer as a text', async () => {
    await alice.content_text.add({
      data: { parentid: channel, title: 'A text', rawtext: 'stays one' },
    });
    const find = async (type: string): Promise<number[]> => {
      const search_json = JSON.stringify({ channel: [channel], type });
      return nodeidsOf((await bob.search.getInitialResults({ search_json })).results);
    };
    const { contenttypes } = await alice.api.init({});
    const contenttypeid = Number((contenttypes as Record<string, number>).Poll);
    const list = { parentid: channel, depth: 1, contenttypeid };
    expect(await find('vBForum_Text')).toContain(topic);
    expect(await bob.node.listNodeFullContentCount(list)).toBe(0);
    await add(alice);
    expect(await find('vBForum_Text')).not.toContain(topic);
    expect(await find('vBForum_Poll')).toEqual([topic]);
    expect(nodeidsOf(await bob.node.listNodeFullContent(list))).toEqual([topic]);
  });

  test('asks what its title says where it has no question of its own', async () => {
    const asked = async (): Promise<string | undefined> => (await full(topic)).content.question;
    await add(alice, topic, { question: ' ' });
    expect(await asked()).toBe('Friday');
    await alice.content_poll.update({ nodeid: topic, data: { question: 'Tea  or coffee?' } });
    expect(await asked()).toBe('Tea or coffee?');
    await alice.content_poll.update({ nodeid: topic, data: { question: '', title: 'Saturday' } });
    expect(await asked()).toBe('Saturday');
    const question = 'x'.repeat(300);
    expect(await refusalId(alice.content_poll.update({ nodeid: topic, data: { question } }))).toBe(
      'title_too_long',
    );
  });

  test('keeps its attachments', async () => {
    const file = named('menu.txt', 'Tea and coffee');
    const { filedataid } = await alice.content_attach.upload({ file });
    await alice.node.addAttachment({ nodeid: topic, data: { filedataid } });
    await add(alice);
    expect(Object.values((await full(topic)).content.attachments ?? {})).toHaveLength(1);
  });
});

describe('adding a poll', () => {
  test('is for the author and moderators', async () => {
    expect(await refusal(add(board.guest()))).toEqual(['not_logged_no_permission']);
    expect(await refusal(add(bob))).toEqual(['no_permission']);
    expect(await add(mod)).toBe(true);
    expect((await full(topic)).userid).toBe(members.alice);
  });

  test('is for topics of text in forums', async () => {
    const other = { parentid: channel, title: 'Other', url: 'https://example.org/' };
    const link = await alice.content_link.add({ data: other });
    const reply = await post(alice, topic);
    const profile = { parentid: 0, setfor: members.bob, rawtext: 'Hello' };
    const message = await alice.content_text.add({ data: profile });
    for (const nodeid of [reply, message, channel, 999_999])
      expect(await refusal(add(admin, nodeid))).toEqual(['invalid_node_id', nodeid]);
    expect(await refusalId(add(alice, link))).toBe('invalid_data');
    await add(alice);
    expect(await refusalId(add(alice))).toBe('invalid_data');
    expect(await refusalId(add(bob))).toBe('no_permission');
    expect((await full(topic)).content.polloptions).toHaveLength(2);
  });

  test('is refused to the author of a closed topic', async () => {
    await mod.node.closeNode({ nodeid: [topic] });
    expect(await refusal(add(alice))).toEqual(['threadclosed']);
    expect(await refusal(add(bob))).toEqual(['no_permission']);
    expect(await add(mod)).toBe(true);
  });

  test('ends with the time to edit', async () => {
    await setRights('forumpermissions', '1');
    board.tick(61);
    expect(await refusal(add(alice))).toEqual(['edit_time_over', 1]);
    expect(await add(mod)).toBe(true);
  });

  test.each(['canpostpoll', 'canpostnew', 'caneditpost'] as const)(
    'needs the right %s',
    async (right) => {
      await setRights(`forumpermissions - ${forumpermissions[right]}`);
      expect(await refusal(add(alice))).toEqual(['no_permission']);
    },
  );

  test.each<[string, object, unknown]>([
    ['one option', { polloptions: ['Tea'] }, 'invalid_data'],
    ['the same option twice', { polloptions: ['Tea', 'Tea '] }, 'invalid_data'],
    ['21 options', { polloptions: Array.from({ length: 21 }, String) }, 'too_many_polloptions'],
    ['a time that is over', { timeout: 1000 }, 'invalid_data'],
    ['a long question', { question: 'x'.repeat(300) }, 'title_too_long'],
  ])('with %s is refused, and changes nothing', async (_, more, id) => {
    const before = await full(topic);
    expect(await refusalId(add(alice, topic, more))).toBe(id);
    expect(await full(topic)).toEqual(before);
    const rows = 'select nodeid from poll where nodeid = ?';
    expect(await board.database.reader().all(rows, [topic])).toEqual([]);
  });

  test('twice at once adds one', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => refusalId(add(alice))));
    expect(answers.sort()).toEqual(['invalid_data', 'invalid_data', 'not refused']);
    expect((await full(topic)).content.polloptions).toHaveLength(2);
  });
});

describe('a topic with a poll that is merged into another', () => {
  let poll: number;
  beforeEach(async () => {
    const data = { parentid: channel, title: 'Tea or coffee?', rawtext: 'Both', polloptions };
    poll = await bob.content_poll.add({ data });
  });

  const merge = (nodeids: number[], targetnodeid = topic) =>
    mod.node.mergeTopics({ nodeids, targetnodeid });

  const optionsOf = async (nodeid: number): Promise<number[]> =>
    ((await full(nodeid)).content.polloptions ?? []).map((option) => option.polloptionid);

  test('brings it the poll with its question and votes', async () => {
    const [tea = 0, coffee = 0] = await optionsOf(poll);
    await alice.content_poll.vote({ polloptionids: [tea] });
    await merge([poll]);
    expect(await full(topic, alice)).toMatchObject({
      ...{ contenttypeclass: 'Poll', title: 'Friday' },
      content: {
        ...{ question: 'Tea or coffee?', votes: 1, voters: 1, voted: 1 },
        polloptions: [
          { polloptionid: tea, title: 'Tea', votes: 1, voted: 1 },
          { polloptionid: coffee, title: 'Coffee', votes: 0, voted: 0 },
        ],
      },
    });
    const reply = await full(poll);
    expect(reply).toMatchObject({ starter: topic, contenttypeclass: 'Text' });
    expect(reply.content).toMatchObject({ rawtext: 'Both' });
    expect(reply.content).not.toHaveProperty('polloptions');
    expect(await bob.content_poll.vote({ polloptionids: [coffee] })).toBe(topic);
    expect(await refusalId(alice.content_poll.vote({ polloptionids: [coffee] }))).toBe(
      'useralreadyvote',
    );
    expect(await keptCounters(board.database)).toEqual(await recount(board.database));
  });

  test('keeps the poll where the other one has its own, or is no text', async () => {
    const url = 'https://example.org/';
    const link = await alice.content_link.add({ data: { parentid: channel, title: 'Link', url } });
    await add(alice, topic, { question: 'When?' });
    const own = await optionsOf(topic);
    for (const target of [topic, link]) {
      const data = { parentid: channel, title: 'Which?', rawtext: `${target}`, polloptions };
      const source = await bob.content_poll.add({ data });
      const options = await optionsOf(source);
      await merge([source], target);
      expect(await optionsOf(source)).toEqual(options);
      expect((await full(source)).starter).toBe(target);
    }
    expect(await optionsOf(topic)).toEqual(own);
    expect(await full(link)).toMatchObject({ contenttypeclass: 'Link' });
  });

  test('brings the first one that shows', async () => {
    const data = { parentid: channel, title: 'Later?', rawtext: 'Later', polloptions };
    board.tick(10);
    const later = await bob.content_poll.add({ data });
    board.tick(10);
    const last = await bob.content_poll.add({ data: { ...data, title: 'Last?', rawtext: 'Last' } });
    await mod.node.setApproved({ nodeids: [poll], approved: false });
    await merge([last, later, poll]);
    expect((await full(topic)).content.question).toBe('Later?');
    expect((await full(last)).content.question).toBe('Last?');
    expect((await full(poll, mod)).content.question).toBe('Tea or coffee?');
  });
});
