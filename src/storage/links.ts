import { createHmac, timingSafeEqual } from 'node:crypto';
import { defaultAvatars } from './default-avatar.ts';
import { thumbnailSizes, type ThumbnailSize } from './images.ts';

/** How a file is shown: as it was uploaded, as every client can show it, or made smaller. */
export type FileSize = 'original' | 'full' | ThumbnailSize;

export const fileSizes: readonly FileSize[] = [
  'original',
  'full',
  ...(Object.keys(thumbnailSizes) as ThumbnailSize[]),
];

/** What the URL of a file says. */
export interface FileTicket {
  readonly filedataid: number;
  /** The attachment that it is fetched for, which counts downloads; 0 for none. */
  readonly id: number;
  readonly type: FileSize;
  /** Unix seconds. */
  readonly expires: number;
}

/** What decides which avatar somebody has. */
export interface AvatarOwner {
  /** One of the default avatars; 0 for the first. */
  readonly avatarid: number | null;
  /** The own one; null without. */
  readonly avatarfiledataid: number | null;
}

const HALF_A_DAY = 43_200;
const MONTH = 30 * 86_400;

/** The URLs under which clients get files: absolute, signed, and valid for a time. */
export class Links {
  /** Where the board is reached, without a slash at the end. */
  readonly baseUrl: string;
  readonly #secret: string;
  readonly #now: number;

  /** @param now Unix seconds */
  constructor(baseUrl: string, secret: string, now: number) {
    this.baseUrl = baseUrl;
    this.#secret = secret;
    this.#now = now;
  }

  /** Valid for half a day at least, and the same all that time, so that clients need not fetch the file again. */
  file(filedataid: number, type: FileSize, attachmentid = 0): string {
    return this.#link({ filedataid, id: attachmentid, type, expires: this.#expiry(HALF_A_DAY) });
  }

  /** Valid for a month at least: avatars are no secret. */
  avatar({ avatarid, avatarfiledataid }: AvatarOwner, type: FileSize = 'full'): string {
    if (avatarfiledataid === null) return this.defaultAvatar(avatarid ?? 0);
    const expires = this.#expiry(MONTH);
    return this.#link({ filedataid: avatarfiledataid, id: 0, type, expires });
  }

  /** One of the avatars that every board has; the first for an id that there is not. */
  defaultAvatar(avatarid: number): string {
    const known = defaultAvatars.includes(avatarid) ? avatarid : 0;
    return `${this.baseUrl}/images/default/avatar_${known}.png`;
  }

  #link(ticket: FileTicket): string {
    const { filedataid, id, type, expires } = ticket;
    const attachment = id === 0 ? '' : `&id=${id}`;
    const sig = signTicket(ticket, this.#secret);
    return `${this.baseUrl}/filedata/fetch?filedataid=${filedataid}${attachment}&type=${type}&expires=${expires}&sig=${sig}`;
  }

  #expiry(seconds: number): number {
    return (Math.floor(this.#now / seconds) + 2) * seconds;
  }
}

/**
 * Reads the query of a file's URL.
 * @returns undefined when the board has not signed it
 */
export function readTicket(query: URLSearchParams, secret: string): FileTicket | undefined {
  const number = (name: string): number => {
    const text = query.get(name) ?? '0';
    return /^\d{1,10}$/.test(text) ? Number(text) : 0;
  };
  const type = fileSizes.find((size) => size === query.get('type'));
  if (type === undefined) return undefined;
  const ticket = {
    filedataid: number('filedataid'),
    id: number('id'),
    type,
    expires: number('expires'),
  };
  const right = Buffer.from(signTicket(ticket, secret));
  const given = Buffer.from(query.get('sig') ?? '');
  return given.length === right.length && timingSafeEqual(given, right) ? ticket : undefined;
}

function signTicket({ filedataid, id, type, expires }: FileTicket, secret: string): string {
  if (secret === '') throw new Error('the option filesecret is empty');
  return createHmac('sha256', secret)
    .update(`${filedataid}|${id}|${type}|${expires}`)
    .digest('hex');
}
