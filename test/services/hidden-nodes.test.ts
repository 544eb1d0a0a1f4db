import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Signpost } from '../../src/client/index.ts';
import { manifest } from '../../src/call/manifest.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { named, picture } from '../support/files.ts';
import { leftOut, MISSING, outcomes, WORD } from '../support/every-method.ts';
import { enter, join, type Member } from '../support/messages.ts';
import { addChannel } from '../support/nodes.ts';
import { findPlaces } from '../support/places.ts';

const SECRETS = /quagga|crossing|okapi/i;

let board: TestBoard;
let alice: Member;
let admin: Member;
let viewers: readonly (readonly [name: string, app: Signpost])[];
/** What is there, but not for the viewers, by what hides it. */
let hidden: Readonly<Record<string, number>>;

beforeAll(async () => {
  board = await startBoard();
  alice = await enter(board, 'alice');
  admin = await enter(board, 'admin');
  const { channel, staff } = await findPlaces(board);
  const secluded = await addChannel(admin.app, 'Okapi house', staff);
  const topics = [];
  for (const [place, parentid] of Object.entries({ secluded, deleted: channel, waiting: channel }))
    topics.push(await write(parentid, place));
  const [inside, deleted, waiting] = topics;
  if (inside === undefined || deleted === undefined || waiting === undefined)
    throw new Error('a topic is missing');
  await admin.app.node.deleteNodes({ nodeids: [deleted.topic], hard: false });
  await admin.app.node.unapprove({ nodeids: [waiting.topic] });
  const album = await writeAlbum();
  hidden = {
    'private album': album.topic,
    'comment on a private album': album.reply,
    channel: secluded,
    'topic of a hidden channel': inside.topic,
    'reply in a hidden channel': inside.reply,
    'deleted topic': deleted.topic,
    'reply in a deleted topic': deleted.reply,
    'unapproved topic': waiting.topic,
    'reply in an unapproved topic': waiting.reply,
  };
  viewers = [
    ['guest', board.guest()],
    ['member', (await join(board, 'carol')).app],
  ];
}, 60_000);
afterAll(async () => {
  await board.stop();
});

async function writeAlbum(): Promise<{ topic: number; reply: number }> {
  const file = named('okapi.png', await picture(30, 20));
  const { filedataid } = await admin.app.content_attach.uploadPhoto({ file });
  const rawtext = `A ${WORD} crossing, an album`;
  const data = { parentid: 0, title: 'Quagga album', rawtext, filedataids: [filedataid] };
  const topic = await admin.app.content_gallery.add({ data: { ...data, viewperms: 0 } });
  const comment = { parentid: topic, rawtext: `A ${WORD} crossing, comment` };
  return { topic, reply: await admin.app.content_text.add({ data: comment }) };
}

async function write(parentid: number, place: string): Promise<{ topic: number; reply: number }> {
  const text = (what: string): string => `A ${WORD} crossing, ${what} ${place}`;
  const { content_text } = admin.app;
  board.tick(60);
  const first = { parentid, title: `Quagga ${place}`, rawtext: text('topic') };
  const topic = await content_text.add({ data: first });
  board.tick(60);
  const reply = await content_text.add({ data: { parentid: topic, rawtext: text('reply') } });
  return { topic, reply };
}

describe('what hides from a caller answers as if it were not there', () => {
  const specs = manifest.filter((spec) => !leftOut.has(`${spec.class}.${spec.method}`));

  test.each(specs.map((spec) => [`${spec.class}.${spec.method}`, spec] as const))(
    '%s',
    async (_, spec) => {
      for (const [viewer, app] of viewers) {
        const nothing = await outcomes(app, spec, MISSING, alice.userid);
        for (const [what, nodeid] of Object.entries(hidden)) {
          const seen = await outcomes(app, spec, nodeid, alice.userid);
          expect(seen.join()).not.toMatch(SECRETS);
          expect([viewer, what, seen]).toEqual([viewer, what, nothing]);
        }
      }
    },
    30_000,
  );

  test('and is there for an administrator as it was', async () => {
    const found = await Promise.all(
      Object.entries(hidden).map(async ([what, nodeid]) => [
        what,
        await admin.app.node.getNode({ nodeid }).then(
          (node) => node.nodeid === nodeid,
          (error: unknown) => String(error),
        ),
      ]),
    );
    expect(found).toEqual(Object.keys(hidden).map((what) => [what, true]));
  });
});
