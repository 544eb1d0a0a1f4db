import type { Context } from '../../call/context.ts';
import { ApiError } from '../../errors.ts';
import {
  listNotifications,
  type NotificationCategory,
  type NotificationFilter,
  type NotificationType,
  notificationTypes,
} from '../../library/social/notification.ts';
import { listableAnywhere } from '../../library/node/visible.ts';
import type { Direction, Uint } from '../../protocol/types.ts';
import { notificationAnswer, type NotificationAnswer } from '../../shapes/notification.ts';

/** Which notifications, and in which order. */
export interface NotificationQuery {
  /** `desc`, the newest first, when left out. */
  sortDir?: Direction;
  /** 20 when left out; at most the option `maxperpage`. */
  perpage?: Uint;
  page?: Uint;
  /** Adds `previewtext`. */
  showdetail?: boolean;
  /** A category; `all` when left out. */
  about?: 'all' | NotificationCategory;
  /** One type; every type when left out. */
  typename?: NotificationType;
  /** `unread_only` when left out; `*` for all. */
  readFilter?: keyof typeof unread;
}

const USUAL_PAGE = 20;

const unread = { unread_only: true, read_only: false, '*': undefined } as const;

/** One page of what somebody is told of, as far as the caller sees it. */
export async function notificationPage(
  ctx: Context,
  query: NotificationQuery,
  recipient: number,
  except: readonly number[] = [],
): Promise<NotificationAnswer[]> {
  const { perpage = 0, page = 1, sortDir = 'desc' } = query;
  const most = ctx.board.options.maxperpage;
  const limit = Math.min(perpage === 0 ? USUAL_PAGE : perpage, most);
  const rows = await listNotifications(ctx.db, notificationFilter(ctx, query, recipient, except), {
    descending: sortDir === 'desc',
    offset: (Math.max(page, 1) - 1) * limit,
    limit,
  });
  return rows.map((row) => notificationAnswer(row, query.showdetail === true, ctx.links));
}

/** The filter that a query stands for. */
export function notificationFilter(
  ctx: Context,
  { about = 'all', typename, readFilter = 'unread_only' }: NotificationQuery,
  recipient: number,
  except: readonly number[] = [],
): NotificationFilter {
  return {
    recipient,
    visible: listableAnywhere(ctx.permissions),
    types: typesOf(about, typename),
    unread: unread[readFilter],
    except,
  };
}

const allTypes = Object.keys(notificationTypes) as NotificationType[];

function typesOf(
  about: 'all' | NotificationCategory,
  typename: NotificationType | undefined,
): readonly NotificationType[] {
  const types = (typename === undefined ? allTypes : [typename]).filter(
    (type) => about === 'all' || notificationTypes[type] === about,
  );
  if (types.length === 0)
    throw new ApiError('invalid_parameter', 'typename', 'it is not of that category');
  return types;
}
