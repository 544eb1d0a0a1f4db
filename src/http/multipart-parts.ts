import { randomUUID } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Dicer } from '@fastify/busboy';
import { ApiError } from '../errors.ts';
import { fromBytes } from '../protocol/bytes.ts';
import { type Disposition, parseDisposition } from '../protocol/disposition.ts';
import { ParameterTree, topLevelName } from '../protocol/parameter-tree.ts';
import type { Parsed, WireMap } from '../protocol/wire.ts';
import type { Upload } from '../protocol/types.ts';
import { PIECE_BYTES } from '../memory/allowance.ts';

export interface MultipartLimits {
  /** Text fields; PHP takes 1000 and ignores the rest. */
  readonly fields: number;
  /** Fields with their names, and files that are held in memory, together. */
  readonly bytes: number;
  readonly files: number;
  /** All files that go to the disk, together. */
  readonly fileBytes: number;
  /** Pairs of brackets in a name; PHP: max_input_nesting_level. */
  readonly depth: number;
}

/** A file as it came: on the disk, or in memory while nobody knows whether it may be kept. */
export type Received = Upload | { readonly filename: string; readonly bytes: Buffer };

export interface Multipart extends Parsed {
  /** By the name PHP would give it. A form sent without choosing a file has an empty one without a filename. */
  readonly files: Map<string, Received>;
}

/** Where a body may be kept while it arrives. */
export interface Place {
  /** Says that bytes more are kept in memory; throws where there is no room. */
  hold(bytes: number): void;
  /** Says that bytes more go to the disk; throws where there is no room. */
  store(bytes: number): void;
  /** The folder for files; undefined where files may not be kept, judged by the fields before them. */
  directory(fields: WireMap): Promise<string | undefined>;
}

/** Parts that are neither fields nor files, which clients send by mistake and PHP skips. */
const SPARE_PARTS = 20;
const MAX_HEADER_BYTES = 16_384;
/** Bytes of files that may wait in memory for the disk. */
const MAX_UNREAD = 65_536;

interface Field {
  readonly name: string;
  value: string;
}

interface NamedFile {
  readonly name: string;
  readonly file: Received;
}

/** Collects the parts that the splitter finds. They end in an order of their own, hence the lists in order of arrival. */
export class PartReader {
  private readonly splitter: Dicer;
  private readonly limits: MultipartLimits;
  private readonly place: Place;

  private readonly parts: Readable[] = [];
  private readonly reading = new Set<Readable>();
  private readonly fields: Field[] = [];
  private readonly fieldsRead: Promise<void>[] = [];
  private readonly uploads: Promise<NamedFile | undefined>[] = [];
  private readonly paths: string[] = [];
  private readonly pending: Promise<unknown>[] = [];
  private tooManyFields = false;
  /** Bytes in memory and on the disk. */
  private held = 0;
  private written = 0;

  private failure: Error | undefined;
  private wake: (() => void) | undefined;

  constructor(boundary: string, limits: MultipartLimits, place: Place) {
    this.limits = limits;
    this.place = place;
    // The splitter never takes up again if it pauses for a part that ends in the same chunk; so it must not pause.
    const config = { boundary, partHwm: Number.MAX_SAFE_INTEGER };
    this.splitter = new Dicer(config);
    this.splitter.on('part', (part) => {
      this.takePart(part);
    });
  }

  /** Splits the next bytes; waits until the disk keeps up, and throws the first failure of any part. */
  async write(chunk: Buffer): Promise<void> {
    this.splitter.write(chunk);
    while (!this.failure && this.unread() > MAX_UNREAD) {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
    if (this.failure) throw this.failure;
  }

  /** Bytes of files that went to the disk. */
  get stored(): number {
    return this.written;
  }

  /** What was read, once every part has ended. */
  async result(): Promise<Multipart> {
    await Promise.all(this.pending);
    if (this.failure) throw this.failure;
    const tree = this.tree(this.fields.length);
    const files = await this.files();
    return { map: tree.map, overflow: this.tooManyFields ? 'variables' : tree.overflow, files };
  }

  /** Ends all reading and removes every file. */
  async discard(): Promise<void> {
    for (const part of this.parts) part.destroy();
    await Promise.allSettled(this.pending);
    await Promise.all(this.paths.map((path) => rm(path, { force: true })));
  }

  /** The fields that came before what is just arriving. */
  private async fieldsSoFar(): Promise<WireMap> {
    const count = this.fields.length;
    await Promise.allSettled([...this.fieldsRead]);
    return this.tree(count).map;
  }

  private tree(count: number): ParameterTree {
    const tree = new ParameterTree(this.limits.depth);
    for (const { name, value } of this.fields.slice(0, count)) tree.add(name, value);
    return tree;
  }

  /** Uploads by name; of several with the same name the last one stays, as in PHP. */
  private async files(): Promise<Map<string, Received>> {
    const files = new Map<string, Received>();
    for (const upload of await Promise.all(this.uploads)) {
      if (!upload) continue;
      const replaced = files.get(upload.name);
      if (replaced && 'path' in replaced) await rm(replaced.path, { force: true });
      files.set(upload.name, upload.file);
    }
    return files;
  }

  private takePart(part: Readable): void {
    const { fields, files } = this.limits;
    if (this.parts.push(part) > fields + files + SPARE_PARTS) {
      this.fail(new ApiError('too_many_parameters', fields));
      return;
    }
    part.on('header', (header: Record<string, string[]>) => {
      if (sizeOf(header) > MAX_HEADER_BYTES) {
        this.fail(new ApiError('invalid_body', 'the header of a part is too long'));
        return;
      }
      const disposition = header['content-disposition']?.[0];
      this.takeHeader(part, parseDisposition(disposition ?? ''));
    });
  }

  private takeHeader(part: Readable, { name, filename }: Disposition): void {
    if (name === undefined) part.resume();
    else if (filename !== undefined) this.takeFile(part, name, filename);
    else if (this.fields.length < this.limits.fields) {
      const field = { name, value: '' };
      this.fields.push(field);
      const reading = this.readField(part, field);
      this.fieldsRead.push(reading);
      this.watch(part, reading);
    } else {
      this.tooManyFields = true;
      part.resume();
    }
  }

  private takeFile(part: Readable, name: string, filename: string): void {
    if (this.uploads.length === this.limits.files) {
      this.fail(new ApiError('invalid_body', `more than ${this.limits.files} files`));
      return;
    }
    const upload = this.readFile(part, name, filename);
    this.uploads.push(upload);
    this.watch(part, upload);
  }

  private async readFile(
    part: Readable,
    name: string,
    filename: string,
  ): Promise<NamedFile | undefined> {
    if (name.includes('[')) throw new ApiError('invalid_body', 'a file cannot be in a list');
    const key = topLevelName(name);
    if (key === undefined) {
      part.resume();
      return undefined;
    }
    const directory = await this.place.directory(await this.fieldsSoFar());
    const base = baseName(filename);
    const file =
      directory === undefined
        ? { filename: base, bytes: await this.inMemory(part) }
        : { filename: base, ...(await this.onDisk(part, directory)) };
    return { name: key, file };
  }

  private async onDisk(part: Readable, directory: string): Promise<Omit<Upload, 'filename'>> {
    const path = join(directory, randomUUID());
    this.paths.push(path);
    return { path, size: await writeFile(path, this.contents(part, this.store)) };
  }

  private async readField(part: Readable, field: Field): Promise<void> {
    this.hold(field.name.length);
    field.value = (await this.inMemory(part)).toString('latin1');
  }

  private async inMemory(part: Readable): Promise<Buffer> {
    const pieces: Buffer[] = [];
    for await (const chunk of this.contents(part, this.hold)) {
      this.place.hold(PIECE_BYTES);
      // A copy, since a piece keeps all that has arrived with it.
      pieces.push(Buffer.from(chunk));
    }
    return Buffer.concat(pieces);
  }

  private readonly hold = (bytes: number): void => {
    this.held += bytes;
    const most = this.limits.bytes;
    if (this.held > most) throw new ApiError('request_too_large', most);
    this.place.hold(bytes);
  };

  private readonly store = (bytes: number): void => {
    this.written += bytes;
    const most = this.limits.fileBytes;
    if (this.written > most) throw new ApiError('upload_file_exceeds_limit', most);
    this.place.store(bytes);
  };

  private async *contents(part: Readable, count: (bytes: number) => void): AsyncGenerator<Buffer> {
    const chunks: AsyncIterable<Buffer> = part;
    for await (const chunk of chunks) {
      count(chunk.length);
      yield chunk;
      this.wake?.();
    }
  }

  private unread(): number {
    let bytes = 0;
    for (const part of this.reading) bytes += part.readableLength;
    return bytes;
  }

  private watch(part: Readable, reading: Promise<unknown>): void {
    this.reading.add(part);
    const watched = reading
      .catch((error: unknown) => {
        this.fail(error instanceof Error ? error : new Error(String(error)));
      })
      .finally(() => {
        this.reading.delete(part);
        this.wake?.();
      });
    this.pending.push(watched);
  }

  private fail(error: Error): void {
    this.failure ??= error;
    this.wake?.();
  }
}

function sizeOf(header: Record<string, string[]>): number {
  return Object.entries(header).flat(2).join('').length;
}

/** Writes a new file; returns its size in bytes. */
async function writeFile(path: string, contents: AsyncIterable<Buffer>): Promise<number> {
  const file = await open(path, 'wx', 0o600);
  try {
    let size = 0;
    for await (const chunk of contents) {
      size += chunk.length;
      await file.writeFile(chunk);
    }
    return size;
  } finally {
    await file.close();
  }
}

/** Some browsers send the whole path; of either kind, as the server does not know theirs. */
function baseName(filename: string): string {
  const text = fromBytes(filename) ?? filename;
  return text.slice(Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\')) + 1);
}
