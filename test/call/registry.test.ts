import { describe, expect, test } from '@jest/globals';
import { buildRegistry } from '../../src/call/registry.ts';
import type { MethodSpec } from '../../src/protocol/manifest.ts';

class Base {
  readonly context: string;

  constructor(context: string) {
    this.context = context;
  }

  inherited(id: number): string {
    return `${this.context} ${id}`;
  }
}

class NodeService extends Base {
  static open(): void {
    // never API
  }

  getNode(id: number, parents = false): string {
    return `${this.context} ${id} ${parents}`;
  }

  get trap(): never {
    throw new Error('a getter ran');
  }
}

const services = { node: [NodeService], content_text: [Base] } as const;

function spec(name: string, required: number): MethodSpec {
  const [className = '', method = ''] = name.split('.');
  return {
    class: className,
    method,
    file: 'services/node/marks.ts',
    mode: 'readonly',
    doc: 'Do.',
    parameters: [{ name: 'id', type: { kind: 'uint' }, optional: false }],
    required,
    returns: 'string',
    throws: [],
  };
}

const getNode = spec('node.getNode', 1);
const registry = buildRegistry(
  [getNode, spec('node.inherited', 1), spec('content_text.inherited', 1)],
  services,
);

describe('finds', () => {
  test.each(['node.getNode', 'NODE.GETNODE', 'Node.getnode', ' node.getNode ', 'node.getNode\n'])(
    '%j',
    (name) => {
      expect(registry.find(name)?.spec).toBe(getNode);
    },
  );

  test('inherited methods', () => {
    expect(registry.find('Content_Text.inherited')?.ServiceClass).toBe(Base);
    expect(registry.find('node.inherited')?.ServiceClass).toBe(NodeService);
  });

  test('an entry that can be run', () => {
    const entry = registry.find('node.getNode');
    if (!entry) throw new Error('not found');
    const args = entry.bind(new Map([['id', '3']]), new Map());
    expect(entry.fn.apply(new entry.ServiceClass('here'), args)).toBe('here 3 false');
  });
});

describe('finds nothing', () => {
  test.each([
    '',
    ' ',
    'node',
    'node.',
    '.getNode',
    'node..getNode',
    'node.getNode.x',
    'node getNode',
    'node. getNode',
    'node.getNode()',
    'node.get\u004eode\0',
    'node.open',
    'node.trap',
    'node.context',
    'node.constructor',
    'node.__proto__',
    'node.toString',
    'node.hasOwnProperty',
    'node.prototype',
    '__proto__',
    'constructor',
    '__proto__.constructor',
    'content_text.getNode',
    'node_getNode',
    'user.login',
    'node.getnod\u0435',
    'content_te\u02e3t.inherited',
  ])('%j', (name) => {
    expect(registry.find(name)).toBeUndefined();
  });
});

describe('refuses to boot when the manifest is stale', () => {
  test.each([
    ['user.login', 0, 'user.login has no class'],
    ['constructor.call', 0, 'constructor.call has no class'],
    ['node.gone', 0, 'node.gone is no method of its class'],
    ['node.open', 0, 'node.open is no method of its class'],
    ['node.trap', 0, 'node.trap is no method of its class'],
    ['node.context', 0, 'node.context is no method of its class'],
    ['node.constructor', 1, 'node.constructor is no method of its class'],
    ['node.toString', 0, 'node.toString is no method of its class'],
    ['node.__proto__', 0, 'node.__proto__ is no method of its class'],
    ['node.getNode', 2, 'node.getNode takes 1 parameters before the first default, not 2'],
    ['node.getNode', 0, 'node.getNode takes 1 parameters before the first default, not 0'],
  ])('%s with %d required', (name, required, says) => {
    expect(() => buildRegistry([spec(name, required)], services)).toThrow(
      `${says}: the manifest is stale, run \`npm run reference\``,
    );
  });

  test('twins', () => {
    expect(() => buildRegistry([getNode, getNode], services)).toThrow(
      'node.getNode is there twice',
    );
  });
});
