import type { ListedMember } from '../library/user/member-list.ts';
import type { Links } from '../storage/links.ts';

/** A member in a list. */
export interface MemberAnswer {
  readonly userid: number;
  readonly username: string;
  readonly displayname: string;
  readonly usertitle: string;
  readonly usergroupid: number;
  readonly joindate: number;
  readonly posts: number;
  readonly reputation: number;
  readonly avatarpath: string;
}

/** The member as lists show him. */
export function memberAnswer(
  { avatarid, avatarfiledataid, membergroupids: _, ...member }: ListedMember,
  links: Links,
): MemberAnswer {
  return { ...member, avatarpath: links.avatar({ avatarid, avatarfiledataid }) };
}
