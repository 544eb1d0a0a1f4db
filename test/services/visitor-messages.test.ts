import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { VISITORMESSAGE_CHANNEL } from '../../src/library/board/system-channels.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { nodeidsOf } from '../support/lists.ts';
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
  return nodeidsOf(found);
};

const redirect = { leave_redirect: true };

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
    expect(nodeidsOf(found.results)).toEqual([nodeid]);
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
      ...['invalid_data', expect.stringContaining('data[setfor]: ')],
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

  test('approves messages and answers on his profile, and takes approvals back', async () => {
    const owner = await join(board, 'approver');
    const nodeid = await write(bob, owner);
    const answer = await post(alice.app, nodeid);
    const nodeids = [nodeid];
    const rights = async ({ app }: Member): Promise<unknown> =>
      (await app.content_text.getFullContent({ nodeid }))[nodeid]?.content.permissions.canmoderate;
    expect([await rights(owner), await rights(bob)]).toEqual([1, 0]);
    for (const { app } of [bob, alice])
      expect(await refusal(app.node.unapprove({ nodeids }))).toEqual(['no_permission']);
    expect(await refusal(board.guest().node.unapprove({ nodeids }))).toEqual([
      'not_logged_no_permission',
    ]);
    expect(await owner.app.node.unapprove({ nodeids })).toEqual(nodeids);
    expect(await listed(alice, owner)).toEqual([]);
    expect(await listed(owner, owner)).toEqual(nodeids);
    expect(await refusal(bob.app.node.approve({ nodeids }))).toEqual(['no_permission']);
    expect(await refusal(alice.app.node.approve({ nodeids }))).toEqual(['invalid_node_id', nodeid]);
    expect(await owner.app.node.approve({ nodeids })).toEqual(nodeids);
    expect(await listed(alice, owner)).toEqual(nodeids);
    expect(await owner.app.node.setApprovedPost({ nodeid: answer, approved: false })).toBe(true);
    expect(await refusal(bob.app.node.getNode({ nodeid: answer }))).toContain('invalid_node_id');
    const foreign = await write(bob, alice);
    const both = { nodeids: [nodeid, foreign] };
    expect(await refusal(owner.app.node.unapprove(both))).toEqual(['no_permission']);
    expect(await keptCounters(board.database)).toEqual(await recount(board.database));
  });

  test('has no rights any more where a message is moved to', async () => {
    const owner = await join(board, 'robbed');
    const channel = await addChannel(admin.app, 'From profiles');
    const nodeid = await write(bob, owner);
    const answer = await post(alice.app, nodeid);
    const comment = await post(bob.app, answer);
    const move = { nodeids: [nodeid], to_parent: channel, leaveRedirectData: redirect };
    expect(await refusal(owner.app.node.moveNodes(move))).toEqual(['no_permission']);
    expect(await refusal(admin.app.node.moveNodes(move))).toEqual(['title_required']);
    await admin.app.node.moveNodes({ ...move, newtitle: 'Once on a profile' });
    expect((await owner.app.node.getNode({ nodeid })).title).toBe('Once on a profile');
    for (const moved of [nodeid, answer, comment]) {
      expect(await owner.app.node.getNode({ nodeid: moved })).toMatchObject({
        ...{ setfor: 0, channelid: channel },
      });
      expect(await owner.app.content_text.isVisitorMessage({ nodeid: moved })).toBe(false);
      const refused = owner.app.content_text.delete({ nodeid: moved });
      expect(await refusal(refused)).toEqual(['no_permission']);
      const unapprove = owner.app.node.unapprove({ nodeids: [moved] });
      expect(await refusal(unapprove)).toEqual(['no_permission']);
    }
    expect(await listed(mod, owner)).toEqual([]);
    expect(await keptCounters(board.database)).toEqual(await recount(board.database));
  });

  test('loses answers and messages that come into a topic', async () => {
    const owner = await join(board, 'merged');
    const topic = await post(alice.app, await addChannel(admin.app, 'Merging'), 'A topic');
    const channel = (await alice.app.node.getNode({ nodeid: topic })).channelid;
    const [first, second, third] = [
      await write(bob, owner),
      await write(bob, owner),
      await write(bob, owner),
    ];
    const answers = [await post(alice.app, first), await post(alice.app, second)];
    await mod.app.node.moveNodes({ nodeids: [answers[0] ?? 0], to_parent: topic });
    await mod.app.node.mergeTopics({ nodeids: [second], targetnodeid: topic });
    const split = await post(alice.app, third);
    const out = { nodeids: [split], to_parent: channel, makeTopic: true, newtitle: 'Split' };
    await mod.app.node.moveNodes(out);
    for (const nodeid of [...answers, second, split])
      expect((await alice.app.node.getNode({ nodeid })).setfor).toBe(0);
    for (const nodeid of [first, third])
      expect((await alice.app.node.getNode({ nodeid })).setfor).toBe(owner.userid);
    expect(await keptCounters(board.database)).toEqual(await recount(board.database));
  });

  test('gets nothing that was written elsewhere', async () => {
    const owner = await join(board, 'untouched');
    const message = await write(bob, owner);
    const answer = await post(alice.app, message);
    const other = await write(bob, alice);
    const topic = await post(alice.app, await addChannel(admin.app, 'Topics'), 'A topic');
    const reply = await post(alice.app, topic);
    const refused = ['invalid_data', 'nothing is moved onto a profile'];
    const { node } = admin.app;
    for (const call of [
      node.moveNodes({ nodeids: [topic], to_parent: profiles }),
      node.moveNodes({ nodeids: [reply], to_parent: message }),
      node.moveNodes({ nodeids: [reply], to_parent: profiles, makeTopic: true, newtitle: 'T' }),
      node.moveNodes({ nodeids: [answer], to_parent: profiles, makeTopic: true, newtitle: 'T' }),
      node.moveNodes({ nodeids: [answer], to_parent: other }),
      node.mergeTopics({ nodeids: [topic], targetnodeid: message }),
      node.mergeTopics({ nodeids: [other], targetnodeid: message }),
    ])
      expect(await refusal(call)).toEqual(refused);
    const beside = await write(bob, owner);
    await node.moveNodes({ nodeids: [answer], to_parent: beside });
    await node.mergeTopics({ nodeids: [beside], targetnodeid: message });
    for (const nodeid of [message, answer, beside])
      expect((await alice.app.node.getNode({ nodeid })).setfor).toBe(owner.userid);
    expect(await listed(alice, owner)).toEqual([message]);
  });

  test('and everybody else can make texts there, and nothing but texts', async () => {
    const owner = await join(board, 'plain');
    const nodeid = await write(bob, owner);
    const makes = async ({ app }: Member, node: number): Promise<unknown> =>
      (await app.content_text.getFullContent({ nodeid: node }))[node]?.content.createpermissions;
    for (const member of [owner, bob, admin]) {
      for (const node of [nodeid, profiles])
        expect(await makes(member, node)).toEqual({
          ...{ Text: 1, Poll: 0, Gallery: 0, Link: 0, Video: 0 },
        });
    }
    const video = { parentid: nodeid, url: 'https://youtu.be/dQw4w9WgXcQ', rawtext: 'V' };
    expect(await refusal(admin.app.content_video.add({ data: video }))).toEqual(['no_permission']);
    const topic = await post(bob.app, await addChannel(admin.app, 'All types'), 'T');
    expect(await makes(admin, topic)).toMatchObject({ Text: 1, Poll: 1, Video: 1 });
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
