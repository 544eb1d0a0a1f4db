import {
  type ModeratorPermission,
  moderatorpermissions,
  type Permissions,
} from '../../permissions.ts';
import type { ContentRow, ReaderMarks } from '../../library/content/content.ts';
import { noMark, readTimeOf } from '../../library/marks/noderead.ts';
import { creatable } from '../rights/types.ts';
import { editHindrance, mayApprove, mayDelete, mayReply } from '../rights/post.ts';
import { flag, type NodePermissions, type ReadersContent } from '../../shapes/content.ts';

/** Who reads, and when. */
export interface Reader {
  readonly permissions: Permissions;
  readonly marks: ReaderMarks;
  /** Unix seconds. */
  readonly now: number;
}

/** What of a node's content is the reader's own. */
export function readersContent(row: ContentRow, reader: Reader): ReadersContent {
  const { permissions, now } = reader;
  return {
    ...marksOf(row, reader),
    permissions: nodeRights(row, permissions, now),
    createpermissions: creatable(mayReply(row, permissions), row, permissions),
    moderatorperms: moderatorRights(permissions, row.channelid),
  };
}

/** The same for a message that the reader holds: who takes part answers it, unless it is a request. */
export function participantsContent(
  row: ContentRow,
  reader: Omit<Reader, 'now'>,
  isRequest: boolean,
): ReadersContent {
  const canreply = flag(!isRequest);
  return {
    ...marksOf(row, reader),
    permissions: { canview: 1, canreply, canedit: 0, candelete: 1, canmoderate: 0 },
    createpermissions: { PrivateMessage: canreply },
    moderatorperms: moderatorRights(reader.permissions, row.channelid),
  };
}

function marksOf(
  row: ContentRow,
  { marks }: Pick<Reader, 'marks'>,
): Pick<ReadersContent, 'readtime' | 'ignored'> {
  return {
    readtime: readTimeOf(row, marks.readtimes.get(row.nodeid) ?? noMark),
    ignored: marks.ignored.has(row.userid) ? 1 : undefined,
  };
}

/** The same for all posts of a channel: worked out once for each caller, and printed once since it never changes. */
const keptRights = new WeakMap<Permissions, Map<number, Readonly<Record<string, number>>>>();

function moderatorRights(
  permissions: Permissions,
  channelid: number,
): Readonly<Record<string, number>> {
  const kept = keptRights.get(permissions) ?? new Map<number, Readonly<Record<string, number>>>();
  keptRights.set(permissions, kept);
  const known = kept.get(channelid);
  if (known !== undefined) return known;
  const names = Object.keys(moderatorpermissions) as ModeratorPermission[];
  const rights = Object.freeze(
    Object.fromEntries(names.map((name) => [name, flag(permissions.moderates(name, channelid))])),
  );
  kept.set(channelid, rights);
  return rights;
}

function nodeRights(row: ContentRow, permissions: Permissions, now: number): NodePermissions {
  const rights =
    row.starter === 0 ? channelRights(row, permissions) : postRights(row, permissions, now);
  return {
    canview: 1,
    canreply: flag(mayReply(row, permissions)),
    ...rights,
    canmoderate: flag(mayApprove(row, permissions)),
  };
}

/** Channels are made and unmade by administrators; those with a fixed name stay. */
function channelRights({ channelguid }: ContentRow, { isAdministrator }: Permissions) {
  return {
    canedit: flag(isAdministrator),
    candelete: flag(isAdministrator && channelguid === null),
  };
}

function postRights(row: ContentRow, permissions: Permissions, now: number) {
  return {
    canedit: flag(editHindrance(row, permissions, now) === undefined),
    candelete: flag(mayDelete(row, permissions)),
  };
}
