import { Worker } from '../../src/outbox/worker.ts';
import type { TestBoard } from './board.ts';

const nowhere = { send: async () => undefined, close: () => undefined };

/** Does all jobs that are due, as the server's worker would; returns how many there were. */
export function workOff(board: TestBoard): Promise<number> {
  return new Worker(board.running.environment, nowhere).drain();
}
