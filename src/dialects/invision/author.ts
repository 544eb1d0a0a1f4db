import { findActor } from '../../call/actor.ts';
import { guest, type Principal } from '../../principal.ts';
import type { InvisionVisit } from './visit.ts';

/**
 * In whose name the site acts: a member by id, or a guest (0) under a name. Undefined where nobody is named, or nobody
 * like that is there; a member's own token acts for nobody else (dialects.md 1.2).
 */
export async function authorFor(
  { authority, environment, board }: InvisionVisit,
  given: Readonly<Record<string, unknown>>,
): Promise<Principal | undefined> {
  const { author, author_name: name } = given;
  if (authority !== 'site' || typeof author !== 'number') return undefined;
  if (author > 0) return findActor(environment, board, author, 'too');
  return typeof name === 'string' && name.trim() !== ''
    ? { ...guest, username: name.trim() }
    : undefined;
}
