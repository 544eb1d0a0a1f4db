import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Mail } from '../../src/mail/mail.ts';
import { Worker } from '../../src/outbox/worker.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { nodeidsOf } from '../support/lists.ts';
import { enter, join, type Member, refusal, reply, send, setOption } from '../support/messages.ts';
import { workOff } from '../support/outbox.ts';
import { countStatements } from '../support/statements.ts';

/** Reports of private messages. */

let board: TestBoard;
let alice: Member;
let bob: Member;
let carol: Member;
let mod: Member;
let supermod: Member;
let admin: Member;
let message: number;
let answer: number;

beforeAll(async () => {
  board = await startBoard();
  alice = await enter(board, 'alice');
  bob = await enter(board, 'bob');
  mod = await enter(board, 'mod');
  admin = await enter(board, 'admin');
  carol = await join(board, 'carol');
  supermod = await join(board, 'supermod');
  await admin.app.user.save({ userid: supermod.userid, password: '', user: { usergroupid: 5 } });
}, 60_000);
afterAll(async () => {
  await board.stop();
});

let letters = 0;
beforeEach(async () => {
  letters += 1;
  const words = { title: `Quagga ${letters}`, rawtext: `A [b]crossing[/b] ${letters}` };
  message = await send(alice, [bob], words);
  answer = await reply(bob, message, `An okapi ${letters}`);
});

const report = (by: Member, reportnodeid: number, rawtext = 'Why'): Promise<number> =>
  by.app.content_report.add({ data: { reportnodeid, rawtext } });

const read = async ({ app }: Member, nodeid: number) =>
  (await app.content_report.getFullContent({ nodeid }))[nodeid];

async function listed({ app }: Member, reportnodeid: number): Promise<number[]> {
  const reports = await app.content_report.listReports({ data: { reportnodeid, status: 'all' } });
  return nodeidsOf(reports);
}

describe('a reported message', () => {
  test('is disclosed as it was, and nothing else of the conversation', async () => {
    const nodeid = await report(bob, message, 'He threatens me');
    for (const staff of [supermod, admin]) {
      const found = await read(staff, nodeid);
      expect(found).toMatchObject({
        ...{ nodeid, reportnodeid: message, userid: bob.userid, contenttypeclass: 'Report' },
        content: { rawtext: 'He threatens me' },
        reportedmessage: {
          ...{ userid: alice.userid, authorname: 'alice', title: `Quagga ${letters}` },
          ...{ rawtext: `A [b]crossing[/b] ${letters}`, message_plain: `A crossing ${letters}` },
          message: expect.stringContaining('crossing</'),
        },
      });
      expect(found).not.toHaveProperty('reported');
      expect(JSON.stringify(found)).not.toContain('okapi');
      expect(await listed(staff, message)).toEqual([nodeid]);
      expect(await listed(staff, answer)).toEqual([]);
    }
    const other = await read(admin, await report(alice, answer));
    expect(other?.reportedmessage).toMatchObject({ userid: bob.userid, title: '' });
    expect(JSON.stringify(other)).not.toMatch(/quagga|crossing/i);
  });

  test('is in its report also when nobody holds it any more', async () => {
    const nodeid = await report(bob, message);
    for (const { app } of [alice, bob, alice, bob])
      await app.content_privatemessage.deleteMessage({ nodeid: message });
    expect(await refusal(alice.app.content_privatemessage.getMessage({ nodeid: message }))).toEqual(
      ['invalid_node_id', message],
    );
    expect((await read(supermod, nodeid))?.reportedmessage?.title).toBe(`Quagga ${letters}`);
  });

  test('is shown to staff by no other class', async () => {
    await report(bob, message);
    const gone = ['invalid_node_id', message];
    for (const { app } of [supermod, admin]) {
      expect(await refusal(app.node.getNode({ nodeid: message }))).toEqual(gone);
      expect(await refusal(app.content_privatemessage.getMessage({ nodeid: message }))).toEqual(
        gone,
      );
      const found = await app.search.getInitialResults({ search_json: { keywords: 'quagga' } });
      expect(found.totalRecords).toBe(0);
    }
  });

  test('stands in the report of it alone', async () => {
    const topic = await alice.app.content_text.add({
      data: { parentid: 14, title: `Topic ${letters}`, rawtext: `Topic ${letters}` },
    });
    expect(await read(admin, await report(bob, topic))).not.toHaveProperty('reportedmessage');
  });
});

describe('reporting a message', () => {
  test('is for those who hold it; to all others it is not there', async () => {
    const data = { reportnodeid: message, rawtext: 'x' };
    expect(await refusal(board.guest().content_report.add({ data }))).toEqual([
      'not_logged_no_permission',
    ]);
    for (const stranger of [carol, mod, supermod, admin])
      expect(await refusal(report(stranger, message))).toEqual(['invalid_node_id', message]);
    await bob.app.content_privatemessage.toTrashcan({ nodeid: message });
    await report(bob, message);
    await bob.app.content_privatemessage.deleteMessage({ nodeid: message });
    expect(await refusal(report(bob, answer))).toEqual(['invalid_node_id', answer]);
  });

  test('happens once, and needs a reason', async () => {
    expect(await refusal(report(bob, message, ' '))).toEqual(['missing_content']);
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => report(bob, message)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await refusal(report(bob, message))).toEqual(['already_reported']);
    await report(alice, message);
    expect(await listed(admin, message)).toHaveLength(2);
  });

  test('leaves the conversation as it is', async () => {
    const look = () => alice.app.content_privatemessage.getMessage({ nodeid: message });
    const before = await look();
    await report(bob, message);
    expect(await look()).toEqual(before);
  });
});

describe('the report of a message', () => {
  test('is there for super moderators and administrators alone', async () => {
    const count = ({ app }: Member) => app.content_privatemessage.getOpenReportsCount();
    const before = await Promise.all([mod, supermod, admin].map(count));
    const nodeid = await report(bob, message);
    const [few = 0, some = 0, all = 0] = before;
    expect(await Promise.all([mod, supermod, admin].map(count))).toEqual([few, some + 1, all + 1]);
    const gone = ['invalid_node_id', nodeid];
    for (const other of [alice, bob, carol, mod]) {
      expect(await refusal(read(other, nodeid))).toEqual(gone);
      const act = { nodeids: [nodeid], op: 'close' } as const;
      expect(await refusal(other.app.content_report.openClose(act))).toEqual(gone);
      expect(await refusal(other.app.content_report.delete({ nodeid }))).toEqual(gone);
    }
    expect(await listed(mod, message)).toEqual([]);
  });

  test('is closed and deleted as others are, with the copy', async () => {
    const nodeid = await report(bob, message);
    await supermod.app.content_report.openClose({ nodeids: [nodeid], op: 'close' });
    expect(await read(admin, nodeid)).toMatchObject({ showopen: 0, closeduserid: supermod.userid });
    expect(await supermod.app.content_report.delete({ nodeid })).toBe(true);
    expect(await listed(admin, message)).toEqual([]);
    const copies = 'select nodeid from reportedmessage where nodeid = ?';
    expect(await board.database.reader().all(copies, [nodeid])).toEqual([]);
  });

  test('takes as many statements for many as for one', async () => {
    for (let index = 0; index < 10; index += 1) await report(bob, await reply(alice, message));
    const sortDir = 'desc';
    const page = (perpage: number): Promise<number> =>
      countStatements(board, () =>
        admin.app.content_report.listReports({ data: { perpage, sortDir } }),
      );
    expect(await page(10)).toBe(await page(1));
  });
});

describe('mails', () => {
  async function mailed(): Promise<Mail[]> {
    const mails: Mail[] = [];
    const mailer = { send: async (mail: Mail) => void mails.push(mail), close: () => undefined };
    await new Worker(board.running.environment, mailer).drain();
    return mails;
  }

  test.each([
    [0, []],
    [1, []],
    [2, ['supermod@example.com']],
  ])(
    'go to the staff of the whole board where rpemail is 2, not where it is %i',
    async (...row) => {
      const [rpemail, expected] = row;
      await workOff(board);
      await setOption(board, 'rpemail', rpemail);
      try {
        await report(alice, answer, 'Look at this');
        const mails = await mailed();
        expect(mails.map(({ to }) => to)).toEqual(expected);
        for (const { text } of mails) {
          expect(text).toContain('Look at this');
          expect(text).not.toMatch(/quagga|crossing|okapi/i);
        }
      } finally {
        await setOption(board, 'rpemail', 0);
      }
    },
  );
});
