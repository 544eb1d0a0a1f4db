import type { Context } from '../../call/context.ts';
import { ApiError } from '../../errors.ts';
import { type GenericPermission, genericpermissions } from '../../permissions.ts';
import { adminBits } from '../../library/access/session.ts';

/** Refuses a guest. */
export function requireMember(ctx: Context): void {
  if (ctx.user.userid === 0) throw new ApiError('not_logged_no_permission');
}

/** Refuses everybody but administrators. */
export function requireAdministrator(ctx: Context): void {
  if (!ctx.permissions.isAdministrator) throw refusal(ctx);
}

/** The refusal for a right that is missing: a guest may get it by logging in. */
export function refusal(ctx: Context): ApiError {
  return new ApiError(ctx.user.userid === 0 ? 'not_logged_no_permission' : 'no_permission');
}

/** True for oneself, and for every member when the caller is an administrator. */
export function manages(ctx: Context, userid: number): boolean {
  const { permissions, user } = ctx;
  return (user.userid > 0 && userid === user.userid) || permissions.isAdministrator;
}

/** True when one of the caller's usergroups has the right; an administrator has all. */
export function holds(ctx: Context, permission: GenericPermission): boolean {
  const { board, permissions, user } = ctx;
  const held = adminBits(user.groups, board.groupGeneric);
  return permissions.isAdministrator || (held & genericpermissions[permission]) !== 0;
}

/** Refuses a caller without the right. */
export function requireRight(ctx: Context, permission: GenericPermission): void {
  if (!holds(ctx, permission)) throw refusal(ctx);
}
