import { isDeepStrictEqual } from 'node:util';
import { type Given, type TimeChanges, timeOf } from './post-data.ts';
import type { Markup } from '../../bbcode/markup.ts';
import type { Context } from '../../call/context.ts';
import { type FoundNode, updateNode, lockOneNode, findNode } from '../../library/node/node.ts';
import { editHindrance } from '../rights/post.ts';
import { ApiError } from '../../errors.ts';
import { refusal, requireMember } from '../rights/standing.ts';
import type { PostType } from '../rights/types.ts';
import { isLonger, tidyTitle, checkText } from '../../library/text/wording.ts';
import { limitsOf } from './profiles.ts';
import { titleColumns } from '../../library/text/title.ts';
import {
  updateText,
  findTexts,
  markupColumns,
  type MarkupColumns,
  type Words,
} from '../../library/content/text.ts';
import { insertJob } from '../../library/outbox.ts';
import { announcePost } from '../../library/webhook/announce.ts';
import { lockTree } from '../../library/node/counters.ts';
import { viewable, isChannel } from '../reading/sight.ts';
import { putOffNode, publishNode } from '../../library/moderation/approval.ts';
import { permitPost } from './post.ts';
import { insertEdit } from '../../library/content/edithistory.ts';

/** What of a post changes. */
export interface PostChanges extends Given<TimeChanges> {
  readonly title?: string | undefined;
  /** BBCode, and the HTML beside it: see `writtenPost`. */
  readonly rawtext?: string | undefined;
  readonly markup?: Markup | undefined;
  /** Why, for the history. */
  readonly reason?: string | undefined;
}

const LONGEST_REASON = 250;

/** Refuses all but the author, within the time that his usergroup has, and moderators. */
export function permitEdit(ctx: Context, node: FoundNode): void {
  const { permissions, now } = ctx;
  const hindrance = editHindrance(node, permissions, now);
  if (hindrance === undefined) return;
  if (hindrance === 'closed') throw new ApiError('threadclosed');
  if (hindrance === 'no_right') throw refusal(ctx);
  throw new ApiError('edit_time_over', permissions.rights(node.channelid).edit_time);
}

/** Edits the title and text of a post that the caller may edit; what changes is kept in the history. */
export async function editPost(
  ctx: Context,
  type: PostType,
  node: FoundNode,
  changes: PostChanges,
): Promise<void> {
  const { board, db, now } = ctx;
  await changeTime(ctx, type, node, changes);
  const { nodeid } = node;
  const { title, rawtext, reason = '' } = changes;
  permitEdit(ctx, node);
  if (isLonger(reason, LONGEST_REASON))
    throw new ApiError('invalid_data', `data[reason]: it has at most ${LONGEST_REASON} characters`);
  const due = node.starter === nodeid && node.setfor === 0;
  const tidy = title === undefined ? undefined : tidyTitle(title, due, board.options);
  const text = rawtext === undefined ? undefined : checkText(rawtext, limitsOf(ctx, node.setfor));
  const { markup } = changes;
  const words = await keepVersion(ctx, node, { title: tidy, rawtext: text, markup, reason });
  if (tidy !== undefined) await updateNode(db, nodeid, titleColumns(tidy));
  if (text !== undefined) {
    await updateText(db, nodeid, words.rawtext, words.markup);
    await insertJob(db, 'notify', { event: 'edit', nodeid, userid: node.userid }, now);
  }
  await updateNode(db, nodeid, { lastupdate: now });
}

/** When a post that still waits is published; one that shows does not begin to wait. */
async function changeTime(
  ctx: Context,
  type: PostType,
  { nodeid }: FoundNode,
  changes: Given<TimeChanges>,
): Promise<void> {
  const { db, now } = ctx;
  const { publishdate = 0, publish_now = false } = changes;
  if (publishdate === 0 && !publish_now) return;
  await lockTree(db);
  const node = await viewable(ctx, nodeid);
  permitEdit(ctx, node);
  const time = timeOf(changes, ctx);
  if (node.scheduled === 0) {
    if (time === undefined) return;
    throw new ApiError('invalid_data', 'the post is published already');
  }
  if (time !== undefined) {
    await putOffNode(db, nodeid, time);
    // A job that comes before its time waits again.
    if (time < node.publishdate) await insertJob(db, 'publish', { nodeid }, now, time);
    return;
  }
  permitPost(ctx, type, await viewable(ctx, node.parentid));
  await publishNode(db, node, { now, approved: node.approved });
  const { userid } = node;
  if (node.approved === 1) await announcePost(db, { nodeid, userid }, now);
}

/**
 * What the post says after the edit. Of two edits at once the second one finds what the first has written: the node is
 * held.
 */
async function keepVersion(
  ctx: Context,
  { nodeid }: FoundNode,
  changes: PostChanges,
): Promise<Words> {
  const { board, db, now, user } = ctx;
  await lockOneNode(db, nodeid);
  const node = await findNode(db, nodeid);
  if (node === undefined) throw new ApiError('invalid_node_id', nodeid);
  const { userid, authorname, created, title } = node;
  const old = (await findTexts(db, [nodeid])).get(nodeid) ?? { rawtext: '' };
  const words = wordsAfter(old, changes);
  const said = { title, ...columnsOf(old) };
  const after = { title: changes.title ?? title, ...columnsOf(words) };
  if (isDeepStrictEqual(said, after)) return words;
  const before = { userid, authorname, created, ...said };
  const by = {
    userid: user.userid,
    username: user.username,
    dateline: now,
    reason: (changes.reason ?? '').trim(),
  };
  await insertEdit(db, { nodeid, before, after, by }, board.options.maxedithistory);
  return words;
}

/** Who edits HTML as BBCode, and sends it back as it was, has not changed it. */
function wordsAfter(old: Words, { rawtext, markup }: PostChanges): Words {
  if (rawtext === undefined) return old;
  const same = markup === undefined && oneKind(rawtext) === oneKind(old.rawtext);
  return same && old.markup !== undefined ? old : { rawtext, markup };
}

/** Forms have line ends of their own. */
function oneKind(rawtext: string): string {
  return rawtext.replaceAll('\r\n', '\n').trim();
}

function columnsOf({ rawtext, markup }: Words): { readonly rawtext: string } & MarkupColumns {
  return { rawtext, ...markupColumns(markup) };
}

/** A post of the type; whoever knows texts knows posts of all types, since all have one. */
export async function postOf(ctx: Context, type: PostType, nodeid: number): Promise<FoundNode> {
  if (type !== 'Text') requireMember(ctx);
  const node = await viewable(ctx, nodeid);
  const { contentTypes } = ctx.board;
  const known = type === 'Text' || node.contenttypeid === contentTypes[type];
  if (isChannel(ctx, node) || !known) throw new ApiError('invalid_node_id', nodeid);
  return node;
}
