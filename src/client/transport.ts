import type { CallOptions } from '../generated/api.ts';
import { bytesOf, toBytes } from '../protocol/bytes.ts';
import { stopIfAborted } from './abort.ts';
import { NetworkError, TimeoutError } from './errors.ts';

/** A request that is ready to be sent. */
export interface Outgoing {
  readonly method: string;
  readonly url: string;
  /** Urlencoded text or a form; none for GET. */
  readonly body?: string | FormData;
}

/** An answer as it came. */
export interface Incoming {
  readonly status: number;
  /** Of the body, one character a byte: what a signature is over. */
  readonly bytes: string;
  readonly authorization: string | null;
  /** Seconds. */
  readonly retryAfter: number | undefined;
}

/** What is used of the XMLHttpRequest of browsers and React Native. */
interface Watched {
  readonly upload: { onprogress?: (event: { loaded: number; total: number }) => void };
  readonly status: number;
  readonly response: unknown;
  responseType: string;
  onload?: () => void;
  onerror?: () => void;
  onabort?: () => void;
  open(method: string, url: string): void;
  setRequestHeader(name: string, value: string): void;
  getResponseHeader(name: string): string | null;
  send(body: string | FormData): void;
  abort(): void;
}

const { XMLHttpRequest: WatchedRequest } = globalThis as {
  readonly XMLHttpRequest?: new () => Watched;
};

interface Sending extends CallOptions {
  readonly timeout: number;
  readonly fetch: typeof fetch | undefined;
}

const urlencoded = 'application/x-www-form-urlencoded';

/**
 * Sends one request, and waits for its answer no longer than it may take.
 * @throws TimeoutError, NetworkError, or the reason of the caller's signal
 */
export async function exchange(request: Outgoing, sending: Sending): Promise<Incoming> {
  const { signal, timeout, onProgress } = sending;
  stopIfAborted(signal);
  // Not AbortSignal.timeout and AbortSignal.any, which React Native has not.
  const ending = new AbortController();
  const late = { is: false };
  const timer = setTimeout(() => {
    late.is = true;
    ending.abort();
  }, timeout);
  const stop = (): void => {
    ending.abort();
  };
  signal?.addEventListener('abort', stop);
  const tell = (sent: number, total: number): void => {
    if (!ending.signal.aborted) onProgress?.(sent, total);
  };
  const watched = onProgress && { onProgress: tell };
  try {
    return await send(request, { ...sending, ...watched, signal: ending.signal });
  } catch (cause) {
    // What is still being read or sent is for nobody any more.
    ending.abort();
    stopIfAborted(signal);
    if (late.is) throw new TimeoutError(request.method, `no answer in ${timeout} ms`, { cause });
    throw new NetworkError(request.method, reasonOf(cause), { cause });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}

function reasonOf(cause: unknown): string {
  const inner: unknown = cause instanceof Error ? (cause.cause ?? cause) : cause;
  return inner instanceof Error ? inner.message : String(inner);
}

/** Only XMLHttpRequest tells how much of an upload has been sent; where it is missing, a stream does. */
function send(request: Outgoing, sending: Sending): Promise<Incoming> {
  const isUpload = sending.onProgress !== undefined && request.body !== undefined;
  if (isUpload && sending.fetch === undefined && WatchedRequest !== undefined)
    return sendWatched(new WatchedRequest(), request, sending);
  return sendFetched(request, sending);
}

async function sendFetched(
  { url, body }: Outgoing,
  { fetch: given = fetch, signal, onProgress }: Sending,
): Promise<Incoming> {
  const init =
    onProgress && body !== undefined ? await streamed(body, onProgress, signal) : plain(body);
  const response = await given(url, { ...init, ...(signal && { signal }) });
  return {
    status: response.status,
    bytes: await bytesIn(response),
    authorization: response.headers.get('authorization'),
    retryAfter: secondsIn(response.headers.get('retry-after')),
  };
}

function plain(body: Outgoing['body']): RequestInit {
  if (body === undefined) return { method: 'GET' };
  if (typeof body !== 'string') return { method: 'POST', body };
  return { method: 'POST', body, headers: { 'Content-Type': urlencoded } };
}

const PIECE = 65_536;

async function streamed(
  body: string | FormData,
  onProgress: NonNullable<CallOptions['onProgress']>,
  signal: AbortSignal | undefined,
): Promise<RequestInit> {
  const whole = new Response(body);
  const type = typeof body === 'string' ? urlencoded : (whole.headers.get('content-type') ?? '');
  const bytes = await allIn(whole, signal);
  let sent = 0;
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      // Some go on reading after the signal.
      stopIfAborted(signal);
      onProgress(sent, bytes.length);
      if (sent === bytes.length) {
        controller.close();
        return;
      }
      const piece = bytes.subarray(sent, sent + PIECE);
      sent += piece.length;
      controller.enqueue(piece);
    },
  });
  const half: { duplex: 'half' } = { duplex: 'half' };
  return { method: 'POST', body: stream, headers: { 'Content-Type': type }, ...half };
}

/** The signal ends the reading of files, too. */
async function allIn({ body }: Response, signal: AbortSignal | undefined): Promise<Uint8Array> {
  const bytes = body?.pipeThrough(new TransformStream(), signal && { signal });
  return new Uint8Array(await new Response(bytes).arrayBuffer());
}

/** React Native reads no bytes, only text. */
async function bytesIn(response: Response): Promise<string> {
  const { navigator } = globalThis as { readonly navigator?: { readonly product?: string } };
  if (navigator?.product === 'ReactNative') return toBytes(await response.text());
  return bytesOf(new Uint8Array(await response.arrayBuffer()));
}

function sendWatched(
  request: Watched,
  { url, body = '' }: Outgoing,
  { signal, onProgress }: Sending,
): Promise<Incoming> {
  return new Promise((resolve, reject) => {
    request.open('POST', url);
    request.responseType = 'arraybuffer';
    if (typeof body === 'string') request.setRequestHeader('Content-Type', urlencoded);
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(loaded, total);
    request.onerror = () => {
      reject(new TypeError('the connection failed'));
    };
    request.onabort = () => {
      reject(new TypeError('the request was aborted'));
    };
    request.onload = () => {
      resolve({
        status: request.status,
        bytes: bytesOf(new Uint8Array(request.response as ArrayBuffer)),
        authorization: request.getResponseHeader('authorization'),
        retryAfter: secondsIn(request.getResponseHeader('retry-after')),
      });
    };
    signal?.addEventListener('abort', () => {
      request.abort();
    });
    request.send(body);
  });
}

function secondsIn(header: string | null): number | undefined {
  const seconds = Number(header ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}
