import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startBoard, type TestBoard } from '../support/board.ts';

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard();
});
afterAll(async () => {
  await board.stop();
});

test('the languages of the board are listed with their names', async () => {
  const { language } = board.guest();
  expect(await language.getLanguageTitles({})).toEqual({ 1: 'English', 2: 'Deutsch' });
  const german = { languageid: 2, title: 'Deutsch', languagecode: 'de', charset: 'UTF-8' };
  expect(await language.fetchAll({ languageid: 2 })).toEqual({ 2: german });
  expect(Object.keys(await language.fetchAll({}))).toEqual(['1', '2']);
  expect(await language.fetchAll({ languageid: 9 })).toEqual({});
});
