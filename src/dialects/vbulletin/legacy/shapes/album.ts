import type { Attachment } from '../../../../shapes/attachment.ts';
import type { Album, FullContent } from '../../../../shapes/content.ts';
import { clock, day, flag, type Style } from '../style.ts';
import { attachmentOf, sentOf, wordsOf } from './post.ts';
import type { Item } from './thread.ts';
import { address, avatar } from '../verbatim.ts';

/**
 * Who sees an album of a type. A `profile` album holds pictures for the look of its owner's page, which only he sees;
 * pages have no look here, so it is a private one.
 */
const viewpermsOfType = { public: 2, private: 0, profile: 0 } as const;
export type AlbumType = keyof typeof viewpermsOfType;

export function isAlbumType(text: string): text is AlbumType {
  return Object.hasOwn(viewpermsOfType, text);
}

/** What an album's `viewperms` are to be; undefined while they fit the type already. */
export function viewpermsFor(type: AlbumType, before?: number): number | undefined {
  const wanted = viewpermsOfType[type];
  const fits = before !== undefined && before > 0 === wanted > 0;
  return fits ? undefined : wanted;
}

/** An album's pictures, in their order; none where the caller may get no attachments. */
export function picturesOf({ content }: FullContent): readonly Attachment[] {
  return [...(content.photos?.values() ?? [])];
}

/** An album; its text is its description, where that is not the title alone. */
export function albumInfo(album: Album, style: Style): Item {
  const { nodeid, title, viewperms, publishdate, content } = album;
  const [cover] = picturesOf(album);
  return {
    albumid: nodeid,
    title,
    title_html: title,
    description: content.rawtext === title ? '' : content.message_plain,
    state: viewperms > 0 ? 'public' : 'private',
    picturecount: album.photocount,
    createdate: day(publishdate, style),
    coverurl: address(cover?.thumburl),
    commentcount: album.totalcount,
    ...ownerOf(album),
  };
}

/** Whose album it is, or whose comment. */
export function ownerOf({ content }: FullContent): Item {
  const { userid, username, usertitle } = content.userinfo;
  return { userid, username, usertitle, avatarurl: avatar(content.avatar.avatarpath) };
}

/** A picture of an album. */
export function pictureOf(picture: Attachment, style: Style): Item {
  const { parentid, userid, caption, dateline } = picture;
  return {
    ...attachmentOf(picture),
    albumid: parentid,
    userid,
    caption,
    date: day(dateline, style),
    time: clock(dateline, style),
  };
}

/** A comment on an album. */
export function albumComment(node: FullContent, style: Style): Item {
  const { nodeid, publishdate, content } = node;
  return {
    comment: {
      commentid: nodeid,
      ...ownerOf(node),
      ...wordsOf('', content),
      ...sentOf(publishdate, style),
    },
    show: { edit: content.permissions.canedit, delete: content.permissions.candelete },
  };
}

/** What may be done with an album. */
export function albumRights({ content, photocount }: Album): Item {
  const { canedit, candelete, canreply } = content.permissions;
  return {
    edit_album_option: canedit,
    add_picture_option: canedit,
    delete_album_option: candelete,
    picturecomment_options: canreply,
    pictures: flag(photocount > 0),
  };
}
