import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { manifest } from '../../src/call/manifest.ts';
import type { MethodSpec } from '../../src/protocol/manifest.ts';
import { exampleOf, exampleUrl } from '../../src/reference/example.ts';
import { exampleSecrets } from '../../src/sandbox/credentials.ts';
import { exampleNodes, storeExamples } from '../../src/sandbox/examples.ts';
import { defaultAvatar } from '../../src/storage/default-avatar.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { unplain } from '../support/plain.ts';
import { type Answer, md5, post, send } from '../support/raw.ts';
import { reference } from '../support/reference.ts';

jest.setTimeout(60_000);

/** What cannot succeed here: the web is out of reach, and nobody can print a code of the moment. */
const refusals: ReadonlyMap<string, string> = new Map([
  ['content_attach.uploadUrl', 'upload_file_failed'],
  ['content_link.parsePage', 'upload_file_failed'],
  ['profile.uploadUrl', 'upload_file_failed'],
  ['user.enableMfa', 'mfa_not_prepared'],
]);

/** The command line as printed, but for the host and port. */
async function play(board: TestBoard, curl: string): Promise<Answer> {
  const [, url = '', file] = /^curl '([^']+)'(?: -F '(\w+)=@example\.png')?$/.exec(curl) ?? [];
  expect(url.startsWith(`${exampleUrl}?`)).toBe(true);
  const target = url.replace(exampleUrl, `${board.url}/api.php`);
  if (file === undefined) return send(target);
  const disposition = `Content-Disposition: form-data; name="${file}"; filename="example.png"`;
  const picture = defaultAvatar(2)?.toString('latin1') ?? '';
  const body = Buffer.from(`--b\r\n${disposition}\r\n\r\n${picture}\r\n--b--\r\n`, 'latin1');
  return post(target, body, 'multipart/form-data; boundary=b');
}

function nameOf(curl: string): string {
  return /[?&]api_m=([\w.]+)/.exec(curl)?.[1] ?? '';
}

/** Looks at what a method gives, before it is printed. */
function watch(board: TestBoard, name: string): { readonly faults: string[]; stop: () => void } {
  const entry = board.running.environment.registry.find(name);
  if (entry === undefined) throw new Error(`there is no ${name}`);
  const { fn } = entry;
  const faults: string[] = [];
  Object.assign(entry, {
    async fn(this: object, ...args: unknown[]) {
      const result = await fn.apply(this, args);
      faults.push(unplain(result));
      return result;
    },
  });
  return { faults, stop: () => Object.assign(entry, { fn }) };
}

async function expectPlayed(board: TestBoard, curl: string): Promise<void> {
  const { faults, stop } = watch(board, nameOf(curl));
  await expectAnswer(board, curl);
  // The second time much of what it gives is kept; what it changes may be done already.
  if (rank(curl) === 0) await play(board, curl);
  stop();
  expect(faults.filter((fault) => fault !== '')).toEqual([]);
}

async function expectAnswer(board: TestBoard, curl: string): Promise<void> {
  const { error, body, headers } = await play(board, curl);
  expect(error?.[0]).toBe(refusals.get(nameOf(curl)));
  const token = /[?&]api_s=(\w+)/.exec(curl)?.[1];
  if (token === undefined || nameOf(curl) === 'api.init') return;
  const { clientid, secret } = exampleSecrets;
  expect(headers.authorization).toBe(md5(body.toString('latin1') + token + clientid + secret));
}

/** What the other examples need is gone after these: each has a board of its own. */
const destructive =
  /\.\w*(delete|remove|merge|move|reset|login|logout|deny|trash|spam|unsubscribe|clear|save|ban)/i;

/** The others share a board; those that change nothing come first. */
function rank(curl: string): number {
  const spec = manifest.find(({ class: owner, method }) => `${owner}.${method}` === nameOf(curl));
  return spec === undefined || spec.mode === 'readonly' ? 0 : 1;
}

async function startExamples(): Promise<TestBoard> {
  const board = await startBoard({ WEBHOOK_PRIVATE: 'on' }, undefined, 'examples');
  await storeExamples(board.running.environment.files.storage);
  return board;
}

const printed = [...reference.matchAll(/^curl '.*$/gm)].map(([line]) => line);
const owners = [...new Set(printed.map((curl) => nameOf(curl).split('.')[0] ?? ''))];

describe.each(owners)('the examples of %s', (owner) => {
  let board: TestBoard;
  beforeAll(async () => {
    board = await startExamples();
  });
  afterAll(async () => {
    await board.stop();
  });

  const own = printed.filter((curl) => nameOf(curl).split('.')[0] === owner);
  test.each(own.sort((a, b) => rank(a) - rank(b)))('%s', async (curl) => {
    if (!destructive.test(nameOf(curl))) {
      await expectPlayed(board, curl);
      return;
    }
    const alone = await startExamples();
    await expectPlayed(alone, curl);
    await alone.stop();
  });
});

test('the reference prints every example of the manifest', () => {
  const examples = manifest.flatMap((spec) => exampleOf(spec)?.curl ?? []);
  expect(examples.filter((curl) => !printed.includes(curl))).toEqual([]);
});

test('every method has an example, or needs no parameter', () => {
  const isUpload = ({ parameters }: MethodSpec): boolean =>
    parameters.some(({ type }) => type.kind === 'file');
  const without = manifest.filter((spec) => exampleOf(spec) === undefined && !isUpload(spec));
  expect(without.map((spec) => `${spec.class}.${spec.method}`)).toEqual([]);
});

test('the nodes that examples name have the same ids on every sandbox', async () => {
  const board = await startExamples();
  const reader = board.database.reader();
  const nodes = await reader.all<{ nodeid: number }>(
    'select nodeid from node where nodeid >= ? and nodeid <= ?',
    [exampleNodes.topic, exampleNodes.report],
  );
  const attachments = await reader.all<{ nodeid: number }>('select nodeid from attach');
  await board.stop();
  const there = [...nodes, ...attachments].map(({ nodeid }) => nodeid).sort((a, b) => a - b);
  expect(there).toEqual(Object.values(exampleNodes));
});
