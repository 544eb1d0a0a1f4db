import type { Ask } from '../row.ts';

/** What asking a guest a question takes. */
export const humanAsks = [
  'hv.fetchHvQuestion',
  'hv.fetchRequireHvcheck',
  'hv.generateToken',
] as const;

/** A question with the hash that its answer comes back with, as `humanverify[hash]` and `humanverify[input]`. */
export interface HumanForm {
  readonly hash: string;
  /** Empty where none is due. */
  readonly question: string;
}

/** The question that the caller has to answer before he does this. */
export async function readHuman(
  ask: Ask<(typeof humanAsks)[number]>,
  action: 'register' | 'lostpw',
): Promise<HumanForm> {
  if (!(await ask('hv.fetchRequireHvcheck', { action }))) return { hash: '', question: '' };
  const { hash } = await ask('hv.generateToken');
  const question = await ask('hv.fetchHvQuestion', { hash });
  return { hash, question: question === false ? '' : question };
}
