import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { named, picture } from '../support/files.ts';
import {
  at,
  type Fields,
  javaEncode,
  type Json,
  lacks,
  list,
  messageId,
  multipart,
  queryOf,
  sorted,
  startBoard,
  sum,
  type TestBoard,
  text,
  unlike,
  url,
  WireClient,
  whole,
} from './client.ts';

/** An app with albums: it makes one, uploads into it, and shows it. */
class Gallery extends WireClient {
  async enter(name: string): Promise<this> {
    const who = { clientname: 'albums', clientversion: '1', platformname: 'x', uniqueid: unlike() };
    this.keep(
      await this.get(queryOf({ api_m: 'api_init', platformversion: '1', ...who }, javaEncode)),
    );
    const login = { vb_login_username: name, vb_login_password: `${name}-password` };
    if (name !== '')
      expect(messageId(await this.call('login_login', login))).toBe('redirect_login');
    return this;
  }

  call(method: string, fields: Fields = {}): Promise<Json> {
    const signed = queryOf(sorted({ ...fields, api_m: method }), javaEncode);
    const { token, clientid } = this.keys;
    const own = { api_c: clientid, api_s: token, api_sig: sum(signed, this.keys) };
    return this.get(`${signed}&${queryOf(own, javaEncode)}`);
  }
}

let board: TestBoard;
let alice: Gallery;
let bob: Gallery;
beforeAll(async () => {
  board = await startBoard();
  alice = await new Gallery(board).enter('alice');
  bob = await new Gallery(board).enter('bob');
});
afterAll(async () => {
  await board.stop();
});

const words = (): Fields => ({
  title: `Album ${unlike()}`,
  description: `By the [b]sea[/b] ${unlike()}`,
});

async function makeAlbum(fields: Fields = {}): Promise<string> {
  const json = await alice.call('album_updatealbum', {
    ...words(),
    albumtype: 'public',
    ...fields,
  });
  expect(at(json, 'response.errormessage')).toEqual(['redirect_updatethanks']);
  return text(json, 'response.albumid');
}

/** Uploads as K does: a file part in a form that is not signed. */
async function upload(posthash: string, size: number): Promise<void> {
  const { token, clientid } = alice.keys;
  const own = { api_c: clientid, api_s: token, api_sig: sum('', alice.keys), posthash };
  const parts = multipart({ ...own, api_m: 'newattachment_manageattach' });
  const boundary = parts.body.split('\r\n', 1)[0] ?? '';
  const { bytes } = named('a.png', await picture(size, 20));
  const head = `${boundary}\r\nContent-Disposition: form-data; name="attachment"; filename="a.png"\r\n\r\n`;
  const answer = await fetch(`${board.url}/api.php`, {
    method: 'POST',
    headers: parts.headers,
    body: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n${parts.body}`)]),
  });
  url((await answer.json()) as Json, 'response.attachment.thumbnailurl');
}

async function fillAlbum(albumid: string, sizes: readonly number[]): Promise<void> {
  const posthash = unlike();
  for (const size of sizes) await upload(posthash, size);
  await makeAlbum({ albumid, posthash });
}

describe('albums', () => {
  test('are made empty, filled with uploads, and shown page by page', async () => {
    const albumid = await makeAlbum();
    const empty = await bob.call('album_album', { albumid });
    expect(text(empty, 'response.albuminfo.description')).toMatch(/^By the sea/);
    expect(at(empty, 'response.albuminfo')).toMatchObject({
      ...{ albumid, picturecount: '0', state: 'public' },
      ...{ username: 'alice' },
    });
    expect(list(empty, 'response.picturebits')).toEqual([]);
    expect(lacks(empty, 'response.albuminfo.coverurl')).toBe(true);
    await fillAlbum(albumid, [41, 42, 43]);
    const page = await bob.call('album_album', { albumid, perpage: 2, pagenumber: 2 });
    expect(whole(page, 'response.albuminfo.picturecount')).toBe(3);
    expect(list(page, 'response.picturebits')).toHaveLength(1);
    const shown = 'response.picturebits.0.picture';
    url(page, `${shown}.pictureurl`);
    url(page, `${shown}.thumbnailurl`);
    expect(text(page, `${shown}.caption`)).toBe('');
    expect(whole(page, 'response.pagenav.totalpages')).toBe(2);
    expect(text(page, 'response.userinfo.username')).toBe('alice');
    expect(whole(page, 'show.add_picture_option')).toBe(0);
    expect(whole(await alice.call('album_album', { albumid }), 'show.add_picture_option')).toBe(1);
  });

  test('show each picture with its place, and the comments on the album', async () => {
    const albumid = await makeAlbum();
    await fillAlbum(albumid, [51, 52]);
    const bits = list(await bob.call('album_album', { albumid }), 'response.picturebits');
    const [first = '', second = ''] = bits.map((bit) => text(bit, 'picture.attachmentid'));
    const comments: number[] = [];
    for (const one of [bob, alice, bob]) {
      const said = await one.call('newreply_postreply', { threadid: albumid, message: unlike() });
      comments.push(whole(said, 'show.postid'));
    }
    const [, , commentid = 0] = comments;
    const asked = { albumid, attachmentid: second, perpage: 1, commentid };
    const json = await alice.call('album_picture', asked);
    expect(text(json, 'response.pictureinfo.attachmentid')).toBe(second);
    expect(at(json, 'response.pic_location')).toEqual({
      ...{ picposition: '2', total: '2', prevattachmentid: first, nextattachmentid: '0' },
    });
    const comment = 'response.picturecommentbits.0.comment';
    expect(whole(json, `${comment}.commentid`)).toBe(commentid);
    expect(text(json, `${comment}.username`)).toBe('bob');
    expect(whole(json, 'response.pagenav.pagenumber')).toBe(3);
    const wrong = await bob.call('album_picture', { albumid, attachmentid: albumid });
    expect(messageId(wrong)).toBe('invalid_attachment_id');
  });

  test('of a member are listed', async () => {
    const albumid = await makeAlbum();
    await fillAlbum(albumid, [71, 72]);
    const json = await bob.call('album_user', { u: 3, perpage: 1 });
    expect(text(json, 'response.albumbits.0.album.albumid')).toBe(albumid);
    expect(text(json, 'response.userinfo.username')).toBe('alice');
    expect(whole(json, 'response.albumbits.0.album.picturecount')).toBe(2);
    url(json, 'response.albumbits.0.album.coverurl');
    expect(whole(json, 'response.pagenav.totalpages')).toBe(whole(json, 'response.albumcount'));
    expect(whole(json, 'show.add_album_option')).toBe(0);
    const own = await alice.call('album_user');
    expect(text(own, 'response.albumbits.0.album.albumid')).toBe(albumid);
    expect(whole(own, 'show.add_album_option')).toBe(1);
    const nobody = await bob.call('album_user', { userid: 999_999 });
    expect(at(nobody, 'response.errormessage')).toEqual(['invalidid', 'user']);
  });

  test('can be private, and stay so until their owner says otherwise', async () => {
    const albumid = await makeAlbum({ albumtype: 'private' });
    const hidden = async (): Promise<boolean> => {
      const json = await bob.call('album_album', { albumid });
      if (lacks(json, 'response.errormessage')) return false;
      expect(at(json, 'response.errormessage')).toEqual(['invalidid', 'album']);
      return true;
    };
    const state = async () =>
      text(await alice.call('album_album', { albumid }), 'response.albuminfo.state');
    expect([await hidden(), await state()]).toEqual([true, 'private']);
    await makeAlbum({ albumid, albumtype: '' });
    await makeAlbum({ albumid, albumtype: 'profile' });
    expect(await hidden()).toBe(true);
    await makeAlbum({ albumid, albumtype: 'public' });
    expect([await hidden(), await state()]).toEqual([false, 'public']);
    const nodeid = Number(albumid);
    const app = await board.login('alice');
    await app.content_gallery.update({ nodeid, data: { viewperms: 1 } });
    await makeAlbum({ albumid, albumtype: 'public' });
    expect((await app.node.getNode({ nodeid })).viewperms).toBe(1);
    await makeAlbum({ albumid, albumtype: 'private' });
    expect(await hidden()).toBe(true);
  });

  test('are changed by their owner alone, and nothing else is an album', async () => {
    const albumid = await makeAlbum();
    const change = { ...words(), albumid, albumtype: 'public' };
    expect(messageId(await bob.call('album_updatealbum', change))).toBe('nopermission_loggedin');
    const guest = await new Gallery(board).enter('');
    expect(messageId(await guest.call('album_updatealbum', words()))).toBe(
      'nopermission_loggedout',
    );
    const kind = await alice.call('album_updatealbum', { ...change, albumtype: 'secret' });
    expect(messageId(kind)).toBe('invalid_parameter');
    const app = await board.login('alice');
    const data = { parentid: 14, title: 'A topic', rawtext: unlike() };
    const topic = await app.content_text.add({ data });
    const file = named('a.png', await picture(61, 20));
    const { filedataid } = await app.content_attach.uploadPhoto({ file });
    const pictures = { parentid: 14, title: 'A gallery', filedataids: [filedataid] };
    const gallery = await app.content_gallery.add({ data: pictures });
    for (const [method, fields] of [
      ['album_album', {}],
      ['album_picture', { attachmentid: 1 }],
      ['album_updatealbum', words()],
    ] as const) {
      for (const other of [topic, gallery]) {
        const json = await alice.call(method, { ...fields, albumid: other });
        expect(at(json, 'response.errormessage')).toEqual(['invalidid', 'album']);
      }
    }
    expect(at(await alice.call('album_album'), 'response.errormessage')).toEqual(['noid', 'album']);
  });

  test('without a description have none', async () => {
    const albumid = await makeAlbum({ description: '' });
    const json = await bob.call('album_album', { albumid });
    expect(text(json, 'response.albuminfo.description')).toBe('');
  });
});
