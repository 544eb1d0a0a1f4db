import { ApiError } from '../../../../errors.ts';
import type { Upload } from '../../../../protocol/types.ts';
import { atMost, count, file, flag, id, named, number, someIds, text } from '../kinds.ts';
import { message, told } from '../respond.ts';
import { type AnyRoute, type Ask, type ResultOf, route, type Turn } from '../route.ts';
import { flag as bit } from '../style.ts';
import { aboutMe, preparedOf, visitorMessage } from '../shapes/member.ts';
import { readOnline } from '../shapes/online.ts';
import { avatar } from '../verbatim.ts';

const avatarAsks = [
  'profile.resetAvatar',
  'profile.upload',
  'profile.uploadUrl',
  'user.fetchAvatar',
  'user.setDefaultAvatar',
] as const;

/** Members and the own profile. */
export const memberRoutes: readonly AnyRoute[] = [
  route({
    name: 'member',
    doc: "A member's profile, by id or name; one's own without either.",
    takes: {
      userid: count(),
      username: text(),
      tab: text(),
      perpage: count(10),
      pagenumber: count(1),
      vmid: count(),
    },
    asks: [
      'content_text.listVisitorMessages',
      'follow.getFollowing',
      'user.fetchByUsername',
      'user.fetchProfileInfo',
      'wol.fetchAll',
    ],
    gives:
      'prepared{userid, username, …}, blocks{aboutme{block_data{fields{category{fields[]{profilefield{title, value}}}}}}, friends{friendcount, friendbits[]{user}}, visitor_messaging{messagebits[]{message}}}',
    about: 'user',
    async answer(turn) {
      const { given, ask } = turn;
      const userid = given.userid || (await useridOf(ask, given.username));
      const profile = await ask('user.fetchProfileInfo', userid === 0 ? {} : { userid });
      const { users } = await ask('follow.getFollowing', {
        userid: profile.userid,
        type: 'follow_members',
        options: { page: given.pagenumber, perpage: given.perpage },
      });
      const friends = [...users.values()].map((friend) => ({
        user: {
          userid: friend.userid,
          username: friend.username,
          avatarurl: avatar(friend.avatarpath),
        },
      }));
      const messages = await ask('content_text.listVisitorMessages', {
        userid: profile.userid,
        page: given.pagenumber,
        perpage: given.perpage,
      });
      const { members: online } = await readOnline(ask);
      const own = profile.userid === turn.user.userid;
      return {
        response: {
          prepared: preparedOf(profile, online, turn),
          blocks: {
            aboutme: aboutMe(profile),
            friends: { friendcount: friends.length, friendbits: friends },
            visitor_messaging: {
              messagebits: [...messages.values()].map((one) => visitorMessage(one, turn.style)),
            },
          },
        },
        show: { edit_profile: bit(own), addbuddylink: bit(!own), ignored: profile.isignored },
      };
    },
  }),
  buddyList('profile_buddylist'),
  buddyList('misc_buddylist'),
  route({
    name: 'profile_doaddlist',
    doc: 'Puts a member on a list: `userlist` is buddy (or friend), or ignore.',
    takes: { userid: id, userlist: text('buddy') },
    asks: ['follow.add', 'user.fetchUserName', 'user.ignoreUser'],
    gives: '',
    success: '[redirect_addlist_contact, username]',
    listed: true,
    about: 'user',
    async answer({ given, ask }) {
      const { userid, userlist } = given;
      if (userlist === 'ignore') await ask('user.ignoreUser', { userid });
      else await ask('follow.add', { follow_item: userid, type: 'follow_members' });
      return told('redirect_addlist_contact', [await ask('user.fetchUserName', { userid })]);
    },
  }),
  route({
    name: 'profile_doremovelist',
    doc: 'Takes a member off a list: `userlist` is buddy (or friend), or ignore.',
    takes: { userid: id, userlist: text('buddy') },
    asks: ['follow.delete', 'user.fetchUserName', 'user.ignoreUser'],
    gives: '',
    success: '[redirect_removelist_contact, username]',
    listed: true,
    about: 'user',
    async answer({ given, ask }) {
      const { userid, userlist } = given;
      if (userlist === 'ignore') await ask('user.ignoreUser', { userid, add: false });
      else await ask('follow.delete', { follow_item: userid, type: 'follow_members' });
      return told('redirect_removelist_contact', [await ask('user.fetchUserName', { userid })]);
    },
  }),
  route({
    name: 'profile_updatelist',
    doc: 'Answers those who want to follow: `incomingaction` is accept or deny, for all in `listbits`.',
    takes: { listbits: someIds, incomingaction: text() },
    asks: ['follow.approveFollowing', 'follow.denyFollowing'],
    gives: '',
    success: '[redirect_updatethanks]',
    listed: true,
    about: 'user',
    async answer({ given, ask, options }) {
      const accept = /^(accept|approve)$/.test(given.incomingaction);
      for (const userid of atMost(options.maxperpage, given.listbits)) {
        if (accept) await ask('follow.approveFollowing', { followerid: userid });
        else await ask('follow.denyFollowing', { followerid: userid });
      }
      return told('redirect_updatethanks');
    },
  }),
  avatarUpdate('profile_updateavatar'),
  avatarUpdate('profile_updateprofilepic'),
  route({
    name: 'profile_updateprofile',
    doc: 'Changes the own profile: custom fields, birthday and title.',
    takes: { userfield: named, birthday: text(), usertitle: text() },
    asks: ['user.save'],
    gives: '',
    success: '[redirect_updatethanks]',
    listed: true,
    about: 'user',
    async answer({ given, ask, user }) {
      const { userfield, birthday, usertitle } = given;
      await ask('user.save', {
        userid: ownUserid(user.userid),
        password: '',
        user: { ...(birthday !== '' && { birthday }), ...(usertitle !== '' && { usertitle }) },
        userfield,
      });
      return told('redirect_updatethanks');
    },
  }),
  route({
    name: 'profile_updatepassword',
    doc: 'Changes the own address and password. Both may be plain or md5 sums.',
    takes: {
      currentpassword: text(),
      currentpassword_md5: text(),
      newpassword: text(),
      newpassword_md5: text(),
      newpasswordconfirm: text(),
      newpasswordconfirm_md5: text(),
      email: text(),
      emailconfirm: text(),
    },
    asks: ['user.save'],
    gives: '',
    success: '[redirect_updatethanks]',
    listed: true,
    about: 'user',
    async answer({ given, ask, user }) {
      const newpass = given.newpassword_md5 || given.newpassword;
      const confirmed = given.newpasswordconfirm_md5 || given.newpasswordconfirm;
      if (confirmed !== '' && confirmed !== newpass) return told('newpasswordmismatch');
      const { email, emailconfirm } = given;
      if (emailconfirm !== '' && emailconfirm !== email) return told('emailmismatch');
      await ask('user.save', {
        userid: ownUserid(user.userid),
        password: '',
        extra: {
          password: given.currentpassword_md5 || given.currentpassword,
          ...(newpass !== '' && { newpass }),
          ...(email !== '' && { email }),
        },
      });
      return told('redirect_updatethanks');
    },
  }),
];

function buddyList(name: string): AnyRoute {
  return route({
    name,
    doc: 'Whom the caller follows.',
    takes: { pagenumber: count(1), perpage: count(100) },
    asks: ['follow.getFollowingUsers'],
    gives: 'HTML{buddycount, buddylist[]{user{userid, username}}}',
    about: 'user',
    async answer({ given, ask }) {
      const options = { page: given.pagenumber, perpage: given.perpage };
      const { users, paginationInfo } = await ask('follow.getFollowingUsers', { options });
      const buddylist = [...users.values()].map(({ userid, username, avatarpath }) => ({
        user: { userid, username, avatarurl: avatar(avatarpath) },
        show: {},
      }));
      const HTML = { buddycount: paginationInfo.totalcount, buddylist };
      return { response: { HTML }, show: { buddylist: bit(buddylist.length > 0) } };
    },
  });
}

function avatarUpdate(name: string): AnyRoute {
  return route({
    name,
    doc: 'Makes an upload, a picture from a URL, or one of the default avatars the avatar. `avatarid` -1 or `deleteprofilepic` takes the own one back; with none of them it stays.',
    takes: { avatarid: number(), avatarurl: text(), deleteprofilepic: flag, upload: file },
    asks: avatarAsks,
    gives: 'avatarurl',
    success: '[redirect_updatethanks]',
    listed: true,
    about: 'user',
    async answer(turn) {
      ownUserid(turn.user.userid);
      const { avatarpath } = await chosenAvatar(turn);
      const errormessage = message('redirect_updatethanks');
      return { response: { errormessage, avatarurl: avatar(avatarpath) } };
    },
  });
}

interface AvatarGiven {
  readonly avatarid: number;
  readonly avatarurl: string;
  readonly deleteprofilepic: boolean;
  readonly upload: Upload | undefined;
}

/** vBulletin's form sends 0 for a picture of one's own: whoever picks no other keeps the one he has. */
function chosenAvatar({
  given,
  ask,
  upload,
}: Turn<(typeof avatarAsks)[number], AvatarGiven>): Promise<ResultOf<'user.fetchAvatar'>> {
  const { avatarid, avatarurl: url, deleteprofilepic, upload: picture } = given;
  if (avatarid < 0 || deleteprofilepic) return ask('profile.resetAvatar');
  if (picture !== undefined) return upload('profile.upload', picture);
  if (url !== '') return ask('profile.uploadUrl', { url });
  if (avatarid > 0) return ask('user.setDefaultAvatar', { avatarid });
  return ask('user.fetchAvatar', { userid: 0 });
}

/** 0 stands for the caller; without a name it is he who is meant. */
async function useridOf(ask: Ask<'user.fetchByUsername'>, username: string): Promise<number> {
  if (username === '') return 0;
  const found = await ask('user.fetchByUsername', { username });
  if (found === false) throw new ApiError('invalid_user_specified');
  return found.userid;
}

/** For user.save 0 means a new member: a guest has no profile to change. */
function ownUserid(userid: number): number {
  if (userid === 0) throw new ApiError('not_logged_no_permission');
  return userid;
}
