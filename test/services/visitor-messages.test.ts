import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { VISITORMESSAGE_CHANNEL } from '../../src/library/system-channels.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { enter, join, type Member, refusal, setOption } from '../support/messages.ts';
import { addChannel, change, keptCounters, post, recount } from '../support/nodes.ts';
import { workOff } from '../support/outbox.ts';
import { countStatements } from '../support/statements.ts';

let board: TestBoard;
let alice: Member;
let bob: Member;
let mod: Member;
let admin: Member;
let profiles: number;

beforeAll(async () => {
  board = await startBoard();
  alice = await enter(board, 'alice');
  bob = await enter(board, 'bob');
  mod = await enter(board, 'mod');
  admin = await enter(board, 'admin');
  profiles = await board
    .guest()
    .content_channel.fetchChannelIdByGUID({ guid: VISITORMESSAGE_CHANNEL });
}, 60_000);
afterAll(async () => {
  await board.stop();
});

let letters = 0;

function write(by: Member, owner: Member, rawtext?: string): Promise<number> {
  letters += 1;
  const data = { parentid: profiles, setfor: owner.userid, rawtext: rawtext ?? `Hello ${letters}` };
  return by.app.content_text.add({ data });
}

const listed = async ({ app }: Pick<Member, 'app'>, owner: Member): Promise<number[]> => {
  const found = await app.content_text.listVisitorMessages({ userid: owner.userid, perpage: 100 });
  return Object.keys(found).map(Number);
};

const setOptions = (member: Member, options: Record<string, number>): Promise<unknown> =>
  member.app.call('user.save', { userid: member.userid, password: '', user: {}, options });

describe('a message on a profile', () => {
  test('is a text without a title that everybody reads there', async () => {
    const owner = await join(board, 'owner1');
    const first = await write(bob, owner, 'Hello [b]there[/b]');
    const second = await write(owner, owner);
    for (const app of [board.guest(), alice.app]) {
      expect((await listed({ app }, owner)).sort()).toEqual([first, second].sort());
      expect(await app.content_text.countVisitorMessages({ userid: owner.userid })).toBe(2);
      const found = (await app.content_text.getFullContent({ nodeid: first }))[first];
      expect(found).toMatchObject({
        ...{ setfor: owner.userid, userid: bob.userid, starter: first, parentid: profiles },
        content: { message_plain: 'Hello there', title: '' },
      });
      expect(await app.content_text.isVisitorMessage({ nodeid: first })).toBe(true);
    }
    expect(await listed(alice, bob)).toEqual([]);
    expect(await alice.app.content_text.isVisitorMessage({ nodeid: profiles })).toBe(false);
  });

  test('takes as many statements to list with others as alone', async () => {
    const owner = await join(board, 'ownerof6');
    const statements = (): Promise<number> => countStatements(board, () => listed(alice, owner));
    await write(bob, owner);
    const few = await statements();
    for (let count = 0; count < 5; count += 1) await write(mod, owner);
    expect(await statements()).toBe(few);
  });

  test('need not name the channel', async () => {
    const data = { parentid: 0, setfor: alice.userid, rawtext: 'Without a place' };
    const nodeid = await bob.app.content_text.add({ data });
    expect((await alice.app.node.getNode({ nodeid })).parentid).toBe(profiles);
    const nowhere = bob.app.content_text.add({ data: { parentid: 0, rawtext: 'x' } });
    expect(await refusal(nowhere)).toEqual(['invalid_node_id', 0]);
  });

  test('takes answers, which are on the profile, too, but not among the messages', async () => {
    const owner = await join(board, 'owner2');
    const nodeid = await write(bob, owner);
    const answer = await post(alice.app, nodeid);
    expect((await alice.app.node.getNode({ nodeid: answer })).setfor).toBe(owner.userid);
    expect(await alice.app.content_text.isVisitorMessage({ nodeid: answer })).toBe(true);
    expect(await listed(alice, owner)).toEqual([nodeid]);
  });

  test('is found by the search', async () => {
    const owner = await join(board, 'owner3');
    const nodeid = await write(bob, owner, 'A capybara');
    const found = await alice.app.search.getInitialResults({
      search_json: { visitor_messages_only: '1', sentto: String(owner.userid) },
    });
    expect(Object.keys(found.results).map(Number)).toEqual([nodeid]);
  });

  test('is told to the member', async () => {
    const owner = await join(board, 'owner4');
    await workOff(board);
    const nodeid = await write(bob, owner);
    const answer = await post(alice.app, nodeid);
    await workOff(board);
    const rows = Object.values(await owner.app.notification.fetchNotificationsForCurrentUser());
    expect(rows.map((row) => [row.typename, row.categoryname, row.sentbynodeid])).toEqual(
      expect.arrayContaining([
        ['vm', 'visitormessage', nodeid],
        ['vm', 'visitormessage', answer],
      ]),
    );
  });

  test('counts truly', async () => {
    const owner = await join(board, 'owner5');
    await post(alice.app, await write(bob, owner));
    expect(await keptCounters(board.database)).toEqual(await recount(board.database));
  });

  test('is in no tree of forums', async () => {
    for (const { app } of [alice, admin]) {
      const tree = JSON.stringify(await app.node.fetchChannelNodeTree({ depth: 9 }));
      expect(tree).not.toContain('Visitor Messages');
      expect(await app.content_channel.fetchTopLevelChannelIds()).not.toContain(profiles);
    }
  });
});

describe('refused are', () => {
  test('guests, nobody and members who are not there, long texts and other places', async () => {
    const guest = { ...alice, app: board.guest() };
    expect(await refusal(write(guest, alice))).toEqual(['not_logged_no_permission']);
    const nobody = { ...alice, userid: 999_999 };
    expect(await refusal(write(bob, nobody))).toEqual(['invalid_user_specified']);
    const data = { parentid: profiles, rawtext: 'x' };
    expect(await refusal(bob.app.content_text.add({ data }))).toEqual(['invalid_user_specified']);
    const long = 'x'.repeat(1001);
    expect(await refusal(write(bob, alice, long))).toEqual(['text_too_long', 1000]);
    const nodeid = await write(bob, alice);
    const update = bob.app.content_text.update({ nodeid, data: { rawtext: long } });
    expect(await refusal(update)).toEqual(['text_too_long', 1000]);
    const channel = await addChannel(admin.app, 'Elsewhere');
    const elsewhere = { parentid: channel, title: 'T', rawtext: 'x', setfor: alice.userid };
    expect(await refusal(bob.app.content_text.add({ data: elsewhere }))).toEqual([
      ...['invalid_data', 'setfor'],
    ]);
  });

  test.each([
    [
      'who is ignored',
      'ignored',
      (owner: Member) => owner.app.user.ignoreUser({ userid: bob.userid }),
    ],
    [
      'who writes to a closed profile',
      'closed',
      (owner: Member) => setOptions(owner, { vm_enable: 0 }),
    ],
    [
      'whom the member does not follow',
      'few',
      (owner: Member) => setOptions(owner, { vm_contactonly: 1 }),
    ],
  ] as const)('%s, with answers, too; a moderator is not', async (_, name, close) => {
    const owner = await join(board, name);
    const nodeid = await write(bob, owner);
    await close(owner);
    expect(await refusal(write(bob, owner))).toEqual(['vmturnedoff', name]);
    expect(await refusal(post(bob.app, nodeid))).toEqual(['vmturnedoff', name]);
    await write(owner, owner);
    await write(mod, owner);
  });

  test('not those whom the member follows', async () => {
    const owner = await join(board, 'follower');
    await setOptions(owner, { vm_contactonly: 1 });
    await owner.app.follow.add({ follow_item: bob.userid, type: 'follow_members' });
    await write(bob, owner);
  });

  test('all, when the board takes none', async () => {
    await setOption(board, 'enablevms', 0);
    try {
      expect(await refusal(write(bob, alice))).toEqual(['no_permission']);
    } finally {
      await setOption(board, 'enablevms', 1);
    }
  });

  test('those without the right, which the app can ask for', async () => {
    const ask = ({ app }: Pick<Member, 'app'>): Promise<boolean> => {
      const group = 'visitormessagepermissions';
      return app.user.hasPermissions({ group, permission: 'canmessageothersprofile' });
    };
    expect([await ask(bob), await ask({ app: board.guest() })]).toEqual([true, false]);
    await change(
      board,
      'insert into permission (nodeid, groupid, forumpermissions) values (?, 2, 524291)',
      [profiles],
    );
    await board.running.environment.caches.forgetBoard();
    try {
      expect(await ask(bob)).toBe(false);
      expect(await refusal(write(bob, alice))).toEqual(['no_permission']);
    } finally {
      await change(board, 'delete from permission where nodeid = ? and groupid = 2', [profiles]);
      await board.running.environment.caches.forgetBoard();
    }
  });
});

describe('the member', () => {
  test('takes messages and answers off his profile, and moderators still see them', async () => {
    const owner = await join(board, 'cleaner');
    const nodeid = await write(bob, owner);
    const answer = await post(alice.app, nodeid);
    const rights = async ({ app }: Member): Promise<unknown> =>
      (await app.content_text.getFullContent({ nodeid }))[nodeid]?.content.permissions.candelete;
    expect([await rights(owner), await rights(alice)]).toEqual([1, 0]);
    expect(await refusal(alice.app.content_text.delete({ nodeid }))).toEqual(['no_permission']);
    expect(await owner.app.content_text.delete({ nodeid: answer })).toBe(true);
    expect(await owner.app.node.deleteNodes({ nodeids: [nodeid], hard: false })).toEqual([nodeid]);
    expect(await listed(bob, owner)).toEqual([]);
    expect(await refusal(bob.app.node.getNode({ nodeid }))).toEqual(['invalid_node_id', nodeid]);
    expect(await mod.app.node.getNode({ nodeid })).toMatchObject({ showpublished: 0 });
    expect(await mod.app.node.getNode({ nodeid: answer })).toMatchObject({ showpublished: 0 });
    expect(await keptCounters(board.database)).toEqual(await recount(board.database));
  });

  test('sees what waits for approval, and others do not', async () => {
    const owner = await join(board, 'patient');
    const nodeid = await write(bob, owner);
    await change(board, 'update node set approved = 0, showapproved = 0 where nodeid = ?', [
      nodeid,
    ]);
    for (const member of [owner, mod]) {
      expect(await listed(member, owner)).toEqual([nodeid]);
      expect((await member.app.node.getNode({ nodeid })).showapproved).toBe(0);
    }
    expect(await listed(alice, owner)).toEqual([]);
    expect(await refusal(alice.app.node.getNode({ nodeid }))).toEqual(['invalid_node_id', nodeid]);
  });
});
