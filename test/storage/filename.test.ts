import { expect, test } from '@jest/globals';
import { endingOf, mendedFilename } from '../../src/storage/filename.ts';

test.each([
  ['photo.JPG', 'jpg', 'photo.JPG'],
  ['photo.jfif', 'jpg', 'photo.jfif'],
  ['IMG-WA0001.jpg', 'png', 'IMG-WA0001.png'],
  ['blob', 'png', 'blob.png'],
  ['1000001234', 'heic', '1000001234.heic'],
  ['photo.jpg?width=200', 'jpg', 'photo.jpg'],
  ['photo.jpg?width=200', 'webp', 'photo.webp'],
  ['Why?', 'png', 'Why?.png'],
  ['Why?.png', 'png', 'Why?.png'],
  ['Track #5.mp3', 'mp3', 'Track #5.mp3'],
  ['Screenshot 12.30.15', 'png', 'Screenshot 12.30.15.png'],
  ['picture.php', 'png', 'picture.php.png'],
  ['', 'png', 'file.png'],
  ['.jpg', 'png', 'file.png'],
  ['constructor', 'txt', 'constructor.txt'],
])('"%s" of the type %s is called "%s"', (name, type, mended) => {
  expect(mendedFilename(name, type)).toBe(mended);
});

test('a mended name is no longer than a name may be', () => {
  const mended = mendedFilename('ä'.repeat(200), 'png');
  expect(Array.from(mended)).toHaveLength(200);
  expect(endingOf(mended)).toBe('png');
});
