import { expect, test } from '@jest/globals';
import { printJson } from '../../src/dialects/vbulletin/json.ts';
import { CommonPart } from '../../src/protocol/common-part.ts';

const topic = new CommonPart({ nodeid: 27, title: 'Night trains' }, ['views', 'ignored']);

test('answers with a part in common are plain objects with members of their own', () => {
  const answer = topic.with({ views: 3 }, { url: '/topic/27' });
  expect(Object.keys(answer)).toEqual(['nodeid', 'title', 'views', 'ignored', 'url']);
  expect({ ...answer }).toStrictEqual(answer);
  expect(JSON.parse(JSON.stringify(answer))).toEqual(JSON.parse(printJson(answer, true)));
});

test('each is printed in each form with what is its own', () => {
  const print = (views: number, typed: boolean): string => printJson(topic.with({ views }), typed);
  for (const views of [3, 4]) {
    expect(print(views, true)).toBe(`{"nodeid":27,"title":"Night trains","views":${views}}`);
    expect(print(views, false)).toBe(`{"nodeid":"27","title":"Night trains","views":"${views}"}`);
  }
});

test('a copy in which something is changed says so, and what is added later is printed', () => {
  const answer = topic.with({ views: 3 });
  expect(printJson({ ...answer, title: 'Day trains' }, true)).toContain('Day trains');
  expect(printJson(Object.assign(answer, { photocount: 2 }), true)).toBe(
    '{"nodeid":27,"title":"Night trains","views":3,"photocount":2}',
  );
});
