import { crc32, deflateSync } from 'node:zlib';

/** The backgrounds of the avatars that every board has, in RGB; the first is that of members without one. */
const backgrounds = ['8795a1', '3b82a0', '4c9a6a', 'b0893c', 'b0603c', '8a5aa8', 'a84f6f'];
const SKIN = 'f4f6f8';
const SIDE = 200;

/** Ids of the default avatars. */
export const defaultAvatars: readonly number[] = backgrounds.map((_, index) => index);

const drawn = new Map<number, Buffer>();

/** A default avatar as PNG: head and shoulders. Undefined when there is no such one. */
export function defaultAvatar(avatarid: number): Buffer | undefined {
  const background = backgrounds[avatarid];
  if (background === undefined) return undefined;
  const kept = drawn.get(avatarid) ?? drawPng([background, SKIN]);
  drawn.set(avatarid, kept);
  return kept;
}

/** PNG (RFC 2083) with one byte a pixel: an index into the palette. */
function drawPng(palette: readonly string[]): Buffer {
  const rows = Array.from({ length: SIDE }, (_, y) => [
    0,
    ...Array.from({ length: SIDE }, (__, x) => (isFigure(x / SIDE, y / SIDE) ? 1 : 0)),
  ]);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(SIDE, 0);
  header.writeUInt32BE(SIDE, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.join(''), 'hex')),
    chunk('IDAT', deflateSync(Buffer.from(rows.flat()))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function isFigure(x: number, y: number): boolean {
  const head = inEllipse(x - 0.5, y - 0.4, 0.17, 0.19);
  const shoulders = inEllipse(x - 0.5, y - 0.95, 0.34, 0.31);
  return head || shoulders;
}

function inEllipse(x: number, y: number, width: number, height: number): boolean {
  return (x / width) ** 2 + (y / height) ** 2 <= 1;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [data.length, crc32(body)].map((number) => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(number);
    return bytes;
  });
  return Buffer.concat([length ?? Buffer.alloc(0), body, sum ?? Buffer.alloc(0)]);
}
