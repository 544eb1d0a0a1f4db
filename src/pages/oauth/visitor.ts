import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Request, Response } from 'express';

/** Somebody in front of the pages of OAuth, as their cookie tells; `userid` 0 before they have logged in. */
export interface Visitor {
  /** Another one for each browser, and after each login. */
  readonly sid: string;
  readonly userid: number;
  /** When they came, or logged in: Unix seconds. */
  readonly since: number;
}

const COOKIE = 'signpost_oauth';
/** So long a login on these pages lasts. */
const SECONDS = 900;

/** What signs cookies and forms. */
interface Signer {
  readonly secret: string;
  /** Unix seconds. */
  readonly now: number;
}

export function newVisitor(now: number, userid = 0): Visitor {
  return { sid: randomBytes(16).toString('hex'), userid, since: now };
}

/** Who the cookie says is there; undefined without a good one. */
export function visitorOf(req: Request, signer: Signer): Visitor | undefined {
  const cookies = (req.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  const value = cookies.find((pair) => pair.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1);
  const [sid = '', userid = '', since = '', expires = '', sum = ''] = (value ?? '').split('.');
  if (!same(sum, sumOf(signer, 'cookie', sid, userid, since, expires))) return undefined;
  if (Number(expires) <= signer.now) return undefined;
  return { sid, userid: Number(userid), since: Number(since) };
}

/** Sends the cookie. `Lax`, since a member comes here by a link of the client's. */
export function sendVisitor(res: Response, visitor: Visitor, signer: Signer, base: string): void {
  const facts = [visitor.sid, visitor.userid, visitor.since, signer.now + SECONDS].map(String);
  const sum = sumOf(signer, 'cookie', ...facts);
  const url = new URL(base);
  const secure = url.protocol === 'https:' ? '; Secure' : '';
  const path = `${url.pathname.replace(/\/$/, '')}/oauth`;
  res.append(
    'Set-Cookie',
    `${COOKIE}=${[...facts, sum].join('.')}; Path=${path}; Max-Age=${SECONDS}; HttpOnly; SameSite=Lax${secure}`,
  );
}

/** What a form of these pages carries, so that no other page can send it. */
export function formToken({ sid, userid }: Visitor, signer: Signer): string {
  return sumOf(signer, 'form', sid, String(userid));
}

export function isFormToken(sent: unknown, visitor: Visitor, signer: Signer): boolean {
  return typeof sent === 'string' && same(sent, formToken(visitor, signer));
}

function sumOf({ secret }: Signer, ...parts: readonly string[]): string {
  return createHmac('sha256', `oauth ${secret}`).update(parts.join('.')).digest('hex');
}

function same(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
}
