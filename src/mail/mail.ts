import { createHash } from 'node:crypto';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { isEmail } from '../email.ts';
import { makeFolder } from '../folder.ts';

/** A mail to one address, in plain text. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface Mailer {
  /**
   * Hands a mail over: it has been accepted once this resolves.
   * @param key the same for the same mail: a server that gets it twice can tell by its Message-ID
   */
  send(mail: Mail, key: string): Promise<void>;
  close(): void;
}

/** What nodemailer says about the server's answer. */
interface SmtpFailure {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
}

/** The mail server will never take this mail: there is no such mailbox, or it refuses the text. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused';
}

type MailSettings = Pick<Config, 'MAIL_URL' | 'MAIL_FROM' | 'MAIL_FOLDER'>;

const CONNECT_MS = 10_000;
const ANSWER_MS = 30_000;

/** Sends through the server of MAIL_URL; without one, mails become files in MAIL_FOLDER. */
export function createMailer(settings: MailSettings, log: Logger): Mailer {
  return settings.MAIL_URL === '' ? fileMailer(settings, log) : smtpMailer(settings);
}

function smtpMailer({ MAIL_URL, MAIL_FROM }: MailSettings): Mailer {
  const transport = createTransport({
    url: MAIL_URL,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: ANSWER_MS,
    ...strict,
  });
  return {
    async send(mail, key) {
      try {
        await transport.sendMail(message(mail, MAIL_FROM, key));
      } catch (error) {
        throw isForGood(error) ? new MailRefused(error.message, { cause: error }) : error;
      }
    },
    close() {
      transport.close();
    },
  };
}

/**
 * Whether the answer to the recipient or to the text is one of 5xx (RFC 5321 4.2.1). The server's answer to our login or
 * sender is no answer to the mail: the operator mends that.
 */
function isForGood(error: unknown): error is Error {
  const { code, command = '', responseCode = 0 } = error as SmtpFailure;
  const isOfMail = code === 'EMESSAGE' || (code === 'EENVELOPE' && command.startsWith('RCPT'));
  return isOfMail && responseCode >= 500;
}

function fileMailer({ MAIL_FROM, MAIL_FOLDER }: MailSettings, log: Logger): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true, ...strict });
  return {
    async send(mail, key) {
      const { message: bytes } = await transport.sendMail(message(mail, MAIL_FROM, key));
      const file = join(MAIL_FOLDER, `${key}.eml`);
      await makeFolder(MAIL_FOLDER);
      await writeFile(`${file}.part`, bytes as Buffer);
      await rename(`${file}.part`, file);
      log.info({ file }, 'a mail was written, since MAIL_URL is empty');
    },
    close() {
      transport.close();
    },
  };
}

/** Nothing in a mail names a file or an address to fetch. */
const strict = { disableFileAccess: true, disableUrlAccess: true } as const;

/** @throws MailRefused when the address cannot be used */
function message(mail: Mail, from: string, key: string) {
  if (!isEmail(mail.to)) throw new MailRefused('the address of the mail cannot be used');
  const host = from.slice(from.lastIndexOf('@') + 1).replace(/[^\w.-]/g, '');
  const digest = createHash('sha256')
    .update(`${key} ${JSON.stringify(mail)}`)
    .digest('hex');
  return {
    from,
    to: { name: '', address: mail.to },
    subject: oneLine(mail.subject),
    text: mail.text,
    messageId: `<${digest.slice(0, 32)}@${host}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
}

/** A line break in a header would begin another header. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}
