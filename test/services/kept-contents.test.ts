import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Signpost } from '../../src/client/index.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { addChannel, post } from '../support/nodes.ts';

let board: TestBoard;
let alice: Signpost;
let bob: Signpost;
let channel: number;
let topic: number;
let reply: number;

beforeAll(async () => {
  board = await startBoard();
  alice = await board.login('alice');
  bob = await board.login('bob');
  channel = await addChannel(await board.login('admin'), 'Kept');
  topic = await post(alice, channel, 'Night trains');
  reply = await post(bob, topic);
});

afterAll(async () => {
  await board.stop();
});

/** Both posts as two members read them, each time by all ways. */
async function read(): Promise<string> {
  const answers = [];
  for (const reader of [alice, bob]) {
    answers.push(await reader.node.getFullContentforNodes({ nodeList: [topic, reply] }));
    answers.push(await reader.node.getNodeContent({ nodeid: reply }));
    answers.push(await reader.node.getNode({ nodeid: topic }));
  }
  return JSON.stringify(answers);
}

/** A mark for each column that shows, which nothing but a write of that column puts into the answers. */
const writes: readonly (readonly [column: string, sql: string, id: () => number])[] = [
  ['text.rawtext', 'update text set rawtext = ? where nodeid = ?', () => reply],
  ['text.message', 'update text set message = ? where nodeid = ?', () => reply],
  ['text.previewtext', 'update text set previewtext = ? where nodeid = ?', () => topic],
  ['node.title', 'update node set title = ? where nodeid = ?', () => topic],
  ['node.deletereason', 'update node set deletereason = ? where nodeid = ?', () => topic],
  ['node.taglist', 'update node set taglist = ? where nodeid = ?', () => topic],
  ['its channel', 'update node set title = ? where nodeid = ?', () => channel],
  [
    'user.usertitle',
    'update "user" set usertitle = ? where userid = (select userid from node where nodeid = ?)',
    () => topic,
  ],
];

test.each(writes)('%s shows at once what whoever has written there', async (name, sql, id) => {
  const mark = `mark of ${name}`;
  await read();
  expect(await read()).not.toContain(mark);

  await board.database.transaction((db) => db.run(sql, [mark, id()]));
  expect(await read()).toContain(mark);
  expect(await read()).toContain(mark);
});

test('counters and states show at once, too', async () => {
  const seen = async (): Promise<unknown[]> => {
    const answers = await bob.node.getFullContentforNodes({ nodeList: [topic] });
    const [answer] = Object.values(answers);
    const { open, textcount } = answer ?? {};
    return [open, textcount, answer?.content.startertextcount, answer?.content.userinfo.posts];
  };
  await seen();
  const [, replies, , posts] = (await seen()) as number[];
  await post(alice, topic);
  await board.database.transaction((db) =>
    db.run('update node set open = 0 where nodeid = ?', [topic]),
  );
  const count = (replies ?? 0) + 1;
  expect(await seen()).toEqual([0, count, count, (posts ?? 0) + 1]);
});
