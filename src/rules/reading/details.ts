import type { Context } from '../../call/context.ts';
import type { ContentRow } from '../../library/content/content.ts';
import { ListById } from '../../protocol/list-by-id.ts';
import type { ContentDetails, GalleryContent } from '../../shapes/content.ts';
import { groupBy } from '../../group-by.ts';
import {
  findPolls,
  listChosen,
  listOptionVoters,
  listPollOptions,
} from '../../library/content/poll.ts';
import { type PollContent, pollContent } from '../../shapes/poll.ts';
import { findLinks } from '../../library/content/link.ts';
import { findVideos, listVideoItems } from '../../library/content/video.ts';
import { countPhotos } from '../../library/files/attach.ts';
import type { Attachment, AttachmentMap } from '../../shapes/attachment.ts';
import { videoOf } from '../../bbcode/video-providers.ts';
import { type LinkContent, linkContent, type VideoContent } from '../../shapes/link.ts';
import { isOver, mayVote, voterOf } from '../rights/poll.ts';

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
    ...(await galleryContents(ctx, rows, attachments)),
  ]);
}

async function galleryContents(
  { board, db }: Context,
  rows: readonly ContentRow[],
  attachments: AttachmentsOfPosts,
): Promise<[number, GalleryContent][]> {
  const { Gallery, Photo } = board.contentTypes;
  const galleries = rows.filter((row) => row.contenttypeid === Gallery).map((row) => row.nodeid);
  const seen = new Map(galleries.map((nodeid) => [nodeid, photosAmong(attachments.get(nodeid))]));
  // How many there are is told to those, too, who may not get them.
  const unseen = galleries.filter((nodeid) => (seen.get(nodeid)?.size ?? 0) === 0);
  const counts = await countPhotos(db, unseen, Photo);
  return galleries.map((nodeid) => {
    const photos = seen.get(nodeid);
    const photocount = counts.get(nodeid) ?? photos?.size ?? 0;
    return [nodeid, { photocount, ...(photos && { photos }) }];
  });
}

function photosAmong(attachments: AttachmentMap | undefined): ListById<Attachment> | undefined {
  if (attachments === undefined) return undefined;
  return new ListById([...attachments].filter(([, one]) => one.contenttypeclass === 'Photo'));
}

/** For each option. Who wants them all has nothing to ask for: the protocol knows no list of voters. */
const MOST_VOTERS = 10;

/** The polls among these posts, by post: as many statements for one as for many, and none for none. */
async function pollContents(
  ctx: Context,
  rows: readonly ContentRow[],
): Promise<ReadonlyMap<number, PollContent>> {
  const { board, db } = ctx;
  const nodes = rows.filter((row) => row.contenttypeid === board.contentTypes.Poll);
  if (nodes.length === 0) return new Map();
  const polls = await findPolls(
    db,
    nodes.map((node) => node.nodeid),
  );
  const nodeids = polls.map((poll) => poll.nodeid);
  const open = polls.filter((poll) => poll.public === 1).map((poll) => poll.nodeid);
  const options = groupBy(await listPollOptions(db, nodeids), (option) => option.nodeid);
  const chosen = new Set(await listChosen(db, nodeids, voterOf(ctx)));
  const voters = groupBy(
    await listOptionVoters(db, open, MOST_VOTERS),
    (voter) => voter.polloptionid,
  );
  const places = new Map(nodes.map((node) => [node.nodeid, node]));
  return new Map(
    polls.flatMap((poll) => {
      const node = places.get(poll.nodeid);
      if (node === undefined) return [];
      const own = { options: options.get(poll.nodeid) ?? [], chosen, voters };
      const may = { over: isOver(poll, ctx.now), mayvote: mayVote(ctx, node) };
      return [[poll.nodeid, pollContent(node, poll, { ...own, ...may })]];
    }),
  );
}

/** Attachments of posts, by post. */
export type AttachmentsOfPosts = ReadonlyMap<number, AttachmentMap>;

/** The links among these posts, by post: none cost no statement. */
async function linkContents(
  { board, db }: Context,
  rows: readonly ContentRow[],
  attachments: AttachmentsOfPosts,
): Promise<ReadonlyMap<number, LinkContent>> {
  const links = await findLinks(db, idsOf(rows, board.contentTypes.Link));
  return new Map(links.map((row) => [row.nodeid, linkContent(row, attachments.get(row.nodeid))]));
}

/** The posts of videos among these posts, by post: none cost no statement. */
async function videoContents(
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
      const videoitems = own.flatMap(({ url }) => videoOf(url) ?? []);
      return [nodeid, { ...link, videoitems }];
    }),
  );
}

function idsOf(rows: readonly ContentRow[], contenttypeid: number): number[] {
  return rows.filter((row) => row.contenttypeid === contenttypeid).map((row) => row.nodeid);
}
