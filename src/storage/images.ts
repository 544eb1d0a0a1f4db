import { createRequire } from 'node:module';
import type { Metadata, Sharp, SharpOptions } from 'sharp';
import { ApiError } from '../errors.ts';
import { Gate } from '../gate.ts';
import { decodeHeic } from './heic.ts';
import type { StoredSource } from './store.ts';

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

/** What an avatar is to be. */
export interface AvatarShape {
  /** Pixels. */
  readonly side: number;
  /** Bytes of one that moves. */
  readonly most: number;
  /** The middle when left out; it must lie inside the picture. */
  readonly crop?: Crop | undefined;
}

/** A picture made here. */
export interface Rendition {
  readonly bytes: Buffer;
  readonly extension: 'jpg' | 'png' | 'gif' | 'webp';
  readonly width: number;
  readonly height: number;
}

export interface Thumbnail extends Rendition {
  readonly size: ThumbnailSize;
}

/**
 * More pixels than this, all frames together, are not decoded: a small file can stand for gigabytes. A picture of 8K has
 * them, and so has what phones take unless they are told otherwise.
 */
const MAX_PIXELS = 34_000_000;
const MAX_FRAMES = 1_000;

const QUALITY = 82;

/** A picture in its own format once more: the loss is not seen. GIF has no place for what cameras write. */
const encoders: Readonly<Partial<Record<string, (picture: Sharp) => Sharp>>> = {
  jpeg: (picture) => picture.jpeg({ quality: 92 }),
  png: (picture) => picture.png(),
  webp: (picture) => picture.webp({ quality: 92 }),
  heif: (picture) => picture.avif({ quality: 70 }),
};

/** One picture at a time: each takes seconds of a core and a hundred megabytes at worst. */
export const pictures = new Gate(1, 8);

type Decoder = (input: StoredSource | Uint8Array, options: SharpOptions) => Sharp;

/**
 * Pictures are decoded and encoded in threads of their own; what comes out has no EXIF and no other metadata. Where too
 * many wait for that already, each method answers `toobusy`.
 */
export class Images {
  #loaded: Promise<Decoder> | undefined;

  /**
   * Reads a picture's header, before anything of it is decoded.
   * @throws ApiError `invalid_file_data` when it has none, `upload_exceeds_dimensions` when it stands for too much
   */
  async measure(source: StoredSource): Promise<Picture> {
    return pictures.run(async () => {
      const about = await this.#header(source);
      const { width, hasAlpha, autoOrient } = about;
      const height = about.pageHeight ?? about.height;
      const lying = autoOrient.width !== width;
      const upright = lying ? { width: height, height: width } : { width, height };
      return { ...upright, transparent: hasAlpha && !(await this.#isOpaque(source)) };
    });
  }

  /**
   * The same picture, encoded anew, where its metadata says how it is turned: it stands upright by itself then, and has
   * no metadata. So has an AVIF with metadata, since that cannot be cut out of it.
   * @returns undefined when there is no need
   * @throws ApiError `invalid_file_data` when it is damaged, `upload_exceeds_dimensions` when it stands for too much
   */
  async upright(source: StoredSource): Promise<Buffer | undefined> {
    return pictures.run(async () => {
      const { format, orientation = 1, exif, xmp, pages = 1 } = await this.#header(source);
      const again = encoders[format];
      const needed = orientation > 1 || (format === 'heif' && (exif ?? xmp) !== undefined);
      if (again === undefined || !needed) return undefined;
      const picture = await this.#decode(source, pages > 1);
      return again(picture.keepIccProfile()).toBuffer().catch(damaged);
    });
  }

  /**
   * A HEIC picture as a JPEG of the same size, which every client shows.
   * @returns undefined when it cannot be decoded, or stands for too much
   * @throws ApiError `toobusy`
   */
  async fromHeic(source: StoredSource): Promise<Rendition | undefined> {
    const pixels = await decodeHeic(source, MAX_PIXELS);
    if (pixels === undefined) return undefined;
    const { width, height, data } = pixels;
    return pictures.run(async () => {
      const sharp = await this.#sharp();
      const picture = sharp(data, { raw: { width, height, channels: 4 } });
      const bytes = await picture.jpeg({ quality: 90 }).toBuffer();
      return { bytes, extension: 'jpg', width, height };
    });
  }

  /** A drawing of our own as a PNG. */
  async fromSvg(svg: Buffer): Promise<Buffer> {
    const sharp = await this.#sharp();
    return sharp(svg, {}).png().toBuffer();
  }

  /**
   * Thumbnails in all sizes that are smaller than the picture, of its first frame.
   * @throws ApiError `invalid_file_data` when the picture is damaged
   */
  async thumbnails(source: StoredSource, picture: Picture): Promise<Thumbnail[]> {
    return pictures.run(async () => {
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
    });
  }

  /**
   * A square of a picture as an avatar. A moving GIF or WebP goes on moving, unless that takes too many bytes.
   * @throws ApiError `invalid_file_data` when the picture is damaged
   */
  async avatar(
    source: StoredSource,
    picture: Picture,
    { side, most, crop }: AvatarShape,
  ): Promise<Rendition> {
    return pictures.run(async () => {
      const { format, pages = 1 } = await this.#header(source);
      const square = async (animated: boolean): Promise<Sharp> => {
        const whole = await this.#decode(source, animated);
        const part = crop === undefined ? whole : whole.extract(areaOf(crop));
        return part.resize(side, side, { fit: 'cover' });
      };
      const moves = pages > 1 && (format === 'gif' || format === 'webp');
      const moving = moves
        ? await (await square(true)).toFormat(format).toBuffer().catch(damaged)
        : undefined;
      if (moving !== undefined && moving.length <= most)
        return {
          bytes: moving,
          extension: format === 'gif' ? 'gif' : 'webp',
          width: side,
          height: side,
        };
      return encode(await square(false), picture.transparent);
    });
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
      sharp.concurrency(1);
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
  const { data, info } = await encoder.toBuffer({ resolveWithObject: true }).catch(damaged);
  const { width, height } = info;
  return { bytes: data, extension: transparent ? 'png' : 'jpg', width, height };
}

function damaged(): never {
  throw new ApiError('invalid_file_data');
}
