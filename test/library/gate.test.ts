import { expect, test } from '@jest/globals';
import { Gate, Gates } from '../../src/gate.ts';

/** Work that ends when it is told to. */
function work(): { readonly run: () => Promise<void>; readonly end: () => void } {
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return {
    run: () => ended,
    end: () => {
      end();
    },
  };
}

test('so many are let in, a few wait, and the rest are sent away at once', async () => {
  const gate = new Gate(2, 1);
  const jobs = [work(), work(), work()];
  const running = jobs.map(({ run }) => gate.run(run));
  expect(gate.load).toEqual({ inside: 2, waiting: 1 });
  await expect(gate.run(async () => 'in')).rejects.toMatchObject({ id: 'toobusy' });
  for (const { end } of jobs) end();
  await Promise.all(running);
  expect(gate.load).toEqual({ inside: 0, waiting: 0 });
  expect(await gate.run(async () => 'in')).toBe('in');
});

test('work that fails leaves its place to the next', async () => {
  const gate = new Gate(1, 1);
  const failing = gate.run(() => Promise.reject(new Error('no')));
  const next = gate.run(async () => 'in');
  await expect(failing).rejects.toThrow('no');
  expect(await next).toBe('in');
});

test('keys do not wait for each other', async () => {
  const gates = new Gates(1, 0);
  const held = work();
  const first = gates.run('a', held.run);
  await expect(gates.run('a', async () => 'in')).rejects.toMatchObject({ id: 'toobusy' });
  expect(await gates.run('b', async () => 'in')).toBe('in');
  held.end();
  await first;
  expect(await gates.run('a', async () => 'in')).toBe('in');
});
