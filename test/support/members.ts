import type { Signpost } from '../../src/client/index.ts';
import type { TestBoard } from './board.ts';

export interface Member {
  readonly userid: number;
  readonly username: string;
  readonly email: string;
  readonly password: string;
}

let members = 0;

/** Registers a member whom no other test knows. */
export async function newMember(
  board: TestBoard,
  more: Readonly<Record<string, unknown>> = {},
): Promise<Member> {
  members += 1;
  const username = `Newcomer ${members}`;
  const email = `newcomer${members}@example.org`;
  const password = `secret of ${username}`;
  const user = { username, email };
  const userid = await board.guest().call('user.save', { userid: 0, password, user, ...more });
  return { userid: userid as number, username, email, password };
}

/** An app whose member has logged in. */
export async function appOf(
  board: TestBoard,
  { username, password }: Pick<Member, 'username' | 'password'>,
): Promise<Signpost> {
  const app = board.guest();
  await app.user.login({ username, password });
  return app;
}

/** What a call was refused with: an error id and its arguments. */
export async function refusal(call: Promise<unknown>): Promise<unknown> {
  try {
    return { answered: await call };
  } catch (error) {
    return (error as { errors?: readonly unknown[] }).errors?.[0] ?? error;
  }
}

/** The userid of a name; 0 when there is no such member. */
export async function idOf(board: TestBoard, username: string): Promise<number> {
  const found = await board.guest().user.fetchByUsername({ username });
  return found === false ? 0 : found.userid;
}
