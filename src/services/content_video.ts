import { ApiError } from '../errors.ts';
import { insertVideo, replaceVideoItems, updateVideo } from '../library/video.ts';
import { isBlank } from '../library/wording.ts';
import type { Uint } from '../protocol/types.ts';
import { checkUrl, pageTexts, postTitle } from './link-shape.ts';
import { PostService } from './post-service.ts';
import { type VideoItem, videoOf } from './video-providers.ts';

/** A new post of videos. */
export interface VideoData {
  /** A channel for a topic, a topic for a reply, a reply for a comment. */
  parentid: Uint;
  /** Due for a topic, unless there is a `url_title`. */
  title?: string;
  /** BBCode; the videos when it is left out. */
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
export interface VideoChanges {
  title?: string;
  /** BBCode. */
  rawtext?: string;
  /** The URL of a video; it and `videoitems` replace all that were there. */
  url?: string;
  videoitems?: string[];
  url_title?: string;
  meta?: string;
}

/** Switches of vBulletin's; of those that skip a check none is taken from a caller. */
export interface VideoOptions {
  /** Taken for compatibility: text is always BBCode. */
  wysiwyg?: boolean;
}

/**
 * Videos: topics, replies and comments that show videos of YouTube, Vimeo, Dailymotion or Twitch. Which video it is
 * says its URL; the provider is never asked.
 */
export class ContentVideoService extends PostService {
  protected readonly contenttype = 'Video';

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
   * @example data[parentid]=14&data[title]=Watch this&data[url]=https://youtu.be/aqz-KE-bpKQ
   */
  async add(data: VideoData, options: VideoOptions = {}): Promise<Uint> {
    const { parentid, rawtext = '' } = data;
    const items = this.#items(data);
    const texts = { url_title: '', meta: '', ...pageTexts(data) };
    const post = {
      parentid,
      title: postTitle(data, this.ctx.board.options),
      rawtext: isBlank(rawtext) ? textOf(items) : rawtext,
    };
    const video = { url: items[0]?.url ?? '', ...texts };
    return this.insertPost(post, (nodeid) =>
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
   * @example nodeid=28&data[url]=https://vimeo.com/1084537
   */
  async update(nodeid: Uint, data: VideoChanges): Promise<boolean> {
    const { db } = this.ctx;
    const replaces = data.url !== undefined || data.videoitems !== undefined;
    const items = replaces ? this.#items(data) : [];
    await this.editPost(await this.post(nodeid), data);
    const [first] = items;
    await updateVideo(db, nodeid, { ...pageTexts(data), ...(first && { url: first.url }) });
    if (replaces) await replaceVideoItems(db, nodeid, items.map(columnsOf));
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
   * @param nodeid taken for compatibility
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
