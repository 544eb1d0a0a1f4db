import { expect } from '@jest/globals';
import { type Signpost, SignpostError } from '../../src/client/index.ts';
import { type OptionName, writeOption } from '../../src/library/board/options.ts';
import type { TestBoard } from './board.ts';

/** A member with an app. */
export interface Member {
  readonly app: Signpost;
  readonly userid: number;
  readonly username: string;
}

/** Registers a member and logs him in. */
export async function join(board: TestBoard, username: string): Promise<Member> {
  const app = board.guest();
  const password = `${username}-password`;
  const user = { username, email: `${username}@example.com` };
  const userid = await app.user.save({ userid: 0, password, user });
  await app.user.login({ username, password });
  return { app, userid, username };
}

/** Logs a member of the sandbox in. */
export async function enter(board: TestBoard, username: string): Promise<Member> {
  const app = await board.login(username);
  const { userid } = await app.user.fetchCurrentUserinfo();
  return { app, userid, username };
}

/** Sets an option for the calls to come. */
export async function setOption(board: TestBoard, name: OptionName, value: number): Promise<void> {
  await board.database.transaction((db) => writeOption(db, name, value));
  await board.running.environment.caches.forgetBoard();
}

let letters = 0;

/** Sends a new message and returns its nodeid; its words are different each time. */
export async function send(
  from: Member,
  to: readonly Member[],
  words: { title?: string; rawtext?: string } = {},
): Promise<number> {
  letters += 1;
  return from.app.content_privatemessage.add({
    data: {
      title: words.title ?? `Letter ${letters}`,
      rawtext: words.rawtext ?? `Text of letter ${letters}`,
      recipients: to.map((member) => member.username),
    },
  });
}

/** Replies and returns the nodeid. */
export async function reply(from: Member, parentid: number, rawtext?: string): Promise<number> {
  letters += 1;
  return from.app.content_privatemessage.add({
    data: { parentid, rawtext: rawtext ?? `Reply ${letters}` },
  });
}

/** The first error of a call that must be refused: its id and arguments. */
export async function refusal(call: Promise<unknown>): Promise<readonly unknown[]> {
  const error: unknown = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(SignpostError);
  return (error as SignpostError).errors[0] ?? [];
}
