import { describe, expect, test } from '@jest/globals';
import type { MethodSpec } from '../../src/protocol/manifest.ts';
import { extract, manifestOf } from '../../src/reference/extract.ts';
import { loadSources } from '../../src/reference/program.ts';

const sources = loadSources(new URL('fixtures/board', import.meta.url).pathname);
const classes = extract(sources);
const manifest = manifestOf(classes);

function spec(name: string): MethodSpec {
  const found = manifest.find((method) => `${method.class}.${method.method}` === name);
  if (!found) throw new Error(`${name} is not in the manifest`);
  return found;
}

describe('what becomes API', () => {
  test('the fixture breaks no rule', () => {
    expect(() => {
      sources.problems.stopIfAny();
    }).not.toThrow();
  });

  test('files with an exported class are API classes, service.ts and plain modules are not', () => {
    expect(classes.map(({ name, parts, doc }) => [name, parts[0]?.className, doc])).toEqual([
      ['content', 'ContentService', 'Content of any kind.'],
      ['content_text', 'ContentTextService', ''],
      ['node', 'NodeService', 'Nodes.'],
    ]);
  });

  test('public methods are API; static, private, protected, accessors and _names are not', () => {
    expect(manifest.map((method) => `${method.class}.${method.method}`)).toEqual([
      'content.delete',
      'content.describe',
      'content_text.add',
      'content_text.describe',
      'content_text.delete',
      'node.getNode',
      'node.list',
      'node.rows',
    ]);
  });

  test('inherited methods belong to the subclass, and overrides win', () => {
    expect(spec('content_text.delete')).toEqual({
      ...spec('content.delete'),
      class: 'content_text',
    });
    expect(spec('content_text.describe').doc).toBe('Describe the text.');
    expect(spec('content.describe').doc).toBe('Describe the content of any kind.');
  });
});

describe('what is read of a method', () => {
  test('the doc comment', () => {
    expect(spec('content_text.add')).toMatchObject({
      mode: 'transaction',
      doc: 'Post a text.\n\nUnder a channel it is a topic.',
      returns: 'number',
      returnsDoc: 'the new nodeid',
      throws: [
        { id: 'invalid_node_id', when: 'when the parent cannot be seen' },
        { id: 'threadclosed', when: '' },
      ],
      example: 'data[parentid]=3&data[title]=h%C3%A9',
    });
    expect(spec('node.getNode').mode).toBe('readonly');
    expect(spec('node.list').mode).toBe('steps');
  });

  test('types by their written names, defaults as written, reserved words without their underscore', () => {
    expect(spec('node.getNode').parameters).toEqual([
      { name: 'nodeid', type: { kind: 'uint' }, optional: false, doc: 'which' },
      { name: 'withParents', type: { kind: 'boolean' }, optional: true, default: 'false' },
      { name: 'class', type: { kind: 'string' }, optional: true, default: "'plain'" },
    ]);
    expect(spec('node.list').parameters.map(({ type }) => type)).toEqual([
      { kind: 'list', of: { kind: 'uint' } },
      { kind: 'int' },
      { kind: 'orFalse', of: { kind: 'uint' } },
      { kind: 'struct' },
      { kind: 'textOrStruct', names: 'Filters' },
      { kind: 'oneOf', values: ['oldest', 'alphabet', 'newest'] },
    ]);
    expect(spec('node.list').parameters.at(-1)?.default).toBe("'newest'");
    // not in the order in which the compiler has met them
    expect(spec('node.rows').parameters.map(({ type }) => type)).toEqual([
      { kind: 'oneOf', values: ['newest', 'oldest'] },
      { kind: 'textOrStruct' },
    ]);
  });

  test('interfaces with their inherited members, and files', () => {
    expect(spec('content_text.add').parameters).toEqual([
      {
        name: 'data',
        optional: false,
        doc: 'what to post, see `TextData` there',
        type: {
          kind: 'fields',
          name: 'TextData',
          fields: [
            {
              name: 'parentid',
              type: { kind: 'uint' },
              optional: false,
              doc: 'Channel, topic or reply.',
            },
            { name: 'tags', type: { kind: 'list', of: { kind: 'string' } }, optional: true },
            { name: 'title', type: { kind: 'string' }, optional: true },
          ],
        },
      },
      { name: 'photo', type: { kind: 'file' }, optional: true },
      {
        name: 'files',
        type: { kind: 'list', of: { kind: 'file' } },
        optional: true,
        default: '[]',
      },
    ]);
  });

  test('required is what fn.length will be: `?` counts, a default does not', () => {
    const counts = manifest.map(({ method, required }) => [method, required]);
    expect(Object.fromEntries(counts)).toEqual({
      delete: 1,
      describe: 0,
      add: 2,
      getNode: 1,
      list: 1,
      rows: 0,
    });
  });
});

test('a tree without services has an empty manifest', () => {
  const empty = loadSources(new URL('fixtures/none', import.meta.url).pathname);
  expect(extract(empty)).toEqual([]);
});
