import type { AnyRow } from './row.ts';
import { absentRows } from './methods/absent.ts';
import { albumRows } from './methods/album.ts';
import { boardRows } from './methods/board.ts';
import { followingRows } from './methods/following.ts';
import { forumRows } from './methods/forum.ts';
import { latestRows } from './methods/latest.ts';
import { memberRows } from './methods/member.ts';
import { moderationRows } from './methods/moderation.ts';
import { pollRows } from './methods/poll.ts';
import { postingRows } from './methods/posting.ts';
import { privateRows } from './methods/private.ts';
import { registerRows } from './methods/register.ts';
import { searchRows } from './methods/search.ts';
import { sessionRows } from './methods/session.ts';
import { socialRows } from './methods/social.ts';

/** Every legacy method. */
export const table: readonly AnyRow[] = [
  ...sessionRows,
  ...registerRows,
  ...boardRows,
  ...forumRows,
  ...latestRows,
  ...postingRows,
  ...moderationRows,
  ...privateRows,
  ...memberRows,
  ...searchRows,
  ...followingRows,
  ...pollRows,
  ...socialRows,
  ...albumRows,
  ...absentRows,
];
