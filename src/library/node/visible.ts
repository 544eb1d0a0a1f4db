import { type Clause, nothing } from '../../db/clause.ts';
import type { Permissions } from '../../permissions.ts';

/**
 * What a caller may find in the lists of these channels, as a condition on the node `n`: the SQL side of
 * `Permissions.sees`, so that pages and totals come out right. It never shows more than `sees`; of what waits for
 * approval it shows the author nothing, which `sees` does by id. Undefined when nothing at all is to be found.
 */
export function listable(
  permissions: Permissions,
  channelids: readonly number[],
): Clause | undefined {
  const kinds = new Map<string, { condition: Clause; channels: number[] }>();
  for (const channelid of channelids) {
    const condition = listableIn(permissions, channelid);
    if (condition === undefined) continue;
    const kind = kinds.get(condition.sql);
    if (kind === undefined) kinds.set(condition.sql, { condition, channels: [channelid] });
    else kind.channels.push(channelid);
  }
  const parts = [...kinds.values()].map(({ condition, channels }) =>
    inChannels(channels, condition),
  );
  if (parts.length === 0) return undefined;
  return {
    sql: parts.map((part) => `(${part.sql})`).join(' or '),
    bindings: parts.flatMap((part) => part.bindings),
  };
}

/** What a caller may find on the whole board: see {@link listable}. */
export function listableAnywhere(permissions: Permissions): Clause | undefined {
  const kept = anywhere.get(permissions);
  if (kept !== undefined) return kept.condition;
  const condition = listable(permissions, [...permissions.viewable]);
  anywhere.set(permissions, { condition });
  return condition;
}

/** It is long where there are many channels, and rights stay the same from call to call. */
const anywhere = new WeakMap<Permissions, { readonly condition: Clause | undefined }>();

/** The same, and the channels that he may enter. */
export function listableWithChannels(permissions: Permissions): Clause | undefined {
  const channels = [...permissions.viewable];
  if (channels.length === 0) return undefined;
  const entered = `n.starter = 0 and n.showpublished = 1 and n.nodeid in (${channels.join(', ')})`;
  const content = listableAnywhere(permissions);
  if (content === undefined) return { sql: entered, bindings: [] };
  return { sql: `(${entered}) or ${content.sql}`, bindings: content.bindings };
}

/** The condition inside one channel. */
export function listableIn(permissions: Permissions, channelid: number): Clause | undefined {
  if (!permissions.can('canviewthreads', channelid)) return undefined;
  const { sql, bindings } = permissions.seesOthers(channelid) ? all : ownOnly(permissions.userid);
  const open = permissions.isAdministrator ? '' : ' and n.protected = 0';
  if (permissions.moderates('canmoderateposts', channelid))
    return { sql: `${sql}${open}`, bindings };
  const viewperms = permissions.leastViewperms(channelid);
  return {
    sql: `${sql}${open} and n.showpublished = 1 and n.showapproved = 1 and n.viewperms >= ${viewperms}`,
    bindings,
  };
}

/**
 * Posts of the caller's own in these channels, in every state: what a list does not show him and he may still ask for.
 * Where somebody else's topic is hidden from him, his post in it is, too. Undefined when there can be none.
 */
export function ownIn(permissions: Permissions, channelids: readonly number[]): Clause | undefined {
  const { userid } = permissions;
  const open = channelids.filter((channelid) => permissions.can('canviewthreads', channelid));
  if (userid === 0 || open.length === 0) return undefined;
  const shown = [0, 1].flatMap((least) => {
    const channels = open.filter(
      (id) => permissions.seesOthers(id) && permissions.leastViewperms(id) === least,
    );
    const topic = 's.showpublished = 1 and s.showapproved = 1';
    if (channels.length === 0) return [];
    return [
      ` or (${topic} and s.viewperms >= ${least} and s.channelid in (${channels.join(', ')}))`,
    ];
  });
  return {
    sql: `n.userid = ? and n.starter <> 0 and n.protected = 0 and n.channelid in (${open.join(', ')})
      and exists (select 1 from node s where s.nodeid = n.starter and (s.userid = ?${shown.join('')}))`,
    bindings: [userid, userid],
  };
}

const all: Clause = { sql: 'n.starter <> 0', bindings: [] };

function ownOnly(userid: number): Clause {
  if (userid === 0) return nothing;
  return {
    sql: 'n.starter <> 0 and (select s.userid from node s where s.nodeid = n.starter) = ?',
    bindings: [userid],
  };
}

function inChannels(channels: readonly number[], condition: Clause): Clause {
  return {
    sql: `n.channelid in (${channels.join(', ')}) and ${condition.sql}`,
    bindings: condition.bindings,
  };
}
