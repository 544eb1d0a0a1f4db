import { type NotificationRow, notificationTypes } from '../library/social/notification.ts';
import type { Links } from '../storage/links.ts';

/** One thing that the member is told of. */
export interface NotificationAnswer {
  readonly notificationid: number;
  readonly categoryname: string;
  readonly typename: string;
  /** Who did it; 0 for a guest. For likes the last of them. */
  readonly sender: number;
  readonly sender_username: string;
  readonly sender_displayname: string;
  readonly sender_avatarpath: string;
  /** The node it is about; 0 when it is about a member. */
  readonly sentbynodeid: number;
  /** Unix seconds. */
  readonly lastsenttime: number;
  /** Unix seconds; 0 while it is unread. */
  readonly lastreadtime: number;
  readonly title?: string;
  readonly channelid?: number;
  readonly aboutstarterid?: number;
  readonly aboutstartertitle?: string;
  readonly previewtext?: string;
  /** Always 0: each post has a notification of its own. */
  readonly otherParticipantsCount?: number;
  /** Of category `nodeaction`: likes of the node, when the last came, and how many others like it. */
  readonly votes?: number;
  readonly lastvote?: number;
  readonly otherVotersCount?: number;
}

/** The notification for whom it is sent to. @param showdetail adds `previewtext` */
export function notificationAnswer(
  row: NotificationRow,
  showdetail: boolean,
  links: Links,
): NotificationAnswer {
  const name = row.sender_username ?? row.authorname ?? '';
  return {
    notificationid: row.notificationid,
    categoryname: notificationTypes[row.type],
    typename: row.type,
    sender: row.sender,
    sender_username: name,
    sender_displayname: row.sender_displayname ?? name,
    sender_avatarpath: links.avatar({
      avatarid: row.sender_avatarid,
      avatarfiledataid: row.sender_avatarfiledataid,
    }),
    sentbynodeid: row.sentbynodeid,
    lastsenttime: row.lastsenttime,
    lastreadtime: row.lastreadtime,
    ...aboutNode(row),
    ...(showdetail && { previewtext: row.previewtext ?? '' }),
  };
}

function aboutNode(row: NotificationRow): Partial<NotificationAnswer> {
  if (row.sentbynodeid === 0) return {};
  const votes = row.votes ?? 0;
  return {
    title: row.title ?? '',
    channelid: row.channelid ?? 0,
    aboutstarterid: row.starter ?? 0,
    aboutstartertitle: row.startertitle ?? '',
    ...(row.type === 'rate'
      ? { votes, lastvote: row.lastsenttime, otherVotersCount: Math.max(votes - 1, 0) }
      : { otherParticipantsCount: 0 }),
  };
}
