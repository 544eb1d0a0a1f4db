import { findActor } from '../../src/call/actor.ts';
import { askTogether, type Asked, findAsked } from '../../src/call/ask.ts';
import { type Caller, type Credential, noCredential } from '../../src/call/caller.ts';
import type { Environment } from '../../src/call/environment.ts';
import { ApiError } from '../../src/errors.ts';
import type { Arrival, Dialect, Facts, Operation, Reply, Visit } from '../../src/http/dialect.ts';
import type { Body } from '../../src/http/read-body.ts';
import type { Board } from '../../src/library/board/board.ts';
import { guest, type Principal } from '../../src/principal.ts';

/** A way in that nobody needs: it shows that one is a folder and a line. */

interface Route {
  readonly verb: string;
  readonly path: RegExp;
  readonly asks: string;
  readonly status: number;
  input(given: Readonly<Record<string, string>>, id: number): object;
  headers?(result: unknown): readonly string[];
  body?(result: never): object;
}

const routes: readonly Route[] = [
  {
    verb: 'GET',
    path: /^\/toy\/topics\/(\d+)$/,
    asks: 'node.getNode',
    status: 200,
    input: (_given, nodeid) => ({ nodeid }),
    body: ({ nodeid, title, authorname }: Record<string, unknown>) => ({
      id: nodeid,
      title,
      by: authorname,
    }),
  },
  {
    verb: 'POST',
    path: /^\/toy\/topics$/,
    asks: 'content_text.add',
    status: 201,
    input: ({ channel, title, text }) => ({ data: { parentid: channel, title, rawtext: text } }),
    headers: (id) => ['Location', `/toy/topics/${String(id)}`],
    body: (id: number) => ({ id }),
  },
  {
    verb: 'PUT',
    path: /^\/toy\/topics\/(\d+)$/,
    asks: 'content_text.update',
    status: 204,
    input: ({ title, text }, nodeid) => ({ nodeid, data: { title, rawtext: text } }),
  },
  {
    verb: 'DELETE',
    path: /^\/toy\/topics\/(\d+)$/,
    asks: 'node.deleteNodes',
    status: 204,
    input: (_given, nodeid) => ({ nodeids: [nodeid], hard: false }),
  },
  {
    verb: 'GET',
    path: /^\/toy\/me$/,
    asks: 'user.fetchCurrentUserinfo',
    status: 200,
    input: () => ({}),
    body: ({ userid, username }: Record<string, unknown>) => ({ id: userid, name: username }),
  },
];

/** Keys by what is sent in `X-Toy-Key`: a member's that only reads, and one of the site. */
export interface ToyKey {
  readonly userid: number;
  readonly site: boolean;
  readonly scopes: Credential['scopes'];
}

class ToyVisit implements Visit {
  readonly arrival: Arrival;
  readonly board: Board;
  readonly route: (Route & { readonly asked: Asked }) | undefined;
  bodyUnread: boolean;
  quota = undefined;
  received = new Map<string, never>();
  uploads = false;
  fields: Readonly<Record<string, string>> = {};
  actor: Principal = guest;
  authority: Caller['authority'] = 'own';
  credential: Credential = noCredential;

  constructor(arrival: Arrival, board: Board, route: ToyVisit['route']) {
    this.arrival = arrival;
    this.board = board;
    this.route = route;
    this.bodyUnread = arrival.verb === 'POST' || arrival.verb === 'PUT';
  }

  get operation(): Operation | undefined {
    if (this.route === undefined) return undefined;
    const { mode } = this.route.asked;
    const name = `toy ${this.route.verb} ${this.route.asks}`;
    return { name, mode, reads: mode === 'readonly', takesFiles: false };
  }

  get owner() {
    return { name: this.arrival.host, member: false };
  }

  get facts(): Facts {
    const { kind, id, owner } = this.credential;
    return { user: this.actor.userid, credential: id && `${kind} ${id}`, owner };
  }

  takeBody({ map }: Body): void {
    this.fields = Object.fromEntries(
      [...map].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
    );
    this.bodyUnread = false;
  }

  takeFiles(): void {
    throw new Error('nothing here takes files');
  }
}

export function toyDialect(
  environment: Environment,
  keys: ReadonlyMap<string, ToyKey>,
): Dialect<ToyVisit> {
  const all = routes.map((route) => ({ ...route, asked: findAsked(environment, [route.asks]) }));
  const pathOf = (url: string): string => url.replace(/\?.*$/, '');
  const reply = (
    status: number,
    body: object | undefined,
    headers: readonly string[] = [],
  ): Reply => ({
    status,
    headers: ['Content-Type', 'application/json', ...headers],
    body: body === undefined ? '' : JSON.stringify(body),
  });
  const refusal = (error: ApiError): Reply =>
    reply(error.status, { code: `1T${error.status}`, reason: error.id });
  return {
    name: 'toy',
    bodies: 'declared',
    verbs(path) {
      if (!path.startsWith('/toy/')) return undefined;
      const here = routes.filter((route) => route.path.test(path)).map(({ verb }) => verb);
      return new Set(here.length > 0 ? here : ['GET', 'POST', 'PUT', 'DELETE']);
    },
    async begin(arrival) {
      const path = pathOf(arrival.url);
      const route = all.find((one) => one.verb === arrival.verb && one.path.test(path));
      return new ToyVisit(arrival, await environment.caches.board(), route);
    },
    approach: () => undefined,
    uploads: async () => false,
    async authenticate(visit) {
      const { headers } = visit.arrival;
      const sent = String(headers['x-toy-key']);
      const key = keys.get(sent);
      if (key === undefined) throw new ApiError('not_logged_no_permission');
      const other = Number(headers['x-toy-as'] ?? key.userid);
      if (other !== key.userid && !key.site) throw new ApiError('no_permission');
      visit.actor = (await findActor(environment, visit.board, other)) ?? guest;
      visit.authority = key.site ? 'site' : 'own';
      const owner = other === key.userid ? undefined : key.userid;
      visit.credential = { kind: 'key', id: sent, scopes: key.scopes, owner };
      if (visit.route === undefined) throw new ApiError('not_found', '/toy/');
    },
    async answer({ route, fields, arrival, actor, authority, credential, board }) {
      if (route === undefined) throw new Error('a visit of nothing has passed the checks');
      const id = Number(route.path.exec(pathOf(arrival.url))?.[1] ?? 0);
      const caller = { actor, authority, credential, board, host: arrival.host };
      const { result, queries } = await askTogether(environment, caller, route.asked, (ask) =>
        ask(route.asks, route.input(fields, id)),
      );
      const body = route.body?.(result as never);
      return { reply: reply(route.status, body, route.headers?.(result)), queries };
    },
    answered: () => undefined,
    refuse: async (error) => refusal(error),
    refuseUnread: refusal,
  };
}
