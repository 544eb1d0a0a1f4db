import type { Readable } from 'node:stream';
import { ApiError } from '../errors.ts';
import { parseBoundary } from '../protocol/disposition.ts';
import { PIECE_BYTES } from '../memory/allowance.ts';
import { type Multipart, type MultipartLimits, PartReader, type Place } from './multipart-parts.ts';

const MAX_BOUNDARY = 200;
/** Bodies with bare LF line ends are rewritten in memory, hence small; only hand-made clients send them. */
const MAX_LF_BODY = 1_048_576;

/** What the framing of a body may take beside its parts, and what may be on its way to the disk. */
const SLACK = 131_072;

/**
 * Reads a multipart/form-data body as PHP fills `$_POST`; files go to disk while they arrive, where `place` allows it,
 * and are otherwise held in memory like all else. PHP reads nothing of a body whose boundary is not named, or never comes; it is
 * refused here, since its fields would only be told as missing.
 *
 * The stream is never destroyed, so that a refusal can still be answered; what is left of it is the caller's to discard.
 * @throws ApiError `request_too_large`, `upload_file_exceeds_limit`, `too_many_parameters` or `invalid_body`, or what
 *   the stream, the disk or the place throws; the files written until then are gone
 */
export async function readMultipart(
  stream: Readable,
  contentType: string,
  limits: MultipartLimits,
  place: Place,
): Promise<Multipart> {
  const boundary = parseBoundary(contentType);
  if (boundary === undefined) {
    throw new ApiError('invalid_body', 'its Content-Type names no boundary (RFC 2046 5.1.1)');
  }
  if (boundary.length > MAX_BOUNDARY || !/^[ -~]+$/.test(boundary)) {
    throw new ApiError('invalid_body', 'its boundary is not up to 200 ASCII characters');
  }
  const parts = new PartReader(boundary, limits, place);
  try {
    const chunks: AsyncIterable<Buffer> = stream.iterator({ destroyOnReturn: false });
    await feed(parts, withCrlf(chunks, boundary, place), boundary, limits.bytes);
    return await parts.result();
  } catch (error) {
    await parts.discard();
    throw error;
  }
}

/**
 * Feeds a body to the reader. PHP uses a body whose closing boundary is missing as it stands, and cuts off the
 * beginning of a boundary at its end; so what is missing is supplied.
 */
async function feed(
  parts: PartReader,
  body: AsyncIterable<Buffer>,
  boundary: string,
  most: number,
): Promise<void> {
  const delimiter = `\r\n--${boundary}`;
  let tail = '\r\n';
  let size = 0;
  let begun = false;
  for await (const chunk of body) {
    await parts.write(chunk);
    // Fields and files are counted by their reader; this bounds what is neither.
    size += chunk.length;
    if (size - parts.stored > most + SLACK) throw new ApiError('request_too_large', most);
    begun ||= (tail + chunk.toString('latin1')).includes(delimiter);
    const end = chunk.toString('latin1', Math.max(0, chunk.length - delimiter.length));
    tail = (tail + end).slice(-delimiter.length);
  }
  if (!begun && size > 0) {
    throw new ApiError(
      'invalid_body',
      'the boundary of its Content-Type never comes (RFC 2046 5.1.1)',
    );
  }
  let present = delimiter.length;
  while (!tail.endsWith(delimiter.slice(0, present))) present--;
  await parts.write(Buffer.from(`${delimiter.slice(present)}--`));
}

/**
 * PHP takes a bare LF for a line end in the framing; the splitter, rightly by RFC 2046, does not. A body whose first
 * line ends so is rewritten before it is split.
 */
async function* withCrlf(
  body: AsyncIterable<Buffer>,
  boundary: string,
  place: Place,
): AsyncGenerator<Buffer> {
  const bareStart = `--${boundary}\n`;
  let held = '';
  let bare: boolean | undefined;
  for await (const chunk of body) {
    if (bare === false) {
      yield chunk;
      continue;
    }
    place.hold(chunk.length + PIECE_BYTES);
    held += chunk.toString('latin1');
    if (held.length > MAX_LF_BODY && bare) {
      throw new ApiError('invalid_body', 'its lines do not end with CR LF');
    }
    bare ??= startsWith(held, bareStart);
    if (bare === false) yield Buffer.from(held, 'latin1');
  }
  if (bare !== false) yield Buffer.from(rewriteLineEnds(held, boundary), 'latin1');
}

/** Whether a text that is still growing starts so; undefined while nobody can know. */
function startsWith(text: string, start: string): boolean | undefined {
  if (text.length >= start.length) return text.startsWith(start);
  return start.startsWith(text) ? undefined : false;
}

/** Makes the line ends of boundaries and part headers CR LF, and leaves the contents alone. */
function rewriteLineEnds(body: string, boundary: string): string {
  const parts = `\n${body}`.split(`\n--${boundary}`).map((part) => {
    const blankLine = part.indexOf('\n\n');
    const end = blankLine < 0 ? part.length : blankLine + 2;
    return part.slice(0, end).replaceAll('\n', '\r\n') + part.slice(end);
  });
  return parts.join(`\r\n--${boundary}`).slice(2);
}
