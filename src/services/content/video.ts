import { ApiError } from '../../errors.ts';
import { insertVideo, replaceVideoItems, updateVideo } from '../../library/content/video.ts';
import { isBlank } from '../../library/text/wording.ts';
import type { Uint } from '../../protocol/types.ts';
import { checkUrl, pageTexts, postTitle } from '../../rules/writing/links.ts';
import {
  type PostExtras,
  type PostOptions,
  type TimeChanges,
  type WrittenAs,
  writtenPost,
  changedPost,
} from '../../rules/writing/post-data.ts';
import { QuotingService } from './quoting.ts';
import { removePost } from '../../rules/writing/removal.ts';
import { type VideoItem, videoOf } from '../../bbcode/video-providers.ts';
import { insertPost } from '../../rules/writing/post.ts';
import { editPost, postOf } from '../../rules/writing/edit.ts';

/** A new post of videos. */
export interface VideoData extends PostExtras {
  /** A channel for a topic, a topic for a reply, a reply for a comment. */
  parentid: Uint;
  /** Required for a topic, unless there is a `url_title`. */
  title?: string;
  /** BBCode, or HTML; the videos when it is left out. */
  rawtext?: string;
  /** The URL of a video. */
  url?: string;
  /** URLs of videos; `url` comes before them. */
  videoitems?: string[];
  /** The page's title. What is too long of it, or of `meta`, is cut off. */
  url_title?: string;
  /** What the page says of itself. */
  meta?: string;
}

/** What changes in a post of videos. */
export interface VideoChanges extends TimeChanges, WrittenAs {
  title?: string;
  /** BBCode, or HTML: see `options`. */
  rawtext?: string;
  /** The URL of a video; it and `videoitems` replace all that were there. */
  url?: string;
  videoitems?: string[];
  url_title?: string;
  meta?: string;
}

/**
 * Videos: topics, replies and comments that show videos of YouTube, Vimeo, Dailymotion or Twitch. Which video it is
 * says its URL; the provider is never asked.
 *
 * @sample 38
 */
export class ContentVideoService extends QuotingService {
  /**
   * Posts videos: see content_text.add.
   * @returns the new nodeid
   * @throws invalid_node_id when there is no such parent for the caller
   * @throws no_permission when he may not post videos there
   * @throws not_logged_no_permission when a guest may not
   * @throws category_takes_no_topics when the channel is a category
   * @throws threadclosed when the topic is closed
   * @throws invalid_url when there is no URL, or one is none of the web
   * @throws unknown_video_provider when a URL is that of no video that is known
   * @throws too_many_videos past the option `maxvideos`
   * @throws title_required when a topic has no title
   * @throws title_too_long past the option `titlemaxchars`
   * @throws text_too_long past the option `postmaxchars`
   * @throws postfloodcheck when the last post was less than `floodchecktime` seconds ago
   * @throws duplicate_post when the same was posted in the same place a moment ago
   * @throws too_many_tags past the options `maxtags` and `maxstartertags`
   * @throws invalid_data for what content_text.add refuses
   * @example data[parentid]=14&data[title]=Watch this&data[url]=https://youtu.be/aqz-KE-bpKQ
   */
  async add(data: VideoData, options: PostOptions = {}): Promise<Uint> {
    const { rawtext, markup } = writtenPost(this.ctx, data, options);
    const items = this.#items(data);
    const texts = { url_title: '', meta: '', ...pageTexts(data) };
    const post = {
      ...data,
      title: postTitle(data, this.ctx.board.options),
      rawtext: isBlank(rawtext) ? textOf(items) : rawtext,
      markup,
    };
    const video = { url: items[0]?.url ?? '', ...texts };
    return insertPost(this.ctx, 'Video', post, (nodeid) =>
      insertVideo(this.ctx.db, nodeid, video, items.map(columnsOf)),
    );
  }

  /**
   * Edits a post of videos: its author within the time his usergroup has, or a moderator at any time.
   * @returns true
   * @throws invalid_node_id when there is no such post for the caller
   * @throws not_logged_no_permission for a guest
   * @throws no_permission when he may not edit it
   * @throws edit_time_over when the author's time is over
   * @throws threadclosed when the topic is closed
   * @throws invalid_url when a URL is none of the web
   * @throws unknown_video_provider when a URL is that of no video that is known
   * @throws too_many_videos past the option `maxvideos`
   * @throws missing_content when the text is empty
   * @throws title_required when a topic would lose its title
   * @throws title_too_long past the option `titlemaxchars`
   * @throws text_too_long past the option `postmaxchars`
   * @throws invalid_data when `publishdate` is none, or lies too far ahead
   * @example nodeid=38&data[url]=https://vimeo.com/1084537
   */
  async update(nodeid: Uint, data: VideoChanges, options: PostOptions = {}): Promise<boolean> {
    const { db } = this.ctx;
    const replaces = data.url !== undefined || data.videoitems !== undefined;
    const items = replaces ? this.#items(data) : [];
    await editPost(
      this.ctx,
      'Video',
      await postOf(this.ctx, 'Video', nodeid),
      changedPost(this.ctx, data, options),
    );
    const [first] = items;
    await updateVideo(db, nodeid, { ...pageTexts(data), ...(first && { url: first.url }) });
    if (replaces) await replaceVideoItems(db, nodeid, items.map(columnsOf));
    return true;
  }

  /**
   * Deletes a post for good, with all below it. Who deletes a message on his own profile and may not do so for good only
   * hides it: moderators still see it.
   * @returns true
   * @throws invalid_node_id when there is no such post for the caller
   * @throws not_logged_no_permission for a guest
   * @throws no_permission when he may not remove posts there
   * @example nodeid={sample}
   * @as mod
   */
  async delete(nodeid: Uint): Promise<boolean> {
    await removePost(this.ctx, 'Video', nodeid);
    return true;
  }

  /**
   * Reads which video a URL is of. The provider is not asked.
   * @returns the video, or false when it is none that is known
   * @readonly
   * @example url=https://youtu.be/aqz-KE-bpKQ
   */
  async getVideoFromUrl(url: string): Promise<VideoItem | false> {
    return videoOf(url) ?? false;
  }

  /**
   * The URL of a video's picture, at its provider's. The provider is not asked.
   * @param nodeid has no effect: the picture is that of the address, in every post
   * @returns false when it is no video that is known, or nothing says where its picture lies
   * @readonly
   * @example url=https://youtu.be/aqz-KE-bpKQ
   */
  async getVideoThumbnail(url: string, nodeid: Uint | false = false): Promise<string | false> {
    return videoOf(url)?.thumburl ?? false;
  }

  /** The videos, each once. */
  #items({ url, videoitems = [] }: Pick<VideoData, 'url' | 'videoitems'>): readonly VideoItem[] {
    const urls = [...(url === undefined || url === '' ? [] : [url]), ...videoitems];
    const most = this.ctx.board.options.maxvideos;
    if (urls.length === 0) throw new ApiError('invalid_url');
    if (urls.length > most) throw new ApiError('too_many_videos', most);
    const items = urls.map((text) => {
      const item = videoOf(checkUrl(text));
      if (item === undefined) throw new ApiError('unknown_video_provider');
      return item;
    });
    return [...new Map(items.map((item) => [item.url, item])).values()];
  }
}

function textOf(items: readonly VideoItem[]): string {
  return items.map(({ url }) => `[VIDEO]${url}[/VIDEO]`).join('\n');
}

function columnsOf({ provider, code, url }: VideoItem) {
  return { provider, code, url };
}
