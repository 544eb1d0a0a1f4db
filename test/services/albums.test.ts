import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Signpost } from '../../src/client/index.ts';
import type { AlbumPage } from '../../src/generated/api.ts';
import { ALBUM_CHANNEL } from '../../src/library/board/system-channels.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { named, picture } from '../support/files.ts';
import { nodeIn, nodeidsOf } from '../support/lists.ts';
import { enter, join, type Member, refusal, setOption } from '../support/messages.ts';
import { addChannel, change, keptCounters, post, recount } from '../support/nodes.ts';
import { workOff } from '../support/outbox.ts';
import { countStatements } from '../support/statements.ts';

let board: TestBoard;
let alice: Member;
let bob: Member;
let mod: Member;
let admin: Member;
let albums: number;
let count = 0;

beforeAll(async () => {
  board = await startBoard();
  alice = await enter(board, 'alice');
  bob = await enter(board, 'bob');
  mod = await enter(board, 'mod');
  admin = await enter(board, 'admin');
  albums = await alice.app.node.fetchAlbumChannel();
}, 60_000);
afterAll(async () => {
  await board.stop();
});

type Party = Pick<Member, 'app'>;

async function uploadBy({ app }: Party): Promise<number> {
  const bytes = await picture(30 + ++count, 20);
  return (await app.content_attach.uploadPhoto({ file: named('a.png', bytes) })).filedataid;
}

/** An album of pictures; private with `viewperms` 0. */
async function albumBy(owner: Party, more: object = {}, pictures = 1): Promise<number> {
  const filedataids: number[] = [];
  while (filedataids.length < pictures) filedataids.push(await uploadBy(owner));
  const data = { parentid: albums, title: `Album ${++count}`, filedataids, ...more };
  return owner.app.content_gallery.add({ data });
}

const sorted = (list: readonly number[]): number[] => [...list].sort((a, b) => a - b);

/** A member's albums by both methods, which must agree with each other and with the count. */
async function listed({ app }: Party, { userid }: Member): Promise<number[]> {
  const { albums: found, paginationInfo } = await app.profile.getAlbum({
    filters: { userid, perpage: 100 },
  });
  expect(paginationInfo.totalcount).toBe(found.length);
  return sorted(nodeidsOf(found));
}

async function photosOf({ app }: Party, { userid }: Member): Promise<number[]> {
  const { photos, paginationInfo } = await app.profile.fetchMedia({
    mediaFilter: { userid },
    perpage: 100,
  });
  expect(paginationInfo.totalcount).toBe(photos.length);
  return photos.map((one) => one.parentid);
}

async function postsOf(member: Member, by: Party = bob): Promise<number> {
  return (await by.app.user.fetchProfileInfo({ userid: member.userid })).posts;
}

async function expectTrueCounters(): Promise<void> {
  expect(await keptCounters(board.database)).toEqual(await recount(board.database));
}

async function rightsOf({ app }: Party, nodeid: number) {
  const found = (await app.node.getNodeFullContent({ nodeid }))[nodeid];
  if (found === undefined) throw new Error(`there is no node ${nodeid}`);
  return found.content;
}

describe('an album', () => {
  test('is a gallery of the channel of albums, which everybody reads', async () => {
    const owner = await join(board, 'owner1');
    const nodeid = await albumBy(owner, { rawtext: 'By the sea', captions: ['First'] }, 2);
    expect(await board.guest().content_channel.fetchChannelIdByGUID({ guid: ALBUM_CHANNEL })).toBe(
      albums,
    );
    for (const app of [board.guest(), bob.app]) {
      const found = await app.profile.getAlbum({ filters: { nodeid } });
      expect(found.paginationInfo).toMatchObject({ totalcount: 1, totalpages: 1 });
      expect(nodeIn(found.albums, nodeid)).toMatchObject({
        ...{ parentid: albums, userid: owner.userid, viewperms: 2, contenttypeclass: 'Gallery' },
        content: { message_plain: 'By the sea' },
      });
      expect(await listed({ app }, owner)).toEqual([nodeid]);
    }
    const { photos = [] } = await rightsOf(bob, nodeid);
    expect(photos.map(({ caption }) => caption)).toEqual(['First', '']);
    // Guests get no attachments, neither here nor elsewhere.
    expect((await rightsOf({ app: board.guest() }, nodeid)).photos).toBeUndefined();
    await expectTrueCounters();
  });

  test('need not name the channel, and may be empty', async () => {
    const owner = await join(board, 'owner2');
    const nodeid = await owner.app.content_gallery.add({ data: { parentid: 0, title: 'Empty' } });
    expect(await owner.app.node.getNode({ nodeid })).toMatchObject({ parentid: albums });
    const filedataid = await uploadBy(owner);
    await owner.app.content_photo.add({ data: { parentid: nodeid, filedataid } });
    expect(await photosOf(bob, owner)).toEqual([nodeid]);
    await owner.app.content_gallery.update({ nodeid, data: { title: 'Still one' } });
    const [photo = 0] = nodeidsOf((await rightsOf(owner, nodeid)).photos ?? []);
    await owner.app.content_photo.delete({ photoId: photo });
    expect(await photosOf(bob, owner)).toEqual([]);
    const channel = await addChannel(admin.app, 'No albums');
    const elsewhere = { parentid: channel, title: 'Empty' };
    expect(await refusal(owner.app.content_gallery.add({ data: elsewhere }))).toContain(
      'invalid_file',
    );
    const gallery = await albumBy(owner, { parentid: channel });
    expect((await rightsOf(bob, gallery)).contenttypeclass).toBe('Gallery');
    expect(await listed(bob, owner)).toEqual([nodeid]);
  });

  test('is listed with those of whoever wrote a node, and with all', async () => {
    const owner = await join(board, 'owner3');
    const [first, second] = [await albumBy(owner), await albumBy(owner)];
    const topic = await post(owner.app, await addChannel(admin.app, 'Written'), 'A topic');
    for (const nodeid of [first, topic])
      expect(nodeidsOf(await bob.app.node.getAlbums({ nodeid }))).toEqual([second, first]);
    expect(await bob.app.node.getAlbums({ nodeid: topic, page: 2, perpage: 1 })).toHaveLength(1);
    expect(await bob.app.node.getAlbums({ nodeid: topic, page: 9, perpage: 1 })).toEqual([]);
    for (const nodeid of [0, albums])
      expect(nodeidsOf(await bob.app.node.getAlbums({ nodeid, perpage: 100 }))).toEqual(
        expect.arrayContaining([first, second]),
      );
    const page = { userid: owner.userid, page: 2, perpage: 1 };
    const { albums: found, paginationInfo } = await bob.app.profile.getAlbum({ filters: page });
    expect(found).toHaveLength(1);
    expect(paginationInfo).toEqual({ currentpage: 2, perpage: 1, totalcount: 2, totalpages: 2 });
    expect(nodeidsOf((await owner.app.profile.getAlbum()).albums)).toEqual([second, first]);
  });

  test('shows all its photos alone, and in lists the first one', async () => {
    const owner = await join(board, 'owner7');
    const [first, second] = [await uploadBy(owner), await uploadBy(owner)];
    const empty = await albumBy(owner, { filedataids: [] });
    const nodeid = await albumBy(owner, { filedataids: [second, first] });
    const shown = ({ albums: found }: Pick<AlbumPage, 'albums'>) =>
      found.map(({ photocount, content: { photos = [] } }) => [
        photocount,
        photos.map((photo) => photo.filedataid),
      ]);
    const { profile, node } = bob.app;
    const listing = await profile.getAlbum({ filters: { userid: owner.userid } });
    const inList = [
      [2, [second]],
      [0, []],
    ];
    expect(shown(listing)).toEqual(inList);
    expect(shown({ albums: await node.getAlbums({ nodeid: empty }) })).toEqual(inList);
    const one = await profile.getAlbum({ filters: { nodeid } });
    expect(shown(one)).toEqual([[2, [second, first]]]);
    const guests = await board.guest().profile.getAlbum({ filters: { userid: owner.userid } });
    expect(shown(guests)).toEqual([
      [0, []],
      [0, []],
    ]);
  });

  test('takes texts for comments, and nothing else lies beside it', async () => {
    const nodeid = await albumBy(alice);
    const comment = await post(bob.app, nodeid);
    await post(alice.app, comment);
    const gallery = { parentid: nodeid, title: 'T', filedataids: [await uploadBy(bob)] };
    expect(await refusal(bob.app.content_gallery.add({ data: gallery }))).toEqual([
      'no_permission',
    ]);
    expect(await refusal(post(bob.app, albums, 'A topic'))).toEqual(['no_permission']);
    const made = await rightsOf(bob, albums);
    expect(made.createpermissions).toMatchObject({ Text: 0, Poll: 0, Gallery: 1, Video: 0 });
    expect((await rightsOf(bob, nodeid)).createpermissions).toMatchObject({ Text: 1, Gallery: 0 });
    const data = { parentid: albums, title: 'T' };
    const guest = board.guest();
    expect(await refusal(guest.content_gallery.add({ data }))).toEqual([
      'not_logged_no_permission',
    ]);
    expect(await refusal(post(guest, nodeid))).toEqual(['not_logged_no_permission']);
    expect(await refusal(guest.profile.getAlbum())).toEqual(['not_logged_no_permission']);
    const wrong = bob.app.profile.getAlbum({ filters: { nodeid: comment } });
    expect(await refusal(wrong)).toEqual(['invalid_node_id', comment]);
    await expectTrueCounters();
  });

  test('is its owner’s to change and to delete, however old it is', async () => {
    const owner = await join(board, 'owner4');
    const nodeid = await albumBy(owner);
    board.tick(2 * 86_400);
    await owner.app.content_gallery.update({ nodeid, data: { title: 'Renamed' } });
    const filedataid = await uploadBy(owner);
    await owner.app.content_photo.add({ data: { parentid: nodeid, filedataid } });
    const update = { nodeid, data: { title: 'Stolen' } };
    expect(await refusal(bob.app.content_gallery.update(update))).toEqual(['no_permission']);
    expect((await rightsOf(owner, nodeid)).permissions).toMatchObject({ canedit: 1, candelete: 1 });
    expect((await rightsOf(bob, nodeid)).permissions).toMatchObject({ canedit: 0, candelete: 0 });
    await owner.app.node.deleteNodes({ nodeids: [nodeid], hard: false });
    expect(await listed(owner, owner)).toEqual([]);
    expect(await photosOf(bob, owner)).toEqual([]);
    await expectTrueCounters();
  });

  test('has a limit of its own', async () => {
    await setOption(board, 'attachlimit', 1);
    await setOption(board, 'albumlimit', 2);
    try {
      const nodeid = await albumBy(alice, {}, 2);
      expect(await refusal(albumBy(alice, {}, 3))).toEqual(['too_many_attachments', 2]);
      const told = await alice.app.content_attach.getAttachmentPermissions({
        data: { parentid: nodeid },
      });
      expect(told.attachlimit).toBe(2);
      const filedataid = await uploadBy(alice);
      const third = alice.app.content_photo.add({ data: { parentid: nodeid, filedataid } });
      expect(await refusal(third)).toEqual(['too_many_attachments', 2]);
      const channel = await addChannel(admin.app, 'Few');
      const gallery = albumBy(alice, { parentid: channel }, 2);
      expect(await refusal(gallery)).toEqual(['too_many_attachments', 1]);
    } finally {
      await setOption(board, 'attachlimit', 20);
      await setOption(board, 'albumlimit', 60);
    }
  });

  test('is in no tree of forums', async () => {
    for (const { app } of [alice, admin]) {
      const tree = JSON.stringify(await app.node.fetchChannelNodeTree({ depth: 9 }));
      expect(tree).not.toContain('Albums');
      expect(await app.content_channel.fetchTopLevelChannelIds()).not.toContain(albums);
    }
  });

  test('is made of nothing that was written elsewhere, and leaves no redirect', async () => {
    const owner = await join(board, 'owner5');
    const nodeid = await albumBy(owner);
    const channel = await addChannel(admin.app, 'Beside albums');
    const gallery = await albumBy(owner, { parentid: channel });
    const reply = await post(bob.app, gallery);
    const refused = ['invalid_data', 'nothing is moved into an album'];
    const { node } = admin.app;
    for (const move of [
      { nodeids: [gallery], to_parent: albums },
      { nodeids: [reply], to_parent: nodeid },
      { nodeids: [reply], to_parent: albums, makeTopic: true, newtitle: 'T' },
    ])
      expect(await refusal(node.moveNodes(move))).toEqual(refused);
    const merge = { nodeids: [gallery, nodeid], targetnodeid: nodeid };
    expect(await refusal(node.mergeTopics(merge))).toEqual(refused);
    const leaveRedirectData = { leave_redirect: true };
    await node.moveNodes({ nodeids: [nodeid], to_parent: channel, leaveRedirectData });
    expect(await listed(admin, owner)).toEqual([]);
    const redirects = await board.database
      .reader()
      .all('select nodeid from redirect where tonodeid = ?', [nodeid]);
    expect(redirects).toEqual([]);
    await expectTrueCounters();
  });

  test('takes as many statements to list with others as alone', async () => {
    const owner = await join(board, 'owner6');
    const filters = { userid: owner.userid, perpage: 100 };
    const one = await albumBy(owner);
    const statements = async (): Promise<number[]> => [
      await countStatements(board, () => bob.app.profile.getAlbum({ filters })),
      await countStatements(board, () => bob.app.node.getAlbums({ nodeid: one })),
      await countStatements(board, () => bob.app.profile.fetchMedia({ mediaFilter: filters })),
    ];
    const few = await statements();
    for (let more = 0; more < 4; more += 1) await albumBy(owner, {}, 3);
    expect(await statements()).toEqual(few);
  });
});

describe('a private album', () => {
  test('is seen by its owner and moderators, and leaks nowhere', async () => {
    const owner = await join(board, 'hermit');
    await bob.app.follow.add({ follow_item: owner.userid, type: 'follow_members' });
    await bob.app.follow.add({ follow_item: albums, type: 'follow_channel' });
    const before = await rightsOf(bob, albums);
    const counts = await bob.app.node.getNode({ nodeid: albums });
    const words = { rawtext: 'A quokka at home', title: 'Quokka', viewperms: 0 };
    const nodeid = await albumBy(owner, words);
    const [photo] = Object.values((await rightsOf(owner, nodeid)).photos ?? {});
    if (photo === undefined) throw new Error('there is no photo');
    const comment = await post(owner.app, nodeid);
    await owner.app.tags.addTags({ nodeid, taglist: ['quokka'] });
    await workOff(board);

    for (const party of [bob, { app: board.guest() }]) {
      const { app } = party;
      for (const hidden of [nodeid, comment])
        expect(await refusal(app.node.getNode({ nodeid: hidden }))).toEqual([
          ...['invalid_node_id', hidden],
        ]);
      expect(await refusal(app.profile.getAlbum({ filters: { nodeid } }))).toEqual([
        ...['invalid_node_id', nodeid],
      ]);
      expect(await refusal(app.node.getAlbums({ nodeid }))).toEqual(['invalid_node_id', nodeid]);
      expect(await listed(party, owner)).toEqual([]);
      expect(await photosOf(party, owner)).toEqual([]);
      const answers: unknown[] = [
        await app.node.getAlbums({ nodeid: 0, perpage: 100 }),
        await app.node.listNodeContent({ parentid: albums, perpage: 100 }),
        await app.node.getNodeAttachments({ nodeids: [nodeid] }),
        await app.search.getInitialResults({ search_json: { keywords: 'quokka' } }),
        await app.search.getInitialResults({ search_json: { author: 'hermit' } }),
        await app.node.fetchActivity({ params: { userid: owner.userid } }),
        await app.tags.getAutocomplete({ searchStr: 'quok' }),
        await app.node.getFullContentforNodes({ nodeList: [nodeid, comment] }),
      ];
      expect(JSON.stringify(answers)).not.toMatch(/quokka/i);
      for (const call of [
        app.content_photo.fetchImageByPhotoid({ id: photo.nodeid }),
        app.filedata.fetchImageByFiledataid({ id: photo.filedataid }),
        app.content_attach.fetchImage({ id: photo.nodeid }),
      ])
        expect((await refusal(call))[0]).toMatch(
          /invalid_(attachment|filedata)_id|not_logged_no_permission/,
        );
    }
    expect(await bob.app.node.getNode({ nodeid: albums })).toMatchObject({
      ...{ textcount: counts.textcount, totalcount: counts.totalcount },
      ...{ lastcontentid: counts.lastcontentid },
    });
    expect((await rightsOf(bob, albums)).title).toBe(before.title);
    expect(await postsOf(owner)).toBe(0);
    const told = Object.values(await bob.app.notification.fetchNotificationsForCurrentUser());
    expect(told.map((row) => row.sentbynodeid)).not.toContain(nodeid);

    for (const party of [owner, mod, admin]) {
      const below = { parentid: nodeid, options: { include_starter: true } };
      expect(nodeidsOf(await party.app.node.listNodeContent(below))).toEqual([nodeid, comment]);
      expect(await party.app.node.listNodeFullContentCount(below)).toBe(2);
      expect(await listed(party, owner)).toEqual([nodeid]);
      expect(await photosOf(party, owner)).toEqual([nodeid]);
      const one = await party.app.content_photo.fetchImageByPhotoid({ id: photo.nodeid });
      expect(one.url).toMatch(/^http/);
    }
    await expectTrueCounters();
  });

  test('is for no member of a channel above', async () => {
    const owner = await join(board, 'recluse');
    const guest = await join(board, 'groupmember');
    const nodeid = await albumBy(owner, { viewperms: 0 });
    for (const channel of [1, albums])
      await change(board, 'insert into groupintopic (userid, nodeid, groupid) values (?, ?, 11)', [
        ...[guest.userid, channel],
      ]);
    await board.running.environment.caches.forgetUser(guest.userid);
    expect(await refusal(guest.app.node.getNode({ nodeid }))).toEqual(['invalid_node_id', nodeid]);
    expect(await listed(guest, owner)).toEqual([]);
  });

  test('can be opened, for members or for all, and closed again, with all comments', async () => {
    const owner = await join(board, 'changer');
    const nodeid = await albumBy(owner, { viewperms: 0 });
    const own = await post(owner.app, nodeid);
    const guest = { app: board.guest() };
    const show = (viewperms: number) =>
      owner.app.content_gallery.update({ nodeid, data: { viewperms } });
    await show(1);
    expect([await listed(bob, owner), await listed(guest, owner)]).toEqual([[nodeid], []]);
    expect(await postsOf(owner)).toBe(2);
    await show(2);
    expect(await listed(guest, owner)).toEqual([nodeid]);
    const before = await postsOf(bob, alice);
    const comment = await post(bob.app, nodeid);
    expect(await postsOf(bob, alice)).toBe(before + 1);
    await expectTrueCounters();
    await show(0);
    for (const hidden of [nodeid, own, comment])
      expect(await refusal(bob.app.node.getNode({ nodeid: hidden }))).toContain('invalid_node_id');
    expect([await postsOf(owner), await postsOf(bob, alice)]).toEqual([0, before]);
    expect(await photosOf(bob, owner)).toEqual([]);
    await expectTrueCounters();
    await show(2);
    expect((await bob.app.node.getNode({ nodeid: comment })).viewperms).toBe(2);
    expect([await postsOf(owner), await postsOf(bob, alice)]).toEqual([2, before + 1]);
    await expectTrueCounters();
  });

  test('stays so whoever edits it, and keeps its number of posts when it is deleted', async () => {
    const owner = await join(board, 'keeper');
    const nodeid = await albumBy(owner, { viewperms: 0 });
    const open = await albumBy(owner);
    const update = (viewperms: number, id = nodeid) =>
      mod.app.content_gallery.update({ nodeid: id, data: { title: 'Edited', viewperms } });
    expect(await refusal(update(2))).toEqual(['no_permission']);
    expect(await refusal(update(0, open))).toEqual(['no_permission']);
    expect(await owner.app.node.getNode({ nodeid })).toMatchObject({ viewperms: 0 });
    expect((await owner.app.node.getNode({ nodeid })).title).not.toBe('Edited');
    await update(0);
    expect(await postsOf(owner)).toBe(1);
    await admin.app.content_gallery.delete({ nodeid });
    expect(await postsOf(owner)).toBe(1);
    await admin.app.content_gallery.delete({ nodeid: open });
    expect(await postsOf(owner)).toBe(0);
    await expectTrueCounters();
  });

  test('has three kinds; of another gallery it is chosen once, when it is made', async () => {
    const channel = await addChannel(admin.app, 'All for all');
    expect(await refusal(albumBy(alice, { viewperms: 3 }))).toEqual([
      'invalid_data',
      'data[viewperms]: it must be 0, 1 or 2',
    ]);
    const gallery = await albumBy(alice, { parentid: channel, viewperms: 1 });
    expect(await alice.app.node.getNode({ nodeid: gallery })).toMatchObject({ viewperms: 1 });
    const update = { nodeid: gallery, data: { viewperms: 0 } };
    expect(await refusal(alice.app.content_gallery.update(update))).toEqual([
      'invalid_data',
      'data[viewperms]: it can be changed of an album only',
    ]);
  });
});

describe('the media of a member', () => {
  const videoBy = (app: Signpost, parentid: number, code: number): Promise<number> =>
    app.content_video.add({
      data: { parentid, title: `Film ${code}`, url: `https://vimeo.com/${code}` },
    });

  test('are the pictures and videos of his posts, page by page', async () => {
    const owner = await join(board, 'artist');
    const channel = await addChannel(admin.app, 'Art');
    const first = await albumBy(owner);
    const second = await albumBy(owner, { parentid: channel });
    const text = await post(owner.app, channel, 'With a file');
    const filedataid = await uploadBy(owner);
    await owner.app.node.addAttachment({ nodeid: text, data: { filedataid } });
    const plain = await owner.app.content_attach.upload({ file: named('a.txt', 'words') });
    await owner.app.node.addAttachment({ nodeid: text, data: { filedataid: plain.filedataid } });
    expect(await photosOf(bob, owner)).toEqual([text, second, first]);
    const films = [await videoBy(owner.app, channel, 11), await videoBy(owner.app, channel, 12)];
    const media = (type: 'photo' | 'video', more: object = {}) =>
      bob.app.profile.fetchMedia({ mediaFilter: { userid: owner.userid, type }, ...more });
    const { videos, photos, paginationInfo } = await media('video');
    expect(photos).toEqual([]);
    expect(
      videos.map(({ nodeid, provider, code, title }) => [nodeid, provider, code, title]),
    ).toEqual([
      [films[1], 'vimeo', '12', 'Film 12'],
      [films[0], 'vimeo', '11', 'Film 11'],
    ]);
    expect(paginationInfo).toEqual({ currentpage: 1, perpage: 12, totalcount: 2, totalpages: 1 });
    const page = await media('photo', { page: 2, perpage: 2 });
    expect(page.photos.map(({ parentid }) => parentid)).toEqual([first]);
    expect(page.paginationInfo).toMatchObject({ totalcount: 3, totalpages: 2 });
    const own = await owner.app.profile.fetchMedia({ perpage: 1 });
    expect(own.paginationInfo.totalcount).toBe(3);
    const sounds = bob.app.call('profile.fetchMedia', { mediaFilter: { type: 'sound' } });
    expect(await refusal(sounds)).toContain('invalid_parameter');
    expect(await refusal(board.guest().profile.fetchMedia())).toEqual(['not_logged_no_permission']);
    expect(await photosOf({ app: board.guest() }, owner)).toEqual([]);
  });

  test('are only those that the caller sees', async () => {
    const artist = await enter(board, 'admin');
    const channel = await addChannel(artist.app, 'Behind a door');
    const before = await photosOf(bob, artist);
    const hidden = await albumBy(artist, { parentid: channel });
    await videoBy(artist.app, channel, 21);
    const films = async ({ app }: Party): Promise<number> => {
      const mediaFilter = { userid: artist.userid, type: 'video' } as const;
      const { videos, paginationInfo } = await app.profile.fetchMedia({ mediaFilter });
      expect(paginationInfo.totalcount).toBe(videos.length);
      return videos.length;
    };
    expect([(await photosOf(bob, artist)).includes(hidden), await films(bob)]).toEqual([true, 1]);
    await change(board, 'insert into permission (nodeid, groupid) values (?, 2)', [channel]);
    await board.running.environment.caches.forgetBoard();
    expect([await photosOf(bob, artist), await films(bob)]).toEqual([before, 0]);
    expect([await films(artist), await photosOf(artist, artist)]).toEqual([1, [hidden, ...before]]);
  });
});
