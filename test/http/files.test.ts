import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Signpost } from '../../src/client/index.ts';
import type { FileInfo } from '../../src/generated/api.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { archive, named, picture, rawRequest } from '../support/files.ts';
import { FakeS3 } from '../support/s3.ts';

// A server that many tests share may take its time.
jest.setTimeout(60_000);

const text = '0123456789';

describe.each(['a folder', 'a bucket'])('files from %s', (kind) => {
  let s3: FakeS3;
  let board: TestBoard;
  let alice: Signpost;
  let file: FileInfo;
  beforeAll(async () => {
    s3 = await FakeS3.start();
    const settings = { BASE_PATH: '/forum', ...(kind === 'a bucket' && { FILES_URL: s3.url }) };
    board = await startBoard(settings);
    alice = await board.login('alice');
    file = await alice.content_attach.upload({ file: named('Grüße (1).txt', text) });
  });
  afterAll(async () => {
    await board.stop();
    await s3.stop();
  });

  test('a file is sent whole, to be downloaded and never to be run', async () => {
    expect(file.url.startsWith(`${board.url}/filedata/fetch?`)).toBe(true);
    const { status, headers, body } = await rawRequest(file.url);
    expect([status, body.toString()]).toEqual([200, text]);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'content-length': '10',
      'content-disposition': `attachment; filename="Gr??e (1).txt"; filename*=UTF-8''Gr%C3%BC%C3%9Fe%20%281%29.txt`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'accept-ranges': 'bytes',
    });
    expect(headers.get('cache-control')).toMatch(/^private, max-age=\d+$/);
    expect(headers.get('etag')).toMatch(/^"[0-9a-f]{32}"$/);
  });

  test('HEAD tells the same without the file', async () => {
    const get = await rawRequest(file.url);
    const head = await rawRequest(file.url, {}, 'HEAD');
    expect(head.body).toHaveLength(0);
    const same = (headers: ReadonlyMap<string, string>) =>
      [...headers].filter(([name]) => !/^(date|cache-control|x-request-id)$/.test(name)).sort();
    expect(same(head.headers)).toEqual(same(get.headers));
  });

  test.each([
    ['bytes=0-3', '0123', 'bytes 0-3/10'],
    ['bytes=4-', '456789', 'bytes 4-9/10'],
    ['bytes=-3', '789', 'bytes 7-9/10'],
    ['bytes=-100', text, 'bytes 0-9/10'],
    ['bytes=9-100', '9', 'bytes 9-9/10'],
    ['bytes=0-0', '0', 'bytes 0-0/10'],
  ])('the range %s is sent alone', async (range, expected, contentRange) => {
    const { status, headers, body } = await rawRequest(file.url, { Range: range });
    expect([status, body.toString(), headers.get('content-range')]).toEqual([
      206,
      expected,
      contentRange,
    ]);
    expect(headers.get('content-length')).toBe(String(expected.length));
  });

  test.each(['bytes=10-', 'bytes=100-200', 'bytes=-0'])(
    'the range %s is not there',
    async (range) => {
      const { status, headers, body } = await rawRequest(file.url, { Range: range });
      expect([status, headers.get('content-range'), body.length]).toEqual([416, 'bytes */10', 0]);
    },
  );

  test.each(['bytes=0-1,3-4', 'bytes=0-1, 8-', 'lines=1-2', 'bytes=5-2', 'bytes=', 'nonsense'])(
    'the range %s is answered with the whole file',
    async (range) => {
      const { status, body } = await rawRequest(file.url, { Range: range });
      expect([status, body.toString()]).toEqual([200, text]);
    },
  );

  test('what the client has already is not sent again', async () => {
    const etag = (await rawRequest(file.url)).headers.get('etag') ?? '';
    for (const match of [etag, `"other", ${etag}`, `W/${etag}`, '*']) {
      const { status, body } = await rawRequest(file.url, { 'If-None-Match': match });
      expect([status, body.length]).toEqual([304, 0]);
    }
    expect((await rawRequest(file.url, { 'If-None-Match': '"other"' })).status).toBe(200);
  });

  test('a part is only sent of the file that the client knows', async () => {
    const etag = (await rawRequest(file.url)).headers.get('etag') ?? '';
    const Range = 'bytes=0-1';
    expect((await rawRequest(file.url, { Range, 'If-Range': etag })).status).toBe(206);
    expect((await rawRequest(file.url, { Range, 'If-Range': '"other"' })).status).toBe(200);
  });

  test('a URL that is changed in any part opens nothing', async () => {
    const url = new URL(file.url);
    const changes: Record<string, string> = {
      filedataid: String(file.filedataid + 1),
      id: '1',
      type: 'thumb',
      expires: '4000000000',
      sig: '0'.repeat(64),
    };
    for (const [name, value] of Object.entries(changes)) {
      const changed = new URL(url);
      changed.searchParams.set(name, value);
      expect((await rawRequest(changed.href)).status).toBe(403);
      changed.searchParams.delete(name);
      if (name !== 'id') expect((await rawRequest(changed.href)).status).toBe(403);
    }
    for (const query of [
      '',
      '?',
      '?sig',
      '?filedataid[]=1',
      `${url.search}x`,
      '?%ff=%ff&sig=%00',
    ]) {
      expect((await rawRequest(`${url.origin}${url.pathname}${query}`)).status).toBe(403);
    }
    expect((await rawRequest(file.url, {}, 'POST')).status).toBe(404);
  });

  test('a URL ends, and stays the same until clients should have a new one', async () => {
    const again = await alice.filedata.fetchImageByFiledataid({ id: file.filedataid });
    expect(again.url).toBe(file.url);
    board.tick(86_400);
    const refused = await rawRequest(file.url);
    expect(refused.status).toBe(403);
    expect(refused.headers.get('cache-control')).toBe('no-store');
    const renewed = await alice.filedata.fetchImageByFiledataid({ id: file.filedataid });
    expect((await rawRequest(renewed.url)).status).toBe(200);
    board.tick(-86_400);
  });

  test('a picture is shown in place, in the sizes there are, under names of their own', async () => {
    const bytes = await picture(400, 300);
    const { filedataid } = await alice.content_attach.upload({ file: named('a.png', bytes) });
    const get = async (type: 'thumb' | 'large' | 'full') => {
      const { url } = await alice.filedata.fetchImageByFiledataid({ id: filedataid, type });
      return rawRequest(url);
    };
    const [thumb, large, full] = [await get('thumb'), await get('large'), await get('full')];
    expect(thumb.headers.get('content-disposition')).toContain('inline; filename=a-thumb.jpg');
    expect(thumb.headers.get('content-type')).toBe('image/jpeg');
    expect(thumb.headers.get('etag')).not.toBe(full.headers.get('etag'));
    expect(large.body.equals(bytes)).toBe(true);
    expect(full.body.equals(bytes)).toBe(true);
  });

  test('an empty range of a long file ends with it, and a broken connection breaks nothing else', async () => {
    const long = await alice.content_attach.upload({
      file: named('long.txt', 'x'.repeat(3_000_000)),
    });
    const aborted = new AbortController();
    const response = await fetch(long.url, { signal: aborted.signal });
    await response.body?.getReader().read();
    aborted.abort();
    expect((await rawRequest(long.url, { Range: 'bytes=-5' })).body.toString()).toBe('xxxxx');
  });

  test('a stored file that is gone is not found', async () => {
    const lost = await alice.content_attach.upload({ file: named('a.zip', archive()) });
    const { storage } = board.running.environment.files;
    const [row] = await board.database
      .reader()
      .all<{ storedfileid: number; filehash: string }>(
        'select s.* from storedfile s join filedata f on f.storedfileid = s.storedfileid where filedataid = ?',
        [lost.filedataid],
      );
    const { storageKey } = await import('../../src/library/files/filedata.ts');
    await storage.remove(storageKey(row ?? { storedfileid: 0, filehash: '' }));
    const { status, headers } = await rawRequest(lost.url);
    expect([status, headers.get('etag'), headers.get('content-disposition')]).toEqual([
      404,
      undefined,
      undefined,
    ]);
  });

  test('the default avatars are there for everybody, and nothing beside them', async () => {
    const avatars = await board.guest().profile.getDefaultAvatars();
    expect(avatars.length).toBeGreaterThan(3);
    for (const { avatarpath } of avatars) {
      const { status, headers } = await rawRequest(avatarpath);
      expect([status, headers.get('content-type')]).toEqual([200, 'image/png']);
    }
    const [first] = avatars;
    for (const name of [
      'avatar_999.png',
      'avatar_0.gif',
      '..%2f..%2fpackage.json',
      'constructor',
    ]) {
      const url = first?.avatarpath.replace('avatar_0.png', name) ?? '';
      expect((await rawRequest(url)).status).toBe(404);
    }
  });
});

describe('a bucket', () => {
  test('gets each file once and is asked for the range alone; when it is full, the upload is refused', async () => {
    const s3 = await FakeS3.start();
    const board = await startBoard({ FILES_URL: s3.url });
    const alice = await board.login('alice');
    const file = await alice.content_attach.upload({ file: named('a.txt', text) });
    await alice.content_attach.upload({ file: named('b.txt', text) });
    expect(s3.requests.filter((line) => line.startsWith('PUT'))).toHaveLength(1);
    expect([...s3.objects.keys()][0]).toMatch(/^\/bucket\/[0-9a-f]{2}\/[0-9a-f]{64}-\d+$/);
    s3.requests.length = 0;
    await rawRequest(file.url, { Range: 'bytes=2-5' });
    expect(s3.requests.at(-1)).toMatch(/^GET .* bytes=2-5$/);
    s3.full = true;
    const refused = alice.content_attach.upload({ file: named('c.txt', 'other') });
    await expect(refused).rejects.toMatchObject({ id: 'upload_writefile_failed' });
    expect(board.logs.some((line) => line.includes('a file could not be stored'))).toBe(true);
    s3.full = false;
    const file2 = await alice.content_attach.upload({ file: named('c.txt', 'other') });
    expect((await rawRequest(file2.url)).body.toString()).toBe('other');
    await board.stop();
    await s3.stop();
  });
});
