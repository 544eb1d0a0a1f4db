import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type OptionName,
  optionTable,
  optionValue,
  optionWarnings,
  rangeOf,
  readOptions,
  writeOption,
} from '../../src/library/board/options.ts';
import { sandboxKey } from '../../src/sandbox/credentials.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { addChannel, change } from '../support/nodes.ts';

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard();
});
afterAll(async () => {
  await board.stop();
});

const names = Object.keys(optionTable) as OptionName[];
const secret = names.filter((name) => !optionTable[name].public);

describe('options', () => {
  test.each([
    ['options', ['options']],
    ['publicoptions', ['publicoptions']],
    ['both, and one that there is not', ['publicoptions', 'options', 'bitfields', '__proto__']],
  ])('%s have every public option and no other', async (_, options) => {
    const found = await board.guest().options.fetch({ options });
    for (const values of Object.values(found))
      expect(Object.keys(values)).toEqual(names.filter((name) => optionTable[name].public));
    expect(JSON.stringify(found)).not.toContain(sandboxKey);
    expect(Object.keys(found)).toEqual(['options']);
  });

  test('without a name all public options are given', async () => {
    const { options, miscoptions } = await board.guest().options.fetch({});
    expect(options).toMatchObject({ bbtitle: 'Signpost sandbox', maxperpage: 100 });
    expect(miscoptions).toEqual({});
  });

  test('values come by name, and the secret and the unknown are left out', async () => {
    const wanted = ['bbtitle', ...secret, 'nothing', 'constructor'];
    expect(await board.guest().options.fetchValues({ options: wanted })).toEqual({
      bbtitle: 'Signpost sandbox',
    });
  });

  test('an administrator is told no secret either', async () => {
    const admin = await board.login('admin');
    expect(await admin.options.fetchValues({ options: secret })).toEqual({});
  });

  test('what is written is read, and what is no number counts as not written', async () => {
    const admin = await board.login('admin');
    await board.database.transaction((db) => writeOption(db, 'bbtitle', 'Ünïcödé 🪧'));
    await board.database.transaction((db) => writeOption(db, 'maxperpage', 7));
    await change(board, "insert into options (varname, value) values ('postmaxchars', 'many')");
    await addChannel(admin, 'Read the board anew');
    const options = ['bbtitle', 'maxperpage', 'postmaxchars'];
    expect(await board.guest().options.fetchValues({ options })).toEqual({
      ...{ bbtitle: 'Ünïcödé 🪧', maxperpage: 7, postmaxchars: 50_000 },
    });
  });
});

describe('an option out of its range', () => {
  test.each<[OptionName, string, string | number, string]>([
    ['maxperpage', '0', 100, 'a number from 1 to 1000'],
    ['maxperpage', '-5', 100, 'a number from 1 to 1000'],
    ['maxperpage', '99999999999999999999', 100, 'a number from 1 to 1000'],
    ['maxresults', '-1', 1000, 'a number from 1 to 10000'],
    ['postmaxchars', 'many', 50_000, 'a number from 1 to 400000'],
    ['floodchecktime', '-15', 15, 'a number from 0 to 86400'],
    ['bbactive', 'false', 1, '0 or 1'],
    ['hv_type', 'Recaptcha2', 'Disabled', 'Disabled, Image or Question'],
    ['languageid', '9', 1, 'a number from 1 to 2'],
    ['bbtitle', '', 'Signpost', 'a text of 1 to 250 characters'],
    ['description', 'x'.repeat(1001), '', 'a text of at most 1000 characters'],
  ])('%s %j has its default, and is warned of by name', async (name, value, usual, range) => {
    const db = board.database.reader();
    const before = (await readOptions(db))[name];
    await board.database.transaction((open) => writeOption(open, name, value));
    expect((await readOptions(db))[name]).toBe(usual);
    expect(await optionWarnings(db)).toContain(
      `the option ${name} must be ${range}: its default, ${JSON.stringify(usual)}, counts`,
    );
    await board.database.transaction((open) => writeOption(open, name, before));
  });

  test('that is a list of words keeps those that are known', async () => {
    const db = board.database.reader();
    await board.database.transaction((open) => writeOption(open, 'hvcheck', 'register, lostwp'));
    expect((await readOptions(db)).hvcheck).toBe('register');
    expect((await optionWarnings(db)).join()).toContain('what is known of it, "register", counts');
    await board.database.transaction((open) => writeOption(open, 'hvcheck', ''));
  });

  test.each<[OptionName, number, OptionName, number]>([
    ['minuserlength', 30, 'maxuserlength', 20],
    ['tagminlen', 41, 'tagmaxlen', 40],
  ])('is %s %i with %s %i, too', async (low, least, high, most) => {
    const db = board.database.reader();
    await board.database.transaction((open) => writeOption(open, low, least));
    await board.database.transaction((open) => writeOption(open, high, most));
    const usual = [optionTable[low].default, optionTable[high].default] as const;
    const options = await readOptions(db);
    expect([options[low], options[high]]).toEqual(usual);
    expect((await optionWarnings(db)).join()).toContain(`${low} is larger than ${high}`);
    await board.database.transaction((open) => writeOption(open, low, most));
    const { [low]: kept } = await readOptions(db);
    expect(kept).toBe(most);
    await board.database.transaction((open) => writeOption(open, low, usual[0]));
  });

  test('is no default, and every option says what it is for in a sentence', () => {
    for (const name of names) {
      const { default: usual, about } = optionTable[name];
      expect([name, optionValue(name, String(usual))]).toEqual([name, usual]);
      expect(rangeOf(name)).not.toContain('undefined');
      expect(about).toMatch(/\.$/);
    }
  });
});
