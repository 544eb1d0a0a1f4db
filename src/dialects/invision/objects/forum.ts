import type { Board } from '../../../library/board/board.ts';
import { DEFAULT_FORUM_PARENT } from '../../../library/board/system-channels.ts';
import type { ForumPermission } from '../../../permissions.ts';
import { guest } from '../../../principal.ts';
import type { NodeAnswer } from '../../../shapes/content.ts';
import type { Links } from '../links.ts';

/** A forum (dialects.md 1.4). */
export interface Forum {
  readonly id: number;
  readonly name: string;
  /** `A > B`. */
  readonly path: string;
  readonly type: 'discussions' | 'category';
  /** Topics in it and in the forums below. */
  readonly topics: number;
  readonly url: string;
  readonly parentId: number | null;
  /** For the site: which usergroups may do what; null for others. */
  readonly permissions: ForumPermissions | null;
  readonly club: 0;
}

/** Each is `*` for all usergroups, or their ids with commas between. */
export interface ForumPermissions {
  readonly perm_id: number;
  /** Sees it. */
  readonly perm_view: string;
  /** Reads topics. */
  readonly perm_2: string;
  /** Begins topics. */
  readonly perm_3: string;
  /** Replies. */
  readonly perm_4: string;
  /** Attaches files. */
  readonly perm_5: string;
}

/** What a forum needs of its channel. */
export type ForumNode = Pick<NodeAnswer, 'nodeid' | 'title' | 'urlident' | 'textcount'>;

/** How forums are shown. */
export interface ForumView {
  readonly board: Board;
  /** The forums that the caller sees, by id. */
  readonly forums: ReadonlyMap<number, ForumNode>;
  readonly links: Links;
  readonly site: boolean;
  /** The usergroups there are, for the site. */
  readonly usergroups: readonly number[];
}

export function forumOf(node: ForumNode, view: ForumView): Forum {
  const { board, links, site, usergroups } = view;
  const channel = board.channel(node.nodeid);
  const parentid = channel?.parentid ?? 0;
  const top = parentid === board.channelByGuid(DEFAULT_FORUM_PARENT);
  return {
    id: node.nodeid,
    name: node.title,
    path: pathOf(node.nodeid, view).join(' > '),
    type: channel?.category === 1 ? 'category' : 'discussions',
    topics: node.textcount,
    url: links.forum(node.nodeid, node.urlident),
    parentId: top || parentid === 0 ? null : parentid,
    permissions: site ? permissionsOf(node.nodeid, board, usergroups) : null,
    club: 0,
  };
}

/** Titles from the top on. */
function pathOf(nodeid: number, { board, forums }: ForumView): string[] {
  const titles: string[] = [];
  for (let at = nodeid; forums.has(at); at = board.channel(at)?.parentid ?? 0)
    titles.unshift(forums.get(at)?.title ?? '');
  return titles;
}

function permissionsOf(
  nodeid: number,
  board: Board,
  usergroups: readonly number[],
): ForumPermissions {
  const holders = (permission: ForumPermission): string => {
    const holding = usergroups.filter((usergroupid) =>
      board.permissionsOf(memberOfGroup(usergroupid, board)).can(permission, nodeid),
    );
    return holding.length === usergroups.length ? '*' : holding.join(',');
  };
  return {
    perm_id: nodeid,
    perm_view: holders('canview'),
    perm_2: holders('canviewthreads'),
    perm_3: holders('canpostnew'),
    perm_4: holders('canreplyothers'),
    perm_5: holders('canpostattachment'),
  };
}

/** Somebody who is in this usergroup alone. */
function memberOfGroup(usergroupid: number, { groupAdmin }: Board) {
  const adminpermissions = groupAdmin.get(usergroupid) ?? 0;
  return { ...guest, usergroupid, groups: [usergroupid], adminpermissions };
}
