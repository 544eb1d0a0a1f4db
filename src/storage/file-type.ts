import { isUtf8 } from 'node:buffer';
import { open } from 'node:fs/promises';
import { ApiError } from '../errors.ts';
import { typeByBrands } from './boxes.ts';

/** A type of file that is taken. */
interface FileType {
  readonly mimetype: string;
  /** Shown in a browser; everything else is only downloaded. */
  readonly image: boolean;
  /** Whether a file that begins and ends so is of this type. */
  readonly matches: (head: Buffer, tail: Buffer) => boolean;
  /** The bytes alone do not tell enough: only under a name of this type, or one without an ending. */
  readonly vague?: true;
}

/** Bytes looked at: of the beginning, where a type shows, and of the end, where an archive keeps its directory. */
const HEAD = 4_096;
const TAIL = 65_557;

/**
 * Every type that is taken, by its extension. What a browser would run (HTML, SVG, scripts) is not among them. A file
 * must begin as its type does at the very first byte; what comes behind the end of a picture is cut off later.
 */
const types: Readonly<Record<string, FileType>> = {
  jpg: image('image/jpeg', (head) => starts(head, 'ffd8ff')),
  png: image('image/png', (head) => starts(head, '89504e470d0a1a0a')),
  gif: image('image/gif', (head) => /^GIF8[79]a/.test(text(head, 6))),
  webp: image(
    'image/webp',
    (head) => text(head, 4) === 'RIFF' && text(head, 12).endsWith('WEBP') && head.length >= 12,
  ),
  avif: image('image/avif', (head) => typeByBrands(head) === 'avif'),
  heic: image('image/heic', (head) => typeByBrands(head) === 'heic'),
  pdf: file(
    'application/pdf',
    (head, tail) => /^%PDF-[12]\.\d/.test(text(head, 8)) && tail.includes('%%EOF'),
  ),
  zip: file(
    'application/zip',
    (head, tail) => (starts(head, '504b0304') || starts(head, '504b0506')) && isArchive(tail),
  ),
  txt: { ...file('text/plain; charset=utf-8', () => false), vague: true },
  mp4: file('video/mp4', (head) => typeByBrands(head) === 'mp4'),
  mov: file('video/quicktime', (head) => typeByBrands(head) === 'mov'),
  webm: file(
    'video/webm',
    (head) => starts(head, '1a45dfa3') && head.subarray(0, 64).includes('webm'),
  ),
  m4a: file('audio/mp4', (head) => typeByBrands(head) === 'm4a'),
  mp3: {
    ...file('audio/mpeg', (head) => text(head, 3) === 'ID3' || isMpegAudio(head)),
    vague: true,
  },
  ogv: file(
    'video/ogg',
    (head) => text(head, 4) === 'OggS' && head.includes('\x80theora', 0, 'latin1'),
  ),
  ogg: file('audio/ogg', (head) => text(head, 4) === 'OggS'),
};

/** Other endings of the same types: what Windows, messengers and older phones write. */
const synonyms: ReadonlyMap<string, string> = new Map([
  ['jpeg', 'jpg'],
  ['jpe', 'jpg'],
  ['jfif', 'jpg'],
  ['heif', 'heic'],
  ['hif', 'heic'],
  ['oga', 'ogg'],
  ['opus', 'ogg'],
  ['m4v', 'mp4'],
  ['3gp', 'mp4'],
  ['3g2', 'mp4'],
  ['m4b', 'm4a'],
  ['qt', 'mov'],
  ['weba', 'webm'],
]);

/** The extensions that are taken, each type's own. */
export const extensions: readonly string[] = Object.keys(types);

/** The types that are pictures. */
export const imageExtensions: readonly string[] = extensions.filter((name) => isImage(name));

/** The type that an extension stands for, as its own extension; undefined when it is not taken. */
export function typeOfExtension(extension: string): string | undefined {
  const name = extension.toLowerCase();
  const own = synonyms.get(name) ?? name;
  return Object.hasOwn(types, own) ? own : undefined;
}

export function isImage(extension: string): boolean {
  return types[extension]?.image === true;
}

/** Whether files of the type are made of boxes: see boxes.ts. */
export function isBoxes(extension: string): boolean {
  return ['avif', 'heic', 'mp4', 'mov', 'm4a'].includes(extension);
}

/** What a file is served as. */
export function mimetypeOf(extension: string): string {
  return types[extension]?.mimetype ?? 'application/octet-stream';
}

/**
 * The type of a file, by its bytes.
 * @param ending of its name; '' for none
 * @throws ApiError `invalid_file_data` when it is of no type that is taken, or could be read as a second type as well,
 *   `upload_stopped_by_extension` when its name says that it is of a type that is not taken
 */
export async function detectType(path: string, ending: string): Promise<string> {
  const { head, tail } = await bothEnds(path);
  const named = typeOfExtension(ending);
  const fits = (name: string): boolean =>
    types[name]?.vague !== true || named === name || ending === '';
  const found = extensions.find((name) => types[name]?.matches(head, tail) && fits(name));
  const plain = found === undefined && fits('txt') && (await isText(path));
  const type = found ?? (plain ? 'txt' : undefined);
  if (type === undefined) throw notTaken(ending);
  if (type !== 'txt' && isTwoThings(type, head, tail)) throw new ApiError('invalid_file_data');
  return type;
}

function notTaken(ending: string): ApiError {
  return ending === '' || typeOfExtension(ending) !== undefined
    ? new ApiError('invalid_file_data')
    : new ApiError('upload_stopped_by_extension', ending.slice(0, 20));
}

function image(mimetype: string, matches: FileType['matches']): FileType {
  return { mimetype, image: true, matches };
}

function file(mimetype: string, matches: FileType['matches']): FileType {
  return { mimetype, image: false, matches };
}

/** Archives are read from their end and PDF from somewhere near its beginning: both fit into other files. */
function isTwoThings(type: string, head: Buffer, tail: Buffer): boolean {
  if (type !== 'zip' && isArchive(tail)) return true;
  return type !== 'pdf' && head.subarray(0, 1_024).includes('%PDF-');
}

/** A zip archive ends with its directory's end record, whose last field is the length of the comment after it. */
function isArchive(tail: Buffer): boolean {
  const record = Buffer.from('504b0506', 'hex');
  for (let at = tail.lastIndexOf(record); at >= 0; at = tail.lastIndexOf(record, at - 1)) {
    if (at + 22 <= tail.length && at + 22 + tail.readUInt16LE(at + 20) <= tail.length) return true;
    if (at === 0) break;
  }
  return false;
}

/** The eleven bits that a frame begins with, of a layer, bit rate and sampling rate that exist. */
function isMpegAudio(head: Buffer): boolean {
  const [first = 0, second = 0, third = 0] = head;
  const layer = (second >> 1) & 3;
  return (
    first === 0xff && second >= 0xe0 && layer === 1 && third >> 4 !== 15 && ((third >> 2) & 3) !== 3
  );
}

function starts(head: Buffer, hex: string): boolean {
  return head.toString('hex', 0, hex.length / 2) === hex;
}

function text(bytes: Buffer, length: number): string {
  return bytes.toString('latin1', 0, length);
}

async function bothEnds(path: string): Promise<{ head: Buffer; tail: Buffer }> {
  const handle = await open(path);
  try {
    const { size } = await handle.stat();
    const read = async (length: number, position: number): Promise<Buffer> => {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
      return buffer.subarray(0, bytesRead);
    };
    const tail = Math.min(size, TAIL);
    return { head: await read(Math.min(size, HEAD), 0), tail: await read(tail, size - tail) };
  } finally {
    await handle.close();
  }
}

/** Text is valid UTF-8 without control characters but white space. */
async function isText(path: string): Promise<boolean> {
  const handle = await open(path);
  let rest = Buffer.alloc(0);
  for await (const chunk of handle.createReadStream()) {
    const bytes = Buffer.concat([rest, chunk as Buffer]);
    const whole = wholeCharacters(bytes);
    rest = bytes.subarray(whole);
    const part = bytes.subarray(0, whole);
    if (rest.length > 3 || !isUtf8(part) || hasControls(part)) return false;
  }
  return rest.length === 0;
}

/** How many bytes there are before a character that the end cuts off. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    if (byte >= 0xc0) return back < length ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

function hasControls(bytes: Buffer): boolean {
  return bytes.some((byte) => byte < 9 || (byte > 13 && byte < 32) || byte === 127);
}
