import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import sharp from 'sharp';
import type { Signpost } from '../../src/client/index.ts';
import { findAvatars } from '../../src/library/user/avatar.ts';
import { avatarRecord } from '../../src/shapes/avatar.ts';
import { Links } from '../../src/storage/links.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { named, OtherSite, picture } from '../support/files.ts';

// A server that many tests share may take its time.
jest.setTimeout(60_000);

let board: TestBoard;
let site: OtherSite;
let alice: Signpost;
let bob: Signpost;

beforeAll(async () => {
  const png = await picture(300, 300);
  site = await OtherSite.start((_req, res) => {
    res.end(png);
  });
  board = await startBoard({}, site.rules);
  alice = await board.login('alice');
  bob = await board.login('bob');
});
afterAll(async () => {
  await board.stop();
  await site.stop();
});

/** The width and height of the picture at a URL, and the colour of its middle. */
async function look(url: string): Promise<{ size: readonly [number, number]; middle: string }> {
  const bytes = await (await fetch(url)).arrayBuffer();
  const { data, info } = await sharp(bytes)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const at = (Math.floor(info.height / 2) * info.width + Math.floor(info.width / 2)) * 3;
  const [red = 0, , blue = 0] = data.subarray(at, at + 3);
  return { size: [info.width, info.height], middle: red > blue ? 'red' : 'blue' };
}

test('a member without an avatar has the default one, by an absolute URL', async () => {
  const { avatarpath } = await bob.user.fetchCurrentUserinfo();
  expect(avatarpath).toBe(`${board.url}/images/default/avatar_0.png`);
  expect((await look(avatarpath)).size).toEqual([200, 200]);
  expect((await board.guest().user.fetchCurrentUserinfo()).avatarpath).toBe(avatarpath);
});

test('an uploaded picture becomes the avatar everywhere', async () => {
  const avatar = await alice.profile.upload({
    file: named('me.jpg', await picture(600, 400, 'jpeg')),
  });
  expect(avatar.hascustom).toBe(1);
  expect((await look(avatar.avatarpath)).size).toEqual([200, 200]);
  const me = await alice.user.fetchCurrentUserinfo();
  expect(me.avatarpath).toBe(avatar.avatarpath);
  const seen = await bob.user.fetchUserinfo({ userid: me.userid });
  expect(seen === false ? '' : seen.avatarpath).toBe(avatar.avatarpath);
  const { channels } = await alice.node.fetchChannelNodeTree({});
  const community = Object.values(channels).find((channel) => channel.title === 'Community');
  const news = Object.values(community?.subchannels ?? {})[0]?.nodeid ?? 0;
  const nodeid = await alice.content_text.add({
    data: { parentid: news, title: 'Me', rawtext: 'With my face' },
  });
  const content = (await board.guest().node.getNodeFullContent({ nodeid }))[nodeid]?.content;
  expect(content?.avatar.avatarpath).toBe(avatar.avatarpath);
  const file = await bob.filedata.fetchImageByFiledataid({ id: avatar.filedataid, type: 'icon' });
  expect((await look(file.url)).size).toEqual([64, 64]);
});

test('avatars of many members are found in one statement, with sizes', async () => {
  const { userid } = await alice.user.fetchCurrentUserinfo();
  const db = board.database.reader();
  const owners = await findAvatars(db, [userid, 1, 99_999_999]);
  expect(db.queries).toBe(1);
  const links = new Links(board.url, 'secret', board.now());
  expect(avatarRecord(owners.get(userid), links, 'thumb').avatarpath).toContain('type=thumb');
  expect(avatarRecord(owners.get(99_999_999), links).avatarpath).toContain(
    '/images/default/avatar_0.png',
  );
  const chosen = { avatarid: 2, avatarfiledataid: null };
  expect(avatarRecord(chosen, links).avatarpath).toContain('/images/default/avatar_2.png');
  expect(avatarRecord({ ...chosen, avatarid: 99 }, links).avatarpath).toContain('avatar_0.png');
});

test('avatars are read by userid, in the size asked for', async () => {
  const { userid } = await alice.user.fetchCurrentUserinfo();
  const own = await bob.user.fetchAvatar({ userid, typekey: 'thumb' });
  expect(own).toMatchObject({ hascustom: 1, avatarid: 0 });
  expect(own.avatarpath).toContain('type=thumb');
  for (const typekey of [false, '1', 'avatar', 'huge'] as const)
    expect((await bob.user.fetchAvatar({ userid, typekey })).avatarpath).toContain('type=full');
  const byId = await board.guest().user.fetchAvatars({ userids: [userid, 99_999_999] });
  expect(byId[userid]?.hascustom).toBe(1);
  expect(byId[99_999_999]?.avatarpath).toContain('avatar_0.png');
  expect(Object.keys(await alice.user.fetchAvatars({}))).toEqual([String(userid)]);
  expect(await alice.user.fetchAvatar({ userid: 0 })).toMatchObject({ hascustom: 1 });
  const userids = Array.from({ length: 101 }, (_, index) => index + 1);
  await expect(bob.user.fetchAvatars({ userids })).rejects.toMatchObject({
    errors: [['invalid_parameter', 'userids', 'at most 100 members are allowed']],
  });
});

test('a default avatar takes the place of the own one', async () => {
  const own = await alice.user.fetchAvatar({ userid: 0 });
  const chosen = await alice.user.setDefaultAvatar({ avatarid: 3 });
  expect(chosen).toMatchObject({ hascustom: 0, avatarid: 3, filedataid: 0 });
  expect(chosen.avatarpath).toContain('/images/default/avatar_3.png');
  expect(await alice.user.fetchAvatar({ userid: 0 })).toEqual(chosen);
  await alice.profile.cropFileData({ filedataid: own.filedataid });
  expect(await alice.user.fetchAvatar({ userid: 0 })).toMatchObject({ hascustom: 1, avatarid: 3 });
  for (const [app, avatarid, id] of [
    [alice, 99, 'invalid_data'],
    [board.guest(), 1, 'not_logged_no_permission'],
  ] as const) {
    const errors = [expect.arrayContaining([id])];
    await expect(app.user.setDefaultAvatar({ avatarid })).rejects.toMatchObject({ errors });
  }
  await alice.profile.resetAvatar({});
  expect(await alice.user.fetchAvatar({ userid: 0 })).toMatchObject({ hascustom: 0, avatarid: 0 });
  await alice.profile.upload({ file: named('a.png', await picture(300, 300)) });
});

test('a square of the picture is cut, also of one that lies on its side', async () => {
  const upright = await picture(400, 600);
  const corner = { x1: 0, y1: 0, width: 150, height: 150 };
  const red = await alice.profile.upload({ file: named('a.png', upright), data: corner });
  expect((await look(red.avatarpath)).middle).toBe('red');
  const blue = await alice.profile.upload({
    file: named('a.png', upright),
    data: { x1: 250, y1: 450, width: 150, height: 300 },
  });
  expect((await look(blue.avatarpath)).middle).toBe('blue');
  const lying = await sharp(await picture(600, 400, 'jpeg'))
    .withMetadata({ orientation: 6 })
    .toBuffer();
  const turned = await alice.profile.upload({
    file: named('a.jpg', lying),
    data: { x1: 200, y1: 0, width: 200, height: 200 },
  });
  expect((await look(turned.avatarpath)).middle).toBe('red');
  const below = await alice.profile.upload({
    file: named('a.jpg', lying),
    data: { x1: 200, y1: 400, width: 200, height: 200 },
  });
  expect((await look(below.avatarpath)).middle).toBe('blue');
});

test('a square outside the picture is refused', async () => {
  const file = named('a.png', await picture(100, 50));
  for (const data of [
    { x1: 0, y1: 0, width: 60, height: 60 },
    { x1: -1, y1: 0, width: 10, height: 10 },
    { x1: 95, y1: 0, width: 10, height: 10 },
    { x1: 2_147_483_647, y1: 0, width: 2_147_483_647, height: 10 },
  ]) {
    await expect(alice.profile.upload({ file, data })).rejects.toMatchObject({
      id: 'invalid_data',
    });
  }
});

test('a picture uploaded before is cut later, by its owner', async () => {
  const file = named('a.png', await picture(2_000, 1_500, 'png', true));
  const { filedataid, width } = await alice.content_attach.uploadProfilePicture({ file });
  expect(width).toBe(2_000);
  const avatar = await alice.profile.cropFileData({
    filedataid,
    data: { x1: 10, y1: 10, width: 500, height: 500 },
  });
  expect(await look(avatar.avatarpath)).toEqual({ size: [200, 200], middle: 'red' });
  const text = await alice.content_attach.upload({ file: named('a.txt', 'text') });
  const cases = [
    [bob, filedataid, 'invalid_filedata_id'],
    [alice, 99_999_999, 'invalid_filedata_id'],
    [alice, text.filedataid, 'invalid_file'],
    [board.guest(), filedataid, 'not_logged_no_permission'],
  ] as const;
  for (const [member, id, refusal] of cases) {
    await expect(member.profile.cropFileData({ filedataid: id })).rejects.toMatchObject({
      id: refusal,
    });
  }
});

test('an avatar comes from a URL, within limits', async () => {
  const avatar = await bob.profile.uploadUrl({ url: site.url('/me.png') });
  expect((await look(avatar.avatarpath)).size).toEqual([200, 200]);
  await expect(bob.profile.uploadUrl({ url: 'http://10.0.0.1/me.png' })).rejects.toMatchObject({
    id: 'upload_file_failed',
  });
  await expect(board.guest().profile.uploadUrl({ url: site.url('/me.png') })).rejects.toMatchObject(
    { id: 'not_logged_no_permission' },
  );
});

test('only pictures become avatars, and only of members', async () => {
  const text = named('a.txt', 'text');
  await expect(alice.profile.upload({ file: text })).rejects.toMatchObject({ id: 'invalid_file' });
  await expect(board.guest().profile.upload({ file: text })).rejects.toMatchObject({
    id: 'not_logged_no_permission',
  });
});

test('resetAvatar brings the default back', async () => {
  const { avatarpath, hascustom } = await alice.profile.resetAvatar();
  expect([avatarpath, hascustom]).toEqual([`${board.url}/images/default/avatar_0.png`, 0]);
  expect((await alice.user.fetchCurrentUserinfo()).avatarpath).toBe(avatarpath);
  expect(await alice.profile.resetAvatar()).toMatchObject({ avatarpath });
  await expect(alice.call('profile.resetAvatar', { type: 'sigpic' })).rejects.toMatchObject({
    id: 'invalid_parameter',
  });
  await expect(board.guest().profile.resetAvatar()).rejects.toMatchObject({
    id: 'not_logged_no_permission',
  });
});

test.each(['gif', 'webp'] as const)('an avatar that moves goes on moving: %s', async (format) => {
  const first = await picture(400, 300);
  const frames = [first, await sharp(first).negate().png().toBuffer()];
  const bytes = await sharp(frames, { join: { animated: true } })
    .toFormat(format)
    .toBuffer();
  const file = named(`a.${format}`, bytes);
  const about = async (url: string) =>
    sharp(Buffer.from(await (await fetch(url)).arrayBuffer()), { animated: true }).metadata();
  for (const data of [{}, { x1: 100, y1: 50, width: 150, height: 150 }]) {
    const { avatarpath } = await alice.profile.upload({ file, data });
    const moving = await about(avatarpath);
    expect([moving.format, moving.pages, moving.width, moving.pageHeight]).toEqual([
      format,
      2,
      200,
      200,
    ]);
  }
  const still = await about(
    (await alice.user.fetchAvatar({ userid: 0, typekey: 'icon' })).avatarpath,
  );
  expect([still.width, still.pages]).toEqual([64, undefined]);
});

test('health tells whether there are thumbnails', async () => {
  const health = (await (await fetch(`${board.url}/health`)).json()) as { thumbnails: string };
  expect(health.thumbnails).toBe('ok');
});
