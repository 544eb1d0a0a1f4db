import { type Clause, conjunction } from '../../db/clause.ts';
import type { Db } from '../../db/db.ts';
import { inList } from '../../db/in-list.ts';
import { listPage } from '../../db/list-pages.ts';
import { countRemembered, type ListMemory } from '../../db/list-places.ts';

/** Which topics or posts are meant. What is left out does not count. */
export interface NodeFilter {
  /** True for topics alone, false for topics and all posts below them. */
  readonly topics: boolean;
  /** What the caller may find there. */
  readonly listable: Clause;
  readonly nodeids?: readonly number[] | undefined;
  /** Posts of these topics. */
  readonly starters?: readonly number[] | undefined;
  readonly userids?: readonly number[] | undefined;
  readonly open?: boolean | undefined;
  readonly sticky?: boolean | undefined;
  readonly featured?: boolean | undefined;
  /** Whether it shows: approved, and not deleted by a moderator. */
  readonly shown?: boolean | undefined;
  readonly answered?: boolean | undefined;
  /** Of these content types, or of all others. */
  readonly types?: { readonly ids: readonly number[]; readonly are: boolean } | undefined;
}

/** The orders of such a list, by what they sort by. */
export const filterOrders = {
  nodeid: 'n.nodeid',
  publishdate: 'n.publishdate',
  lastcontent: 'n.lastcontent',
  title: 'n.titlekey',
} as const;
export type FilterOrder = keyof typeof filterOrders;

export interface FilteredPage {
  readonly nodeids: readonly number[];
  readonly totalcount: number;
}

/**
 * One page of what is meant, and how many there are: two statements.
 * @param memory where the places of far pages and large totals are remembered
 */
export async function listFiltered(
  db: Db,
  filter: NodeFilter,
  { order, descending }: { readonly order: FilterOrder; readonly descending: boolean },
  { offset, perpage }: { readonly offset: number; readonly perpage: number },
  memory: ListMemory,
): Promise<FilteredPage> {
  const { sql, bindings } = conditionOf(filter);
  const from = `from node n where ${sql}`;
  const totalcount = await countRemembered(
    db,
    `select count(*) as count ${from}`,
    bindings,
    memory,
  );
  if (offset >= totalcount) return { nodeids: [], totalcount };
  const sort = { key: filterOrders[order], id: 'n.nodeid', sticky: false } as const;
  const list = {
    sql: from,
    bindings,
    sort: { ...sort, way: descending ? 'desc' : 'asc' },
  } as const;
  const nodeids = await listPage(db, { ...list, sparse: true }, offset, perpage, memory);
  return { nodeids, totalcount };
}

function conditionOf(filter: NodeFilter): Clause {
  const { listable, nodeids, starters, userids, open, sticky, featured, shown, answered, types } =
    filter;
  const among = (column: string, ids: readonly number[] | undefined): Clause[] => {
    if (ids === undefined) return [];
    const { sql, bindings } = inList(ids.length > 0 ? ids : [0]);
    return [{ sql: `${column} in ${sql}`, bindings }];
  };
  const either = (yes: string, no: string, wanted: boolean | undefined): Clause[] =>
    wanted === undefined ? [] : [{ sql: wanted ? yes : no, bindings: [] }];
  const answers = 'exists (select 1 from answer a where a.starter = n.nodeid)';
  return conjunction([
    { sql: filter.topics ? 'n.starter = n.nodeid' : 'n.starter <> 0', bindings: [] },
    listable,
    ...among('n.nodeid', nodeids),
    ...among('n.starter', starters),
    ...among('n.userid', userids),
    ...either('n.showopen = 1', 'n.showopen = 0', open),
    ...either('n.sticky = 1', 'n.sticky = 0', sticky),
    ...either('n.featured = 1', 'n.featured = 0', featured),
    ...either(
      'n.showapproved = 1 and n.showpublished = 1',
      '(n.showapproved = 0 or n.showpublished = 0)',
      shown,
    ),
    ...either(answers, `not ${answers}`, answered),
    ...(types === undefined ? [] : among(`n.contenttypeid${types.are ? '' : ' not'}`, types.ids)),
  ]);
}
