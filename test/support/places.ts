import type { TestBoard } from './board.ts';

/** Places of the sandbox that tests go to. */
export interface Places {
  /** A channel that everybody reads. */
  readonly channel: number;
  /** A channel that only staff may enter, and a topic in it. */
  readonly staff: number;
  readonly staffTopic: number;
}

/** The fixed members' ids. */
export const members = { admin: 1, mod: 2, alice: 3, bob: 4, mallory: 5 } as const;

export async function findPlaces(board: TestBoard): Promise<Places> {
  const channel = await nodeOf(board, "title = 'News' and starter = 0");
  const staff = await nodeOf(board, "title = 'Staff room' and starter = 0");
  return { channel, staff, staffTopic: await nodeOf(board, `parentid = ${staff}`) };
}

async function nodeOf(board: TestBoard, where: string): Promise<number> {
  const row = await board.database
    .reader()
    .get<{ nodeid: number }>(`select nodeid from node where ${where} order by nodeid limit 1`);
  if (row === undefined) throw new Error(`the sandbox has no node where ${where}`);
  return row.nodeid;
}
