import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startBoard, type TestBoard } from '../support/board.ts';
import { keptCounters, recount } from '../support/nodes.ts';
import { join, type Member, refusal, reply, send, setOption } from '../support/messages.ts';

let board: TestBoard;
let members: Member[];

beforeAll(async () => {
  board = await startBoard();
  members = [];
  for (const name of ['anna', 'bert', 'cleo', 'dora']) members.push(await join(board, name));
}, 60_000);
afterAll(async () => {
  await board.stop();
});

function member(index: number): Member {
  const found = members[index];
  if (found === undefined) throw new Error(`there is no member ${index}`);
  return found;
}

async function leave({ app }: Member, nodeid: number): Promise<void> {
  await app.content_privatemessage.toTrashcan({ nodeid });
  await app.content_privatemessage.deleteMessage({ nodeid });
}

/** What must be true of the tables whatever has happened. */
async function expectOrder(): Promise<void> {
  const db = board.database.reader();
  const counts = async (sql: string) => (await db.get<{ count: number }>(sql))?.count;
  const type = "(select contenttypeid from contenttype where class = 'PrivateMessage')";
  // nobody holds a reply without its conversation, and no message is held by nobody
  expect(
    await counts(`select count(*) as count from sentto r where not exists
      (select 1 from sentto s where s.nodeid = r.starter and s.userid = r.userid
        and (s.deleted < 2 or s.nodeid = r.nodeid))`),
  ).toBe(0);
  expect(
    await counts(`select count(*) as count from node n where n.contenttypeid = ${type} and not exists
      (select 1 from sentto s where s.nodeid = n.nodeid and s.deleted < 2)`),
  ).toBe(0);
  expect(
    await counts(`select count(*) as count from node n where n.contenttypeid = ${type}
      and (n.protected = 0 or not exists (select 1 from closure c where c.child = n.nodeid and c.depth = 1))`),
  ).toBe(0);
}

describe('at the same time', () => {
  test('replies all arrive, each once for everybody', async () => {
    const nodeid = await send(member(0), members.slice(1));
    const replies = await Promise.all(
      Array.from({ length: 16 }, (_, index) => reply(member(index % 4), nodeid)),
    );
    for (const one of members) {
      const { messages } = await one.app.content_privatemessage.getMessage({ nodeid });
      expect(messages.map((each) => each.nodeid).sort()).toEqual([nodeid, ...replies].sort());
    }
    await expectOrder();
  });

  test('replying and leaving leave nothing behind that nobody holds', async () => {
    for (let round = 0; round < 6; round += 1) {
      const nodeid = await send(member(0), members.slice(1));
      const results = await Promise.allSettled([
        reply(member(0), nodeid),
        leave(member(1), nodeid),
        reply(member(2), nodeid),
        leave(member(3), nodeid),
        reply(member(1), nodeid),
        leave(member(2), nodeid),
      ]);
      for (const one of results.filter((result) => result.status === 'rejected')) {
        expect(String(one.reason)).toMatch(/invalid_node_id|pmnorecipients/);
      }
      await expectOrder();
    }
  });

  test('when all leave at once the conversation is gone', async () => {
    const nodeid = await send(member(0), members.slice(1));
    const answer = await reply(member(1), nodeid);
    await Promise.all(members.map((one) => leave(one, nodeid)));
    const db = board.database.reader();
    const left = await db.all('select nodeid from node where nodeid in (?, ?)', [nodeid, answer]);
    expect(left).toEqual([]);
    await expectOrder();
  });

  test('the same message sent many times at once is sent once', async () => {
    const words = { title: 'Once', rawtext: 'only once' };
    const sends = Array.from({ length: 5 }, () => send(member(0), [member(1)], words));
    const results = await Promise.allSettled(sends);
    expect(results.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  });

  test('of many messages at once one passes the pause between two', async () => {
    await setOption(board, 'floodchecktime', 30);
    board.tick(60);
    const results = await Promise.allSettled(
      [1, 2, 3, 1, 2].map((index) => send(member(0), [member(index)])),
    );
    await setOption(board, 'floodchecktime', 0);
    expect(results.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  });

  test('many writers cannot fill a member past his quota', async () => {
    const target = await join(board, 'target');
    await setOption(board, 'pmquota', 300);
    for (let more = 0; more < 3; more += 1) await send(member(0), [target]);
    const writers = await Promise.all(
      ['w1a', 'w2a', 'w3a', 'w4a'].map((name) => join(board, name)),
    );
    await setOption(board, 'pmquota', 5);
    const results = await Promise.allSettled(
      [...writers, ...writers].map((writer) => send(writer, [target])),
    );
    await setOption(board, 'pmquota', 500);
    expect(results.filter((one) => one.status === 'fulfilled')).toHaveLength(2);
    expect(await target.app.content_privatemessage.getUnreadInboxCount()).toBe(5);
  });

  test('a folder deleted while messages are moved into it keeps none of them', async () => {
    const pm = member(0).app.content_privatemessage;
    const letters = [];
    for (let more = 0; more < 4; more += 1) letters.push(await send(member(1), [member(0)]));
    const newFolderid = await pm.createMessageFolder({ folderName: 'Short-lived' });
    await Promise.allSettled([
      ...letters.slice(0, 2).map((nodeid) => pm.moveMessage({ nodeid, newFolderid })),
      pm.deleteFolder({ folderid: newFolderid }),
      ...letters.slice(2).map((nodeid) => pm.moveMessage({ nodeid, newFolderid })),
    ]);
    const lost = await board.database
      .reader()
      .all('select nodeid from sentto where folderid not in (select folderid from messagefolder)');
    expect(lost).toEqual([]);
    const moved = pm.moveMessage({ nodeid: letters[0] ?? 0, newFolderid });
    expect(await refusal(moved)).toEqual([
      'invalid_data',
      expect.stringContaining('you have no folder'),
    ]);
  });

  test('two that delete overlapping lists do not stand in each other’s way', async () => {
    const letters = [];
    for (let more = 0; more < 6; more += 1) letters.push(await send(member(2), [member(3)]));
    const forth = { nodeid: letters };
    const back = { nodeid: [...letters].reverse() };
    for (let round = 0; round < 2; round += 1) {
      await Promise.all([
        member(2).app.content_privatemessage.deleteMessages(forth),
        member(3).app.content_privatemessage.deleteMessages(back),
      ]);
    }
    await expectOrder();
  });

  test('unread counts stay exact', async () => {
    for (const one of members) {
      const row = await board.database.reader().get<{ count: number }>(
        `select count(*) as count from sentto
          where userid = ? and folderid = 1 and deleted = 0 and msgread = 0`,
        [one.userid],
      );
      expect(await one.app.content_privatemessage.getUnreadInboxCount()).toBe(row?.count);
    }
  });

  test('the counters of all nodes are what a recount gives', async () => {
    const counted = await recount(board.database);
    const kept = await keptCounters(board.database);
    for (const [nodeid, { textcount, totalcount }] of kept) {
      expect(counted.get(nodeid)).toMatchObject({ textcount, totalcount });
    }
    const db = board.database.reader();
    const held = await db.all('select nodeid from node where protected = 1 and totalcount <> 0');
    expect(held).toEqual([]);
  });
});
