import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Mail } from '../../src/mail/mail.ts';
import { writeOption } from '../../src/library/board/options.ts';
import { Worker } from '../../src/outbox/worker.ts';
import { sandboxKey } from '../../src/sandbox/credentials.ts';
import { PAYLOADS } from '../bbcode/payloads.ts';
import { assertStrictHtml } from '../bbcode/strict-html.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { enter, type Member, refusal, send, setOption } from '../support/messages.ts';
import { newMember } from '../support/members.ts';
import { addChannel, post } from '../support/nodes.ts';
import { RawApp } from '../support/raw.ts';
import { countStatements } from '../support/statements.ts';
import { effortOf } from '../support/effort.ts';

let board: TestBoard;
let alice: Member;
let bob: Member;
let mod: Member;
let channel: number;

beforeAll(async () => {
  board = await startBoard();
  await setOption(board, 'floodchecktime', 0);
  alice = await enter(board, 'alice');
  bob = await enter(board, 'bob');
  mod = await enter(board, 'mod');
  channel = await addChannel((await enter(board, 'admin')).app, 'Hostile');
}, 60_000);
afterAll(async () => {
  await board.stop();
});

/** What JSON can carry, and the board takes in a text. */
const payloads = PAYLOADS.filter((text) => !text.includes('\0') && text.trim() !== '');

interface Shown {
  readonly htmltitle?: string;
  readonly content: { readonly message: string; readonly message_plain: string };
}

function expectInert({ htmltitle = '', content }: Shown): void {
  assertStrictHtml(content.message);
  expect(htmltitle).not.toMatch(/[<>"]/);
}

describe('known payloads come out inert', () => {
  test.each(payloads)('%j', async (payload) => {
    const topic = await post(alice.app, channel, payload);
    const message = await bob.app.content_text.add({
      data: { parentid: topic, rawtext: `${payload} ` },
    });
    const profile = await bob.app.content_text.add({
      data: { parentid: 0, setfor: alice.userid, rawtext: payload },
    });
    const nodes = await bob.app.node.getContentforNodes({ nodeList: [topic, message] });
    for (const node of Object.values(nodes)) expectInert(node);
    const shown = await alice.app.content_text.getFullContent({ nodeid: profile });
    for (const node of Object.values(shown)) expectInert(node);
    const report = await bob.app.content_report.add({
      data: { reportnodeid: topic, rawtext: payload },
    });
    const reports = await mod.app.content_report.getFullContent({ nodeid: report });
    for (const node of Object.values(reports)) expectInert(node);
    const letter = await send(alice, [bob], { title: payload, rawtext: payload });
    const { messages } = await bob.app.content_privatemessage.getMessage({ nodeid: letter });
    expect(messages).toHaveLength(1);
    for (const node of messages) expectInert(node);
  });
});

describe('what is too much is refused before anything is done', () => {
  /** Refusals of calls in a JSON body, with the number of statements that they took. */
  async function refused(
    who: Member,
    method: string,
    params: object,
  ): Promise<readonly [error: unknown, statements: number]> {
    if (who.app.session === undefined) throw new Error('there is no session');
    const raw = new RawApp(board.url, { ...who.app.session, apikey: sandboxKey });
    await raw.get('api_m=user.fetchCurrentUserinfo');
    let error: unknown;
    const statements = await countStatements(board, async () => {
      const body = JSON.stringify(params);
      ({ error } = await raw.post(`api_m=${method}`, body, 'application/json'));
    });
    return [error, statements];
  }

  const many = Array.from({ length: 10_000 }, (_, index) => index + 1);
  const names = many.map((index) => `somebody ${index}`);
  const letter = { title: 'Hello', rawtext: 'Hello' };

  test.each<[string, string, object]>([
    ['options of a poll', 'content_poll.add', { data: { parentid: 1, polloptions: names } }],
    ['new options', 'content_poll.update', { nodeid: 1, data: { polloptions: names } }],
    ['options for a topic', 'content_poll.addToTopic', { nodeid: 1, data: { polloptions: names } }],
    ['votes', 'content_poll.vote', { polloptionids: many }],
    ['names', 'content_privatemessage.add', { data: { ...letter, msgRecipients: names } }],
    ['ids', 'content_privatemessage.add', { data: { ...letter, to_userids: many } }],
    ['more of them', 'content_privatemessage.addPMRecipients', { pmid: 1, recipients: many }],
    ['nodes to delete', 'node.deleteNodes', { nodeids: many }],
    ['nodes to copy', 'node.cloneNodes', { nodeids: many, to_parent: 14 }],
    ['members to be deleted', 'node.deleteNodesAsSpam', { nodeids: [1], userids: many }],
    ['tags', 'tags.addTags', { nodeid: 1, taglist: names }],
  ])('10,000 %s as JSON', async (_, method, params) => {
    expect(await refused(alice, method, params)).toEqual([['too_many_parameters', '1000'], 0]);
  });

  const ids = many.join(',');

  test.each<[string, string, object, unknown]>([
    [
      'names in one text',
      'content_privatemessage.add',
      { data: { ...letter, msgRecipients: [names.join(';')] } },
      ['pmtoomanyrecipients', '20'],
    ],
    [
      'ids in one text',
      'content_privatemessage.addPMRecipients',
      { pmid: 1, recipients: ids },
      ['invalid_parameter', 'recipients', 'at most 1000 items are allowed'],
    ],
    [
      'votes in one text',
      'content_poll.vote',
      { polloptionids: ids },
      ['invalid_parameter', 'polloptionids', 'at most 1000 items are allowed'],
    ],
  ])('10,000 %s', async (_, method, params, error) => {
    expect(await refused(alice, method, params)).toEqual([error, 0]);
  });
});

describe('a search', () => {
  const searches: readonly (readonly [name: string, keywords: string])[] = [
    ['10,000 words', Array.from({ length: 10_000 }, (_, index) => `w${index}`).join(' ')],
    ['as many words as it takes', Array.from({ length: 50 }, (_, index) => `w${index}`).join(' ')],
    ['nothing but a letter', 'a '.repeat(499)],
    ['nothing but ORs', 'a OR '.repeat(199)],
    ['nothing but NOTs', 'NOT '.repeat(249)],
    ['nothing but minus', '-'.repeat(1000)],
    ['brackets in brackets', `${'('.repeat(450)}a${')'.repeat(450)}`],
    ['wildcards', '*a* '.repeat(249)],
    ['quotation marks', '" '.repeat(499)],
    ['one long word', 'a'.repeat(1000)],
    ['one long text without blanks', '\u6771\u4eac'.repeat(499)],
    ['accents on accents', `e${'\u0301'.repeat(999)}`],
    ['ligatures that unfold', '\ufdfa'.repeat(1000)],
    ['a regular expression', '(a+)+$ '.repeat(142)],
  ];

  test.each(searches)('for %s is answered or refused at once', async (_, keywords) => {
    for (const more of [
      {},
      { title_only: 1 },
      { sort: 'relevance' },
      { author: '%'.repeat(500) },
    ]) {
      const search_json = JSON.stringify({ keywords, ...more });
      const effort = await effortOf(async () => {
        const answer = await bob.app.search.getInitialResults({ search_json }).then(
          () => 'answered',
          (error: unknown) => (error as { id?: unknown }).id,
        );
        expect(['answered', 'invalid_search']).toContain(answer);
      });
      expect(effort).toBeLessThan(2_000);
    }
  });
});

describe('names that look alike', () => {
  test.each([
    ['a Cyrillic letter', 'mаllory'],
    ['a Greek letter', 'mallοry'],
    ['full width', 'ｍａｌｌｏｒｙ'],
    ['mathematical letters', '𝐦𝐚𝐥𝐥𝐨𝐫𝐲'],
    ['capitals', 'MALLORY'],
    ['blanks around', '  mallory  '],
  ])('cannot be registered: %s', async (_, username) => {
    const email = 'somebody@example.org';
    const save = board.guest().user.save({
      ...{ userid: 0, password: 'a long password' },
      user: { username, email },
    });
    expect((await refusal(save))[0]).toBe('usernametaken');
    const found = board.guest().user.checkUsername({ candidate: username });
    expect((await refusal(found))[0]).toBe('usernametaken');
  });

  test.each([
    ['a zero-width space', 'mal\u200blory'],
    ['another direction', '\u202emallory'],
    ['a line break', 'mallory\r\nBcc: eve@example.org'],
    ['markup', '<b>mallory</b>'],
  ])('nor names with %s', async (_, username) => {
    const user = { username, email: 'somebody@example.org' };
    const save = board.guest().user.save({ userid: 0, password: 'a long password', user });
    expect((await refusal(save))[0]).toMatch(/^username(invalid|toolong)$/);
  });

  test('nor do they stand for each other at the login', async () => {
    const { username, password } = await newMember(board);
    const other = username.replace('o', '\u043e');
    expect(await refusal(board.guest().user.login({ username: other, password }))).toContain(
      'badlogin',
    );
    expect(await board.guest().user.fetchByUsername({ username: other })).toBe(false);
  });
});

describe('mails', () => {
  const lines = 'Bcc: eve@example.org\r\n\r\nYou have won';

  test('have one line of subject and one address, whatever titles and names hold', async () => {
    await board.database.transaction((db) => writeOption(db, 'bbtitle', `A board\r\n${lines}`));
    await setOption(board, 'verifyemail', 1);
    const { userid, email } = await newMember(board);
    await setOption(board, 'verifyemail', 0);
    await board
      .guest()
      .user.emailPassword({ userid, email: ` ${email}` })
      .catch(() => undefined);
    await board.guest().user.emailPassword({ userid: 0, email });
    const topic = await post(alice.app, channel, `A topic\u2028${lines}`);
    const rawtext = `Spam\r\n.\r\n${lines}`;
    await bob.app.content_report.add({ data: { reportnodeid: topic, rawtext } });
    const mails = await sent();
    expect(mails.length).toBeGreaterThanOrEqual(3);
    for (const { to, subject } of mails) {
      expect(to).toMatch(/^[\w.]+@example\.(org|com)$/);
      expect(subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
    }
  });

  test.each([
    'a@example.org\r\nBcc: eve@example.org',
    'a@example.org,eve@example.org',
    'a@b\n.org',
  ])('go to no address like %j', async (email) => {
    const user = { username: 'Injector', email };
    const save = board.guest().user.save({ userid: 0, password: 'a long password', user });
    expect(await refusal(save)).toEqual(['invalidemail']);
    const asked = board.guest().user.sendActivateEmail({ email });
    await asked.catch(() => undefined);
    expect(await sent()).toEqual([]);
  });

  async function sent(): Promise<Mail[]> {
    const mails: Mail[] = [];
    const mailer = {
      send: async (mail: Mail) => {
        mails.push(mail);
      },
      close: () => undefined,
    };
    await new Worker(board.running.environment, mailer).drain();
    return mails;
  }
});

test('and nothing of all that was an error of ours', () => {
  expect(board.logs.filter((line) => /"level":(50|60)|"err":/.test(line))).toEqual([]);
});
