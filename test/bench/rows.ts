import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LoadRequest } from 'autocannon';
import { channelTitle, createPostgres, enlargeBoard, makeBoard } from './boards.ts';
import type { Target } from './load.ts';
import type { Processes, ServerProcess } from './processes.ts';
import { logIn, type Member, signedPath } from './session.ts';

/** What the run has to work with. */
export interface Workshop {
  readonly processes: Processes;
  /** A temporary directory. */
  readonly directory: string;
  /** Runs when the run is over. */
  atEnd(work: () => Promise<void>): void;
  say(text: string): void;
}

export const rowNames = {
  a: 'bare node:http, constant body',
  b: 'bare Express, res.json',
  c: 'node.getNode, SQLite',
  d: 'node.getNode, PostgreSQL and Redis',
  e: 'content_text.add, SQLite, synchronous=full',
  f: 'topic list of 20, board of 100,000',
} as const;
export type RowId = keyof typeof rowNames;

const baseline = new URL('baseline.js', import.meta.url).pathname;

/** Makes boards and servers for the rows; what it made once it does not make again. */
export class Rows {
  readonly #shop: Workshop;
  #sandbox: Promise<string> | undefined;
  #gateway: Promise<Target> | undefined;
  #body: Promise<string> | undefined;

  constructor(shop: Workshop) {
    this.#shop = shop;
  }

  /** The server of a row and what it is asked; a sentence when the row cannot run here. */
  async prepare(id: RowId): Promise<Target | string> {
    this.#shop.say(`preparing ${id}: ${rowNames[id]}`);
    switch (id) {
      case 'a':
        return this.#baseline('http');
      case 'b':
        return this.#baseline('express');
      case 'c':
        return this.getNode();
      case 'd':
        return this.#getNodeOnServers();
      case 'e':
        return this.#add();
      case 'f':
        return this.#list();
    }
  }

  /** Row c. */
  getNode(): Promise<Target> {
    this.#gateway ??= this.#copyOfSandbox('read.db').then((file) =>
      this.#reader({ DATABASE_URL: `sqlite:${file}` }),
    );
    return this.#gateway;
  }

  async #getNodeOnServers(): Promise<Target | string> {
    const { TEST_POSTGRES_URL, TEST_REDIS_URL } = process.env;
    if (!TEST_POSTGRES_URL) return 'not run: TEST_POSTGRES_URL is not set';
    if (!TEST_REDIS_URL) return 'not run: TEST_REDIS_URL is not set';
    const { url, drop } = await createPostgres(TEST_POSTGRES_URL);
    this.#shop.atEnd(drop);
    await makeBoard(url);
    return this.#reader({
      DATABASE_URL: url,
      REDIS_URL: TEST_REDIS_URL,
      REDIS_PREFIX: `bench:${process.pid}:`,
    });
  }

  async #reader(env: Readonly<Record<string, string>>): Promise<Target> {
    const { server, member } = await this.#serve(env);
    const topics = await topicsOf(member, await channelOf(member));
    const requests = topics.map((nodeid) => call(member, 'node.getNode', { nodeid }));
    return { server, requests };
  }

  async #add(): Promise<Target> {
    const file = await this.#copyOfSandbox('write.db');
    const { server, member } = await this.#serve({ DATABASE_URL: `sqlite:${file}` });
    const [topic = 0] = await topicsOf(member, await channelOf(member));
    const path = signedPath(member.secrets, 'content_text.add');
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    let count = 0;
    const setupRequest = (request: LoadRequest): LoadRequest => {
      const text = `Post [b]${++count}[/b] from the bench, with a line of text and a smile :-)`;
      const body = `data%5Bparentid%5D=${topic}&data%5Brawtext%5D=${encodeURIComponent(text)}`;
      return { ...request, body };
    };
    return { server, requests: [{ method: 'POST', path, headers, setupRequest }] };
  }

  async #list(): Promise<Target> {
    const file = await this.#copyOfSandbox('large.db');
    await enlargeBoard(file);
    const { server, member } = await this.#serve({ DATABASE_URL: `sqlite:${file}` });
    const page = { parentid: await channelOf(member), page: 1, perpage: 20, depth: 1 };
    return { server, requests: [call(member, 'node.listNodeFullContent', page)] };
  }

  async #baseline(kind: 'http' | 'express'): Promise<Target> {
    this.#body ??= this.#answerOfGetNode();
    const server = await this.#shop.processes.start(baseline, [kind, await this.#body]);
    // As long as a signed one: reading it is part of the price.
    const { requests } = await this.getNode();
    return { server, requests: requests.slice(0, 1) };
  }

  async #answerOfGetNode(): Promise<string> {
    const { server, requests } = await this.getNode();
    const response = await fetch(server.url + (requests[0]?.path ?? ''));
    const file = join(this.#shop.directory, 'body.json');
    await writeFile(file, await response.text());
    return file;
  }

  async #copyOfSandbox(name: string): Promise<string> {
    this.#sandbox ??= this.#makeSandbox();
    const file = join(this.#shop.directory, name);
    await copyFile(await this.#sandbox, file);
    return file;
  }

  async #makeSandbox(): Promise<string> {
    const file = join(this.#shop.directory, 'sandbox.db');
    await makeBoard(`sqlite:${file}`);
    return file;
  }

  async #serve(env: Record<string, string>): Promise<{ server: ServerProcess; member: Member }> {
    const server = await this.#shop.processes.start('dist/src/main.js', ['start'], env);
    return { server, member: await logIn(server.url) };
  }
}

function call(
  { secrets }: Member,
  method: string,
  params: Readonly<Record<string, number>>,
): LoadRequest {
  return { path: signedPath(secrets, method, params) };
}

async function channelOf({ client }: Member): Promise<number> {
  const { channels } = await client.node.fetchChannelNodeTree({});
  const below = Object.values(channels).flatMap((category) => Object.values(category.subchannels));
  const found = below.find((channel) => channel.title === channelTitle);
  if (found === undefined) throw new Error(`the sandbox has no channel ${channelTitle}`);
  return found.nodeid;
}

async function topicsOf({ client }: Member, parentid: number): Promise<number[]> {
  const topics = await client.node.listNodeFullContent({ parentid, depth: 1 });
  return topics.map(({ nodeid }) => nodeid);
}
