import type { AvatarOwner } from '../storage/links.ts';
import { LRUCache } from 'lru-cache';
import { GUEST_GROUP } from '../principal.ts';
import { escapeHtml } from '../bbcode/escape.ts';
import type { ContentRow } from '../library/content/content.ts';
import type { EditLog } from '../library/content/edithistory.ts';
import { type FoundNode, nodeNames } from '../library/node/node.ts';
import { hasPage, nodeUrl } from '../library/node/page-url.ts';
import { PRIVATEMESSAGE_CHANNEL } from '../library/board/system-channels.ts';
import type { Attachment, AttachmentMap } from './attachment.ts';
import { CommonPart } from '../protocol/common-part.ts';
import { type ListById } from '../protocol/list-by-id.ts';
import type { VideoContent } from './link.ts';
import type { PollContent } from './poll.ts';

/** A node as lists and getNode show it: its row and the name of its type. */
export interface NodeAnswer extends Omit<FoundNode, 'starterapproved' | 'starterpublished'> {
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
export interface Content extends ContentDetails {
  readonly nodeid: number;
  readonly title: string;
  readonly contenttypeclass: string;
  /**
   * BBCode; `message` is HTML, `message_plain` plain text. The HTML is safe, but where `htmlstate` is not `off`: there it
   * may be the site's own, which may have scripts.
   */
  readonly rawtext: string;
  readonly message: string;
  readonly message_plain: string;
  readonly message_bbcode: string;
  readonly previewtext: string;
  /** `off` for BBCode; `on` or `on_nl2br` for a post that is shown as the HTML it was written in: see content_text.add. */
  readonly htmlstate: string;
  /** That HTML, as it is edited; missing for BBCode. */
  readonly rawhtml?: string | undefined;
  /** The last edit; missing when there was none. */
  readonly editlog?: EditLog | undefined;
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
  /** Of a topic, how often it was looked at; of anything else 0. */
  readonly views: number;
  /** When the member last read it or what it lies in, Unix seconds; 0 for never, or long ago. */
  readonly readtime: number;
  /** 1 when the caller ignores the author; missing else. */
  readonly ignored?: number | undefined;
  /**
   * The address of the page that shows it to everybody who may read it as a guest, and others a link to the app; missing
   * for private messages and reports.
   */
  readonly nodeurl?: string | undefined;
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

/** What of the content is not in its row: files, where it leads, and what its type has beside the text. */
export type ContentFiles = Pick<Content, 'avatar' | 'attachments' | 'tonodeid' | 'nodeurl'> &
  ContentDetails;

/** A node with its content. */
export interface FullContent extends NodeAnswer {
  readonly content: Content;
}

/** The same without what the caller may do with it. */
export interface BareContent extends NodeAnswer {
  readonly content: Omit<Content, 'permissions' | 'createpermissions' | 'moderatorperms'>;
}

/** The address of the page that shows the node; undefined where there is none. */
export function pageOf(row: ContentRow, baseUrl: string): string | undefined {
  if (!hasPage(row.channelguid)) return undefined;
  const { nodeid, starter, urlident, starterurlident } = row;
  const ident = starter === 0 ? urlident : (starterurlident ?? '');
  return nodeUrl(baseUrl, { nodeid, starter, urlident: ident });
}

export function bareContent({ content, ...node }: FullContent): BareContent {
  const rights: readonly string[] = rightNames;
  const bare = Object.entries(content).filter(([name]) => !rights.includes(name));
  return { ...node, content: Object.fromEntries(bare) as unknown as BareContent['content'] };
}

const rightNames = ['permissions', 'createpermissions', 'moderatorperms'] as const;

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

/** What of a node's content is its reader's own. */
export type ReadersContent = Pick<
  Content,
  'readtime' | 'ignored' | 'permissions' | 'createpermissions' | 'moderatorperms'
>;
type SharedContent = Omit<Content, keyof ReadersContent | keyof ContentFiles>;

/** The node with its content for one reader. What is the same for all readers is worked out once for a row that is kept. */
export function fullContent(
  row: ContentRow,
  readers: ReadersContent,
  files: ContentFiles,
): FullContent {
  if (!Object.isFrozen(row))
    return Object.assign(answerOf(row, row.contenttypeclass), {
      content: Object.assign(contentOf(row), readers, files),
    });
  const { node, content } = onceFor(row, keptContents, () => commonOf(row));
  return node.with({ content: content.with(readers, files) });
}

/** What all readers of a content have in common. */
interface CommonContent {
  readonly node: CommonPart<NodeAnswer>;
  readonly content: CommonPart<SharedContent>;
}

function commonOf(row: ContentRow): CommonContent {
  return {
    node: new CommonPart(answerOf(row, row.contenttypeclass), ['content']),
    content: new CommonPart(contentOf(row), ownNames),
  };
}

/** What a content has of its reader's own, and what of files; the details of its type come behind. */
const ownNames: readonly (keyof ReadersContent | keyof ContentFiles)[] = [
  ...(['readtime', 'ignored', 'permissions', 'createpermissions', 'moderatorperms'] as const),
  ...(['avatar', 'attachments', 'tonodeid', 'nodeurl'] as const),
];

const keptAnswers = new WeakMap<FoundNode, NodeAnswer>();
const keptContents = new WeakMap<ContentRow, CommonContent>();

/** A node's own columns, by name: whatever else was read with it stays here. */
export function nodeAnswer(row: FoundNode, contenttypeclass: string): NodeAnswer {
  return onceFor(row, keptAnswers, () => answerOf(row, contenttypeclass));
}

/** What is worked out from a row that is kept is kept with it, and frozen: then it is printed once, too. */
function onceFor<Row extends object, Result extends object>(
  row: Row,
  results: WeakMap<Row, Result>,
  work: () => Result,
): Result {
  if (!Object.isFrozen(row)) return work();
  const known = results.get(row);
  if (known !== undefined) return known;
  const result = Object.freeze(work());
  results.set(row, result);
  return result;
}

function answerOf(row: FoundNode, contenttypeclass: string): NodeAnswer {
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
function contentOf(row: ContentRow): SharedContent {
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
    rawhtml: row.html ?? undefined,
    editlog: editLogOf(row),
    userinfo: authorOf(row),
    channelid: row.channelid,
    channeltitle: row.channeltitle,
    channelurlident: row.channelurlident,
    channeltype: row.channelguid === PRIVATEMESSAGE_CHANNEL ? 'pm' : 'forum',
    starter: row.starter,
    startertitle: row.startertitle ?? '',
    starteruserid: row.starteruserid ?? 0,
    starterauthorname: row.starterauthorname ?? '',
    starterurlident: row.starterurlident ?? '',
    startertextcount: row.startertextcount ?? 0,
    starteropen: row.starteropen ?? 0,
    views: row.views ?? 0,
  };
  return Object.assign(content, flagsOf(row.nodeoptions));
}

function editLogOf(row: ContentRow): EditLog | undefined {
  if (row.edits === null) return undefined;
  return {
    userid: row.edit_userid ?? 0,
    username: row.edit_username ?? '',
    dateline: row.edit_dateline ?? 0,
    reason: row.edit_reason ?? '',
    edits: row.edits,
  };
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

/** A yes or no as answers have it. */
export function flag(value: boolean): number {
  return value ? 1 : 0;
}

/** What decides the author's avatar. */
export function avatarOwner({ author_avatarid, author_avatarfiledataid }: ContentRow): AvatarOwner {
  return { avatarid: author_avatarid, avatarfiledataid: author_avatarfiledataid };
}

/** An album; in a list its `content.photos` are the first one alone. */
export interface Album extends FullContent {
  /** How many photos it has; 0 where the caller may get none. */
  readonly photocount: number;
}

/** What a gallery has beside its text. */
export interface GalleryContent {
  /** How many pictures it has, whether the caller may get them or not. */
  readonly photocount: number;
  /** Its pictures in their order: those of its `attachments` that are photos; missing for a caller who may get none. */
  readonly photos?: ListById<Attachment> | undefined;
}

/** What the content types have beside the text: each of them only for posts of its type. */
export type ContentDetails = Partial<PollContent> & Partial<VideoContent> & Partial<GalleryContent>;

export type ContentMap = ReadonlyMap<number, FullContent>;
