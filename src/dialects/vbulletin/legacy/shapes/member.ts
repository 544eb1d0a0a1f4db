import { memberUrl } from '../../../../library/node/page-url.ts';
import type { FullContent } from '../../../../shapes/content.ts';
import type { ResultOf } from '../../../../call/ask.ts';
import type { Turn } from '../route.ts';
import { clock, day, dayText, type Style } from '../style.ts';
import type { OnlineMembers } from './online.ts';
import { onlineStatus, sentOf, wordsOf } from './post.ts';
import type { Item } from './thread.ts';
import { address, avatar, verbatim } from '../verbatim.ts';

type Profile = ResultOf<'user.fetchProfileInfo'>;

/** A member's profile as `prepared`: what is hidden from the caller is an empty text. */
export function preparedOf(
  profile: Profile,
  online: OnlineMembers,
  { style, now, bburl }: Pick<Turn, 'style' | 'now' | 'bburl'>,
): Item {
  const { userid, lastactivity = 0, birthday = '' } = profile;
  return {
    userid,
    username: profile.username,
    displayname: profile.displayname,
    usertitle: profile.displayusertitle,
    usergroupid: profile.usergroupid,
    avatarurl: avatar(profile.avatarpath),
    profilepicurl: avatar(profile.avatarpath),
    profileurl: address(memberUrl(bburl, profile)),
    signature: verbatim(profile.signature),
    birthday: birthday.replace(/-0000$/, ''),
    age: ageOf(birthday, now + style.clockoffset),
    displayemail: profile.email ?? '',
    homepage: '',
    joindate: day(profile.joindate, style),
    lastactivitydate: dayText(lastactivity, style),
    lastactivitytime: clock(lastactivity, style),
    posts: profile.posts,
    reputation: profile.reputation,
    status: profile.status,
    usernotecount: 0,
    hasimdetails: 0,
    canbefriend: 1,
    ...onlineStatus(online, userid),
  };
}

/** Full years since a birthday, `MM-DD-YYYY`; '' when it is not known. @param now by the reader's clock */
function ageOf(birthday: string, now: number): string {
  const [month = 0, date = 0, year = 0] = birthday.split('-').map(Number);
  if (!(year > 0)) return '';
  const today = new Date(now * 1000);
  const before =
    today.getUTCMonth() + 1 < month ||
    (today.getUTCMonth() + 1 === month && today.getUTCDate() < date);
  return String(today.getUTCFullYear() - year - (before ? 1 : 0));
}

/** A message on a profile. */
export function visitorMessage(node: FullContent, style: Style): Item {
  const { nodeid, publishdate, content } = node;
  const { userid, username, usertitle } = content.userinfo;
  return {
    message: {
      vmid: nodeid,
      userid,
      username,
      usertitle,
      avatarurl: avatar(content.avatar.avatarpath),
      ...wordsOf('', content),
      ...sentOf(publishdate, style),
    },
    show: { deletevm: content.permissions.candelete, editvm: content.permissions.canedit },
  };
}

/** The custom fields as the block `aboutme`. */
export function aboutMe({ profilefields }: Profile): Item {
  const fields = profilefields.map(({ fieldname, title, value }) => ({
    profilefield: { profilefieldid: fieldname.replace('field', ''), title, value },
  }));
  return { block_data: { fields: { category: { title: '', fields } } } };
}
