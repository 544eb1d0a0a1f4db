import { VISITORMESSAGE_CHANNEL } from '../library/system-channels.ts';
import {
  type CreatePermission,
  createpermissions,
  type ForumPermission,
  type Permissions,
} from '../permissions.ts';

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

/** Profiles take texts alone. */
export function isForProfiles(type: CreatePermission): boolean {
  return type === 'Text';
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
  channel: ChannelOfPost,
  permissions: Permissions,
): Creatable {
  const known = kept.get(permissions) ?? new Map<string, Creatable>();
  kept.set(permissions, known);
  const key = `${open ? '' : '!'}${channel.channelid}`;
  const found = known.get(key) ?? creatableIn(open, channel, permissions);
  known.set(key, found);
  return found;
}

/** The channel that something is made in. */
interface ChannelOfPost {
  readonly channelid: number;
  readonly channelguid: string | null;
}

function creatableIn(
  open: boolean,
  { channelid, channelguid }: ChannelOfPost,
  permissions: Permissions,
): Creatable {
  const types = Object.keys(createpermissions) as CreatePermission[];
  const may = (type: CreatePermission): boolean =>
    open &&
    (channelguid !== VISITORMESSAGE_CHANNEL || isForProfiles(type)) &&
    mayMake(type, channelid, permissions);
  return Object.freeze(Object.fromEntries(types.map((type) => [type, may(type) ? 1 : 0])));
}
