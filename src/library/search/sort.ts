import type { ListSort } from '../../db/list-pages.ts';
import { flagOf, type Given, refuse, type SearchValue, textOf } from './value.ts';

export type Direction = 'asc' | 'desc';
export type SortField = keyof typeof columns;

/** What results are sorted by, the first field first. */
export interface Order {
  readonly fields: readonly (readonly [field: SortField, direction: Direction])[];
  /** True when an index has the nodes in this order. */
  readonly indexed: boolean;
  /** By how well the words fit, before anything else. */
  readonly relevance: boolean;
  /** Sticky topics first. */
  readonly stickyFirst?: boolean;
}

/** A member by what he is sorted by everywhere: case and accents do not decide. A guest has only the name he gave. */
const author =
  '(select coalesce(max(a.usernamefold), n.authorname) from "user" a where a.userid = n.userid)';

/** Columns of the node `n`, by the names that clients give. */
const columns = {
  publishdate: 'n.publishdate',
  lastcontent: 'n.lastcontent',
  created: 'n.created',
  started: '(select s.publishdate from node s where s.nodeid = n.starter)',
  title: 'n.titlekey',
  author,
  textcount: 'n.textcount',
  displayorder: 'n.displayorder',
  votes: 'n.votes',
} as const;

const names: ReadonlyMap<string, SortField | 'relevance'> = new Map<
  string,
  SortField | 'relevance'
>([
  ...(Object.keys(columns) as SortField[]).map((field) => [field, field] as const),
  ['user', 'author'],
  ['last_post', 'lastcontent'],
  ['replies', 'textcount'],
  ['rank', 'relevance'],
  ['relevance', 'relevance'],
]);

const MOST_FIELDS = 4;

/**
 * Reads `sort`: a field, or fields with `asc` or `desc`. Without a direction the largest comes first, but for titles.
 * @throws ApiError `invalid_search`
 */
export function readOrder(given: Given, fallback: SortField, direction: Direction): Order {
  const stickyFirst = flagOf(given.get('include_sticky'), 'include_sticky');
  const wanted = sorts(given.get('sort'));
  const fields = wanted.flatMap(([field, way]) =>
    field === 'relevance' ? [] : ([[field, way]] as const),
  );
  const chosen = fields.length === 0 ? ([[fallback, direction]] as const) : fields;
  const indexed = chosen.length === 1 && isDate(chosen[0][0]);
  const relevance = wanted.some(([field]) => field === 'relevance');
  return { fields: chosen, indexed: indexed && !stickyFirst, relevance, stickyFirst };
}

/** An index has nodes in the order of these. */
function isDate(field: SortField): boolean {
  return field === 'publishdate' || field === 'lastcontent';
}

function sorts(value: SearchValue | undefined): (readonly [SortField | 'relevance', Direction])[] {
  if (value === undefined || value === null || value === '') return [];
  const entries = value instanceof Map ? [...(value as Given)] : namesOf(value);
  if (entries.length > MOST_FIELDS) refuse('sort', `at most ${MOST_FIELDS} fields are allowed`);
  return entries.map(([key, item]) => {
    // PHP's lists have numbers for names
    const [name, way] = /^\d+$/.test(key) ? [textOf(item, 'sort'), ''] : [key, item];
    const known = [...names.keys()].join(', ');
    const field = names.get(name) ?? refuse('sort', `it must be one of ${known}`);
    return [field, directionOf(way, field)] as const;
  });
}

function namesOf(value: SearchValue): [string, SearchValue][] {
  const list = Array.isArray(value) ? (value as readonly SearchValue[]) : [value];
  return list.map((item, index) => [String(index), item]);
}

function directionOf(value: SearchValue, field: string): Direction {
  const way = textOf(value, `sort.${field}`).toLowerCase();
  if (way === '') return field === 'title' ? 'asc' : 'desc';
  return way === 'asc' || way === 'desc' ? way : refuse(`sort.${field}`, 'it must be asc or desc');
}

/** @param dated dates are those of the closure `c`, whose index has them in order */
export function orderSql({ fields, stickyFirst }: Order, dated = false): string {
  const last = fields.at(-1)?.[1] ?? 'desc';
  const parts = fields.map(([field, way]) => {
    const column = dated && field === 'publishdate' ? 'c.publishdate' : columns[field];
    return `${column} ${way}`;
  });
  const sticky = stickyFirst ? ['n.sticky desc'] : [];
  return [...sticky, ...parts, `${dated ? 'c.child' : 'n.nodeid'} ${last}`].join(', ');
}

/** The same order for a list that is read by places; undefined when it is not by one date. */
export function listSort(
  { fields, stickyFirst = false }: Order,
  dated = false,
): ListSort | undefined {
  const [only, ...more] = fields;
  if (only === undefined || more.length > 0 || !isDate(only[0])) return undefined;
  const [field, way] = only;
  const column = dated && field === 'publishdate' ? 'c.publishdate' : columns[field];
  return { key: column, id: dated ? 'c.child' : 'n.nodeid', sticky: stickyFirst, way };
}
