import type { FolderInfo, MessageSummary, PrivateMessage } from '../../../../shapes/message.ts';
import { dayNumber, flag, type Style } from '../style.ts';
import { authorOf, type PostFacts, sentOf, wordsOf } from './post.ts';
import type { Item } from './thread.ts';

/** The two folders that vBulletin 4 gives every member, and their names here. */
const fixedFolders: ReadonlyMap<number, string> = new Map([
  [0, 'messages'],
  [-1, 'sent_items'],
]);

/** The folder that an old id stands for: 0 the inbox, -1 what was sent, others are themselves. */
export function folderidOf(legacy: number, folders: readonly FolderInfo[]): number {
  const phrase = fixedFolders.get(legacy);
  return folders.find(({ titlephrase }) => titlephrase === phrase)?.folderid ?? legacy;
}

/** The old id of a folder. */
export function legacyFolderid(folderid: number, folders: readonly FolderInfo[]): number {
  const phrase = folders.find((folder) => folder.folderid === folderid)?.titlephrase;
  return [...fixedFolders].find(([, name]) => name === phrase)?.[0] ?? folderid;
}

/**
 * A conversation as a line of a folder: its newest message there. N reads `pm`, J `messagelistbits`, both of them
 * `userbit.userinfo`; L, of version 1, indexes `userbit` as a list of objects.
 */
function messagebit(conversation: MessageSummary, sent: boolean, style: Style): Item {
  const { lastcontentid, title, lastcontent, recipients = [], unread } = conversation;
  const pm = {
    pmid: lastcontentid,
    title,
    ...sentOf(lastcontent, style),
    statusicon: unread > 0 ? 'new' : 'old',
    messagecount: conversation.messagecount,
    preview: conversation.previewtext,
  };
  const [first] = recipients;
  const author = { userid: conversation.lastauthorid, username: conversation.lastcontentauthor };
  const userinfo = sent && first !== undefined ? { ...first } : author;
  return {
    pm,
    messagelistbits: pm,
    userbit: style.formatted ? [userinfo] : { userinfo, 0: userinfo },
    show: { unread: flag(unread > 0), pmicons: 0 },
  };
}

/** The groups of version 1: a name, and how many days ago the messages were sent at most. */
const periods: readonly (readonly [name: string, days: number])[] = [
  ['today', 0],
  ['yesterday', 1],
  ['last_week', 7],
  ['last_month', 31],
  ['older', Infinity],
];

/** In version 1 a list of periods; since then all messages are one group, which is an object. */
export function groupsOf(
  conversations: readonly MessageSummary[],
  sent: boolean,
  now: number,
  style: Style,
): unknown {
  const bits = (some: readonly MessageSummary[]) => some.map((one) => messagebit(one, sent, style));
  if (!style.formatted) return groupOf('all', bits(conversations));
  const today = dayNumber(now, style);
  const age = ({ lastcontent }: MessageSummary): number => today - dayNumber(lastcontent, style);
  const inPeriod = (index: number): readonly MessageSummary[] => {
    const [, least = -Infinity] = periods[index - 1] ?? [];
    const [, most = Infinity] = periods[index] ?? [];
    return conversations.filter((one) => age(one) > least && age(one) <= most);
  };
  return periods
    .map(([name], index) => groupOf(name, bits(inPeriod(index))))
    .filter(({ messagesingroup }) => messagesingroup > 0);
}

function groupOf(groupid: string, messagelistbits: readonly Item[]) {
  return { groupid, messagesingroup: messagelistbits.length, messagelistbits };
}

/** A message as the post that it is shown as. */
export function messagePost(message: PrivateMessage, facts: PostFacts, statusicon: string): Item {
  const { nodeid, created, title, content } = message;
  return {
    ...wordsOf(title === '' ? content.startertitle : title, content),
    ...authorOf(content, facts),
    postid: nodeid,
    pmid: nodeid,
    statusicon,
    posttime: String(created),
    ...sentOf(created, facts.style),
  };
}
