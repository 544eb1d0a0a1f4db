import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that speaks as much of S3 as the storage uses: put, head, get with a range, delete. */
export class FakeS3 {
  readonly objects = new Map<string, Buffer>();
  /** What was asked for: method, path and range. */
  readonly requests: string[] = [];
  /** While true, nothing can be stored. */
  full = false;
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
    server.on('request', (req: IncomingMessage, res: ServerResponse) => {
      void this.#answer(req, res);
    });
  }

  static async start(): Promise<FakeS3> {
    const server = createServer();
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    return new FakeS3(server);
  }

  /** The setting FILES_URL for this server. */
  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `s3://key:secret@127.0.0.1:${port}/bucket?region=eu-test-1&tls=off`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const { method = '', headers } = req;
    const path = decodeURIComponent(new URL(req.url ?? '', 'http://s3').pathname);
    this.requests.push(`${method} ${path} ${headers.range ?? ''}`.trim());
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    const signed = /^AWS4-HMAC-SHA256 Credential=key\/\d{8}\/eu-test-1\/s3\//;
    if (!signed.test(headers.authorization ?? '')) fail(res, 403, 'AccessDenied');
    else if (method === 'PUT') this.#put(res, path, Buffer.concat(chunks));
    else if (method === 'DELETE') {
      this.objects.delete(path);
      res.writeHead(204).end();
    } else this.#get(req, res, path);
  }

  #put(res: ServerResponse, path: string, body: Buffer): void {
    if (this.full) {
      fail(res, 507, 'QuotaExceeded');
      return;
    }
    this.objects.set(path, body);
    res.writeHead(200, { ETag: '"kept"' }).end();
  }

  #get(req: IncomingMessage, res: ServerResponse, path: string): void {
    const body = this.objects.get(path);
    if (body === undefined) {
      fail(res, 404, 'NoSuchKey');
      return;
    }
    const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(req.headers.range ?? '') ?? [];
    const part = start === undefined ? body : body.subarray(Number(start), Number(end) + 1);
    res.writeHead(start === undefined ? 200 : 206, { 'Content-Length': part.length });
    res.end(req.method === 'HEAD' ? undefined : part);
  }
}

function fail(res: ServerResponse, status: number, code: string): void {
  res.writeHead(status, { 'Content-Type': 'application/xml' });
  res.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`);
}
