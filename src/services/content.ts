import type { ContentType } from '../library/board/contenttype.ts';
import { ApiError } from '../errors.ts';
import type { Uint } from '../protocol/types.ts';
import { ContentGalleryService, type GalleryData } from './content/gallery.ts';
import { ContentLinkService } from './content/link.ts';
import { ContentPollService } from './content/poll.ts';
import { ContentTextService } from './content/text/posts.ts';
import { ContentVideoService } from './content/video.ts';
import type {
  PostExtras,
  PostOptions,
  TimeChanges,
  WrittenAs,
} from '../rules/writing/post-data.ts';
import { QuotingService } from './content/quoting.ts';

/** New content of any type: what a type does not know has no effect. */
export interface ContentData extends PostExtras {
  /** A channel for a topic, a topic for a reply, a reply for a comment. */
  parentid: Uint;
  /** See contenttype.fetchContentTypeIdFromClass: text when it is left out. */
  contenttypeid?: Uint;
  title?: string;
  /** BBCode, or HTML: see `options`. */
  rawtext?: string;
  /** Of a message on a profile: see content_text.add. */
  setfor?: Uint;
  /** Of a poll, as are the next three: see content_poll.add. */
  polloptions?: string[];
  multiple?: boolean;
  public?: boolean;
  timeout?: Uint;
  /** Of a link or videos, as are the next two: see content_link.add and content_video.add. */
  url?: string;
  url_title?: string;
  meta?: string;
  /** Of a link. */
  filedataid?: Uint;
  /** Of videos. */
  videoitems?: string[];
  /** Of a gallery, as is the next one: see content_gallery.add. */
  filedataids?: Uint[];
  captions?: string[];
}

/** What changes in content of any type: what the type does not know has no effect. */
export interface ContentChanges extends TimeChanges, WrittenAs {
  title?: string;
  /** BBCode, or HTML: see `options`. */
  rawtext?: string;
  /** Why, for the history. */
  reason?: string;
  /** Of a poll, as are the next five: see content_poll.update. */
  polloptions?: string[];
  polloptionids?: Uint[];
  question?: string;
  multiple?: boolean;
  public?: boolean;
  timeout?: Uint;
  /** Of a link or videos, as are the next two. */
  url?: string;
  url_title?: string;
  meta?: string;
  /** Of a link. */
  filedataid?: Uint;
  /** Of videos. */
  videoitems?: string[];
  /** Of a gallery, as are the next two. */
  filedataids?: Uint[];
  captions?: string[];
  viewperms?: Uint;
}

/**
 * Posts of whatever type: each call is that of the type's own class, such as content_poll. Private messages and reports
 * are known to their own classes alone.
 *
 * @sample 29
 */
export class GenericContentService extends QuotingService {
  /**
   * Posts content of a type: see the `add` of its class, which also says what is refused.
   * @returns the new nodeid
   * @throws invalid_data when content of the type is not made here
   * @throws missing_parameter when something is left out that the type needs
   * @throws invalid_node_id when there is no such parent for the caller
   * @throws no_permission when he may not post content of the type there
   * @throws not_logged_no_permission when a guest may not
   * @throws missing_content when the text is empty
   * @throws title_required when a topic has no title
   * @throws text_too_long past the option `postmaxchars`
   * @throws title_too_long past the option `titlemaxchars`
   * @throws too_many_tags past the options `maxtags` and `maxstartertags`
   * @throws duplicate_post when the same was posted in the same place a moment ago
   * @throws category_takes_no_topics when the channel is a category
   * @throws threadclosed when the topic is closed
   * @throws postfloodcheck when the last post was less than `floodchecktime` seconds ago
   * @example data[parentid]=14&data[title]=Hello&data[rawtext]=World
   */
  async add(data: ContentData, options: PostOptions = {}): Promise<Uint> {
    const { polloptions, url, rawtext } = data;
    switch (this.#typeOf(data.contenttypeid ?? this.ctx.board.contentTypes.Text)) {
      case 'Poll':
        return new ContentPollService(this.ctx).add(
          { ...data, polloptions: given(polloptions, 'polloptions') },
          options,
        );
      case 'Link':
        return new ContentLinkService(this.ctx).add({ ...data, url: given(url, 'url') }, options);
      case 'Video':
        return new ContentVideoService(this.ctx).add(data, options);
      case 'Gallery':
        return new ContentGalleryService(this.ctx).add(data satisfies GalleryData, options);
      case 'Text':
        return new ContentTextService(this.ctx).add(
          { ...data, rawtext: given(rawtext, 'rawtext') },
          options,
        );
      default:
        throw new ApiError(
          'invalid_data',
          'data[contenttypeid]: it must be that of Text, Poll, Link, Video or Gallery',
        );
    }
  }

  /**
   * Edits a post: see the `update` of the class of its type, which also says what is refused.
   * @returns true
   * @throws invalid_node_id when there is no such post for the caller
   * @throws not_logged_no_permission for a guest
   * @throws no_permission when he may not edit it
   * @throws edit_time_over when the author's time is over
   * @throws threadclosed when the topic is closed
   * @throws invalid_data when `publishdate` is none, or lies too far ahead
   * @throws missing_content when the text is empty
   * @throws title_required when a topic would lose its title
   * @throws title_too_long past the option `titlemaxchars`
   * @throws text_too_long past the option `postmaxchars`
   * @example nodeid=29&data[rawtext]=Hello again
   */
  async update(nodeid: Uint, data: ContentChanges, options: PostOptions = {}): Promise<boolean> {
    const { contenttypeid } = await this.viewable(nodeid);
    return this.#classOf(contenttypeid).update(nodeid, data, options);
  }

  /**
   * Deletes a post for good, with all below it: see content_text.delete.
   * @returns true
   * @throws invalid_node_id when there is no such post for the caller
   * @throws not_logged_no_permission for a guest
   * @throws no_permission when he may not remove posts there
   * @example nodeid=28
   * @as mod
   */
  async delete(nodeid: Uint): Promise<boolean> {
    return new ContentTextService(this.ctx).delete(nodeid);
  }

  #typeOf(contenttypeid: number): ContentType | undefined {
    const types = Object.entries(this.ctx.board.contentTypes) as [ContentType, number][];
    return types.find(([, id]) => id === contenttypeid)?.[0];
  }

  #classOf(contenttypeid: number) {
    switch (this.#typeOf(contenttypeid)) {
      case 'Poll':
        return new ContentPollService(this.ctx);
      case 'Link':
        return new ContentLinkService(this.ctx);
      case 'Video':
        return new ContentVideoService(this.ctx);
      case 'Gallery':
        return new ContentGalleryService(this.ctx);
      default:
        return new ContentTextService(this.ctx);
    }
  }
}

function given<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new ApiError('missing_parameter', `data[${name}]`);
  return value;
}
