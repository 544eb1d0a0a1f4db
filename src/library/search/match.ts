import type { Clause } from '../../db/clause.ts';
import type { Db, Engine } from '../../db/db.ts';
import type { Keywords } from './query.ts';
import type { Term } from '../text/words.ts';

/**
 * How many texts that have the words are looked at, the newest ones: a word that nearly every post has would otherwise
 * cost a look at nearly every post.
 */
const MOST_MATCHES = 20_000;

interface Matcher {
  readonly title: Clauser;
  readonly all: Clauser;
}
type Clauser = (keywords: Keywords) => Clause;

/** The newest nodes that have the words, as a select of `nodeid`. */
export function matching(db: Db, keywords: Keywords, titleOnly: boolean): Clause {
  const { sql, bindings } = matchers[db.engine][titleOnly ? 'title' : 'all'](keywords);
  return { sql: `${sql} order by nodeid desc limit ${MOST_MATCHES}`, bindings };
}

/** Words are made of `a-z0-9` alone (`search-words.ts`), so nothing in them can mean anything to an engine. */
const matchers: Readonly<Record<Engine, Matcher>> = {
  sqlite: {
    all: (keywords) => fts5(fts5Query(keywords)),
    title: (keywords) => fts5(`{title} : (${fts5Query(keywords)})`),
  },
  postgres: {
    all: (keywords) => tsquery(keywords, ''),
    title: (keywords) => tsquery(keywords, 'A'),
  },
  mysql: {
    all: (keywords) => against(keywords, 'title, body'),
    title: (keywords) => against(keywords, 'title'),
  },
};

function fts5(query: string): Clause {
  return {
    sql: 'select rowid as nodeid from searchfts where searchfts match ?',
    bindings: [query],
  };
}

function fts5Query({ all, none }: Keywords): string {
  const must = all.map((group) => anyOf(group, fts5Term, ' OR ')).join(' AND ');
  return none.length === 0 ? must : `(${must}) NOT ${anyOf(none, fts5Term, ' OR ')}`;
}

function fts5Term({ phrase, prefix }: Term): string {
  return parts(phrase.length > 0 && `"${phrase.join(' ')}"`, prefix && `${prefix}*`, ' AND ');
}

function tsquery(keywords: Keywords, weight: string): Clause {
  const term = (each: Term): string => tsTerm(each, weight);
  const must = keywords.all.map((group) => anyOf(group, term, ' | ')).join(' & ');
  const query =
    keywords.none.length === 0 ? must : `${must} & !${anyOf(keywords.none, term, ' | ')}`;
  return {
    sql: 'select nodeid from searchindex where words @@ cast(? as tsquery)',
    bindings: [query],
  };
}

function tsTerm({ phrase, prefix }: Term, weight: string): string {
  const mark = weight && `:${weight}`;
  const words = phrase.map((word) => word + mark).join(' <-> ');
  return parts(words !== '' && `(${words})`, prefix && `${prefix}:*${weight}`, ' & ');
}

function against({ all, none }: Keywords, columns: string): Clause {
  const query = [
    ...all.map((group) => `+(${group.map(booleanTerm).join(' ')})`),
    ...none.map((term) => `-(${booleanTerm(term)})`),
  ].join(' ');
  return {
    sql: `select nodeid from searchindex where match (${columns}) against (? in boolean mode)`,
    bindings: [query],
  };
}

function booleanTerm({ phrase, prefix }: Term): string {
  const words = phrase.length === 1 ? phrase.join('') : `"${phrase.join(' ')}"`;
  const both = phrase.length > 0 && prefix !== undefined;
  if (both) return `(+${words} +${prefix}*)`;
  return prefix === undefined ? words : `${prefix}*`;
}

function anyOf(terms: readonly Term[], print: (term: Term) => string, or: string): string {
  return `(${terms.map(print).join(or)})`;
}

/** One or both of two parts. */
function parts(first: string | false, second: string | undefined, and: string): string {
  const given = [first, second].filter((part) => part);
  return given.length === 2 ? `(${given.join(and)})` : given.join('');
}
