import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import { type Box, BoxFile } from './boxes.ts';
import { metadataExtents } from './heif-items.ts';

/** A stretch of a file. */
export interface Extent {
  readonly start: number;
  readonly end: number;
}

interface Blank extends Extent {
  /** What is written there; zeros without. */
  readonly text?: string;
}

/** Boxes that are needed to show what is in the file, by the box they lie in; any other may tell anything. */
const needed: Readonly<Record<string, ReadonlySet<string>>> = {
  film: words('ftyp styp moov mdat moof mfra sidx ssix'),
  picture: words('ftyp meta mdat moov'),
  moov: words('mvhd trak mvex iods pssh'),
  trak: words('tkhd edts mdia tref tapt clip load trgr'),
  mdia: words('mdhd hdlr minf elng'),
};

/** Boxes that begin with the times at which they were made and changed. */
const timed = words('mvhd tkhd mdhd');

/**
 * Overwrites, in a file of boxes, what says where, when and by what it was taken. Nothing changes its place, so nothing
 * is lost of pictures and sound. What a track of its own tells all along (some action cameras record their way so) stays.
 * @param path is written to
 * @param picture HEIF or AVIF; else a film or sound
 * @throws RangeError when the boxes make no sense
 */
export async function blankMetadata(path: string, picture: boolean): Promise<void> {
  const file = await open(path, 'r+');
  try {
    const { size } = await file.stat();
    const boxFile = new BoxFile(file);
    const boxes = await boxFile.list(0, size);
    const items = picture ? await metadataExtents(boxFile, boxes) : [];
    const blank: Blank[] = [
      ...items,
      ...(await unneeded(boxFile, boxes, picture ? 'picture' : 'film')),
    ];
    const bytes = blank.reduce((sum, { start, end }) => sum + Math.max(0, end - start), 0);
    if (bytes > size || blank.some(({ end }) => end > size)) throw new RangeError('it overlaps');
    for (const one of blank) await overwrite(file, one);
  } finally {
    await file.close();
  }
}

/** Walks through the uppermost boxes of a file. @throws RangeError when they are too many, or make no sense */
export async function requireFewBoxes(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    await new BoxFile(file).list(0, size);
  } finally {
    await file.close();
  }
}

/** What is to be overwritten of these boxes: of one that is not needed all but its length. */
async function unneeded(file: BoxFile, boxes: readonly Box[], parent: string): Promise<Blank[]> {
  const found: Blank[] = [];
  for (const box of boxes) {
    if (needed[parent]?.has(box.type) === false) {
      const type = { start: box.start + 4, end: box.start + 8, text: 'free' };
      found.push(type, { start: box.body, end: box.end });
    } else if (timed.has(box.type)) {
      const [version = 0] = await file.read(box.body, 1);
      found.push({ start: box.body + 4, end: box.body + (version === 1 ? 20 : 12) });
    } else if (Object.hasOwn(needed, box.type)) {
      found.push(...(await unneeded(file, await file.list(box.body, box.end), box.type)));
    }
  }
  return found;
}

const ZEROS = Buffer.alloc(65_536);

async function overwrite(file: FileHandle, { start, end, text }: Blank): Promise<void> {
  if (text !== undefined) await file.write(text, start, 'latin1');
  for (let at = start; text === undefined && at < end; at += ZEROS.length)
    await file.write(ZEROS, 0, Math.min(ZEROS.length, end - at), at);
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}
