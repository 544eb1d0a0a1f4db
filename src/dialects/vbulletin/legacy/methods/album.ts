import { ApiError } from '../../../../errors.ts';
import type { Album } from '../../../../shapes/content.ts';
import { count, id, text, words } from '../kinds.ts';
import { message } from '../respond.ts';
import { type AnyRoute, type Ask, route } from '../route.ts';
import {
  albumComment,
  albumInfo,
  albumRights,
  type AlbumType,
  isAlbumType,
  ownerOf,
  pictureOf,
  picturesOf,
  viewpermsFor,
} from '../shapes/album.ts';
import { flag } from '../style.ts';
import { lastPage, limits, pagenav, pageOf } from '../shapes/page.ts';
import { bbcode } from '../topic.ts';
import { avatar } from '../verbatim.ts';

const PER_PAGE = 20;

/** Members' albums. */
export const albumRoutes: readonly AnyRoute[] = [
  route({
    name: 'album_user',
    doc: "A member's albums, the newest first; one's own without `userid`.",
    takes: { userid: count(), pagenumber: count(1), perpage: count(PER_PAGE) },
    asks: ['profile.getAlbum', 'user.fetchProfileInfo'],
    gives:
      'albumbits[]{album{albumid, title, description, picturecount, state, coverurl, …}}, albumcount, userinfo{userid, username}, pagenav',
    about: 'user',
    async answer({ given, ask, style, user }) {
      const { pagenumber: page, perpage } = given;
      const profile = await ask(
        'user.fetchProfileInfo',
        given.userid === 0 ? {} : { userid: given.userid },
      );
      const { userid, username, avatarpath } = profile;
      const { albums, paginationInfo } = await ask('profile.getAlbum', {
        filters: { userid, page, perpage },
      });
      const { totalcount, currentpage } = paginationInfo;
      return {
        response: {
          albumbits: [...albums.values()].map((album) => ({
            album: albumInfo(album, style),
            show: albumRights(album),
          })),
          albumcount: totalcount,
          userinfo: { userid, username, avatarurl: avatar(avatarpath) },
          pagenav: pagenav(pageOf(totalcount, paginationInfo.perpage, currentpage)),
        },
        show: { add_album_option: flag(userid === user.userid), albums: flag(albums.size > 0) },
      };
    },
  }),
  route({
    name: 'album_album',
    doc: 'An album and a page of its pictures.',
    takes: { albumid: id, pagenumber: count(1), perpage: count(PER_PAGE) },
    asks: ['profile.getAlbum'],
    gives:
      'albuminfo{albumid, title, description, picturecount, state, …}, picturebits[]{picture{attachmentid, caption, dateline, pictureurl, thumbnailurl, …}}, userinfo{userid, username}, pagenav',
    about: 'album',
    async answer({ given, ask, options, style }) {
      const album = await readAlbum(ask, given.albumid);
      const pictures = picturesOf(album);
      const perpage = Math.min(given.perpage, options.maxperpage);
      const page = lastPage(pageOf(pictures.length, perpage, given.pagenumber));
      const { first, last } = limits(page);
      const shown = pictures.slice(Math.max(first - 1, 0), last);
      return {
        response: {
          albuminfo: albumInfo(album, style),
          picturebits: shown.map((picture) => ({ picture: pictureOf(picture, style) })),
          userinfo: ownerOf(album),
          pagenav: pagenav(page),
        },
        show: albumRights(album),
      };
    },
  }),
  route({
    name: 'album_picture',
    doc: 'A picture of an album, and a page of the comments on the album, that of `commentid` if it is given: there are none on a picture alone.',
    takes: {
      albumid: id,
      attachmentid: id,
      commentid: count(),
      pagenumber: count(1),
      perpage: count(PER_PAGE),
    },
    asks: [
      'node.listNodeFullContent',
      'node.listNodeFullContentCount',
      'profile.getAlbum',
      'search.getPageNumber',
    ],
    gives:
      'pictureinfo{attachmentid, caption, dateline, pictureurl, thumbnailurl, …}, pic_location{picposition, total, prevattachmentid, nextattachmentid}, picturecommentbits[]{comment{commentid, userid, username, message, …}}, albuminfo, userinfo, pagenav',
    about: 'album',
    async answer({ given, ask, options, style }) {
      const { albumid: parentid, attachmentid } = given;
      const album = await readAlbum(ask, parentid);
      const pictures = picturesOf(album);
      const index = pictures.findIndex(({ nodeid }) => nodeid === attachmentid);
      const picture = pictures[index];
      if (picture === undefined) throw new ApiError('invalid_attachment_id', attachmentid);
      const perpage = Math.min(given.perpage, options.maxperpage);
      const total = await ask('node.listNodeFullContentCount', { parentid });
      const pagenumber = await commentPage(ask, given, perpage);
      const page = lastPage(pageOf(total, perpage, pagenumber));
      const list = { parentid, page: page.pagenumber, perpage };
      const comments = await ask('node.listNodeFullContent', list);
      return {
        response: {
          pictureinfo: pictureOf(picture, style),
          pic_location: {
            picposition: index + 1,
            total: pictures.length,
            prevattachmentid: pictures[index - 1]?.nodeid ?? 0,
            nextattachmentid: pictures[index + 1]?.nodeid ?? 0,
          },
          picturecommentbits: [...comments.values()].map((one) => albumComment(one, style)),
          albuminfo: albumInfo(album, style),
          userinfo: ownerOf(album),
          pagenav: pagenav(page),
        },
        show: albumRights(album),
      };
    },
  }),
  route({
    name: 'album_updatealbum',
    doc: 'Makes an empty album, with `albumid` changes one; it gets the pictures that were uploaded with the same `posthash`. `albumtype` is public, private (its owner and moderators see it) or profile, which is private here; left out, it stays as it is.',
    takes: {
      title: words,
      description: words,
      albumtype: text(),
      albumid: count(),
      posthash: text(),
    },
    asks: [
      'content_attach.fetchByPosthash',
      'content_gallery.add',
      'content_gallery.update',
      'content_photo.add',
      'node.fetchAlbumChannel',
      'node.getNode',
    ],
    gives: 'albumid',
    success: '[redirect_updatethanks]',
    listed: true,
    about: 'album',
    async answer({ given, ask, user }) {
      const { title, description, posthash } = given;
      const type = typeOf(given.albumtype);
      const texts = { title, rawtext: description.trim() === '' ? title : description };
      const albumid =
        given.albumid === 0
          ? await ask('content_gallery.add', {
              data: { parentid: 0, ...texts, ...audienceOf(type) },
              options: bbcode,
            })
          : await updateAlbum(ask, given.albumid, texts, type);
      const uploads =
        posthash === '' || user.userid === 0
          ? []
          : await ask('content_attach.fetchByPosthash', { posthash });
      for (const { filedataid } of uploads)
        await ask('content_photo.add', { data: { parentid: albumid, filedataid } });
      return { response: { errormessage: message('redirect_updatethanks'), albumid } };
    },
  }),
];

interface AlbumTexts {
  readonly title: string;
  readonly rawtext: string;
}

async function updateAlbum(
  ask: Ask<'content_gallery.update' | 'node.fetchAlbumChannel' | 'node.getNode'>,
  nodeid: number,
  texts: AlbumTexts,
  type: AlbumType | undefined,
): Promise<number> {
  const { parentid, viewperms: before } = await ask('node.getNode', { nodeid });
  if (parentid !== (await ask('node.fetchAlbumChannel')))
    throw new ApiError('invalid_node_id', nodeid);
  const data = { ...texts, ...audienceOf(type, before) };
  await ask('content_gallery.update', { nodeid, data, options: bbcode });
  return nodeid;
}

function audienceOf(type: AlbumType | undefined, before?: number): { readonly viewperms?: number } {
  const viewperms = type && viewpermsFor(type, before);
  return viewperms === undefined ? {} : { viewperms };
}

async function readAlbum(ask: Ask<'profile.getAlbum'>, nodeid: number): Promise<Album> {
  const { albums } = await ask('profile.getAlbum', { filters: { nodeid } });
  const album = albums.get(nodeid);
  if (album === undefined) throw new ApiError('invalid_node_id', nodeid);
  return album;
}

async function commentPage(
  ask: Ask<'search.getPageNumber'>,
  { commentid, pagenumber }: { readonly commentid: number; readonly pagenumber: number },
  perpage: number,
): Promise<number> {
  if (commentid === 0) return pagenumber;
  return ask('search.getPageNumber', { nodeid: commentid, perpage, include_starter: false });
}

/** @throws ApiError `invalid_parameter` when vBulletin has no such type */
function typeOf(albumtype: string): AlbumType | undefined {
  if (albumtype === '') return undefined;
  if (isAlbumType(albumtype)) return albumtype;
  throw new ApiError('invalid_parameter', 'albumtype', 'it must be public, private or profile');
}
