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
