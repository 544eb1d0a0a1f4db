import type { FileHandle } from 'node:fs/promises';

/**
 * The boxes that MP4, QuickTime, HEIF and AVIF are made of (ISO/IEC 14496-12, 4.2): a length, a type of four letters and
 * what it holds, often boxes again.
 */
export interface Box {
  readonly type: string;
  /** Where it begins in the file. */
  readonly start: number;
  /** Where what it holds begins. */
  readonly body: number;
  /** Where the next box begins. */
  readonly end: number;
}

/** Brands of still pictures and of sequences of them (ISO/IEC 23008-12; the AVIF specification). */
const avif = /^avi[fs]$/;
const heif = /^(hei[cxms]|hev[cx]|mif1|msf1)$/;
/** Brands that a player of MP4 can rely on; those of mobile phones (3GPP) are the same kind of file. */
const video = /^(isom|iso\d|mp4\d|avc1|dash|MSNV|M4V[ HP]|3g[p2].|mmp4|f4v )$/;
const audio = /^(M4A |M4B |f4a )$/;

/**
 * The type of a file, as an extension, by its brands: the first one says what it is foremost, the others who else may
 * read it.
 * @param head the beginning of the file
 * @returns undefined when it is of none that is taken
 */
export function typeByBrands(head: Buffer): string | undefined {
  const brands = brandsOf(head);
  const [major = ''] = brands;
  if (avif.test(major)) return 'avif';
  if (audio.test(major)) return 'm4a';
  if (major === 'qt  ') return 'mov';
  if (heif.test(major)) return pictureOrVideo(major, brands);
  if (brands.some((brand) => video.test(brand))) return 'mp4';
  return undefined;
}

/** `mif1` and `msf1` only say that there are pictures; cameras use the brands of sequences for videos, too. */
function pictureOrVideo(major: string, brands: readonly string[]): string {
  if (brands.some((brand) => avif.test(brand))) return 'avif';
  const moving = /^(hev[cx]|msf1)$/.test(major);
  return moving && brands.some((brand) => video.test(brand)) ? 'mp4' : 'heic';
}

function brandsOf(head: Buffer): string[] {
  if (head.length < 16 || head.toString('latin1', 4, 8) !== 'ftyp') return [];
  const end = Math.min(head.readUInt32BE(0), head.length);
  const brands = [head.toString('latin1', 8, 12)];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(head.toString('latin1', at, at + 4));
  return brands;
}

/** However a file is made, no more boxes than this are looked at: a film in fragments has some hundreds. */
const MOST_BOXES = 5_000;

/** A file of boxes, open for reading. */
export class BoxFile {
  readonly #file: FileHandle;
  #left = MOST_BOXES;

  constructor(file: FileHandle) {
    this.#file = file;
  }

  /**
   * The boxes in a part of the file. One that says that it is longer than that ends with it: recordings break off.
   * @throws RangeError when there are very many
   */
  async list(from: number, to: number): Promise<Box[]> {
    const boxes: Box[] = [];
    for (let at = from; at + 8 <= to;) {
      const box = await this.#box(at, to);
      boxes.push(box);
      if (this.#left-- === 0) throw new RangeError('too many boxes');
      at = box.end;
    }
    return boxes;
  }

  /** @throws RangeError when the file has no so many bytes there */
  async read(at: number, length: number): Promise<Buffer> {
    const { buffer, bytesRead } = await this.#file.read(Buffer.alloc(length), 0, length, at);
    if (bytesRead < length) throw new RangeError('the file ends before');
    return buffer;
  }

  async #box(start: number, to: number): Promise<Box> {
    const header = await this.read(start, Math.min(16, to - start));
    const short = header.readUInt32BE(0);
    // 1: the length follows in 64 bits; 0: up to the end.
    const long = short === 1 && header.length === 16;
    const length = long ? Number(header.readBigUInt64BE(8)) : short || to - start;
    const body = start + (long ? 16 : 8);
    const end = Math.min(to, Math.max(body, start + length));
    return { type: header.toString('latin1', 4, 8), start, body, end };
  }
}
