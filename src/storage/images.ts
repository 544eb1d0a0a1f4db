import { createRequire } from 'node:module';
import type { Metadata, Sharp, SharpOptions } from 'sharp';
import { ApiError } from '../errors.ts';
import type { StoredSource } from './storage.ts';

/** Sizes of thumbnails: the longest side, in pixels. */
export const thumbnailSizes = {
  icon: 64,
  thumb: 150,
  small: 320,
  medium: 640,
  large: 1280,
} as const;
export type ThumbnailSize = keyof typeof thumbnailSizes;

/** What a picture is before it is decoded; width and height as it is looked at. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly transparent: boolean;
}

/** A square of a picture, in its pixels. */
export interface Crop {
  readonly left: number;
  readonly top: number;
  readonly side: number;
}

/** A picture made here. */
export interface Rendition {
  readonly bytes: Buffer;
  readonly extension: 'jpg' | 'png';
}

export interface Thumbnail extends Rendition {
  readonly size: ThumbnailSize;
}

/** More pixels than this, all frames together, are not decoded: a small file can stand for gigabytes. */
const MAX_PIXELS = 60_000_000;
const MAX_FRAMES = 1_000;

const QUALITY = 82;

/** A picture in its own format once more: the loss is not seen. GIF has no place for what cameras write. */
const encoders: Readonly<Partial<Record<string, (picture: Sharp) => Sharp>>> = {
  jpeg: (picture) => picture.jpeg({ quality: 92 }),
  png: (picture) => picture.png(),
  webp: (picture) => picture.webp({ quality: 92 }),
  heif: (picture) => picture.avif({ quality: 70 }),
};

type Decoder = (input: StoredSource, options: SharpOptions) => Sharp;

/** Pictures are decoded and encoded in threads of their own; what comes out has no EXIF and no other metadata. */
export class Images {
  #loaded: Promise<Decoder> | undefined;

  /**
   * Reads a picture's header, before anything of it is decoded.
   * @throws ApiError `invalid_file_data` when it has none, `upload_exceeds_dimensions` when it stands for too much
   */
  async measure(source: StoredSource): Promise<Picture> {
    const about = await this.#header(source);
    const { width, hasAlpha, autoOrient } = about;
    const height = about.pageHeight ?? about.height;
    const lying = autoOrient.width !== width;
    const upright = lying ? { width: height, height: width } : { width, height };
    return { ...upright, transparent: hasAlpha && !(await this.#isOpaque(source)) };
  }

  /**
   * The same picture without what cameras write into it, such as where it was taken; it stands upright by itself then.
   * @returns undefined when there is nothing of it
   * @throws ApiError `invalid_file_data` when it is damaged, `upload_exceeds_dimensions` when it stands for too much
   */
  async withoutMetadata(source: StoredSource): Promise<Buffer | undefined> {
    const { format, exif, xmp, iptc, pages = 1 } = await this.#header(source);
    const again = encoders[format];
    if (again === undefined || !(exif ?? xmp ?? iptc)) return undefined;
    const picture = await this.#decode(source, pages > 1);
    return again(picture.keepIccProfile()).toBuffer().catch(damaged);
  }

  /**
   * Thumbnails in all sizes that are smaller than the picture, of its first frame.
   * @throws ApiError `invalid_file_data` when the picture is damaged
   */
  async thumbnails(source: StoredSource, picture: Picture): Promise<Thumbnail[]> {
    const decoded = await this.#decode(source);
    const longest = Math.max(picture.width, picture.height);
    const wanted = Object.entries(thumbnailSizes) as [ThumbnailSize, number][];
    const smaller = wanted.filter(([, side]) => side < longest);
    // A picture that is smaller than all is decoded all the same, to see whether it is whole.
    if (smaller.length === 0) await decoded.toBuffer().catch(damaged);
    const thumbnails: Thumbnail[] = [];
    for (const [size, side] of smaller) {
      const resized = decoded.clone().resize(side, side, { fit: 'inside' });
      thumbnails.push({ size, ...(await encode(resized, picture.transparent)) });
    }
    return thumbnails;
  }

  /**
   * A square of a picture as an avatar.
   * @param side of the avatar, in pixels
   * @param crop the middle when left out; it must lie inside the picture
   * @throws ApiError `invalid_file_data` when the picture is damaged
   */
  async avatar(
    source: StoredSource,
    picture: Picture,
    side: number,
    crop?: Crop,
  ): Promise<Rendition> {
    const whole = await this.#decode(source);
    const part = crop === undefined ? whole : whole.extract(areaOf(crop));
    return encode(part.resize(side, side, { fit: 'cover' }), picture.transparent);
  }

  /** Many pictures have an alpha channel and nothing transparent in it: screenshots, above all. */
  async #isOpaque(source: StoredSource): Promise<boolean> {
    const decoded = await this.#decode(source);
    return (await decoded.stats().catch(damaged)).isOpaque;
  }

  async #header(source: StoredSource): Promise<Metadata> {
    const sharp = await this.#sharp();
    const about = await sharp(source, { limitInputPixels: false }).metadata().catch(damaged);
    const { width, height, pageHeight = height, pages = 1 } = about;
    if (width * pageHeight * pages > MAX_PIXELS || pages > MAX_FRAMES) {
      throw new ApiError('upload_exceeds_dimensions');
    }
    return about;
  }

  async #decode(source: StoredSource, animated = false): Promise<Sharp> {
    const options = { limitInputPixels: MAX_PIXELS, failOn: 'error', animated } as const;
    return (await this.#sharp())(source, options).autoOrient();
  }

  /** Loaded with the first picture: it takes 30 MB, and many processes never see one. */
  #sharp(): Promise<Decoder> {
    this.#loaded ??= import('sharp').then(({ default: sharp }) => {
      sharp.cache(false);
      return sharp;
    });
    return this.#loaded;
  }
}

/** Undefined when the optional package that decodes pictures is not installed. */
export function openImages(): Images | undefined {
  try {
    createRequire(import.meta.url).resolve('sharp');
    return new Images();
  } catch {
    return undefined;
  }
}

function areaOf({ left, top, side }: Crop) {
  return { left, top, width: side, height: side };
}

/** Formats that every client shows, however old. */
async function encode(picture: Sharp, transparent: boolean): Promise<Rendition> {
  const encoder = transparent ? picture.png() : picture.jpeg({ quality: QUALITY });
  const bytes = await encoder.toBuffer().catch(damaged);
  return { bytes, extension: transparent ? 'png' : 'jpg' };
}

function damaged(): never {
  throw new ApiError('invalid_file_data');
}
