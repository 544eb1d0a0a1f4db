import { ApiError } from '../../errors.ts';
import { findAvatars, setDefaultAvatar } from '../../library/user/avatar.ts';
import { type AvatarRecord, avatarRecord } from '../../shapes/avatar.ts';
import type { Struct, Uint } from '../../protocol/types.ts';
import { defaultAvatars } from '../../storage/default-avatar.ts';
import { type FileSize, fileSizes } from '../../storage/links.ts';
import { Service } from '../service.ts';

/** Avatars by userid. */
export type AvatarMap = ReadonlyMap<number, AvatarRecord>;

/** Avatars. */
export class UserAvatarService extends Service {
  /**
   * Reads a member's avatar.
   * @param userid 0 for the caller; somebody without an avatar, or whom there is not, has the default one
   * @param typekey `icon`, `thumb`, `small`, `medium`, `large` or `full`; everything else is `full`, too
   * @param userinfo has no effect: the avatars are read anew
   * @readonly
   * @example userid=2&typekey=thumb
   */
  async fetchAvatar(
    userid: Uint,
    typekey: string | false = false,
    userinfo: Struct = new Map(),
  ): Promise<AvatarRecord> {
    const wanted = userid === 0 ? this.ctx.user.userid : userid;
    const owners = await findAvatars(this.ctx.db, [wanted]);
    return avatarRecord(owners.get(wanted), this.ctx.links, sizeOf(typekey));
  }

  /**
   * Reads the avatars of members.
   * @param userids without any: the caller's; somebody without an avatar, or whom there is not, has the default one
   * @param typekey `icon`, `thumb`, `small`, `medium`, `large` or `full`; everything else is `full`, too
   * @param userinfo has no effect: the avatars are read anew
   * @returns them by userid
   * @throws invalid_parameter when there are too many ids
   * @readonly
   * @example userids[]=1&userids[]=2
   */
  async fetchAvatars(
    userids: Uint[] = [],
    typekey: string | false = false,
    userinfo: Struct = new Map(),
  ): Promise<AvatarMap> {
    const { board, db, links, user } = this.ctx;
    const wanted = userids.length === 0 ? [user.userid] : userids;
    const most = board.options.maxperpage;
    if (wanted.length > most)
      throw new ApiError('invalid_parameter', 'userids', `at most ${most} members are allowed`);
    const owners = await findAvatars(db, wanted);
    const size = sizeOf(typekey);
    return new Map(wanted.map((userid) => [userid, avatarRecord(owners.get(userid), links, size)]));
  }

  /**
   * Makes one of the avatars that every board has the caller's own: see profile.getDefaultAvatars.
   * @returns the avatar
   * @throws not_logged_no_permission for a guest
   * @throws invalid_data when there is no such avatar
   * @example avatarid=3
   */
  async setDefaultAvatar(avatarid: Uint): Promise<AvatarRecord> {
    this.requireMember();
    if (!defaultAvatars.includes(avatarid))
      throw new ApiError(
        'invalid_data',
        `avatarid: it must be one of ${defaultAvatars.join(', ')}`,
      );
    const { db, links, user } = this.ctx;
    await setDefaultAvatar(db, user.userid, avatarid);
    return avatarRecord({ avatarid, avatarfiledataid: null }, links);
  }
}

function sizeOf(typekey: string | false): FileSize {
  return fileSizes.find((size) => size === typekey) ?? 'full';
}
