import { open } from 'node:fs/promises';
import { type Box, BoxFile } from './boxes.ts';

/** What a film says of itself. */
export interface MovieFacts {
  /** Pixels, as it is looked at; 0 when it has no picture, or does not say. */
  readonly width: number;
  readonly height: number;
  /** Milliseconds; 0 when it does not say. */
  readonly duration: number;
}

const nothing: MovieFacts = { width: 0, height: 0, duration: 0 };

/** A longer one is not believed: about three weeks, as many milliseconds as an integer of the database takes. */
const LONGEST = 2_000_000_000;
const LARGEST_SIDE = 16_384;

/** Reads the headers of MP4, QuickTime and M4A (ISO/IEC 14496-12, 8.2.2 and 8.3.2); of a damaged one nothing is known. */
export async function readMovie(path: string): Promise<MovieFacts> {
  const handle = await open(path);
  try {
    const { size } = await handle.stat();
    return await factsIn(new BoxFile(handle), size);
  } catch {
    return nothing;
  } finally {
    await handle.close();
  }
}

async function factsIn(file: BoxFile, size: number): Promise<MovieFacts> {
  const movie = (await file.list(0, size)).find(({ type }) => type === 'moov');
  if (movie === undefined) return nothing;
  const boxes = await file.list(movie.body, movie.end);
  const header = boxes.find(({ type }) => type === 'mvhd');
  const duration = header === undefined ? 0 : await durationOf(file, header);
  for (const track of boxes.filter(({ type }) => type === 'trak')) {
    const sides = await sidesOf(file, track);
    if (sides !== undefined) return { ...sides, duration };
  }
  return { ...nothing, duration };
}

async function durationOf(file: BoxFile, { body }: Box): Promise<number> {
  const bytes = await file.read(body, 32);
  const wide = bytes[0] === 1;
  const scale = bytes.readUInt32BE(wide ? 20 : 12);
  const length = wide ? Number(bytes.readBigUInt64BE(24)) : bytes.readUInt32BE(16);
  const duration = scale === 0 ? 0 : Math.round((length * 1000) / scale);
  return duration <= LONGEST ? duration : 0;
}

/** The sides of a track that has a picture; its matrix may turn it by a quarter. */
async function sidesOf(
  file: BoxFile,
  track: Box,
): Promise<Pick<MovieFacts, 'width' | 'height'> | undefined> {
  const header = (await file.list(track.body, track.end)).find(({ type }) => type === 'tkhd');
  if (header === undefined) return undefined;
  const [version = 0] = await file.read(header.body, 1);
  const bytes = await file.read(header.body + (version === 1 ? 52 : 40), 44);
  const turned = bytes.readInt32BE(0) === 0 && bytes.readInt32BE(4) !== 0;
  const [width, height] = [bytes.readUInt16BE(36), bytes.readUInt16BE(40)];
  if (width === 0 || height === 0 || Math.max(width, height) > LARGEST_SIDE) return undefined;
  return turned ? { width: height, height: width } : { width, height };
}
