import { type Clause, nothing } from '../../db/clause.ts';
import type { Db } from '../../db/db.ts';
import type { Permissions } from '../../permissions.ts';
import { countList, type ListSource, listPage, newestFirst } from '../../db/list-pages.ts';
import { listableIn } from '../node/visible.ts';

/** The messages on one member's profile that the caller may find. Answers to them are not among them. */
export interface ProfileMessages {
  readonly userid: number;
  /** The channel of visitor messages. */
  readonly channelid: number;
  readonly permissions: Permissions;
}

/** One page of nodeids, the newest first. */
export async function listProfileMessages(
  db: Db,
  messages: ProfileMessages,
  offset: number,
  limit: number,
): Promise<number[]> {
  return listPage(db, sourceOf(messages), offset, limit);
}

export async function countProfileMessages(db: Db, messages: ProfileMessages): Promise<number> {
  return countList(db, sourceOf(messages));
}

function sourceOf(messages: ProfileMessages): ListSource {
  const { sql, bindings } = conditionOf(messages);
  return { sql: `from node n where ${sql}`, bindings, sort: newestFirst };
}

/** On his own profile a member also finds what waits for approval. */
function conditionOf({ userid, channelid, permissions }: ProfileMessages): Clause {
  const listable = listableIn(permissions, channelid);
  const place = 'n.setfor = ? and n.parentid = ?';
  if (listable === undefined) return nothing;
  const own = permissions.userid !== 0 && permissions.userid === userid;
  const waiting = own ? ' or (n.showpublished = 1 and n.showapproved = 0 and n.protected = 0)' : '';
  return {
    sql: `${place} and ((${listable.sql})${waiting})`,
    bindings: [userid, channelid, ...listable.bindings],
  };
}
