import type { Context } from '../../call/context.ts';
import { lockTree } from '../../library/node/counters.ts';
import { hardDeleteNode, softDeleteNode } from '../../library/moderation/deletion.ts';
import { insertModLog } from '../../library/moderation/modlog.ts';
import { mayRemove, ownsProfile } from '../rights/post.ts';
import { refusal } from '../rights/standing.ts';
import type { PostType } from '../rights/types.ts';
import { postOf } from './edit.ts';

/** Deletes a post of the type for good; hides it for who may not do so on the own profile. */
export async function removePost(ctx: Context, type: PostType, nodeid: number): Promise<void> {
  const { db, host, now, permissions, user } = ctx;
  const { userid, username } = user;
  await lockTree(db);
  const node = await postOf(ctx, type, nodeid);
  const hard = mayRemove(node, permissions);
  if (!hard && !ownsProfile(node, permissions)) throw refusal(ctx);
  if (hard) await hardDeleteNode(db, nodeid);
  else await softDeleteNode(db, nodeid, { userid, reason: '', now });
  const action = hard ? 'harddelete' : 'softdelete';
  await insertModLog(db, [node], { action, userid, username, ipaddress: host, now });
}
