import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import sharp from 'sharp';
import { openImages } from '../../src/storage/images.ts';
import { effortOf } from '../support/effort.ts';
import { tidy } from '../../src/storage/tidy.ts';
import { box, fullBox, heic, movie, picture, pngChunk, SECRET } from '../support/files.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'signpost-tidy-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

/** What is left of a file. */
async function tidied(bytes: Buffer, type: string, strip = true): Promise<Buffer> {
  const path = join(folder, `file.${type}`);
  await writeFile(path, bytes);
  return (await tidy(path, type, strip, undefined)) ?? (await readFile(path));
}

async function pixels(bytes: Buffer): Promise<Buffer> {
  return sharp(bytes, { animated: true }).raw().toBuffer();
}

const secret = Buffer.from(SECRET);

function jpegSegment(marker: number, data: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(data.length + 2);
  return Buffer.concat([Buffer.from([0xff, marker]), length, data]);
}

function riffChunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(data.length);
  const odd = data.length % 2 === 1 ? Buffer.from([0]) : Buffer.alloc(0);
  return Buffer.concat([Buffer.from(type), length, data, odd]);
}

async function moving(format: 'gif' | 'webp'): Promise<Buffer> {
  const frames = await Promise.all([picture(40, 20), picture(40, 20, 'png', true)]);
  const joined = sharp(frames, { join: { animated: true } });
  return joined.toFormat(format).toBuffer();
}

const film = Buffer.concat([Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom', 'latin1'), secret]);

/** Pictures of every type with things in them that are not shown. */
const telling: readonly (readonly [string, string, () => Promise<Buffer>])[] = [
  [
    'a comment',
    'jpg',
    async () => after(await picture(40, 20, 'jpeg'), 2, jpegSegment(0xfe, secret)),
  ],
  [
    'maker notes and a second Exif',
    'jpg',
    async () =>
      after(
        await picture(40, 20, 'jpeg'),
        2,
        Buffer.concat([jpegSegment(0xe5, secret), jpegSegment(0xe1, secret)]),
      ),
  ],
  ['a film behind it', 'jpg', async () => Buffer.concat([await picture(40, 20, 'jpeg'), film])],
  [
    'text',
    'png',
    async () =>
      after(await picture(40, 20), 33, pngChunk('tEXt', Buffer.from(`Comment\0${SECRET}`))),
  ],
  [
    'a chunk that nobody knows',
    'png',
    async () => after(await picture(40, 20), 33, pngChunk('caBX', secret)),
  ],
  ['bytes behind it', 'png', async () => Buffer.concat([await picture(40, 20), secret])],
  [
    'a comment',
    'gif',
    async () => {
      const gif = await moving('gif');
      const comment = Buffer.concat([
        Buffer.from([0x21, 0xfe, secret.length]),
        secret,
        Buffer.from([0]),
      ]);
      return Buffer.concat([gif.subarray(0, -1), comment, gif.subarray(-1)]);
    },
  ],
  ['bytes behind it', 'gif', async () => Buffer.concat([await moving('gif'), secret])],
  [
    'XMP',
    'webp',
    async () => {
      const webp = Buffer.concat([await moving('webp'), riffChunk('XMP ', secret)]);
      webp.writeUInt32LE(webp.length - 8, 4);
      webp[20] = (webp[20] ?? 0) | 4;
      return webp;
    },
  ],
  ['bytes behind it', 'webp', async () => Buffer.concat([await picture(40, 20, 'webp'), secret])],
];

function after(bytes: Buffer, at: number, part: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, at), part, bytes.subarray(at)]);
}

describe('a picture', () => {
  test.each(telling)('loses %s (%s), and not a pixel', async (_what, type, make) => {
    const bytes = await make();
    expect(bytes.includes(SECRET)).toBe(true);
    const kept = await tidied(bytes, type);
    expect(kept.includes(SECRET)).toBe(false);
    expect((await pixels(kept)).equals(await pixels(bytes))).toBe(true);
  });

  test('keeps its colour profile', async () => {
    for (const [format, type] of [
      ['jpeg', 'jpg'],
      ['png', 'png'],
      ['webp', 'webp'],
    ] as const) {
      const bytes = await sharp(await picture(40, 20))
        .withIccProfile('p3')
        .withExif({ IFD0: { Artist: SECRET } })
        .toFormat(format)
        .toBuffer();
      const about = await sharp(await tidied(bytes, type)).metadata();
      expect([about.icc === undefined, about.exif]).toEqual([false, undefined]);
    }
  });

  test.each(['png', 'gif', 'webp'] as const)(
    '%s that is nothing more stays as it is',
    async (format) => {
      const bytes = await picture(40, 20, format);
      expect((await tidied(bytes, format)).equals(bytes)).toBe(true);
    },
  );

  test('without stripping only what is behind its end goes, and of a JPEG nothing', async () => {
    const told = after(await picture(40, 20), 33, pngChunk('tEXt', Buffer.from('Comment\0kept')));
    expect(await tidied(Buffer.concat([told, secret]), 'png', false)).toEqual(told);
    const photo = Buffer.concat([await picture(40, 20, 'jpeg'), film]);
    expect(await tidied(photo, 'jpg', false)).toEqual(photo);
  });

  test.each(['png', 'gif', 'webp'] as const)('%s that is cut off is refused', async (format) => {
    const bytes = await picture(40, 20, format);
    await expect(tidied(bytes.subarray(0, bytes.length - 20), format)).rejects.toMatchObject({
      id: 'invalid_file_data',
    });
  });
});

/** Files of up to twenty megabytes with millions of parts: each with what is put in, how often, and where. */
const crowds: [string, string, () => Promise<Buffer>][] = [
  ['chunks', 'png', async () => crowded(await picture(40, 20), 33, pngChunk('tEXt', none))],
  [
    'segments',
    'jpg',
    async () => crowded(await picture(40, 20, 'jpeg'), 2, jpegSegment(0xe1, none)),
  ],
  ['fill bytes', 'jpg', async () => crowded(await picture(40, 20, 'jpeg'), 2, Buffer.from([0xff]))],
  ['frames', 'gif', async () => crowdedGif(await picture(1, 1, 'gif'))],
  ['frames', 'webp', async () => crowdedWebp(await picture(1, 1, 'webp'))],
];
const none = Buffer.alloc(0);

function crowded(bytes: Buffer, at: number, part: Buffer): Buffer {
  const times = Math.floor(20_000_000 / part.length);
  return after(bytes, at, Buffer.alloc(times * part.length, part));
}

/** All that follows the header but the end is a frame. */
function crowdedGif(bytes: Buffer): Buffer {
  const head = bytes.indexOf(Buffer.from([0x2c]));
  return crowded(bytes, head, bytes.subarray(head, -1));
}

function crowdedWebp(bytes: Buffer): Buffer {
  const frame = riffChunk('ANMF', Buffer.concat([Buffer.alloc(16), bytes.subarray(12)]));
  const header = riffChunk('VP8X', Buffer.from([2, 0, 0, 0, 0, 0, 0, 0, 0, 0]));
  const start = Buffer.concat([bytes.subarray(0, 12), header, riffChunk('ANIM', Buffer.alloc(6))]);
  const whole = crowded(start, start.length, frame);
  whole.writeUInt32LE(whole.length - 8, 4);
  return whole;
}

test.each(crowds)(
  'a picture of millions of %s (%s) is refused at once',
  async (_what, type, make) => {
    const path = join(folder, `crowd.${type}`);
    await writeFile(path, await make());
    const images = openImages();
    const effort = await effortOf(async () => {
      const refused = tidy(path, type, true, images);
      await expect(refused).rejects.toMatchObject({ id: 'upload_exceeds_dimensions' });
    });
    // Some twenty milliseconds; it was two to fifteen seconds, and gigabytes.
    expect(effort).toBeLessThan(1_500);
  },
);

test('coded pixels with millions of markers among them are read to their end', async () => {
  const bytes = await picture(40, 20, 'jpeg');
  const markers = Buffer.alloc(20_000_000, Buffer.from([0xff, 0xd0]));
  const photo = Buffer.concat([bytes.subarray(0, -2), markers, bytes.subarray(-2)]);
  expect((await tidied(Buffer.concat([photo, secret]), 'jpg')).equals(photo)).toBe(true);
});

describe('a file of boxes', () => {
  test('HEIC loses its EXIF, and no box changes its place', async () => {
    const kept = await tidied(heic, 'heic');
    expect(heic.includes(SECRET)).toBe(true);
    expect(kept.includes(SECRET)).toBe(false);
    expect(kept).toHaveLength(heic.length);
    expect(await tidied(heic, 'heic', false)).toEqual(heic);
  });

  test.each(['mp4', 'mov'])(
    '%s loses place and time, and keeps picture and sound',
    async (type) => {
      const bytes = movie();
      const kept = await tidied(bytes, type);
      expect(bytes.toString('latin1').split(SECRET)).toHaveLength(5);
      expect(kept.includes(SECRET)).toBe(false);
      expect(kept).toHaveLength(bytes.length);
      const media = bytes.indexOf('mdat');
      expect(kept.subarray(media, media + 40)).toEqual(bytes.subarray(media, media + 40));
      const made = (file: Buffer) => file.readUInt32BE(file.indexOf('mvhd') + 8);
      expect([made(bytes), made(kept)]).toEqual([3_800_000_000, 0]);
    },
  );

  test.each(['avif', 'heic', 'mov'])(
    'of millions of boxes (%s) is refused at once',
    async (type) => {
      const bytes =
        type === 'mov' ? movie() : type === 'avif' ? await picture(40, 20, 'avif') : heic;
      const path = join(folder, `crowd.${type}`);
      await writeFile(path, crowded(bytes, bytes.length, box('free')));
      const effort = await effortOf(async () => {
        for (const strip of [true, false])
          await expect(tidy(path, type, strip, openImages())).rejects.toMatchObject({
            id: 'invalid_file_data',
          });
      });
      expect(effort).toBeLessThan(1_500);
    },
  );

  test('boxes that lie about themselves do no harm', async () => {
    const cases = [
      Buffer.alloc(200),
      Buffer.from('\0\0\0\x01moov', 'latin1'),
      box('moov', Buffer.from('ffffffff6d766864', 'hex')),
      box('moov', Buffer.from('000000016d766864ffffffffffffffff', 'hex')),
    ];
    for (const rest of cases) {
      const bytes = Buffer.concat([film.subarray(0, 24), rest]);
      const kept = await tidied(bytes, 'mp4').catch((error: unknown) => error);
      if (!Buffer.isBuffer(kept)) expect(kept).toMatchObject({ id: 'invalid_file_data' });
      else expect(kept).toHaveLength(bytes.length);
    }
    // An item that lies beyond the end of the file.
    const far = Buffer.from(heic);
    far.writeUInt32BE(0x7fffffff, far.indexOf('iloc') + 12 + 14 + 10);
    await expect(tidied(far, 'heic')).rejects.toMatchObject({ id: 'invalid_file_data' });
    const many = Array.from({ length: 6_000 }, () => box('free', Buffer.alloc(0)));
    await expect(
      tidied(Buffer.concat([film.subarray(0, 24), ...many]), 'mp4'),
    ).rejects.toMatchObject({ id: 'invalid_file_data' });
    expect(fullBox('mvhd', Buffer.alloc(4))).toHaveLength(16);
  });
});
