import { thumbnailSizes, type ThumbnailSize } from '../../storage/images.ts';
import type { FileSize } from '../../storage/links.ts';
import type { FiledataRow } from './filedata.ts';

/** A picture that was made of an upload: a smaller one or, where few clients show the upload itself, one of its size. */
export interface Rendition {
  readonly size: ThumbnailSize | 'full';
  /** Bytes; 0 where an older release made it. */
  readonly filesize: number;
  readonly width: number;
  readonly height: number;
}

/** What is sent of an upload: itself, or a picture made of it. */
export interface Served {
  /** Which rendition; '' for the upload itself. */
  readonly rendition: Rendition['size'] | '';
  readonly filename: string;
  readonly extension: string;
  readonly filesize: number;
  readonly width: number;
  readonly height: number;
}

type Stored = Pick<FiledataRow, 'width' | 'height' | 'thumbnails'>;

const sizes = Object.keys(thumbnailSizes) as ThumbnailSize[];
const known = new Set<string>([...sizes, 'full']);

/** The column `thumbnails`: of each its size, bytes, width and height, with commas between. */
export function printRenditions(renditions: readonly Rendition[]): string {
  return renditions
    .map(({ size, filesize, width, height }) => `${size}:${filesize}:${width}x${height}`)
    .join(',');
}

/** The names under which what was made of an upload is stored. */
export function renditionNames(thumbnails: string): string[] {
  const entries = thumbnails.split(',').filter(Boolean);
  return entries.map((entry) => entry.replace(/:.*$/, ''));
}

/** What was made of an upload. Older releases wrote down the sizes alone. */
function renditionsOf({ thumbnails, width, height }: Stored): Rendition[] {
  return thumbnails.split(',').flatMap((entry) => {
    const [size = '', filesize = '0', sides = ''] = entry.split(':');
    if (!isRendition(size)) return [];
    const [wide = 0, high = 0] = sides.split('x').map(Number);
    const shape = high === 0 ? within(size, width, height) : { width: wide, height: high };
    return [{ size, filesize: Number(filesize), ...shape }];
  });
}

function isRendition(size: string): size is Rendition['size'] {
  return known.has(size);
}

function within(size: Rendition['size'], width: number, height: number) {
  const scale = size === 'full' ? 1 : thumbnailSizes[size] / Math.max(width, height, 1);
  const side = (length: number): number => Math.max(1, Math.round(length * scale));
  return { width: side(width), height: side(height) };
}

/** What is sent for a size: that picture, else the next larger one, else the upload; `original` is always the upload. */
export function servedAs(row: Omit<FiledataRow, 'userid' | 'dateline'>, type: FileSize): Served {
  const { filename, extension, filesize, width, height } = row;
  const made = new Map(renditionsOf(row).map((one) => [one.size, one]));
  const found = candidates(type).flatMap((size) => made.get(size) ?? [])[0];
  if (found === undefined) return { rendition: '', filename, extension, filesize, width, height };
  const suffix = found.size === 'full' ? '' : `-${found.size}`;
  return {
    rendition: found.size,
    filename: `${filename.replace(/\.[^.]*$/, '')}${suffix}.${row.thumbextension}`,
    extension: row.thumbextension,
    ...{ filesize: found.filesize, width: found.width, height: found.height },
  };
}

function candidates(type: FileSize): readonly Rendition['size'][] {
  if (type === 'original') return [];
  return type === 'full' ? ['full'] : [...sizes.slice(sizes.indexOf(type)), 'full'];
}
