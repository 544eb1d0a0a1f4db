import type { Db } from '../../db/db.ts';
import { chunksOf, inList } from '../../db/in-list.ts';
import { updateNode } from './node.ts';

/** What a node shows follows from its own state and that of all above it. */
interface StateRow {
  readonly child: number;
  readonly showopen: number;
  readonly showapproved: number;
  readonly showpublished: number;
  readonly isopen: number;
  readonly isapproved: number;
  readonly ispublished: number;
}

/** What shows, and what it follows from: 1 while everything above and the node itself is so. */
const shownBy = {
  showopen: 'isopen',
  showapproved: 'isapproved',
  showpublished: 'ispublished',
} as const satisfies Partial<Record<keyof StateRow, keyof StateRow>>;
export type Shown = keyof typeof shownBy;

const allShown = Object.keys(shownBy) as Shown[];

/** Closes or opens a node. What lies below shows as open only while everything above it is open. */
export async function setOpen(db: Db, nodeid: number, open: boolean): Promise<void> {
  await updateNode(db, nodeid, { open: open ? 1 : 0 });
  await refreshShown(db, nodeid, ['showopen']);
}

/**
 * Works out anew what shows in a subtree: closed, unapproved, deleted or waiting for its time is what lies below
 * anything that is so. Only what changes is written, some hundreds of nodes in a statement.
 */
export async function refreshShown(
  db: Db,
  root: number,
  names: readonly Shown[] = allShown,
): Promise<void> {
  const rows = await db.all<StateRow>(
    `select c.child, n.showopen, n.showapproved, n.showpublished,
        min(a.open) as isopen, min(a.approved) as isapproved,
        min(case when a.unpublishdate = 0 and a.scheduled = 0 then 1 else 0 end) as ispublished
      from closure c join node n on n.nodeid = c.child
      join closure up on up.child = c.child join node a on a.nodeid = up.parent
      where c.parent = ? group by c.child, n.showopen, n.showapproved, n.showpublished`,
    [root],
  );
  for (const name of names) {
    for (const value of [0, 1]) {
      const wrong = rows.filter((row) => row[shownBy[name]] === value && row[name] !== value);
      await setShown(
        db,
        name,
        value,
        wrong.map((row) => row.child),
      );
    }
  }
}

async function setShown(
  db: Db,
  name: Shown,
  value: number,
  nodeids: readonly number[],
): Promise<void> {
  for (const chunk of chunksOf(nodeids)) {
    const { sql, bindings } = inList(chunk);
    await db.run(`update node set ${name} = ? where nodeid in ${sql}`, [value, ...bindings]);
  }
}
