import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Signpost } from '../../src/client/index.ts';
import type { FileInfo } from '../../src/generated/api.ts';
import { insertStoredFile } from '../../src/library/files/filedata.ts';
import { removeOrphans } from '../../src/maintenance.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { named, picture } from '../support/files.ts';
import { FakeS3 } from '../support/s3.ts';

// A server that many tests share may take its time.
jest.setTimeout(60_000);

const DAY = 86_401;
let s3: FakeS3;
let board: TestBoard;
let alice: Signpost;
let mod: Signpost;
let channel: number;

beforeAll(async () => {
  s3 = await FakeS3.start();
  board = await startBoard({ FILES_URL: s3.url });
  alice = await board.login('alice');
  mod = await board.login('mod');
  const { channels } = await alice.node.fetchChannelNodeTree({});
  const community = Object.values(channels).find(({ title }) => title === 'Community');
  channel = Object.values(community?.subchannels ?? {})[0]?.nodeid ?? 0;
});
afterAll(async () => {
  await board.stop();
  await s3.stop();
});

async function clean(): Promise<void> {
  await removeOrphans(board.running.environment);
}

async function upload(text: string, by = alice): Promise<FileInfo> {
  return by.content_attach.upload({ file: named('a.txt', text) });
}

async function isThere({ filedataid }: FileInfo): Promise<boolean> {
  return Object.keys(await alice.filedata.fetchFiledataByid({ ids: [filedataid] })).length === 1;
}

async function topic(text: string): Promise<number> {
  return alice.content_text.add({ data: { parentid: channel, title: 'Files', rawtext: text } });
}

test('an upload waits a day to be attached, then it goes with its file and thumbnails', async () => {
  const file = await alice.content_attach.upload({ file: named('a.png', await picture(400, 400)) });
  expect(s3.objects.size).toBe(4);
  await clean();
  expect(await isThere(file)).toBe(true);
  board.tick(DAY);
  await clean();
  expect(await isThere(file)).toBe(false);
  expect(s3.objects.size).toBe(0);
});

test('what is attached or an avatar stays until the last one is gone', async () => {
  const post = await topic('first');
  const file = await upload('attached');
  const shared = await upload('attached');
  await alice.content_attach.add({ data: { parentid: post, filedataid: file.filedataid } });
  await alice.profile.upload({ file: named('a.png', await picture(50, 50)) });
  const kept = s3.objects.size;
  board.tick(DAY);
  await clean();
  expect([await isThere(file), await isThere(shared)]).toEqual([true, false]);
  expect(s3.objects.size).toBe(kept);
  await mod.node.deleteNodes({ nodeids: [post] });
  await alice.profile.resetAvatar();
  await clean();
  expect(await isThere(file)).toBe(false);
  expect(s3.objects.size).toBe(0);
});

test('a file that was announced and never became an upload goes after a day', async () => {
  const now = board.now();
  const stored = {
    filehash: 'ab'.repeat(32),
    filesize: 3,
    width: 0,
    height: 0,
    duration: 0,
    thumbnails: '',
    thumbextension: '',
  };
  const id = await board.database.transaction((db) => insertStoredFile(db, stored, now));
  const key = `ab/${stored.filehash}-${id}`;
  await board.running.environment.files.storage.put(key, Buffer.from('abc'), 3);
  await clean();
  expect(s3.objects.has(`/bucket/${key}`)).toBe(true);
  board.tick(DAY);
  await clean();
  expect(s3.objects.has(`/bucket/${key}`)).toBe(false);
});

test('a removal that was cut short is finished, and its bytes are not given to a new upload', async () => {
  const first = await upload('cut short');
  await board.database.transaction(async (db) => {
    await db.run('delete from filedata where filedataid = ?', [first.filedataid]);
    await db.run('update storedfile set removing = 1');
  });
  const second = await upload('cut short');
  expect(s3.objects.size).toBe(2);
  await clean();
  expect(s3.objects.size).toBe(1);
  expect(await (await fetch(second.url)).text()).toBe('cut short');
});

test('uploads, attachments and cleaning at once lose nothing that is used', async () => {
  const post = await topic('second');
  board.tick(DAY);
  const work = Array.from({ length: 12 }, async (_, index) => {
    const file = await upload(`shared ${index % 3}`, mod);
    board.tick(index === 6 ? DAY : 0);
    const data = { parentid: post, filedataid: file.filedataid };
    const attached = await mod.content_attach.add({ data }).then(
      () => true,
      () => false,
    );
    return { file, attached };
  });
  const cleaning = Array.from({ length: 8 }, () => clean());
  const uploads = await Promise.all(work);
  await Promise.all(cleaning);
  expect(uploads.some(({ attached }) => attached)).toBe(true);
  for (const { file } of uploads.filter(({ attached }) => attached)) {
    const { url } = await mod.filedata.fetchImageByFiledataid({ id: file.filedataid });
    expect((await fetch(url)).status).toBe(200);
  }
});
