import { ApiError } from '../errors.ts';

/** A stretch of a picture's file, from `start` up to `end`. */
interface Part {
  readonly start: number;
  readonly end: number;
  /** Pixels and what showing them needs, such as a colour profile. Everything else is there for other reasons. */
  readonly shown: boolean;
}

type PartsOf = (bytes: Buffer) => Iterable<Part>;

const partsByType: Readonly<Partial<Record<string, PartsOf>>> = {
  jpg: jpegParts,
  png: pngParts,
  gif: gifParts,
  webp: webpParts,
};

/**
 * More parts are none of a picture's: a PNG of 128 MB in chunks of 4 KB has 32,000. Millions of empty ones fit into a
 * file that may be uploaded, and would stop the process for seconds.
 */
const MOST_PARTS = 50_000;

/** Whether the parts of a picture of this type are known. */
export function hasParts(type: string): boolean {
  return partsByType[type] !== undefined;
}

/**
 * A picture's file up to the end of the picture: what comes behind can be anything. Nothing is decoded, so nothing is
 * lost of the picture.
 * @param strip leaves out everything but what is shown: comments, places, cameras, thumbnails
 * @returns undefined when it is nothing more than that
 * @throws ApiError `invalid_file_data` when it is damaged, `upload_exceeds_dimensions` when it is in too many parts
 */
export function onlyPicture(type: string, bytes: Buffer, strip: boolean): Buffer | undefined {
  const partsOf = partsByType[type];
  // Phones keep a second picture or a film behind a JPEG, and say so in its metadata: they go together.
  if (partsOf === undefined || (type === 'jpg' && !strip)) return undefined;
  const kept = fewParts(partsOf(bytes)).filter((part) => part.shown || !strip);
  const length = kept.reduce((sum, { start, end }) => sum + end - start, 0);
  if (length === bytes.length) return undefined;
  const picture = Buffer.concat(kept.map(({ start, end }) => bytes.subarray(start, end)));
  return type === 'webp' ? webpHeader(picture, strip) : picture;
}

function fewParts(parts: Iterable<Part>): Part[] {
  const found: Part[] = [];
  for (const one of parts) {
    if (found.length === MOST_PARTS) throw new ApiError('upload_exceeds_dimensions');
    found.push(one);
  }
  return found;
}

function damaged(): ApiError {
  return new ApiError('invalid_file_data');
}

/** A part that must end before the file does. */
function part(bytes: Buffer, start: number, end: number, shown = true): Part {
  if (end > bytes.length) throw damaged();
  return { start, end, shown };
}

/** Segments of ISO/IEC 10918-1, B.1.1; without an end marker the decoder judges. */
function* jpegParts(bytes: Buffer): Generator<Part> {
  let at = 0;
  while (at + 1 < bytes.length) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff || marker === 0xff) {
      const next = bytes.indexOf(0xff, at + 1);
      yield part(bytes, at, next < 0 ? bytes.length : next, false);
      at = next < 0 ? bytes.length : next;
      continue;
    }
    const end = segmentEnd(bytes, at, marker);
    yield part(bytes, at, end, isShownSegment(bytes, at, end));
    if (marker === 0xd9) return;
    at = end;
  }
}

function segmentEnd(bytes: Buffer, at: number, marker: number): number {
  const alone = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd9);
  if (alone) return at + 2;
  if (at + 4 > bytes.length) throw damaged();
  const end = at + 2 + bytes.readUInt16BE(at + 2);
  return marker === 0xda ? scanEnd(bytes, end) : end;
}

/** Coded pixels go on up to a marker other than those that may stand among them. */
function scanEnd(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0;) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
    at += next === 0xff ? 1 : 2;
    // Where many stand together, to search for each would take ten times as long.
    if (bytes[at] !== 0xff) at = bytes.indexOf(0xff, at);
  }
  return bytes.length;
}

/** Of what applications add only JFIF without a thumbnail, the colour profile and Adobe's colour space. */
function isShownSegment(bytes: Buffer, at: number, end: number): boolean {
  const marker = bytes[at + 1] ?? 0;
  const starts = (name: string): boolean =>
    bytes.toString('latin1', at + 4, at + 4 + name.length) === name;
  if (marker === 0xe0) return starts('JFIF\0') && end - at === 18;
  if (marker === 0xe2) return starts('ICC_PROFILE\0');
  if (marker === 0xee) return starts('Adobe');
  return marker !== 0xfe && (marker & 0xf0) !== 0xe0;
}

/** Chunks that say how a PNG looks (W3C PNG, 3rd edition), those of moving ones included. */
const pngChunks = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP mDCV cLLI sBIT bKGD pHYs acTL fcTL fdAT'.split(
    ' ',
  ),
);

function* pngParts(bytes: Buffer): Generator<Part> {
  yield part(bytes, 0, 8);
  let type = '';
  for (let at = 8; type !== 'IEND';) {
    if (at + 12 > bytes.length) throw damaged();
    type = bytes.toString('latin1', at + 4, at + 8);
    const end = at + 12 + bytes.readUInt32BE(at);
    yield part(bytes, at, end, pngChunks.has(type));
    at = end;
  }
}

/** Applications whose blocks say how a GIF moves, or its colours. */
const gifApplications = new Set(['NETSCAPE2.0', 'ANIMEXTS1.0', 'ICCRGBG1012']);

/** Blocks of GIF89a. */
function* gifParts(bytes: Buffer): Generator<Part> {
  if (bytes.length < 13) throw damaged();
  let at = 13 + colourTable(bytes[10] ?? 0);
  yield part(bytes, 0, at);
  for (let kind = 0; kind !== 0x3b;) {
    kind = bytes[at] ?? 0;
    const end = gifBlockEnd(bytes, at, kind);
    yield part(bytes, at, end, isShownBlock(bytes, at, kind));
    at = end;
  }
}

function gifBlockEnd(bytes: Buffer, at: number, kind: number): number {
  if (kind === 0x3b) return at + 1;
  if (kind === 0x21) return subBlocksEnd(bytes, at + 2);
  if (kind !== 0x2c || at + 10 > bytes.length) throw damaged();
  return subBlocksEnd(bytes, at + 11 + colourTable(bytes[at + 9] ?? 0));
}

function colourTable(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 << ((flags & 7) + 1);
}

function subBlocksEnd(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== 0) at += 1 + (bytes[at] ?? 0);
  return at + 1;
}

function isShownBlock(bytes: Buffer, at: number, kind: number): boolean {
  if (kind !== 0x21) return true;
  const label = bytes[at + 1];
  if (label === 0xff) return gifApplications.has(bytes.toString('latin1', at + 3, at + 14));
  return label !== 0xfe;
}

const webpChunks = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);

/** Chunks of the RIFF container (RFC 9649), of which each begins at an even place. */
function* webpParts(bytes: Buffer): Generator<Part> {
  yield part(bytes, 0, 12);
  const whole = bytes.readUInt32LE(4) + 8;
  for (let at = 12; at + 8 <= whole;) {
    if (at + 8 > bytes.length) throw damaged();
    const length = bytes.readUInt32LE(at + 4);
    const end = Math.min(at + 8 + length + (length & 1), whole);
    yield part(bytes, at, end, webpChunks.has(bytes.toString('latin1', at, at + 4)));
    at = end;
  }
}

/** Its length, and that there is no EXIF and no XMP any more. */
function webpHeader(picture: Buffer, stripped: boolean): Buffer {
  picture.writeUInt32LE(picture.length - 8, 4);
  const extended = picture.toString('latin1', 12, 16) === 'VP8X';
  if (stripped && extended) picture[20] = (picture[20] ?? 0) & ~0x0c;
  return picture;
}
