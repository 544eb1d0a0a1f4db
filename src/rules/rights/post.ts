import type { FoundNode } from '../../library/node/node.ts';
import type { Permissions } from '../../permissions.ts';

/**
 * What the caller may do with a post. Pure, and the same for those who do it and for those who tell of it: so a client
 * shows a button exactly where the call behind it will not be refused.
 */

/** Why a post cannot be edited: no right, a closed topic, or the author's time is over. */
export type EditHindrance = 'no_right' | 'closed' | 'too_late';

/**
 * Undefined for who may edit the post: its author within the time that his usergroups have, which does not run while
 * the post itself waits for its time, and moderators.
 */
export function editHindrance(
  node: FoundNode,
  permissions: Permissions,
  now: number,
): EditHindrance | undefined {
  const { channelid } = node;
  if (permissions.moderates('caneditposts', channelid)) return undefined;
  if (!isAuthor(node, permissions) || !permissions.can('caneditpost', channelid)) return 'no_right';
  if (node.showopen === 0) return 'closed';
  if (node.scheduled === 1) return undefined;
  const minutes = permissions.rights(channelid).edit_time;
  return minutes > 0 && now > node.created + minutes * 60 ? 'too_late' : undefined;
}

/**
 * Whether the caller may take a post away so that moderators still see it: a moderator, the author while the topic is
 * open or the post waits for its time, or whose profile it is on.
 */
export function mayDelete(node: FoundNode, permissions: Permissions): boolean {
  const { channelid } = node;
  if (permissions.moderates('candeleteposts', channelid)) return true;
  if (ownsProfile(node, permissions)) return true;
  if (node.scheduled === 1 && isAuthor(node, permissions)) return true;
  const right = node.starter === node.nodeid ? 'candeletethread' : 'candeletepost';
  return isAuthor(node, permissions) && node.showopen === 1 && permissions.can(right, channelid);
}

/** Whether the caller may delete a post for good. */
export function mayRemove(node: FoundNode, permissions: Permissions): boolean {
  return permissions.moderates('canremoveposts', node.channelid);
}

/** Whether the caller may say whether others see a post: a moderator, or whose profile it is on. */
export function mayApprove(node: FoundNode, permissions: Permissions): boolean {
  return (
    permissions.moderates('canmoderateposts', node.channelid) || ownsProfile(node, permissions)
  );
}

/** Whether the post is a message on the caller's own profile, or an answer to one. */
export function ownsProfile(node: FoundNode, permissions: Permissions): boolean {
  return permissions.userid !== 0 && node.setfor === permissions.userid;
}

/** A node below which posts may be made. */
export interface Place extends FoundNode {
  /** 1 when it is known to be in a channel that holds channels only. */
  readonly channelcategory?: number | null;
}

/** Whether the caller may post below the node: a topic in a channel, a reply to a topic or a comment to a reply. */
export function mayReply(node: Place, permissions: Permissions): boolean {
  const { channelid } = node;
  if (node.starter === 0 && node.channelcategory === 1) return false;
  if (node.scheduled === 1) return false;
  if (isComment(node)) return false;
  if (node.showopen === 0 && !permissions.moderates('canmanagethreads', channelid)) return false;
  if (node.starter === 0) return permissions.can('canpostnew', channelid);
  const own = node.starteruserid === permissions.userid && permissions.userid !== 0;
  return permissions.can(own ? 'canreplyown' : 'canreplyothers', channelid);
}

/** Topic, reply, comment: below that there is nothing. */
export function isComment(node: FoundNode): boolean {
  return node.starter !== 0 && node.starter !== node.nodeid && node.parentid !== node.starter;
}

function isAuthor(node: FoundNode, permissions: Permissions): boolean {
  return permissions.userid !== 0 && node.userid === permissions.userid;
}

export function isTopic(node: FoundNode): boolean {
  return node.starter === node.nodeid;
}
