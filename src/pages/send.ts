import type { Response } from 'express';
import { isPackable, pack } from '../http/compress.ts';
import type { Visit } from './visit.ts';

/**
 * Sends a document that can do nothing but show itself, the pictures of this board and its own style.
 * @param formsTo where its forms may lead, redirects included
 */
export function sendHtml(
  res: Response,
  document: string,
  { baseUrl, language }: Pick<Visit, 'baseUrl' | 'language'>,
  formsTo: readonly string[] = [],
): void {
  const { origin } = new URL(baseUrl);
  res.set({
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Language': language.code,
    'Content-Security-Policy': `default-src 'none'; style-src ${origin}; img-src ${origin}; base-uri 'none'; form-action ${formsTo.length === 0 ? "'none'" : formsTo.join(' ')}; frame-ancestors 'none'`,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
  });
  const plain = Buffer.from(document);
  const { bytes, encoding } = isPackable(plain)
    ? pack(res.vary('Accept-Encoding').req, plain)
    : { bytes: plain, encoding: undefined };
  if (encoding !== undefined) res.set('Content-Encoding', encoding);
  res.send(bytes);
}
