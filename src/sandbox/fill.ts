import type { Db } from '../db/db.ts';
import { type ContentTypeIds, readContentTypes } from '../library/board/contenttype.ts';
import { countNewNode } from '../library/node/counters.ts';
import { type FoundNode, insertContentNode } from '../library/node/node.ts';
import { writeOption } from '../library/board/options.ts';
import type { StoredPassword } from '../library/user/password.ts';
import { insertApiKey, type NewApiKey } from '../library/access/apikey.ts';
import { insertDelivery } from '../library/webhook/delivery.ts';
import { insertWebhook, newWebhookSecret, releaseWebhook } from '../library/webhook/webhook.ts';
import { insertMessage } from '../library/message/privatemessage.ts';
import { MAIN_FORUM, PRIVATEMESSAGE_CHANNEL } from '../library/board/system-channels.ts';
import { insertText } from '../library/content/text.ts';
import { insertUser } from '../library/user/user.ts';
import { codeHash } from '../library/access/useractivation.ts';
import { type Author, channelByGuid, existing, insertForums } from '../sample/channels.ts';
import { channels, names, sentences, topics } from '../sample/phrases.ts';
import { generator, pick, type Random } from '../sample/random.ts';
import {
  bannedAddress,
  exampleCode,
  exampleSecrets,
  exampleTokens,
  sandboxApiKeys,
  sandboxMembers,
} from './credentials.ts';
import { insertStandings } from './standings.ts';
import { insertExamples } from './examples.ts';

/** How much a sandbox holds. */
export interface SandboxSize {
  readonly topics: number;
  /** Replies, at most, to one topic. */
  readonly replies: number;
  /** With what the examples of the reference name. */
  readonly examples?: boolean;
}

/**
 * Fills an installed board with members, channels and topics. The same every time, but for the dates, which lie in the
 * ninety days before `now` (Unix seconds).
 * @param passwordOf the stored password of each fixed member; the others cannot log in
 */
export async function fillSandbox(
  db: Db,
  passwordOf: ReadonlyMap<string, StoredPassword>,
  size: SandboxSize,
  now: number,
): Promise<void> {
  const types = await readContentTypes(db);
  const random = generator(20);
  await writeOption(db, 'bbtitle', 'Signpost sandbox');
  await writeOption(db, 'floodchecktime', 0);
  const authors = await insertMembers(db, passwordOf, now);
  const admin = authors[0] ?? { userid: 1, username: 'admin' };
  const main = await channelByGuid(db, MAIN_FORUM);
  const forums = [main.nodeid, ...(await insertForums(db, channels, types, admin, now))];
  if (size.examples === true) {
    await insertExamples(db, { types, authors, forum: main.nodeid }, now);
  }
  await insertTopics(db, { types, authors, forums, random, size, now });
  if (size.examples !== true) await insertConversation(db, types, authors, now);
  await insertExampleClient(db, authors, now);
  await insertExampleCodes(db, now);
  await insertApiKeys(db, now);
  await insertStandings(db);
  if (size.examples === true) await insertExampleWebhooks(db, now);
}

async function insertMembers(
  db: Db,
  passwordOf: ReadonlyMap<string, StoredPassword>,
  now: number,
): Promise<Author[]> {
  const nobody: StoredPassword = { scheme: 'none', token: '' };
  const members: Author[] = [{ userid: 1, username: 'admin' }];
  const others = [
    ...sandboxMembers.slice(1),
    ...names.map((username) => ({ username, usergroupid: 2 })),
  ];
  for (const [index, { username, usergroupid }] of others.entries()) {
    const email = `member${index + 1}@example.org`;
    const userid = await insertUser(db, {
      username,
      email,
      emailkey: email,
      ...(passwordOf.get(username) ?? nobody),
      usergroupid,
      usertitle: usergroupid === 7 ? 'Moderator' : 'Member',
      joindate: now - (100 + index) * DAY,
      passworddate: now,
    });
    if (usergroupid === BANNED) await ban(db, userid, now);
    else members.push({ userid, username });
  }
  return members;
}

const DAY = 86_400;
const BANNED = 8;
/** The last second that the columns hold. */
const LAST_SECOND = 2_147_483_647;

async function ban(db: Db, userid: number, now: number): Promise<void> {
  const row = {
    userid,
    usergroupid: 2,
    adminid: 1,
    bandate: now,
    liftdate: 0,
    reason: 'Sold counterfeit signposts.',
  };
  await db.insert('userban', row, 'userid');
}

interface Talk {
  readonly types: ContentTypeIds;
  readonly authors: readonly Author[];
  readonly forums: readonly number[];
  readonly random: Random;
  readonly size: SandboxSize;
  readonly now: number;
}

async function insertTopics(db: Db, talk: Talk): Promise<void> {
  const { forums, random, size, now } = talk;
  for (let index = 0; index < size.topics; index += 1) {
    const forum = await existing(
      db,
      pick(forums, index < forums.length ? index : random(forums.length)),
    );
    const begun = now - 90 * DAY + Math.floor((index * 80 * DAY) / size.topics);
    const title = `${pick(topics, index)}${index < topics.length ? '' : ` (${Math.floor(index / topics.length) + 1})`}`;
    const topic = await insertPost(db, talk, forum, title, begun);
    const replies = random(size.replies + 1);
    for (let reply = 0; reply < replies; reply += 1) {
      const posted = begun + (reply + 1) * (600 + random(3 * 3600));
      const post = await insertPost(db, talk, topic, '', posted);
      if (random(8) === 0) await insertPost(db, talk, post, '', posted + 60);
    }
  }
}

async function insertPost(
  db: Db,
  talk: Talk,
  parent: FoundNode,
  title: string,
  now: number,
): Promise<FoundNode> {
  const { types, authors, random } = talk;
  const author = pick(authors, random(authors.length));
  const nodeid = await insertContentNode(db, {
    parent,
    contenttypeid: types.Text,
    title,
    userid: author.userid,
    authorname: author.username,
    ipaddress: '',
    now,
  });
  const lines = Array.from({ length: 1 + random(4) }, () =>
    pick(sentences, random(sentences.length)),
  );
  await insertText(db, nodeid, lines.join('\n\n'));
  await countNewNode(db, {
    nodeid,
    parent,
    publishdate: now,
    userid: author.userid,
    authorname: author.username,
  });
  return existing(db, nodeid);
}

/** A private message from alice to bob, with his answer. */
async function insertConversation(
  db: Db,
  types: ContentTypeIds,
  authors: readonly Author[],
  now: number,
): Promise<void> {
  const [alice, bob] = ['alice', 'bob'].map((name) =>
    authors.find((author) => author.username === name),
  );
  if (alice === undefined || bob === undefined) return;
  const write = (place: FoundNode, from: Author, to: Author, title: string, rawtext: string) =>
    insertMessage(db, {
      node: {
        parent: place,
        contenttypeid: types.PrivateMessage,
        title,
        userid: from.userid,
        authorname: from.username,
        ipaddress: '',
        now: now - (place.starter === 0 ? 2 : 1) * DAY,
      },
      rawtext,
      recipients: [to.userid],
    });
  const channel = await channelByGuid(db, PRIVATEMESSAGE_CHANNEL);
  const first = await write(channel, alice, bob, 'Night trains 🚆', 'Did you find the [b]map[/b]?');
  await write(await existing(db, first), bob, alice, '', 'Yes! I will bring it on Saturday.');
}

/** The client of the reference's examples, with a session of each of their callers. */
async function insertExampleClient(db: Db, authors: readonly Author[], now: number): Promise<void> {
  const { clientid, secret } = exampleSecrets;
  const apiclientid = Number(clientid);
  const client = { apiclientid, secret, identity: 'example', clientname: 'Example', dateline: now };
  await db.run(db.knex('apiclient').insert(client));
  // PostgreSQL would give the id again.
  if (db.engine === 'postgres')
    await db.get("select setval(pg_get_serial_sequence('apiclient', 'apiclientid'), ?)", [
      apiclientid,
    ]);
  for (const [caller, token] of Object.entries(exampleTokens)) {
    const userid = authors.find(({ username }) => username === caller)?.userid ?? 0;
    const times = { created: now, lastactivity: now, expires: tenYearsAfter(now) };
    const session = { apiaccesstoken: token, sessionhash: token, apiclientid, userid, ...times };
    await db.run(db.knex('session').insert(session));
  }
}

/** The fixed keys of the REST dialects. */
async function insertApiKeys(db: Db, now: number): Promise<void> {
  await writeOption(db, 'banip', bannedAddress);
  for (const { key, about, inurl, ...limits } of sandboxApiKeys) {
    const { rights = ['all'], networks = [] }: Partial<NewApiKey> = limits;
    const fixed = { dialect: 'invision', userid: 1, logged: 0, expires: 0 } as const;
    await insertApiKey(db, key, { name: about, ...fixed, inurl, rights, networks }, now);
  }
}

/** Two webhooks that are off, so that nothing is sent; the first has a delivery. */
async function insertExampleWebhooks(db: Db, now: number): Promise<void> {
  for (const event of ['member_create', 'forumsTopic_create'] as const) {
    const webhookid = await insertWebhook(
      db,
      {
        ...{ dialect: 'invision', url: 'http://127.0.0.1:9/hook', events: [event], userid: 1 },
        ...{ apikeyid: 0, contenttype: 'application/json', secret: newWebhookSecret() },
      },
      now,
    );
    const rest = { failures: 0, failingsince: 0, disabled: now, due: 0 };
    await releaseWebhook(db, webhookid, rest);
    await insertDelivery(db, { webhookid, event: 'member_create', itemid: 1, line: -1 }, now);
  }
}

/** A code for each example that uses one up; for members whom nobody logs in as. */
async function insertExampleCodes(db: Db, now: number): Promise<void> {
  const tokenhash = codeHash(exampleCode);
  const types = ['activate', 'activate', 'activate', 'activate', 'password'];
  const first = sandboxMembers.length + 1;
  for (const [index, type] of types.entries()) {
    const times = { created: now, expires: tenYearsAfter(now) };
    const row = { userid: first + index, type, tokenhash, ...times };
    await db.run(db.knex('useractivation').insert(row));
  }
}

/** As far as the columns for times go. */
function tenYearsAfter(now: number): number {
  return Math.min(now + 10 * 365 * DAY, LAST_SECOND);
}
