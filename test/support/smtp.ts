import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  /** Headers and body as they came. */
  readonly data: string;
}

/** A mail server that keeps what it gets. */
export interface SmtpServer {
  readonly url: string;
  readonly mails: readonly ReceivedMail[];
  /** Answers the next mails with this line instead of taking them: their text, or the command of this verb. */
  refuse(count: number, answer: string, verb?: 'MAIL' | 'RCPT'): void;
  stop(): Promise<void>;
}

/** Speaks as much SMTP (RFC 5321) as a client needs to hand a mail over. */
export async function startSmtpServer(): Promise<SmtpServer> {
  const mails: ReceivedMail[] = [];
  const refusals: Refusal[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    converse(socket, mails, refusals);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    refuse(count, answer, verb) {
      refusals.push(...Array.from({ length: count }, () => ({ verb, answer })));
    },
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Refusal {
  readonly verb: string | undefined;
  readonly answer: string;
}

function converse(socket: Socket, mails: ReceivedMail[], refusals: Refusal[]): void {
  let buffer = '';
  let from = '';
  let to: string[] = [];
  let reading = false;
  const say = (line: string): void => void socket.write(`${line}\r\n`);
  const answer = (line: string): void => {
    const verb = line.slice(0, 4).toUpperCase();
    if (refusals[0]?.verb === verb) {
      say(refusals.shift()?.answer ?? '');
      return;
    }
    if (verb === 'MAIL') [from, to] = [addressIn(line), []];
    if (verb === 'RCPT') to.push(addressIn(line));
    if (verb === 'DATA') {
      reading = true;
      say('354 go on');
    } else if (verb === 'QUIT') socket.end('221 bye\r\n');
    else say('250 ok');
  };
  const takeMail = (): boolean => {
    const end = buffer.indexOf('\r\n.\r\n');
    if (end < 0) return false;
    const data = buffer.slice(0, end);
    buffer = buffer.slice(end + 5);
    reading = false;
    const refusal = refusals.shift();
    if (refusal === undefined) mails.push({ from, to, data });
    say(refusal?.answer ?? '250 taken');
    return true;
  };
  const takeLine = (): boolean => {
    const end = buffer.indexOf('\r\n');
    if (end < 0) return false;
    const line = buffer.slice(0, end);
    buffer = buffer.slice(end + 2);
    answer(line);
    return true;
  };
  socket.setEncoding('utf8');
  socket.on('data', (chunk: string) => {
    buffer += chunk;
    while (reading ? takeMail() : takeLine());
  });
  say('220 test');
}

function addressIn(line: string): string {
  return /<([^>]*)>/.exec(line)?.[1] ?? '';
}
