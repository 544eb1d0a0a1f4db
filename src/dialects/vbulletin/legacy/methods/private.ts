import { ApiError } from '../../../../errors.ts';
import { SEMICOLON } from '../../../../library/text/separators.ts';
import { atMost, count, id, ids, number, text, words } from '../kinds.ts';
import { type LegacyAnswer, message, refusalWords, told } from '../respond.ts';
import { type AnyRoute, type Ask, type Refused, route, type Turn } from '../route.ts';
import { flag } from '../style.ts';
import { folderidOf, groupsOf, legacyFolderid, messagePost } from '../shapes/message.ts';
import { readOnline } from '../shapes/online.ts';
import { pagenav, pageOf } from '../shapes/page.ts';
import { bbcode } from '../topic.ts';
import { verbatim } from '../verbatim.ts';

type FolderAsk = 'content_privatemessage.fetchFolders';
type DropAsk =
  FolderAsk | 'content_privatemessage.listMessages' | 'content_privatemessage.deleteMessages';
type ManageAsk =
  | FolderAsk
  | 'content_privatemessage.deleteMessages'
  | 'content_privatemessage.moveMessage'
  | 'content_privatemessage.setRead';

/** Private messages. */
export const privateRoutes: readonly AnyRoute[] = [
  route({
    name: 'private_messagelist',
    doc: 'A folder of private messages: of each conversation its newest message there. Folder 0 is the inbox, -1 what was sent.',
    takes: {
      folderid: number(),
      perpage: count(10),
      pagenumber: count(1),
      sort: text('date'),
      order: text('desc'),
    },
    asks: [
      'content_privatemessage.fetchFolders',
      'content_privatemessage.getFolderMsgCount',
      'content_privatemessage.listMessages',
    ],
    gives:
      'HTML{folderid, pmtotal, pmquota, totalmessages, pagenav, folderjump, messagelist_periodgroups{messagesingroup, messagelistbits[]{pm, messagelistbits, userbit{userinfo, 0}, show{unread}}}}',
    about: 'pm',
    answer: listFolder,
  }),
  route({
    name: 'private_showpm',
    doc: 'Reads a private message; its conversation counts as read then.',
    takes: { pmid: id },
    asks: [
      'content_privatemessage.getMessage',
      'content_privatemessage.fetchFolders',
      'wol.fetchAll',
    ],
    gives:
      'HTML{pm{pmid, folderid, recipients, title, fromusername, savecopy}, postbit{post}, conversation[]{post}}',
    about: 'pm',
    answer: showMessage,
  }),
  route({
    name: 'private_insertpm',
    doc: 'Sends a private message. With `replypmid` it goes into that conversation, if its recipients take part there.',
    takes: {
      message: words,
      title: text(),
      recipients: text(),
      bccrecipients: text(),
      replypmid: count(),
    },
    asks: ['content_privatemessage.add', 'content_privatemessage.fetchParticipants'],
    gives: '',
    success: '[pm_messagesent]',
    about: 'pm',
    async answer({ given, ask }) {
      const names = namesOf(`${given.recipients};${given.bccrecipients}`);
      const parentid = await conversationOf(ask, given.replypmid, names);
      await ask('content_privatemessage.add', {
        data: {
          title: given.title,
          rawtext: given.message,
          ...(parentid === 0 ? { msgRecipients: names } : { parentid }),
        },
        options: bbcode,
      });
      return told('pm_messagesent');
    },
    refused: notSent,
  }),
  route({
    name: 'private_newpm',
    doc: 'The form for a new private message; with `pmid`, for the answer to that one.',
    takes: { pmid: count() },
    asks: ['content_privatemessage.getQuoteText', 'content_privatemessage.getFullContent'],
    gives: 'HTML{pmid, title, recipients, message}',
    about: 'pm',
    async answer({ given, ask }) {
      const nodeid = given.pmid;
      if (nodeid === 0) return { response: { HTML: { title: '', recipients: '', message: '' } } };
      const [asked] = [
        ...(await ask('content_privatemessage.getFullContent', { nodeid })).values(),
      ];
      const quotation = await ask('content_privatemessage.getQuoteText', { nodeid });
      const title = `Re: ${asked?.content.startertitle ?? ''}`;
      const recipients = asked?.authorname ?? '';
      const message = verbatim(quotation);
      return { response: { HTML: { pmid: nodeid, title, recipients, message } } };
    },
  }),
  route({
    name: 'private_confirmemptyfolder',
    doc: 'Empties a folder of what was written until `dateline`: into the trash, or for good where it lies there already.',
    takes: { folderid: number(), dateline: count() },
    asks: [
      'content_privatemessage.fetchFolders',
      'content_privatemessage.listMessages',
      'content_privatemessage.deleteMessages',
    ],
    gives: '',
    success: 'pm_messagesdeleted',
    about: 'pm',
    async answer(turn) {
      await emptyFolder(turn, turn.given.folderid, turn.given.dateline || turn.now);
      return told('pm_messagesdeleted');
    },
  }),
  route({
    name: 'private_managepm',
    doc: 'Does one thing with several messages: `dowhat` is delete, move, read or unread.',
    takes: { pm: ids, dowhat: text('delete'), folderid: number() },
    asks: [
      'content_privatemessage.fetchFolders',
      'content_privatemessage.deleteMessages',
      'content_privatemessage.moveMessage',
      'content_privatemessage.setRead',
    ],
    gives: '',
    success: 'pm_messagesdeleted, pm_messagesmoved or pm_messagesmarkedas',
    about: 'pm',
    async answer(turn) {
      const { pm, dowhat, folderid } = turn.given;
      const manage = managing.get(dowhat);
      if (manage === undefined)
        throw new ApiError('invalid_parameter', 'dowhat', [...managing.keys()].join(', '));
      return manage(turn.ask, atMost(turn.options.maxperpage, pm), folderid);
    },
  }),
  route({
    name: 'private_movepm',
    doc: 'Moves messages to a folder.',
    takes: { messageids: ids, folderid: number() },
    asks: [
      'content_privatemessage.fetchFolders',
      'content_privatemessage.deleteMessages',
      'content_privatemessage.moveMessage',
      'content_privatemessage.setRead',
    ],
    gives: '',
    success: 'pm_messagesmoved',
    about: 'pm',
    answer: ({ given, ask, options }) =>
      move(ask, atMost(options.maxperpage, given.messageids), given.folderid),
  }),
  route({
    name: 'private_sendemail',
    doc: 'Reports a private message to super moderators and administrators, and shows them this one.',
    takes: { pmid: id, reason: words },
    asks: ['content_privatemessage.getFullContent', 'content_report.add'],
    gives: '',
    success: 'redirect_reportthanks',
    about: 'pm',
    async answer({ given, ask }) {
      const { pmid: reportnodeid, reason: rawtext } = given;
      // Posts have ids of the same kind.
      await ask('content_privatemessage.getFullContent', { nodeid: reportnodeid });
      await ask('content_report.add', { data: { reportnodeid, rawtext } });
      return told('redirect_reportthanks');
    },
  }),
  route({
    name: 'private_editfolders',
    doc: 'Lists the folders.',
    takes: {},
    asks: ['content_privatemessage.fetchFolders'],
    gives: 'HTML{folders[]{folderid, foldername}}',
    about: 'pm',
    async answer({ ask }) {
      return { response: { HTML: { folders: await foldersOf(ask) } } };
    },
  }),
];

async function listFolder(
  turn: Turn<
    FolderAsk | 'content_privatemessage.listMessages' | 'content_privatemessage.getFolderMsgCount',
    FolderGiven
  >,
): Promise<object> {
  const { ask, given, options, style, now } = turn;
  const folders = await ask('content_privatemessage.fetchFolders', { userid: 0 });
  const folderid = folderidOf(given.folderid, folders);
  const perpage = Math.min(given.perpage, options.maxperpage);
  const { count: total } = await ask('content_privatemessage.getFolderMsgCount', { folderid });
  const page = pageOf(total, perpage, given.pagenumber);
  const sortDir = given.order.toLowerCase() === 'asc' ? 'asc' : 'desc';
  const data = { folderid, pageNum: page.pagenumber, perpage, sortDir } as const;
  const found = await ask('content_privatemessage.listMessages', { data });
  const sent = given.folderid === -1;
  return {
    response: {
      HTML: {
        folderid: given.folderid,
        pmtotal: total,
        totalmessages: total,
        pmquota: options.pmquota,
        pagenav: pagenav(page),
        folderjump: await foldersOf(ask),
        messagelist_periodgroups: groupsOf([...found.values()], sent, now, style),
      },
    },
    show: { messagelist: flag(total > 0), sentto: flag(sent), pagenav: flag(page.totalpages > 1) },
  };
}

interface FolderGiven {
  readonly folderid: number;
  readonly perpage: number;
  readonly pagenumber: number;
  readonly order: string;
}

async function showMessage({
  ask,
  given,
  style,
  user,
}: Turn<
  FolderAsk | 'content_privatemessage.getMessage' | 'wol.fetchAll',
  { readonly pmid: number }
>): Promise<object> {
  const conversation = await ask('content_privatemessage.getMessage', { nodeid: given.pmid });
  const shown = conversation.messages.get(given.pmid);
  if (shown === undefined) throw new ApiError('invalid_node_id', given.pmid);
  const folders = await ask('content_privatemessage.fetchFolders', { userid: 0 });
  const facts = { style, online: (await readOnline(ask)).members };
  const post = messagePost(shown, facts, 'old');
  const others = conversation.recipients.map(({ username }) => username);
  const own = shown.userid === user.userid;
  return {
    response: {
      HTML: {
        pm: {
          pmid: shown.nodeid,
          folderid: legacyFolderid(shown.folderid, folders),
          title: post.title,
          fromusername: shown.authorname,
          fromuserid: shown.userid,
          recipients: own ? others.join('; ') : user.username,
          savecopy: flag(own),
          dateline: shown.created,
        },
        postbit: { post },
        conversation: [...conversation.messages.values()].map((one) => ({
          post: messagePost(one, facts, one.msgread === 1 ? 'old' : 'new'),
        })),
      },
    },
    show: { receiptprompt: 0, recipients: 1, quickreply: shown.content.permissions.canreply },
  };
}

/** Names with `;` between. */
function namesOf(recipients: string): readonly string[] {
  return recipients
    .split(SEMICOLON)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** The message to answer to, if all who are named take part in its conversation; else 0: a new one begins. */
async function conversationOf(
  ask: Ask<'content_privatemessage.fetchParticipants'>,
  replypmid: number,
  names: readonly string[],
): Promise<number> {
  if (replypmid === 0) return 0;
  const members = await ask('content_privatemessage.fetchParticipants', { nodeid: replypmid });
  const present = new Set(members.map(({ username }) => username.toLowerCase()));
  return names.every((name) => present.has(name.toLowerCase())) ? replypmid : 0;
}

/** J looks for what is wrong with a message in its preview. */
function notSent(error: ApiError, { guest }: Refused): LegacyAnswer {
  const [id = error.id, ...args] = refusalWords(error, 'pm', guest);
  return {
    response: {
      errormessage: message(String(id), ...args),
      HTML: { postpreview: { errorlist: { errors: [[id, ...args]] } } },
    },
    show: {},
  };
}

/** All that a member may keep fits into so many pages. */
const MOST_PAGES = 1000;

async function emptyFolder(
  { ask, options }: Pick<Turn<DropAsk>, 'ask' | 'options'>,
  legacy: number,
  until: number,
): Promise<void> {
  const folders = await ask('content_privatemessage.fetchFolders', { userid: 0 });
  const folderid = folderidOf(legacy, folders);
  const perpage = options.maxperpage;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const data = { folderid, perpage, sortDir: 'asc' as const };
    const found = await ask('content_privatemessage.listMessages', { data });
    const old = [...found.values()].filter(({ lastcontent }) => lastcontent <= until);
    if (old.length === 0) return;
    const nodeid = old.map((conversation) => conversation.nodeid);
    await ask('content_privatemessage.deleteMessages', { nodeid });
  }
}

type Manage = (
  ask: Ask<ManageAsk>,
  messages: readonly number[],
  folderid: number,
) => Promise<LegacyAnswer>;

const managing: ReadonlyMap<string, Manage> = new Map<string, Manage>([
  ['delete', drop],
  ['move', move],
  ['read', (ask, messages) => mark(ask, messages, 1)],
  ['unread', (ask, messages) => mark(ask, messages, 0)],
]);

async function drop(ask: Ask<ManageAsk>, nodeid: readonly number[]): Promise<LegacyAnswer> {
  await ask('content_privatemessage.deleteMessages', { nodeid });
  return told('pm_messagesdeleted');
}

async function move(
  ask: Ask<ManageAsk>,
  messages: readonly number[],
  legacy: number,
): Promise<LegacyAnswer> {
  const folders = await ask('content_privatemessage.fetchFolders', { userid: 0 });
  const newFolderid = folderidOf(legacy, folders);
  for (const nodeid of messages)
    await ask('content_privatemessage.moveMessage', { nodeid, newFolderid });
  return told('pm_messagesmoved');
}

async function mark(
  ask: Ask<ManageAsk>,
  messages: readonly number[],
  read: number,
): Promise<LegacyAnswer> {
  for (const nodeid of messages) await ask('content_privatemessage.setRead', { nodeid, read });
  return told('pm_messagesmarkedas');
}

async function foldersOf(ask: Ask<FolderAsk>): Promise<readonly object[]> {
  const folders = await ask('content_privatemessage.fetchFolders', { userid: 0 });
  return folders.map(({ folderid, title }) => ({
    folderid: legacyFolderid(folderid, folders),
    foldername: title,
  }));
}
