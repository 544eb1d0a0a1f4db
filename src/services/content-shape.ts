import type { AvatarOwner } from '../storage/links.ts';
import { LRUCache } from 'lru-cache';
import {
  moderatorpermissions,
  type ModeratorPermission,
  type Permissions,
} from '../permissions.ts';
import { GUEST_GROUP } from '../principal.ts';
import { escapeHtml } from '../bbcode/escape.ts';
import type { ContentRow } from '../library/content.ts';
import { type FoundNode, nodeNames } from '../library/node.ts';
import type { AttachmentMap } from './attachment-shape.ts';

/** A node as lists and getNode show it: its row and the name of its type. */
export interface NodeAnswer extends Omit<FoundNode, 'starterapproved'> {
  readonly contenttypeclass: string;
}

export interface AuthorInfo {
  readonly userid: number;
  readonly username: string;
  readonly displayname: string;
  readonly usertitle: string;
  /** The title as HTML. */
  readonly rank: string;
  readonly usergroupid: number;
  readonly joindate: number;
  readonly posts: number;
  readonly reputation: number;
  /** The signature as safe HTML; missing without one. */
  readonly signature?: string | undefined;
}

/** What the caller may do with the node: 0 or 1. */
export interface NodePermissions {
  readonly canview: number;
  readonly canreply: number;
  readonly canedit: number;
  readonly candelete: number;
  readonly canmoderate: number;
}

/** The content of a node: its text in three renderings, its author, topic and channel, and what the caller may do. */
export interface Content {
  readonly nodeid: number;
  readonly title: string;
  readonly contenttypeclass: string;
  /** BBCode as written; `message` is safe HTML, `message_plain` plain text. */
  readonly rawtext: string;
  readonly message: string;
  readonly message_plain: string;
  readonly message_bbcode: string;
  readonly previewtext: string;
  readonly htmlstate: string;
  readonly userinfo: AuthorInfo;
  /** The URL of the author's avatar. */
  readonly avatar: { readonly avatarpath: string };
  /** By id, in their order; missing where the caller may get none. */
  readonly attachments?: AttachmentMap | undefined;
  /** Where a redirect leads, if the caller sees that; missing else. */
  readonly tonodeid?: number | undefined;
  readonly channelid: number;
  readonly channeltitle: string;
  readonly channelurlident: string;
  readonly channeltype: string;
  readonly starter: number;
  readonly startertitle: string;
  readonly starteruserid: number;
  readonly starterauthorname: string;
  readonly starterurlident: string;
  readonly startertextcount: number;
  readonly starteropen: number;
  /** When the member last read it, Unix seconds; 0 for never. */
  readonly readtime: number;
  /** 1 when the caller ignores the author; missing else. */
  readonly ignored?: number | undefined;
  readonly permissions: NodePermissions;
  /** What may be created below it: content types and 0 or 1. */
  readonly createpermissions: Readonly<Record<string, number>>;
  readonly moderatorperms: Readonly<Record<string, number>>;
  readonly allow_post: number;
  readonly moderate_comments: number;
  readonly approve_membership: number;
  readonly invite_only: number;
  readonly autoparselinks: number;
  readonly disablesmilies: number;
  readonly disable_bbcode: number;
  readonly hide_title: number;
  readonly hide_author: number;
  readonly hide_publishdate: number;
  readonly display_fullincategory: number;
  readonly display_pageviews: number;
  readonly hide_comment_count: number;
}

/** What of the content is not in its row: files, and where it leads. */
export type ContentFiles = Pick<Content, 'avatar' | 'attachments' | 'tonodeid'>;

/** A node with its content. */
export interface FullContent extends NodeAnswer {
  readonly content: Content;
}

/** vBulletin's node options and the names under which a full answer shows them. */
const nodeOptions = {
  allow_post: 2,
  moderate_comments: 4,
  approve_membership: 8,
  invite_only: 16,
  autoparselinks: 32,
  disablesmilies: 64,
  disable_bbcode: 1024,
  hide_title: 2048,
  hide_author: 4096,
  hide_publishdate: 8192,
  display_fullincategory: 16384,
  display_pageviews: 32768,
  hide_comment_count: 65536,
} as const;

/** The node with its content for this caller. */
export function fullContent(
  row: ContentRow,
  permissions: Permissions,
  files: ContentFiles,
): FullContent {
  return Object.assign(nodeAnswer(row, row.contenttypeclass), {
    content: Object.assign(contentOf(row, permissions), files),
  });
}

/** A node's own columns, by name: whatever else was read with it stays here. */
export function nodeAnswer(row: FoundNode, contenttypeclass: string): NodeAnswer {
  const answer: Record<string, unknown> = { ...emptyAnswer };
  for (const name of nodeNames) answer[name] = row[name];
  answer.contenttypeclass = contenttypeclass;
  answer.starteruserid = row.starteruserid;
  return answer as unknown as NodeAnswer;
}

// An object that grows by so many computed names becomes a slow dictionary; a copy of one that has them all does not.
const emptyAnswer = Object.fromEntries(
  [...nodeNames, 'starteruserid', 'contenttypeclass'].map((name) => [name, null]),
);

// Object.assign, since a spread of this many members takes a hundred times as long.
function contentOf(row: ContentRow, permissions: Permissions): Omit<Content, keyof ContentFiles> {
  const content = {
    nodeid: row.nodeid,
    title: row.title,
    contenttypeclass: row.contenttypeclass,
    rawtext: row.rawtext ?? '',
    message: row.message ?? '',
    message_plain: row.message_plain ?? '',
    message_bbcode: row.rawtext ?? '',
    previewtext: row.previewtext ?? '',
    htmlstate: row.htmlstate ?? 'off',
    userinfo: authorOf(row),
    channelid: row.channelid,
    channeltitle: row.channeltitle,
    channelurlident: row.channelurlident,
    channeltype: 'forum',
    starter: row.starter,
    startertitle: row.startertitle ?? '',
    starteruserid: row.starteruserid ?? 0,
    starterauthorname: row.starterauthorname ?? '',
    starterurlident: row.starterurlident ?? '',
    startertextcount: row.startertextcount ?? 0,
    starteropen: row.starteropen ?? 0,
    readtime: row.readtime ?? 0,
    ignored: row.ignored === null ? undefined : 1,
    permissions: nodeRights(row, permissions),
    createpermissions: { Text: flag(mayReply(row, permissions)) },
    moderatorperms: moderatorRights(permissions, row.channelid),
  };
  return Object.assign(content, flagsOf(row.nodeoptions));
}

function authorOf(row: ContentRow): AuthorInfo {
  return {
    userid: row.userid,
    username: row.author_username ?? row.authorname,
    displayname: row.author_displayname ?? row.authorname,
    usertitle: row.author_usertitle ?? '',
    rank: escapeHtml(row.author_usertitle ?? ''),
    usergroupid: row.author_usergroupid ?? GUEST_GROUP,
    joindate: row.author_joindate ?? 0,
    posts: row.author_posts ?? 0,
    reputation: row.author_reputation ?? 0,
    signature: row.author_signature === '' ? undefined : (row.author_signature ?? undefined),
  };
}

type Flags = Readonly<Record<keyof typeof nodeOptions, number>>;

const keptFlags = new LRUCache<number, Flags>({ max: 1_000 });

function flagsOf(options: number): Flags {
  const kept = keptFlags.get(options);
  if (kept !== undefined) return kept;
  const entries = Object.entries(nodeOptions).map(([name, bit]) => [
    name,
    flag((options & bit) !== 0),
  ]);
  const flags = Object.fromEntries(entries) as Flags;
  keptFlags.set(options, flags);
  return flags;
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

function nodeRights(row: ContentRow, permissions: Permissions): NodePermissions {
  const own = isOwn(row, permissions);
  const { channelid } = row;
  return {
    canview: 1,
    canreply: flag(mayReply(row, permissions)),
    canedit: flag(
      permissions.moderates('caneditposts', channelid) ||
        (own && permissions.can('caneditpost', channelid)),
    ),
    candelete: flag(
      permissions.moderates('candeleteposts', channelid) ||
        (own && permissions.can('candeletepost', channelid)),
    ),
    canmoderate: flag(permissions.moderates('canmoderateposts', channelid)),
  };
}

function isOwn(row: FoundNode, permissions: Permissions): boolean {
  return row.userid === permissions.userid && row.userid !== 0;
}

/** Whether the caller may post below the node: a topic in a channel, a reply or comment in a topic. */
export function mayReply(node: FoundNode, permissions: Permissions): boolean {
  const { channelid } = node;
  if (node.showopen === 0 && !permissions.moderates('canmanagethreads', channelid)) return false;
  if (node.starter === 0) return permissions.can('canpostnew', channelid);
  const own = node.starteruserid === permissions.userid && permissions.userid !== 0;
  return permissions.can(own ? 'canreplyown' : 'canreplyothers', channelid);
}

function flag(value: boolean): number {
  return value ? 1 : 0;
}

/** What decides the author's avatar. */
export function avatarOwner({ author_avatarid, author_avatarfiledataid }: ContentRow): AvatarOwner {
  return { avatarid: author_avatarid, avatarfiledataid: author_avatarfiledataid };
}
