import type { Db } from '../../db/db.ts';
import { ApiError } from '../../errors.ts';
import { inList } from '../../db/in-list.ts';
import { isCopy } from './privatemessage.ts';
import { COMMA_OR_SEMICOLON, SEMICOLON } from '../text/separators.ts';
import { userOptions } from '../user/useroption.ts';
import { usernameKey } from '../user/username.ts';

/** What decides whether a member writes and gets private messages. */
export interface Correspondent {
  readonly userid: number;
  readonly username: string;
  readonly usernamekey: string;
  readonly usergroupid: number;
  /** Bits of `userOptions`. */
  readonly options: number;
  readonly banned: number;
  /** How many messages he keeps, the trash included. */
  readonly held: number;
  /** Whether he ignores the author of what is being written. */
  readonly ignoresAuthor?: boolean;
}

/** Recipients as a client named them. */
export interface Wanted {
  readonly ids: readonly number[];
  readonly names: readonly string[];
}

/** Usergroups without private messages: guests, those who wait for confirmation or approval, and banned ones. */
const silentGroups: ReadonlySet<number> = new Set([1, 3, 4, 8]);

const LARGEST_ID = 2147483647;
const LONGEST_ECHO = 50;

/**
 * Splits texts into names and ids.
 * @param named texts of names with `;` between
 * @param either texts of names or ids with `;` or `,` between: what is all digits is an id, so that nobody gets
 *   another's messages by registering a number as his name
 * @throws ApiError `pmtoomanyrecipients` (the most) before anybody is looked up
 */
export function readWanted(
  named: readonly string[],
  either: readonly string[],
  most: number,
): Wanted {
  const mixed = split(either, COMMA_OR_SEMICOLON);
  const ids = mixed.filter(isId).map(Number);
  const names = [...split(named, SEMICOLON), ...mixed.filter((word) => !isId(word))];
  const wanted = { ids: [...new Set(ids)], names: [...new Set(names)] };
  if (wanted.ids.length + wanted.names.length > most) {
    throw new ApiError('pmtoomanyrecipients', most);
  }
  return wanted;
}

function split(texts: readonly string[], separator: RegExp): string[] {
  return texts
    .flatMap((text) => text.split(separator))
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

function isId(word: string): boolean {
  return /^\d{1,10}$/.test(word) && Number(word) <= LARGEST_ID;
}

/**
 * The ids of the members wanted, each once.
 * @throws ApiError `pmrecipientsnotfound` (those that are not there, with `; ` between)
 */
export async function findWanted(db: Db, { ids, names }: Wanted): Promise<number[]> {
  if (ids.length + names.length === 0) return [];
  const keys = names.map(usernameKey);
  const rows = await db.all<{ userid: number; usernamekey: string }>(
    db
      .knex('user')
      .select('userid', 'usernamekey')
      .whereIn('userid', [...ids])
      .orWhereIn('usernamekey', keys),
  );
  const foundIds = new Set(rows.map((row) => row.userid));
  const foundKeys = new Set(rows.map((row) => row.usernamekey));
  const missing = [
    ...ids.filter((userid) => !foundIds.has(userid)).map(String),
    ...names.filter((name) => !foundKeys.has(usernameKey(name))),
  ];
  if (missing.length > 0) throw new ApiError('pmrecipientsnotfound', nameAll(missing));
  return [...foundIds];
}

/** Names in one text for an error. */
export function nameAll(names: readonly string[]): string {
  return names.map((name) => Array.from(name).slice(0, LONGEST_ECHO).join('')).join('; ');
}

/**
 * Members as correspondents, in the order of their ids. Their rows are held until the transaction ends, so that two
 * messages at once cannot pass a quota or the pause between two messages together.
 */
export async function lockCorrespondents(
  db: Db,
  userids: readonly number[],
  now: number,
): Promise<Correspondent[]> {
  if (userids.length === 0) return [];
  const { sql, bindings } = inList(userids);
  if (db.engine !== 'sqlite') {
    await db.all(
      `select userid from "user" where userid in ${sql} order by userid for update`,
      bindings,
    );
  }
  return listCorrespondents(db, userids, now);
}

/** Members as correspondents, in the order of their ids. */
export async function listCorrespondents(
  db: Db,
  userids: readonly number[],
  now: number,
): Promise<Correspondent[]> {
  const { sql, bindings } = inList(userids);
  return db.all<Correspondent>(
    `select u.userid, u.username, u.usernamekey, u.usergroupid, u.options,
        case when b.userid is null then 0 else 1 end as banned,
        (select count(*) from sentto s where s.userid = u.userid and ${isCopy}) as held
      from "user" u
      left join userban b on b.userid = u.userid and (b.liftdate = 0 or b.liftdate > ?)
      where u.userid in ${sql} order by u.userid`,
    [now, ...bindings],
  );
}

/** Whether private messages are open to a member at all. */
export function usesMessages({ usergroupid, options, banned }: Correspondent): boolean {
  return banned === 0 && !silentGroups.has(usergroupid) && (options & userOptions.receivepm) !== 0;
}

/** Whether a member takes messages of an author: the one place for all that closes a member to another. */
export function mayWriteTo(author: Correspondent, member: Correspondent): boolean {
  if (author.userid === member.userid || member.ignoresAuthor === true) return false;
  return usesMessages(member);
}

/** Whether a member cannot keep another message. @param quota 0 for no limit */
export function isFull({ held }: Correspondent, quota: number): boolean {
  return quota > 0 && held >= quota;
}
