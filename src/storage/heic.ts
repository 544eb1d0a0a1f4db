import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { Gate } from '../gate.ts';
import type { StoredSource } from './store.ts';

/** Pixels of a decoded picture: four bytes each, red, green, blue and how opaque. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** A picture of twelve megapixels takes some seconds and 250 megabytes: one at a time, and few may wait. */
const decoding = new Gate(1, 4);
const TIMEOUT_MS = 30_000;

/** The decoder is WebAssembly and blocks its thread: so it has one of its own, which ends with each picture. */
const program = `
const { parentPort, workerData } = require('node:worker_threads');
const { library, bytes, most } = workerData;
(async () => {
  const libheif = require(library);
  await libheif.ready;
  const [image] = new libheif.HeifDecoder().decode(bytes);
  const [width, height] = image ? [image.get_width(), image.get_height()] : [0, 0];
  if (width * height === 0 || width * height > most) return parentPort.postMessage(undefined);
  const data = new Uint8ClampedArray(width * height * 4);
  image.display({ data, width, height }, (shown) => {
    parentPort.postMessage(shown ? { width, height, data: new Uint8Array(data.buffer) } : undefined);
  });
})();
`;

/**
 * Decodes the picture that a HEIC file shows, standing upright.
 * @param most how many pixels it may have
 * @returns undefined when it is damaged, has too many pixels, takes too long, or the optional package `libheif-js` that
 *   decodes it is not installed
 * @throws ApiError `toobusy` when too many wait
 */
export async function decodeHeic(source: StoredSource, most: number): Promise<Pixels | undefined> {
  const library = findLibrary();
  if (library === undefined) return undefined;
  return decoding.run(async () => {
    const bytes = typeof source === 'string' ? await readFile(source) : source;
    // What the library has to say of a damaged file is for nobody.
    const silent = { stdout: true, stderr: true };
    const workerData = { library, bytes, most };
    return answerOf(new Worker(program, { eval: true, workerData, ...silent }));
  });
}

function findLibrary(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve('libheif-js/wasm-bundle.js');
  } catch {
    return undefined;
  }
}

async function answerOf(worker: Worker): Promise<Pixels | undefined> {
  const timer = setTimeout(() => void worker.terminate(), TIMEOUT_MS);
  try {
    return await new Promise((resolve) => {
      worker.once('message', resolve);
      worker.once('error', () => {
        resolve(undefined);
      });
      worker.once('exit', () => {
        resolve(undefined);
      });
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
