import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { named, picture } from '../support/files.ts';
import { wireAnswer } from '../support/nodes.ts';
import {
  at,
  type Fields,
  javaEncode,
  type Json,
  lacks,
  list,
  number,
  queryOf,
  sorted,
  startBoard,
  sum,
  type TestBoard,
  text,
  unlike,
  url,
  whole,
  WireClient,
} from './client.ts';

/** An app that shows galleries, and says which version of the API it was written for. */
class Viewer extends WireClient {
  async init(): Promise<this> {
    const who = { clientname: 'viewer', clientversion: '1', platformname: 'x', uniqueid: unlike() };
    const fields = { api_m: 'api_init', platformversion: '1', ...who };
    this.keep(await this.get(queryOf(fields, javaEncode)));
    return this;
  }

  call(method: string, fields: Fields = {}): Promise<Json> {
    const { api_v, ...rest } = fields;
    const signed = queryOf(sorted({ ...rest, api_m: method }), javaEncode);
    const { token, clientid } = this.keys;
    const version: Fields = api_v === undefined ? {} : { api_v };
    const own = { api_c: clientid, api_s: token, api_sig: sum(signed, this.keys), ...version };
    return this.get(`${signed}&${queryOf(own, javaEncode)}`);
  }
}

const FORUM = 14;
const captions = ['Narrow', 'Middle', 'Wide'];

let board: TestBoard;
let guest: Viewer;
let alice: Viewer;
let gallery: number;
/** The uploads from the first one on: the last of them is shown first. */
let filedataids: number[];
beforeAll(async () => {
  board = await startBoard();
  const app = await board.login('alice');
  filedataids = [];
  for (const width of [30, 20, 10]) {
    const file = named(`${width}.png`, await picture(width, 20));
    filedataids.push((await app.content_attach.uploadPhoto({ file })).filedataid);
  }
  const shown = [...filedataids].reverse();
  const data = { parentid: FORUM, title: 'Sunsets', filedataids: shown, captions };
  gallery = await app.content_gallery.add({ data });
  guest = await new Viewer(board).init();
  alice = await new Viewer(board).init();
  await alice.login('alice');
});
afterAll(async () => {
  await board.stop();
});

/** What the gallery's `content` is in an answer of nodes by their ids. */
function contentOf(answer: Json): Json {
  return at((answer as Record<string, Json>)[gallery] ?? '', 'content');
}

/** What all versions tell of a photo. @param place where it is shown, from 0 on */
function expectPhoto(photo: Json, place: number): void {
  expect(text(photo, 'caption')).toBe(captions[place]);
  expect(whole(photo, 'width')).toBe([10, 20, 30][place]);
  expect(whole(photo, 'filedataid')).toBe([...filedataids].reverse()[place]);
  url(photo, 'url');
}

test('the photos of a gallery are a map by id in old versions, in the order of the text', async () => {
  for (const version of [{}, { api_v: 7 }]) {
    const method = 'node.getNodeFullContent';
    const content = contentOf(await alice.call(method, { nodeid: gallery, ...version }));
    expect(at(content, 'photocount')).toBe('3');
    const photos = Object.entries(at(content, 'photos'));
    expect(photos).toHaveLength(3);
    for (const [id, photo] of photos as [string, Json][]) {
      expect(text(photo, 'nodeid')).toBe(id);
      expectPhoto(photo, captions.indexOf(text(photo, 'caption')));
    }
    const member = await board.login('alice');
    const wire = await wireAnswer(board, member, method, { nodeid: gallery, ...version });
    const shown = wire.slice(wire.indexOf('"photos":')).matchAll(/"caption":"(\w+)"/g);
    expect([...shown].map(([, caption]) => caption)).toEqual(captions);
  }
});

test('the photos of a gallery are a list in typed versions', async () => {
  const answer = await alice.call('node.getNodeFullContent', { nodeid: gallery, api_v: 100 });
  const content = contentOf(answer);
  expect(at(content, 'photocount')).toBe(3);
  const photos = list(content, 'photos');
  expect(photos).toHaveLength(3);
  photos.forEach(expectPhoto);
  for (const photo of photos) {
    number(photo, 'nodeid');
    url(photo, 'thumburl');
  }
});

test('the photos of a gallery are a list in the names of vBulletin 4', async () => {
  const answer = await alice.call('showthread', { threadid: gallery });
  const [post = ''] = list(answer, 'response.postbits');
  expect(whole(post, 'post.photocount')).toBe(3);
  const photos = list(post, 'post.photos');
  expect(photos).toHaveLength(3);
  photos.forEach(expectPhoto);
  for (const photo of photos) url(photo, 'thumbnailurl');
});

test('a caller who may not get them is told how many there are', async () => {
  const answer = await guest.call('node.getNodeFullContent', { nodeid: gallery });
  expect(whole(contentOf(answer), 'photocount')).toBe(3);
  expect(lacks(contentOf(answer), 'photos')).toBe(true);
  const thread = await guest.call('showthread', { threadid: gallery });
  const [post = ''] = list(thread, 'response.postbits');
  expect(whole(post, 'post.photocount')).toBe(3);
  expect(lacks(post, 'post.photos')).toBe(true);
});
