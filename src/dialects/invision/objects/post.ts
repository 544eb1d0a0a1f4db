import type { FullContent } from '../../../shapes/content.ts';
import type { Links } from '../links.ts';
import { date } from './date.ts';
import type { Member } from './member.ts';

/** A reaction of a member to a post. */
export interface Reaction {
  readonly title: string;
  readonly id: number;
  readonly value: number;
  readonly icon: string;
}

/** A post (dialects.md 1.4). The first one of a topic has the topic's id. */
export interface Post {
  readonly id: number;
  /** The topic. */
  readonly item_id: number;
  readonly author: Member;
  readonly date: string;
  /** HTML. */
  readonly content: string;
  readonly hidden: boolean;
  readonly url: string;
  /** By the id of the member who gave it; an empty list without any. */
  readonly reactions: Readonly<Record<string, Reaction>> | readonly never[];
}

export function postOf(
  content: FullContent,
  author: Member,
  reactions: Post['reactions'],
  links: Links,
): Post {
  const { nodeid, starter, publishdate } = content;
  return {
    id: nodeid,
    item_id: starter,
    author,
    date: date(publishdate),
    content: content.content.message,
    hidden: isHidden(content),
    url: links.post({ nodeid, starter, urlident: content.content.starterurlident }),
    reactions,
  };
}

/** Whether it waits for approval, or was deleted or hidden by a moderator. */
export function isHidden({ showapproved, showpublished }: FullContent): boolean {
  return showapproved === 0 || showpublished === 0;
}
