import type { Database } from '../db/db.ts';
import { migrate } from '../db/migrations.ts';
import { install } from '../install/install.ts';
import { hashPassword, md5, type StoredPassword } from '../library/user/password.ts';
import { sandboxKey, sandboxMembers, sandboxPassword } from './credentials.ts';
import { fillSandbox, type SandboxSize } from './fill.ts';

const usualSize: SandboxSize = { topics: 300, replies: 8, examples: true };

/** Makes an empty database the sandbox. @param now Unix seconds */
export async function buildSandbox(
  database: Database,
  now: number,
  size: SandboxSize = usualSize,
): Promise<void> {
  await migrate(database);
  const passwordOf = await hashPasswords();
  const adminPassword = passwordOf.get('admin');
  if (adminPassword === undefined) throw new Error('the sandbox has no administrator');
  await install(database, {
    adminName: 'admin',
    adminPassword,
    apikey: sandboxKey,
    now: now - 100 * 86_400,
  });
  await database.transaction((db) => fillSandbox(db, passwordOf, size, now));
}

async function hashPasswords(): Promise<ReadonlyMap<string, StoredPassword>> {
  const names = sandboxMembers.map((member) => member.username);
  const hashes = await Promise.all(names.map((name) => hashPassword(md5(sandboxPassword(name)))));
  return new Map(names.flatMap((name, index) => entry(name, hashes[index])));
}

function entry(name: string, hash: StoredPassword | undefined): [string, StoredPassword][] {
  return hash === undefined ? [] : [[name, hash]];
}
