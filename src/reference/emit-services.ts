import type { ApiClass } from './extract.ts';
import { generated } from './generated.ts';

/** Writes `src/generated/services.ts`: the service classes of each API name. */
export function emitServices(classes: readonly ApiClass[]): string {
  const imports = classes
    .flatMap(({ parts }) => parts)
    .map(({ className, path }) => `import { ${className} } from '../services/${path}';\n`);
  const entries = classes.map(
    ({ name, parts }) => `  ${name}: [${parts.map(({ className }) => className).join(', ')}],\n`,
  );
  const table = entries.length > 0 ? `{\n${entries.join('')}}` : '{}';
  return `${generated}${imports.join('')}
export const services = ${table} as const;
`;
}
