import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import sharp from 'sharp';
import type { Signpost } from '../../src/client/index.ts';
import type { FileInfo } from '../../src/generated/api.ts';
import { recount } from '../support/nodes.ts';
import { writeOption } from '../../src/library/board/options.ts';
import { forumpermissions } from '../../src/permissions.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import {
  archive,
  heic,
  movie,
  named,
  OtherSite,
  picture,
  rawRequest,
  SECRET,
  withHeader,
} from '../support/files.ts';
import { countStatements } from '../support/statements.ts';

// A server that many tests share may take its time.
jest.setTimeout(60_000);

let board: TestBoard;
let site: OtherSite;
let alice: Signpost;
let bob: Signpost;
let mod: Signpost;
let admin: Signpost;
let channel: number;
let count = 0;

beforeAll(async () => {
  const png = await picture(30, 20);
  site = await OtherSite.start((req, res) => {
    res.end(req.url?.startsWith('/picture') === true ? png : '<html>');
  });
  board = await startBoard({}, site.rules);
  [alice, bob, mod, admin] = await Promise.all([
    board.login('alice'),
    board.login('bob'),
    board.login('mod'),
    board.login('admin'),
  ]);
  const { channels } = await alice.node.fetchChannelNodeTree({});
  const parent = Object.values(channels)[0]?.nodeid ?? 0;
  channel = await admin.content_channel.add({ data: { parentid: parent, title: 'Files' } });
});
afterAll(async () => {
  await board.stop();
  await site.stop();
});

async function topicBy(member: Signpost, parentid = channel): Promise<number> {
  return member.content_text.add({
    data: { parentid, title: 'With files', rawtext: `Look at this, number ${++count}` },
  });
}

async function uploadBy(member: Signpost, text = `text ${++count}`): Promise<FileInfo> {
  return member.content_attach.upload({ file: named('notes.txt', text) });
}

async function attachedBy(member: Signpost): Promise<{ post: number; id: number; file: FileInfo }> {
  const post = await topicBy(member);
  const file = await uploadBy(member);
  const id = await member.content_attach.add({
    data: { parentid: post, filedataid: file.filedataid },
  });
  return { post, id, file };
}

async function option(
  name: 'attachquota' | 'attachmaxbytes' | 'attachlimit' | 'attachstripmetadata',
  value: number,
): Promise<void> {
  await board.database.transaction((db) => writeOption(db, name, value));
  await board.running.environment.caches.forgetBoard();
}

/** Takes rights of a channel away from all usergroups but administrators, while `work` runs. */
async function without(rights: number, where: number, work: () => Promise<void>): Promise<void> {
  const { database, environment } = {
    database: board.database,
    environment: board.running.environment,
  };
  await database.transaction(async (db) => {
    const groups = await db.all<{ groupid: number; forumpermissions: number; edit_time: number }>(
      'select distinct groupid, forumpermissions, edit_time from permission where forumpermissions > 0',
    );
    for (const group of groups) {
      const row = { ...group, nodeid: where, forumpermissions: group.forumpermissions & ~rights };
      await db.run(db.knex('permission').insert(row));
    }
  });
  await environment.caches.forgetBoard();
  await work().finally(async () => {
    await database.transaction((db) => db.run('delete from permission where nodeid = ?', [where]));
    await environment.caches.forgetBoard();
  });
}

function contentOf(member: Signpost, nodeid: number) {
  return member.node.getNodeFullContent({ nodeid }).then((contents) => contents[nodeid]?.content);
}

async function shown(member: Signpost, post: number, id: number) {
  const content = await contentOf(member, post);
  return content?.attachments?.[id];
}

describe('uploading', () => {
  test('a picture is stored with its size, its type and thumbnails', async () => {
    const bytes = await picture(800, 400, 'jpeg');
    const file = await alice.content_attach.upload({ file: named('Träume 🌄.JPG', bytes) });
    expect(file).toMatchObject({
      filename: 'Träume 🌄.JPG',
      extension: 'jpg',
      filesize: bytes.length,
      width: 800,
      height: 400,
      htmltype: 'image/jpeg',
    });
    const full = await fetch(file.url);
    expect(full.headers.get('content-type')).toBe('image/jpeg');
    expect(Buffer.from(await full.arrayBuffer()).equals(bytes)).toBe(true);
    const thumb = await sharp(await (await fetch(file.thumburl ?? '')).arrayBuffer()).metadata();
    expect([thumb.width, thumb.height, thumb.format]).toEqual([150, 75, 'jpeg']);
    for (const [type, width] of [
      ['icon', 64],
      ['small', 320],
      ['medium', 640],
      ['large', 800],
      ['full', 800],
    ] as const) {
      const { url } = await alice.filedata.fetchImageByFiledataid({ id: file.filedataid, type });
      expect((await sharp(await (await fetch(url)).arrayBuffer()).metadata()).width).toBe(width);
    }
  });

  test('thumbnails stand upright, keep what is transparent, and carry no EXIF', async () => {
    const exif = { IFD0: { Artist: 'secret place' } };
    const lying = await sharp(await picture(400, 200, 'jpeg'))
      .withExif(exif)
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const file = await alice.content_attach.uploadPhoto({ file: named('a.jpg', lying) });
    expect([file.width, file.height]).toEqual([200, 400]);
    const thumb = Buffer.from(await (await fetch(file.thumburl ?? '')).arrayBuffer());
    const about = await sharp(thumb).metadata();
    expect([about.width, about.height, about.orientation, about.exif]).toEqual([
      75,
      150,
      undefined,
      undefined,
    ]);
    const clear = await alice.content_attach.uploadPhoto({
      file: named('b.png', await picture(400, 200, 'png', true)),
    });
    const png = await sharp(await (await fetch(clear.thumburl ?? '')).arrayBuffer()).metadata();
    expect([png.format, png.hasAlpha]).toEqual(['png', true]);
  });

  test.each(['jpeg', 'png', 'webp', 'avif'] as const)(
    'a %s keeps nothing of where it was taken, and stands upright',
    async (format) => {
      const taken = sharp(await picture(40, 20, format)).withExif({
        IFD0: { Artist: 'secret place' },
      });
      const lying = await taken.withMetadata({ orientation: 6 }).toFormat(format).toBuffer();
      expect(lying.toString('latin1')).toContain('secret place');
      const original = async () => {
        const file = named(`a.${format === 'jpeg' ? 'jpg' : format}`, lying);
        const { filedataid, filesize } = await alice.content_attach.upload({ file });
        const { url } = await alice.filedata.fetchImageByFiledataid({ id: filedataid });
        const bytes = Buffer.from(await (await fetch(url)).arrayBuffer());
        expect(bytes).toHaveLength(filesize);
        return bytes;
      };
      const kept = await original();
      expect(kept.toString('latin1')).not.toContain('secret place');
      const { width, height, format: same } = await sharp(kept).metadata();
      expect([width, height, same]).toEqual([20, 40, format === 'avif' ? 'heif' : format]);
      await option('attachstripmetadata', 0);
      expect(await original()).toEqual(lying);
      await option('attachstripmetadata', 1);
    },
  );

  test('a moving picture goes on moving', async () => {
    const frames = await Promise.all([picture(40, 20), picture(40, 20, 'png', true)]);
    const moving = await sharp(frames, { join: { animated: true } })
      .withExif({ IFD0: { Artist: 'secret place' } })
      .webp()
      .toBuffer();
    const file = await alice.content_attach.upload({ file: named('a.webp', moving) });
    const { url } = await alice.filedata.fetchImageByFiledataid({ id: file.filedataid });
    const about = await sharp(Buffer.from(await (await fetch(url)).arrayBuffer())).metadata();
    expect([about.pages, about.exif]).toEqual([2, undefined]);
  });

  test.each(['png', 'gif', 'webp', 'avif'] as const)('%s is taken', async (format) => {
    const bytes = await picture(200, 100, format);
    const file = await alice.content_attach.upload({ file: named(`a.${format}`, bytes) });
    expect([file.width, file.height]).toEqual([200, 100]);
  });

  test('the SDK sends a File as it is, and gives a Blob a name', async () => {
    const { filename } = await alice.content_attach.upload({ file: new File(['x'], 'notes.txt') });
    expect(filename).toBe('notes.txt');
    const bytes = new Uint8Array(await picture(20, 20, 'png'));
    const blob = new Blob([bytes], { type: 'image/png' });
    const named = await alice.content_attach.upload({ file: blob });
    expect(named).toMatchObject({ extension: 'png', filename: expect.stringMatching(/\.png$/) });
  });

  test('each size says what its URL serves', async () => {
    const jpeg = await picture(1_000, 500, 'jpeg');
    const file = await alice.content_attach.upload({ file: named('lake.jpeg', jpeg) });
    const post = await topicBy(alice);
    const data = { parentid: post, filedataid: file.filedataid };
    const nodeid = await alice.content_attach.add({ data });
    for (const type of ['icon', 'thumb', 'small', 'medium', 'large', 'full', 'original'] as const) {
      const seen = await bob.content_attach.fetchImage({ id: nodeid, type });
      const { headers, body } = await rawRequest(seen.url);
      const { width, height } = await sharp(body).metadata();
      expect([seen.filesize, seen.htmltype]).toEqual([body.length, headers.get('content-type')]);
      expect([seen.width, seen.height]).toEqual([width, height]);
      expect(headers.get('content-disposition')).toContain(`filename=${seen.filename}`);
      expect(seen.filedata).toBe(body.toString('base64'));
      const same = await alice.filedata.fetchImageByFiledataid({ id: file.filedataid, type });
      expect([same.filesize, same.filedata]).toEqual([seen.filesize, seen.filedata]);
    }
    const thumb = await bob.content_attach.fetchImage({ id: nodeid, type: 'thumb' });
    expect(thumb).toMatchObject({ width: 150, height: 75, filename: 'lake-thumb.jpg' });
    const silent = { id: nodeid, includeData: false };
    expect((await bob.content_attach.fetchImage(silent)).filedata).toBeUndefined();
  });

  test('bytes are in an answer up to a megabyte', async () => {
    const sizes = [1_048_576, 1_048_577];
    const found = sizes.map(async (size) => {
      const file = await uploadBy(alice, 'x'.repeat(size));
      return alice.filedata.fetchImageByFiledataid({ id: file.filedataid });
    });
    const [most, more] = await Promise.all(found);
    expect([most?.filedata?.length, more?.filedata]).toEqual([
      Math.ceil(1_048_576 / 3) * 4,
      undefined,
    ]);
  });

  test('an older release told the sizes of a picture alone', async () => {
    const file = await alice.content_attach.upload({
      file: named('a.png', await picture(801, 399)),
    });
    await board.database.transaction((db) =>
      db.run(
        "update storedfile set thumbnails = 'icon,thumb' where storedfileid = (select storedfileid from filedata where filedataid = ?)",
        [file.filedataid],
      ),
    );
    const id = file.filedataid;
    const thumb = await alice.filedata.fetchImageByFiledataid({ id, type: 'thumb' });
    expect(thumb).toMatchObject({ width: 150, height: 75, filesize: 0, htmltype: 'image/jpeg' });
    const { width, height } = await sharp((await rawRequest(thumb.url)).body).metadata();
    expect([width, height]).toEqual([150, 75]);
  });

  test('a HEIC is shown as a JPEG in all sizes, and kept as it was', async () => {
    const file = await alice.content_attach.uploadPhoto({ file: named('IMG_0001.HEIC', heic) });
    expect(file).toMatchObject({
      ...{ filename: 'IMG_0001.jpg', extension: 'jpg', htmltype: 'image/jpeg' },
      ...{ width: 400, height: 300 },
    });
    for (const [type, width] of [
      ['full', 400],
      ['large', 400],
      ['small', 320],
    ] as const) {
      const seen = await alice.filedata.fetchImageByFiledataid({ id: file.filedataid, type });
      const { headers, body } = await rawRequest(seen.url);
      const about = await sharp(body).metadata();
      expect([about.format, about.width, about.exif]).toEqual(['jpeg', width, undefined]);
      expect([body.length, headers.get('content-type')]).toEqual([seen.filesize, 'image/jpeg']);
    }
    const { data, info } = await sharp((await rawRequest(file.url)).body)
      .raw()
      .toBuffer({ resolveWithObject: true });
    const at = (x: number, y: number) => [...data.subarray((y * info.width + x) * 3)].slice(0, 3);
    const [red, , noBlue] = at(50, 50);
    const [noRed, , blue] = at(350, 250);
    expect([(red ?? 0) > 200, (noBlue ?? 255) < 50]).toEqual([true, true]);
    expect([(noRed ?? 255) < 50, (blue ?? 0) > 150]).toEqual([true, true]);
    const type = 'original';
    const kept = await alice.filedata.fetchImageByFiledataid({ id: file.filedataid, type });
    expect(kept).toMatchObject({ filename: 'IMG_0001.HEIC', htmltype: 'image/heic' });
    const original = (await rawRequest(kept.url)).body;
    expect([original.length, original.includes(SECRET)]).toEqual([heic.length, false]);
  });

  test('a HEIC that cannot be decoded is a file like others, and no avatar', async () => {
    const odd = Buffer.from(heic);
    odd.fill(0, odd.indexOf('mdat') + 4);
    const bytes = Buffer.from(odd);
    bytes.write('xxxx', bytes.indexOf('hvcC'), 'latin1');
    const file = await alice.content_attach.upload({ file: named('a.heic', bytes) });
    expect(file).toMatchObject({ extension: 'heic', htmltype: 'image/heic', width: 0 });
    await expect(alice.profile.upload({ file: named('a.heic', bytes) })).rejects.toMatchObject({
      id: 'invalid_file_data',
    });
    const avatar = await alice.profile.upload({ file: named('b.heic', heic) });
    expect(avatar.hascustom).toBe(1);
  });

  test('a film tells its size and length as it is looked at', async () => {
    const file = await alice.content_attach.upload({ file: named('IMG_0002.MOV', movie()) });
    expect(file).toMatchObject({ width: 1080, height: 1920, duration: 2_500 });
    expect(file.thumburl).toBeUndefined();
  });

  test('files of other types are taken, uploadPhoto takes pictures only', async () => {
    const file = await alice.content_attach.upload({ file: named('a.zip', archive()) });
    expect(file).toMatchObject({ extension: 'zip', width: 0, htmltype: 'application/zip' });
    expect(file.thumburl).toBeUndefined();
    await expect(
      alice.content_attach.uploadPhoto({ file: named('a.zip', archive()) }),
    ).rejects.toMatchObject({ id: 'invalid_file' });
  });

  test('a damaged, lying, huge or forbidden file is refused by name', async () => {
    const png = await picture(300, 300);
    const jpeg = await picture(600, 600, 'jpeg');
    const bomb = withHeader(png, 30_000, 30_000);
    const cut = Buffer.concat([png.subarray(0, 100), png.subarray(-12)]);
    const cases = [
      ['a.png', cut, 'invalid_file_data'],
      ['a.jpg', jpeg.subarray(0, jpeg.length / 2), 'invalid_file_data'],
      ['a.png', Buffer.concat([png, archive()]), 'invalid_file_data'],
      ['a.png', bomb, 'upload_exceeds_dimensions'],
      ['a.png', Buffer.alloc(0), 'invalid_file'],
      ['a.svg', '<svg/>', 'upload_stopped_by_extension'],
      ['a.html', '<p>', 'upload_stopped_by_extension'],
      ['a.png.php', '<?php', 'upload_stopped_by_extension'],
      ['a.png', '<script>', 'invalid_file_data'],
      ['a.txt\u202Egnp.exe', 'x', 'upload_stopped_by_extension'],
    ] as const;
    for (const [name, bytes, id] of cases) {
      const refused = alice.content_attach.upload({ file: named(name, bytes) });
      await expect(refused).rejects.toMatchObject({ id });
    }
  });

  test('a file is what its bytes are, whatever it is called', async () => {
    const png = await picture(30, 30);
    const taken = [
      ['IMG-WA0001.jpg', png, 'IMG-WA0001.png', 'image/png'],
      ['blob', png, 'blob.png', 'image/png'],
      ['photo.jpg?width=200', await picture(30, 30, 'webp'), 'photo.webp', 'image/webp'],
      ['a.jfif', await picture(30, 30, 'jpeg'), 'a.jfif', 'image/jpeg'],
      ['voice.opus', Buffer.from('OggS\0\x02'), 'voice.opus', 'audio/ogg'],
      ['clip.MOV', movie(), 'clip.mp4', 'video/mp4'],
    ] as const;
    for (const [name, bytes, filename, htmltype] of taken) {
      const file = await alice.content_attach.upload({ file: named(name, bytes) });
      expect(file).toMatchObject({ filename, htmltype });
      const { headers } = await rawRequest(file.url);
      expect(headers.get('content-type')).toBe(htmltype);
    }
    const avatar = await alice.profile.upload({ file: new File([new Uint8Array(png)], 'image') });
    expect(avatar.hascustom).toBe(1);
  });

  test('frames count together', async () => {
    const frames = await Promise.all(Array.from({ length: 3 }, () => picture(100, 100)));
    const gif = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    const file = await alice.content_attach.upload({ file: named('a.gif', gif) });
    expect([file.width, file.height]).toEqual([100, 100]);
  });

  test('a name loses its path and what turns text around', async () => {
    const file = await alice.content_attach.upload({
      file: named('C:\\x\\..\\no\u202Etes.txt', 'hello'),
    });
    expect(file.filename).toBe('notes.txt');
  });

  test('the option attachmaxbytes is the limit', async () => {
    await option('attachmaxbytes', 10);
    await expect(uploadBy(alice, '12345678901')).rejects.toMatchObject({
      id: 'upload_file_exceeds_limit',
    });
    await option('attachmaxbytes', 4_194_304);
  });

  test('guests and members without the right upload nothing', async () => {
    await expect(uploadBy(board.guest())).rejects.toMatchObject({ id: 'not_logged_no_permission' });
    for (const call of ['upload', 'uploadPhoto', 'uploadProfilePicture'] as const) {
      const refused = board.guest().content_attach[call]({ file: named('a.txt', 'x') });
      await expect(refused).rejects.toMatchObject({ id: 'not_logged_no_permission' });
    }
  });

  test('the same bytes are stored once, and belong to each who uploaded them', async () => {
    const one = await uploadBy(alice, 'the same');
    const two = await uploadBy(bob, 'the same');
    expect(two.filedataid).not.toBe(one.filedataid);
    const rows = await board.database
      .reader()
      .all('select distinct storedfileid from filedata where filedataid in (?, ?)', [
        one.filedataid,
        two.filedataid,
      ]);
    expect(rows).toHaveLength(1);
    expect(await bob.filedata.fetchFiledataByid({ ids: [one.filedataid, two.filedataid] })).toEqual(
      {
        [two.filedataid]: two,
      },
    );
  });

  test('the quota holds for all uploads together, also for many at once', async () => {
    const used = (await bob.content_attach.getAttachmentPermissions({})).attachsum;
    await option('attachquota', used + 250);
    const tries = await Promise.allSettled(
      Array.from({ length: 5 }, (_, index) => uploadBy(bob, String(index).repeat(100))),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    const refused = tries.find((outcome) => outcome.status === 'rejected');
    expect(refused?.reason).toMatchObject({ id: 'upload_quota_exceeded' });
    await option('attachquota', 104_857_600);
  });

  test('a file is fetched from a URL; its name follows its bytes where it has none', async () => {
    const file = await alice.content_attach.uploadUrl({ url: site.url('/picture.png') });
    expect(file).toMatchObject({ filename: 'picture.png', width: 30, height: 20 });
    const unnamed = await alice.content_attach.uploadUrl({ url: site.url('/picture?id=7') });
    expect(unnamed).toMatchObject({ filename: 'picture.png', extension: 'png' });
    for (const [url, id] of [
      ['http://127.0.0.1/', 'upload_file_failed'],
      ['file:///etc/passwd', 'invalid_parameter'],
      [site.url('/page.png'), 'invalid_file_data'],
    ] as const) {
      await expect(alice.content_attach.uploadUrl({ url })).rejects.toMatchObject({ id });
    }
    await expect(
      board.guest().content_attach.uploadUrl({ url: site.url('/picture.png') }),
    ).rejects.toMatchObject({ id: 'not_logged_no_permission' });
  });
});

describe('attaching', () => {
  test('an attachment stands in the content of its post, and counts nowhere', async () => {
    const post = await topicBy(alice);
    const file = await alice.content_attach.upload({
      file: named('a.png', await picture(200, 100)),
    });
    const before = await alice.node.getNode({ nodeid: channel });
    const id = await alice.content_attach.add({
      data: {
        parentid: post,
        filedataid: file.filedataid,
        caption: 'A <b>caption</b>',
        settings: '{"a":1}',
      },
    });
    const attachments = (await contentOf(bob, post))?.attachments ?? {};
    expect(Object.keys(attachments)).toEqual([String(id)]);
    expect(attachments[id]).toMatchObject({
      nodeid: id,
      parentid: post,
      contenttypeclass: 'Attach',
      filedataid: file.filedataid,
      filename: 'a.png',
      filesize: file.filesize,
      caption: 'A <b>caption</b>',
      settings: '{"a":1}',
      width: 200,
      counter: 0,
      visible: 1,
    });
    expect((await fetch(attachments[id]?.url ?? '')).status).toBe(200);
    const after = await alice.node.getNode({ nodeid: channel });
    expect(after).toEqual(before);
    expect(await alice.node.getNode({ nodeid: post })).toMatchObject({
      textcount: 0,
      totalcount: 0,
    });
    expect(await alice.node.listNodeFullContent({ parentid: post })).toEqual([]);
    const counted = (await recount(board.database)).get(post);
    expect(counted).toMatchObject({ textcount: 0, totalcount: 0 });
    await expect(alice.node.getNode({ nodeid: id })).rejects.toMatchObject({
      id: 'invalid_node_id',
    });
    const next = await topicBy(alice);
    expect(next).not.toBe(id);
  });

  test('attaching again keeps the id, also for two at once', async () => {
    const { post, id, file } = await attachedBy(alice);
    const data = { parentid: post, filedataid: file.filedataid };
    const add = () => alice.content_attach.add({ data });
    expect(await Promise.all([add(), add()])).toEqual([id, id]);
    const other = await uploadBy(alice);
    const both = { parentid: post, filedataid: other.filedataid };
    const ids = await Promise.all([
      alice.content_attach.add({ data: both }),
      alice.content_attach.add({ data: both }),
    ]);
    expect(new Set(ids).size).toBe(1);
  });

  test('only own uploads, to posts that one may edit', async () => {
    const post = await topicBy(alice);
    const file = await uploadBy(alice);
    const foreign = await uploadBy(bob);
    const cases = [
      [alice, post, foreign.filedataid, 'invalid_filedata_id'],
      [alice, post, 99_999_999, 'invalid_filedata_id'],
      [alice, 99_999_999, file.filedataid, 'invalid_node_id'],
      [alice, channel, file.filedataid, 'invalid_node_id'],
      [bob, post, foreign.filedataid, 'no_permission'],
      [board.guest(), post, file.filedataid, 'not_logged_no_permission'],
    ] as const;
    for (const [member, parentid, filedataid, id] of cases) {
      const refused = member.content_attach.add({ data: { parentid, filedataid } });
      await expect(refused).rejects.toMatchObject({ id });
    }
    const own = await uploadBy(mod);
    expect(
      await mod.content_attach.add({ data: { parentid: post, filedataid: own.filedataid } }),
    ).toBeGreaterThan(0);
  });

  test('without canpostattachment nothing is attached; without cangetattachment nothing is seen', async () => {
    const { post, id, file } = await attachedBy(alice);
    await without(forumpermissions.canpostattachment, channel, async () => {
      const other = await uploadBy(alice);
      const refused = alice.content_attach.add({
        data: { parentid: post, filedataid: other.filedataid },
      });
      await expect(refused).rejects.toMatchObject({ id: 'no_permission' });
    });
    await without(forumpermissions.cangetattachment, channel, async () => {
      expect((await contentOf(bob, post))?.attachments).toBeUndefined();
      expect(await bob.node.getNodeAttachments({ nodeids: [post] })).toBe(false);
      expect(
        await bob.content_attach.fetchAttachByFiledataids({ filedataids: [file.filedataid] }),
      ).toEqual({});
      await expect(bob.content_attach.fetchImage({ id })).rejects.toMatchObject({
        id: 'invalid_attachment_id',
      });
      await expect(
        bob.filedata.fetchImageByFiledataid({ id: file.filedataid }),
      ).rejects.toMatchObject({ id: 'invalid_filedata_id' });
    });
    await without(forumpermissions.canview, channel, async () => {
      await expect(bob.content_attach.fetchImage({ id })).rejects.toMatchObject({
        id: 'invalid_attachment_id',
      });
      await expect(alice.content_attach.deleteAttachment({ id })).rejects.toMatchObject({
        id: 'invalid_attachment_id',
      });
    });
  });

  test('thumbnails are a right of their own', async () => {
    const post = await topicBy(alice);
    const file = await alice.content_attach.upload({
      file: named('a.png', await picture(201, 100)),
    });
    const id = await alice.node.addAttachment({
      nodeid: post,
      data: { filedataid: file.filedataid },
    });
    expect((await shown(bob, post, id))?.thumburl).toContain('type=thumb');
    await without(forumpermissions.canseethumbnails, channel, async () => {
      const attachment = await shown(bob, post, id);
      expect(attachment?.url).toContain('type=full');
      expect(attachment?.thumburl).toBeUndefined();
    });
  });

  test('a guest finds none and is asked to log in', async () => {
    const { post, id, file } = await attachedBy(alice);
    const guest = board.guest();
    expect((await contentOf(guest, post))?.attachments).toBeUndefined();
    for (const wanted of [id, 99_999_999]) {
      await expect(guest.content_attach.fetchImage({ id: wanted })).rejects.toMatchObject({
        id: 'not_logged_no_permission',
      });
    }
    for (const wanted of [file.filedataid, 99_999_999]) {
      await expect(guest.filedata.fetchImageByFiledataid({ id: wanted })).rejects.toMatchObject({
        id: 'not_logged_no_permission',
      });
    }
    expect(await guest.filedata.fetchFiledataByid({ ids: [file.filedataid] })).toEqual({});
  });

  test('a hidden or deleted post takes its attachments along', async () => {
    const { post, id, file } = await attachedBy(alice);
    await mod.node.deleteNodes({ nodeids: [post], hard: false });
    await expect(bob.content_attach.fetchImage({ id })).rejects.toMatchObject({
      id: 'invalid_attachment_id',
    });
    expect(await mod.content_attach.fetchImage({ id })).toMatchObject({
      filedataid: file.filedataid,
    });
    await mod.node.deleteNodes({ nodeids: [post], hard: true });
    await expect(mod.content_attach.fetchImage({ id })).rejects.toMatchObject({
      id: 'invalid_attachment_id',
    });
    expect(await alice.filedata.fetchFiledataByid({ ids: [file.filedataid] })).toHaveProperty(
      String(file.filedataid),
    );
  });

  test('an attachment is changed and taken off by those who may', async () => {
    const { post, id } = await attachedBy(alice);
    expect(
      await alice.content_attach.update({
        nodeid: id,
        data: { caption: 'New', filename: '../new.png', displayorder: 3 },
      }),
    ).toBe(true);
    expect(await bob.content_attach.fetchImage({ id })).toMatchObject({
      caption: 'New',
      filename: 'new.txt',
      displayorder: 3,
    });
    for (const data of [
      { caption: 'x'.repeat(1_001) },
      { settings: 'x'.repeat(2_001) },
      { style: 'x'.repeat(51) },
      { filename: `${'x'.repeat(300)}.txt` },
    ]) {
      await expect(alice.content_attach.update({ nodeid: id, data })).rejects.toMatchObject({
        id: 'invalid_data',
      });
    }
    await expect(
      bob.content_attach.update({ nodeid: id, data: { caption: 'x' } }),
    ).rejects.toMatchObject({ id: 'no_permission' });
    await expect(bob.content_attach.deleteAttachment({ id })).rejects.toMatchObject({
      id: 'no_permission',
    });
    expect(await mod.content_attach.deleteAttachment({ id })).toBe(true);
    await expect(alice.content_attach.deleteAttachment({ id })).rejects.toMatchObject({
      id: 'invalid_attachment_id',
    });
    expect((await contentOf(alice, post))?.attachments).toEqual({});
  });

  test('an author whose time is over leaves his attachments as they are', async () => {
    const { post, id } = await attachedBy(alice);
    const file = await uploadBy(alice);
    board.tick(1441 * 60);
    const refusals = [
      () => alice.content_attach.deleteAttachment({ id }),
      () => alice.content_attach.update({ nodeid: id, data: { caption: 'x' } }),
      () => alice.content_attach.add({ data: { parentid: post, filedataid: file.filedataid } }),
      () => alice.node.removeAttachment({ nodeid: post, all: true }),
    ];
    for (const refused of refusals)
      await expect(refused()).rejects.toMatchObject({ id: 'edit_time_over' });
    board.tick(-1441 * 60);
  });

  test('a post has at most as many attachments as the option attachlimit says', async () => {
    await option('attachlimit', 2);
    const { post } = await attachedBy(alice);
    const files = [await uploadBy(alice), await uploadBy(alice)];
    const tries = await Promise.allSettled(
      files.map(({ filedataid }) =>
        alice.content_attach.add({ data: { parentid: post, filedataid } }),
      ),
    );
    expect(tries.filter(({ status }) => status === 'rejected')).toMatchObject([
      { reason: { id: 'too_many_attachments' } },
    ]);
    await option('attachlimit', 20);
  });

  test('a page of posts takes as many statements as one post', async () => {
    const topic = await topicBy(alice);
    for (let index = 0; index < 12; index++) {
      const reply = await alice.content_text.add({
        data: { parentid: topic, rawtext: `reply ${index}` },
      });
      const { filedataid } = await uploadBy(alice);
      await alice.content_attach.add({ data: { parentid: reply, filedataid } });
    }
    const queriesOf = (perpage: number): Promise<number> =>
      countStatements(board, async () => {
        const page = await bob.node.listNodeFullContent({ parentid: topic, perpage });
        expect(
          Object.values(page).map(({ content }) => Object.keys(content.attachments ?? {}).length),
        ).toEqual(Array.from({ length: perpage }, () => 1));
      });
    expect(await queriesOf(12)).toBe(await queriesOf(1));
  });
});

describe('reading attachments', () => {
  test('by upload, by attachment and by post, all tell the same', async () => {
    const { post, id, file } = await attachedBy(alice);
    const { filedataid } = file;
    const attachment = await shown(bob, post, id);
    expect(await bob.node.getAttachmentPublicInfo({ attachmentid: id })).toEqual({
      [id]: attachment,
    });
    expect(await bob.node.getNodeAttachmentsPublicInfo({ nodeids: [post] })).toEqual({
      [post]: { [id]: attachment },
    });
    expect(await bob.node.getNodeAttachments({ nodeids: [post, 99_999_999] })).toEqual([
      attachment,
    ]);
    expect(await bob.node.getNodeAttachments({ nodeids: [channel] })).toBe(false);
    const joined = { nodeid: post, attachments: { [id]: attachment } };
    expect(await bob.node.getNode({ nodeid: post, withJoinableContent: true })).toMatchObject(
      joined,
    );
    const nodeList = [post, channel];
    const nodes = await bob.node.getNodes({ nodeList, withJoinableContent: true });
    expect(nodes[post]).toMatchObject(joined);
    expect(nodes[channel]).not.toHaveProperty('attachments');
    expect(
      await bob.content_attach.fetchAttachByFiledataids({ filedataids: [filedataid] }),
    ).toEqual({ [id]: attachment });
    const includeData = false;
    expect(await bob.content_attach.fetchImage({ id, includeData })).toEqual(attachment);
    expect(
      await bob.content_attach.fetchImageByFiledataid({ id: filedataid, includeData }),
    ).toEqual(attachment);
    expect(
      await bob.filedata.fetchImageByFiledataid({
        id: filedataid,
        includeData,
        attachmentnodeid: id,
      }),
    ).toEqual(attachment);
    expect(await bob.filedata.fetchAttachFiledataid({ nodeid: id })).toEqual(attachment);
    await expect(
      bob.filedata.fetchImageByFiledataid({ id: filedataid, attachmentnodeid: id + 1 }),
    ).rejects.toMatchObject({ id: 'invalid_filedata_id' });
    const tiny = bob.call('content_attach.fetchImage', { id, type: 'tiny' });
    await expect(tiny).rejects.toMatchObject({
      id: 'invalid_parameter',
    });
    await expect(bob.node.getAttachmentPublicInfo({ attachmentid: post })).rejects.toMatchObject({
      id: 'invalid_attachment_id',
    });
    await expect(bob.filedata.fetchPhotoFiledataid({ nodeid: id })).rejects.toMatchObject({
      id: 'invalid_attachment_id',
    });
    const many = Array.from({ length: 101 }, (_, index) => index + 1);
    for (const refused of [
      () => bob.node.getNodeAttachments({ nodeids: many }),
      () => bob.content_attach.fetchAttachByFiledataids({ filedataids: many }),
      () => bob.filedata.fetchFiledataByid({ ids: many }),
    ])
      await expect(refused()).rejects.toMatchObject({ id: 'invalid_data' });
  });

  test('an upload that is not attached is its owner’s alone', async () => {
    const file = await uploadBy(alice);
    const own = { id: file.filedataid, includeData: false };
    expect(await alice.filedata.fetchImageByFiledataid(own)).toEqual(file);
    await expect(
      bob.filedata.fetchImageByFiledataid({ id: file.filedataid }),
    ).rejects.toMatchObject({ id: 'invalid_filedata_id' });
    expect(await bob.filedata.fetchFiledataByid({ ids: [file.filedataid] })).toEqual({});
  });

  test('a whole download is counted, a part from the middle and a look are not', async () => {
    const { post, id } = await attachedBy(alice);
    const url = (await shown(bob, post, id))?.url ?? '';
    await fetch(url);
    await rawRequest(url, { Range: 'bytes=0-1' });
    await rawRequest(url, { Range: 'bytes=1-2' });
    await rawRequest(url, {}, 'HEAD');
    const etag = (await fetch(url, { method: 'HEAD' })).headers.get('etag') ?? '';
    await rawRequest(url, { 'If-None-Match': etag });
    // It is counted once it has been sent, so the count may come a moment later.
    for (let counter = 0; counter < 2; counter = (await shown(bob, post, id))?.counter ?? 2);
    expect((await shown(bob, post, id))?.counter).toBe(2);
  });

  test('node.removeAttachment takes one off, by either id, or all', async () => {
    const { post, id, file } = await attachedBy(alice);
    const add = async (): Promise<number> =>
      alice.node.addAttachment({
        nodeid: post,
        data: { filedataid: (await uploadBy(alice)).filedataid },
      });
    const [second, third] = [await add(), await add()];
    expect(await alice.node.removeAttachment({ nodeid: post })).toEqual([]);
    expect(
      await alice.node.removeAttachment({ nodeid: post, data: { filedataid: file.filedataid } }),
    ).toEqual([id]);
    expect(
      await alice.node.removeAttachment({ nodeid: post, data: { attachnodeid: second } }),
    ).toEqual([second]);
    await expect(bob.node.removeAttachment({ nodeid: post, all: true })).rejects.toMatchObject({
      id: 'no_permission',
    });
    expect(await mod.node.removeAttachment({ nodeid: post, all: true })).toEqual([third]);
  });

  test('what may be uploaded is told, to guests too', async () => {
    const permissions = await alice.content_attach.getAttachmentPermissions({
      data: { parentid: channel, extension: 'png' },
    });
    expect(permissions).toMatchObject({
      canpostattachment: 1,
      cangetattachment: 1,
      canseethumbnails: 1,
      max_size: 4_194_304,
      attachlimit: 20,
    });
    expect(permissions.attachsum).toBeGreaterThan(0);
    expect(
      await alice.content_attach.getAttachmentPermissions({ data: { extension: 'exe' } }),
    ).toMatchObject({ canpostattachment: 0 });
    expect(
      await board
        .guest()
        .content_attach.getGenericChannelAttachmentPermissions({ nodeid: channel }),
    ).toMatchObject({ canpostattachment: 0, attachsum: 0 });
    await expect(
      alice.content_attach.getGenericChannelAttachmentPermissions({ nodeid: 99_999_999 }),
    ).rejects.toMatchObject({ id: 'invalid_node_id' });
    expect((await alice.content_attach.getImageExtensions()).extensions).toEqual([
      'jpg',
      'png',
      'gif',
      'webp',
      'avif',
      'heic',
    ]);
    expect(await alice.content_attach.isImage({ extension: 'JPEG' })).toEqual({ isimage: true });
    expect(await alice.content_attach.isImage({ extension: 'svg' })).toEqual({ isimage: false });
  });
});

describe('photos', () => {
  test('a picture becomes a photo of a post, is changed, read and taken off', async () => {
    const post = await topicBy(alice);
    const file = await alice.content_attach.uploadPhoto({
      file: named('a.png', await picture(202, 100)),
    });
    const id = await alice.content_photo.add({
      data: { parentid: post, filedataid: file.filedataid, caption: 'Sunset', style: 'wide' },
    });
    const photo = await shown(bob, post, id);
    expect(photo).toMatchObject({
      contenttypeclass: 'Photo',
      caption: 'Sunset',
      style: 'wide',
      height: 100,
      width: 202,
    });
    expect(await bob.content_photo.fetchImageByPhotoid({ id, includeData: false })).toEqual(photo);
    expect((await bob.content_photo.fetchImageByPhotoid({ id, thumb: true })).url).toContain(
      'type=thumb',
    );
    expect(await bob.filedata.fetchPhotoFiledataid({ nodeid: id })).toEqual(photo);
    expect(await alice.content_photo.update({ nodeid: id, data: { caption: 'Dawn' } })).toBe(true);
    expect(await bob.content_photo.fetchImageByPhotoid({ id })).toMatchObject({ caption: 'Dawn' });
    await expect(bob.content_photo.delete({ photoId: id })).rejects.toMatchObject({
      id: 'no_permission',
    });
    await expect(
      bob.content_photo.update({ nodeid: id, data: { caption: 'x' } }),
    ).rejects.toMatchObject({
      id: 'no_permission',
    });
    expect(await alice.content_photo.delete({ photoId: id })).toBe(true);
    await expect(alice.content_photo.delete({ photoId: id })).rejects.toMatchObject({
      id: 'invalid_attachment_id',
    });
  });

  test('only pictures are photos', async () => {
    const { post, id, file } = await attachedBy(alice);
    const other = await topicBy(alice);
    await expect(
      alice.content_photo.add({ data: { parentid: other, filedataid: file.filedataid } }),
    ).rejects.toMatchObject({ id: 'invalid_file' });
    await expect(alice.content_photo.delete({ photoId: id })).rejects.toMatchObject({
      id: 'invalid_attachment_id',
    });
    await expect(
      alice.content_photo.update({ nodeid: id, data: { caption: 'x' } }),
    ).rejects.toMatchObject({ id: 'invalid_attachment_id' });
    expect((await contentOf(alice, post))?.attachments).toHaveProperty(String(id));
  });
});
