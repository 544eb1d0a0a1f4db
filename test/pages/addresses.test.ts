import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { exampleUrl } from '../../src/reference/example.ts';
import { exampleSecrets } from '../../src/sandbox/credentials.ts';
import { storeExamples } from '../../src/sandbox/examples.ts';
import { manifest } from '../../src/call/manifest.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { RawApp, send } from '../support/raw.ts';
import { reference } from '../support/reference.ts';

jest.setTimeout(120_000);

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard({ BASE_PATH: '/forum' }, undefined, 'examples');
  await storeExamples(board.running.environment.files.storage);
});
afterAll(async () => {
  await board.stop();
});

/** Every address of this board in a text, as JSON or HTML writes it. */
function addressesIn(text: string): string[] {
  const plain = text.replaceAll('\\/', '/');
  const found = plain.matchAll(/http:\/\/127\.0\.0\.1:\d+[^\s"'<>\\]*/g);
  return [...found]
    .map(([address]) => address.replaceAll('&amp;', '&'))
    .filter((address) => address.startsWith(new URL(board.url).origin));
}

/** An address without what differs between two of the same kind and thing. */
function withoutTicket(address: string): string {
  return address.replace(/#.*$/, '').replace(/&(?:expires|sig)=\w+/g, '');
}

/** What the addresses answer that somebody is sent to by these texts; files are fetched once for each kind. */
async function broken(answers: readonly string[]): Promise<string[]> {
  const all = new Map(
    answers.flatMap(addressesIn).map((address) => [withoutTicket(address), address]),
  );
  const refused: string[] = [];
  for (const address of all.values()) {
    const { status } = await send(address.replace(/#.*$/, ''), {
      headers: { Accept: 'text/html' },
    });
    if (status >= 400) refused.push(`${status} ${address}`);
  }
  return refused;
}

function isReading(curl: string): boolean {
  const name = /[?&]api_m=([\w.]+)/.exec(curl)?.[1];
  return manifest.some(
    (spec) => `${spec.class}.${spec.method}` === name && spec.mode === 'readonly',
  );
}

test('every address in an answer leads somewhere', async () => {
  const examples = reference.matchAll(/^curl '([^']+)'/gm);
  const urls = [...examples].map(([, url = '']) => url).filter(isReading);
  const answers: string[] = [];
  for (const url of urls)
    answers.push((await send(url.replace(exampleUrl, `${board.url}/api.php`))).body.toString());
  const found = answers.flatMap(addressesIn);
  for (const part of ['/topic/', '/channel/', '/member/', '/filedata/fetch', '/images/default/'])
    expect(found.some((address) => address.startsWith(`${board.url}${part}`))).toBe(true);
  expect(await broken(answers)).toEqual([]);
});

test('every address in an answer of the legacy names leads somewhere', async () => {
  const app = new RawApp(board.url, exampleSecrets);
  const answers: string[] = [];
  for (const query of legacy) answers.push((await app.get(query)).body.toString());
  expect(answers.flatMap(addressesIn).length).toBeGreaterThan(5);
  expect(await broken(answers)).toEqual([]);
});

const legacy = [
  'api_m=forum',
  'api_m=forumdisplay&forumid=14',
  'api_m=showthread&threadid=27',
  'api_m=member&userid=3',
  'api_m=album&userid=3',
  'api_m=search_getnew',
  'api_m=profile_editprofile',
];
