import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Signpost } from '../../src/client/index.ts';
import type { FullContent } from '../../src/generated/api.ts';
import { writeOption } from '../../src/library/board/options.ts';
import { createpermissions, forumpermissions } from '../../src/permissions.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { named, OtherSite, picture, rawRequest } from '../support/files.ts';
import { nodeidsOf } from '../support/lists.ts';
import {
  addChannel,
  change,
  keptCounters,
  post,
  recount,
  refusal,
  refusalId,
} from '../support/nodes.ts';
import { countStatements } from '../support/statements.ts';

/** Links, videos and galleries: what they have beside a text. */
let board: TestBoard;
let site: OtherSite;
let alice: Signpost;
let bob: Signpost;
let mod: Signpost;
let admin: Signpost;
let channel: number;
let count = 0;

const page = `<title>A page</title><meta name="description" content="Says &amp; tells">
  <meta property="og:image" content="/p.png"><img src="javascript:alert(1)"><img src="data:image/png;base64,x">`;

beforeAll(async () => {
  site = await OtherSite.start((req, res) => {
    const paths: Record<string, () => void> = {
      '/page': () => res.end(page),
      '/inside': () => res.writeHead(302, { Location: 'http://10.0.0.1/' }).end(),
      '/large': () => res.end(Buffer.alloc(2 * 1024 * 1024 + 1)),
    };
    (paths[req.url ?? ''] ?? (() => res.writeHead(404).end()))();
  });
  board = await startBoard({}, site.rules);
  alice = await board.login('alice');
  bob = await board.login('bob');
  mod = await board.login('mod');
  admin = await board.login('admin');
});
afterAll(async () => {
  await board.stop();
  await site.stop();
});
beforeEach(async () => {
  channel = await addChannel(admin, 'Types');
});

async function full(nodeid: number, client = alice): Promise<FullContent> {
  const found = (await client.node.getNodeFullContent({ nodeid }))[nodeid];
  if (found === undefined) throw new Error(`there is no content ${nodeid}`);
  return found;
}

async function uploadBy(client: Signpost): Promise<number> {
  const bytes = await picture(30 + ++count, 20);
  const { filedataid } = await client.content_attach.uploadPhoto({ file: named('a.png', bytes) });
  return filedataid;
}

const title = (): string => `Title ${++count}`;

async function linkBy(client: Signpost, data: object = {}): Promise<number> {
  const url = `https://example.org/${++count}`;
  return client.content_link.add({ data: { parentid: channel, title: title(), url, ...data } });
}

async function videoBy(client: Signpost, data: object = {}): Promise<number> {
  const url = `https://vimeo.com/${1000 + ++count}`;
  return client.content_video.add({ data: { parentid: channel, title: title(), url, ...data } });
}

async function galleryBy(client: Signpost, filedataids: number[], data: object = {}) {
  const all = { parentid: channel, title: title(), filedataids, ...data };
  return client.content_gallery.add({ data: all });
}

async function typeOf(name: string): Promise<number> {
  const { contenttypes } = await alice.api.init({});
  return Number((contenttypes as Record<string, number>)[name]);
}

/** Takes one right away from members, here. */
async function take(column: 'forumpermissions' | 'createpermissions', bit: number): Promise<void> {
  await change(
    board,
    `insert into permission (nodeid, groupid, forumpermissions, moderatorpermissions, createpermissions, edit_time)
      select cast(? as decimal), groupid, forumpermissions, moderatorpermissions, createpermissions, edit_time
      from permission where nodeid = 1 and groupid = 2`,
    [channel],
  );
  const sql = `update permission set ${column} = ${column} - ? where nodeid = ?`;
  await change(board, sql, [bit, channel]);
  await board.running.environment.caches.forgetBoard();
}

type Maker = (client: Signpost, parentid: number) => Promise<number>;

const makers: Readonly<Record<string, Maker>> = {
  Link: (client, parentid) => linkBy(client, { parentid }),
  Video: (client, parentid) => videoBy(client, { parentid }),
  Gallery: async (client, parentid) => galleryBy(client, [await uploadBy(client)], { parentid }),
};

describe.each(Object.entries(makers))('a post of the type %s', (type, make) => {
  const class_ = `content_${type.toLowerCase()}`;

  test('goes where texts go, counts as they do, and is found by its type', async () => {
    const topic = await make(alice, channel);
    const reply = await make(bob, topic);
    const comment = await make(alice, reply);
    expect(await refusalId(make(alice, comment))).toBe('invalid_data');
    await post(alice, channel, 'A text');
    const contenttypeid = await typeOf(type);
    const list = { parentid: channel, contenttypeid };
    const found = nodeidsOf(await bob.node.listNodeFullContent(list));
    expect(found.sort()).toEqual([topic, reply, comment].sort());
    expect(await bob.node.listNodeFullContentCount(list)).toBe(3);
    const search = { channel: [channel], type: [`vBForum_${type}`] };
    const { results } = await bob.search.getInitialResults({ search_json: JSON.stringify(search) });
    expect(nodeidsOf(results).sort()).toEqual([...found].sort());
    expect((await full(topic)).contenttypeclass).toBe(type);
    expect(await keptCounters(board.database)).toEqual(await recount(board.database));
  });

  test('is refused to guests, in closed topics, and where its type may not be made', async () => {
    const topic = await post(alice, channel, 'A text');
    await mod.node.closeNode({ nodeid: [topic] });
    expect(await refusalId(make(bob, topic))).toBe('threadclosed');
    await take('createpermissions', createpermissions[type as 'Link']);
    expect(await refusalId(make(bob, channel))).toBe('no_permission');
    expect(await refusalId(post(bob, channel, 'Another'))).toBe('not refused');
    const data = {
      ...{ parentid: channel, title: 'T', url: 'https://vimeo.com/1', filedataids: [1] },
    };
    expect(await refusalId(board.guest().call(`${class_}.add`, { data }))).toBe(
      'not_logged_no_permission',
    );
  });

  test('is edited and deleted like a text, and by its own class alone', async () => {
    const topic = await make(alice, channel);
    const text = await post(alice, channel, 'A text');
    const update = (client: Signpost, nodeid: number) =>
      refusal(client.call(`${class_}.update`, { nodeid, data: { title: 'New', rawtext: 'Text' } }));
    expect(await update(bob, topic)).toEqual(['no_permission']);
    expect(await update(board.guest(), topic)).toEqual(['not_logged_no_permission']);
    expect(await update(alice, text)).toEqual(['invalid_node_id', text]);
    expect(await update(alice, topic)).toEqual(['not refused', true]);
    expect(await full(topic)).toMatchObject({ title: 'New', content: { rawtext: 'Text' } });
    const remove = (client: Signpost, nodeid: number) =>
      refusal(client.call(`${class_}.delete`, { nodeid }));
    expect(await remove(alice, topic)).toEqual(['no_permission']);
    expect(await remove(mod, text)).toEqual(['invalid_node_id', text]);
    expect(await remove(mod, topic)).toEqual(['not refused', true]);
    for (const table of ['link', 'video', 'videoitem'])
      expect(
        await board.database.reader().all(`select nodeid from ${table} where nodeid = ?`, [topic]),
      ).toEqual([]);
    const attached = 'select nodeid from attach where parentid = ?';
    expect(await board.database.reader().all(attached, [topic])).toEqual([]);
    expect(await keptCounters(board.database)).toEqual(await recount(board.database));
  });

  test('that is hidden is none', async () => {
    const topic = await make(alice, channel);
    await mod.node.deleteNodes({ nodeids: [topic], hard: false });
    for (const method of ['update', 'delete']) {
      const call = bob.call(`${class_}.${method}`, { nodeid: topic, data: { title: 'New' } });
      expect(await refusal(call)).toEqual(['invalid_node_id', topic]);
    }
  });
});

describe('a link', () => {
  test('has a URL, a title, what the page says, and a picture', async () => {
    const filedataid = await uploadBy(alice);
    const meta = { url_title: ' A\npage ', meta: 'x'.repeat(3000) };
    const url = 'https://example.org/?a=1&b="'.replace('"', '');
    const nodeid = await linkBy(alice, { title: '', url, ...meta, filedataid });
    const { title: given, content } = await full(nodeid, bob);
    expect(given).toBe('A page');
    expect(content).toMatchObject({ url, url_title: 'A page', filedataid });
    expect(content.meta).toHaveLength(2000);
    expect(content.rawtext).toBe(`[URL]${url}[/URL]`);
    const image = await bob.content_link.fetchImageByLinkId({ linkid: nodeid, type: 'thumb' });
    expect(image).toMatchObject({ filedataid, parentid: nodeid });
    expect((await rawRequest(image.url)).status).toBe(200);
    expect(content.thumburl).toContain(`filedataid=${filedataid}`);
  });

  test('gets another picture, or none', async () => {
    const [first, second] = [await uploadBy(alice), await uploadBy(alice)];
    const nodeid = await linkBy(alice, { filedataid: first });
    await alice.content_link.update({ nodeid, data: { filedataid: second, url_title: 'New' } });
    const { content } = await full(nodeid);
    expect(content).toMatchObject({ filedataid: second, url_title: 'New' });
    expect(Object.keys(content.attachments ?? {})).toHaveLength(1);
    await alice.content_link.update({ nodeid, data: { filedataid: 0 } });
    expect((await full(nodeid)).content).not.toHaveProperty('filedataid');
    const image = bob.content_link.fetchImageByLinkId({ linkid: nodeid });
    expect(await refusalId(image)).toBe('invalid_attachment_id');
  });

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt://x/%0aalert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'ftp://example.org/',
    'mailto:a@example.org',
    'https://user:pass@example.org/',
    'https://user@example.org/',
    'https://example.org/"onclick=x',
    'https://example.org/[/URL]',
    'https://\u202eexample.org/',
    'https://',
    'x',
    '',
    `https://example.org/${'x'.repeat(2000)}`,
  ])('to %s is refused', async (url) => {
    expect(await refusalId(linkBy(alice, { url }))).toBe('invalid_url');
    const nodeid = await linkBy(alice);
    expect(await refusalId(alice.content_link.update({ nodeid, data: { url } }))).toBe(
      'invalid_url',
    );
  });

  test('takes no picture of another, and nothing that is no picture', async () => {
    const foreign = await uploadBy(bob);
    const { filedataid } = await alice.content_attach.upload({ file: named('a.txt', 'text') });
    expect(await refusal(linkBy(alice, { filedataid: foreign }))).toEqual([
      'invalid_filedata_id',
      foreign,
    ]);
    expect(await refusalId(linkBy(alice, { filedataid }))).toBe('invalid_file');
    expect(await keptCounters(board.database)).toEqual(await recount(board.database));
    const nodeid = await linkBy(bob);
    await mod.node.deleteNodes({ nodeids: [nodeid], hard: false });
    const image = alice.content_link.fetchImageByLinkId({ linkid: nodeid });
    expect(await refusal(image)).toEqual(['invalid_node_id', nodeid]);
  });

  test('is told of by its page', async () => {
    expect(await alice.content_link.parsePage({ url: site.url('/page') })).toEqual({
      ...{ url: site.url('/page'), title: 'A page', meta: 'Says & tells' },
      images: [site.url('/p.png')],
    });
  });

  test.each([
    ['that redirects inside', () => site.url('/inside'), 'upload_file_failed'],
    ['that is not there', () => site.url('/nothing'), 'upload_file_failed'],
    ['that is too large', () => site.url('/large'), 'upload_file_exceeds_limit'],
    ['of the own network', () => 'http://127.0.0.1:3306/', 'upload_file_failed'],
    ['of the cloud', () => 'http://169.254.169.254/latest/meta-data', 'upload_file_failed'],
    ['that is a file', () => 'file:///etc/passwd', 'invalid_parameter'],
    ['that is a script', () => 'javascript:alert(1)', 'invalid_parameter'],
  ])('to a page %s is not fetched', async (_, url, id) => {
    expect(await refusalId(alice.content_link.parsePage({ url: url() }))).toBe(id);
    expect(await refusalId(board.guest().content_link.parsePage({ url: url() }))).toBe(
      'not_logged_no_permission',
    );
  });
});

describe('a post of videos', () => {
  test('names the provider and code of each, once', async () => {
    const url = 'https://youtu.be/aqz-KE-bpKQ';
    const videoitems = ['https://vimeo.com/1084537', 'https://www.youtube.com/embed/aqz-KE-bpKQ'];
    const { content } = await full(await videoBy(alice, { url, videoitems, url_title: 'Bunny' }));
    expect(content).toMatchObject({
      url: 'https://www.youtube.com/watch?v=aqz-KE-bpKQ',
      url_title: 'Bunny',
      videoitems: [
        { provider: 'youtube', code: 'aqz-KE-bpKQ' },
        { provider: 'vimeo', code: '1084537' },
      ],
    });
    expect(content.rawtext).toContain('[VIDEO]https://vimeo.com/1084537[/VIDEO]');
  });

  test('gets others', async () => {
    const nodeid = await videoBy(alice);
    const url = 'https://dai.ly/x8abcde';
    await alice.content_video.update({ nodeid, data: { url } });
    expect((await full(nodeid)).content.videoitems).toMatchObject([{ provider: 'dailymotion' }]);
    await alice.content_video.update({ nodeid, data: { meta: 'A video' } });
    expect((await full(nodeid)).content).toMatchObject({
      ...{ url: 'https://www.dailymotion.com/video/x8abcde', meta: 'A video' },
      videoitems: [{ code: 'x8abcde' }],
    });
  });

  test.each<[string, object, string]>([
    ['no URL', { url: '' }, 'invalid_url'],
    ['a script', { url: 'javascript:alert(1)' }, 'invalid_url'],
    ['a page that is no video', { url: 'https://example.org/' }, 'unknown_video_provider'],
    ['one bad item', { videoitems: ['https://vimeo.com/x'] }, 'unknown_video_provider'],
    ['eleven', { videoitems: Array.from({ length: 10 }, () => 'x') }, 'too_many_videos'],
  ])('with %s is refused', async (_, data, id) => {
    expect(await refusalId(videoBy(alice, data))).toBe(id);
  });

  test('is known by its URL alone', async () => {
    const guest = board.guest();
    const url = 'https://youtu.be/aqz-KE-bpKQ';
    expect(await guest.content_video.getVideoFromUrl({ url })).toMatchObject({
      ...{ provider: 'youtube', code: 'aqz-KE-bpKQ' },
      embedurl: 'https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ',
    });
    expect(await guest.content_video.getVideoThumbnail({ url })).toMatch(/^https:\/\/img\.youtube/);
    const other = { url: 'javascript:alert(1)' };
    expect(await guest.content_video.getVideoFromUrl(other)).toBe(false);
    expect(await guest.content_video.getVideoThumbnail(other)).toBe(false);
  });
});

describe('a gallery', () => {
  const photosOf = async (nodeid: number, client = alice) =>
    Object.values((await full(nodeid, client)).content.photos ?? {}).sort(
      (a, b) => a.displayorder - b.displayorder,
    );

  test('shows its photos with their captions, in their order', async () => {
    const [a, b] = [await uploadBy(alice), await uploadBy(alice)];
    const nodeid = await galleryBy(alice, [b, a, b], { captions: ['', 'Sunset'] });
    expect(await photosOf(nodeid, bob)).toMatchObject([
      { filedataid: b, contenttypeclass: 'Photo', parentid: nodeid },
      { filedataid: a, caption: 'Sunset' },
    ]);
  });

  test('gets other photos; what else is attached stays', async () => {
    const [a, b, c] = [await uploadBy(alice), await uploadBy(alice), await uploadBy(alice)];
    const nodeid = await galleryBy(alice, [a, b], { captions: ['A', 'B'] });
    const { filedataid } = await alice.content_attach.upload({ file: named('a.txt', 'notes') });
    await alice.content_attach.add({ data: { parentid: nodeid, filedataid } });
    const before = (await photosOf(nodeid))[1]?.nodeid;
    await alice.content_gallery.update({ nodeid, data: { filedataids: [c, b], captions: ['C'] } });
    expect(await photosOf(nodeid)).toMatchObject([
      { filedataid: c, caption: 'C' },
      { filedataid: b, caption: 'B', nodeid: before },
    ]);
    expect(Object.keys((await full(nodeid)).content.attachments ?? {})).toHaveLength(3);
    await alice.content_photo.delete({ photoId: before ?? 0 });
    expect(await photosOf(nodeid)).toHaveLength(1);
  });

  test('is edited as forms do', async () => {
    const [a, b] = [await uploadBy(alice), await uploadBy(alice)];
    const nodeid = await galleryBy(alice, [a]);
    const filedataids = {
      [a]: { title: 'A', displayorder: 2 },
      [b]: { title: 'B', displayorder: 1 },
    };
    await alice.call('content_gallery.updateFromWeb', {
      ...{ nodeid, postdata: { title: 'Form' }, filedataids },
    });
    expect((await full(nodeid)).title).toBe('Form');
    expect(await photosOf(nodeid)).toMatchObject([{ caption: 'B' }, { caption: 'A' }]);
    await alice.content_gallery.updateFromWeb({ nodeid, postdata: { rawtext: 'Text' } });
    expect(await photosOf(nodeid)).toHaveLength(2);
    const bad = { nodeid, postdata: { title: 'T' }, filedataids: { x: { title: 'X' } } };
    expect(await refusalId(alice.call('content_gallery.updateFromWeb', bad))).toBe('invalid_data');
  });

  test.each<[string, () => Promise<[number[], object]>, string]>([
    ['no photo', async () => [[], {}], 'invalid_file'],
    ['a photo of another', async () => [[await uploadBy(bob)], {}], 'invalid_filedata_id'],
    ['what is not there', async () => [[999_999], {}], 'invalid_filedata_id'],
    [
      'too many',
      async () => [Array.from({ length: 21 }, (_, i) => i + 1), {}],
      'too_many_attachments',
    ],
    [
      'a caption that is too long',
      async () => [[await uploadBy(alice)], { captions: ['x'.repeat(1001)] }],
      'invalid_data',
    ],
  ])('with %s is refused, and nothing is left of it', async (_, photos, id) => {
    const [filedataids, data] = await photos();
    const call = alice.call('content_gallery.add', {
      data: { parentid: channel, title: 'T', filedataids: filedataids.join(','), ...data },
    });
    expect(await refusalId(call)).toMatch(filedataids.length === 0 ? /invalid_file|missing/ : id);
    expect(await alice.node.listNodeFullContent({ parentid: channel })).toEqual([]);
  });

  test('shows no photo to those who may get no attachments, and takes none from those who may not', async () => {
    const nodeid = await galleryBy(alice, [await uploadBy(alice)]);
    expect((await full(nodeid, board.guest())).content).not.toHaveProperty('photos');
    const upload = await uploadBy(bob);
    await take('forumpermissions', forumpermissions.canpostattachment);
    expect(await refusalId(galleryBy(bob, [upload]))).toBe('no_permission');
    expect((await full(channel, bob)).content.createpermissions).toMatchObject({
      ...{ Gallery: 0, Link: 1, Video: 1, Poll: 1, Text: 1 },
    });
    expect(await refusalId(linkBy(bob, { filedataid: upload }))).toBe('no_permission');
  });

  test('keeps within the quotas of uploads', async () => {
    const upload = await uploadBy(bob);
    await board.database.transaction((db) => writeOption(db, 'attachlimit', 1));
    await board.running.environment.caches.forgetBoard();
    const nodeid = await galleryBy(bob, [upload]);
    const filedataid = await uploadBy(bob);
    const photo = bob.content_photo.add({ data: { parentid: nodeid, filedataid } });
    expect(await refusalId(photo)).toBe('too_many_attachments');
    await board.database.transaction((db) => writeOption(db, 'attachlimit', 20));
    await board.running.environment.caches.forgetBoard();
  });
});

describe('how many statements a page takes', () => {
  const statements = (perpage: number): Promise<number> =>
    countStatements(board, () => bob.node.listNodeFullContent({ parentid: channel, perpage }));

  test('does not depend on how many posts of each type are on it', async () => {
    for (let index = 0; index < 5; index += 1) {
      for (const make of Object.values(makers)) await make(alice, channel);
      const polloptions = ['A', 'B'];
      const poll = { parentid: channel, title: title(), polloptions, public: true };
      await alice.content_poll.add({ data: poll });
    }
    const few = await statements(4);
    expect(await statements(20)).toBe(few);
    expect(few).toBeLessThanOrEqual(12);
  });
});
