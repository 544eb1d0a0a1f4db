import { describe, expect, test } from '@jest/globals';
import {
  ConfigError,
  databaseFile,
  describeSettings,
  readConfig,
  settingWarnings,
  withoutPassword,
} from '../../src/config.ts';

function faultsOf(env: Record<string, string>): string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message.trim().split('\n').slice(1);
    throw error;
  }
  return [];
}

describe('settings', () => {
  test('have defaults that suit a first start', () => {
    expect(readConfig({})).toMatchObject({
      HOST: '127.0.0.1',
      PORT: 8080,
      DATABASE_URL: 'sqlite:data/signpost.db',
      SQLITE_SYNCHRONOUS: 'full',
      CORS_ORIGINS: [],
      SIGNATURE_MODE: 'tolerant',
      API_DEBUG: 'off',
    });
  });

  test('that are empty count as absent', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '' })).toEqual(readConfig({}));
  });

  test('that are empty have the default of the command, where it has one', () => {
    const config = readConfig({ API_DEBUG: '', RATE_LIMIT: '7' }, { API_DEBUG: 'on', PORT: '1' });
    expect(config).toMatchObject({ API_DEBUG: 'on', RATE_LIMIT: 7, PORT: 1 });
  });

  test('are read as what they are', () => {
    const config = readConfig({
      PORT: '0',
      BASE_PATH: '/a/b',
      CORS_ORIGINS: 'https://a.example, http://localhost:3000',
      DATABASE_URL: 'mariadb://u:p@host/db',
    });
    expect(config).toMatchObject({
      PORT: 0,
      BASE_PATH: '/a/b',
      CORS_ORIGINS: ['https://a.example', 'http://localhost:3000'],
    });
  });

  test.each([
    ['PORT', 'http'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '80 80'],
    ['PORT', '0x50'],
    ['BASE_PATH', 'forum'],
    ['BASE_PATH', '/forum/'],
    ['BASE_PATH', '/a b'],
    ['PUBLIC_URL', 'forum.example.org'],
    ['DATABASE_URL', 'sqlite:'],
    ['DATABASE_URL', 'oracle://host/db'],
    ['DATABASE_URL', 'data/signpost.db'],
    ['REDIS_URL', 'http://localhost'],
    ['REDIS_PREFIX', 'two words'],
    ['LOG_LEVEL', 'loud'],
    ['TRUST_PROXY', 'yes'],
    ['MAX_BODY_BYTES', '8M'],
    ['REQUEST_TIMEOUT_MS', '0'],
    ['CORS_ORIGINS', 'https://a.example/'],
    ['CORS_ORIGINS', 'a.example'],
    ['SIGNATURE_MODE', 'Strict'],
    ['API_DEBUG', '1'],
    ['METRICS', 'yes'],
  ])('%s=%s is refused with its fault and an example', (name, value) => {
    const [fault, ...others] = faultsOf({ [name]: value });
    expect(others).toEqual([]);
    expect(fault?.trim()).toMatch(new RegExp(`^${name}=.* is .*; for example ${name}=`));
    expect(fault).toContain(value);
  });

  test('that are wrong are all told at once', () => {
    const faults = faultsOf({ PORT: 'x', LOG_LEVEL: 'x', HOST: '0.0.0.0', RATE_LIMIT: '-5' });
    expect(faults.map((fault) => fault.trim().split('=')[0])).toEqual([
      'PORT',
      'LOG_LEVEL',
      'RATE_LIMIT',
    ]);
  });

  test('keep their examples usable', () => {
    const examples = [...describeSettings().matchAll(/^ {2}(\w+)[^]*?for example: (.*)$/gm)];
    expect(examples.length).toBeGreaterThan(20);
    const env = Object.fromEntries(
      examples.map(([, name = '', example = '']) => [name, example] as const),
    );
    expect(() => readConfig(env)).not.toThrow();
  });

  test('never take what is no setting of theirs', () => {
    const names = ['__proto__', 'constructor', 'PATH'];
    const env: Record<string, string> = Object.fromEntries(names.map((name) => [name, 'x']));
    expect(readConfig(env)).toEqual(readConfig({}));
  });
});

describe('a URL in a message', () => {
  test.each([
    ['postgres://signpost:secret@localhost/db', 'postgres://signpost:***@localhost/db'],
    ['mysql://u:p@ss:w@rd@host:3306/db', 'mysql://u:***@host:3306/db'],
    ['redis://:secret@host', 'redis://:***@host'],
    ['signpost:secret@localhost/db', 'signpost:***@localhost/db'],
    ['postgres://localhost:5432/db', 'postgres://localhost:5432/db'],
    ['sqlite:data/a@b.db', 'sqlite:***@b.db'],
    ['sqlite:data/signpost.db', 'sqlite:data/signpost.db'],
  ])('%s is shown as %s', (url, shown) => {
    expect(withoutPassword(url)).toBe(shown);
  });

  test('shows no password when it is wrong', () => {
    expect(faultsOf({ DATABASE_URL: 'oracle://u:topsecret@h/d' }).join()).not.toMatch('topsecret');
    expect(faultsOf({ REDIS_URL: 'u:topsecret@h' }).join()).not.toMatch('topsecret');
  });
});

describe('warnings', () => {
  test.each([
    ['DATABSE_URL', 'DATABASE_URL'],
    ['DATABASE_URI', 'DATABASE_URL'],
    ['Redis_Url', 'REDIS_URL'],
    ['PUBLICURL', 'PUBLIC_URL'],
    ['RATE_LIMITS', 'RATE_LIMIT'],
  ])('%s is told from %s', (name, meant) => {
    const warning = `There is no setting ${name}. Did you mean ${meant}?`;
    expect(settingWarnings({ [name]: 'x', [meant]: '' })).toEqual([warning]);
  });

  test('names of other programs are left alone, and what is set under its right name', () => {
    const others = { HOME: '/', HOSTNAME: 'x', PATH: '/bin', MAIL: '/var/mail/x', POST: '1' };
    expect(settingWarnings({ ...others, npm_config_registry: 'x', NODE_OPTIONS: '' })).toEqual([]);
    expect(settingWarnings({ DATABASE_URL: 'sqlite:a', DATABSE_URL: 'x' })).toEqual([]);
  });

  test('tell a NODE_ENV that is none, and capitals do not count', () => {
    const said = (value: string): string[] => settingWarnings({ NODE_ENV: value });
    expect(said('prod')).toEqual([
      'NODE_ENV=prod is not one of: development, test, production. It counts as development.',
    ]);
    for (const value of ['', 'Development', 'test']) expect(said(value)).toEqual([]);
    expect(said(' Production')).toEqual(said('production'));
    expect(readConfig({ NODE_ENV: 'PRODUCTION' }).NODE_ENV).toBe('production');
  });

  test('in production name what a public board cannot do without', () => {
    const names = (env: Record<string, string>): unknown[] =>
      settingWarnings(env).map((warning) => /^(\S+) is not set: /.exec(warning)?.[1]);
    expect(names({})).toEqual([]);
    expect(names({ NODE_ENV: 'production' })).toEqual(['PUBLIC_URL', 'MAIL_URL', 'TRUST_PROXY']);
    const set = { PUBLIC_URL: 'https://a.example', MAIL_URL: 'smtp://a.example', TRUST_PROXY: '0' };
    expect(names({ NODE_ENV: 'production', ...set })).toEqual([]);
  });
});

test.each([
  ['sqlite:data/signpost.db', 'data/signpost.db'],
  ['sqlite:///var/lib/a.db', '/var/lib/a.db'],
  ['sqlite::memory:', undefined],
  ['postgres://a/b', undefined],
])('the file of %s is %s', (url, file) => {
  expect(databaseFile({ DATABASE_URL: url })).toBe(file);
});
