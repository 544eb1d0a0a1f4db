import type { LinkRow } from '../library/content/link.ts';
import type { AttachmentMap } from './attachment.ts';
import type { VideoItem } from '../bbcode/video-providers.ts';

/** What a shared link has beside its text, and a post of videos, too. */
export interface LinkContent {
  readonly url: string;
  readonly url_title: string;
  /** What the page says of itself. */
  readonly meta: string;
  /** The picture that goes with a link, one of its `attachments`; missing without one. */
  readonly filedataid?: number | undefined;
  /** Where the picture can be fetched, small. */
  readonly thumburl?: string | undefined;
}

/** What a post of videos has beside a link. */
export interface VideoContent extends LinkContent {
  readonly videoitems: readonly VideoItem[];
}

/** The link, with the picture of it that is among the post's attachments. */
export function linkContent(
  { url, url_title, meta, filedataid }: LinkRow,
  attachments: AttachmentMap | undefined,
): LinkContent {
  const all = [...(attachments?.values() ?? [])];
  const picture = all.find((one) => one.filedataid === filedataid);
  if (picture === undefined) return { url, url_title, meta };
  return { url, url_title, meta, filedataid, thumburl: picture.thumburl ?? picture.url };
}
