import { performance } from 'node:perf_hooks';
import type { Request, RequestHandler, Response } from 'express';
import { type AskByName, askTogether, findAsked } from '../call/ask.ts';
import { type Caller, languageOf, noCredential } from '../call/caller.ts';
import type { Environment } from '../call/environment.ts';
import { ApiError } from '../errors.ts';
import { tellQuota, tellWait } from '../http/pace.ts';
import { requestIdOf } from '../http/request-id.ts';
import { printRefusal } from '../http/refuse.ts';
import { refusalFor } from '../call/refusal.ts';
import type { Board } from '../library/board/board.ts';
import { idIn } from '../library/node/page-url.ts';
import { DEFAULT_FORUM_PARENT } from '../library/board/system-channels.ts';
import { addressOf, networkOf } from '../network.ts';
import { guest } from '../principal.ts';
import { documentOf } from './layout.ts';
import { refusalOf } from './refusal.ts';
import { sendHtml } from './send.ts';
import {
  type Elsewhere,
  languageFor,
  type Page,
  pageMethods,
  type View,
  type Visit,
} from './visit.ts';

/** Shows a page to whoever asks: always as to a guest, whoever they are. */
export function servePage(environment: Environment, page: Page): RequestHandler {
  const asked = findAsked(environment, pageMethods);
  return async (req, res) => {
    const id = requestIdOf(req);
    const started = performance.now();
    let error: ApiError | undefined;
    let queries = 0;
    let bug: unknown;
    let leave: (() => void) | undefined;
    try {
      environment.proxies.notice(req);
      leave = await enter(environment);
      const board = await admit(environment, req, res);
      const caller = visitorOf(req, board);
      const outcome = await askTogether(environment, caller, asked, (ask) =>
        page.show(visitOf(environment, caller, req, ask)),
      );
      queries = outcome.queries;
      sendResult(environment, caller, outcome.result, res);
    } catch (failure) {
      error = refusalFor(failure, id);
      if (error.id === 'unexpected_error') bug = failure;
      await refusePage(environment, error, req, res);
    } finally {
      if (leave !== undefined) environment.admission.handOver(leave, res);
    }
    const ms = Math.round((performance.now() - started) * 1000) / 1000;
    environment.metrics.count(`page.${page.name}`, error?.id ?? 'ok', ms);
    const line = { id, page: page.name, queries, ms, error: error?.id, err: bug };
    if (bug === undefined) environment.log.info(line, 'page');
    else environment.log.error(line, 'page failed');
  };
}

async function enter({ admission, metrics, faults }: Environment): Promise<() => void> {
  if (!admission.full) return admission.enter('readonly');
  metrics.countUnread();
  faults.note('toobusy');
  throw new ApiError('toobusy');
}

/** Pages count like calls: their visitor's network has as many as a guest. */
async function admit({ caches, limits }: Environment, req: Request, res: Response): Promise<Board> {
  const board = await caches.board();
  tellQuota(res, await limits.calling(`pages ${networkOf(hostOf(req))}`));
  const { bbactive, bbclosedreason } = board.options;
  if (bbactive !== 1) throw new ApiError('bbclosed', bbclosedreason);
  return board;
}

function hostOf(req: Request): string {
  return addressOf(req.ip, req.socket.remoteAddress);
}

function visitorOf(req: Request, board: Board): Caller {
  const accepted = req.headers['accept-language'];
  const nobody = { actor: guest, authority: 'own', credential: noCredential } as const;
  return { ...nobody, host: hostOf(req), board, accepted };
}

function visitOf(environment: Environment, caller: Caller, req: Request, ask: AskByName): Visit {
  const [, query = ''] = /\?(.*)$/s.exec(req.url) ?? [];
  return {
    id: idIn(String(req.params.place ?? '')),
    query: new URLSearchParams(query),
    ask: ask as unknown as Visit['ask'],
    baseUrl: environment.baseUrl(),
    options: caller.board.options,
    language: languageFor(languageOf(caller)),
  };
}

/** Seconds that others may keep a page: it is the same for all who read its language. */
const FRESH = 60;

function sendResult(
  environment: Environment,
  caller: Caller,
  result: View | Elsewhere,
  res: Response,
): void {
  res.set('Cache-Control', `public, max-age=${FRESH}`).vary('Accept-Language');
  if ('to' in result) {
    res.redirect(result.forGood === true ? 301 : 302, result.to);
    return;
  }
  const around = {
    baseUrl: environment.baseUrl(),
    language: languageFor(languageOf(caller)),
    options: caller.board.options,
  };
  sendHtml(res, documentOf(result, around), around);
}

/** Refuses as a small page where a browser asks, and as the API does where anybody else does. */
export async function refusePage(
  environment: Environment,
  error: ApiError,
  req: Request,
  res: Response,
): Promise<void> {
  if (res.headersSent || res.destroyed) return;
  tellWait(res, error);
  res.set('Cache-Control', 'no-store').vary('Accept');
  if (req.accepts(['json', 'html']) !== 'html') {
    res.status(error.status).type('json').send(printRefusal(error));
    return;
  }
  const board = await environment.caches.board();
  const caller = visitorOf(req, board);
  const languageid = languageOf(caller);
  const baseUrl = environment.baseUrl();
  const around = { baseUrl, language: languageFor(languageid), options: board.options };
  const { status, view } = refusalOf(error, {
    url: askedAddress(environment, req),
    language: around.language,
    languageid,
    open: seesForums(board),
  });
  res.vary('Accept-Language').status(status).set('X-Robots-Tag', 'noindex');
  sendHtml(res, documentOf(view, around), around);
}

/** What was asked for, as members reach it; the board itself for what does not lie below it. */
function askedAddress(environment: Environment, { originalUrl }: Request): string {
  const { BASE_PATH } = environment.config;
  const below = originalUrl.startsWith(`${BASE_PATH}/`) ? originalUrl.slice(BASE_PATH.length) : '/';
  return new URL(`${environment.baseUrl()}${below}`).href;
}

function seesForums(board: Board): boolean {
  return board.permissionsOf(guest).viewable.has(board.channelByGuid(DEFAULT_FORUM_PARENT));
}
