import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Signpost } from '../../src/client/index.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { addChannel, change, loginAs, post, refusalId } from '../support/nodes.ts';

/** What a full answer says of rights must be what happens: each is asked, then tried. */
let board: TestBoard;
let channel: number;
let topic: number;
let reply: number;
let comment: number;
const apps = new Map<string, Signpost>();

beforeAll(async () => {
  board = await startBoard();
  for (const name of ['alice', 'bob', 'mod', 'admin']) apps.set(name, await board.login(name));
  apps.set('guest', board.guest());
  apps.set('waiting', await loginAs(board, 'Farid', 3));
});
afterAll(async () => {
  await board.stop();
});
beforeEach(async () => {
  channel = await addChannel(app('admin'), 'Rights');
  topic = await post(app('alice'), channel, 'A topic');
  reply = await post(app('bob'), topic);
  comment = await post(app('alice'), reply);
});

function app(name: string): Signpost {
  const found = apps.get(name);
  if (found === undefined) throw new Error(`nobody is called ${name}`);
  return found;
}

async function told(name: string, nodeid: number) {
  const found = (await app(name).content_text.getFullContent({ nodeid }))[nodeid];
  if (found === undefined) throw new Error(`there is no node ${nodeid}`);
  return found.content;
}

const works = async (call: Promise<unknown>): Promise<number> =>
  (await refusalId(call)) === 'not refused' ? 1 : 0;

/** Asks what the caller may do with the node, and does it. */
async function expectTruth(name: string, nodeid: number): Promise<string> {
  const { permissions, createpermissions } = await told(name, nodeid);
  const { canreply, canedit, candelete } = permissions;
  expect(createpermissions.Text).toBe(canreply);
  const data = { rawtext: 'Changed' };
  const edited = await works(app(name).content_text.update({ nodeid, data }));
  const replied = await works(post(app(name), nodeid, 'T'));
  const deleted = await works(app(name).node.deleteNodes({ nodeids: [nodeid], hard: false }));
  expect([canreply, canedit, candelete]).toEqual([replied, edited, deleted]);
  return [canreply, canedit, candelete].join('');
}

const nodes = {
  topic: () => topic,
  reply: () => reply,
  comment: () => comment,
} as const;

describe('a post says what the caller may do with it', () => {
  test.each<[keyof typeof nodes, string, string]>([
    ['topic', 'guest', '000'],
    ['topic', 'waiting', '000'],
    ['topic', 'bob', '100'],
    // Members have no right to delete their topics.
    ['topic', 'alice', '110'],
    ['topic', 'mod', '111'],
    ['topic', 'admin', '111'],
    ['reply', 'alice', '100'],
    ['reply', 'bob', '111'],
    ['comment', 'bob', '000'],
    ['comment', 'alice', '011'],
    ['comment', 'mod', '011'],
  ])('a %s to %s', async (kind, name, rights) => {
    expect(await expectTruth(name, nodes[kind]())).toBe(rights);
  });

  test.each<[keyof typeof nodes, string, string]>([
    ['topic', 'alice', '000'],
    ['reply', 'bob', '000'],
    ['reply', 'mod', '111'],
  ])('in a closed topic: a %s to %s', async (kind, name, rights) => {
    await app('mod').node.closeNode({ nodeid: [topic] });
    expect(await expectTruth(name, nodes[kind]())).toBe(rights);
  });

  test.each<[string, string]>([
    ['bob', '101'],
    ['mod', '111'],
  ])('after the time to edit it: %s', async (name, rights) => {
    await change(board, 'update node set created = created - 86500 where nodeid = ?', [reply]);
    expect(await expectTruth(name, reply)).toBe(rights);
  });

  test('with the right to delete own topics', async () => {
    await change(
      board,
      `insert into permission (nodeid, groupid, forumpermissions, edit_time)
        select ?, groupid, forumpermissions | 512, edit_time from permission where nodeid = 1 and groupid = 2`,
      [channel],
    );
    await app('admin').content_channel.update({ nodeid: channel, data: { displayorder: 2 } });
    expect(await expectTruth('alice', topic)).toBe('111');
  });
});

describe('a channel says what the caller may do with it', () => {
  test.each([
    ['guest', [0, 0, 0]],
    ['alice', [1, 0, 0]],
    ['mod', [1, 0, 0]],
    ['admin', [1, 1, 1]],
  ] as const)('%s', async (name, rights) => {
    const { permissions } = await told(name, channel);
    expect([permissions.canreply, permissions.canedit, permissions.candelete]).toEqual(rights);
    expect(await works(post(app(name), channel, 'T'))).toBe(permissions.canreply);
    const data = { description: name };
    const edited = works(app(name).content_channel.update({ nodeid: channel, data }));
    expect(await edited).toBe(permissions.canedit);
    const deleted = works(app(name).node.deleteNodes({ nodeids: [channel] }));
    expect(await deleted).toBe(permissions.candelete);
  });

  test('a category takes no topics', async () => {
    await app('admin').content_channel.update({ nodeid: channel, data: { category: true } });
    const { permissions, createpermissions } = await told('admin', channel);
    expect([permissions.canreply, createpermissions.Text]).toEqual([0, 0]);
    expect((await told('bob', topic)).permissions.canreply).toBe(1);
  });

  test('one with a fixed name is not deleted', async () => {
    expect((await told('admin', 2)).permissions).toMatchObject({ canedit: 1, candelete: 0 });
  });
});
