import type { AvatarOwner, FileSize, Links } from '../storage/links.ts';

/** A member's avatar as clients get it. */
export interface AvatarRecord {
  /** An absolute URL. */
  readonly avatarpath: string;
  /** 1 when it is the member's own picture. */
  readonly hascustom: number;
  /** One of the default avatars. */
  readonly avatarid: number;
  /** The upload that it is; 0 for a default avatar. */
  readonly filedataid: number;
}

/** The avatar for a client; of somebody without one, or whom there is not, the default. */
export function avatarRecord(
  owner: AvatarOwner | undefined,
  links: Links,
  type: FileSize = 'full',
): AvatarRecord {
  const { avatarid = 0, avatarfiledataid = null } = owner ?? {};
  return {
    avatarpath: links.avatar({ avatarid, avatarfiledataid }, type),
    hascustom: avatarfiledataid === null ? 0 : 1,
    avatarid: avatarid ?? 0,
    filedataid: avatarfiledataid ?? 0,
  };
}
