import type { IncomingHttpHeaders } from 'node:http';
import type { Parameters } from './parameters.ts';

/** A key or an access token, as it was sent. */
export interface Sent {
  readonly kind: 'key' | 'token';
  readonly value: string;
  /** Whether it stood in the URL, where proxies log it. */
  readonly inUrl: boolean;
}

/**
 * The credential of a request, in all shapes in which clients send one; the first that is there counts
 * (dialects-additions A1.2). Undefined without any.
 */
export function sentCredential(
  headers: IncomingHttpHeaders,
  parameters: Parameters,
): Sent | undefined {
  const inUrl = parameters.query;
  return (
    fromHeader(headers.authorization) ??
    fromHeader(single(headers['x-authorization']), true) ??
    given('key', inUrl.get('key'), true) ??
    given('key', parameters.body.get('key'), false) ??
    given('token', inUrl.get('access_token'), true) ??
    given('token', parameters.body.get('access_token'), false)
  );
}

/** @param bare whether a base64 value may stand without the word `Basic` */
function fromHeader(header = '', bare = false): Sent | undefined {
  const [, scheme = '', value = ''] = /^\s*(?:(basic|bearer)\s+)?(\S*)\s*$/i.exec(header) ?? [];
  if (scheme.toLowerCase() === 'bearer') return given('token', value, false);
  if (scheme === '' && !bare) return undefined;
  const [key] = Buffer.from(value, 'base64').toString('latin1').split(':', 1);
  return given('key', key, false);
}

function given(kind: Sent['kind'], value: unknown, inUrl: boolean): Sent | undefined {
  return typeof value === 'string' && value !== '' ? { kind, value, inUrl } : undefined;
}

function single(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}
