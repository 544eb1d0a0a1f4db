import {
  type NewNode,
  type FoundNode,
  updateNode,
  insertContentNode,
} from '../../library/node/node.ts';
import {
  type Given,
  type PostExtras,
  refusePrefix,
  timeOf,
  audienceOf,
  MOST_SCHEDULED,
} from './post-data.ts';
import type { Markup } from '../../bbcode/markup.ts';
import type { Context } from '../../call/context.ts';
import { nodeoptions } from '../../library/node/nodeoption.ts';
import { isChannel, viewable } from '../reading/sight.ts';
import { type PostType, belongs, mayMake } from '../rights/types.ts';
import { lockTree, countNewNode } from '../../library/node/counters.ts';
import { placeOf, profileOf, requireOpenProfile, limitsOf } from './profiles.ts';
import { tidyTitle, checkText } from '../../library/text/wording.ts';
import { validTags, mayTag, giveTags } from './tagging.ts';
import { refuseHaste } from './flood.ts';
import { insertText } from '../../library/content/text.ts';
import { insertJob } from '../../library/outbox.ts';
import { announcePost } from '../../library/webhook/announce.ts';
import { markRead } from '../../library/marks/noderead.ts';
import { refusal, requireMember } from '../rights/standing.ts';
import { urlIdent } from '../../library/text/urlident.ts';
import { ApiError } from '../../errors.ts';
import { isComment, mayReply } from '../rights/post.ts';
import { countPending } from '../../library/moderation/pending.ts';

/** What posts of all types have. */
export interface NewPost extends Given<PostExtras> {
  readonly parentid: number;
  readonly title?: string | undefined;
  /** BBCode, and the HTML beside it: see `writtenPost`. */
  readonly rawtext: string;
  readonly markup?: Markup | undefined;
  /** On whose profile. */
  readonly setfor?: number | undefined;
}

/** What of a new post its caller has a say in. */
type NewState = Required<Pick<NewNode, 'approved' | 'scheduled' | 'featured'>> &
  Pick<NewNode, 'viewperms' | 'publishdate' | 'urlident'>;

/**
 * Whether the caller's new post below the node shows at once: 1, or 0 when a moderator must approve it. Posts of
 * usergroups without `followforummoderation` always wait, those of others where the channel says so.
 */
function approvedBelow(ctx: Context, parent: FoundNode): 0 | 1 {
  const { board, permissions } = ctx;
  if (permissions.moderates('canmoderateposts', parent.channelid)) return 1;
  if (!permissions.can('followforummoderation', parent.channelid)) return 0;
  const { moderate_topics, moderate_comments } = nodeoptions;
  const waiting = isChannel(ctx, parent) ? moderate_topics : moderate_comments;
  const options = board.channel(parent.channelid)?.nodeoptions ?? 0;
  return (options & waiting) === 0 ? 1 : 0;
}

/**
 * Makes a post where the caller may, unless it comes too soon.
 * @param fill writes what the type has beside the text, before anybody hears of the post
 */
export async function insertPost(
  ctx: Context,
  type: PostType,
  post: NewPost,
  fill?: (nodeid: number, parent: FoundNode) => Promise<void>,
): Promise<number> {
  const { board, db, now, user } = ctx;
  await lockTree(db);
  const parent = await viewable(ctx, placeOf(ctx, post));
  const profile = profileOf(ctx, parent, post.setfor);
  permitPost(ctx, type, parent);
  if (profile !== 0) await requireOpenProfile(ctx, profile);
  const due = isChannel(ctx, parent) && profile === 0;
  const title = tidyTitle(post.title ?? '', due, board.options);
  const rawtext = checkText(post.rawtext, limitsOf(ctx, profile));
  const tags = validTags(ctx, post.tags ?? [], 'data[tags]');
  const state = stateOf(ctx, post, parent);
  await refuseHaste(ctx, type, parent, { title, rawtext });
  if (state.scheduled === 1) await refuseSchedule(ctx, profile);
  const { approved, scheduled, viewperms } = state;
  const nodeid = await insertNode(ctx, type, parent, { title, ...state });
  if (profile !== 0) await updateNode(db, nodeid, { setfor: profile });
  await insertText(db, nodeid, rawtext, post.markup);
  await fill?.(nodeid, parent);
  const author = { userid: user.userid, authorname: user.username };
  const counted = { nodeid, parent, approved, scheduled, viewperms, publishdate: now };
  await countNewNode(db, { ...counted, ...author });
  if (tags.length > 0) await tagTopic(ctx, nodeid, parent, tags);
  if (scheduled === 1) {
    await insertJob(db, 'publish', { nodeid }, now, state.publishdate);
    return nodeid;
  }
  if (user.userid !== 0)
    await markRead(db, user.userid, parent.starter === 0 ? nodeid : parent.starter, {
      readtime: now,
      readid: nodeid,
    });
  // Of what waits for approval nobody is told before.
  if (approved === 1) await announcePost(db, { nodeid, userid: user.userid }, now);
  return nodeid;
}

async function insertNode(
  ctx: Context,
  type: PostType,
  parent: FoundNode,
  state: NewState & Pick<NewNode, 'title'>,
): Promise<number> {
  const { board, db, now, user, host } = ctx;
  return insertContentNode(db, {
    ...{ parent, ...state },
    contenttypeid: board.contentTypes[type],
    userid: user.userid,
    authorname: user.username,
    ipaddress: host,
    now,
  });
}

/** @throws ApiError `no_permission`, `invalid_data` for what the caller may not say of his post */
function stateOf(ctx: Context, post: NewPost, parent: FoundNode): NewState {
  const { permissions } = ctx;
  refusePrefix(post.prefixid);
  if (post.featured === true && !permissions.moderates('cansetfeatured', parent.channelid))
    throw refusal(ctx);
  const ident = urlIdent(post.urlident ?? '');
  const publishdate = timeOf(post, ctx);
  return {
    approved: approvedBelow(ctx, parent),
    viewperms: audienceOf(post.viewperms, parent),
    featured: post.featured === true ? 1 : 0,
    urlident: ident === '' || !isChannel(ctx, parent) ? undefined : ident,
    publishdate,
    scheduled: publishdate === undefined ? 0 : 1,
  };
}

/** Members alone plan posts, since they find them again; and not on profiles, which may be closed by then. */
async function refuseSchedule(ctx: Context, profile: number): Promise<void> {
  requireMember(ctx);
  if (profile !== 0)
    throw new ApiError('invalid_data', 'a message on a profile is published at once');
  const { db, user } = ctx;
  if ((await countPending(db, { scheduled: user.userid })) >= MOST_SCHEDULED)
    throw new ApiError('invalid_data', `at most ${MOST_SCHEDULED} posts wait for their time`);
}

async function tagTopic(
  ctx: Context,
  nodeid: number,
  parent: FoundNode,
  tags: readonly string[],
): Promise<void> {
  const { channelid } = parent;
  if (!isChannel(ctx, parent)) throw new ApiError('invalid_data', 'topics alone have tags');
  const topic = { nodeid, starter: nodeid, channelid, userid: ctx.user.userid };
  if (!mayTag(ctx, topic)) throw refusal(ctx);
  await giveTags(ctx, topic, [], tags);
}

/** Refuses a post of the type below the parent, unless the caller may make it there. */
export function permitPost(ctx: Context, type: PostType, parent: FoundNode): void {
  const { board, permissions } = ctx;
  if (parent.contenttypeid === board.contentTypes.Redirect)
    throw new ApiError('invalid_data', 'a redirect takes no replies');
  if (isChannel(ctx, parent)) {
    if (board.channel(parent.nodeid)?.category === 1)
      throw new ApiError('category_takes_no_topics');
  } else if (isComment(parent)) {
    throw new ApiError('invalid_data', 'a comment takes no comments');
  }
  const channelguid = board.channel(parent.channelid)?.guid ?? null;
  const made =
    belongs(type, { ...parent, channelguid }) && mayMake(type, parent.channelid, permissions);
  if (made && mayReply(parent, permissions)) return;
  // Who could not reply to an open topic either is not told to look for another one.
  const closed =
    made && !isChannel(ctx, parent) && mayReply({ ...parent, showopen: 1 }, permissions);
  throw closed ? new ApiError('threadclosed') : refusal(ctx);
}
