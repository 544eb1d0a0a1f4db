import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Signpost } from '../../src/client/index.ts';
import { postHook } from '../../src/storage/post-hook.ts';
import { Worker } from '../../src/outbox/worker.ts';
import { asker } from '../dialects/invision/ask.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { OtherSite } from '../support/files.ts';
import { workOff } from '../support/outbox.ts';

interface Got {
  readonly path: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

const forum = 14;
const events = ['member_create', 'forumsTopic_create', 'forumsTopicPost_create'];
let board: TestBoard;
let site: OtherSite;
let admin: Signpost;
let alice: Signpost;
let status: (path: string, body: string) => number;
let got: Got[];
const ask = asker(() => board);

beforeAll(async () => {
  site = await OtherSite.start((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { url: path = '', headers } = request;
      if (path === '/never') return;
      const body = Buffer.concat(chunks).toString();
      got.push({ path, headers, body });
      const code = status(path, body);
      response.writeHead(code, code === 302 ? { Location: '/other' } : {}).end('taken');
    });
  });
  board = await startBoard({ WEBHOOK_PRIVATE: 'on' });
  admin = await board.login('admin');
  alice = await board.login('alice');
});
afterAll(async () => {
  await board.stop();
  await site.stop();
});
beforeEach(async () => {
  status = () => 200;
  for (const { webhookid } of await admin.webhook.fetchAll())
    await admin.webhook.remove({ webhookid });
  await workOff(board);
  got = [];
});

const here = (path: string): string => site.url(path).replace('site.example', '127.0.0.1');
const hook = (path = '/hook', more: object = {}) =>
  admin.webhook.add({ data: { url: here(path), events, ...more } });
const write = (parentid: number, title = 'A topic') =>
  alice.content_text.add({
    data: {
      parentid,
      title: parentid === forum ? title : '',
      rawtext: `${title} of ${Math.random()}`,
    },
  });
const idOf = ({ body }: Got): number => (JSON.parse(body) as { id: number }).id;
const eventOf = ({ headers }: Got): unknown => headers['x-webhook-event'];

describe('what is sent', () => {
  test('is the bare object of the API, signed, once it is committed', async () => {
    const { webhookid, secret } = await hook();
    const topic = await write(forum);
    expect(got).toEqual([]);
    await workOff(board);
    expect(got).toHaveLength(1);
    const [{ body, headers }] = got as [Got];
    const { body: shown } = await ask('GET', `/api/forums/topics/${topic}`);
    expect(JSON.parse(body)).toMatchObject({
      id: topic,
      title: shown.title,
      url: expect.any(String),
    });
    expect(headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'x-webhook-event': 'forumsTopic_create',
    });
    const [, time, sum] = /^t=(\d+),sha256=([0-9a-f]{64})$/.exec(
      String(headers['x-webhook-signature']),
    ) as unknown as [string, string, string];
    expect(sum).toBe(createHmac('sha256', secret).update(`${time}.${body}`).digest('hex'));
    expect(await admin.webhook.fetchDeliveries({ webhookid })).toMatchObject([
      { state: 1, status: 200, tries: 1, error: '', answer: 'taken', itemid: topic },
    ]);
  });

  test('are members, topics and posts to who wants them, as forms too', async () => {
    await hook('/posts', { events: ['FORUMSTOPICPOST_CREATE'] });
    await hook('/members', {
      events: ['member_create'],
      contenttype: 'application/x-www-form-urlencoded',
    });
    const topic = await write(forum);
    const post = await write(topic);
    const { status: made, body: member } = await ask('POST', '/api/core/members', {
      form: [
        ['name', 'Told Of'],
        ['email', 'told@example.org'],
      ],
    });
    expect(made).toBe(200);
    await workOff(board);
    expect(got.map(({ path }) => path).sort()).toEqual(['/members', '/posts']);
    const posts = got.find(({ path }) => path === '/posts');
    expect(JSON.parse(posts?.body ?? '')).toMatchObject({ id: post, item_id: topic });
    const form = new URLSearchParams(got.find(({ path }) => path === '/members')?.body);
    expect([form.get('id'), form.get('name'), form.get('primaryGroup[id]')]).toEqual([
      ...[String(member.id), 'Told Of', expect.any(String)],
    ]);
  });

  test('is told once, and never what is no content of a forum', async () => {
    await hook();
    await alice.content_privatemessage.add({
      data: { msgRecipients: ['bob'], title: 'Secret', rawtext: 'Nobody else reads it' },
    });
    await workOff(board);
    expect(got).toEqual([]);
    const topic = await write(forum);
    await workOff(board);
    await admin.node.setApproved({ nodeids: [topic], approved: false });
    await admin.node.setApproved({ nodeids: [topic], approved: true });
    await workOff(board);
    expect(got.map(idOf)).toEqual([topic]);
  });

  test('is what the owner may ask for: a key that has been revoked ends its webhooks', async () => {
    const { apikeyid } = await admin.apikey.add({ data: { name: 'Hooked' } });
    await hook('/key', { apikeyid });
    await write(forum);
    await workOff(board);
    expect(got).toHaveLength(1);
    await admin.apikey.revoke({ apikeyid });
    await write(forum);
    await workOff(board);
    expect(got).toHaveLength(1);
    const [one] = await admin.webhook.fetchAll();
    expect(one?.disabled).toBeGreaterThan(0);
  });
});

describe('what does not arrive', () => {
  test('comes later, its topic in order behind it, while other topics go on', async () => {
    await hook();
    const topic = await write(forum, 'First');
    status = (_path, body) => ((JSON.parse(body) as { id: number }).id === topic ? 500 : 200);
    await workOff(board);
    const reply = await write(topic);
    const other = await write(forum, 'Other');
    board.tick(11);
    await workOff(board);
    expect(got.filter((one) => idOf(one) === reply)).toEqual([]);
    board.tick(41);
    await workOff(board);
    board.tick(81);
    await workOff(board);
    expect(got.map(idOf)).toContain(other);
    expect(got.map(idOf)).not.toContain(reply);
    status = () => 200;
    board.tick(4 * 3600);
    await workOff(board);
    expect(got.slice(-2).map(idOf)).toEqual([topic, reply]);
    expect(got.slice(-2).map(eventOf)).toEqual(['forumsTopic_create', 'forumsTopicPost_create']);
    board.tick(4 * 3600);
    expect(await workOff(board)).toBe(0);
  });

  test('for days switches the webhook off and tells its owner; sending again switches it on', async () => {
    const { webhookid } = await hook('/302');
    status = (path) => (path === '/302' ? 302 : 200);
    const topic = await write(forum);
    const mails: string[] = [];
    const mailer = {
      send: async ({ text }: { text: string }) => void mails.push(text),
      close: () => undefined,
    };
    const off = async () => (await admin.webhook.fetchAll())[0]?.disabled ?? 0;
    for (let hours = 0; hours < 90 && (await off()) === 0; hours += 2) {
      await new Worker(board.running.environment, mailer).drain();
      board.tick(2 * 3600);
    }
    expect(await off()).toBeGreaterThan(0);
    expect(got.map(({ path }) => path)).not.toContain('/other');
    expect(got.length).toBeGreaterThan(10);
    expect(got.length).toBeLessThan(60);
    expect(mails).toEqual([expect.stringContaining('it answered 302')]);
    const tries = got.length;
    await write(forum);
    await workOff(board);
    expect(got).toHaveLength(tries);
    const [delivery] = await admin.webhook.fetchDeliveries({ webhookid });
    expect(delivery).toMatchObject({ error: 'it answered 302', status: 302, itemid: topic });
    status = () => 200;
    await admin.webhook.redeliver({ webhookdeliveryid: delivery?.webhookdeliveryid ?? 0 });
    await workOff(board);
    expect(got.slice(tries).map(idOf)).toEqual([topic]);
    expect(await off()).toBe(0);
  }, 60_000);

  test('in time is a failure', async () => {
    const rules = { resolve: async () => [], allows: () => true };
    const request = { url: here('/never'), headers: {}, body: '{}' };
    await expect(postHook(request, rules, 100)).rejects.toThrow('no answer in time');
  });
});

describe('a webhook', () => {
  test('is made, listed and removed with a key; other keys do not see it', async () => {
    const made = await ask(
      'POST',
      `/api/core/webhooks?url=${encodeURIComponent(here('/q'))}&events[]=forumstopic_create&content_header=application/json`,
    );
    expect(made.status).toBe(200);
    expect(made.body).toMatchObject({
      ...{ id: expect.any(Number), url: here('/q'), events: ['forumsTopic_create'] },
      secret: expect.stringMatching(/^whsec_/),
    });
    const list = async (key: string) => (await ask('GET', '/api/core/webhooks', { key })).body;
    expect(await list('sandbox-invision-key')).toMatchObject([{ id: made.body.id, enabled: true }]);
    expect(JSON.stringify(await list('sandbox-invision-key'))).not.toContain('whsec_');
    const other = 'sandbox-invision-key-header';
    expect(await list(other)).toEqual([]);
    const remove = async (key: string) =>
      (await ask('DELETE', `/api/core/webhooks/${made.body.id}`, { key })).status;
    expect(await remove(other)).toBe(404);
    expect(await remove('sandbox-invision-key')).toBe(200);
    expect(await remove('sandbox-invision-key')).toBe(404);
  });

  test('needs an address and events', async () => {
    const code = async (form: [string, string][]) =>
      (await ask('POST', '/api/core/webhooks', { form })).body.errorMessage;
    expect(await code([['events[]', 'member_create']])).toBe('NO_URL');
    expect(await code([['url', here('/')]])).toBe('NO_EVENTS');
    await expect(hook('/', { events: ['x'] })).rejects.toThrow('invalid_data events');
    await expect(hook('/', { apikeyid: 999 })).rejects.toThrow('invalid_data apikeyid');
  });

  test.each(['alice', 'mod'])('is none of the business of %s', async (name) => {
    const member = await board.login(name);
    const no = 'no_permission';
    await expect(member.webhook.fetchAll()).rejects.toThrow(no);
    await expect(member.webhook.add({ data: { url: here('/'), events } })).rejects.toThrow(no);
    await expect(member.webhook.remove({ webhookid: 1 })).rejects.toThrow(no);
    await expect(member.webhook.fetchDeliveries({ webhookid: 1 })).rejects.toThrow(no);
    await expect(member.webhook.redeliver({ webhookdeliveryid: 1 })).rejects.toThrow(no);
  });
});

describe('the own network', () => {
  test('is reached neither when a webhook is made nor when its name leads there later', async () => {
    let address = '93.184.216.34';
    const rules = {
      resolve: async () => [address],
      allows: (found: string) => found === '93.184.216.34',
    };
    const guarded = await startBoard({}, rules);
    try {
      const one = await guarded.login('admin');
      const add = (url: string) =>
        one.webhook.add({ data: { url, events: ['forumsTopic_create'] } });
      for (const url of [
        'http://127.0.0.1/',
        'http://[::1]/',
        'http://169.254.169.254/',
        'ftp://a/',
        'x',
      ])
        await expect(add(url)).rejects.toThrow('invalid_data url');
      const { webhookid } = await add(`http://hook.example:${site.port}/`);
      address = '127.0.0.1';
      await one.content_text.add({ data: { parentid: forum, title: 'A', rawtext: 'Some text' } });
      await workOff(guarded);
      expect(got).toEqual([]);
      expect(await one.webhook.fetchDeliveries({ webhookid })).toMatchObject([
        { state: 0, status: 0, tries: 1, error: expect.stringContaining('nothing may be sent') },
      ]);
    } finally {
      await guarded.stop();
    }
  });
});
