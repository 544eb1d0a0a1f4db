import type { Extent } from './box-metadata.ts';
import type { Box, BoxFile } from './boxes.ts';

/** More than a picture's own box of items ever takes: one of fifty megapixels has some twenty kilobytes. */
const MOST_BYTES = 4_194_304;

/** Items that are no pictures: EXIF, and XMP or anything else by its media type (ISO/IEC 23008-12, annex A). */
const metadataTypes = new Set(['Exif', 'mime', 'uri ']);

/**
 * Where a HEIF or AVIF picture keeps its metadata.
 * @param boxes of the whole file
 */
export async function metadataExtents(file: BoxFile, boxes: readonly Box[]): Promise<Extent[]> {
  const meta = boxes.find(({ type }) => type === 'meta');
  if (meta === undefined) return [];
  const inner = await file.list(meta.body + 4, meta.end);
  const find = (type: string): Box | undefined => inner.find((box) => box.type === type);
  const [infos, locations] = [find('iinf'), find('iloc')];
  if (infos === undefined || locations === undefined) return [];
  const wanted = await metadataItems(file, infos);
  const data = find('idat')?.body ?? 0;
  return extentsOf(await readBody(file, locations), wanted, data);
}

async function readBody(file: BoxFile, { body, end }: Box): Promise<Buffer> {
  if (end - body > MOST_BYTES) throw new RangeError('too many items');
  return file.read(body, end - body);
}

/** The ids of the items that are metadata, by the list `iinf` of entries `infe`. */
async function metadataItems(file: BoxFile, infos: Box): Promise<ReadonlySet<number>> {
  const [version = 0] = await file.read(infos.body, 1);
  const entries = await file.list(infos.body + (version === 0 ? 6 : 8), infos.end);
  const found = new Set<number>();
  for (const entry of entries) {
    const bytes = await file.read(entry.body, Math.min(14, entry.end - entry.body));
    const wide = bytes[0] === 3;
    const type = bytes.toString('latin1', wide ? 10 : 8, wide ? 14 : 12);
    if (metadataTypes.has(type)) found.add(wide ? bytes.readUInt32BE(4) : bytes.readUInt16BE(4));
  }
  return found;
}

/** @param data where offsets begin that are not counted from the beginning of the file */
function extentsOf(bytes: Buffer, wanted: ReadonlySet<number>, data: number): Extent[] {
  const read = numbersOf(bytes);
  const version = read(1);
  read(3);
  const sizes = read(2);
  const [offset, length, base, index] = [
    sizes >> 12,
    (sizes >> 8) & 15,
    (sizes >> 4) & 15,
    sizes & 15,
  ];
  const idBytes = version === 2 ? 4 : 2;
  const extents: Extent[] = [];
  for (let items = read(idBytes); items > 0; items--) {
    const item = read(idBytes);
    const method = version === 0 ? 0 : read(2) & 15;
    read(2);
    const from = read(base) + (method === 1 ? data : 0);
    for (let count = read(2); count > 0; count--) {
      if (version > 0) read(index);
      const start = from + read(offset);
      const end = start + read(length);
      if (wanted.has(item)) extents.push({ start, end });
    }
  }
  return extents;
}

/** Reads one number after the other, each of so many bytes: 0 to 8. */
function numbersOf(bytes: Buffer): (size: number) => number {
  let at = 0;
  return (size) => {
    const start = at;
    at += size;
    if (size === 0) return 0;
    return size > 6 ? Number(bytes.readBigUInt64BE(start)) : bytes.readUIntBE(start, size);
  };
}
