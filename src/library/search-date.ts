import type { Facts } from './search-filters.ts';
import type { Clause } from './search-match.ts';
import { type Given, refuse, type SearchValue, textOf } from './search-value.ts';

const DAY = 86_400;
/** A number up to this is days back from now, a larger one Unix seconds. */
const MOST_DAYS = 36_500;
const LAST_SECOND = 2_147_483_647; // what the columns hold

const spans: ReadonlyMap<string, number> = new Map([
  ['lastDay', 1],
  ['lastWeek', 7],
  ['lastMonth', 30],
  ['lastYear', 365],
]);
const isoDate = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/;

/** Since a point in time, or between two. Lists of topics mean their last activity, all others the publication. */
export function dateClause(value: SearchValue, facts: Facts, name: string): Clause | undefined {
  const column = facts.given.get('view') === 'topic' ? 'n.lastcontent' : 'n.publishdate';
  if (!(value instanceof Map)) return compare(column, '>=', moment(value, facts, name));
  const range = value as Given;
  const bounds = [
    bound(column, '>=', range.get('from'), facts, `${name}.from`),
    bound(column, '<=', range.get('to'), facts, `${name}.to`),
  ].filter((clause) => clause !== undefined);
  if (bounds.length === 0) return undefined;
  return {
    sql: bounds.map(({ sql }) => sql).join(' and '),
    bindings: bounds.flatMap(({ bindings }) => bindings),
  };
}

function bound(
  column: string,
  operator: '>=' | '<=',
  value: SearchValue | undefined,
  facts: Facts,
  where: string,
): Clause | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  const day = typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
  const at = operator === '<=' && day ? `${value}T23:59:59Z` : value;
  return compare(column, operator, moment(at, facts, where));
}

function compare(column: string, operator: string, { sql, bindings }: Clause): Clause {
  return { sql: `${column} ${operator} ${sql}`, bindings };
}

function moment(value: SearchValue, facts: Facts, where: string): Clause {
  if (value === 'lastVisit' && facts.userid > 0) {
    return { sql: '(select lastvisit from "user" where userid = ?)', bindings: [facts.userid] };
  }
  return { sql: '?', bindings: [secondsOf(value, facts, where)] };
}

function secondsOf(value: SearchValue, { now, board }: Facts, where: string): number {
  const text = textOf(value, where).trim();
  const days = daysOf(text, board.options);
  if (days !== undefined) return now - days * DAY;
  const seconds = /^\d+$/.test(text) ? Number(text) : parseDate(text);
  if (Number.isNaN(seconds)) {
    return refuse(where, 'days, Unix seconds, a date such as 2024-12-31, or lastWeek is due');
  }
  return Math.min(Math.max(seconds, 0), LAST_SECOND);
}

/** What a guest saw last is not known: the last day will do. */
function daysOf(
  text: string,
  { topicage, channelage }: Facts['board']['options'],
): number | undefined {
  if (text === 'topicAge') return topicage;
  if (text === 'channelAge') return channelage;
  if (text === 'lastVisit') return 1;
  if (/^\d+$/.test(text) && Number(text) <= MOST_DAYS) return Number(text);
  return spans.get(text);
}

/** Unix seconds of an ISO date, in UTC unless it says otherwise; NaN for all else. */
function parseDate(text: string): number {
  if (!isoDate.test(text)) return NaN;
  const zoned = text.length <= 10 || /(?:Z|[+-]\d\d:?\d\d)$/.test(text.slice(10));
  return Math.floor(Date.parse(text.replace(' ', 'T') + (zoned ? '' : 'Z')) / 1000);
}
