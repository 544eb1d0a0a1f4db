import { spawn, spawnSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import { parseQuery, printQuery } from '../../src/protocol/query.ts';
import { sortNames } from '../../src/protocol/sort.ts';

const QUERIES = 20_000;

/** Reads queries in base64, a line each; answers with what PHP makes of each, as parsed and sorted. */
const script = `
  error_reporting(0);
  while (($line = fgets(STDIN)) !== false) {
    $parsed = [];
    parse_str(base64_decode($line), $parsed);
    $printed = http_build_query($parsed);
    ksort($parsed);
    echo $printed, ' ', http_build_query($parsed), "\\n";
  }`;

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const php = spawnSync('php', ['-n', '-r', 'echo PHP_VERSION_ID;'], { encoding: 'utf8' });
const order = Number(php.stdout) >= 80_200 ? 'php82' : 'php81';

if (php.status === 0) {
  describe(`PHP ${php.stdout}`, () => {
    test(`makes the same of ${QUERIES} fuzzed queries as we do (SEED=${seed})`, async () => {
      console.info(`differential fuzzing against PHP ${php.stdout}: SEED=${seed}`);
      const random = generator(seed);
      const queries = Array.from({ length: QUERIES }, () => fuzz(random));
      const answers = await askPhp(queries);
      expect(answers).toHaveLength(QUERIES);
      const wrong = queries.flatMap((query, i) =>
        ourAnswer(query) === answers[i] ? [] : [{ query, php: answers[i], we: ourAnswer(query) }],
      );
      expect(wrong).toEqual([]);
    }, 120_000);
  });
} else {
  test('php is not on PATH: differential fuzzing not run', () => {
    console.warn('php is not on PATH: the parser was not compared with PHP itself');
    expect(process.env.CI).toBeUndefined();
  });
}

function ourAnswer(query: string): string {
  const { map } = parseQuery(query);
  const sorted = sortNames([...map.keys()], order).map(
    (name) => [name, map.get(name) ?? ''] as const,
  );
  return `${printQuery(map)} ${printQuery(new Map(sorted))}`;
}

async function askPhp(queries: readonly string[]): Promise<string[]> {
  const process = spawn('php', ['-n', '-r', script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = queries.map((query) => Buffer.from(query, 'latin1').toString('base64'));
  process.stdin.end(lines.join('\n') + '\n');
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdout) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('latin1').split('\n').slice(0, -1);
}

type Random = (below: number) => number;

/** A small seeded generator (mulberry32): a failing run can be repeated. */
function generator(start: number): Random {
  let state = start | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

type Making = (random: Random) => string;

const words = ['a', 'b', 'B', 'ab', 'a_b', 'a.b', 'api_m', 'api_sig', 'x', '_', '-', 'é', 'ÿ'];
const traps =
  '[ ] [] [[ ]] [ [+] [%09] [++] %00 %5B %5D %5b . .. + %20 %2E %zz % %4 = == & && ; # \0 \x80 ~'
    .split(' ')
    .concat(' ', '\t', '__Host-', '..Host-', '_.Secure-', '[Host-', '[__Host-]', '[__Secure-x]');
const numbers = [
  '0 -0 +0 00 1 -1 +1 01 1e0 1e1 10e-1 9 10 9a 2a 1x -5 - + 0x1A 26 1e 1e+ 1e400 -1e400 1E2 100',
  '9223372036854775807 9223372036854775808 -9223372036854775808 -9223372036854775809 09223372036854775807',
  '9007199254740992 9007199254740993 18446744073709551616 18446744073709551617 99999999999999999999e1',
  '1234567890123456789012 1234567890123456789012e3 9223372036854775807e0 %091 1%0A %0B+1 1%0Cx',
  '-9223372036854775808%09 9223372036854775807%09 -9223372036854775809%0D 99999999999999999999e-19 0100',
].flatMap((line) => line.split(' '));

const pick = (random: Random, from: readonly string[]): string => from[random(from.length)] ?? '';
const repeat = (count: number, make: () => string, glue = ''): string =>
  Array.from({ length: count }, make).join(glue);

const byte: Making = (random) => String.fromCharCode(random(256));
const escape: Making = (random) => '%' + random(256).toString(16).padStart(2, '0');
const key: Making = (random) =>
  pick(random, [
    pick(random, words),
    pick(random, numbers),
    pick(random, numbers),
    '',
    '',
    ' ',
    '__Host-',
  ]);
const value: Making = (random) =>
  repeat(random(4), () => pick(random, [pick(random, words), byte(random), escape(random), '+']));
const bracketed: Making = (random) =>
  key(random) + repeat(random(4), () => `[${key(random)}]`) + '=' + value(random);
const numeric: Making = (random) => `${pick(random, numbers)}=${value(random)}`;
const near: Making = (random) => `${random(30)}${pick(random, ['', '', 'e0', 'e1', 'a', '%09'])}=`;
const soup: Making = (random) =>
  repeat(random(12), () =>
    pick(random, [pick(random, traps), pick(random, traps), pick(random, words), byte(random)]),
  );
const deep: Making = (random) => `a${repeat(62 + random(5), () => '[x]')}${pick(random, traps)}=1`;
const segment: Making = (random) => {
  const makers = [bracketed, bracketed, bracketed, numeric, near, soup, soup];
  return random(100) === 0 ? deep(random) : (makers[random(makers.length)] ?? soup)(random);
};

/** Whole queries: mostly short mixed ones, some made to make sorting hard, some past the limit of variables. */
function fuzz(random: Random): string {
  const kind = random(200);
  if (kind === 0) return repeat(990 + random(20), () => segment(random), '&');
  if (kind < 30) return repeat(2 + random(60), () => numeric(random), '&');
  if (kind < 50) return repeat(2 + random(60), () => near(random), '&');
  if (kind < 55) return repeat(2 + random(300), () => near(random) + numeric(random), '&');
  return repeat(random(10), () => segment(random), '&');
}
