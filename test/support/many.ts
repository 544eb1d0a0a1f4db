import type { Signpost } from '../../src/client/index.ts';
import type { Db } from '../../src/db/db.ts';
import { lastNodeid } from '../../src/library/node/ids.ts';
import { insertRows } from '../../src/db/insert-rows.ts';
import type { TestBoard } from './board.ts';
import { enter, join, type Member, reply, send } from './messages.ts';
import { addChannel, post } from './nodes.ts';

/** A board on which every list has more than fifty items. */
export interface Crowd {
  readonly alice: Signpost;
  readonly bob: Signpost;
  readonly admin: Signpost;
  /** Has 60 topics, all followed by alice and each with a file; the first has 60 replies, a like and a tag of each. */
  readonly channel: number;
  /** Has five channels; `channel` has 60. */
  readonly small: number;
  readonly topics: readonly number[];
  /** 60 of them; they follow alice, and she them. */
  readonly members: readonly number[];
  readonly files: readonly number[];
  readonly tags: readonly number[];
  /** Conversations of alice's: 5 and 15 members. */
  readonly talks: readonly [small: number, large: number];
  /** 60 letters to alice, the first with 5 answers, the next with 50; as many requests lie beside them. */
  readonly letters: readonly number[];
}

const MANY = 60;
const list = Array.from({ length: MANY }, (_, index) => index);

export async function fillWithCrowd(board: TestBoard): Promise<Crowd> {
  const [alice, bob] = [await enter(board, 'alice'), await enter(board, 'bob')];
  const admin = await board.login('admin');
  const channel = await addChannel(admin, 'Many');
  for (const index of list) await addChannel(admin, `Part ${index}`, channel);
  const small = await addChannel(admin, 'Few');
  for (const index of list.slice(0, 5)) await addChannel(admin, `Piece ${index}`, small);
  const topics: number[] = [];
  const replies: number[] = [];
  for (const index of list) topics.push(await post(alice.app, channel, `Many words ${index}`));
  while (replies.length < MANY) replies.push(await post(bob.app, topics[0] ?? 0));
  const letters: number[] = [];
  while (letters.length < 2 * MANY) letters.push(await send(bob, [alice]));
  for (const index of list.slice(0, 55))
    await reply(bob, letters[index < 5 ? 0 : 1] ?? 0, `Answer ${index}`);
  const talks = await talksOf(board, alice);
  for (const [app, count] of [[alice.app, 50] as const, [bob.app, 5] as const]) {
    for (const index of list.slice(0, count))
      await app.content_privatemessage.createMessageFolder({ folderName: `Folder ${index}` });
  }
  const rows = await board.database.transaction(async (db) => {
    await makeRequests(db, letters.slice(MANY));
    return insertAll(db, board.now(), alice.userid, channel, topics);
  });
  await board.running.environment.caches.forgetBoard();
  const apps = { alice: alice.app, bob: bob.app, admin };
  return { ...apps, channel, small, topics, talks, letters: letters.slice(0, MANY), ...rows };
}

async function talksOf(board: TestBoard, alice: Member): Promise<[number, number]> {
  const friends: Member[] = [];
  for (const index of list.slice(0, 15)) friends.push(await join(board, `Friend${index}`));
  return [await send(alice, friends.slice(0, 5)), await send(alice, friends)];
}

const ADMIN = 1;
const REQUESTS = 3;

async function makeRequests(db: Db, letters: readonly number[]): Promise<void> {
  await insertRows(
    db,
    'pmrequest',
    letters.map((nodeid) => ({ nodeid, about: 'member_to', aboutid: 1 })),
  );
  await db.run(
    db
      .knex('sentto')
      .whereIn('starter', [...letters])
      .update({ folderid: REQUESTS }),
  );
}

async function insertAll(
  db: Db,
  now: number,
  alice: number,
  channel: number,
  topics: readonly number[],
): Promise<Pick<Crowd, 'members' | 'files' | 'tags'>> {
  const members = await insertMembers(db);
  const [first = 0] = topics;
  const follows = [
    ...members.map((userid) => [userid, 'follow_members', alice] as const),
    ...members.map((userid) => [userid, 'follow_contents', first] as const),
    [ADMIN, 'follow_members', alice] as const,
    ...members.map((itemid) => [alice, 'follow_members', itemid] as const),
    ...topics.map((itemid) => [alice, 'follow_contents', itemid] as const),
    ...(await channelsBelow(db, channel)).map((id) => [alice, 'follow_channel', id] as const),
  ];
  const row = { status: 1, undostatus: -1, dateline: now };
  await insertRows(
    db,
    'follow',
    follows.map(([userid, type, itemid]) => ({ userid, type, itemid, ...row })),
  );
  const voters = [...members, ...members.slice(0, 5)].map((userid, index) => ({
    nodeid: (index < MANY ? topics[0] : topics[1]) ?? 0,
    ...{ votetypeid: 1, userid, dateline: now },
  }));
  await insertRows(db, 'nodevote', voters);
  await insertRows(db, 'notification', [
    ...topics.map((sentbynodeid, index) => ({
      ...{ recipient: alice, sender: members[index] ?? 0, sentbynodeid, aboutuserid: 0 },
      ...{ type: 'reply', lastsenttime: now, lastreadtime: 0 },
    })),
  ]);
  await insertSessions(db, members, now);
  await insertGrants(db, members, await channelsBelow(db, channel));
  const files = await insertFiles(db, alice, topics);
  return { members, files, tags: await insertTags(db, topics, now) };
}

async function channelsBelow(db: Db, channel: number): Promise<number[]> {
  const rows = await db.all<{ nodeid: number }>(
    'select nodeid from node where parentid = ? and starter = 0 order by nodeid',
    [channel],
  );
  return rows.map(({ nodeid }) => nodeid);
}

async function insertMembers(db: Db): Promise<number[]> {
  const ids = [];
  for (const index of list) {
    const username = `Crowd ${index}`;
    const folded = username.toLowerCase();
    const names = { username, usernamekey: folded, usernamefold: folded, displayname: username };
    ids.push(await db.insert('user', { ...names, token: '', scheme: 'none' }, 'userid'));
  }
  return ids;
}

async function insertSessions(db: Db, members: readonly number[], now: number): Promise<void> {
  const times = { created: now, lastactivity: now, expires: now + 9_999 };
  const rows = members.map((userid) => ({
    apiaccesstoken: `token of ${userid}`.padEnd(32, '0'),
    sessionhash: '',
    ...{ apiclientid: 1, userid, ...times },
  }));
  await insertRows(db, 'session', rows);
}

/** The first member has five, the second fifty. */
async function insertGrants(
  db: Db,
  [few = 0, many = 0]: readonly number[],
  channels: readonly number[],
): Promise<void> {
  const rows = [
    ...channels.slice(0, 5).map((nodeid) => ({ userid: few, nodeid, groupid: 9 })),
    ...channels.slice(0, 50).map((nodeid) => ({ userid: many, nodeid, groupid: 9 })),
  ];
  await insertRows(db, 'groupintopic', rows);
}

async function insertFiles(db: Db, userid: number, topics: readonly number[]): Promise<number[]> {
  const storedfileid = await db.insert('storedfile', { filehash: 'crowd' }, 'storedfileid');
  const type = await db.get<{ contenttypeid: number }>(
    "select contenttypeid from contenttype where class = 'Attach'",
  );
  const last = await lastNodeid(db);
  const files = [];
  for (const [index, parentid] of topics.entries()) {
    const file = { storedfileid, userid, filename: 'a.png', extension: 'png', filesize: 9 };
    const filedataid = await db.insert('filedata', file, 'filedataid');
    files.push(filedataid);
    const contenttypeid = type?.contenttypeid ?? 0;
    const row = { nodeid: last + 1 + index, parentid, contenttypeid, filedataid, userid };
    await db.run(db.knex('attach').insert({ ...row, filename: 'a.png' }));
  }
  return files;
}

async function insertTags(db: Db, topics: readonly number[], dateline: number): Promise<number[]> {
  const tags = [];
  for (const [index, nodeid] of topics.entries()) {
    const tagid = await db.insert('tag', { tagtext: `crowd ${index}`, dateline }, 'tagid');
    tags.push(tagid);
    await insertRows(db, 'tagnode', [
      { tagid, nodeid, userid: 1, dateline },
      ...(index === 0 ? [] : [{ tagid, nodeid: topics[0] ?? 0, userid: 1, dateline }]),
    ]);
  }
  return tags;
}
