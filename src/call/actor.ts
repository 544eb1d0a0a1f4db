import { findPrincipals } from '../library/access/principals.ts';
import type { Board } from '../library/board/board.ts';
import type { Principal } from '../principal.ts';
import type { Environment } from './environment.ts';

/**
 * A member in whose name somebody else calls; undefined for one who does not exist, or is banned.
 * @param banned whether one who is banned will do: the site writes in anybody's name
 */
export async function findActor(
  environment: Environment,
  board: Board,
  userid: number,
  banned: 'left out' | 'too' = 'left out',
): Promise<Principal | undefined> {
  const [found] = await findPrincipals(
    environment.database.reader(),
    [userid],
    board,
    environment.now(),
    banned,
  );
  return found;
}
