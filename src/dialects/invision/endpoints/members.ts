import { randomBytes } from 'node:crypto';
import { GUEST_GROUP } from '../../../principal.ts';
import { endpoint, type Turn } from '../endpoint.ts';
import { type Exception, memberExceptions as exceptions, Refusal } from '../exceptions.ts';
import { flag, type Given, ids, moment, numbered, paging, someIds, text, word } from '../kinds.ts';
import type { Member } from '../objects/member.ts';
import { memberAsks, membersOf } from '../objects/members.ts';
import { pageOf } from '../objects/page.ts';
import { said } from '../said.ts';

/** What can be set of a member. */
const fields = {
  name: text('The name.'),
  email: text('The e-mail address.'),
  password: text('The password. A new member without one gets a mail to set it.'),
  group: ids('The usergroup; of several the first is the primary one, the others are secondary.'),
  secondaryGroups: someIds('The secondary usergroups; an empty value is none.'),
  registrationIpAddress: text('The address that they registered from.'),
  customFields: numbered('Values of profile fields by their id.'),
  validated: flag('0 for a member who has still to confirm the e-mail address.'),
};

const orders = {
  joined: 'joindate',
  name: 'username',
  last_activity: 'lastactivity',
  id: 'userid',
} as const;

/** Usergroups by number of members who have still to confirm, and of those who have. */
const [AWAITING, REGISTERED] = [3, 2];

/** Members. */
export const members = [
  endpoint({
    path: 'GET /core/members',
    doc: 'Lists members. E-mail addresses are looked through, and shown, for the site alone.',
    takes: {
      ids: ids('These members.'),
      name: text('A part of the name.'),
      email: text('A part of the e-mail address.'),
      group: ids('In one of these usergroups.'),
      activity_after: moment('Active at that time or later.'),
      activity_before: moment('Last active at that time or before.'),
      sortBy: word(
        ['joined', 'name', 'last_activity', 'id'],
        'What they are sorted by: id when left out.',
      ),
      sortDir: word(['asc', 'desc'], 'asc when left out.'),
      ...paging,
    },
    asks: ['user.memberList', ...memberAsks],
    gives: 'Page of Member',
    async answer(turn) {
      const { given, ask } = turn;
      const { page: pagenumber, perPage: perpage, sortBy = 'id', sortDir: sortorder } = given;
      const { members: found, pagingInfo } = await ask('user.memberList', {
        criteria: said({
          ...{ pagenumber, perpage, sortorder },
          sortfield: orders[sortBy],
          userids: given.ids,
          contains: given.name,
          email: given.email,
          usergroups: given.group,
          activeafter: given.activity_after,
          activebefore: given.activity_before,
        }),
      });
      const all = await membersOf(
        turn,
        found.map((record) => record.userid),
      );
      return pageOf(pagingInfo, [...all.values()]);
    },
  }),
  endpoint({
    path: 'GET /core/members/{id}',
    doc: 'Reads a member.',
    takes: {},
    asks: memberAsks,
    gives: 'Member',
    throws: [exceptions.invalidId],
    answer: async (turn) => existing(turn),
  }),
  endpoint({
    path: 'POST /core/members',
    doc: 'Makes a member. One without a password gets a mail to set it.',
    takes: fields,
    asks: ['user.save', 'user.emailPassword', ...memberAsks],
    gives: 'Member',
    only: 'site',
    addressIn: 'registrationIpAddress',
    refuses: { usernametaken: exceptions.nameTaken, emailtaken: exceptions.emailTaken },
    throws: [exceptions.noNameOrEmail, exceptions.invalidGroup, exceptions.invalidSecondaryGroup],
    async answer(turn) {
      const { ask, given } = turn;
      const { name = '', email = '', password = '' } = given;
      if (name.trim() === '' || email.trim() === '') throw new Refusal(exceptions.noNameOrEmail);
      const user = { username: name, email, ...(await groupsGiven(turn)) };
      const userid = await ask('user.save', {
        ...{ userid: 0, password: password || randomBytes(24).toString('base64url'), user },
        userfield: userfieldOf(given.customFields),
      });
      if (password === '') await ask('user.emailPassword', { userid, email });
      return existing({ ...turn, id: userid });
    },
  }),
  endpoint({
    path: 'POST /core/members/{id}',
    doc: 'Changes a member. What is not sent stays as it is; with nothing the member is read.',
    takes: fields,
    asks: ['user.save', ...memberAsks],
    gives: 'Member',
    only: 'site',
    refuses: { usernametaken: exceptions.nameTaken, emailtaken: exceptions.emailTaken },
    throws: [exceptions.invalidIdToEdit, exceptions.invalidGroup, exceptions.invalidSecondaryGroup],
    async answer(turn) {
      const { ask, empty, given, id } = turn;
      const before = await existing(turn, exceptions.invalidIdToEdit);
      if (empty) return before;
      const { name, email, password = '', customFields } = given;
      const user = said({ username: name, email, ...(await groupsGiven(turn, before)) });
      await ask('user.save', { userid: id, password, user, userfield: userfieldOf(customFields) });
      return existing(turn);
    },
  }),
  ...(['POST', 'DELETE'] as const).map((verb) =>
    endpoint({
      path: `${verb} /core/members/{id}/secgroup/{groupId}`,
      doc:
        verb === 'POST'
          ? 'Puts a member into a secondary usergroup.'
          : 'Takes a member out of a secondary usergroup.',
      takes: {},
      asks: ['user.save', ...memberAsks],
      gives: 'Member',
      only: 'site',
      throws: [exceptions.invalidIdToEdit, exceptions.invalidSecondaryGroup],
      async answer(turn) {
        const { ask, id, child } = turn;
        const { primaryGroup, secondaryGroups } = await existing(turn, exceptions.invalidIdToEdit);
        await requireGroups(turn, [child], exceptions.invalidSecondaryGroup);
        const others = secondaryGroups.map((group) => group.id).filter((group) => group !== child);
        const wanted = verb === 'POST' && child !== primaryGroup.id ? [...others, child] : others;
        const user = { membergroupids: wanted };
        await ask('user.save', { userid: id, password: '', user });
        return existing(turn);
      },
    }),
  ),
];

type FieldsGiven = Given<typeof fields>;

/** The usergroups that a new or changed member is to have: the primary one first, then the others. */
async function groupsGiven(
  turn: Turn<MemberAsk, FieldsGiven>,
  before?: Member,
): Promise<{ usergroupid?: number; membergroupids?: readonly number[] }> {
  const { group, secondaryGroups, validated } = turn.given;
  const [primary, ...secondary] = group ?? [];
  const others = secondaryGroups ?? (secondary.length > 0 ? secondary : undefined);
  if (primary !== undefined) await requireGroups(turn, [primary], exceptions.invalidGroup);
  await requireGroups(turn, others ?? [], exceptions.invalidSecondaryGroup);
  const usergroupid = primary ?? groupByValidation(validated, before);
  return {
    ...(usergroupid !== undefined && { usergroupid }),
    ...(others !== undefined && { membergroupids: others.filter((id) => id !== usergroupid) }),
  };
}

/** What `validated` says of the primary usergroup, where no other is named. */
function groupByValidation(validated: boolean | undefined, before?: Member): number | undefined {
  if (validated === undefined) return undefined;
  if (!validated) return AWAITING;
  return before === undefined || before.validating ? REGISTERED : undefined;
}

/** @throws Refusal when one of them is no usergroup for members, or gives rights that the credential's owner has not */
async function requireGroups(
  { ask, caller, owner }: Turn<MemberAsk>,
  wanted: readonly number[],
  exception: Exception,
): Promise<void> {
  if (wanted.length === 0) return;
  const all = await ask('usergroup.fetchUsergroupList');
  const known = new Set(all.map((row) => row.usergroupid).filter((id) => id !== GUEST_GROUP));
  if (!wanted.every((id) => known.has(id))) throw new Refusal(exception);
  const bits = wanted.reduce((sum, id) => sum | (caller.board.groupAdmin.get(id) ?? 0), 0);
  if ((bits & ~(owner?.adminpermissions ?? 0)) !== 0)
    throw new Refusal(exception, {
      hint: 'The member whose key it is has no such rights to give: an administrator must make the key.',
    });
}

/** Values as user.save takes them. */
function userfieldOf(values: ReadonlyMap<number, string> | undefined): Record<string, string> {
  return Object.fromEntries([...(values ?? [])].map(([id, value]) => [`field${id}`, value]));
}

type MemberAsk = (typeof memberAsks)[number];

/** The member of the path. */
async function existing(
  turn: Turn<MemberAsk>,
  exception: (typeof exceptions)['invalidId' | 'invalidIdToEdit'] = exceptions.invalidId,
): Promise<Member> {
  const member = (await membersOf(turn, [turn.id])).get(turn.id);
  if (member === undefined) throw new Refusal(exception);
  return member;
}
