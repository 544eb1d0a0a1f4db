import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Worker } from '../../src/outbox/worker.ts';
import type { Mail } from '../../src/mail/mail.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { nodeIn, nodeidsOf } from '../support/lists.ts';
import { enter, join, type Member, refusal, setOption } from '../support/messages.ts';
import { addChannel, change, post } from '../support/nodes.ts';
import { workOff } from '../support/outbox.ts';
import { countStatements } from '../support/statements.ts';

let board: TestBoard;
let alice: Member;
let bob: Member;
let mod: Member;
let supermod: Member;
let admin: Member;
let channel: number;
let topic: number;

beforeAll(async () => {
  board = await startBoard();
  alice = await enter(board, 'alice');
  bob = await enter(board, 'bob');
  mod = await enter(board, 'mod');
  admin = await enter(board, 'admin');
  supermod = await join(board, 'supermod');
  await admin.app.user.save({ userid: supermod.userid, password: '', user: { usergroupid: 5 } });
}, 60_000);
afterAll(async () => {
  await board.stop();
});
beforeEach(async () => {
  channel = await addChannel(admin.app, 'Reported');
  topic = await post(alice.app, channel, 'A topic');
});

const report = (by: Member, reportnodeid: number, rawtext = 'Why'): Promise<number> =>
  by.app.content_report.add({ data: { reportnodeid, rawtext } });

async function listed(by: Member, data: Record<string, unknown> = {}): Promise<number[]> {
  const reports = await by.app.content_report.listReports({ data: { perpage: 100, ...data } });
  return nodeidsOf(reports);
}

describe('reporting', () => {
  test('tells the staff of the channel what is reported, why and by whom', async () => {
    const nodeid = await report(bob, topic, 'This is [b]spam[/b].');
    for (const staff of [mod, supermod, admin]) {
      const found = (await staff.app.content_report.getFullContent({ nodeid }))[nodeid];
      expect(found).toMatchObject({
        ...{ nodeid, reportnodeid: topic, userid: bob.userid, showopen: 1, closeduserid: 0 },
        contenttypeclass: 'Report',
        content: { rawtext: 'This is [b]spam[/b].', message_plain: 'This is spam.' },
        reported: { nodeid: topic, title: 'A topic', userid: alice.userid },
      });
      expect(await listed(staff, { reportnodeid: topic })).toEqual([nodeid]);
    }
  });

  test('whoever reported before the clock was set back does not wait until it is there again', async () => {
    const second = await post(alice.app, channel, 'Another topic');
    await setOption(board, 'floodchecktime', 15);
    try {
      board.tick(2 * 86_400);
      await report(bob, topic);
      board.tick(-2 * 86_400);
      expect(await report(bob, second)).toBeGreaterThan(0);
    } finally {
      await setOption(board, 'floodchecktime', 0);
      board.tick(2 * 86_400);
    }
  });

  test('is for members, of posts they see, once, with a reason', async () => {
    const closed = await addChannel(admin.app, 'Closed');
    await change(board, 'insert into permission (nodeid, groupid) values (?, 2)', [closed]);
    const hidden = await post(admin.app, closed, 'Hidden');
    const data = { reportnodeid: topic, rawtext: 'x' };
    expect(await refusal(board.guest().content_report.add({ data }))).toEqual([
      'not_logged_no_permission',
    ]);
    expect(await refusal(report(bob, hidden))).toEqual(['invalid_node_id', hidden]);
    expect(await refusal(report(bob, channel))).toEqual(['invalid_node_id', channel]);
    expect(await refusal(report(bob, topic, ' \n'))).toEqual(['missing_content']);
    expect(await refusal(report(bob, topic, 'x'.repeat(2001)))).toEqual(['text_too_long', 2000]);
    await report(bob, topic);
    expect(await refusal(report(bob, topic, 'Again'))).toEqual(['already_reported']);
    await report(mod, topic);
  });

  test('twice at once leaves one report', async () => {
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => report(bob, topic)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await listed(admin, { reportnodeid: topic })).toHaveLength(1);
  });

  test('in a hurry is refused', async () => {
    const second = await post(alice.app, topic);
    await setOption(board, 'floodchecktime', 15);
    try {
      board.tick(60);
      await report(bob, topic);
      expect((await refusal(report(bob, second)))[0]).toBe('postfloodcheck');
      board.tick(16);
      await report(bob, second);
    } finally {
      await setOption(board, 'floodchecktime', 0);
    }
  });

  test('counts nowhere', async () => {
    const look = async (): Promise<unknown> => [
      await admin.app.node.fetchChannelNodeTree({ parentid: 1, depth: 9 }),
      await admin.app.user
        .fetchUserinfo({ userid: bob.userid })
        .then((found) => found !== false && found.posts),
    ];
    const before = await look();
    await report(bob, topic);
    expect(await look()).toEqual(before);
  });
});

describe('nobody else', () => {
  test('learns of a report, not even who wrote it, and no other class shows it', async () => {
    const nodeid = await report(bob, topic, 'quagga');
    const gone = ['invalid_node_id', nodeid];
    for (const { app } of [alice, bob]) {
      expect(await refusal(app.content_report.getFullContent({ nodeid }))).toEqual(gone);
      expect(
        await refusal(app.content_report.openClose({ nodeids: [nodeid], op: 'close' })),
      ).toEqual(gone);
      expect(await refusal(app.content_report.bulkdelete({ nodeids: [nodeid] }))).toEqual(gone);
      expect(await refusal(app.content_report.listReports())).toEqual(['no_permission']);
      expect(await refusal(app.content_report.countReports())).toEqual(['no_permission']);
      expect(await refusal(app.content_privatemessage.getOpenReportsCount())).toEqual([
        'no_permission',
      ]);
    }
    for (const { app } of [alice, bob, mod, admin]) {
      expect(await refusal(app.node.getNode({ nodeid }))).toEqual(gone);
      expect(await refusal(app.content_text.getFullContent({ nodeid }))).toEqual(gone);
      expect(await refusal(app.content_text.delete({ nodeid }))).toEqual(gone);
      expect(
        await refusal(app.content_report.add({ data: { reportnodeid: nodeid, rawtext: 'x' } })),
      ).toEqual(gone);
      const found = await app.search.getInitialResults({ search_json: { keywords: 'quagga' } });
      expect(found.totalRecords).toBe(0);
    }
  });

  test('but the moderators of that channel; one who is reported himself does not', async () => {
    const other = await addChannel(admin.app, 'Owned');
    const owner = await join(board, `owner${other}`);
    await change(board, 'insert into groupintopic (userid, nodeid, groupid) values (?, ?, 10)', [
      ...[owner.userid, other],
    ]);
    await board.running.environment.caches.forgetUser(owner.userid);
    const elsewhere = await report(bob, topic);
    expect(await listed(owner)).toEqual([]);
    expect(await refusal(owner.app.content_report.getFullContent({ nodeid: elsewhere }))).toEqual([
      ...['invalid_node_id', elsewhere],
    ]);
    const here = await report(bob, await post(alice.app, other, 'Here'));
    const his = await report(bob, await post(owner.app, other, 'His'));
    expect(await listed(owner)).toEqual([here]);
    expect(await owner.app.content_report.countReports()).toBe(1);
    expect(await listed(supermod)).toEqual(expect.arrayContaining([here, his]));
  });

  test('and a moderator not when the post is in a channel that he may not enter', async () => {
    const nodeid = await report(bob, topic);
    await change(board, 'insert into permission (nodeid, groupid) values (?, 7)', [channel]);
    await admin.app.content_channel.update({ nodeid: channel, data: { description: 'closed' } });
    expect(await listed(mod, { reportnodeid: topic })).toEqual([]);
    expect(await refusal(mod.app.content_report.getFullContent({ nodeid }))).toEqual([
      ...['invalid_node_id', nodeid],
    ]);
    expect(await listed(admin, { reportnodeid: topic })).toEqual([nodeid]);
  });
});

describe('the queue', () => {
  test('is worked off by closing', async () => {
    const nodeids = [await report(bob, topic), await report(mod, topic)];
    const open = await mod.app.content_privatemessage.getOpenReportsCount();
    expect(await mod.app.content_privatemessage.getHeaderCounts()).toMatchObject({
      details: { reports: { titlephrase: 'reports', count: open } },
    });
    expect(await mod.app.content_report.openClose({ nodeids, op: 'close' })).toEqual({
      success: true,
    });
    expect(await mod.app.content_privatemessage.getOpenReportsCount()).toBe(open - 2);
    expect(await listed(mod, { reportnodeid: topic })).toEqual([]);
    const data = { reportnodeid: topic, status: 'closed', sortDir: 'desc' } as const;
    const closed = await mod.app.content_report.listReports({ data });
    expect(nodeIn(closed, nodeids[0] ?? 0)).toMatchObject({
      showopen: 0,
      closeduserid: mod.userid,
    });
    expect(await listed(mod, { reportnodeid: topic, status: 'all' })).toEqual(nodeids);
    await mod.app.content_report.openClose({ nodeids: nodeids.slice(0, 1), op: 'open' });
    expect(await listed(mod, { reportnodeid: topic })).toEqual(nodeids.slice(0, 1));
    const burning = mod.app.call('content_report.openClose', { nodeids, op: 'burn' });
    expect((await refusal(burning))[0]).toBe('invalid_parameter');
  });

  test('keeps the report of a post that is gone for good', async () => {
    const nodeid = await report(bob, topic);
    await mod.app.node.deleteNodes({ nodeids: [topic] });
    const found = (await mod.app.content_report.getFullContent({ nodeid }))[nodeid];
    expect(found).toMatchObject({ reportnodeid: topic });
    expect(found).not.toHaveProperty('reported');
    expect(await refusal(bob.app.content_report.getFullContent({ nodeid }))).toEqual([
      'invalid_node_id',
      nodeid,
    ]);
  });

  test('is emptied by super moderators and administrators alone, all or nothing', async () => {
    const nodeids = [await report(bob, topic), await report(mod, topic)];
    expect(await refusal(mod.app.content_report.bulkdelete({ nodeids }))).toEqual([
      'no_permission',
    ]);
    expect(
      await refusal(admin.app.content_report.bulkdelete({ nodeids: [...nodeids, topic] })),
    ).toEqual([...['invalid_node_id', topic]]);
    expect(await supermod.app.content_report.bulkdelete({ nodeids })).toEqual({ success: true });
    expect(await listed(admin, { reportnodeid: topic, status: 'all' })).toEqual([]);
    const again = await report(bob, topic);
    expect(await admin.app.content_report.delete({ nodeid: again })).toBe(true);
  });

  test('takes as many statements for many reports as for one', async () => {
    for (let index = 0; index < 10; index += 1) await report(bob, await post(alice.app, topic));
    const data = { status: 'all' } as const;
    const count = (perpage: number): Promise<number> =>
      countStatements(board, () =>
        mod.app.content_report.listReports({ data: { ...data, perpage } }),
      );
    const few = await count(1);
    expect(await count(10)).toBe(few);
  });

  test('says who may look', async () => {
    const ask = async ({ app }: Member): Promise<unknown> =>
      (await app.content_channel.canViewReportsAndInfractions()).result.can_view_reports;
    expect(await Promise.all([bob, mod, supermod, admin].map(ask))).toEqual([
      false,
      true,
      true,
      true,
    ]);
  });
});

describe('mails', () => {
  async function mailed(): Promise<Mail[]> {
    const mails: Mail[] = [];
    const mailer = { send: async (mail: Mail) => void mails.push(mail), close: () => undefined };
    await new Worker(board.running.environment, mailer).drain();
    return mails;
  }

  let wardens: readonly Member[] = [];

  /** Members who moderate the channel above, another channel, and the same one without a right to approve. */
  async function appointWardens(): Promise<void> {
    if (wardens.length === 0)
      wardens = [
        await join(board, 'warden'),
        await join(board, 'elsewhere'),
        await join(board, 'closer'),
      ];
    const [warden, elsewhere, closer] = wardens;
    const above = await addChannel(admin.app, 'Above');
    const other = await addChannel(admin.app, 'Other');
    await admin.app.node.moveNodes({ nodeids: [channel], to_parent: above });
    const appoint = (nodeid: number, member: Member | undefined, permission: string) =>
      admin.app.node.setModerator({
        nodeid,
        userid: member?.userid ?? 0,
        permissions: [permission],
      });
    await appoint(above, warden, 'canmoderateposts');
    await appoint(other, elsewhere, 'canmoderateposts');
    await appoint(channel, closer, 'canopenclose');
  }

  test.each([
    [0, []],
    [1, ['member1@example.org', 'warden@example.com']],
    [2, ['member1@example.org', 'supermod@example.com', 'warden@example.com']],
  ])('go to the staff as far as the option rpemail says: %i', async (rpemail, expected) => {
    await appointWardens();
    await workOff(board);
    await setOption(board, 'rpemail', rpemail);
    try {
      await report(bob, topic, 'Sells [b]counterfeit[/b] signposts');
      const mails = await mailed();
      expect(mails.map(({ to }) => to).sort()).toEqual(expected);
      for (const { subject, text } of mails) {
        expect(subject).toBe('A post at Signpost sandbox has been reported');
        expect(text).toContain('Sells counterfeit signposts');
        expect(text).toContain('bob has reported');
      }
    } finally {
      await setOption(board, 'rpemail', 0);
    }
  });
});
