import type { Ask } from '../route.ts';

/** Members who are online, by id: 1, or 2 for one who is invisible to others. */
export type OnlineMembers = ReadonlyMap<number, 1 | 2>;

/** Who is online now, as far as the caller may know. */
export interface Online {
  readonly members: OnlineMembers;
  readonly guests: number;
}

export async function readOnline(ask: Ask<'wol.fetchAll'>): Promise<Online> {
  const users = await ask('wol.fetchAll', { perpage: 200 });
  const members = users.filter(({ userid }) => userid > 0);
  return {
    members: new Map(members.map(({ userid, invisible }) => [userid, invisible === 1 ? 2 : 1])),
    guests: users.length - members.length,
  };
}

/** The counts that pages show. What somebody reads is not recorded: they are those of the whole board. */
export function onlineCounts({ members, guests }: Online): Readonly<Record<string, unknown>> {
  return {
    numberregistered: members.size,
    numberguest: guests,
    totalonline: members.size + guests,
  };
}
