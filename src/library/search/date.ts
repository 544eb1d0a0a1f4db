import type { Clause } from '../../db/clause.ts';
import type { Facts } from './filters.ts';
import { type Given, refuse, type SearchValue, textOf } from './value.ts';
import { LAST_VISIT as lastVisit } from '../user/user.ts';

const DAY = 86_400;
/** A number up to this is days back from now, a larger one Unix seconds. */
const MOST_DAYS = 36_500;
const LAST_SECOND = 2_147_483_647; // what the columns hold

/** By their names as {@link nameOf} writes them. */
const spans: ReadonlyMap<string, number> = new Map([
  ['lastday', 1],
  ['lastweek', 7],
  ['lastmonth', 30],
  ['lastyear', 365],
]);
const LAST_VISIT = 'lastvisit';
/** All words that stand for a point in time, as clients write them. */
const words = [
  'lastDay',
  'lastWeek',
  'lastMonth',
  'lastYear',
  'lastVisit',
  'topicAge',
  'channelAge',
];

/** How a day may be written, as PHP reads it: `2024-12-31`, `2024/12/31`, `12/31/2024`, `31-12-2024` and `31.12.2024`. */
const days: readonly RegExp[] = [
  /^(?<year>\d{4})-(?<month>\d\d?)-(?<day>\d\d?)/,
  /^(?<year>\d{4})\/(?<month>\d\d?)\/(?<day>\d\d?)/,
  /^(?<month>\d\d?)\/(?<day>\d\d?)\/(?<year>\d{4})/,
  /^(?<day>\d\d?)[-.](?<month>\d\d?)[-.](?<year>\d{4})/,
];
const timeOfDay =
  /^(?:[T ](?<hour>\d\d?):(?<minute>\d\d)(?::(?<second>\d\d)(?:\.\d+)?)?(?<zone>Z|[+-]\d\d:?\d\d)?)?$/;

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
  const day = typeof value === 'string' ? readDay(value.trim()) : undefined;
  const whole = operator === '<=' && day?.rest === '';
  const at = whole ? day.seconds + DAY - 1 : value;
  return compare(column, operator, moment(at, facts, where));
}

function compare(column: string, operator: string, { sql, bindings }: Clause): Clause {
  return { sql: `${column} ${operator} ${sql}`, bindings };
}

function moment(value: SearchValue, facts: Facts, where: string): Clause {
  if (typeof value === 'string' && nameOf(value) === LAST_VISIT && facts.userid > 0) {
    const bindings = [facts.now - facts.board.options.cookietimeout, facts.userid];
    return { sql: `(select ${lastVisit} from "user" where userid = ?)`, bindings };
  }
  return { sql: '?', bindings: [secondsOf(value, facts, where)] };
}

function secondsOf(value: SearchValue, { now, board }: Facts, where: string): number {
  const text = textOf(value, where).trim();
  const days = daysOf(text, board.options);
  if (days !== undefined) return now - days * DAY;
  const seconds = /^\d+$/.test(text) ? Number(text) : parseDate(text);
  if (Number.isNaN(seconds)) {
    return refuse(
      where,
      `it must be days, Unix seconds, a date such as 2024-12-31, or one of ${words.join(', ')}`,
    );
  }
  return Math.min(Math.max(seconds, 0), LAST_SECOND);
}

/** `lastVisit`, `last_visit` and `lastvisit` are one. */
function nameOf(text: string): string {
  return text.trim().replaceAll('_', '').toLowerCase();
}

/** What a guest saw last is not known: the last day will do. */
function daysOf(
  text: string,
  { topicage, channelage }: Facts['board']['options'],
): number | undefined {
  const name = nameOf(text);
  if (name === 'topicage') return topicage;
  if (name === 'channelage') return channelage;
  if (name === LAST_VISIT) return 1;
  if (/^\d+$/.test(text) && Number(text) <= MOST_DAYS) return Number(text);
  return spans.get(name);
}

/** Unix seconds of a date, in UTC unless it says otherwise; NaN for all else. */
function parseDate(text: string): number {
  const day = readDay(text);
  const time = day && timeOfDay.exec(day.rest);
  if (!day || !time) return NaN;
  const { hour = '0', minute = '0', second = '0', zone = 'Z' } = time.groups ?? {};
  const into = Number(hour) * 3600 + Number(minute) * 60 + Number(second);
  return Number(hour) > 24 || Number(minute) > 59 || Number(second) > 60
    ? NaN
    : day.seconds + into - secondsEast(zone);
}

interface Day {
  /** Its beginning in UTC, Unix seconds. */
  readonly seconds: number;
  /** What follows it. */
  readonly rest: string;
}

function readDay(text: string): Day | undefined {
  const found = days.map((form) => form.exec(text)).find((match) => match !== null);
  if (found?.groups === undefined) return undefined;
  const { year, month, day } = found.groups;
  const [m, d] = [Number(month), Number(day)];
  if (m < 1 || m > 12 || d < 1 || d > 31) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(Number(year), m - 1, d);
  return { seconds: date.getTime() / 1000, rest: text.slice(found[0].length) };
}

function secondsEast(zone: string): number {
  if (zone === 'Z') return 0;
  const [hours, minutes] = [zone.slice(1, 3), zone.slice(-2)].map(Number);
  return (zone.startsWith('-') ? -1 : 1) * ((hours ?? 0) * 3600 + (minutes ?? 0) * 60);
}
