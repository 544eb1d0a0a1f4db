import type { Ask } from '../route.ts';

/** What asking a guest a question takes. */
export const humanAsks = [
  'hv.fetchHvImage',
  'hv.fetchHvQuestion',
  'hv.fetchRequireHvcheck',
  'hv.generateToken',
] as const;

/** A question or a picture with the hash that its answer comes back with, as `humanverify[hash]` and `humanverify[input]`. */
export interface HumanForm {
  readonly hash: string;
  /** Empty where none is asked, and where there is an image. */
  readonly question: string;
  /** A URL (`data:`) of the picture whose letters are the answer; left out where there is none. */
  readonly image?: string;
}

/** The question that the caller has to answer before he does this. */
export async function readHuman(
  ask: Ask<(typeof humanAsks)[number]>,
  action: 'register' | 'lostpw',
): Promise<HumanForm> {
  if (!(await ask('hv.fetchRequireHvcheck', { action }))) return { hash: '', question: '' };
  const { hash } = await ask('hv.generateToken');
  const question = await ask('hv.fetchHvQuestion', { hash });
  if (question !== false) return { hash, question };
  const image = await ask('hv.fetchHvImage', { hash });
  if (image === false) return { hash, question: '' };
  const media = image.type === 'svg' ? 'svg+xml' : image.type;
  return { hash, question: '', image: `data:image/${media};base64,${image.data}` };
}
