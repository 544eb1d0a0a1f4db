import { casts } from '../../call/cast.ts';
import { ApiError } from '../../errors.ts';
import type { WireValue } from '../../protocol/wire.ts';
import { decoded, type Parameters } from './parameters.ts';

/** How a parameter is read. What was not given, or is an empty text where that says nothing, is undefined. */
export interface Kind<T> {
  /** JSON Schema, for the OpenAPI document. */
  readonly schema: object;
  /** A sentence, for the reference. */
  readonly doc: string;
  /** @throws ApiError `invalid_parameter` */
  readonly read: Read<T | undefined>;
}

type Read<T> = (value: WireValue, name: string) => T;

export type Takes = Readonly<Record<string, Kind<unknown>>>;

/** What was read, by name. */
export type Given<T extends Takes> = {
  readonly [K in keyof T]: T[K] extends Kind<infer V> ? V | undefined : never;
};

/** Reads all parameters of an endpoint. @throws ApiError `invalid_parameter` */
export function readTakes<T extends Takes>(takes: T, parameters: Parameters): Given<T> {
  const entries = Object.entries(takes).map(([name, kind]) => {
    const value = parameters.get(name);
    return [name, value === undefined ? undefined : kind.read(value, name)];
  });
  return Object.fromEntries(entries) as Given<T>;
}

/** A kind that an empty text says nothing for. */
function kind<T>(
  doc: string,
  schema: object,
  read: (value: WireValue, name: string) => T,
): Kind<T> {
  return { doc, schema, read: (value, name) => (value === '' ? undefined : read(value, name)) };
}

const castText = casts({ kind: 'string' }) as Read<string>;
const castCount = casts({ kind: 'uint' }) as Read<number>;
const castFlag = casts({ kind: 'boolean' }) as Read<boolean>;
const castIds = casts({ kind: 'list', of: { kind: 'uint' } }) as Read<readonly number[]>;

/** A text; an empty one is one. */
export function text(doc: string): Kind<string> {
  return { doc, schema: { type: 'string' }, read: castText };
}

/** A whole number from 0 on. */
export function count(doc: string): Kind<number> {
  return kind(doc, { type: 'integer', minimum: 0 }, castCount);
}

/** 1 or 0, or a word for it: clients write `true` and `false`, too (dialects-additions A0.3). */
export function flag(doc: string): Kind<boolean> {
  return kind(doc, { type: 'integer', enum: [0, 1] }, castFlag);
}

/** One of these words, in any case. */
export function word<const W extends string>(words: readonly W[], doc: string): Kind<W> {
  return kind(
    doc,
    { type: 'string', enum: words },
    casts({ kind: 'oneOf', values: [...words] }) as Read<W>,
  );
}

/** Ids with commas between, as one, or as a list. */
export function ids(doc: string): Kind<readonly number[]> {
  return kind(doc, { type: 'string' }, castIds);
}

/** The same where an empty text says that there are to be none. */
export function someIds(doc: string): Kind<readonly number[]> {
  const { schema, read } = ids(doc);
  return { doc, schema, read: (value, name) => (value === '' ? [] : read(value, name)) };
}

/** Texts with commas between, or as a list. */
export function texts(doc: string): Kind<readonly string[]> {
  return {
    doc,
    schema: { type: 'array', items: { type: 'string' } },
    read(value, name) {
      const all = typeof value === 'string' ? value.split(',') : [...value.values()];
      return all
        .map((item) => decoded(name, typeof item === 'string' ? item : '').trim())
        .filter((item) => item !== '');
    },
  };
}

/** What `hidden` says of something new. */
export const hiddenDoc =
  '0 shown, 1 waits for approval, -1 hidden by a moderator, which is the same here. Without the right it is ignored.';

/** What `date` says of something new. */
export const dateDoc =
  'When it is to be published, if that lies ahead; a time that has passed has no effect, since nothing is made older than it is. For the site alone.';

/** How content is hidden: 0 shown, 1 waits for approval, -1 hidden by a moderator. */
export function hiding(doc: string): Kind<-1 | 0 | 1> {
  const words: ReadonlyMap<WireValue, -1 | 0 | 1> = new Map([
    ['-1', -1],
    ...['0', 'false'].map((value) => [value, 0] as const),
    ...['1', 'true'].map((value) => [value, 1] as const),
  ]);
  return kind(doc, { type: 'integer', enum: [-1, 0, 1] }, (value, name) => {
    const found = words.get(value);
    if (found === undefined) throw new ApiError('invalid_parameter', name, 'it must be -1, 0 or 1');
    return found;
  });
}

/** Texts by number, as `name[3]=text`. */
export function numbered(doc: string): Kind<ReadonlyMap<number, string>> {
  return {
    doc,
    schema: { type: 'object', additionalProperties: { type: 'string' } },
    read(value, name) {
      if (typeof value === 'string') return new Map();
      const entries = [...value].map(
        ([key, item]) =>
          [Number(key), decoded(name, typeof item === 'string' ? item : '')] as const,
      );
      return new Map(entries.filter(([key]) => Number.isInteger(key) && key >= 0));
    },
  };
}

/** What has a shape of its own, such as the questions of a poll. */
export function tree(doc: string): Kind<WireValue> {
  return { doc, schema: { type: 'object' }, read: (value) => value };
}

/** The last second that the board knows. */
const LAST_SECOND = 2_147_483_647;
const wholeSeconds = /^\d{1,10}$/;
const written =
  /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?$/i;

/** A moment: Unix seconds, or a date and time as RFC 3339 has them; without a zone they are UTC. */
export function moment(doc: string): Kind<number> {
  return kind(doc, { type: 'string', format: 'date-time' }, (value, name) => {
    const seconds = typeof value === 'string' ? secondsOf(value.trim()) : Number.NaN;
    if (!(seconds >= 0 && seconds <= LAST_SECOND))
      throw new ApiError('invalid_parameter', name, 'it must be Unix seconds or a date and time');
    return seconds;
  });
}

function secondsOf(value: string): number {
  if (wholeSeconds.test(value)) return Number(value);
  const [, date, time = '00:00:00', zone = 'Z'] = written.exec(value) ?? [];
  return date === undefined ? Number.NaN : Math.floor(Date.parse(`${date}T${time}${zone}`) / 1000);
}

/** What every list takes. */
export const paging = {
  page: count('The page, from 1 on.'),
  perPage: count('How many on a page: 25 when left out.'),
};
