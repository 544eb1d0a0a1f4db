import type { Context } from '../../call/context.ts';
import type { Db } from '../../db/db.ts';
import { ApiError } from '../../errors.ts';
import type { Answer } from '../../library/access/humanverify.ts';
import { adminBits, deleteSessionsOfUser, groupsOf } from '../../library/access/session.ts';
import { throttle } from '../../library/access/throttle.ts';
import { deleteActivations } from '../../library/access/useractivation.ts';
import { listStaffTitles } from '../../library/board/usergroup.ts';
import { announceMember } from '../../library/webhook/announce.ts';
import { countOtherMembersOf } from '../../library/user/administrators.ts';
import { type Bannable, forgetBans, isBanGroup } from '../../library/user/ban.ts';
import { hashPassword, type StoredPassword } from '../../library/user/password.ts';
import {
  emailColumns,
  newPasswordSum,
  profileChanges,
  type ProfileData,
  switchOptions,
  usableName,
} from '../../library/user/profile.ts';
import {
  type FieldValues,
  listProfileFields,
  readFieldValues,
  saveFieldValues,
} from '../../library/user/profilefield.ts';
import { renameUser } from '../../library/user/renaming.ts';
import { looksLike, pretends } from '../../library/user/reserved.ts';
import {
  findUser,
  groupsExist,
  holdPassword,
  holdUser,
  insertUser,
  updatePassword,
  updateUser,
  type UserChanges,
  type UserRow,
} from '../../library/user/user.ts';
import { newUserOptions } from '../../library/user/useroption.ts';
import { networkOf } from '../../network.ts';
import { adminpermissions, genericpermissions } from '../../permissions.ts';
import type { Struct } from '../../protocol/types.ts';
import { requireHuman, spendHuman } from '../../rules/members/human.ts';
import { manages, refusal } from '../../rules/rights/standing.ts';
import { AWAITING_EMAIL, firstGroup, REGISTERED, sendCode } from './codes.ts';
import { proveMember } from './login.ts';
import { refuseReserved, unlessTaken } from './taken.ts';

/** What a form says beside the profile. */
export interface AccountForm {
  readonly switches: Struct;
  readonly userfield: Struct;
  readonly human: Answer;
  /** What the page of account settings sends. */
  readonly settings: Settings;
}

interface Settings {
  readonly email?: string;
  readonly newpass?: string;
  readonly password?: string;
}

/** The passwords of a change: '' for none. */
interface PasswordChange {
  readonly wanted: string;
  readonly current: string;
}

/** What an edit writes. */
interface AccountChange {
  readonly changes: UserChanges;
  readonly switches: Struct;
  readonly fields: FieldValues;
  readonly passwords: PasswordChange;
}

const A_DAY = 86_400;

/** What a member begins with. */
const newcomer = { usergroupid: REGISTERED, displaygroupid: 0, membergroupids: '' } as const;

/** What only administrators change. */
const privileged: readonly (keyof UserChanges)[] = [
  'username',
  'usergroupid',
  'displaygroupid',
  'membergroupids',
];

/** Registers a member, for methods marked `@steps`. */
export async function register(
  ctx: Context,
  password: string,
  { username = '', email = '', ...profile }: ProfileData,
  { switches, userfield, human }: AccountForm,
): Promise<number> {
  mayRegister(ctx);
  const hash = await requireHuman(ctx, 'register', human);
  const { options } = ctx.board;
  const names = { username: usableName(username, options), ...emailColumns(email) };
  refuseReserved(ctx, names.username);
  const changes = profileChanges(profile, options, newcomer, ctx.now);
  await mayChange(ctx, changes);
  await mayBeTitled(ctx, changes.usertitle, [REGISTERED]);
  const fields = await fieldValues(ctx, userfield, 'all');
  const usergroupid = changes.usergroupid ?? firstGroup(ctx, changes.birthday ?? '');
  const stored = await hashPassword(newPasswordSum(password, options.minpasswordlength));
  const user = {
    ...{ ...newcomer, ...changes, ...names, ...stored, usergroupid },
    ...firstVisit(ctx),
    options: switchOptions(newUserOptions, switches),
  };
  return unlessTaken(ctx, names, 0, async (db) => {
    await spendHuman(db, hash);
    await countRegistration(ctx, db);
    const userid = await insertUser(db, user);
    await saveFieldValues(db, userid, fields);
    const addressee = { userid, ...names, languageid: changes.languageid ?? 0 };
    if (usergroupid === AWAITING_EMAIL) await sendCode(ctx, db, 'activate', addressee);
    await announceMember(db, userid, ctx.now);
    return userid;
  });
}

/** Changes an account, for methods marked `@steps`. */
export async function edit(
  ctx: Context,
  userid: number,
  password: string,
  data: ProfileData,
  form: AccountForm,
): Promise<number> {
  if (!manages(ctx, userid)) throw refusal(ctx);
  const user = await findUser(ctx.db, userid);
  if (user === undefined) throw new ApiError('invalid_user_specified');
  const changes = changesOf(ctx, user, data, form);
  await mayChange(ctx, changes);
  await mayBeTitled(ctx, changes.usertitle, ctx.user.groups);
  const fields = await fieldValues(ctx, form.userfield, 'given');
  const passwords = passwordChange(ctx, userid, password, form.settings);
  await store(ctx, user, { changes, switches: form.switches, fields, passwords });
  ctx.afterCommit(() => ctx.forgetUser(userid));
  return userid;
}

/** Members choose a title if they have the right to, and none that is for the staff. */
async function mayBeTitled(
  ctx: Context,
  title: string | undefined,
  groups: readonly number[],
): Promise<void> {
  const { board, db, permissions } = ctx;
  if (title === undefined || title === '' || permissions.isAdministrator) return;
  const held = adminBits(groups, board.groupGeneric);
  if ((held & genericpermissions.canusecustomtitle) === 0) throw new ApiError('no_permission');
  const taken = [board.options.bbtitle, ...(await listStaffTitles(db))];
  if (
    pretends(title, board.options.illegalusernames) ||
    taken.some((other) => looksLike(title, other))
  )
    throw new ApiError(
      'invalid_data',
      'user[usertitle]: it looks like a title of the board or its staff',
    );
}

/** @throws ApiError `rate_limited` when too many have registered from the caller's network */
async function countRegistration(ctx: Context, db: Db): Promise<void> {
  const { config, host, now, permissions } = ctx;
  const limit = config.REGISTER_LIMIT;
  if (limit === 0 || permissions.isAdministrator) return;
  await throttle(db, 'register', networkOf(host), now, limit);
}

function mayRegister(ctx: Context): void {
  const { board, permissions, user } = ctx;
  if (permissions.isAdministrator) return;
  if (user.userid > 0) throw new ApiError('no_permission');
  if (board.options.allowregistration === 0) throw new ApiError('registration_closed');
}

async function mayChange(ctx: Context, changes: UserChanges): Promise<void> {
  if (privileged.every((name) => changes[name] === undefined)) return;
  if (!ctx.permissions.isAdministrator) throw new ApiError('no_permission');
  const { usergroupid = 0, displaygroupid = 0, membergroupids = '' } = changes;
  await requireGroups(ctx, 'usergroupid', [usergroupid]);
  await requireGroups(ctx, 'displaygroupid', [displaygroupid]);
  await requireGroups(ctx, 'membergroupids', membergroupids.split(',').map(Number));
}

async function requireGroups(
  ctx: Context,
  name: keyof UserChanges,
  groups: readonly number[],
): Promise<void> {
  const wanted = groups.filter((group) => group > 0);
  if (!(await groupsExist(ctx.db, wanted)))
    throw new ApiError('invalid_data', `user[${name}]: there is no usergroup ${wanted.join(', ')}`);
}

function firstVisit(ctx: Context): UserChanges & { readonly passworddate: number } {
  const { host, now } = ctx;
  const times = { joindate: now, lastvisit: now, lastactivity: now, passworddate: now };
  return { ipaddress: host, ...times };
}

async function fieldValues(
  ctx: Context,
  given: Struct,
  demand: 'all' | 'given',
): Promise<FieldValues> {
  const { db, permissions } = ctx;
  const fields = await listProfileFields(db);
  if (permissions.isAdministrator) return readFieldValues(fields, given, 'given');
  const asked = demand === 'all' ? fields : fields.filter(({ editable }) => editable === 1);
  return readFieldValues(asked, given, demand);
}

function changesOf(
  ctx: Context,
  user: UserRow,
  data: ProfileData,
  { settings }: AccountForm,
): UserChanges {
  const wanted = settings.email ? { ...data, email: settings.email } : data;
  return profileChanges(wanted, ctx.board.options, user, ctx.now);
}

function passwordChange(
  ctx: Context,
  userid: number,
  password: string,
  settings: Settings,
): PasswordChange {
  const { newpass = '', password: current = '' } = settings;
  if (!isCaller(ctx, userid)) return { wanted: newpass || password, current: '' };
  if (newpass !== '') return { wanted: newpass, current: current || password };
  if (current !== '') return { wanted: password === current ? '' : password, current };
  return { wanted: '', current: password };
}

async function store(
  ctx: Context,
  user: UserRow,
  { changes, switches, fields, passwords }: AccountChange,
): Promise<void> {
  const { userid } = user;
  const stored = await hashOf(ctx, passwords.wanted);
  const sensitive = stored !== undefined || changes.email !== undefined;
  // a password that is no use to the change must be right all the same: it may have been meant as the new one
  const proving = isCaller(ctx, userid) && (sensitive || passwords.current !== '');
  const proof = proving ? await proveMember(ctx, user, passwords.current) : undefined;
  await unlessTaken(ctx, changes, userid, async (db) => {
    // the password may have been changed while it was verified
    if (proof && !(await holdPassword(db, proof))) throw new ApiError('badpassword');
    const held = await holdUser(db, userid);
    if (held === undefined) throw new ApiError('invalid_user_specified');
    if (changes.usergroupid !== undefined || changes.membergroupids !== undefined)
      await changeGroups(ctx, db, { ...held, ...changes });
    const { username, ...others } = await confirmed(ctx, db, user, changes);
    await updateUser(db, userid, { ...others, options: switchOptions(held.options, switches) });
    if (username !== undefined) await rename(ctx, db, userid, username);
    await saveFieldValues(db, userid, fields);
    if (sensitive) await deleteActivations(db, userid, 'password');
    if (stored === undefined) return;
    await updatePassword(db, userid, stored, ctx.now);
    await deleteSessionsOfUser(db, userid, ctx.session?.apiaccesstoken ?? '');
  });
}

/** What else follows from other usergroups. @throws ApiError `last_administrator` */
async function changeGroups(ctx: Context, db: Db, member: Bannable): Promise<void> {
  const { board } = ctx;
  const administrators = [...board.groupAdmin].flatMap(([group, bits]) =>
    (bits & adminpermissions.cancontrolpanel) === 0 ? [] : [group],
  );
  const stays = groupsOf(member.usergroupid, member.membergroupids).some((group) =>
    administrators.includes(group),
  );
  if (!stays && (await countOtherMembersOf(db, administrators, member.userid)) === 0)
    throw new ApiError('last_administrator');
  // who is given a usergroup of members who are not banned is not banned any more
  if (!(await isBanGroup(db, member.usergroupid))) await forgetBans(db, [member.userid]);
}

async function rename(ctx: Context, db: Db, userid: number, username: string): Promise<void> {
  const { board, now } = ctx;
  const reserved = board.options.formernamedays * A_DAY;
  await renameUser(db, { userid, username, now, reserved });
}

/** A new address that its owner must confirm first is kept with the code. */
async function confirmed(
  ctx: Context,
  db: Db,
  user: UserRow,
  changes: UserChanges,
): Promise<UserChanges> {
  const { board, permissions } = ctx;
  const { email } = changes;
  if (email === undefined || board.options.verifyemail === 0 || permissions.isAdministrator)
    return changes;
  await sendCode(ctx, db, 'email', { ...user, email });
  const kept = Object.entries(changes).filter(([name]) => !name.startsWith('email'));
  return Object.fromEntries(kept);
}

async function hashOf(ctx: Context, password: string): Promise<StoredPassword | undefined> {
  if (password === '') return undefined;
  return hashPassword(newPasswordSum(password, ctx.board.options.minpasswordlength));
}

/** Whether somebody changes their own account, and so has to prove that it is they. The site proves nothing. */
function isCaller(ctx: Context, userid: number): boolean {
  return ctx.authority === 'own' && userid === ctx.user.userid;
}
