import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Signpost } from '../../src/client/index.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { nodeIn, nodeidsOf } from '../support/lists.ts';
import { enter, join, type Member, refusal, reply, send, setOption } from '../support/messages.ts';
import { countStatements } from '../support/statements.ts';

const INBOX = 1;
const SENT = 2;
const TRASH = 6;

let board: TestBoard;
let alice: Member;
let bob: Member;
let carol: Member;
let mallory: Pick<Member, 'username'>;
let guest: Signpost;

beforeAll(async () => {
  board = await startBoard();
  alice = await enter(board, 'alice');
  bob = await enter(board, 'bob');
  carol = await join(board, 'carol');
  mallory = { username: 'mallory' };
  guest = board.guest();
}, 60_000);
afterAll(async () => {
  await board.stop();
});

function box(member: Member): Signpost['content_privatemessage'] {
  return member.app.content_privatemessage;
}

async function listed(member: Member, folderid: number): Promise<number[]> {
  const messages = await box(member).listMessages({ data: { folderid } });
  return nodeidsOf(messages);
}

describe('the sandbox', () => {
  test('has a conversation between alice and bob', async () => {
    const found = await box(alice).listMessages();
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      title: 'Night trains 🚆',
      username: 'alice',
      lastcontentauthor: 'bob',
      unread: 1,
      recipients: [{ username: 'bob' }],
    });
  });
});

describe('sending', () => {
  test('a message reaches its recipient unread, and its author keeps a read copy', async () => {
    const nodeid = await send(alice, [bob], { title: ' Hello \n you ', rawtext: '[b]Hi[/b] Bob' });
    const got = nodeIn(await box(bob).listMessages(), nodeid);
    expect(got).toMatchObject({
      nodeid,
      starter: nodeid,
      title: 'Hello you',
      previewtext: 'Hi Bob',
      userid: alice.userid,
      username: 'alice',
      lastcontentid: nodeid,
      lastcontentauthor: 'alice',
      lastauthorid: alice.userid,
      msgread: 0,
      unread: 1,
      messagecount: 1,
      folderid: INBOX,
      recipients: [{ userid: alice.userid, username: 'alice' }],
    });
    expect(got?.about).toBeUndefined();
    const sent = nodeIn(await box(alice).listMessages({ data: { folderid: SENT } }), nodeid);
    expect(sent).toMatchObject({ msgread: 1, recipients: [{ username: 'bob' }], folderid: SENT });
    expect(await listed(alice, INBOX)).not.toContain(nodeid);
  });

  test('a reply reaches all who take part, whichever message it answers', async () => {
    const nodeid = await send(alice, [bob, carol]);
    const first = await reply(bob, nodeid);
    const second = await reply(carol, first);
    const { message, messages, recipients, title, ...others } = await box(alice).getMessage({
      nodeid: second,
    });
    expect(message).toMatchObject({ nodeid, title, starter: nodeid });
    expect(messages.map((one) => one.nodeid)).toEqual([nodeid, first, second]);
    expect(messages[2]).toMatchObject({ parentid: nodeid, starter: nodeid });
    expect(others).toMatchObject({ nodeid, firstRecipient: recipients[0], otherRecipients: 1 });
    expect([...others.included].sort()).toEqual(
      [alice, bob, carol].map((one) => one.userid).sort(),
    );
    expect(title).toMatch(/^Letter/);
    expect(recipients.map((one) => one.username).sort()).toEqual(['bob', 'carol']);
    expect(nodeIn(await box(bob).listMessages(), nodeid)).toMatchObject({
      messagecount: 2,
      lastcontentid: second,
      lastcontentauthor: 'carol',
    });
  });

  test('respondto means the same as parentid, and the channel itself means a new conversation', async () => {
    const channel = await alice.app.node.fetchPMChannel();
    const nodeid = await box(alice).add({
      data: { parentid: channel, title: 'New', rawtext: 'by channel', sentto: ['bob'] },
    });
    const answer = await box(bob).add({ data: { respondto: nodeid, parentid: 0, rawtext: 'yes' } });
    const { messages } = await box(alice).getMessage({ nodeid });
    expect(messages.map((one) => one.nodeid)).toEqual([nodeid, answer]);
  });

  test.each([
    ['msgRecipients', () => ({ msgRecipients: ['BOB; carol ;;'] })],
    ['with separators of other keyboards', () => ({ msgRecipients: ['bob；carol；'] })],
    ['recipients with such separators', () => ({ recipients: ['bob，carol'] })],
    ['recipients by name', () => ({ recipients: ['bob,carol'] })],
    ['recipients by id', () => ({ recipients: [`${bob.userid};carol`] })],
    ['sentto as a list', () => ({ sentto: [String(bob.userid), String(carol.userid)] })],
    ['sentto as a text', () => ({ sentto: [`${bob.userid}, ${carol.userid}`] })],
    ['to_userids', () => ({ to_userids: [`${bob.userid},${carol.userid}`] })],
    ['all at once', () => ({ msgRecipients: ['bob'], sentto: [String(carol.userid)] })],
    ['twice', () => ({ msgRecipients: ['bob;Bob;carol;bob'], sentto: [String(bob.userid)] })],
    ['oneself among them', () => ({ recipients: ['alice', 'bob', 'carol'] })],
  ])('recipients are understood: %s', async (name, keys) => {
    const data = { title: name, rawtext: `to them ${name}`, ...keys() };
    const nodeid = await box(alice).add({ data });
    const participants = await box(alice).fetchParticipants({ nodeid });
    expect(participants.map((one) => one.username).sort()).toEqual(['alice', 'bob', 'carol']);
    expect(participants.map((one) => one.starter)).toEqual(
      participants.map((one) => (one.username === 'alice' ? 1 : 0)),
    );
  });

  test('digits are a userid wherever ids may stand, though a member has such a name', async () => {
    const numbered = await join(board, String(100 + bob.userid));
    const named = await box(alice).add({
      data: { title: 'a', rawtext: 'by name', msgRecipients: [numbered.username] },
    });
    expect(await listed(numbered, INBOX)).toEqual([named]);
    const call = box(alice).add({
      data: { title: 'a', rawtext: 'by id', recipients: [numbered.username] },
    });
    expect(await refusal(call)).toEqual(['pmrecipientsnotfound', numbered.username]);
  });

  test('unknown recipients are refused with their names, and nothing is sent', async () => {
    const before = await listed(bob, INBOX);
    const data = { title: 'x', rawtext: 'to nobody', msgRecipients: ['bob;nobody;No One'] };
    expect(await refusal(box(alice).add({ data }))).toEqual([
      'pmrecipientsnotfound',
      'nobody; No One',
    ]);
    const ids = { title: 'x', rawtext: 'x', sentto: ['99999999999999999999', '2147483647', '-1'] };
    expect(await refusal(box(alice).add({ data: ids }))).toEqual([
      'pmrecipientsnotfound',
      '2147483647; 99999999999999999999; -1',
    ]);
    expect(await listed(bob, INBOX)).toEqual(before);
  });

  test('nobody, oneself, too many and a hundred thousand are refused', async () => {
    const to = (recipients: string[]) =>
      refusal(box(alice).add({ data: { title: 't', rawtext: 'r', recipients } }));
    expect(await to([])).toEqual(['pmnorecipients']);
    expect(await to([' ; ,, '])).toEqual(['pmnorecipients']);
    expect(await to(['alice'])).toEqual(['pmnorecipients']);
    const many = Array.from({ length: 21 }, (_, index) => `somebody${index}`);
    expect(await to([many.join(';')])).toEqual(['pmtoomanyrecipients', 20]);
    const crowd = Array.from({ length: 100_000 }, (_, index) => index + 1).join(';');
    const counted = countStatements(board, async () => {
      expect(await to([crowd])).toEqual(['pmtoomanyrecipients', 20]);
    });
    expect(await counted).toBe(0);
  });

  test('a banned member and one who has switched his messages off get none', async () => {
    const off = await join(board, 'silent');
    await off.app.user.save({
      userid: off.userid,
      password: '',
      options: { receivepm: '0' },
    });
    const both = [off, mallory].map((one) => one.username);
    const data = { title: 't', rawtext: 'to those', recipients: [...both, 'bob'] };
    const [id, names] = await refusal(box(alice).add({ data }));
    expect(id).toBe('pmrecipturnedoff');
    expect(String(names).split('; ').sort()).toEqual(['mallory', 'silent']);
    expect(await refusal(send(off, [bob]))).toEqual(['pmturnedoff']);
  });

  test('title and text have limits', async () => {
    const add = (data: object) =>
      refusal(box(alice).add({ data: { title: 't', rawtext: 'x', recipients: ['bob'], ...data } }));
    expect(await add({ title: ' ' })).toEqual(['title_required']);
    expect(await add({ title: 'x'.repeat(251) })).toEqual(['title_too_long', 250]);
    expect(await add({ rawtext: ' \n' })).toEqual(['missing_content']);
    expect(await add({ rawtext: 'x'.repeat(50_001) })).toEqual(['text_too_long', 50_000]);
    expect(await add({ rawtext: 'x\0' })).toEqual(expect.arrayContaining(['invalid_parameter']));
  });

  test('hostile text is escaped', async () => {
    const rawtext = '<script>alert(1)</script>[url=javascript:alert(2)]x[/url] 🦊 \u202e';
    const title = '<b>&"\'</b>';
    const nodeid = await send(alice, [bob], { title, rawtext });
    const message = await readOne(bob, nodeid, nodeid);
    expect(message?.title).toBe(title);
    expect(message?.htmltitle).toBe('&lt;b&gt;&amp;&quot;&#39;&lt;/b&gt;');
    expect(message?.content.rawtext).toBe(rawtext);
    expect(message?.content.message).not.toMatch(/<script|href/);
  });

  test('the same to the same is refused for a while; to others or later it is sent', async () => {
    const words = { title: 'Party', rawtext: 'Come to my party' };
    const nodeid = await send(alice, [bob], words);
    expect(await refusal(send(alice, [bob], words))).toEqual(['duplicate_post', nodeid]);
    await send(alice, [carol], words);
    await send(alice, [bob, carol], words);
    await send(alice, [bob], { ...words, title: 'Party 2' });
    const answer = await reply(bob, nodeid, 'Gladly');
    expect(await refusal(reply(bob, nodeid, 'Gladly'))).toEqual(['duplicate_post', answer]);
    board.tick(301);
    await send(alice, [bob], words);
  });

  test('what its author has deleted is no duplicate of what he sends', async () => {
    const words = { title: 'Said twice', rawtext: 'The first is deleted' };
    const nodeid = await send(alice, [bob], words);
    await alice.app.content_privatemessage.deleteMessage({ nodeid });
    const again = await send(alice, [bob], words);
    expect(await refusal(send(alice, [bob], words))).toEqual(['duplicate_post', again]);
  });

  test('who has written before the clock was set back does not wait until it is there again', async () => {
    await setOption(board, 'floodchecktime', 30);
    try {
      board.tick(2 * 86_400);
      await send(alice, [bob]);
      board.tick(-2 * 86_400);
      await send(alice, [bob]);
    } finally {
      await setOption(board, 'floodchecktime', 0);
      board.tick(2 * 86_400);
    }
  });

  test('the same words are sent again after the clock was set back', async () => {
    const words = { title: 'The clock', rawtext: 'Half past two' };
    board.tick(2 * 86_400);
    await send(alice, [bob], words);
    board.tick(-2 * 86_400);
    await send(alice, [bob], words);
    board.tick(2 * 86_400);
  });

  test('a member writes once in a while, but a moderator at any time', async () => {
    await setOption(board, 'floodchecktime', 30);
    try {
      board.tick(31);
      const nodeid = await send(alice, [bob]);
      board.tick(10);
      const [id, pause, wait] = await refusal(reply(alice, nodeid));
      expect([id, pause]).toEqual(['postfloodcheck', 30]);
      expect(Number(wait)).toBeLessThanOrEqual(20);
      expect(await refusal(send(alice, [carol]))).toEqual(
        expect.arrayContaining(['postfloodcheck']),
      );
      board.tick(21);
      await reply(alice, nodeid);
      const admin = await enter(board, 'admin');
      await send(admin, [bob]);
      await send(admin, [bob]);
    } finally {
      await setOption(board, 'floodchecktime', 0);
    }
  });

  test('a guest is refused everywhere', async () => {
    const pm = guest.content_privatemessage;
    const calls = [
      pm.add({ data: { title: 't', rawtext: 'r', recipients: ['bob'] } }),
      pm.listMessages(),
      pm.getMessage({ nodeid: 1 }),
      pm.fetchSummary(),
      pm.getHeaderCounts(),
      pm.getUnreadInboxCount(),
      pm.listFolders(),
      pm.createMessageFolder({ folderName: 'x' }),
      pm.deleteMessages({ nodeid: [1] }),
      pm.acceptRequest({ nodeid: 1 }),
      pm.getForward({ nodeids: [1] }),
      pm.addPMRecipients({ pmid: 1, recipients: [1] }),
      pm.getDeletedItemsFolderId(),
    ].map(refusal);
    for (const refused of await Promise.all(calls)) {
      expect(refused).toEqual(['not_logged_no_permission']);
    }
  });

  test('a board without private messages takes none, but shows those there are', async () => {
    const nodeid = await send(alice, [bob]);
    await setOption(board, 'enablepms', 0);
    try {
      expect(await refusal(send(alice, [bob]))).toEqual(['no_permission']);
      expect(await refusal(reply(bob, nodeid))).toEqual(['no_permission']);
      expect(await box(bob).canUsePmSystem()).toBe(false);
      expect(await listed(bob, INBOX)).toContain(nodeid);
    } finally {
      await setOption(board, 'enablepms', 1);
    }
  });

  test('a member whose account waits for confirmation writes and gets none', async () => {
    const waiting = await join(board, 'waiting');
    const admin = await enter(board, 'admin');
    const user = { usergroupid: 3 };
    await admin.app.user.save({ userid: waiting.userid, password: '', user });
    expect(await refusal(send(waiting, [bob]))).toEqual(['no_permission']);
    expect(await refusal(send(alice, [waiting]))).toEqual(['pmrecipturnedoff', 'waiting']);
  });
});

describe('the quota', () => {
  test('a full member gets no new message and writes none until he has deleted some', async () => {
    const hoarder = await join(board, 'hoarder');
    const first = await send(alice, [hoarder]);
    await send(alice, [hoarder]);
    await setOption(board, 'pmquota', 2);
    try {
      const writer = await join(board, 'writer');
      expect(await refusal(send(writer, [hoarder]))).toEqual(['pmrecipquotaexceeded', 'hoarder']);
      expect(await refusal(send(hoarder, [writer]))).toEqual(['pmquotaexceeded', 2]);
      expect(await refusal(reply(hoarder, first))).toEqual(['pmquotaexceeded', 2]);
      await box(hoarder).deleteMessage({ nodeid: first });
      expect(await refusal(send(writer, [hoarder]))).toEqual(['pmrecipquotaexceeded', 'hoarder']);
      await box(hoarder).deleteMessage({ nodeid: first });
      await send(writer, [hoarder]);
    } finally {
      await setOption(board, 'pmquota', 500);
    }
  });

  test('a reply passes over who is full, and is refused when there is nobody else', async () => {
    const full = await join(board, 'full');
    const asker = await join(board, 'asker');
    const witness = await join(board, 'witness');
    const nodeid = await send(asker, [full, witness]);
    const pair = await send(asker, [full]);
    for (let more = 0; more < 3; more += 1) await send(bob, [full]);
    await setOption(board, 'pmquota', 5);
    expect(await refusal(reply(asker, pair))).toEqual(['pmrecipquotaexceeded', 'full']);
    const missed = await reply(asker, nodeid);
    await setOption(board, 'pmquota', 500);
    expect(await readOne(witness, nodeid, missed)).toBeDefined();
    expect(await readOne(full, nodeid, missed)).toBeUndefined();
    await full.app.user.save({ userid: full.userid, password: '', options: { receivepm: '0' } });
    const answer = await reply(witness, nodeid);
    expect(await refusal(reply(asker, pair))).toEqual(['pmrecipturnedoff', 'full']);
    expect(await readOne(asker, nodeid, answer)).toBeDefined();
    expect(await readOne(full, nodeid, answer)).toBeUndefined();
  });
});

/** A message of a conversation, as this member reads it. */
async function readOne(member: Member, conversation: number, nodeid: number) {
  const { messages } = await box(member).getMessage({ nodeid: conversation });
  return messages.find((one) => one.nodeid === nodeid);
}

describe('reading', () => {
  test('getMessage marks the conversation as read, for the reader alone', async () => {
    const reader = await join(board, 'reader');
    const nodeid = await send(alice, [reader, bob]);
    await reply(bob, nodeid);
    expect(await box(reader).getUnreadInboxCount()).toBe(2);
    const before = await box(bob).getUnreadInboxCount();
    const { messages } = await box(reader).getMessage({ nodeid });
    expect(messages.map((one) => one.msgread)).toEqual([1, 1]);
    expect(await box(reader).getUnreadInboxCount()).toBe(0);
    expect(await box(bob).getUnreadInboxCount()).toBe(before);
    expect(nodeIn(await box(reader).listMessages(), nodeid)?.msgread).toBe(1);
  });

  test('getMessage shows content, author and rights, but no address', async () => {
    const nodeid = await send(alice, [bob], { rawtext: 'see [i]this[/i]' });
    const conversation = await box(bob).getMessage({ nodeid });
    expect(conversation.message).toMatchObject({
      nodeid,
      contenttypeclass: 'PrivateMessage',
      authorname: 'alice',
      folderid: INBOX,
      deleted: 0,
      content: {
        message_plain: 'see this',
        channeltype: 'pm',
        userinfo: { username: 'alice' },
        permissions: { canview: 1, canreply: 1, canedit: 0, candelete: 1, canmoderate: 0 },
        createpermissions: { PrivateMessage: 1 },
      },
    });
    expect(JSON.stringify(conversation)).not.toMatch(/ipaddress|@example|"127\.0\.0\.1/);
  });

  test('setRead marks a conversation or one reply, back and forth, and never what one wrote', async () => {
    const reader = await join(board, 'setter');
    const nodeid = await send(alice, [reader]);
    const second = await reply(alice, nodeid);
    await reply(reader, nodeid);
    const count = () => box(reader).getUnreadInboxCount();
    expect(await box(reader).setRead({ nodeid: second })).toEqual({ success: true });
    expect(await count()).toBe(1);
    await box(reader).setRead({ nodeid });
    expect(await count()).toBe(0);
    await box(reader).setRead({ nodeid, read: 0 });
    expect(await count()).toBe(2);
    const sent = await box(reader).listMessages({ data: { folderid: SENT } });
    expect(nodeIn(sent, nodeid)).toMatchObject({ msgread: 1, unread: 0 });
    await box(reader).setRead({ nodeid: second, read: 1 });
    expect(await count()).toBe(1);
  });

  test('getFullContent and getQuoteText serve those who take part, without marking', async () => {
    const reader = await join(board, 'quoter');
    const nodeid = await send(alice, [reader], { rawtext: '[quote=x]old[/quote]new' });
    const content = await box(reader).getFullContent({ nodeid });
    expect(await box(reader).getContent({ nodeid })).toEqual(content);
    expect(await refusal(box(carol).getContent({ nodeid }))).toEqual(['invalid_node_id', nodeid]);
    expect(content[nodeid]?.content.message_plain).toContain('new');
    expect(await box(reader).getQuoteText({ nodeid })).toBe(`[QUOTE=alice;${nodeid}]new[/QUOTE]`);
    expect(await box(reader).getUnreadInboxCount()).toBe(1);
    expect(await refusal(box(carol).getFullContent({ nodeid }))).toEqual([
      'invalid_node_id',
      nodeid,
    ]);
    expect(await refusal(box(carol).getQuoteText({ nodeid }))).toEqual(['invalid_node_id', nodeid]);
  });

  test('getBbcodeOptions knows messages that one holds, and new ones', async () => {
    const nodeid = await send(alice, [bob]);
    const options = { allowbbcode: 1, allowhtml: 0 };
    expect(await box(bob).getBbcodeOptions({ nodeid })).toMatchObject(options);
    expect(await box(bob).getBbcodeOptions()).toMatchObject(options);
    expect(await refusal(box(carol).getBbcodeOptions({ nodeid }))).toEqual([
      'invalid_node_id',
      nodeid,
    ]);
  });

  test('getForward quotes what one holds, in the order asked for', async () => {
    const nodeid = await send(alice, [bob], { title: 'News', rawtext: 'first' });
    const second = await reply(bob, nodeid, 'second');
    const forward = await box(bob).getForward({ nodeids: [second, nodeid] });
    const [answer, first] = forward.messages;
    expect(forward.first).toEqual(answer);
    expect(answer).toMatchObject({
      nodeid: second,
      title: 'News',
      username: 'bob',
      pagetext: 'second',
    });
    expect(first).toMatchObject({
      nodeid,
      title: 'News',
      recipients: [
        { userid: alice.userid, username: 'alice' },
        { userid: bob.userid, username: 'bob' },
      ],
      to: 'alice; bob',
      pagetext: 'first',
      newtitle: 'Fwd: News',
      rawtext: `[QUOTE=alice;${nodeid}]first[/QUOTE]`,
    });
    const { created } = (await box(bob).getMessage({ nodeid })).message;
    expect(first?.date).toBe(created);
    expect(await refusal(box(carol).getForward({ nodeids: [nodeid] }))).toEqual([
      'invalid_node_id',
      nodeid,
    ]);
    const many = Array.from({ length: 101 }, (_, index) => index + 1);
    expect(await refusal(box(bob).getForward({ nodeids: many }))).toEqual(
      expect.arrayContaining(['invalid_data']),
    );
    expect(await bob.app.call('content_privatemessage.getForward', { nodeids: '' })).toEqual({
      messages: [],
    });
  });

  test('what one does not hold does not exist', async () => {
    const nodeid = await send(alice, [bob]);
    const pm = box(carol);
    const gone = ['invalid_node_id', nodeid];
    const calls = [
      pm.getMessage({ nodeid }),
      pm.setRead({ nodeid }),
      pm.deleteMessage({ nodeid }),
      pm.deleteMessages({ nodeid: [nodeid] }),
      pm.toTrashcan({ nodeid }),
      pm.undeleteMessage({ nodeid }),
      pm.moveMessage({ nodeid }),
      pm.fetchParticipants({ nodeid }),
      pm.addPMRecipients({ pmid: nodeid, recipients: [carol.userid] }),
      pm.getRequest({ nodeid }),
      pm.acceptRequest({ nodeid }),
      pm.denyRequest({ nodeid }),
      pm.denyRequest({ nodeid, cancelRequestFor: bob.userid }),
      reply(carol, nodeid),
    ].map(refusal);
    for (const refused of await Promise.all(calls)) expect(refused).toEqual(gone);
    for (const nowhere of [0, 1, 2147483647]) {
      expect(await refusal(pm.getMessage({ nodeid: nowhere }))).toEqual([
        'invalid_node_id',
        nowhere,
      ]);
    }
    expect(await refusal(box(bob).acceptRequest({ nodeid }))).toEqual(gone);
  });

  test('canUsePmSystem tells whether messages are open to a member, and a guest nothing', async () => {
    expect(await box(alice).canUsePmSystem()).toBe(true);
    expect(await box(alice).canUsePmSystem({ userid: bob.userid })).toBe(true);
    expect(await box(alice).canUsePmSystem({ userid: 2147483647 })).toBe(false);
    const { userid } = await alice.app.user
      .fetchByUsername({ username: 'mallory' })
      .then((found) => {
        if (found === false) throw new Error('mallory is missing');
        return found;
      });
    expect(await box(alice).canUsePmSystem({ userid })).toBe(false);
    expect(await guest.content_privatemessage.canUsePmSystem()).toBe(false);
    const asked = guest.content_privatemessage.canUsePmSystem({ userid: bob.userid });
    expect(await asked).toBe(false);
  });
});

describe('lists', () => {
  let reader: Member;
  const letters: number[] = [];

  beforeAll(async () => {
    reader = await join(board, 'lister');
    for (let index = 0; index < 7; index += 1) letters.push(await send(alice, [reader]));
  });

  test('pages follow each other, the newest first or the oldest', async () => {
    const page = async (pageNum: number, sortDir: 'asc' | 'desc' = 'desc') =>
      Object.values(await box(reader).listMessages({ data: { pageNum, perpage: 3, sortDir } })).map(
        (one) => one.nodeid,
      );
    const pages = [...(await page(1)), ...(await page(2)), ...(await page(3))];
    // JavaScript orders an object's number names: which are on the page is what counts
    expect((await page(1)).sort()).toEqual(letters.slice(4).sort());
    expect(pages.sort()).toEqual([...letters].sort());
    expect((await page(1, 'asc')).sort()).toEqual(letters.slice(0, 3).sort());
    expect(await page(4)).toEqual([]);
    expect(await page(2147483647)).toEqual([]);
    expect((await page(0)).sort()).toEqual((await page(1)).sort());
  });

  test('an unknown direction, a negative page and a strange folder are refused', async () => {
    const list = (data: object) => refusal(box(reader).listMessages({ data }));
    expect(await list({ sortDir: 'sideways' })).toEqual([
      'invalid_parameter',
      'data[sortDir]',
      'it must be asc or desc',
    ]);
    expect(await list({ pageNum: -1 })).toEqual(expect.arrayContaining(['invalid_parameter']));
    expect(await list({ folderid: 2147483647 })).toEqual([
      'invalid_data',
      expect.stringContaining('you have no folder'),
    ]);
    expect(await list({ folderid: 0 })).toEqual([
      'invalid_data',
      expect.stringContaining('you have no folder'),
    ]);
  });

  test('recipients can be left out', async () => {
    const data = { ignoreRecipients: true };
    const [first] = Object.values(await box(reader).listMessages({ data }));
    expect(first?.title).toMatch(/^Letter/);
    expect(first?.recipients).toBeUndefined();
  });

  test('getFolderMsgCount counts conversations and pages', async () => {
    const count = (pageNum: number, perpage: number) =>
      box(reader).getFolderMsgCount({ folderid: INBOX, pageNum, perpage });
    expect(await count(1, 3)).toEqual({
      count: 7,
      pages: 3,
      pagenum: 1,
      nextpage: 2,
      prevpage: false,
    });
    expect(await count(3, 3)).toMatchObject({ nextpage: false, prevpage: 2 });
    expect(await count(2147483647, 3)).toMatchObject({ nextpage: false, prevpage: 3 });
    expect(await count(0, 0)).toMatchObject({ count: 7, pages: 7, pagenum: 1 });
    expect(await count(1, 2147483647)).toMatchObject({ pages: 1 });
    expect(await box(reader).getFolderMsgCount({ folderid: TRASH })).toMatchObject({
      count: 0,
      pages: 0,
      nextpage: false,
      prevpage: false,
    });
    const about = box(reader).getFolderMsgCount({ folderid: INBOX, about: 'member_to' });
    expect(await about).toMatchObject({ count: 0 });
  });

  test('a page takes as many statements as a single message', async () => {
    const statements = (perpage: number): Promise<number> =>
      countStatements(board, () => box(reader).listMessages({ data: { perpage } }));
    const one = await statements(1);
    expect(await statements(7)).toBe(one);
    expect(one).toBeGreaterThan(0);
  });

  test('a long conversation is read with as many statements as a short one', async () => {
    const statements = (): Promise<number> =>
      countStatements(board, () => box(reader).getMessage({ nodeid: letters[0] ?? 0 }));
    const short = await statements();
    for (let index = 0; index < 5; index += 1) await reply(alice, letters[0] ?? 0);
    expect(await statements()).toBe(short);
  });

  test('previewMessages has five of each kind', async () => {
    const { messages, requests } = await box(reader).previewMessages();
    expect(messages).toHaveLength(5);
    expect(requests).toEqual([]);
  });

  test('counts tell of unread messages by folder', async () => {
    const fresh = await join(board, 'counter');
    const nodeid = await send(alice, [fresh]);
    await reply(alice, nodeid);
    expect(await box(fresh).getUnreadInboxCount()).toBe(2);
    expect(await box(fresh).getHeaderCounts()).toEqual({
      titlephrase: 'messages_header',
      totalcount: 2,
      messages: 2,
      folderid_messages: INBOX,
      details: {
        messages: { titlephrase: 'messages', count: 2, routeinfo: { folderid: 1 } },
        requests: { titlephrase: 'requests', count: 0, routeinfo: { folderid: 3 } },
        your_notifications: {
          titlephrase: 'your_notifications',
          count: 0,
          routeinfo: { folderid: 4 },
        },
      },
    });
    const summary = await box(fresh).fetchSummary();
    expect(summary[0]).toEqual({
      folderId: INBOX,
      title: 'Messages',
      titlephrase: 'messages',
      quantity: 2,
    });
    expect(summary.map((one) => one.titlephrase)).toEqual([
      'messages',
      'sent_items',
      'requests',
      'your_notifications',
      'pending_posts',
      'trash',
    ]);
    await box(fresh).toTrashcan({ nodeid });
    expect(await box(fresh).getUnreadInboxCount()).toBe(0);
    expect((await box(fresh).fetchSummary()).every((one) => one.quantity === 0)).toBe(true);
  });
});

describe('folders', () => {
  test('a folder is made, renamed, filled, and deleted with its messages in the trash', async () => {
    const owner = await join(board, 'owner');
    const nodeid = await send(alice, [owner]);
    await reply(owner, nodeid);
    const folderid = await box(owner).createMessageFolder({ folderName: '  My  Friends 🦊 ' });
    expect((await box(owner).listFolders())[folderid]).toBe('My Friends 🦊');
    expect(await box(owner).updateFolderTitle({ folderName: 'Friends', folderid })).toEqual({
      folderid,
      title: 'Friends',
      titlephrase: '',
      iscustom: 1,
    });
    expect(await box(owner).getFolderInfoFromId({ folderid })).toMatchObject({ title: 'Friends' });
    expect(await box(owner).moveMessage({ nodeid, newFolderid: folderid })).toBe(true);
    expect(
      nodeIn(await box(owner).listMessages({ data: { folderid } }), nodeid)?.messagecount,
    ).toBe(2);
    expect(await listed(owner, INBOX)).toEqual([]);
    expect(await box(owner).moveMessage({ nodeid })).toBe(true);
    expect(await listed(owner, INBOX)).toEqual([nodeid]);
    expect(await listed(owner, SENT)).toEqual([nodeid]);
    await box(owner).moveMessage({ nodeid, newFolderid: folderid });
    expect(await box(owner).deleteFolder({ folderid })).toBe(true);
    expect(await listed(owner, TRASH)).toEqual([nodeid]);
    expect((await box(owner).listFolders())[folderid]).toBeUndefined();
    await box(owner).undeleteMessage({ nodeid });
    expect(await listed(owner, INBOX)).toEqual([nodeid]);
    expect(await listed(owner, SENT)).toEqual([nodeid]);
  });

  test('titles are checked', async () => {
    const make = (folderName: string) => refusal(box(carol).createMessageFolder({ folderName }));
    await box(carol).createMessageFolder({ folderName: 'Straße' });
    for (const bad of ['', '  ', 'x'.repeat(101), 'a\u202eb', 'a\u200bb', '\u0007']) {
      expect(await make(bad)).toEqual([
        'invalid_data',
        expect.stringContaining('folderName: it has 1 to 100 characters'),
      ]);
    }
    expect(await make('STRAßE')).toEqual(['pmfoldertaken', 'Straße']);
    expect(await make('messages')).toEqual(['pmfoldertaken', 'Messages']);
    await box(bob).createMessageFolder({ folderName: 'Straße' });
    const folderid = await box(carol).createMessageFolder({ folderName: 'x'.repeat(100) });
    const rename = (folderName: string) => box(carol).updateFolderTitle({ folderName, folderid });
    expect(await refusal(rename('straße'))).toEqual(['pmfoldertaken', 'Straße']);
    expect(await rename('X'.repeat(100))).toMatchObject({ title: 'X'.repeat(100) });
  });

  test('there are at most as many as the option says, also when two are made at once', async () => {
    const owner = await join(board, 'collector');
    await setOption(board, 'pmmaxfolders', 2);
    try {
      const results = await Promise.allSettled(
        ['a', 'b', 'c', 'd', 'd'].map((folderName) =>
          box(owner).createMessageFolder({ folderName }),
        ),
      );
      expect(results.filter((one) => one.status === 'fulfilled')).toHaveLength(2);
      expect(await refusal(box(owner).createMessageFolder({ folderName: 'e' }))).toEqual([
        'pmtoomanyfolders',
        2,
      ]);
    } finally {
      await setOption(board, 'pmmaxfolders', 50);
    }
  });

  test('the same title twice at once makes one folder', async () => {
    const owner = await join(board, 'twin');
    const results = await Promise.allSettled(
      ['Same', 'SAME', 'same'].map((folderName) => box(owner).createMessageFolder({ folderName })),
    );
    expect(results.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  });

  test("another's folder and those of everybody cannot be used or changed", async () => {
    const foreign = await box(bob).createMessageFolder({ folderName: 'Private' });
    const nodeid = await send(bob, [carol]);
    const pm = box(carol);
    const none = ['invalid_data', expect.stringContaining('you have no folder')];
    expect(await refusal(pm.moveMessage({ nodeid, newFolderid: foreign }))).toEqual(none);
    expect(await refusal(pm.listMessages({ data: { folderid: foreign } }))).toEqual(none);
    expect(await refusal(pm.getFolderMsgCount({ folderid: foreign }))).toEqual(none);
    expect(await refusal(pm.getFolderInfoFromId({ folderid: foreign }))).toEqual(none);
    expect(await refusal(pm.deleteFolder({ folderid: foreign }))).toEqual(none);
    const renamed = pm.updateFolderTitle({ folderName: 'Mine', folderid: foreign });
    expect(await refusal(renamed)).toEqual(none);
    for (const folderid of [1, 2, 3, 6]) {
      expect(await refusal(pm.deleteFolder({ folderid }))).toEqual(none);
      expect(await refusal(pm.updateFolderTitle({ folderName: 'Mine', folderid }))).toEqual(none);
    }
    for (const newFolderid of [2, 3, 4, 5, 2147483647]) {
      expect(await refusal(pm.moveMessage({ nodeid, newFolderid }))).toEqual(none);
    }
    expect(await refusal(pm.fetchFolders({ userid: bob.userid }))).toEqual(['no_permission']);
    expect((await pm.fetchFolders({ userid: carol.userid }))[0]).toEqual({
      folderid: 1,
      title: 'Messages',
      titlephrase: 'messages',
      iscustom: 0,
    });
    expect(await pm.getDeletedItemsFolderId()).toBe(TRASH);
  });

  test('listFolders leaves out what is to be left out', async () => {
    const all = Object.values(await box(alice).listFolders());
    const fewer = Object.values(await box(alice).listFolders({ suppress: ['trash', '2', ''] }));
    expect(all).toEqual(expect.arrayContaining(['Trash', 'Sent Items']));
    expect(fewer).toEqual(all.filter((title) => !['Trash', 'Sent Items'].includes(title)));
  });
});

describe('deleting', () => {
  test('first into the trash, from where it comes back, then for good: for oneself alone', async () => {
    const keeper = await join(board, 'keeper');
    const nodeid = await send(alice, [keeper]);
    const folderid = await box(keeper).createMessageFolder({ folderName: 'Kept' });
    await box(keeper).moveMessage({ nodeid, newFolderid: folderid });
    expect(await box(keeper).deleteMessage({ nodeid })).toBe(true);
    expect(await listed(keeper, folderid)).toEqual([]);
    expect(await listed(keeper, TRASH)).toEqual([nodeid]);
    const data = { folderid, showdeleted: true };
    expect(nodeidsOf(await box(keeper).listMessages({ data }))).toEqual([nodeid]);
    expect(await box(keeper).toTrashcan({ nodeid })).toBe(true);
    expect((await readOne(keeper, nodeid, nodeid))?.deleted).toBe(1);
    expect(await box(keeper).undeleteMessage({ nodeid })).toBe(true);
    expect(await listed(keeper, folderid)).toEqual([nodeid]);
    expect(await box(keeper).moveMessage({ nodeid, newFolderid: TRASH })).toBe(true);
    expect(await box(keeper).deleteMessage({ nodeid })).toBe(true);
    expect(await listed(keeper, TRASH)).toEqual([]);
    expect(await refusal(box(keeper).getMessage({ nodeid }))).toEqual(['invalid_node_id', nodeid]);
    expect(await readOne(alice, nodeid, nodeid)).toBeDefined();
  });

  test('one reply is deleted alone; the conversation stays', async () => {
    const nodeid = await send(alice, [bob]);
    const second = await reply(bob, nodeid);
    await box(alice).deleteMessage({ nodeid: second });
    const ids = async (of: number) =>
      (await box(alice).getMessage({ nodeid: of })).messages.map((one) => one.nodeid);
    expect(await ids(nodeid)).toEqual([nodeid]);
    expect(await ids(second)).toEqual([nodeid, second]);
    await box(alice).deleteMessage({ nodeid: second });
    expect(await ids(nodeid)).toEqual([nodeid]);
    expect(await readOne(bob, nodeid, second)).toBeDefined();
    await box(bob).deleteMessages({ nodeid: [second] });
    await box(bob).deleteMessages({ nodeid: [second, second] });
    expect(await nodeExists(second)).toBe(false);
    expect(await nodeExists(nodeid)).toBe(true);
  });

  test('what has come in since is not lost when a conversation from the trash is deleted', async () => {
    const nodeid = await send(alice, [bob]);
    await box(bob).deleteMessage({ nodeid });
    await reply(alice, nodeid);
    await box(bob).deleteMessage({ nodeid });
    await box(bob).undeleteMessage({ nodeid });
    expect(nodeIn(await box(bob).listMessages(), nodeid)?.messagecount).toBe(2);
  });

  test('a list with a conversation and its reply only goes to the trash', async () => {
    const nodeid = await send(alice, [bob]);
    const second = await reply(alice, nodeid);
    const third = await send(alice, [bob]);
    const all = { nodeid: [nodeid, second, third, nodeid] };
    expect(await box(bob).deleteMessages(all)).toEqual({ success: true });
    expect((await listed(bob, TRASH)).sort()).toEqual(expect.arrayContaining([nodeid, third]));
    const stranger = await send(alice, [carol]);
    await box(bob).undeleteMessage({ nodeid: third });
    const mixed = box(bob).deleteMessages({ nodeid: [third, stranger] });
    expect(await refusal(mixed)).toEqual(['invalid_node_id', stranger]);
    expect(await listed(bob, INBOX)).toContain(third);
    const many = Array.from({ length: 101 }, (_, index) => index + 1);
    expect(await refusal(box(bob).deleteMessages({ nodeid: many }))).toEqual(
      expect.arrayContaining(['invalid_data']),
    );
  });

  test('a reply reaches those who have deleted all they had', async () => {
    const nodeid = await send(alice, [bob, carol]);
    const early = await reply(carol, nodeid);
    for (const one of [bob, carol]) {
      await box(one).deleteMessage({ nodeid });
      await box(one).deleteMessage({ nodeid });
    }
    expect(await refusal(reply(carol, nodeid))).toEqual(['invalid_node_id', nodeid]);
    expect(await refusal(box(carol).getMessage({ nodeid }))).toEqual(['invalid_node_id', nodeid]);
    expect(await refusal(box(carol).deleteMessage({ nodeid }))).toEqual([
      'invalid_node_id',
      nodeid,
    ]);
    expect(await listed(carol, TRASH)).not.toContain(nodeid);
    const present = await box(alice).fetchParticipants({ nodeid });
    expect(present.map((one) => one.username).sort()).toEqual(['alice', 'bob', 'carol']);
    const late = await reply(alice, nodeid);
    const { messages } = await box(carol).getMessage({ nodeid });
    expect(messages.map((one) => one.nodeid)).toEqual([nodeid, late]);
    expect(await listed(carol, TRASH)).toContain(nodeid);
    expect(nodeIn(await box(bob).listMessages(), nodeid)?.messagecount).toBe(1);
    expect(await refusal(box(bob).getMessage({ nodeid: early }))).toEqual([
      'invalid_node_id',
      early,
    ]);
    await reply(bob, late);
  });

  test('who has deleted a conversation needs room for its first message and the reply', async () => {
    const tidy = await join(board, 'tidy');
    const nodeid = await send(alice, [tidy]);
    await leave(tidy, nodeid);
    await send(bob, [tidy]);
    await setOption(board, 'pmquota', 2);
    const quick = await join(board, 'quick');
    const second = await send(quick, [tidy]);
    await leave(tidy, second);
    expect(await refusal(reply(quick, second))).toEqual(['pmrecipquotaexceeded', 'tidy']);
    await setOption(board, 'pmquota', 500);
    await reply(quick, second);
  });

  test('a message that nobody holds is gone', async () => {
    const nodeid = await send(alice, [bob, carol]);
    const early = await reply(carol, nodeid);
    for (const one of [carol, bob]) await leave(one, nodeid);
    expect(await nodeExists(early)).toBe(true);
    const late = await reply(alice, nodeid);
    for (const one of [carol, alice, bob]) await leave(one, nodeid);
    for (const one of [nodeid, early, late]) expect(await nodeExists(one)).toBe(false);
  });
});

describe('taking in more members', () => {
  test('they get the first message and what follows, not what was written before', async () => {
    const newcomer = await join(board, 'newcomer');
    const nodeid = await send(alice, [bob]);
    const before = await reply(bob, nodeid);
    const added = { pmid: before, recipients: [newcomer.userid, bob.userid, alice.userid] };
    expect(await box(alice).addPMRecipients(added)).toBe(true);
    const after = await reply(bob, nodeid);
    const { messages, recipients } = await box(newcomer).getMessage({ nodeid });
    expect(messages.map((one) => one.nodeid)).toEqual([nodeid, after]);
    expect(recipients.map((one) => one.username).sort()).toEqual(['alice', 'bob']);
    expect(await refusal(box(newcomer).getMessage({ nodeid: before }))).toEqual([
      'invalid_node_id',
      before,
    ]);
    await leave(alice, nodeid);
    await leave(bob, nodeid);
    expect(await nodeExists(before)).toBe(false);
    expect(await nodeExists(after)).toBe(true);
  });

  test('they are named, with any delimiter', async () => {
    const nodeid = await send(alice, [bob]);
    const third = await join(board, 'third');
    const named = {
      pmid: nodeid,
      usernames: ['carol|bob'],
      usernamesToIds: [third.userid],
      delimiter: '|',
    };
    expect(await box(alice).addPMRecipientsByUsernames(named)).toBe(true);
    const names = (await box(bob).fetchParticipants({ nodeid })).map((one) => one.username);
    expect(names.sort()).toEqual(['alice', 'bob', 'carol', 'third']);
    const again = box(alice).addPMRecipientsByUsernames({ pmid: nodeid, usernames: ['carol;bob'] });
    expect(await refusal(again)).toEqual(['pmnorecipients']);
    const extra = { parentid: nodeid, rawtext: 'to another', recipients: ['mod'] };
    expect(await refusal(box(alice).add({ data: extra }))).toEqual([
      'invalid_data',
      'a reply goes to those who take part',
    ]);
    const known = { parentid: nodeid, rawtext: 'to them', recipients: ['carol', 'alice'] };
    await box(bob).add({ data: known });
  });

  test('only who began the conversation may, and the rules for recipients hold', async () => {
    const nodeid = await send(alice, [bob]);
    const add = (member: Member, recipients: number[]) =>
      refusal(box(member).addPMRecipients({ pmid: nodeid, recipients }));
    expect(await add(bob, [carol.userid])).toEqual(['no_permission']);
    expect(await add(alice, [2147483647])).toEqual(['pmrecipientsnotfound', '2147483647']);
    expect(await add(alice, [alice.userid])).toEqual(['pmnorecipients']);
    const banned = box(alice).addPMRecipientsByUsernames({ pmid: nodeid, usernames: ['mallory'] });
    expect(await refusal(banned)).toEqual(['pmrecipturnedoff', 'mallory']);
    await setOption(board, 'pmmaxrecipients', 1);
    expect(await add(alice, [carol.userid])).toEqual(['pmtoomanyrecipients', 1]);
    await setOption(board, 'pmmaxrecipients', 20);
  });
});

async function leave(member: Member, nodeid: number): Promise<void> {
  await box(member).toTrashcan({ nodeid });
  await box(member).deleteMessage({ nodeid });
}

async function nodeExists(nodeid: number): Promise<boolean> {
  const db = board.database.reader();
  const rows = await Promise.all([
    db.get('select nodeid from node where nodeid = ?', [nodeid]),
    db.get('select nodeid from text where nodeid = ?', [nodeid]),
    db.get('select child from closure where child = ?', [nodeid]),
    db.get('select nodeid from sentto where nodeid = ?', [nodeid]),
  ]);
  const found = rows.filter((row) => row !== undefined).length;
  expect([0, 4]).toContain(found);
  return found > 0;
}
