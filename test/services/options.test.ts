import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type OptionName, optionTable, writeOption } from '../../src/library/options.ts';
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
    expect(Object.keys(found).sort()).toEqual(
      options.filter((name) => name.endsWith('options')).sort(),
    );
  });

  test('without a name all public options are given', async () => {
    const { options } = (await board.guest().options.fetch({})) as Record<string, object>;
    expect(options).toMatchObject({ bbtitle: 'Signpost sandbox', maxperpage: 100 });
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
