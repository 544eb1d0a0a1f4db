import type { Environment } from './call/environment.ts';
import { invision } from './dialects/invision/dialect.ts';
import { vbulletin } from './dialects/vbulletin/dialect.ts';
import type { WaysIn } from './http/app.ts';
import { createPages, refuseUnknown } from './pages/router.ts';

/** All ways into this board. */
export function waysIn(environment: Environment): WaysIn {
  return {
    dialects: [vbulletin(environment), invision(environment)],
    pages: createPages(environment),
    lost: refuseUnknown(environment),
  };
}
