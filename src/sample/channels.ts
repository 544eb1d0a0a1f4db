import type { Db } from '../db/db.ts';
import { insertChannel } from '../library/node/channel.ts';
import type { ContentTypeIds } from '../library/board/contenttype.ts';
import { type FoundNode, findNode } from '../library/node/node.ts';
import { DEFAULT_FORUM_PARENT } from '../library/board/system-channels.ts';
import type { SampleChannel } from './phrases.ts';

const DAY = 86_400;

export interface Author {
  readonly userid: number;
  readonly username: string;
}

/** Inserts the channels below the root of the forums; returns those that take topics, parents before children. */
export async function insertForums(
  db: Db,
  channels: readonly SampleChannel[],
  types: ContentTypeIds,
  admin: Author,
  now: number,
): Promise<number[]> {
  const forums: number[] = [];
  const insertBelow = async (parent: FoundNode, list: readonly SampleChannel[]): Promise<void> => {
    for (const [index, channel] of list.entries()) {
      const nodeid = await insertChannel(db, {
        parent,
        contenttypeid: types.Channel,
        title: channel.title,
        description: channel.description,
        userid: admin.userid,
        authorname: admin.username,
        ipaddress: '',
        now: now - 100 * DAY,
        displayorder: index + 1,
        category: channel.category === true,
        guid: null,
      });
      if (channel.category !== true) forums.push(nodeid);
      if (channel.staffOnly === true) await closeToMembers(db, nodeid);
      await insertBelow(await existing(db, nodeid), channel.channels ?? []);
    }
  };
  await insertBelow(await channelByGuid(db, DEFAULT_FORUM_PARENT), channels);
  return forums;
}

async function closeToMembers(db: Db, nodeid: number): Promise<void> {
  for (const groupid of [1, 2, 3, 4, 8])
    await db.run(db.knex('permission').insert({ nodeid, groupid }));
}

export async function channelByGuid(db: Db, guid: string): Promise<FoundNode> {
  const row = await db.get<{ nodeid: number }>('select nodeid from channel where guid = ?', [guid]);
  return existing(db, row?.nodeid ?? 0);
}

export async function existing(db: Db, nodeid: number): Promise<FoundNode> {
  const node = await findNode(db, nodeid);
  if (node === undefined) throw new Error(`the board has no node ${nodeid}`);
  return node;
}
