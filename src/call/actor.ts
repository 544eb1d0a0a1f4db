import { findPrincipals } from '../library/access/principals.ts';
import type { Board } from '../library/board/board.ts';
import type { Principal } from '../principal.ts';
import type { Environment } from './environment.ts';

/** A member in whose name somebody else calls; undefined for one who does not exist or is banned. */
export async function findActor(
  environment: Environment,
  board: Board,
  userid: number,
): Promise<Principal | undefined> {
  const [found] = await findPrincipals(
    environment.database.reader(),
    [userid],
    board,
    environment.now(),
  );
  return found;
}
