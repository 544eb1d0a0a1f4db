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

/** Every legacy method. */
export const table: readonly AnyRoute[] = [
  ...sessionRoutes,
  ...registerRoutes,
  ...boardRoutes,
  ...forumRoutes,
  ...latestRoutes,
  ...postingRoutes,
  ...moderationRoutes,
  ...privateRoutes,
  ...memberRoutes,
  ...searchRoutes,
  ...followingRoutes,
  ...pollRoutes,
  ...socialRoutes,
  ...albumRoutes,
  ...absentRoutes,
];
