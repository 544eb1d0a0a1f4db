import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { manifest } from '../../src/generated/manifest.ts';
import type { MethodSpec } from '../../src/protocol/manifest.ts';
import { exampleOf, exampleUrl } from '../../src/reference/example.ts';
import { exampleSecrets } from '../../src/sandbox/credentials.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { type Answer, md5, post, send } from '../support/raw.ts';

jest.setTimeout(60_000);

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard();
});
afterAll(async () => {
  await board.stop();
});

/** The command line as printed, but for the host and port. */
async function play(curl: string): Promise<Answer> {
  const [, url = '', file] = /^curl '([^']+)'(?: -F '(\w+)=@example\.png')?$/.exec(curl) ?? [];
  expect(url.startsWith(`${exampleUrl}?`)).toBe(true);
  const target = url.replace(exampleUrl, `${board.url}/api.php`);
  if (file === undefined) return send(target);
  const disposition = `Content-Disposition: form-data; name="${file}"; filename="example.png"`;
  const body = `--b\r\n${disposition}\r\n\r\npicture\r\n--b--\r\n`;
  return post(target, body, 'multipart/form-data; boundary=b');
}

const handedOut = ['invalid_search_resultid', 'invalid_attachment_id', 'invalid_filedata_id'];
const logins = ['not_logged_no_permission', 'no_permission'];

/** What the example of a method may be refused with: only what its page says of guests. */
function refusalsOf(spec: MethodSpec | undefined): string[] {
  const documented = spec?.throws.map(({ id }) => id) ?? [];
  // Such ids are handed out by another call, and nobody can print them beforehand.
  const foreign = documented.filter((id) => handedOut.includes(id));
  return documented.some((id) => logins.includes(id)) ? [...logins, ...foreign] : foreign;
}

function specOf(curl: string): MethodSpec | undefined {
  const name = /[?&]api_m=([\w.]+)/.exec(curl)?.[1];
  return manifest.find((spec) => `${spec.class}.${spec.method}` === name);
}

async function expectPlayed(curl: string): Promise<void> {
  const { error, body, headers } = await play(curl);
  const refused = error === undefined || refusalsOf(specOf(curl)).includes(String(error[0]));
  expect([refused, error]).toEqual([true, error]);
  if (!curl.includes('api_c=')) return;
  const { token, clientid, secret } = exampleSecrets;
  if (!curl.includes('api_m=api.init'))
    expect(headers.authorization).toBe(md5(body.toString('latin1') + token + clientid + secret));
}

// What changes the session of all the examples comes last.
const ending = /user\.(login|logout|save)|api\.init/;
const byEffect = (a: string, b: string): number => Number(ending.test(a)) - Number(ending.test(b));

const examples = manifest.flatMap((spec) => exampleOf(spec)?.curl ?? []).sort(byEffect);
const page = readFileSync('api.php.md', 'utf8');
const printed = [...page.matchAll(/^curl '.*$/gm)].map(([line]) => line).sort(byEffect);

test.each(printed)('%s', expectPlayed);

test('the page prints every example of the manifest', () => {
  expect(examples.filter((curl) => !printed.includes(curl))).toEqual([]);
});

test('every method has an example, or needs no parameter', () => {
  const isUpload = ({ parameters }: MethodSpec): boolean =>
    parameters.some(({ type }) => type.kind === 'file');
  const without = manifest.filter((spec) => exampleOf(spec) === undefined && !isUpload(spec));
  expect(without.map((spec) => `${spec.class}.${spec.method}`)).toEqual([]);
});
