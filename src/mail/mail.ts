import { createHash } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { isEmail } from '../library/email.ts';

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
      await transport.sendMail(message(mail, MAIL_FROM, key));
    },
    close() {
      transport.close();
    },
  };
}

function fileMailer({ MAIL_FROM, MAIL_FOLDER }: MailSettings, log: Logger): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true, ...strict });
  return {
    async send(mail, key) {
      const { message: bytes } = await transport.sendMail(message(mail, MAIL_FROM, key));
      const file = join(MAIL_FOLDER, `${key}.eml`);
      await mkdir(MAIL_FOLDER, { recursive: true });
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

/** @throws Error when the address cannot be used */
function message(mail: Mail, from: string, key: string) {
  if (!isEmail(mail.to)) throw new Error('the address of the mail cannot be used');
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
