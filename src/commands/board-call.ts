import { findActor } from '../call/actor.ts';
import { askTogether, findAsked } from '../call/ask.ts';
import type { ApiMethod, InputOf, ResultOf } from '../call/ask.ts';
import { readConfig } from '../config.ts';
import type { Database } from '../db/db.ts';
import { errorText } from '../library/board/phrase.ts';
import { ApiError } from '../errors.ts';
import { listMembers } from '../library/user/member-list.ts';
import { findUserByName } from '../library/user/user.ts';
import { usernameKey } from '../library/user/username.ts';
import { createLogger } from '../logger.ts';
import { adminpermissions } from '../permissions.ts';
import { createEnvironment } from '../process.ts';
import { onBoard } from './existing-board.ts';

const ADMINISTRATORS = 6;

/**
 * Asks one API method of the board of DATABASE_URL, as one of its administrators.
 * @param as their name; the first one when left out
 * @throws Error with a sentence when there is no board, no such administrator, or the method refuses
 */
export async function askBoard<N extends ApiMethod>(
  as: string | undefined,
  name: N,
  ...[input]: InputOf<N>
): Promise<ResultOf<N>> {
  return onBoard(async (database) => {
    const log = createLogger('warn');
    const config = readConfig(process.env);
    const environment = await createEnvironment(
      { config, database, log },
      () => config.PUBLIC_URL,
      () => false,
    );
    try {
      const board = await environment.caches.board();
      const userid = await administrator(database, as);
      const actor = await findActor(environment, board, userid);
      if (actor === undefined || (actor.adminpermissions & adminpermissions.cancontrolpanel) === 0)
        throw new Error(`${as ?? 'Nobody here'} is no administrator.`);
      const credential = { kind: 'command', scopes: 'all' } as const;
      const caller = { actor, authority: 'own', credential, board, host: '127.0.0.1' } as const;
      const asked = findAsked(environment, [name]);
      const { result } = await askTogether(environment, caller, asked, (ask) => ask(name, input));
      return result as ResultOf<N>;
    } catch (error) {
      throw error instanceof ApiError ? new Error(errorText(error as ApiError, 1)) : error;
    } finally {
      await environment.redis?.close();
    }
  });
}

async function administrator(database: Database, name: string | undefined): Promise<number> {
  const db = database.reader();
  if (name !== undefined) return (await findUserByName(db, usernameKey(name)))?.userid ?? 0;
  const list = { usergroups: [ADMINISTRATORS], order: 'userid', descending: false } as const;
  const [first = 0] = await listMembers(db, list, 0, 1);
  return first;
}
