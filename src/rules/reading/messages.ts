import type { Context } from '../../call/context.ts';
import { findContents, findReaderMarks } from '../../library/content/content.ts';
import type { HeldMessage } from '../../library/message/privatemessage.ts';
import { participantsContent } from './reader.ts';
import { type PrivateMessage, privateMessage } from '../../shapes/message.ts';

/** Messages that the caller holds, with their content, in the order given. */
export async function messageContents(
  { db, links, permissions, user }: Context,
  held: ReadonlyMap<number, HeldMessage>,
): Promise<Map<number, PrivateMessage>> {
  const rows = await findContents(db, [...held.keys()]);
  const marks = await findReaderMarks(db, user.userid, rows);
  const messages = rows.flatMap((row) => {
    const one = held.get(row.nodeid);
    if (one === undefined) return [];
    const readers = participantsContent(row, { permissions, marks }, one.about !== null);
    return [[row.nodeid, privateMessage(row, readers, one, links)] as const];
  });
  return new Map(messages);
}
