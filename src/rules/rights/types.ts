import { ALBUM_CHANNEL, VISITORMESSAGE_CHANNEL } from '../../library/board/system-channels.ts';
import {
  type CreatePermission,
  createpermissions,
  type ForumPermission,
  type Permissions,
} from '../../permissions.ts';
import type { ContentType } from '../../library/board/contenttype.ts';

/** A content type that posts are of. */
export type PostType = ContentType & CreatePermission;

/** Rights without which a type cannot be made, beside those that posts of all types need. */
const dueRights: Partial<Record<CreatePermission, ForumPermission>> = {
  Poll: 'canpostpoll',
  Gallery: 'canpostattachment',
};

/** Whether the caller may make content of the type in the channel, if he may post there. */
export function mayMake(
  type: CreatePermission,
  channelid: number,
  permissions: Permissions,
): boolean {
  const due = dueRights[type];
  return (
    permissions.creates(type, channelid) &&
    (due === undefined || permissions.can(due, channelid)) &&
    // Files have an owner.
    (type !== 'Gallery' || permissions.userid !== 0)
  );
}

/** Whether usergroups need a right to make content of the type. */
export function isMade(type: string): type is CreatePermission {
  return Object.hasOwn(createpermissions, type);
}

/** Which types there are alone in channels that are shown by classes of their own. */
const onlyTypes: ReadonlyMap<string | null, TypesOfChannel> = new Map([
  [VISITORMESSAGE_CHANNEL, { topics: 'Text', below: 'Text' }],
  [ALBUM_CHANNEL, { topics: 'Gallery', below: 'Text' }],
]);

interface TypesOfChannel {
  readonly topics: CreatePermission;
  /** Replies and comments. */
  readonly below: CreatePermission;
}

/** Whether content of the type belongs below a channel or post. */
export function belongs(
  type: CreatePermission,
  { starter, channelguid }: Pick<ParentOfPost, 'starter' | 'channelguid'>,
): boolean {
  const only = onlyTypes.get(channelguid);
  return only === undefined || type === (starter === 0 ? only.topics : only.below);
}

type Creatable = Readonly<Record<string, number>>;

/** The same for most posts of a channel: worked out once for each caller, and printed once since it never changes. */
const kept = new WeakMap<Permissions, Map<string, Creatable>>();

/**
 * What the caller may make below a node.
 * @param open whether he may post there at all
 */
export function creatable(
  open: boolean,
  parent: ParentOfPost,
  permissions: Permissions,
): Creatable {
  const known = kept.get(permissions) ?? new Map<string, Creatable>();
  kept.set(permissions, known);
  const key = `${open ? '' : '!'}${parent.starter === 0 ? 'in ' : ''}${parent.channelid}`;
  const found = known.get(key) ?? creatableBelow(open, parent, permissions);
  known.set(key, found);
  return found;
}

/** What something is made below. */
interface ParentOfPost {
  /** 0 for a channel. */
  readonly starter: number;
  readonly channelid: number;
  readonly channelguid: string | null;
}

function creatableBelow(open: boolean, parent: ParentOfPost, permissions: Permissions): Creatable {
  const types = Object.keys(createpermissions) as CreatePermission[];
  const may = (type: CreatePermission): boolean =>
    open && belongs(type, parent) && mayMake(type, parent.channelid, permissions);
  return Object.freeze(Object.fromEntries(types.map((type) => [type, may(type) ? 1 : 0])));
}
