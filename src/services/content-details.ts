import type { Context } from '../context.ts';
import type { ContentRow } from '../library/content.ts';
import type { AttachmentMap } from './attachment-shape.ts';
import {
  type AttachmentsOfPosts,
  linkContents,
  type VideoContent,
  videoContents,
} from './link-shape.ts';
import { type PollContent, pollContents } from './poll-shape.ts';

/** What a gallery has beside its text. */
export interface GalleryContent {
  /** Its pictures by their ids, in their order: those of its `attachments` that are photos. */
  readonly photos: AttachmentMap;
}

/** What the content types have beside the text: each of them only for posts of its type. */
export type ContentDetails = Partial<PollContent> & Partial<VideoContent> & Partial<GalleryContent>;

/** The details of those posts that have any, by post. Types that are not there cost nothing. */
export async function detailsOf(
  ctx: Context,
  rows: readonly ContentRow[],
  attachments: AttachmentsOfPosts,
): Promise<ReadonlyMap<number, ContentDetails>> {
  return new Map<number, ContentDetails>([
    ...(await pollContents(ctx, rows)),
    ...(await linkContents(ctx, rows, attachments)),
    ...(await videoContents(ctx, rows)),
    ...galleryContents(ctx, rows, attachments),
  ]);
}

function galleryContents(
  { board }: Context,
  rows: readonly ContentRow[],
  attachments: AttachmentsOfPosts,
): [number, GalleryContent][] {
  const galleries = rows.filter((row) => row.contenttypeid === board.contentTypes.Gallery);
  return galleries.flatMap(({ nodeid }) => {
    const own = attachments.get(nodeid);
    if (own === undefined) return [];
    const photos = [...own].filter(([, one]) => one.contenttypeclass === 'Photo');
    return [[nodeid, { photos: new Map(photos) }]];
  });
}
