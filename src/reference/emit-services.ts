import type { ApiClass } from './extract.ts';
import { generated } from './generated.ts';

/** Writes `src/generated/services.ts`: every service class by its API name. */
export function emitServices(classes: readonly ApiClass[]): string {
  const imports = classes.map(({ name, className }) => {
    return `import { ${className} } from '../services/${name}.ts';\n`;
  });
  const entries = classes.map(({ name, className }) => `  ${name}: ${className},\n`);
  const table = entries.length > 0 ? `{\n${entries.join('')}}` : '{}';
  return `${generated}${imports.join('')}
export const services = ${table} as const;
`;
}
