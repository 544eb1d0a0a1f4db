import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Signpost } from '../../src/client/index.ts';
import { manifest } from '../../src/call/manifest.ts';
import { sandboxKey, sandboxPassword } from '../../src/sandbox/credentials.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { named, picture } from '../support/files.ts';
import { workOff } from '../support/outbox.ts';
import { members } from '../support/places.ts';
import { RawApp } from '../support/raw.ts';

let board: TestBoard;
let alice: RawApp;
let admin: RawApp;
let topic: number;
let letter: number;
let album: number;

/** Of everything that is listed there are two at least. */
beforeAll(async () => {
  board = await startBoard();
  const [ofAlice, ofBob] = [await board.login('alice'), await board.login('bob')];
  for (const follow_item of [members.bob, members.mod, members.admin])
    await ofAlice.follow.add({ follow_item });
  const title = 'Night trains once more';
  topic = await ofAlice.content_text.add({ data: { parentid: 14, title, rawtext: 'Which?' } });
  await ofBob.content_text.add({ data: { parentid: 14, title, rawtext: 'Again?' } });
  await ofBob.content_text.add({ data: { parentid: topic, rawtext: 'This one.' } });
  letter = await write(ofBob, 'First');
  await ofAlice.content_privatemessage.add({ data: { parentid: letter, rawtext: 'An answer' } });
  await write(ofBob, 'Second');
  for (const title of ['Older', 'Newer']) album = await addAlbum(ofAlice, title);
  for (const reportnodeid of [topic, 27])
    await ofBob.content_report.add({ data: { reportnodeid, rawtext: 'Look at this' } });
  const profiles = await ofBob.node.fetchVMChannel();
  for (const rawtext of ['Hello', 'Are you there?'])
    await ofBob.content_text.add({
      data: { parentid: profiles, setfor: members.alice, rawtext },
    });
  const nodeids = [await reply(ofAlice, 'Yes'), await reply(ofAlice, 'No')];
  await (await board.login('mod')).node.unapprove({ nodeids });
  await workOff(board);
  alice = await enter('alice');
  admin = await enter('admin');
}, 60_000);
afterAll(async () => {
  await board.stop();
});

async function enter(name: string): Promise<RawApp> {
  const app = await RawApp.init(board.url, sandboxKey);
  await app.post('api_m=user.login', `username=${name}&password=${sandboxPassword(name)}`);
  return app;
}

function write(from: Signpost, title: string): Promise<number> {
  const data = { title, rawtext: `${title} letter`, recipients: ['alice'] };
  return from.content_privatemessage.add({ data });
}

function reply(from: Signpost, rawtext: string): Promise<number> {
  return from.content_text.add({ data: { parentid: topic, rawtext } });
}

async function addAlbum(owner: Signpost, title: string): Promise<number> {
  const filedataids: number[] = [];
  for (const width of [30, 20]) {
    const file = named('a.png', await picture(width, 20));
    filedataids.unshift((await owner.content_attach.uploadPhoto({ file })).filedataid);
  }
  const parentid = await owner.node.fetchAlbumChannel();
  return owner.content_gallery.add({ data: { parentid, title, filedataids } });
}

/** Where the lists are: how to ask, whom to be, and the members of the answer on the way. */
const lists: readonly (readonly [
  method: string,
  query: () => string,
  path?: string,
  by?: () => RawApp,
])[] = [
  ['node.listNodeContent', () => 'parentid=14&depth=1'],
  ['node.listNodeFullContent', () => 'parentid=14&depth=1&options[sort]=newest'],
  ['node.listNodeFullContent', () => `parentid=${topic}&options[include_starter]=1`],
  ['node.fetchActivity', () => 'params[perpage]=5'],
  ['node.fetchChannelNodeTree', () => 'parentid=1', 'channels'],
  ['node.fetchChannelNodeTree', () => 'parentid=1', 'channels first subchannels'],
  ['node.listPendingPostsForCurrentUser', () => '', 'nodes'],
  ['node.getAlbums', () => 'nodeid=0'],
  ['profile.getAlbum', () => 'filters[userid]=3', 'albums'],
  ['content_gallery.getFullContent', () => `nodeid=${album}`, 'first content photos'],
  ['search.getInitialResults', () => 'search_json[sort][title]=asc&perpage=5', 'results'],
  ['search.getChannelTopics', () => 'search_json[channel]=14', 'results'],
  ['search.getRelatedTopics', () => `nodeid=${topic}&count=5`],
  ['search.getChannels', () => ''],
  ['search.getChannels', () => '', 'first subchannels'],
  ['search.getChannels', () => 'flat=1'],
  ['content_privatemessage.listMessages', () => 'data[folderid]=1'],
  ['content_privatemessage.previewMessages', () => '', 'messages'],
  ['content_privatemessage.listNotifications', () => ''],
  ['notification.fetchNotificationsForCurrentUser', () => ''],
  ['content_text.listVisitorMessages', () => 'userid=3'],
  ['follow.getFollowingUsers', () => 'options[filter_sort]=sort_recent', 'users'],
  ['follow.getFollowers', () => 'userid=1', 'users'],
  ['follow.getFollowingContent', () => 'type=follow_members', 'nodes'],
  ['content_report.listReports', () => 'data[sortDir]=DESC', '', () => admin],
];

/** What a list's values are known by. */
function idOf(value: unknown): unknown {
  const { nodeid, notificationid, userid } = value as Record<string, unknown>;
  return notificationid ?? nodeid ?? userid;
}

function follow(answer: unknown, path: string): unknown {
  return path
    .split(' ')
    .filter(Boolean)
    .reduce(
      (value, name) =>
        name === 'first' ? Object.values(value as object)[0] : Reflect.get(value as object, name),
      answer,
    );
}

/** Names that are numbers would be sorted: they get a letter. */
function parseInOrder(body: Buffer): unknown {
  return JSON.parse(body.toString().replaceAll(/"(\d+)":/g, '"n$1":'));
}

describe('a list', () => {
  test.each(lists)('of %s keeps its order', async (method, query, path = '', by = () => alice) => {
    const asked = `api_m=${method}&${query()}`;
    const [typed, untyped] = [await by().get(`${asked}&api_v=100`), await by().get(asked)];
    const list = follow(typed.json, path);
    const map = follow(parseInOrder(untyped.body), path) as Record<string, unknown>;
    expect(list).toBeInstanceOf(Array);
    const ids = (list as unknown[]).map(idOf);
    expect(ids.length).toBeGreaterThan(method.startsWith('follow.getFollowers') ? 0 : 1);
    expect(map).not.toBeInstanceOf(Array);
    expect(Object.keys(map)).toEqual(ids.map((id) => `n${String(id)}`));
    expect(Object.values(map).map(idOf)).toEqual(ids.map(String));
  });
});

/** What is looked up by ids that the caller has named, or has found in another answer. */
const lookUps: ReadonlySet<string> = new Set([
  ...['getFullContent', 'getContent', 'getBareContent', 'getNodeFullContent', 'getNodeContent'],
  ...['getNodes', 'getContentforNodes', 'fetchUnreadCounts'],
  ...['fetchAttachByFiledataids', 'fetchFiledataByid', 'isFollowingContentList.following'],
  ...[
    'fetchAvatars',
    'fetchUsernames',
    'fetchUsers',
    'getNamecardInfoBulk',
    'renderPhrases.phrases',
  ],
  // Names of what other answers have the ids of.
  ...['listFolders', 'getLanguageTitles', 'language.fetchAll', 'getSearchableContentTypes'],
  // Texts name their attachments by ids; their order is `displayorder`.
  'content.attachments',
]);

function isLookUp(place: string): boolean {
  return [...lookUps].some((known) => place.endsWith(`.${known}`) || place === known);
}

test('every other object of ids is for looking things up', async () => {
  const found = new Set<string>();
  for (const { class: name, method, mode, example = '' } of manifest) {
    if (mode !== 'readonly' && name !== 'search') continue;
    for (const app of [alice, admin]) {
      const { json } = await app.get(`api_m=${name}.${method}&${encodeURI(example)}&api_v=100`);
      for (const path of mapsIn(json)) found.add(`${name}.${method}${path}`);
    }
  }
  expect([...found].filter((place) => !isLookUp(place))).toEqual([]);
  expect(found.size).toBeGreaterThan(30);
});

/** Where in an answer the names of an object are all ids. */
function mapsIn(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const names = Object.keys(value);
  const isMap =
    !Array.isArray(value) && names.length > 0 && names.every((one) => /^\d+$/.test(one));
  const below = Object.entries(value).flatMap(([name, member]) =>
    mapsIn(member, `${path}.${isMap || Array.isArray(value) ? '*' : name}`),
  );
  return isMap ? [path, ...below] : below;
}
