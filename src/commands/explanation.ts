import { readFileSync } from 'node:fs';

/** What a command explains, a line for each name and value. */
export function explanation(rows: readonly (readonly [name: string, value: string])[]): string {
  return rows.map(([name, value]) => `${name.padEnd(18)}${value}\n`).join('');
}

/** Enough of a secret to tell two apart. */
export function masked(secret: string): string {
  return secret.length < 8
    ? '***'
    : `${secret.slice(0, 2)}***${secret.slice(-2)} (${secret.length} characters)`;
}

/** The bytes of a body. @param file `-` for standard input */
export function readBody(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file).toString('latin1');
  } catch (error) {
    throw new Error(`The body cannot be read: ${(error as Error).message}`, { cause: error });
  }
}
