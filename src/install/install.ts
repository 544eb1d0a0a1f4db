import { type Database, type Db, isDuplicate } from '../db/db.ts';
import { insertChannel } from '../library/node/channel.ts';
import { insertContentTypes, readContentTypes } from '../library/board/contenttype.ts';
import { ensureFileSecret, writeOption } from '../library/board/options.ts';
import type { StoredPassword } from '../library/user/password.ts';
import {
  DEFAULT_CHANNEL_PARENT,
  MAIN_CHANNEL,
  systemChannels,
} from '../library/board/system-channels.ts';
import { insertUser } from '../library/user/user.ts';
import { systemGroups } from '../library/board/usergroup.ts';

export interface Installation {
  readonly adminName: string;
  readonly adminPassword: StoredPassword;
  readonly apikey: string;
  /** Unix seconds. */
  readonly now: number;
}

const ADMINISTRATORS = 6;

/**
 * Makes an empty, migrated database a board: content types, usergroups, system channels, an administrator and an API
 * key, all or nothing.
 * @returns false when it is a board already, and then nothing has changed
 */
export async function install(database: Database, installation: Installation): Promise<boolean> {
  if (await isInstalled(database.reader())) {
    await database.transaction(insertContentTypes);
    await database.transaction(ensureFileSecret);
    return false;
  }
  try {
    await database.transaction((db) => fill(db, installation));
    return true;
  } catch (error) {
    // Another process was faster: its content types stand in the way.
    if (isDuplicate(error)) return false;
    throw error;
  }
}

/** Whether the database is a board already. */
export async function isInstalled(db: Db): Promise<boolean> {
  return (await db.get('select contenttypeid from contenttype limit 1')) !== undefined;
}

async function fill(
  db: Db,
  { adminName, adminPassword, apikey, now }: Installation,
): Promise<void> {
  await insertContentTypes(db);
  await insertGroups(db);
  const userid = await insertUser(db, {
    username: adminName,
    ...adminPassword,
    usergroupid: ADMINISTRATORS,
    usertitle: 'Administrator',
    joindate: now,
    passworddate: now,
  });
  await insertChannels(db, { userid, authorname: adminName, now });
  await writeOption(db, 'apikey', apikey);
  await ensureFileSecret(db);
}

async function insertGroups(db: Db): Promise<void> {
  for (const group of systemGroups) {
    const { usergroupid, title, usertitle, banned, canoverride } = group;
    const { adminpermissions, genericpermissions } = group;
    // Inserted with their ids: clients know the system groups by them.
    const row = {
      ...{ usergroupid, systemgroupid: usergroupid, title, usertitle, banned, canoverride },
      ...{ adminpermissions, genericpermissions },
    };
    await db.run(db.knex('usergroup').insert(row));
  }
  if (db.engine === 'postgres') {
    await db.get("select setval(pg_get_serial_sequence('usergroup', 'usergroupid'), ?)", [
      systemGroups.length,
    ]);
  }
}

async function insertChannels(
  db: Db,
  author: { userid: number; authorname: string; now: number },
): Promise<void> {
  const types = await readContentTypes(db);
  const ids = new Map<string, number>();
  for (const { guid, title, parent, category } of systemChannels) {
    const nodeid = await insertChannel(db, {
      parent: { ...shown, nodeid: parent === undefined ? 0 : (ids.get(parent) ?? 0) },
      contenttypeid: types.Channel,
      title,
      displayorder: ids.size + 1,
      ipaddress: '',
      ...author,
      category,
      guid,
    });
    ids.set(guid, nodeid);
  }
  for (const { usergroupid, forumpermissions, moderatorpermissions, edit_time } of systemGroups) {
    const nodeid = ids.get(MAIN_CHANNEL) ?? 0;
    await db.run(
      db.knex('permission').insert({
        nodeid,
        groupid: usergroupid,
        forumpermissions,
        moderatorpermissions,
        edit_time,
      }),
    );
    // What lies below the special channels is shown by classes of its own, never as a forum.
    await db.run(
      db
        .knex('permission')
        .insert({ nodeid: ids.get(DEFAULT_CHANNEL_PARENT) ?? 0, groupid: usergroupid }),
    );
  }
}

const shown = {
  starter: 0,
  channelid: 0,
  showpublished: 1,
  showapproved: 1,
  showopen: 1,
  protected: 0,
  viewperms: 2,
};
