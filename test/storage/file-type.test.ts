import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { detectType, typeOfExtension } from '../../src/storage/file-type.ts';
import { archive, picture } from '../support/files.ts';

let folder: string;
let png: Buffer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'signpost-type-'));
  png = await picture(10, 10);
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function typeOf(bytes: Buffer | string, ending = ''): Promise<string> {
  const path = join(folder, 'file');
  await writeFile(path, bytes);
  return detectType(path, ending).catch((error: unknown) => (error as { id: string }).id);
}

/** A file of boxes that says by whom it can be read, the first brand foremost. */
function branded(major: string, ...others: readonly string[]): Buffer {
  const size = 16 + 4 * others.length;
  return Buffer.from(
    `\0\0\0${String.fromCharCode(size)}ftyp${major}\0\0\x02\0${others.join('')}`,
    'latin1',
  );
}

const taken: readonly (readonly [string, () => Promise<Buffer> | Buffer])[] = [
  ['png', () => png],
  ['jpg', () => picture(10, 10, 'jpeg')],
  ['gif', () => picture(10, 10, 'gif')],
  ['webp', () => picture(10, 10, 'webp')],
  ['avif', () => picture(10, 10, 'avif')],
  ['pdf', () => Buffer.from('%PDF-1.7\n1 0 obj\nendobj\ntrailer\n%%EOF\n')],
  ['zip', () => archive()],
  ['txt', () => Buffer.from('Grüße 👋\r\n\tTab')],
  ['mp4', () => branded('isom', 'isom', 'iso2')],
  ['mov', () => branded('qt  ', 'qt  ')],
  ['m4a', () => branded('M4A ', 'M4A ', 'mp42', 'isom')],
  ['heic', () => branded('heic', 'mif1', 'heic')],
  ['webm', () => Buffer.from('1a45dfa39f4286810142f7810142f2810442f381084282847765626d', 'hex')],
  ['mp3', () => Buffer.from('fffb9064000000000000', 'hex')],
  ['ogg', () => Buffer.from('OggS\0\x02')],
  ['ogv', () => Buffer.from('OggS\0\x02\x80theora', 'latin1')],
];

describe('types of files', () => {
  test.each(taken)('%s is known by its bytes, with and without a name', async (type, bytes) => {
    expect(await typeOf(await bytes(), type)).toBe(type);
    expect(await typeOf(await bytes())).toBe(type);
  });

  test.each(taken)('%s is what its bytes say, whatever its name says', async (type, bytes) => {
    const byName = type === 'txt' || type === 'mp3' ? 'invalid_file_data' : type;
    expect(await typeOf(await bytes(), type === 'png' ? 'jpg' : 'png')).toBe(byName);
    const unknown = byName === type ? type : 'upload_stopped_by_extension';
    expect(await typeOf(await bytes(), '1000001234')).toBe(unknown);
  });

  // Majors that cameras and phones write, each with what the file says it can be read as.
  test.each([
    ...['3gp4', '3gp5', 'M4VH', 'M4VP', 'XAVC', 'NDSC', 'f4v ', 'CAEP', 'mmp4', 'hevc'].map(
      (major) => ['mp4', major, 'isom', 'mp42'],
    ),
    ['m4a', 'M4A ', 'isom', 'mp42'],
    ['heic', 'mif1', 'mif1', 'heic', 'miaf'],
    ['heic', 'heix', 'mif1', 'heix'],
    ['avif', 'mif1', 'mif1', 'avif', 'miaf'],
    ['mov', 'qt  ', 'mp42'],
    ['invalid_file_data', 'jp2 ', 'jp2 '],
    ['invalid_file_data', 'XAVC'],
  ])('%s is known by the brands %s %s %s', async (type, major = '', ...others) => {
    expect(await typeOf(branded(major, ...others))).toBe(type);
  });

  const hostile: readonly (readonly [string, string, () => Buffer | string])[] = [
    ['HTML called a picture', 'png', () => '<!doctype html><script>alert(1)</script>'],
    ['SVG called a picture', 'png', () => '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['a picture with an archive behind it', 'png', () => Buffer.concat([png, archive()])],
    [
      'a JPEG with an archive at its end',
      'jpg',
      () => Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), archive()]),
    ],
    ['a GIF that is a PDF, too', 'gif', () => Buffer.from('GIF89a%PDF-1.4;')],
    [
      'an archive that is a PDF, too',
      'zip',
      () => Buffer.concat([archive().subarray(0, 31), Buffer.from('%PDF-1.4'), archive()]),
    ],
    ['a PDF without an end', 'pdf', () => '%PDF-1.7\n'],
    ['an archive without a directory', 'zip', () => archive().subarray(0, 40)],
    ['text that is not UTF-8', 'txt', () => Buffer.from('c3', 'hex')],
    ['text with an overlong character', 'txt', () => Buffer.from('61c0af', 'hex')],
    ['text with a NUL', 'txt', () => 'a\0b'],
    ['text with an escape', 'txt', () => '\x1b[2J'],
    ['a program', 'zip', () => Buffer.from('7f454c46', 'hex')],
    ['two bytes', 'jpg', () => Buffer.from('ffd8', 'hex')],
  ];
  test.each(hostile)('%s is refused', async (_what, named, bytes) => {
    expect(await typeOf(bytes(), named)).toBe('invalid_file_data');
  });

  test('characters are whole across the chunks of a long text', async () => {
    expect(await typeOf('a' + '€'.repeat(100_000) + '👋'.repeat(50_000), 'txt')).toBe('txt');
  });

  test.each([
    'svg',
    'html',
    'htm',
    'xml',
    'js',
    'exe',
    'php',
    'bmp',
    '',
    'constructor',
    '__proto__',
  ])('the extension "%s" is not taken', (extension) => {
    expect(typeOfExtension(extension)).toBeUndefined();
  });

  test('extensions are known in any case and by their other names', () => {
    const names = ['PNG', 'jpeg', 'JPE', 'oga', 'jfif', 'opus', 'weba', 'HEIF', '3gp', 'MOV'];
    expect(names.map(typeOfExtension).join(' ')).toBe('png jpg jpg ogg jpg ogg webm heic mp4 mov');
  });
});
