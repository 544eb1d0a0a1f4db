import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import type { FetchRules } from '../../src/storage/fetch-url.ts';

/** A file as the SDK sends it. */
export interface TestFile {
  readonly filename: string;
  readonly bytes: Uint8Array;
}

export function named(filename: string, bytes: Uint8Array | string): TestFile {
  return { filename, bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes };
}

/** A picture of one colour, but for a red left upper quarter. */
export async function picture(
  width: number,
  height: number,
  format: 'png' | 'jpeg' | 'gif' | 'webp' | 'avif' = 'png',
  alpha = false,
): Promise<Buffer> {
  const background = alpha ? { r: 0, g: 0, b: 200, alpha: 0.5 } : { r: 0, g: 0, b: 200 };
  const corner = {
    create: {
      width: Math.ceil(width / 2),
      height: Math.ceil(height / 2),
      channels: 3 as const,
      background: { r: 255, g: 0, b: 0 },
    },
  };
  return sharp({ create: { width, height, channels: alpha ? 4 : 3, background } })
    .composite([{ input: corner, left: 0, top: 0 }])
    .toFormat(format)
    .toBuffer();
}

/** A PNG that says it is of another size than it is. */
export function withHeader(png: Buffer, width: number, height: number): Buffer {
  const lying = Buffer.from(png);
  lying.writeUInt32BE(width, 16);
  lying.writeUInt32BE(height, 20);
  lying.writeUInt32BE(crc32(lying.subarray(12, 29)), 29);
  return lying;
}

/** A chunk of a PNG. */
export function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(data.length, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return chunk;
}

/** What no file should tell. */
export const SECRET = 'secret place';

/** A HEIC of 400 by 300 pixels, blue but for a red left upper quarter; its EXIF has {@link SECRET}. Made with x265. */
export const heic = Buffer.from(
  [
    'AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAYFtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAA5waXRtAA',
    'AAAAABAAAANGlsb2MAAAAAREAAAgABAAAAAAGlAAEAAAAAAAAAugACAAAAAAJfAAEAAAAAAAAA0gAAADhpaW5mAAAAAAACAAAAFWluZmUCAAAA',
    'AAEAAGh2YzEAAAAAFWluZmUCAAABAAIAAEV4aWYAAAAAwGlwcnAAAACiaXBjbwAAAHZodmNDAQNwAAAAAAAAAAAAPPAA/P34+AAADwMgAAEAGE',
    'ABDAH//wNwAAADAJAAAAMAAAMAPLoCQCEAAQApQgEBA3AAAAMAkAAAAwAAAwA8oAyIBMfeW6kkprmwIAAAAwAgAAADACEiAAEAB0QBwXKwYkAA',
    'AAAUaXNwZQAAAAAAAAGQAAABLAAAABBwaXhpAAAAAAMICAgAAAAWaXBtYQAAAAAAAAABAAEDgQKDAAAAGmlyZWYAAAAAAAAADmNkc2MAAgABAA',
    'EAAAGUbWRhdAAAALYoAa9SncjJoqD5DpJf//Od3/+VHpD7EXTGxkj8D9cbyLcq4/h4lBTyk/6DQ0oLagd3bXPKPKlZzNz2SqUoYDlC7GDApdh3',
    '4AkwLKOpLcAOuEVJuYPg+nBH97TYoJhK3BBuub1nsc0ccIuV+U8z/I3Cy77jvxw937K+zRKdZqSYmVNDqwFwf3qUG1/T0SsXu8DSsEcsBOLsAN',
    'wAAAMBiZMFkJgAAAMAAKqAhwAAAwAAAwAAAwADZgAAAABJSSoACAAAAAcAEgEDAAEAAAABAAAAGgEFAAEAAABiAAAAGwEFAAEAAABqAAAAKAED',
    'AAEAAAACAAAAOwECAA0AAAByAAAAEwIDAAEAAAABAAAAaYcEAAEAAACAAAAAAAAAADhjAADoAwAAOGMAAOgDAABzZWNyZXQgcGxhY2UAAAYAAJ',
    'AHAAQAAAAwMjEwAZEHAAQAAAABAgMAAKAHAAQAAAAwMTAwAaADAAEAAAD//wAAAqAEAAEAAACQAQAAA6AEAAEAAAAsAQAAAAAAAA==',
  ].join(''),
  'base64',
);

/** A box of a file of boxes (ISO/IEC 14496-12). */
export function box(type: string, ...contents: readonly Buffer[]): Buffer {
  const body = Buffer.concat(contents);
  const header = Buffer.alloc(8);
  header.writeUInt32BE(body.length + 8, 0);
  header.write(type, 4, 'latin1');
  return Buffer.concat([header, body]);
}

/** One with a version (0) and flags before what it holds. */
export function fullBox(type: string, ...contents: readonly Buffer[]): Buffer {
  return box(type, Buffer.alloc(4), ...contents);
}

function numbers(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, index) => bytes.writeUInt32BE(value >>> 0, index * 4));
  return bytes;
}

/** A film as a phone records it, held upright: 1920 by 1080 turned by a quarter, 2.5 seconds; four times {@link SECRET}. */
export function movie(): Buffer {
  const made = numbers(3_800_000_000, 3_800_000_000);
  const told = Buffer.from(SECRET);
  const turned = numbers(0, 0x10000, 0, -0x10000, 0, 0, 1080 * 65_536, 0, 0x40000000);
  const header = fullBox(
    'tkhd',
    made,
    numbers(1, 0, 1500),
    Buffer.alloc(16),
    turned,
    numbers(1920 * 65_536, 1080 * 65_536),
  );
  const media = box(
    'mdia',
    fullBox('mdhd', made, numbers(600, 1500), Buffer.alloc(4)),
    fullBox('hdlr', Buffer.from('\0\0\0\0vide')),
  );
  const track = box('trak', header, media, box('udta', told));
  return Buffer.concat([
    box('ftyp', Buffer.from('mp42\0\0\0\0mp42isom', 'latin1')),
    box('uuid', told),
    box('mdat', Buffer.alloc(40, 'film')),
    box(
      'moov',
      fullBox('mvhd', made, numbers(600, 1500), Buffer.alloc(80)),
      track,
      box('udta', told),
      box('meta', told),
    ),
  ]);
}

/** A small archive with one empty file, as `zip` writes it. */
export function archive(): Buffer {
  const local = Buffer.from('504b03040a00000000000000210000000000000000000000000001000000', 'hex');
  const central = Buffer.from(
    '504b01021e030a000000000000002100000000000000000000000000010000000000000000000000a48100000000',
    'hex',
  );
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + 1, 12);
  end.writeUInt32LE(local.length + 1, 16);
  return Buffer.concat([local, Buffer.from('a'), central, Buffer.from('a'), end]);
}

/** A web server on this machine that stands for one of the internet. */
export class OtherSite {
  readonly port: number;
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
    this.port = (server.address() as AddressInfo).port;
  }

  static async start(listener: RequestListener): Promise<OtherSite> {
    const server = createServer(listener);
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    return new OtherSite(server);
  }

  /** Rules that find this site under the name `site.example` and let nothing else be reached. */
  get rules(): FetchRules {
    return {
      resolve: async (hostname) => (hostname === 'site.example' ? ['127.0.0.1'] : ['10.0.0.1']),
      allows: (address, port) => address === '127.0.0.1' && port === this.port,
    };
  }

  url(path: string): string {
    return `http://site.example:${this.port}${path}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

export interface RawResponse {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
}

/** Sends a request as it is written here, without a library between. */
export async function rawRequest(
  url: string,
  headers: Readonly<Record<string, string>> = {},
  method = 'GET',
): Promise<RawResponse> {
  const { hostname, port, pathname, search } = new URL(url);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const socket = connect(Number(port), hostname);
  socket.write(
    `${method} ${pathname}${search} HTTP/1.1\r\nHost: ${hostname}\r\nConnection: close\r\n${lines.join('')}\r\n`,
  );
  const chunks: Buffer[] = [];
  for await (const chunk of socket) chunks.push(chunk as Buffer);
  return readResponse(Buffer.concat(chunks));
}

function readResponse(bytes: Buffer): RawResponse {
  const end = bytes.indexOf('\r\n\r\n');
  const [first = '', ...lines] = bytes.toString('latin1', 0, end).split('\r\n');
  const headers = new Map(
    lines.map((line) => [
      line.slice(0, line.indexOf(':')).toLowerCase(),
      line.slice(line.indexOf(':') + 1).trim(),
    ]),
  );
  return { status: Number(first.split(' ')[1]), headers, body: bytes.subarray(end + 4) };
}
