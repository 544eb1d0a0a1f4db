import { readFile } from 'node:fs/promises';
import { ApiError } from '../errors.ts';
import { blankMetadata, requireFewBoxes } from './box-metadata.ts';
import { isBoxes, isImage } from './file-type.ts';
import { type Images, pictures } from './images.ts';
import { hasParts, onlyPicture } from './picture-parts.ts';

/** A picture that is decoded at all is smaller: see the limit on its pixels. */
const LARGEST_PICTURE = 134_217_728;

/**
 * Leaves a file that was just received with nothing but what it is: no bytes behind the end of a picture and, with
 * `strip`, nothing of where, when and by what it was taken. A picture that its metadata turns is encoded anew, upright;
 * of all others not a pixel changes.
 * @param path may be written to
 * @param type by its bytes
 * @param images undefined where pictures are not decoded: then one that is turned lies on its side without its metadata
 * @returns the file as it is to be kept; undefined when it is what is at the path
 * @throws ApiError `invalid_file_data` when it is damaged, `upload_exceeds_dimensions` when it stands for too much
 */
export async function tidy(
  path: string,
  type: string,
  strip: boolean,
  images: Images | undefined,
): Promise<Buffer | undefined> {
  if (hasParts(type)) {
    // The parts come first: too many of them take a decoder minutes, and so it is with boxes.
    const rest = await trimmed(path, type, strip);
    return (strip ? await images?.upright(path) : undefined) ?? rest;
  }
  if (isBoxes(type)) await requireFewBoxes(path).catch(senseless);
  if (!strip || !isBoxes(type)) return undefined;
  const again = type === 'avif' ? await images?.upright(path) : undefined;
  if (again === undefined) await blankMetadata(path, isImage(type)).catch(senseless);
  return again;
}

async function trimmed(path: string, type: string, strip: boolean): Promise<Buffer | undefined> {
  return pictures.run(async () => {
    const bytes = await readFile(path);
    if (bytes.length > LARGEST_PICTURE) throw new ApiError('upload_exceeds_dimensions');
    return onlyPicture(type, bytes, strip);
  });
}

function senseless(error: unknown): never {
  // By its name: Node's own range errors are of another realm in tests.
  const { name = '' } = error as { readonly name?: string };
  throw name === 'RangeError' ? new ApiError('invalid_file_data') : error;
}
