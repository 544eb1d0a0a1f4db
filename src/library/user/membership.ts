import type { Clause } from '../../db/clause.ts';
import { inList } from '../../db/in-list.ts';

/** The user `u` is in one of these usergroups, as the primary one or another. There is at least one. */
export function inUsergroups(usergroups: readonly number[]): Clause {
  const { sql, bindings } = inList(usergroups);
  // a list of numbers with commas between
  const among = usergroups.flatMap((id) => [`${id}`, `${id},%`, `%,${id}`, `%,${id},%`]);
  const others = among.map(() => 'u.membergroupids like ?').join(' or ');
  return { sql: `(u.usergroupid in ${sql} or ${others})`, bindings: [...bindings, ...among] };
}
