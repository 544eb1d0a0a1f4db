import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Signpost } from '../../src/client/index.ts';
import { manifest } from '../../src/call/manifest.ts';
import { PRIVATEMESSAGE_CHANNEL } from '../../src/library/board/system-channels.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { leftOut, MISSING, outcomes, unstamped, WORD } from '../support/every-method.ts';
import { enter, join, type Member, refusal, reply, send } from '../support/messages.ts';

const SECRETS = /quagga|crossing|okapi/i;

let board: TestBoard;
let alice: Member;
let bob: Member;
let viewers: readonly (readonly [name: string, app: Signpost])[];
let message: number;
let answer: number;
/** Of the answer, by alice. */
let report: number;
let channel: number;

beforeAll(async () => {
  board = await startBoard();
  alice = await enter(board, 'alice');
  bob = await enter(board, 'bob');
  const supermod = await join(board, 'supermod');
  const admin = await enter(board, 'admin');
  const user = { usergroupid: 5 };
  await admin.app.user.save({ userid: supermod.userid, password: '', user });
  viewers = [
    ['guest', board.guest()],
    ['member', (await join(board, 'carol')).app],
    ['moderator', (await enter(board, 'mod')).app],
    ['super moderator', supermod.app],
    ['administrator', admin.app],
  ];
  channel = await alice.app.node.fetchPMChannel();
  message = await send(alice, [bob], { title: 'Quagga', rawtext: `A ${WORD} crossing` });
  answer = await reply(bob, message, `Okapi ${WORD}`);
  const data = { reportnodeid: answer, rawtext: `Okapi ${WORD}` };
  report = await alice.app.content_report.add({ data });
}, 60_000);
afterAll(async () => {
  await board.stop();
});

describe('through every method there is', () => {
  const specs = manifest.filter((spec) => !leftOut.has(`${spec.class}.${spec.method}`));
  /** Methods that lead to the channel, and those to which its small number is that of something else. */
  const knowingTheNumber = new Set([
    ...['node.fetchPMChannel', 'content_privatemessage.add', 'follow.add', 'content.add'],
    ...['contenttype.fetchContentTypeClassFromId', 'usergroup.fetchUsergroupBySystemID'],
  ]);

  const handling = new Set(['super moderator', 'administrator']);

  test.each(specs.map((spec) => [`${spec.class}.${spec.method}`, spec] as const))(
    '%s tells nobody else of a message, nor that it is there',
    async (_, spec) => {
      const targets = knowingTheNumber.has(`${spec.class}.${spec.method}`)
        ? [message, answer, report]
        : [message, answer, report, channel];
      for (const [viewer, app] of viewers) {
        // What was reported is disclosed to them, by the report.
        if (spec.class === 'content_report' && handling.has(viewer)) continue;
        const ask = (nodeid: number) => outcomes(app, spec, nodeid, alice.userid);
        const nothing = await ask(MISSING);
        const seen = await Promise.all(targets.map(ask));
        expect(seen.join()).not.toMatch(SECRETS);
        expect(seen).toEqual(targets.map(() => nothing));
      }
    },
    30_000,
  );

  test('and none has changed anything', async () => {
    for (const member of [alice, bob]) {
      const conversation = await member.app.content_privatemessage.getMessage({ nodeid: message });
      expect(conversation.messages.map(({ nodeid }) => nodeid)).toEqual([message, answer]);
      expect(conversation.title).toBe('Quagga');
      expect(conversation.recipients).toHaveLength(1);
    }
  });
});

describe('the other classes', () => {
  test('do not even show a message to those who hold it', async () => {
    for (const { app } of [alice, bob]) {
      for (const nodeid of [message, answer, channel]) {
        const gone = ['invalid_node_id', nodeid];
        expect(await refusal(app.node.getNode({ nodeid }))).toEqual(gone);
        expect(await refusal(app.node.getNodeFullContent({ nodeid }))).toEqual(gone);
        expect(await refusal(app.content_text.getQuoteText({ nodeid }))).toEqual(gone);
        expect(await refusal(app.content_text.delete({ nodeid }))).toEqual(gone);
        const data = { parentid: nodeid, title: 'x', rawtext: 'x' };
        expect(await refusal(app.content_text.add({ data }))).toEqual(gone);
        expect(await refusal(app.node.listNodeContent({ parentid: nodeid }))).toEqual(gone);
      }
    }
  });

  test('do not lead to the channel by its fixed name', async () => {
    for (const [, app] of viewers) {
      const found = app.content_channel.fetchChannelIdByGUID({ guid: PRIVATEMESSAGE_CHANNEL });
      expect(await refusal(found)).toEqual(['invalid_node_id', PRIVATEMESSAGE_CHANNEL]);
    }
  });
});

describe('counters', () => {
  test('say the same to everybody before and after messages are sent and deleted', async () => {
    const before = await Promise.all(viewers.map(([, app]) => look(app)));
    const nodeid = await send(alice, [bob], { title: 'Quagga again', rawtext: 'crossing again' });
    await reply(bob, nodeid);
    expect(await Promise.all(viewers.map(([, app]) => look(app)))).toEqual(before);
    for (const { app } of [alice, bob, alice, bob]) {
      await app.content_privatemessage.deleteMessage({ nodeid });
    }
    expect(await Promise.all(viewers.map(([, app]) => look(app)))).toEqual(before);
    expect(before.join()).not.toMatch(SECRETS);
  });

  /** Everything that counts or names what is newest. */
  async function look(app: Signpost): Promise<string> {
    const special = (await board.running.environment.caches.board()).channel(channel)?.parentid;
    const seen: unknown[] = [
      await app.node.fetchChannelNodeTree({ parentid: 1, depth: 9 }),
      await app.node.listNodeFullContent({ parentid: 1, depth: 0, perpage: 5 }),
      await app.node.listNodeFullContentCount({ parentid: 1, depth: 0 }),
      await app.site.getSiteStatistics(),
      await app.user.fetchUserinfo({ userid: alice.userid }),
      await app.user.fetchUserinfo({ userid: bob.userid }),
    ];
    for (const nodeid of [1, special ?? 0]) {
      seen.push(await app.node.getNodeFullContent({ nodeid }).catch(() => 'nothing'));
    }
    return unstamped(JSON.stringify(seen));
  }

  test('of every channel are those without messages, also as they are kept', async () => {
    const db = board.database.reader();
    const above = await db.all<{ nodeid: number; totalcount: number; lastcontentid: number }>(
      `select n.nodeid, n.totalcount, n.lastcontentid from closure c join node n on n.nodeid = c.parent
        where c.child = ? and n.parentid <> 0`,
      [channel],
    );
    expect(above.length).toBe(2);
    for (const node of above) expect(node).toMatchObject({ totalcount: 0, lastcontentid: 0 });
  });
});
