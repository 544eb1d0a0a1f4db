import { LRUCache } from 'lru-cache';
import type { Db } from '../../db/db.ts';
import { groupBy } from '../../group-by.ts';
import {
  allAdminPermissions,
  forumpermissions,
  moderatorpermissions,
  Permissions,
  type PermissionRow,
  type ResolvedRights,
  resolveRights,
} from '../../permissions.ts';
import type { Principal } from '../../principal.ts';
import { listRanks, type RankRow } from '../user/userrank.ts';
import { type ContentTypeIds, readContentTypes } from './contenttype.ts';
import { ListPlaces } from '../../db/list-places.ts';
import { type Options, readOptions } from './options.ts';
import {
  ALBUM_CHANNEL,
  MAIN_CHANNEL,
  PRIVATEMESSAGE_CHANNEL,
  REPORT_CHANNEL,
  VISITORMESSAGE_CHANNEL,
} from './system-channels.ts';

/** A channel as the board remembers it: its place and what every rule asks about. */
export interface BoardChannel {
  readonly nodeid: number;
  readonly parentid: number;
  readonly guid: string | null;
  readonly category: number;
  readonly nodeoptions: number;
}

const KEPT_RIGHTS = 1_000;
const closed: ReadonlySet<string | null> = new Set([PRIVATEMESSAGE_CHANNEL, REPORT_CHANNEL]);
/** Whoever may read and write on the board may do so here, though nobody enters the channel above. */
const open: ReadonlySet<string | null> = new Set([VISITORMESSAGE_CHANNEL, ALBUM_CHANNEL]);

/** What every call needs of the whole board: options, content types, channels and rights. Read once, then kept. */
export class Board {
  readonly options: Options;
  readonly contentTypes: ContentTypeIds;
  /** Parents before children. */
  readonly channels: readonly BoardChannel[];
  /** The administrator bits of each usergroup that has any. */
  readonly groupAdmin: ReadonlyMap<number, number>;
  /** The generic permissions of each usergroup that has any. */
  readonly groupGeneric: ReadonlyMap<number, number>;
  /** That with the fewest posts first. */
  readonly ranks: readonly RankRow[];
  /** Where far pages of lists begin. */
  readonly places: ListPlaces;
  readonly #rows: readonly PermissionRow[];
  readonly #classes: ReadonlyMap<number, string>;
  readonly #byId: ReadonlyMap<number, BoardChannel>;
  readonly #byGuid: ReadonlyMap<string, number>;
  readonly #permissions = {
    own: new WeakMap<Principal, Permissions>(),
    site: new WeakMap<Principal, Permissions>(),
  };
  readonly #rights = new LRUCache<string, ResolvedRights>({ max: KEPT_RIGHTS });

  constructor(facts: BoardFacts) {
    this.options = facts.options;
    this.places = facts.places;
    this.ranks = facts.ranks;
    this.contentTypes = facts.contentTypes;
    this.#classes = new Map(Object.entries(facts.contentTypes).map(([name, id]) => [id, name]));
    this.channels = parentsFirst(facts.channels);
    this.groupAdmin = facts.groupAdmin;
    this.groupGeneric = facts.groupGeneric;
    this.#byId = new Map(facts.channels.map((channel) => [channel.nodeid, channel]));
    this.#byGuid = new Map(
      facts.channels.flatMap(({ guid, nodeid }) =>
        guid === null ? [] : [[guid, nodeid] as const],
      ),
    );
    const [root, albums] = [this.channelByGuid(MAIN_CHANNEL), this.channelByGuid(ALBUM_CHANNEL)];
    this.#rows = [...facts.rows, ...albumRows(facts.rows, root, albums)];
  }

  channel(nodeid: number): BoardChannel | undefined {
    return this.#byId.get(nodeid);
  }

  /** The name of a content type. */
  contentTypeClass(contenttypeid: number): string {
    return this.#classes.get(contenttypeid) ?? '';
  }

  /** The node id of a channel by its fixed GUID; 0 when there is none. */
  channelByGuid(guid: string): number {
    return this.#byGuid.get(guid) ?? 0;
  }

  /**
   * What somebody may do in each channel; those of the same groups share the work.
   * @param authority `site` for all rights that there are, in this member's name
   */
  permissionsOf(principal: Principal, authority: 'own' | 'site' = 'own'): Permissions {
    const kept = this.#permissions[authority].get(principal);
    if (kept !== undefined) return kept;
    const holder =
      authority === 'own' ? principal : { ...principal, adminpermissions: allAdminPermissions };
    const permissions = new Permissions(holder, this.#resolve(holder));
    this.#permissions[authority].set(principal, permissions);
    return permissions;
  }

  /** The usergroups that moderate posts in some channel, and those of super moderators and administrators. */
  get staffGroups(): readonly number[] {
    const moderating = this.#rows.filter(
      (row) => (row.moderatorpermissions & moderatorpermissions.canmoderateposts) !== 0,
    );
    return [...new Set([...this.groupAdmin.keys(), ...moderating.map((row) => row.groupid)])];
  }

  /** The channel and all below it, parents first. */
  subtree(nodeid: number): readonly BoardChannel[] {
    const inside = new Set([nodeid]);
    return this.channels.filter((channel) => {
      if (inside.has(channel.parentid)) inside.add(channel.nodeid);
      return inside.has(channel.nodeid);
    });
  }

  #resolve(principal: Principal): ResolvedRights {
    const { groups, adminpermissions, grants, moderator = [] } = principal;
    const key = JSON.stringify([groups, adminpermissions, grants, moderator]);
    const kept = this.#rights.get(key);
    if (kept !== undefined) return kept;
    // Rights in these channels are worked out for nobody: administrators do not enter them either.
    const channels = this.channels.filter(({ guid }) => !closed.has(guid));
    const resolved = resolveRights(
      channels.map((channel) => this.#placed(channel)),
      this.#rows,
      principal,
    );
    const rights = { ...resolved, memberOf: this.#withoutAlbums(resolved.memberOf) };
    this.#rights.set(key, rights);
    return rights;
  }

  #placed(channel: BoardChannel): BoardChannel {
    if (!open.has(channel.guid)) return channel;
    return { ...channel, parentid: this.channelByGuid(MAIN_CHANNEL) };
  }

  /** Nobody is a member of all albums: what is private there is its owner's. */
  #withoutAlbums(memberOf: ReadonlySet<number>): ReadonlySet<number> {
    const albums = this.channelByGuid(ALBUM_CHANNEL);
    return new Set([...memberOf].filter((nodeid) => nodeid !== albums));
  }
}

/**
 * What usergroups may do in albums, where no row of theirs says so: the same as at the root, but an album is never done.
 * Its owner changes it at any time, and deletes it if he may delete posts.
 */
function albumRows(
  rows: readonly PermissionRow[],
  root: number,
  albums: number,
): readonly PermissionRow[] {
  const { candeletepost, candeletethread } = forumpermissions;
  const told = new Set(rows.filter((row) => row.nodeid === albums).map((row) => row.groupid));
  return rows
    .filter((row) => row.nodeid === root && !told.has(row.groupid))
    .map((row) => {
      const more = (row.forumpermissions & candeletepost) === 0 ? 0 : candeletethread;
      return {
        ...{ ...row, nodeid: albums, edit_time: 0 },
        forumpermissions: row.forumpermissions | more,
      };
    });
}

interface BoardFacts {
  readonly options: Options;
  readonly places: ListPlaces;
  readonly ranks: readonly RankRow[];
  readonly contentTypes: ContentTypeIds;
  readonly channels: readonly BoardChannel[];
  readonly groupAdmin: ReadonlyMap<number, number>;
  readonly groupGeneric: ReadonlyMap<number, number>;
  readonly rows: readonly PermissionRow[];
}

interface GroupBits {
  readonly usergroupid: number;
  readonly adminpermissions: number;
  readonly genericpermissions: number;
}

/** Reads the board in six statements. */
export async function readBoard(db: Db, places = new ListPlaces()): Promise<Board> {
  const groups = await db.all<GroupBits>(
    'select usergroupid, adminpermissions, genericpermissions from usergroup',
  );
  return new Board({
    options: await readOptions(db),
    places,
    ranks: await listRanks(db),
    contentTypes: await readContentTypes(db),
    channels: await db.all<BoardChannel>(
      `select n.nodeid, n.parentid, n.nodeoptions, c.guid, c.category
        from channel c join node n on n.nodeid = c.nodeid order by n.displayorder, n.nodeid`,
    ),
    groupAdmin: bitsByGroup(groups, 'adminpermissions'),
    groupGeneric: bitsByGroup(groups, 'genericpermissions'),
    rows: await db.all<PermissionRow>(
      'select nodeid, groupid, forumpermissions, moderatorpermissions, createpermissions, edit_time from permission',
    ),
  });
}

function bitsByGroup(
  groups: readonly GroupBits[],
  column: 'adminpermissions' | 'genericpermissions',
): ReadonlyMap<number, number> {
  const held = groups.filter((group) => group[column] !== 0);
  return new Map(held.map((group) => [group.usergroupid, group[column]]));
}

function parentsFirst(channels: readonly BoardChannel[]): BoardChannel[] {
  const children = groupBy(channels, ({ parentid }) => parentid);
  const ordered = [...(children.get(0) ?? [])];
  for (const channel of ordered) ordered.push(...(children.get(channel.nodeid) ?? []));
  return ordered;
}
