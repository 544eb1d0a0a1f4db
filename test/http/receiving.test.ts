import { Socket } from 'node:net';
import { expect, test } from '@jest/globals';
import { isReceiving, keepReceiving } from '../../src/http/reception.ts';

test('a request that ends late does not end the reading of the next one of its connection', () => {
  const socket = new Socket();
  const endFirst = keepReceiving({ socket });
  endFirst();
  expect(isReceiving(socket)).toBe(false);
  const endSecond = keepReceiving({ socket });
  endFirst();
  expect(isReceiving(socket)).toBe(true);
  endSecond();
  expect(isReceiving(socket)).toBe(false);
});
