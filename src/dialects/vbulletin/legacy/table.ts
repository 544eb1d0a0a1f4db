import type { AnyRoute } from './route.ts';
import { absentRoutes } from './methods/absent.ts';
import { albumRoutes } from './methods/album.ts';
import { boardRoutes } from './methods/board.ts';
import { followingRoutes } from './methods/following.ts';
import { forumRoutes } from './methods/forum.ts';
import { latestRoutes } from './methods/latest.ts';
import { memberRoutes } from './methods/member.ts';
import { moderationRoutes } from './methods/moderation.ts';
import { pollRoutes } from './methods/poll.ts';
import { postingRoutes } from './methods/posting.ts';
import { privateRoutes } from './methods/private.ts';
import { registerRoutes } from './methods/register.ts';
import { searchRoutes } from './methods/search.ts';
import { sessionRoutes } from './methods/session.ts';
import { socialRoutes } from './methods/social.ts';

/** Legacy methods that belong together: a file of `methods/`, and a page of the reference. */
export interface RouteGroup {
  /** The name of both. */
  readonly name: string;
  /** A sentence, for the reference. */
  readonly doc: string;
  readonly routes: readonly AnyRoute[];
}

/** Every legacy method by its group. */
export const groups: readonly RouteGroup[] = [
  { name: 'session', doc: 'Logging in and out, and what belongs to it.', routes: sessionRoutes },
  { name: 'register', doc: 'Registering, and lost passwords.', routes: registerRoutes },
  { name: 'board', doc: 'The board as a whole.', routes: boardRoutes },
  { name: 'forum', doc: 'Reading forums, topics and posts.', routes: forumRoutes },
  { name: 'latest', doc: 'The newest topics and posts.', routes: latestRoutes },
  { name: 'posting', doc: 'Writing topics and posts, and attaching files.', routes: postingRoutes },
  { name: 'moderation', doc: 'Moderating topics and posts.', routes: moderationRoutes },
  { name: 'private', doc: 'Private messages.', routes: privateRoutes },
  {
    name: 'member',
    doc: 'Members, and what the caller may change of himself.',
    routes: memberRoutes,
  },
  { name: 'search', doc: 'Searching.', routes: searchRoutes },
  { name: 'following', doc: 'Subscriptions, notifications and activity.', routes: followingRoutes },
  { name: 'poll', doc: 'Polls.', routes: pollRoutes },
  { name: 'social', doc: 'Reports, and messages on profiles.', routes: socialRoutes },
  { name: 'album', doc: 'Albums and their pictures.', routes: albumRoutes },
  { name: 'absent', doc: 'What this board does not have.', routes: absentRoutes },
];

/** Every legacy method. */
export const table: readonly AnyRoute[] = groups.flatMap(({ routes }) => routes);
