import type { ResultOf } from '../../../call/ask.ts';

type Usergroup = ResultOf<'usergroup.fetchUsergroupList'>[number];

/** A usergroup (dialects.md 1.4). */
export interface Group {
  readonly id: number;
  readonly name: string;
  /** The name as HTML. */
  readonly formattedName: string;
}

export function groupOf({ usergroupid, title, opentag, closetag }: Usergroup): Group {
  return { id: usergroupid, name: title, formattedName: `${opentag}${title}${closetag}` };
}

/** The usergroups of the board by id. */
export type Groups = ReadonlyMap<number, Group>;

export function groupsById(usergroups: readonly Usergroup[]): Groups {
  return new Map(usergroups.map((row) => [row.usergroupid, groupOf(row)]));
}

/** A usergroup that a member is in; one that has been deleted has its id alone. */
export function groupWith(groups: Groups, id: number): Group {
  return groups.get(id) ?? { id, name: '', formattedName: '' };
}
