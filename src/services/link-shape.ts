import { webUrl } from '../bbcode/tags.ts';
import type { Context } from '../context.ts';
import { ApiError } from '../errors.ts';
import type { ContentRow } from '../library/content.ts';
import { findLinks, type LinkRow } from '../library/link.ts';
import type { Options } from '../library/options.ts';
import { isBlank } from '../library/wording.ts';
import { LONGEST_TITLE } from '../library/title.ts';
import { findVideos, listVideoItems } from '../library/video.ts';
import type { AttachmentMap } from './attachment-shape.ts';
import { type VideoItem, videoItem } from './video-providers.ts';

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

/** Attachments of posts, by post. */
export type AttachmentsOfPosts = ReadonlyMap<number, AttachmentMap>;

/** The links among these posts, by post: none cost no statement. */
export async function linkContents(
  { board, db }: Context,
  rows: readonly ContentRow[],
  attachments: AttachmentsOfPosts,
): Promise<ReadonlyMap<number, LinkContent>> {
  const links = await findLinks(db, idsOf(rows, board.contentTypes.Link));
  return new Map(links.map((row) => [row.nodeid, linkContent(row, attachments.get(row.nodeid))]));
}

function linkContent(
  { url, url_title, meta, filedataid }: LinkRow,
  attachments: AttachmentMap | undefined,
): LinkContent {
  const all = [...(attachments?.values() ?? [])];
  const picture = all.find((one) => one.filedataid === filedataid);
  if (picture === undefined) return { url, url_title, meta };
  return { url, url_title, meta, filedataid, thumburl: picture.thumburl ?? picture.url };
}

/** The posts of videos among these posts, by post: none cost no statement. */
export async function videoContents(
  { board, db }: Context,
  rows: readonly ContentRow[],
): Promise<ReadonlyMap<number, VideoContent>> {
  const found = await findVideos(db, idsOf(rows, board.contentTypes.Video));
  const items = await listVideoItems(
    db,
    found.map((video) => video.nodeid),
  );
  return new Map(
    found.map(({ nodeid, ...link }) => {
      const own = items.filter((item) => item.nodeid === nodeid);
      const videoitems = own.flatMap(({ provider, code }) => videoItem(provider, code) ?? []);
      return [nodeid, { ...link, videoitems }];
    }),
  );
}

function idsOf(rows: readonly ContentRow[], contenttypeid: number): number[] {
  return rows.filter((row) => row.contenttypeid === contenttypeid).map((row) => row.nodeid);
}

/**
 * A URL that a client may show as a link.
 * @throws ApiError `invalid_url`
 */
export function checkUrl(text: string): string {
  const url = webUrl(text);
  if (url === undefined || !URL.canParse(url)) throw new ApiError('invalid_url');
  const { hostname, username, password } = new URL(url);
  if (hostname === '' || username !== '' || password !== '') throw new ApiError('invalid_url');
  return url;
}

/** What a page says of itself comes from elsewhere: it is put on one line and cut off, never refused. */
export function pageTexts(data: PageTexts): PageTexts {
  const { url_title, meta } = data;
  return {
    ...(url_title !== undefined && { url_title: oneLine(url_title, LONGEST_TITLE) }),
    ...(meta !== undefined && { meta: oneLine(meta, LONGEST_META) }),
  };
}

/** The title of a post: where it has none, the page's, as far as it fits. */
export function postTitle(
  { title = '', url_title = '' }: { readonly title?: string; readonly url_title?: string },
  { titlemaxchars }: Pick<Options, 'titlemaxchars'>,
): string {
  return isBlank(title) ? oneLine(url_title, Math.min(titlemaxchars, LONGEST_TITLE)) : title;
}

interface PageTexts {
  readonly url_title?: string;
  readonly meta?: string;
}

const LONGEST_META = 2000;

export function oneLine(text: string, most: number): string {
  const tidy = text.replace(/\s+/g, ' ').trim();
  return tidy.length > most ? Array.from(tidy).slice(0, most).join('') : tidy;
}
