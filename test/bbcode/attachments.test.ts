import { expect, test } from '@jest/globals';
import { withAttachments } from '../../src/bbcode/attachments.ts';

const ids = new Map([
  [12, 90],
  [90, 91],
]);

test.each([
  ['[ATTACH]12[/ATTACH]', '[ATTACH]90[/ATTACH]'],
  ['[attach=config] n12 [/attach]', '[attach=config] n90 [/attach]'],
  [
    '[ATTACH=JSON]{"data-align":"none","data-size":"12","data-attachmentid":12}[/ATTACH]',
    '[ATTACH=JSON]{"data-align":"none","data-size":"12","data-attachmentid":90}[/ATTACH]',
  ],
  [
    '[ATTACH=JSON]{"data-attachmentid":"12"}[/ATTACH]',
    '[ATTACH=JSON]{"data-attachmentid":"90"}[/ATTACH]',
  ],
  ['[ATTACH]12[/ATTACH] [ATTACH]90[/ATTACH]', '[ATTACH]90[/ATTACH] [ATTACH]91[/ATTACH]'],
])('%s shows the other attachment', (rawtext, renamed) => {
  expect(withAttachments(rawtext, ids)).toBe(renamed);
});

test.each([
  '[ATTACH]13[/ATTACH]',
  '[ATTACH]123[/ATTACH]',
  '[ATTACH]12 of them[/ATTACH]',
  '[ATTACHED]12[/ATTACHED]',
  '[ATTACH=JSON]{"data-size":"12"}[/ATTACH]',
  '[ATTACH]12',
  '12',
])('%s stays as it is', (rawtext) => {
  expect(withAttachments(rawtext, ids)).toBe(rawtext);
});

test('hostile texts take no time', () => {
  const texts = ['[attach]', '[attach=', '[attach]{"data-attachmentid":  ', '[attach] 12'];
  const start = performance.now();
  for (const text of texts) withAttachments(text.repeat(20_000), ids);
  withAttachments(`[attach]${'"data-attachmentid" : '.repeat(20_000)}[/attach]`, ids);
  expect(performance.now() - start).toBeLessThan(1000);
});
