import type { Environment } from '../call/environment.ts';
import type { Board } from '../library/board/board.ts';
import { followStatus, lockFollowStatus } from '../library/social/follow.ts';
import { FOLLOW_REQUEST, findFollowRequests, insertRequest } from '../library/message/request.ts';
import { findNode } from '../library/node/node.ts';
import { chooseLanguage, renderPhrase } from '../library/board/phrase.ts';
import { PRIVATEMESSAGE_CHANNEL } from '../library/board/system-channels.ts';
import { findUser } from '../library/user/user.ts';

/** Who wants to follow whom. */
interface Wish {
  readonly userid: number;
  readonly itemid: number;
  /** Since when, Unix seconds. */
  readonly at: number;
}

/** Puts a follower's request before the member, as long as he waits for approval; there is one however often it is done. */
export async function askToFollow(
  { database }: Environment,
  board: Board,
  { userid, itemid, at }: Wish,
): Promise<void> {
  await database.transaction(async (db) => {
    const key = { userid, type: 'follow_members', itemid } as const;
    if ((await lockFollowStatus(db, key)) !== followStatus.pending) return;
    if ((await findFollowRequests(db, [userid], itemid)).length > 0) return;
    const parent = await findNode(db, board.channelByGuid(PRIVATEMESSAGE_CHANNEL));
    const follower = await findUser(db, userid);
    const member = await findUser(db, itemid);
    if (parent === undefined || follower === undefined || member === undefined) return;
    const { languageid } = chooseLanguage(member.languageid, board.options.languageid);
    await insertRequest(db, {
      node: {
        parent,
        contenttypeid: board.contentTypes.PrivateMessage,
        title: renderPhrase('follow_request', [follower.username], languageid) ?? '',
        userid,
        authorname: follower.username,
        ipaddress: '',
        now: at,
      },
      rawtext: '',
      about: FOLLOW_REQUEST,
      aboutid: userid,
      recipient: itemid,
    });
  });
}
