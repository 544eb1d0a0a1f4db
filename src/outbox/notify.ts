import { addressed } from '../bbcode/addressed.ts';
import type { Db } from '../db/db.ts';
import type { Environment } from '../call/environment.ts';
import { type Board, readBoard } from '../library/board/board.ts';
import {
  findFollowStatus,
  findMuting,
  followStatus,
  listFollowerIds,
} from '../library/social/follow.ts';
import { findIgnoring } from '../library/user/userlist.ts';
import { type FoundNode, findNode, findNodes, stateOf } from '../library/node/node.ts';
import { hasVoted } from '../library/social/nodevote.ts';
import {
  findTold,
  insertNotifications,
  type NotificationType,
  renewNotification,
} from '../library/social/notification.ts';
import type { ClaimedJob, JobPayloads } from '../library/outbox.ts';
import { findPrincipals } from '../library/access/principals.ts';
import { findRawText } from '../library/content/text.ts';
import { findUseridsByNames } from '../library/user/user.ts';
import { usernameKey } from '../library/user/username.ts';
import { askToFollow } from './follow-requests.ts';
import { mailReport } from './report-mails.ts';

/** What has happened, with what is needed to say who is to know. */
interface Happening {
  readonly environment: Environment;
  readonly db: Db;
  readonly board: Board;
  /** Who did it; 0 for a guest. */
  readonly actor: number;
  /** When, Unix seconds. */
  readonly at: number;
}

/** Members to be told, and as what. */
interface Audience {
  readonly type: NotificationType;
  readonly userids: readonly number[];
}

type Payload = JobPayloads['notify'];
type Tell = (happening: Happening, payload: Payload) => Promise<void>;

const AT_ONCE = 500;

/** Types that a member who unsubscribed from the topic does not get. */
const mutable: ReadonlySet<NotificationType> = new Set([
  'reply',
  'comment',
  'threadcomment',
  'subscription',
]);

/** Every event and what becomes of it. */
const events: ReadonlyMap<string, Tell> = new Map<string, Tell>([
  ['post', (happening, { nodeid }) => tellOfNode(happening, nodeid, audiencesOfPost)],
  ['edit', (happening, { nodeid }) => tellOfNode(happening, nodeid, audiencesOfText)],
  ['like', tellOfLike],
  ['vote', (happening, { nodeid }) => tellAuthor(happening, nodeid, 'vote')],
  ['follow', (happening, payload) => tellOfFollow(happening, payload, 'follow')],
  ['following', (happening, payload) => tellOfFollow(happening, payload, 'following')],
  ['report', ({ environment }, { nodeid }) => mailReport(environment, nodeid)],
]);

/**
 * Tells members what has happened. Who is to know is worked out now and not when it happened: only those who may see
 * the node at this moment, never the one who did it, and nobody who ignores him. Done twice, it tells nobody twice.
 */
export async function notify(
  payload: Payload,
  environment: Environment,
  job: ClaimedJob,
): Promise<void> {
  const tell = events.get(payload.event);
  if (tell === undefined) throw new Error(`there is no event ${payload.event}`);
  const board = await environment.caches.board();
  const db = environment.database.reader();
  await tell({ environment, db, board, actor: payload.userid, at: job.created }, payload);
}

async function tellOfNode(
  happening: Happening,
  nodeid: number,
  audiences: (happening: Happening, node: FoundNode) => AsyncGenerator<Audience>,
): Promise<void> {
  const node = await findNode(happening.db, nodeid);
  if (node === undefined) return;
  const informed = await withChannel(happening, node.channelid);
  for await (const { type, userids } of audiences(informed, node)) {
    const told = await findTold(informed.db, nodeid, userids);
    const others = userids.filter((userid) => !told.has(userid));
    const recipients = await whoMayKnow(informed, node, type, others);
    const { at, actor } = informed;
    await informed.environment.database.transaction((db) =>
      insertNotifications(db, recipients, { type, sender: actor, sentbynodeid: nodeid, now: at }),
    );
  }
}

/** The one to whom it says most comes first: nobody is told of a node twice. */
async function* audiencesOfPost(happening: Happening, node: FoundNode): AsyncGenerator<Audience> {
  yield* audiencesOfText(happening, node);
  yield { type: 'vm', userids: [node.setfor] };
  yield* authorsAbove(happening, node);
  const place =
    node.starter === node.nodeid
      ? ({ type: 'follow_channel', itemid: node.channelid } as const)
      : ({ type: 'follow_contents', itemid: node.starter } as const);
  yield* followersOf(happening, place);
  yield* followersOf(happening, { type: 'follow_members', itemid: happening.actor });
}

async function* audiencesOfText({ db }: Happening, node: FoundNode): AsyncGenerator<Audience> {
  const rawtext = await findRawText(db, node.nodeid);
  if (rawtext === undefined) return;
  const { userids, names, quoted } = addressed(rawtext);
  const named = await findUseridsByNames(db, names.map(usernameKey));
  yield { type: 'usermention', userids: [...userids, ...named] };
  const authors = (await findNodes(db, quoted)).map((quotation) => quotation.userid);
  yield { type: 'quote', userids: authors };
}

async function* authorsAbove({ db }: Happening, node: FoundNode): AsyncGenerator<Audience> {
  if (node.starter === node.nodeid) return;
  const topicAuthor = node.starteruserid ?? 0;
  if (node.parentid === node.starter) {
    yield { type: 'reply', userids: [topicAuthor] };
    return;
  }
  const parent = await findNode(db, node.parentid);
  yield { type: 'comment', userids: [parent?.userid ?? 0] };
  yield { type: 'threadcomment', userids: [topicAuthor] };
}

async function* followersOf(
  { db }: Happening,
  followed: Parameters<typeof listFollowerIds>[1],
): AsyncGenerator<Audience> {
  for (let after = 0; ;) {
    const userids = await listFollowerIds(db, followed, after, AT_ONCE);
    if (userids.length > 0) yield { type: 'subscription', userids };
    const last = userids[AT_ONCE - 1];
    if (last === undefined) return;
    after = last;
  }
}

/** Those of the members who may see the node and want to know of it. */
async function whoMayKnow(
  { db, board, actor, environment }: Happening,
  node: FoundNode,
  type: NotificationType,
  userids: readonly number[],
): Promise<number[]> {
  const others = [...new Set(userids)].filter((userid) => userid !== 0 && userid !== actor);
  const ignoring = await findIgnoring(db, actor, others);
  const muting = mutable.has(type) ? await findMuting(db, node.starter, others) : new Set();
  const state = stateOf(node, board.contentTypes);
  const principals = await findPrincipals(db, others, board, environment.now());
  return principals
    .filter(({ userid }) => !ignoring.has(userid) && !muting.has(userid))
    .filter((principal) => board.permissionsOf(principal).sees(state))
    .map(({ userid }) => userid);
}

async function tellOfLike(happening: Happening, { nodeid, userid }: Payload): Promise<void> {
  if (await hasVoted(happening.db, nodeid, userid)) await tellAuthor(happening, nodeid, 'rate');
}

async function tellAuthor(
  happening: Happening,
  nodeid: number,
  type: NotificationType,
): Promise<void> {
  const node = await findNode(happening.db, nodeid);
  if (node === undefined) return;
  const informed = await withChannel(happening, node.channelid);
  const [recipient] = await whoMayKnow(informed, node, type, [node.userid]);
  if (recipient === undefined) return;
  const { actor, at } = informed;
  await informed.environment.database.transaction((db) =>
    renewNotification(db, recipient, { type, sender: actor, sentbynodeid: nodeid, now: at }),
  );
}

async function tellOfFollow(
  { environment, db, board, actor, at }: Happening,
  { recipient = 0 }: Payload,
  type: 'follow' | 'following',
): Promise<void> {
  const [userid, itemid] = type === 'follow' ? [actor, recipient] : [recipient, actor];
  const status = await findFollowStatus(db, { userid, type: 'follow_members', itemid });
  const stands = type === 'follow' ? status !== followStatus.no : status === followStatus.yes;
  const ignoring = await findIgnoring(db, actor, [recipient]);
  const [there] = await findPrincipals(db, [recipient], board, environment.now());
  if (!stands || there === undefined || ignoring.has(recipient)) return;
  if (type === 'follow') await askToFollow(environment, board, { userid, itemid, at });
  await environment.database.transaction((tx) =>
    insertNotifications(tx, [recipient], { type, sender: actor, sentbynodeid: 0, now: at }),
  );
}

/** A channel may be newer than what this process remembers of the board. */
async function withChannel(happening: Happening, channelid: number): Promise<Happening> {
  if (happening.board.channel(channelid) !== undefined) return happening;
  return { ...happening, board: await readBoard(happening.db) };
}
