import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readMultipart } from '../../src/http/multipart.ts';
import type { Multipart, MultipartLimits, Place } from '../../src/http/multipart-parts.ts';
import { ApiError } from '../../src/errors.ts';
import type { Parsed } from '../../src/protocol/wire.ts';
import type { Upload } from '../../src/protocol/types.ts';
import { parseBoundary, parseDisposition } from '../../src/protocol/disposition.ts';
import { effortOf } from '../support/effort.ts';
import { type Pairs, pairsOf, vectors } from './vectors.ts';

interface MultipartRow {
  readonly content_type: string;
  readonly body_b64: string;
  readonly post: Pairs;
  readonly files: readonly string[];
}

const limits: MultipartLimits = {
  fields: 1000,
  bytes: 100_000,
  files: 3,
  fileBytes: 3_000_000,
  depth: 64,
};
const contentType = 'multipart/form-data; boundary=XX';

let directory: string;
let directoriesAsked: number;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'multipart-'));
  directoriesAsked = 0;
});

afterEach(async () => {
  await rm(directory, { recursive: true });
});

/** As {@link readMultipart}, with all files on the disk. */
interface Stored extends Parsed {
  readonly files: ReadonlyMap<string, Upload>;
}

async function read(
  source: Readable | string,
  own: Partial<MultipartLimits> = {},
  type = contentType,
  place: Place = anywhere,
): Promise<Stored> {
  const stream = typeof source === 'string' ? inChunks(source, 65_536) : source;
  return stored(await readMultipart(stream, type, { ...limits, ...own }, place));
}

function stored({ map, overflow, files }: Multipart): Stored {
  const onDisk = [...files].map(([name, file]): [string, Upload] => {
    if ('path' in file) return [name, file];
    throw new Error(`${name} is not on the disk`);
  });
  return { map, overflow, files: new Map(onDisk) };
}

/** Takes all files, and has room for everything. */
const anywhere: Place = {
  hold: () => undefined,
  store: () => undefined,
  async directory() {
    directoriesAsked++;
    return directory;
  },
};

/** A stream of a byte string in pieces of one size, as a network may cut it. */
function inChunks(bytes: string, size: number): Readable {
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
    Buffer.from(bytes.slice(i * size, (i + 1) * size), 'latin1'),
  );
  return Readable.from(pieces, { objectMode: false });
}

/** Byte by byte, each when the one before it has been read. */
async function* dripping(bytes: string): AsyncGenerator<Buffer> {
  for (const byte of bytes) {
    await new Promise((resolve) => setImmediate(resolve));
    yield Buffer.from(byte, 'latin1');
  }
}

function part(disposition: string, content: string): string {
  return `--XX\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n${content}\r\n`;
}

function file(name: string, content: string, filename = 'x.bin'): string {
  return part(`name="${name}"; filename="${filename}"`, content);
}

describe('body-multipart.jsonl', () => {
  const rows = vectors<MultipartRow>('body-multipart');
  const cases = [1, 7, 65_536].flatMap((size) => rows.map((row) => ({ ...row, size })));
  /** PHP reads nothing of these; they are refused. */
  const refused = /no-boundary|wrong-boundary/;

  test.each(cases)('$title in chunks of $size', async (row) => {
    const body = Buffer.from(row.body_b64, 'base64').toString('latin1');
    const stream = inChunks(body, row.size);
    const reading = read(stream, {}, row.content_type);
    if (refused.test(row.title)) {
      await expect(reading).rejects.toMatchObject({ id: 'invalid_body' });
      return;
    }
    const { map, files } = await reading;
    expect(pairsOf(map)).toEqual(row.post);
    expect([...files.keys()]).toEqual(row.files);
  });
});

describe('files', () => {
  test('are on disk, byte for byte, and named', async () => {
    const content = Array.from({ length: 300_000 }, (_, i) => String.fromCharCode(i % 256)).join(
      '',
    );
    const body =
      file('a.b', content, 'C:\\dir\\caf\xc3\xa9.gif') + part('name="t"', '1') + '--XX--';
    const { map, files } = await read(body);
    const upload = files.get('a_b');
    expect(upload).toMatchObject({ filename: 'café.gif', size: 300_000 });
    expect((await readFile(upload?.path ?? '')).toString('latin1')).toBe(content);
    expect(pairsOf(map)).toEqual([['t', '1']]);
  });

  test.each([10_000, 65_000, 65_536, 100_000, 500_000, 1_000_000])(
    'of %d bytes arrive whole, however they are cut',
    async (size) => {
      const content = 'x\r\n--X'.repeat(size / 6).padEnd(size, 'x');
      for (const chunk of [997, 16_384, 65_536, 2_000_000]) {
        const source = inChunks(file('a', content) + file('b', content) + '--XX--', chunk);
        const { files } = await read(source);
        expect([...files.values()].map((upload) => upload.size)).toEqual([size, size]);
        expect(await readFile(files.get('b')?.path ?? '', 'latin1')).toBe(content);
      }
    },
  );

  test('a slow disk holds the client up instead of filling the memory', async () => {
    const chunk = Buffer.from('x'.repeat(10_000));
    let sent = 0;
    const stream = new Readable({
      read(): void {
        if (sent++ === 0) this.push(file('a', '').slice(0, -2));
        else this.push(sent < 100 ? chunk : null);
      },
    });
    let make: (path: string) => void = () => undefined;
    const made = new Promise<string>((resolve) => {
      make = resolve;
    });
    const reading = read(stream, {}, contentType, { ...anywhere, directory: () => made });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(sent).toBeLessThan(30);
    make(directory);
    expect((await reading).files.get('a')?.size).toBe(980_000);
  });

  test('a directory is asked for only for files', async () => {
    await read(part('name=a', '1'));
    expect(directoriesAsked).toBe(0);
    await read(file('a', '1') + file('b', '2'));
    expect(directoriesAsked).toBe(2);
  });

  test('whether they may be kept is asked when all fields before them are there', async () => {
    const asked: Pairs[] = [];
    const place: Place = {
      ...anywhere,
      async directory(fields) {
        asked.push(pairsOf(fields));
        return fields.has('b') ? directory : undefined;
      },
    };
    const body =
      part('name=a', '1') + file('x', 'held') + part('name=b', '2') + file('y', 'kept') + '--XX--';
    for (const size of [1, 65_536]) {
      asked.length = 0;
      const { files } = await readMultipart(inChunks(body, size), contentType, limits, place);
      expect(asked).toEqual([
        [['a', '1']],
        [
          ['a', '1'],
          ['b', '2'],
        ],
      ]);
      expect(files.get('x')).toEqual({ filename: 'x.bin', bytes: Buffer.from('held') });
      expect(files.get('y')).toMatchObject({ filename: 'x.bin', size: 4 });
    }
    expect(await readdir(directory)).toHaveLength(2);
  });

  test('in memory, names and fields share one limit, however small the pieces are', async () => {
    const held: Place = { ...anywhere, directory: async () => undefined };
    const body = file('a', 'x'.repeat(500)) + part('name=bcd', 'y'.repeat(497)) + '--XX--';
    const reading = (bytes: number): Promise<Multipart> =>
      readMultipart(inChunks(body, 1), contentType, { ...limits, bytes }, held);
    expect((await reading(1000)).map.get('bcd')).toHaveLength(497);
    await expect(reading(999)).rejects.toMatchObject({ id: 'request_too_large', args: [999] });
  });

  test('memory that is not there is not taken', async () => {
    const full: Place = {
      ...anywhere,
      hold: () => {
        throw new ApiError('toobusy');
      },
    };
    const reading = readMultipart(inChunks(part('name=a', 'x'), 9), contentType, limits, full);
    await expect(reading).rejects.toMatchObject({ id: 'toobusy' });
  });

  test.each<[string, string]>([
    ['a field', part('name=a', 'x'.repeat(500)) + '--XX--'],
    ['lines that end with LF', (part('name=a', 'x'.repeat(500)) + '--XX--').replaceAll('\r', '')],
  ])('each piece of %s costs memory beside its bytes', async (_, body) => {
    let held = 0;
    const place: Place = {
      ...anywhere,
      hold: (bytes) => {
        held += bytes;
      },
    };
    await readMultipart(Readable.from(dripping(body)), contentType, limits, place);
    expect(held).toBeGreaterThan(50_000);
  });

  test('of two with the same name the last one stays', async () => {
    const { files } = await read(file('a', 'first') + file('a', 'second'));
    expect(await readFile(files.get('a')?.path ?? '', 'utf8')).toBe('second');
    expect(await readdir(directory)).toHaveLength(1);
  });

  test('without a usable name are skipped', async () => {
    const { files } = await read(file('', 'x') + part('filename="y"', 'z') + file('a', '1'));
    expect([...files.keys()]).toEqual(['a']);
    expect(await readdir(directory)).toHaveLength(1);
  });

  test('control over the path is not given to the client', async () => {
    const { files } = await read(file('a', '1', '../../etc/passwd'));
    expect(files.get('a')?.filename).toBe('passwd');
    expect(files.get('a')?.path.startsWith(directory)).toBe(true);
  });
});

describe('refusals leave nothing on disk', () => {
  const big = 'x'.repeat(2000);
  const fields = (count: number): string =>
    Array.from({ length: count }, (_, i) => part(`name=f${i}`, '1')).join('');

  test.each<[string, string, Partial<MultipartLimits>, string, (string | number)[]]>([
    [
      'a file that is too large',
      file('a', big),
      { fileBytes: 1000 },
      'upload_file_exceeds_limit',
      [1000],
    ],
    [
      'files that are too large together',
      file('a', big) + file('b', big),
      { fileBytes: 3000 },
      'upload_file_exceeds_limit',
      [3000],
    ],
    [
      'a field that is too large',
      file('a', 'x') + part('name=b', big),
      { bytes: 1000 },
      'request_too_large',
      [1000],
    ],
    [
      'a name that is too large',
      file('a', 'x') + part(`name=${big}`, 'x'),
      { bytes: 1000 },
      'request_too_large',
      [1000],
    ],
    [
      'what lies around the parts',
      file('a', 'x') + `--XX--${'x'.repeat(500_000)}`,
      {},
      'request_too_large',
      [100_000],
    ],
    [
      'too many files',
      file('a', 'x') + file('b', 'x'),
      { files: 1 },
      'invalid_body',
      ['more than 1 files'],
    ],
    [
      'far too many parts',
      file('a', 'x') + fields(100),
      { fields: 10 },
      'too_many_parameters',
      [10],
    ],
    [
      'a file in a list',
      file('b', 'x') + file('a[]', 'x'),
      {},
      'invalid_body',
      ['a file cannot be in a list'],
    ],
    [
      'a long header',
      file('b', 'x') + part(`name="${'n'.repeat(20_000)}"`, 'x'),
      {},
      'invalid_body',
      ['the header of a part is too long'],
    ],
    [
      'a large body with bare LF',
      file('b', 'x'.repeat(2_000_000)).replaceAll('\r', ''),
      {},
      'invalid_body',
      ['its lines do not end with CR LF'],
    ],
  ])('%s', async (_, body, own, id, args) => {
    for (const size of [100, 65_536]) {
      await expect(read(inChunks(body, size), own)).rejects.toMatchObject({ id, args });
      expect(await readdir(directory)).toEqual([]);
    }
  });

  test('a client that goes away', async () => {
    const stream = new Readable({ read: () => undefined });
    stream.push(Buffer.from(file('a', big) + file('b', big).slice(0, -100)));
    const reading = read(stream);
    setTimeout(() => stream.destroy(new Error('gone')), 50);
    await expect(reading).rejects.toThrow('gone');
    expect(await readdir(directory)).toEqual([]);
  });

  test('a stream that is destroyed without an error', async () => {
    const stream = new Readable({ read: () => undefined });
    stream.push(Buffer.from(file('a', big).slice(0, -100)));
    const reading = read(stream);
    setTimeout(() => stream.destroy(), 50);
    await expect(reading).rejects.toThrow();
    expect(await readdir(directory)).toEqual([]);
  });

  test('a directory that cannot be made or written', async () => {
    const body = file('a', 'x'.repeat(500_000)) + file('b', 'x');
    const failing = async (): Promise<string> => Promise.reject(new Error('no disk'));
    const reading = read(body, {}, contentType, { ...anywhere, directory: failing });
    await expect(reading).rejects.toThrow('no disk');
    const missing = async (): Promise<string> => join(directory, randomUUID());
    const writing = read(body, {}, contentType, { ...anywhere, directory: missing });
    await expect(writing).rejects.toThrow('ENOENT');
  });

  test('the stream is left open, so that the refusal can be answered', async () => {
    const stream = inChunks(file('a', 'x'.repeat(500_000)), 1000);
    await expect(read(stream, { fileBytes: 1000 })).rejects.toThrow();
    expect(stream.destroyed).toBe(false);
  });
});

describe('overflow', () => {
  test('more fields than PHP takes', async () => {
    const body = part('name=a', '1') + part('name=b', '2') + part('name=c', '3');
    const { map, overflow } = await read(body, { fields: 2 });
    expect([...map.keys()]).toEqual(['a', 'b']);
    expect(overflow).toBe('variables');
  });

  test('deeper than PHP goes', async () => {
    const { map, overflow } = await read(part('name="a[b][c]"', '1'), { depth: 1 });
    expect(map.size).toBe(0);
    expect(overflow).toBe('depth');
  });
});

describe('hostile bodies', () => {
  test.each<[name: string, body: (times: number) => string, chunk: number]>([
    [
      'half boundaries in a text',
      (times) => part('name=a', '\r\n--X'.repeat(times)) + '\r\n--XX'.repeat(900),
      3,
    ],
    ['half boundaries and nothing else', (times) => '\r\n--X'.repeat(times) + '\r\n--XX', 1],
  ])('%s take no longer than their length says', async (_, body, chunk) => {
    const effort = (times: number): Promise<number> =>
      effortOf(() => read(inChunks(body(times), chunk), { bytes: 3_000_000 }));
    const short = await effort(2_500);
    // Sixteen times as long; quadratic work would be 256 times as much.
    expect(await effort(40_000)).toBeLessThan(32 * short);
  });

  test('names of many quotation marks or brackets end', async () => {
    const { map } = await read(
      part(`name=${'"\\'.repeat(4000)}`, '') + part(`name="${'a[b]'.repeat(3000)}"`, ''),
    );
    expect(map.size).toBeLessThanOrEqual(2);
  });

  test.each([
    ['a boundary cut at the end', part('name=a', '1') + '--X', [['a', '1']]],
    ['one dash after the boundary', part('name=a', '1') + '--XX-', [['a', '1']]],
    ['a part that ends in its header', part('name=a', '1') + '--XX\r\nContent-Dispo', [['a', '1']]],
    [
      'boundaries after the end',
      part('name=a', '1') + '--XX--\r\n--XX\r\n\r\n--XX--',
      [['a', '1']],
    ],
    ['an empty part', '--XX\r\n--XX\r\n\r\n' + part('name=a', '1'), [['a', '1']]],
    ['a header without a colon', '--XX\r\nhello\r\n\r\nx\r\n' + part('name=a', '1'), [['a', '1']]],
  ])('%s', async (_, body, expected) => {
    for (const size of [1, 2, 3, 5, 1000]) {
      const { map } = await read(inChunks(body, size));
      expect(pairsOf(map)).toEqual(expected);
    }
  });

  test.each(['é', 'b'.repeat(201)])('the boundary %.10s is refused', async (boundary) => {
    const reading = read(inChunks('', 1), {}, `multipart/form-data; boundary=${boundary}`);
    await expect(reading).rejects.toMatchObject({ id: 'invalid_body' });
  });
});

describe('headers', () => {
  test.each([
    ['form-data; name="a"; filename="b"', 'a', 'b'],
    ["form-data; name='a\"b'; filename='\\\\'", 'a"b', '\\'],
    ['form-data; name="a\\"b;c=d"', 'a"b;c=d', undefined],
    ['form-data;;name==a b; filename=', 'a', ''],
    ['form-data; name=a; name', 'a', undefined],
    ['form-data; name="unclosed', 'unclosed', undefined],
    ["form-data; filename*=UTF-8''x; name*=y", undefined, 'x'],
    ["form-data; name=f; filename*=utf-8''%E6%9D%B1.jpg", 'f', '\xe6\x9d\xb1.jpg'],
    ["form-data; name=f; filename*=ISO-8859-1'de'%FC.txt", 'f', '\xc3\xbc.txt'],
    ["form-data; name=f; filename*=UTF-8''b%20c; filename=a", 'f', 'a'],
    ["form-data; name=f; filename*=UTF-8''%zz", 'f', ''],
    ["form-data; name=f; filename*=KOI8-R''x", 'f', ''],
    ['', undefined, undefined],
  ])('%s', (header, name, filename) => {
    expect(parseDisposition(header)).toEqual({ name, filename });
  });

  test.each([
    ['multipart/form-data; boundary=XX', 'XX'],
    ['multipart/form-data; boundary="X;X"; charset=utf-8', 'X;X'],
    ['multipart/form-data; BOUNDARY=XX, other', 'XX'],
    ['multipart/form-data; boundary="XX', undefined],
    ['multipart/form-data; boundary=', undefined],
    ['multipart/form-data; boundary', undefined],
    ['', undefined],
  ])('%s', (header, boundary) => {
    expect(parseBoundary(header)).toBe(boundary);
  });
});
