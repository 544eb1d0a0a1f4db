import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type RequestHandler, type Response, Router } from 'express';
import type { Environment } from '../call/environment.ts';
import { ApiError } from '../errors.ts';
import { channelPage } from './channel.ts';
import { homePage } from './home.ts';
import { memberPage } from './member.ts';
import { createOAuth } from './oauth/router.ts';
import { oldPaths } from './old-paths.ts';
import { refusePage, servePage } from './serve.ts';
import { style, stylePath } from './style.ts';
import { topicPage } from './topic.ts';

const pages = [homePage, channelPage, topicPage, memberPage, ...oldPaths];

/** Pages for browsers: what a guest may read of this board, so that every address in an answer leads somewhere. */
export function createPages(environment: Environment): Router {
  const router = Router({ caseSensitive: true });
  for (const page of pages) {
    for (const path of page.paths)
      router.get(path, servePage(environment, page)).all(path, refuseMethod(environment));
  }
  router.use(createOAuth(environment));
  router.get(stylePath, (_req, res) => {
    sendStyle(res);
  });
  // The reference, and what it links to. Its links to sources lead nowhere here.
  router.get(/^\/(?:api\.php|docs\/[\w/]+)\.md$/, (req, res, next) => {
    const headers = { 'Content-Type': 'text/markdown; charset=utf-8' };
    res.sendFile(req.path, { root: documents, headers }, (error?: Error) => {
      if (error !== undefined && !res.headersSent) next();
    });
  });
  return router;
}

/** What is found nowhere. */
export function refuseUnknown(environment: Environment): RequestHandler {
  const error = new ApiError('not_found', `${environment.config.BASE_PATH}/api.php`);
  return (req, res) => refusePage(environment, error, req, res);
}

function refuseMethod(environment: Environment): RequestHandler {
  return (req, res) => {
    res.set('Allow', 'GET, HEAD');
    return refusePage(environment, new ApiError('invalid_request_method', req.method), req, res);
  };
}

const YEAR = 365 * 86_400;

/** Its path changes with what it says. */
function sendStyle(res: Response): void {
  res.set({
    'Cache-Control': `public, max-age=${YEAR}, immutable`,
    'X-Content-Type-Options': 'nosniff',
  });
  res.type('css').send(style);
}

/** The folder of the reference; sources and what is built from them lie at different depths below it. */
const documents = fileURLToPath(
  ['../../', '../../../']
    .map((path) => new URL(path, import.meta.url))
    .find((folder) => existsSync(new URL('api.php.md', folder))) ??
    new URL('../../', import.meta.url),
);
