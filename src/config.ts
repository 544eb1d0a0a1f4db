import leven from 'leven';
import type { z } from 'zod';
import { sqliteSource } from './db/url.ts';
import { modeIn, settings } from './settings.ts';

/** What NODE_ENV may be; whatever else it is counts as the first. */
const modes = ['development', 'test', 'production'];

export type SettingName = keyof typeof settings;
export type Config = { readonly [K in SettingName]: z.output<(typeof settings)[K]['read']> };

/** Settings that cannot be used, each named with its fault and an example. */
export class ConfigError extends Error {
  constructor(faults: readonly string[]) {
    super(`These settings cannot be used:\n${faults.map((fault) => `  ${fault}\n`).join('')}`);
    this.name = 'ConfigError';
  }
}

/**
 * Reads the settings from the environment; an empty variable counts as absent.
 * @param defaults what holds instead of the settings' own defaults
 * @throws ConfigError naming every mistake at once
 */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
  defaults: Readonly<Partial<Record<SettingName, string>>> = {},
): Config {
  const faults: string[] = [];
  const fallbacks: Readonly<Record<string, string>> = defaults;
  const entries = Object.entries(settings).map(([name, { read, default: usual, example }]) => {
    const fallback = fallbacks[name] ?? usual;
    const value = env[name] === undefined || env[name] === '' ? fallback : env[name];
    const result = read.safeParse(value);
    if (!result.success) {
      const fault = result.error.issues[0]?.message ?? 'cannot be used';
      faults.push(`${name}=${withoutPassword(value)} ${fault}; for example ${name}=${example}`);
    }
    return [name, result.data] as const;
  });
  if (faults.length > 0) throw new ConfigError(faults);
  return Object.fromEntries(entries) as unknown as Config;
}

const namesInProduction = {
  PUBLIC_URL: 'links in mails and the URLs of files lead to this machine alone',
  MAIL_URL: 'mails are written as files, and nobody gets them',
  TRUST_PROXY: 'behind a proxy all callers count as one; say 0 if there is none',
} as const satisfies Partial<Record<SettingName, string>>;

/** Mistypings differ in so many letters at most. */
const MISTYPED = 2;
const LEAST_LETTERS = 6;

/** What is probably not what the operator meant, a sentence each. */
export function settingWarnings(env: Readonly<Record<string, string | undefined>>): string[] {
  const names = Object.keys(settings);
  const mistyped = Object.keys(env).flatMap((name) => {
    const meant = names.includes(name) ? undefined : names.find((known) => isNear(name, known));
    return meant === undefined || env[meant]
      ? []
      : [`There is no setting ${name}. Did you mean ${meant}?`];
  });
  const { NODE_ENV = '' } = env;
  const mode = modeIn(NODE_ENV);
  if (mode !== '' && !modes.includes(mode)) {
    const warning = `NODE_ENV=${NODE_ENV} is not one of: ${modes.join(', ')}. It counts as ${modes[0]}.`;
    return [warning, ...mistyped];
  }
  if (mode !== 'production') return mistyped;
  const missing = Object.entries(namesInProduction)
    .filter(([name]) => !env[name])
    .map(([name, price]) => `${name} is not set: ${price}.`);
  return [...mistyped, ...missing];
}

function isNear(name: string, known: string): boolean {
  return known.length >= LEAST_LETTERS && leven(name.toUpperCase(), known) <= MISTYPED;
}

/** The file of an SQLite database; undefined in memory and for a server. */
export function databaseFile({ DATABASE_URL }: Pick<Config, 'DATABASE_URL'>): string | undefined {
  if (!DATABASE_URL.startsWith('sqlite:')) return undefined;
  const file = sqliteSource(DATABASE_URL);
  return file === ':memory:' ? undefined : file;
}

/** A URL for a terminal or a log, its password masked. */
export function withoutPassword(value: string): string {
  return value.replace(/^([a-z]+:\/\/)?([^:@/]*):(?!\/\/).*@/i, '$1$2:***@');
}

/** The settings table as `--help` prints it. */
export function describeSettings(): string {
  return Object.entries(settings)
    .map(([name, { default: fallback, example, about }]) => {
      const value = fallback === '' ? 'empty' : fallback;
      return `  ${name.padEnd(20)} ${about}\n${' '.repeat(23)}default: ${value}; for example: ${example}`;
    })
    .join('\n');
}
