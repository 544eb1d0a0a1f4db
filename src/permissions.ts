/**
 * Who may do what. Everything here is pure and synchronous, so that a forgotten `await` cannot open a door.
 * Names and bits: the forum and moderator permissions that clients know from vBulletin.
 */

export const forumpermissions = {
  canview: 1,
  canviewothers: 2,
  cansearch: 4,
  canemail: 8,
  canpostnew: 16,
  canreplyown: 32,
  canreplyothers: 64,
  caneditpost: 128,
  candeletepost: 256,
  candeletethread: 512,
  canopenclose: 1024,
  canmove: 2048,
  cangetattachment: 4096,
  canpostattachment: 8192,
  canpostpoll: 16384,
  canvote: 32768,
  canthreadrate: 65536,
  followforummoderation: 131072,
  canseedelnotice: 262144,
  canviewthreads: 524288,
  cantagown: 1048576,
  cantagothers: 2097152,
  candeletetagown: 4194304,
  canseethumbnails: 8388608,
} as const;

export const moderatorpermissions = {
  caneditposts: 1,
  candeleteposts: 2,
  canopenclose: 4,
  caneditthreads: 8,
  canmanagethreads: 16,
  canannounce: 32,
  canmoderateposts: 64,
  canmoderateattachments: 128,
  canmassmove: 256,
  canmassprune: 512,
  canviewips: 1024,
  canviewprofile: 2048,
  canbanusers: 4096,
  canunbanusers: 8192,
  canremoveposts: 131072,
  cansetfeatured: 8388608,
} as const;

/** The content types that a usergroup may make, where it may post. */
export const createpermissions = {
  Text: 1,
  Poll: 2,
  Gallery: 4,
  Link: 8,
  Video: 16,
} as const;

export const adminpermissions = {
  /** A super moderator: every moderator permission in every channel. */
  ismoderator: 1,
  /** An administrator: everything. */
  cancontrolpanel: 2,
} as const;

/** What a usergroup may do on the board as a whole. */
export const genericpermissions = {
  canviewmembers: 1,
  canmodifyprofile: 2,
  canusesignature: 4,
  /** May choose a title to stand beside the own name. */
  canusecustomtitle: 2048,
} as const;

export type ForumPermission = keyof typeof forumpermissions;
export type ModeratorPermission = keyof typeof moderatorpermissions;
export type CreatePermission = keyof typeof createpermissions;
export type GenericPermission = keyof typeof genericpermissions;

export const allForumPermissions = sum(Object.values(forumpermissions));
const allModeratorPermissions = sum(Object.values(moderatorpermissions));
const allCreatePermissions = sum(Object.values(createpermissions));
export const allAdminPermissions = sum(Object.values(adminpermissions));
export const allGenericPermissions = sum(Object.values(genericpermissions));

function sum(bits: readonly number[]): number {
  return bits.reduce((total, bit) => total | bit, 0);
}

/** The bits with these names. */
export function bits<T extends string>(
  table: Readonly<Record<T, number>>,
  ...names: readonly T[]
): number {
  return sum(names.map((name) => table[name]));
}

/** One usergroup's rights in one channel. */
export interface Rights {
  readonly forumpermissions: number;
  readonly moderatorpermissions: number;
  readonly createpermissions: number;
  /** Minutes during which an own post may be edited; 0 for ever. */
  readonly edit_time: number;
}

export interface PermissionRow extends Rights {
  readonly nodeid: number;
  readonly groupid: number;
}

export interface ChannelPlace {
  readonly nodeid: number;
  readonly parentid: number;
}

/** A usergroup granted to one member in one channel and all below it. */
export interface Grant {
  readonly nodeid: number;
  readonly groupid: number;
}

const none: Rights = {
  forumpermissions: 0,
  moderatorpermissions: 0,
  createpermissions: 0,
  edit_time: 0,
};

/** Moderator permissions that one member has in one channel and all below it. */
export interface ModeratorGrant {
  readonly nodeid: number;
  readonly permissions: number;
}

const everything: Rights = {
  forumpermissions: allForumPermissions,
  moderatorpermissions: allModeratorPermissions,
  createpermissions: allCreatePermissions,
  edit_time: 0,
};

/** What must be known of a node to say whether somebody sees it. */
export interface NodeState {
  readonly channelid: number;
  readonly userid: number;
  /** The author of the topic that the node belongs to; for a channel 0. */
  readonly starteruserid: number;
  /** Whether that topic is approved. */
  readonly starterapproved: number;
  readonly ischannel: boolean;
  readonly showpublished: number;
  /** True while it alone waits for its time, below a topic that shows; false when it is left out. */
  readonly awaited?: boolean;
  readonly showapproved: number;
  readonly viewperms: number;
  readonly protected: number;
  /** Whose profile it is on; 0 or left out for none. */
  readonly setfor?: number;
}

/** The rights of one caller in every channel. */
export class Permissions {
  readonly userid: number;
  readonly isModerator: boolean;
  readonly isAdministrator: boolean;
  /** The channels that the caller may enter, all their parents included. */
  readonly viewable: ReadonlySet<number>;
  readonly #rights: ReadonlyMap<number, Rights>;
  readonly #memberOf: ReadonlySet<number>;

  constructor(caller: { userid: number; adminpermissions: number }, resolved: ResolvedRights) {
    this.userid = caller.userid;
    this.isAdministrator = (caller.adminpermissions & adminpermissions.cancontrolpanel) !== 0;
    this.isModerator =
      this.isAdministrator || (caller.adminpermissions & adminpermissions.ismoderator) !== 0;
    this.#rights = resolved.rights;
    this.viewable = resolved.viewable;
    this.#memberOf = resolved.memberOf;
  }

  /** True when the caller holds a forum permission in a channel that he may enter. */
  can(permission: ForumPermission, channelid: number): boolean {
    return (
      this.viewable.has(channelid) &&
      (this.rights(channelid).forumpermissions & forumpermissions[permission]) !== 0
    );
  }

  /** True when the caller holds a moderator permission in a channel that he may enter. */
  moderates(permission: ModeratorPermission, channelid: number): boolean {
    return (
      this.viewable.has(channelid) &&
      (this.rights(channelid).moderatorpermissions & moderatorpermissions[permission]) !== 0
    );
  }

  /** True when the caller may make content of the type in a channel that he may enter, if he may post there. */
  creates(type: CreatePermission, channelid: number): boolean {
    return (
      this.viewable.has(channelid) &&
      (this.rights(channelid).createpermissions & createpermissions[type]) !== 0
    );
  }

  /** True when the caller may see topics that others have begun: who keeps order among them, whatever his usergroup may. */
  seesOthers(channelid: number): boolean {
    return this.can('canviewothers', channelid) || this.moderates('canmoderateposts', channelid);
  }

  /** True when the caller may know that the node exists. Lists apply the same rule in SQL (`library/node/visible.ts`). */
  sees(node: NodeState): boolean {
    if (!this.viewable.has(node.channelid)) return false;
    const moderates = this.moderates('canmoderateposts', node.channelid);
    if (node.showpublished === 0 && !moderates && !this.#wrote(node)) return false;
    if (node.ischannel) return true;
    if (node.protected === 1 && !this.isAdministrator && !this.#owns(node)) return false;
    if (!this.can('canviewthreads', node.channelid)) return false;
    if (!this.#owns(node) && !this.seesOthers(node.channelid)) return false;
    if (moderates) return true;
    if (node.showapproved === 0 && !this.#awaits(node)) return false;
    return node.viewperms >= this.leastViewperms(node.channelid) || this.#owns(node);
  }

  /** The lowest `viewperms` the caller passes: 0 for members of the channel, 1 for members of the board, else 2. */
  leastViewperms(channelid: number): 0 | 1 | 2 {
    if (this.moderates('canmoderateposts', channelid) || this.#memberOf.has(channelid)) return 0;
    return this.userid > 0 ? 1 : 2;
  }

  /** 0 for a member, 1 for a moderator of some channel, 2 for a super moderator, 3 for an administrator. */
  get rank(): number {
    if (this.isAdministrator) return 3;
    if (this.isModerator) return 2;
    const moderates = [...this.viewable].some((id) => this.rights(id).moderatorpermissions !== 0);
    return moderates ? 1 : 0;
  }

  rights(channelid: number): Rights {
    return this.#rights.get(channelid) ?? none;
  }

  /** True when the caller is told of this node, of his own or on his profile, although it waits for approval. */
  #awaits(node: NodeState): boolean {
    if (this.userid > 0 && node.setfor === this.userid) return true;
    const own = this.userid > 0 && node.userid === this.userid;
    return own && (node.starterapproved === 1 || this.#owns(node));
  }

  /** True when the caller is told of this node of his own, although its time has not come. */
  #wrote(node: NodeState): boolean {
    return this.userid > 0 && node.awaited === true && node.userid === this.userid;
  }

  #owns(node: NodeState): boolean {
    return this.userid > 0 && node.starteruserid === this.userid;
  }
}

/** Whose rights are worked out. */
export interface Caller {
  readonly groups: readonly number[];
  readonly adminpermissions: number;
  readonly grants: readonly Grant[];
  readonly moderator?: readonly ModeratorGrant[] | undefined;
}

/** What {@link resolveRights} finds out. */
export interface ResolvedRights {
  readonly rights: ReadonlyMap<number, Rights>;
  readonly viewable: ReadonlySet<number>;
  /** The channels in which the caller holds a granted usergroup, there or above. */
  readonly memberOf: ReadonlySet<number>;
}

/**
 * Works out what a caller may do in every channel: of each of his usergroups the nearest row up the tree counts; the
 * rights of several groups add up, and so do the permissions that he has as a moderator of channels. A channel can be
 * entered if it and all above it grant `canview`.
 * @param channels parents before children
 */
export function resolveRights(
  channels: readonly ChannelPlace[],
  rows: readonly PermissionRow[],
  caller: Caller,
): ResolvedRights {
  const rowAt = rowFinder(channels, rows);
  const nearest = new Map<number, ReadonlyMap<number, Rights>>();
  const rights = new Map<number, Rights>();
  const viewable = new Set<number>();
  const memberOf = new Set<number>();
  const moderator = new Map<number, number>();
  for (const { nodeid, parentid } of channels) {
    const held = new Map(nearest.get(parentid));
    for (const group of [...caller.groups, ...held.keys()]) {
      const row = rowAt.own(nodeid, group);
      if (row !== undefined) held.set(group, row);
    }
    const grants = caller.grants.filter((grant) => grant.nodeid === nodeid);
    for (const { groupid } of grants) {
      if (!held.has(groupid)) held.set(groupid, rowAt.inherited(nodeid, groupid) ?? none);
    }
    nearest.set(nodeid, held);
    const appointed = sum([moderator.get(parentid) ?? 0, ...appointmentsAt(nodeid, caller)]);
    moderator.set(nodeid, appointed);
    const total = unite([...held.values()], caller.adminpermissions, appointed);
    rights.set(nodeid, total);
    const entered = parentid === 0 || viewable.has(parentid);
    if (entered && (total.forumpermissions & forumpermissions.canview) !== 0) viewable.add(nodeid);
    if (grants.length > 0 || memberOf.has(parentid)) memberOf.add(nodeid);
  }
  return { rights, viewable, memberOf };
}

function appointmentsAt(nodeid: number, { moderator = [] }: Caller): number[] {
  return moderator.filter((row) => row.nodeid === nodeid).map((row) => row.permissions);
}

function rowFinder(channels: readonly ChannelPlace[], rows: readonly PermissionRow[]) {
  const place = (nodeid: number, groupid: number): string => `${nodeid}/${groupid}`;
  const byPlace = new Map<string, Rights>(rows.map((row) => [place(row.nodeid, row.groupid), row]));
  const parents = new Map(channels.map((channel) => [channel.nodeid, channel.parentid]));
  const own = (nodeid: number, group: number): Rights | undefined =>
    byPlace.get(place(nodeid, group));
  return {
    own,
    /** A group granted in the middle of the tree brings the row it would have had there. */
    inherited(nodeid: number, group: number): Rights | undefined {
      for (let at = nodeid; at !== 0; at = parents.get(at) ?? 0) {
        const row = own(at, group);
        if (row !== undefined) return row;
      }
      return undefined;
    },
  };
}

function unite(all: readonly Rights[], admin: number, appointed: number): Rights {
  if ((admin & adminpermissions.cancontrolpanel) !== 0) return everything;
  return {
    forumpermissions: sum(all.map((rights) => rights.forumpermissions)),
    moderatorpermissions:
      admin === 0
        ? sum([appointed, ...all.map((rights) => rights.moderatorpermissions)])
        : allModeratorPermissions,
    createpermissions: sum(all.map((rights) => rights.createpermissions)),
    edit_time: longest(
      all.filter((rights) => (rights.forumpermissions & forumpermissions.caneditpost) !== 0),
    ),
  };
}

/** Of the groups that may edit at all: 0, for ever, is the longest. */
function longest(editors: readonly Rights[]): number {
  const times = editors.map((rights) => rights.edit_time);
  return times.includes(0) ? 0 : Math.max(0, ...times);
}
