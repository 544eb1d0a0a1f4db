import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import type * as Sdk from '@aws-sdk/client-s3';
import type { ByteRange, Storage, StoredSource } from './store.ts';

/**
 * A bucket of an S3 server: `s3://KEY:SECRET@HOST/BUCKET?region=…&tls=off`.
 * @throws Error when the optional package that speaks S3 is not installed
 */
export async function openBucket(url: URL): Promise<Storage> {
  const sdk = await import('@aws-sdk/client-s3').catch((error: unknown) => {
    throw new Error('FILES_URL=s3://… needs the package @aws-sdk/client-s3: npm install it.', {
      cause: error,
    });
  });
  const tls = url.searchParams.get('tls') !== 'off';
  const client = new sdk.S3Client({
    endpoint: `${tls ? 'https' : 'http'}://${url.host}`,
    region: url.searchParams.get('region') ?? 'us-east-1',
    credentials: {
      accessKeyId: decodeURIComponent(url.username),
      secretAccessKey: decodeURIComponent(url.password),
    },
    forcePathStyle: true,
    // Many servers do not know the checksums of newer SDKs.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  return new Bucket(sdk, client, url.pathname.slice(1));
}

class Bucket implements Storage {
  readonly #sdk: typeof Sdk;
  readonly #client: Sdk.S3Client;
  readonly #bucket: string;

  constructor(sdk: typeof Sdk, client: Sdk.S3Client, bucket: string) {
    this.#sdk = sdk;
    this.#client = client;
    this.#bucket = bucket;
  }

  async put(key: string, source: StoredSource, size: number): Promise<void> {
    const body = typeof source === 'string' ? createReadStream(source) : source;
    const command = { ...this.#object(key), Body: body, ContentLength: size };
    await this.#client.send(new this.#sdk.PutObjectCommand(command));
  }

  async size(key: string): Promise<number | undefined> {
    const head = this.#client.send(new this.#sdk.HeadObjectCommand(this.#object(key)));
    return (await head.catch(absent))?.ContentLength;
  }

  async open(key: string, range?: ByteRange): Promise<Readable | undefined> {
    const command = {
      ...this.#object(key),
      ...(range && { Range: `bytes=${range.start}-${range.end}` }),
    };
    const found = await this.#client.send(new this.#sdk.GetObjectCommand(command)).catch(absent);
    return found?.Body as Readable | undefined;
  }

  async remove(key: string): Promise<void> {
    await this.#client.send(new this.#sdk.DeleteObjectCommand(this.#object(key)));
  }

  async check(): Promise<void> {
    await this.size('health');
  }

  #object(key: string): { Bucket: string; Key: string } {
    return { Bucket: this.#bucket, Key: key };
  }
}

function absent(error: unknown): undefined {
  const { name = '' } = error as { name?: string };
  if (name !== 'NoSuchKey' && name !== 'NotFound') throw error;
  return undefined;
}
