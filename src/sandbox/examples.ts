import { createHash } from 'node:crypto';
import type { Db } from '../db/db.ts';
import { insertAttachment } from '../library/files/attach.ts';
import type { ContentTypeIds } from '../library/board/contenttype.ts';
import { countNewNode } from '../library/node/counters.ts';
import { insertEdit } from '../library/content/edithistory.ts';
import { insertFiledata, insertStoredFile, storageKey } from '../library/files/filedata.ts';
import { insertFollow, muteTopic } from '../library/social/follow.ts';
import { insertLink } from '../library/content/link.ts';
import { insertFolder } from '../library/message/folder.ts';
import { insertRequest } from '../library/message/request.ts';
import { insertContentNode, updateNode } from '../library/node/node.ts';
import { insertNotifications } from '../library/social/notification.ts';
import { insertPoll } from '../library/content/poll.ts';
import { insertMessage } from '../library/message/privatemessage.ts';
import { insertReport } from '../library/moderation/report.ts';
import { insertResult } from '../library/search/result.ts';
import {
  ALBUM_CHANNEL,
  PRIVATEMESSAGE_CHANNEL,
  REPORT_CHANNEL,
  VISITORMESSAGE_CHANNEL,
} from '../library/board/system-channels.ts';
import { insertText, markupColumns, updateText } from '../library/content/text.ts';
import { insertVideo } from '../library/content/video.ts';
import { type Author, channelByGuid, existing } from '../sample/channels.ts';
import { defaultAvatar } from '../storage/default-avatar.ts';
import type { Storage } from '../storage/store.ts';
import { exampleSecrets } from './credentials.ts';

/**
 * What the examples of the reference name: these nodes are the first ones below the forums, so they have the same ids
 * on every sandbox. A test compares.
 */
export const exampleNodes = {
  topic: 27,
  reply: 28,
  secondReply: 29,
  comment: 30,
  otherTopic: 31,
  photos: 32,
  photo: 33,
  attachment: 34,
  poll: 35,
  link: 36,
  linkPicture: 37,
  video: 38,
  gallery: 39,
  galleryPhoto: 40,
  album: 41,
  albumPhoto: 42,
  visitorMessage: 43,
  message: 44,
  messageReply: 45,
  request: 46,
  report: 47,
} as const;

/** How many uploads of alice's there are; the last two are attached to nothing. */
const UPLOADS = 6;
const MINUTE = 60;
const DAY = 86_400;

interface Example {
  readonly db: Db;
  readonly types: ContentTypeIds;
  readonly alice: Author;
  readonly bob: Author;
  readonly other: Author;
  readonly forum: number;
  /** Unix seconds. */
  readonly now: number;
}

/** Inserts them into a board that has members and forums, and no topic yet. */
export async function insertExamples(
  db: Db,
  board: {
    readonly types: ContentTypeIds;
    readonly authors: readonly Author[];
    readonly forum: number;
  },
  now: number,
): Promise<void> {
  const author = (name: string): Author => {
    const found = board.authors.find(({ username }) => username === name);
    if (found === undefined) throw new Error(`the sandbox has no ${name}`);
    return found;
  };
  const { types, forum } = board;
  const members = { alice: author('alice'), bob: author('bob'), other: author('Åsa') };
  const example: Example = { db, types, forum, now, ...members };
  await insertUploads(example);
  await insertTalk(example);
  await insertTypedTopics(example);
  await insertPersonal(example);
  await insertMessages(example);
  await insertAround(example);
}

interface Post {
  readonly parentid: number;
  readonly author: Author;
  readonly type?: keyof ContentTypeIds;
  readonly title?: string;
  readonly rawtext: string;
  /** How many minutes ago. */
  readonly minutes: number;
  readonly viewperms?: number;
}

async function insertPost({ db, types, now }: Example, post: Post): Promise<number> {
  const { parentid, author, type = 'Text', title = '', rawtext, minutes, viewperms } = post;
  const parent = await existing(db, parentid);
  const date = now - minutes * MINUTE;
  const { userid, username: authorname } = author;
  const nodeid = await insertContentNode(db, {
    ...{ parent, contenttypeid: types[type], title, userid, authorname, viewperms },
    ipaddress: '',
    now: date,
  });
  await insertText(db, nodeid, rawtext);
  const counted = { nodeid, parent, publishdate: date, userid, authorname, viewperms };
  await countNewNode(db, counted);
  return nodeid;
}

/** The picture that all uploads of the examples are. */
function picture(): Buffer {
  const drawn = defaultAvatar(1);
  if (drawn === undefined) throw new Error('there is no default avatar 1');
  return drawn;
}

const filehash = createHash('sha256').update(picture()).digest('hex');
const STORED = 1;

/** Keeps the bytes of the examples' uploads where the sandbox's files are. */
export async function storeExamples(storage: Storage): Promise<void> {
  const bytes = picture();
  await storage.put(storageKey({ storedfileid: STORED, filehash }), bytes, bytes.length);
}

async function insertUploads({ db, alice, now }: Example): Promise<void> {
  const { length: filesize } = picture();
  const size = { filesize, width: 200, height: 200, duration: 0 };
  const made = { thumbnails: '', thumbextension: '' };
  const storedfileid = await insertStoredFile(db, { filehash, ...size, ...made }, now);
  for (let index = 1; index <= UPLOADS; index += 1) {
    const posthash = index === UPLOADS ? 'sunset' : '';
    const file = { userid: alice.userid, filename: `sunset-${index}.png`, extension: 'png' };
    await insertFiledata(db, storedfileid, { posthash, ...file, filesize, dateline: now - DAY });
  }
}

/** A topic of alice's with replies, one of them edited, and another topic. */
async function insertTalk(example: Example): Promise<void> {
  const { db, alice, bob, other, forum, now } = example;
  const title = 'A signpost at every corner';
  const rawtext = 'Which way leads to the [b]lake[/b]?\n\n[list][*]left[*]right[/list]';
  const topic = await insertPost(example, {
    parentid: forum,
    author: alice,
    title,
    rawtext,
    minutes: 9,
  });
  const answer = 'Left, and then follow the river.';
  await insertPost(example, { parentid: topic, author: bob, rawtext: answer, minutes: 8 });
  const bbcode = markupColumns(undefined);
  const before = { title: '', rawtext: 'Thank you!', ...bbcode };
  const second = { parentid: topic, author: alice, rawtext: before.rawtext, minutes: 7 };
  const edited = await insertPost(example, second);
  const after = { title: '', rawtext: 'Thank you, it was the left one! 🏞️', ...bbcode };
  const { userid, username, username: authorname } = alice;
  const by = { userid, username, dateline: now - 6 * MINUTE, reason: 'I have been there' };
  const created = now - 7 * MINUTE;
  await insertEdit(
    db,
    { nodeid: edited, before: { ...before, userid, authorname, created }, after, by },
    20,
  );
  await updateText(db, edited, after.rawtext);
  const comment = 'The river is dry in summer.';
  await insertPost(example, { parentid: edited - 1, author: other, rawtext: comment, minutes: 5 });
  const map = 'There is one at the station.';
  const where = 'Where is the map?';
  await insertPost(example, {
    parentid: forum,
    author: alice,
    title: where,
    rawtext: map,
    minutes: 5,
  });
}

/** A topic of each type that has more than a text. All are alice's, but the poll: she has not voted yet. */
async function insertTypedTopics(example: Example): Promise<void> {
  const { db, alice, bob, forum } = example;
  const topic = (type: keyof ContentTypeIds, title: string, rawtext: string, author = alice) =>
    insertPost(example, { parentid: forum, author, type, title, rawtext, minutes: 4 });
  const photos = await topic('Text', 'The lake in the morning', 'Two pictures of it.');
  await attach(example, photos, { type: 'Photo', filedataid: 1 });
  await attach(example, photos, { type: 'Attach', filedataid: 2 });
  const poll = await topic('Poll', 'Tea or coffee?', 'For the walk on Sunday.', bob);
  const settings = { question: '', multiple: 0, public: 1, timeout: 0 };
  await insertPoll(db, poll, settings, ['Tea', 'Coffee', 'Water']);
  const link = await topic('Link', 'How signposts are made', 'A page about it.');
  const page = { url: 'https://example.org/signposts', url_title: 'Signposts', meta: '' };
  await insertLink(db, link, { ...page, filedataid: 2 });
  await attach(example, link, { type: 'Photo', filedataid: 2 });
  const video = await topic('Video', 'A walk around the lake', 'Four minutes.');
  const url = 'https://vimeo.com/76979871';
  await insertVideo(db, video, { ...page, url }, [{ provider: 'vimeo', code: '76979871', url }]);
  const gallery = await topic('Gallery', 'Sunsets', 'The best ones.');
  await attach(example, gallery, { type: 'Photo', filedataid: 3 });
}

async function attach(
  { db, types, alice, now }: Example,
  parentid: number,
  { type, filedataid }: { readonly type: 'Attach' | 'Photo'; readonly filedataid: number },
): Promise<void> {
  const shown = {
    filename: `sunset-${filedataid}.png`,
    caption: 'Sunset',
    style: '',
    settings: '',
  };
  await insertAttachment(db, {
    ...{ parentid, filedataid, ...shown },
    contenttypeid: types[type],
    userid: alice.userid,
    displayorder: filedataid,
    dateline: now - 4 * MINUTE,
  });
}

/** An album of alice's, and a message on her profile. */
async function insertPersonal(example: Example): Promise<void> {
  const { db, alice, bob } = example;
  const { nodeid: albums } = await channelByGuid(db, ALBUM_CHANNEL);
  const title = 'Summer';
  const album = {
    parentid: albums,
    author: alice,
    type: 'Gallery',
    title,
    rawtext: title,
    minutes: 4,
  } as const;
  await attach(example, await insertPost(example, album), { type: 'Photo', filedataid: 4 });
  const { nodeid: profiles } = await channelByGuid(db, VISITORMESSAGE_CHANNEL);
  const rawtext = 'Happy birthday, Alice!';
  const message = await insertPost(example, {
    parentid: profiles,
    author: bob,
    rawtext,
    minutes: 3,
  });
  await updateNode(db, message, { setfor: alice.userid });
}

/** A conversation of alice and bob, and a request of somebody else to her. */
async function insertMessages(example: Example): Promise<void> {
  const { db, types, alice, bob, other, now } = example;
  const channel = await channelByGuid(db, PRIVATEMESSAGE_CHANNEL);
  const node = (parent: typeof channel, from: Author, title: string, minutes: number) => ({
    ...{ parent, title, userid: from.userid, authorname: from.username, ipaddress: '' },
    contenttypeid: types.PrivateMessage,
    now: now - minutes * MINUTE,
  });
  const first = await insertMessage(db, {
    node: node(channel, alice, 'Night trains 🚆', 2),
    rawtext: 'Did you find the [b]map[/b]?',
    recipients: [bob.userid],
  });
  await insertMessage(db, {
    node: node(await existing(db, first), bob, '', 1),
    rawtext: 'Yes! I will bring it on Saturday.',
    recipients: [alice.userid],
  });
  await insertRequest(db, {
    node: node(channel, other, 'May I follow you?', 1),
    rawtext: 'May I follow you?',
    about: 'follow',
    aboutid: other.userid,
    recipient: alice.userid,
  });
  const key = { userid: other.userid, type: 'follow_members', itemid: alice.userid } as const;
  await insertFollow(db, key, 2, now - DAY);
  await insertFolder(db, alice.userid, 'Journeys');
}

/** A report, a notification, a muted topic, a search: what other calls make. */
async function insertAround({ db, types, alice, bob, other, forum, now }: Example): Promise<void> {
  const { topic, reply, otherTopic } = exampleNodes;
  const about = await existing(db, reply);
  await insertReport(db, {
    node: {
      parent: await channelByGuid(db, REPORT_CHANNEL),
      contenttypeid: types.Report,
      title: '',
      userid: other.userid,
      authorname: other.username,
      ipaddress: '',
      now,
    },
    rawtext: 'This is not the way to the lake.',
    reported: { nodeid: reply, channelid: forum, userid: about.userid },
  });
  const told = { type: 'reply', sender: bob.userid, sentbynodeid: reply, now: now - DAY } as const;
  await insertNotifications(db, [alice.userid], told);
  await muteTopic(db, alice.userid, otherTopic, now);
  const searcher = { userid: alice.userid, apiclientid: Number(exampleSecrets.clientid) };
  const criteria = JSON.stringify({ keywords: 'lake' });
  await insertResult(db, searcher, { criteria, nodeids: [topic, reply], dateline: now });
}
