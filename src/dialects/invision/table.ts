import type { Environment } from '../../call/environment.ts';
import { type Asked, findAsked } from '../../call/ask.ts';
import type { AnyEndpoint, Verb } from './endpoint.ts';
import { forums } from './endpoints/forums.ts';
import { groups } from './endpoints/groups.ts';
import { hello } from './endpoints/hello.ts';
import { members } from './endpoints/members.ts';
import { posts } from './endpoints/posts.ts';
import { topics } from './endpoints/topics.ts';
import { webhooks } from './endpoints/webhooks.ts';

/** All endpoints, in the order of the reference. */
export const endpoints: readonly AnyEndpoint[] = [
  ...hello,
  ...members,
  ...groups,
  ...forums,
  ...topics,
  ...posts,
  ...webhooks,
];

/** Applications of Invision that this board has not: they answer `APP_DISABLED`. */
export const disabledApps: ReadonlySet<string> = new Set([
  ...['blog', 'calendar', 'cms', 'downloads', 'gallery', 'nexus'],
]);

/** An endpoint with what it asks, found by the levels of its path. */
export interface Row {
  readonly endpoint: AnyEndpoint;
  readonly asked: Asked;
  readonly verb: Verb;
  readonly app: string;
  readonly controller: string;
  /** As rights name it: `POSTitem_react` (dialects.md 1.2). */
  readonly name: string;
}

/** Where a path leads. */
export interface Place {
  /** By their verb; none where nothing is. */
  readonly rows: ReadonlyMap<Verb, Row>;
  readonly id: number;
  readonly child: number;
}

/** The apps there are, with their controllers. */
export type Table = ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, PlaceRows>>>;
type PlaceRows = Map<Verb, Row>;

/** Puts the endpoints where they are looked for. @throws Error when one asks a method that is not there */
export function buildTable(environment: Pick<Environment, 'registry'>): Table {
  const apps = new Map<string, Map<string, Map<string, PlaceRows>>>();
  for (const endpoint of endpoints) {
    const row = rowOf(environment, endpoint);
    const controllers = upsert(apps, row.app, () => new Map<string, Map<string, PlaceRows>>());
    const shapes = upsert(controllers, row.controller, () => new Map<string, PlaceRows>());
    upsert(shapes, shapeOf(endpoint.path), () => new Map<Verb, Row>()).set(row.verb, row);
  }
  return apps;
}

/** By the rows of endpoints whose answer another one shows, the rows of those. @throws Error when there is none like that */
export function showersIn(table: Table): ReadonlyMap<Row, Row> {
  const rows = [...table.values()].flatMap((controllers) =>
    [...controllers.values()].flatMap((shapes) =>
      [...shapes.values()].flatMap((verbs) => [...verbs.values()]),
    ),
  );
  const byPath = new Map<string, Row>(rows.map((row) => [row.endpoint.path, row]));
  return new Map(
    rows.flatMap((row) => {
      const { path, shows } = row.endpoint;
      if (shows === undefined) return [];
      const shower = byPath.get(shows);
      if (shower === undefined) throw new Error(`${path} is shown by ${shows}, which is not there`);
      return [[row, shower] as const];
    }),
  );
}

/** The endpoint of a path such as `GET /forums/topics/{id}`. @throws Error when there is none */
export function rowAt(environment: Pick<Environment, 'registry'>, path: string): Row {
  const endpoint = endpoints.find((one) => one.path === path);
  if (endpoint === undefined) throw new Error(`${path} is not there`);
  return rowOf(environment, endpoint);
}

function rowOf(environment: Pick<Environment, 'registry'>, endpoint: AnyEndpoint): Row {
  const [verb = '', path = ''] = endpoint.path.split(' ');
  const [, app = '', controller = '', ...rest] = path.split('/');
  const level = rest.length === 0 ? 'index' : 'item';
  const sub = rest[1] === undefined ? '' : `_${rest[1]}`;
  return {
    endpoint,
    asked: findAsked(environment, endpoint.asks),
    verb: verb as Verb,
    ...{ app, controller, name: `${verb}${level}${sub}` },
  };
}

/** What is behind app and controller, with `#` for ids: '' for the list, `#`, `#/posts`, `#/secgroup/#`. */
function shapeOf(path: string): string {
  return path
    .split('/')
    .slice(3)
    .join('/')
    .replace(/\{\w+\}/g, '#');
}

/** What is at these levels below a controller. Ids are whole numbers: all else names nothing. */
export function placeAt(
  shapes: ReadonlyMap<string, ReadonlyMap<Verb, Row>>,
  levels: readonly string[],
): Place {
  const isId = (level: string): boolean => /^\d{1,10}$/.test(level);
  const shape = levels.map((level) => (isId(level) ? '#' : level)).join('/');
  const [id = 0, child = 0] = levels.filter(isId).map(Number);
  return { rows: shapes.get(shape) ?? new Map(), id, child };
}

function upsert<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key) ?? make();
  map.set(key, found);
  return found;
}
