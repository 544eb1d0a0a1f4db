import type { FullContent } from '../../../shapes/content.ts';
import type { Links } from '../links.ts';
import { date } from './date.ts';
import type { Forum } from './forum.ts';
import { type Poll, pollOf } from './poll.ts';
import { isHidden, type Post } from './post.ts';

/** A topic (dialects.md 1.4). */
export interface Topic {
  readonly id: number;
  readonly title: string;
  readonly forum: Forum;
  readonly posts: number;
  readonly views: number;
  readonly prefix: string | null;
  readonly tags: readonly string[];
  readonly firstPost: Post;
  readonly lastPost: Post;
  readonly bestAnswer: number | null;
  readonly locked: boolean;
  readonly hidden: boolean;
  readonly pinned: boolean;
  readonly featured: boolean;
  readonly archived: boolean;
  readonly poll: Poll | null;
  readonly url: string;
  readonly rating: number;
  /** 1 while it waits for its time. */
  readonly is_future_entry: 0 | 1;
  readonly publish_date: string;
}

/** What belongs to a topic beside its node. */
export interface TopicParts {
  readonly forum: Forum;
  readonly firstPost: Post;
  readonly lastPost: Post;
  readonly bestAnswer: number | null;
  readonly links: Links;
}

export function topicOf(node: FullContent, parts: TopicParts): Topic {
  const { links, ...own } = parts;
  return {
    id: node.nodeid,
    title: node.title,
    forum: own.forum,
    // Invision counts the first one, too
    posts: node.totalcount + 1,
    views: node.content.views,
    prefix: node.prefixid === '' ? null : node.prefixid,
    tags: node.taglist === '' ? [] : node.taglist.split(','),
    firstPost: own.firstPost,
    lastPost: own.lastPost,
    bestAnswer: own.bestAnswer,
    locked: node.showopen === 0,
    hidden: isHidden(node),
    pinned: node.sticky === 1,
    featured: node.featured === 1,
    archived: false,
    poll: pollOf(node),
    url: links.post({ nodeid: node.nodeid, starter: node.starter, urlident: node.urlident }),
    rating: 0,
    is_future_entry: node.scheduled === 1 ? 1 : 0,
    publish_date: date(node.publishdate),
  };
}
