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

async function typeOf(bytes: Buffer | string, named?: string): Promise<string> {
  const path = join(folder, 'file');
  await writeFile(path, bytes);
  return detectType(path, named).catch((error: unknown) => (error as { id: string }).id);
}

const mp4 = Buffer.from('\0\0\0\x18ftypisom\0\0\x02\0isomiso2', 'latin1');
const taken: readonly (readonly [string, () => Promise<Buffer> | Buffer])[] = [
  ['png', () => png],
  ['jpg', () => picture(10, 10, 'jpeg')],
  ['gif', () => picture(10, 10, 'gif')],
  ['webp', () => picture(10, 10, 'webp')],
  ['avif', () => picture(10, 10, 'avif')],
  ['pdf', () => Buffer.from('%PDF-1.7\n1 0 obj\nendobj\ntrailer\n%%EOF\n')],
  ['zip', () => archive()],
  ['txt', () => Buffer.from('Grüße 👋\r\n\tTab')],
  ['mp4', () => mp4],
  ['webm', () => Buffer.from('1a45dfa39f4286810142f7810142f2810442f381084282847765626d', 'hex')],
  ['mp3', () => Buffer.from('fffb9064000000000000', 'hex')],
  ['ogg', () => Buffer.from('OggS\0\x02')],
];

describe('types of files', () => {
  test.each(taken)('%s is known by its bytes, with and without a name', async (type, bytes) => {
    expect(await typeOf(await bytes(), type)).toBe(type);
    expect(await typeOf(await bytes())).toBe(type);
  });

  test.each(taken)('%s under another name is refused', async (type, bytes) => {
    const other = type === 'png' ? 'jpg' : 'png';
    expect(await typeOf(await bytes(), other)).toBe('invalid_file_data');
  });

  const hostile: readonly (readonly [string, string, () => Buffer | string])[] = [
    ['HTML called a picture', 'png', () => '<!doctype html><script>alert(1)</script>'],
    ['SVG called a picture', 'png', () => '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['a picture with an archive behind it', 'png', () => Buffer.concat([png, archive()])],
    ['a picture with text behind it', 'png', () => Buffer.concat([png, Buffer.from('<script>')])],
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
    [
      'a WebP that is longer than it says',
      'webp',
      () => Buffer.from('RIFF\x08\0\0\0WEBPVP8 and more', 'latin1'),
    ],
    ['AVIF called a video', 'mp4', () => Buffer.from('\0\0\0\x18ftypavif\0\0\0\0', 'latin1')],
    ['text that is not UTF-8', 'txt', () => Buffer.from('c3', 'hex')],
    ['text with an overlong character', 'txt', () => Buffer.from('61c0af', 'hex')],
    ['text with a NUL', 'txt', () => 'a\0b'],
    ['text with an escape', 'txt', () => '\x1b[2J'],
    ['a program', 'zip', () => Buffer.from('7f454c46', 'hex')],
    ['a picture cut off in its header', 'png', () => png.subarray(0, 20)],
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
    expect(['PNG', 'jpeg', 'JPE', 'oga'].map(typeOfExtension)).toEqual([
      'png',
      'jpg',
      'jpg',
      'ogg',
    ]);
  });
});
