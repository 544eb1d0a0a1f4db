import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { ConfigError, readConfig } from '../../src/config.ts';
import { countJobs, insertJob } from '../../src/library/outbox.ts';
import { createLogger } from '../../src/logger.ts';
import { createMailer, type Mailer } from '../../src/mail/mail.ts';
import { Worker } from '../../src/outbox/worker.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { type SmtpServer, startSmtpServer } from '../support/smtp.ts';

jest.setTimeout(60_000);

let board: TestBoard;
let server: SmtpServer;
let mailer: Mailer;
const log = createLogger('silent');

beforeAll(async () => {
  board = await startBoard();
  server = await startSmtpServer();
  mailer = createMailer(
    readConfig({ MAIL_URL: server.url, MAIL_FROM: 'Board <board@example.org>' }),
    log,
  );
});
afterEach(async () => {
  await board.database.transaction((db) => db.run('delete from outbox'));
});
afterAll(async () => {
  mailer.close();
  await server.stop();
  await board.stop();
});

const mail = { to: 'alice@example.org', subject: 'Grüße', text: 'Hello,\n.\nworld 👋' };

describe('mail', () => {
  test('goes through the outbox to the mail server', async () => {
    await board.database.transaction((db) => insertJob(db, 'mail', mail, board.now()));
    await new Worker(board.running.environment, mailer).drain();
    const received = server.mails.at(-1);
    expect(received).toMatchObject({ from: 'board@example.org', to: ['alice@example.org'] });
    expect(received?.data).toMatch(/^From: Board <board@example.org>$/m);
    expect(received?.data).toMatch(/^Message-ID: <[0-9a-f]{32}@example\.org>$/m);
    expect(received?.data).toMatch(/^Subject: =\?UTF-8\?/m);
  });

  test('that the server refuses for now is sent later, with the same Message-ID', async () => {
    const count = server.mails.length;
    server.refuse(1, '451 later');
    await board.database.transaction((db) => insertJob(db, 'mail', mail, board.now()));
    const worker = new Worker(board.running.environment, mailer);
    expect(await worker.drain()).toBe(1);
    expect(server.mails).toHaveLength(count);
    board.tick(20);
    expect(await worker.drain()).toBe(1);
    expect(server.mails).toHaveLength(count + 1);
    await mailer.send(mail, 'twice');
    await mailer.send(mail, 'twice');
    const ids = server.mails.slice(-2).map(({ data }) => /^Message-ID: (.*)$/m.exec(data)?.[1]);
    expect(ids[0]).toBe(ids[1]);
  });

  test.each([
    ['no such mailbox', '550 5.1.1 nobody here', 'RCPT', { waiting: 0, dead: 1 }],
    ['a text that is refused', '554 5.7.1 spam', undefined, { waiting: 0, dead: 1 }],
    ['a full mailbox', '452 4.2.2 full', 'RCPT', { waiting: 1, dead: 0 }],
    [
      'a sender that the server does not know',
      '553 5.7.1 who are you',
      'MAIL',
      { waiting: 1, dead: 0 },
    ],
  ] as const)('is given up at once only for good: %s', async (_, answer, verb, jobs) => {
    server.refuse(1, answer, verb);
    await board.database.transaction((db) => insertJob(db, 'mail', mail, board.now()));
    await new Worker(board.running.environment, mailer).drain();
    expect(await countJobs(board.database.reader())).toEqual(jobs);
  });

  test('to what is no address is given up at once', async () => {
    const wrong = { ...mail, to: 'alice' };
    await board.database.transaction((db) => insertJob(db, 'mail', wrong, board.now()));
    await new Worker(board.running.environment, mailer).drain();
    expect(await countJobs(board.database.reader())).toEqual({ waiting: 0, dead: 1 });
  });

  test('waits while no server answers', async () => {
    const closed = createMailer(readConfig({ MAIL_URL: 'smtp://127.0.0.1:1' }), log);
    await board.database.transaction((db) => insertJob(db, 'mail', mail, board.now()));
    await new Worker(board.running.environment, closed).drain();
    expect(await countJobs(board.database.reader())).toEqual({ waiting: 1, dead: 0 });
    closed.close();
  });

  test.each([
    ['a subject with lines', { ...mail, subject: 'Hi\r\nBcc: eve@example.org\n\nBody' }],
    ['a subject with other breaks', { ...mail, subject: 'Hi\u2028Bcc: eve@example.org\u0085x' }],
    ['a text that looks like headers', { ...mail, text: '\r\nBcc: eve@example.org' }],
  ])('has no more headers than ours for %s', async (_, hostile) => {
    await mailer.send(hostile, 'hostile');
    const received = server.mails.at(-1);
    expect(received?.to).toEqual(['alice@example.org']);
    const [headers = ''] = received?.data.split('\r\n\r\n') ?? [];
    expect(headers).not.toMatch(/^Bcc:/im);
    expect(headers.split('\r\n').filter((line) => /^\S/.test(line))).toHaveLength(9);
  });

  test.each([
    'alice@example.org\r\nBcc: eve@example.org',
    'alice@example.org, eve@example.org',
    '<alice@example.org> <eve@example.org>',
    'alice',
    '',
  ])('is not sent to %j', async (to) => {
    await expect(mailer.send({ ...mail, to }, 'x')).rejects.toThrow(/address/);
  });

  test('is written to a folder while there is no server', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'signpost-mail-'));
    const files = createMailer(readConfig({ MAIL_FOLDER: join(folder, 'mail') }), log);
    await files.send(mail, '7-1700000000');
    await files.send(mail, '7-1700000000');
    expect(await readdir(join(folder, 'mail'))).toEqual(['7-1700000000.eml']);
    const text = await readFile(join(folder, 'mail', '7-1700000000.eml'), 'utf8');
    expect(text).toMatch(/^To: alice@example.org$/m);
    await rm(folder, { recursive: true });
  });
});

test.each(['Board <x>', 'a@b', 'A\r\nB <a@example.org>', 'a@example.org, b@example.org'])(
  'MAIL_FROM is not %j',
  (from) => {
    expect(() => readConfig({ MAIL_FROM: from })).toThrow(ConfigError);
  },
);
