import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { phrases } from '../../src/errors.ts';
import { exampleSecrets } from '../../src/reference/example.ts';
import { extract, manifestOf } from '../../src/reference/extract.ts';
import { outputsOf } from '../../src/reference/outputs.ts';
import { loadSources } from '../../src/reference/program.ts';

const board = new URL('fixtures/board', import.meta.url).pathname;
const outputs = outputsOf(board);

function output(path: string): string {
  return outputs.get(path) ?? '';
}

describe('generated files', () => {
  test('are the same when made again', () => {
    expect(outputsOf(board)).toEqual(outputs);
  });

  test.each(['src/generated/services.ts', 'src/generated/api.ts'])('%s is TypeScript', (path) => {
    const { diagnostics } = ts.transpileModule(output(path), { reportDiagnostics: true });
    expect(diagnostics).toEqual([]);
  });

  test('the manifest has a line for each method', () => {
    const lines = output('src/generated/manifest.json').trimEnd().split('\n');
    expect(lines.slice(1, -1).map((line) => JSON.parse(line.replace(/,$/, '')) as unknown)).toEqual(
      manifestOf(extract(loadSources(board))),
    );
  });

  test('are whole without any services, too', () => {
    const empty = outputsOf(join(board, 'none'));
    expect(empty.get('src/generated/services.ts')).toContain(
      'export const services = {} as const;',
    );
    expect(JSON.parse(empty.get('src/generated/manifest.json') ?? '')).toEqual([]);
  });

  test('services.ts names every class', () => {
    expect(output('src/generated/services.ts')).toMatchSnapshot();
  });

  test('api.ts declares the methods and what they need, and imports nothing', () => {
    expect(output('src/generated/api.ts')).toMatchSnapshot();
    expect(output('src/generated/api.ts')).not.toContain('import');
  });
});

describe('the pages', () => {
  const page = output('api.php.md');

  test('are one for people, one for each class, and one for types', () => {
    const paths = [...outputs.keys()].filter((path) => path.endsWith('.md'));
    const names = ['content', 'content_text', 'node', 'types'];
    expect(paths).toEqual(['api.php.md', ...names.map((name) => `docs/reference/${name}.md`)]);
    for (const path of paths) expect(output(path)).not.toMatch(/\{\{|\}\}|undefined/);
  });

  test('list every error, and a line for every method', () => {
    for (const id of Object.keys(phrases)) expect(page).toContain(`| \`${id}\` |`);
    expect(page).toContain('\n### content_text\n');
    expect(page).toContain(
      '| [add](docs/reference/content_text.md#content_textadd) | Post a text. |',
    );
  });

  test('describe a method', () => {
    const own = output('docs/reference/content_text.md');
    const from = own.indexOf('## content_text.add');
    expect(own.slice(from, own.indexOf('\n## ', from))).toMatchSnapshot();
  });

  test('describe the types of one class on its page, field by field', () => {
    const own = output('docs/reference/node.md');
    expect(own.slice(own.indexOf('## Type '))).toMatchSnapshot();
  });

  test('has true signatures in every example', () => {
    const { clientid, secret, apikey } = exampleSecrets;
    const all = [...outputs.values()].join('\n');
    const calls = [...all.matchAll(/\?(\S*)&api_c=7&api_s=(\w+)&api_sig=(\w{32})&api_v=100'/g)];
    expect(calls).toHaveLength(8);
    for (const [, query = '', token = '', signature] of calls) {
      expect(signature).toBe(md5(query + token + clientid + secret + apikey));
    }
  });

  function md5(text: string): string {
    return createHash('md5').update(text).digest('hex');
  }
});

describe('the command', () => {
  const main = new URL('../../src/reference/main.ts', import.meta.url).pathname;
  const tsx = new URL('../../node_modules/tsx/dist/cli.mjs', import.meta.url).pathname;
  let root: string;

  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'reference-'));
    cpSync(board, root, { recursive: true });
  });

  afterAll(() => {
    rmSync(root, { recursive: true });
  });

  test('writes what --check then finds in order, and --check names what is stale', () => {
    expect(check().status).toBe(1);
    execFileSync(process.execPath, [tsx, main, root]);
    expect(check()).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(join(root, 'api.php.md'), 'utf8')).toBe(output('api.php.md'));

    expect(errorsIn(join(root, 'src/generated/api.ts'))).toEqual([]);

    appendFileSync(join(root, 'api.php.md'), 'by hand\n');
    expect(check()).toMatchObject({
      status: 1,
      stderr: 'api.php.md is stale: run `npm run reference`\n',
    });
  }, 60_000);

  test('removes pages of what is no more, and --check names them', () => {
    const path = 'docs/reference/legacy/gone.md';
    mkdirSync(join(root, 'docs/reference/legacy'), { recursive: true });
    appendFileSync(join(root, path), 'gone\n');
    expect(check().stderr).toContain(`${path} is generated no more: run \`npm run reference\`\n`);
    execFileSync(process.execPath, [tsx, main, root]);
    expect(existsSync(join(root, path))).toBe(false);
    expect(check()).toMatchObject({ status: 0, stderr: '' });
  }, 60_000);

  function errorsIn(path: string): readonly ts.Diagnostic[] {
    const program = ts.createProgram([path], { strict: true, noEmit: true, types: [] });
    return ts.getPreEmitDiagnostics(program);
  }

  function check(): { status: number | null; stderr: string } {
    return spawnSync(process.execPath, [tsx, main, '--check', root], { encoding: 'utf8' });
  }
});
