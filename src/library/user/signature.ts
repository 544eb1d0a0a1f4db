import { renderHtml } from '../../bbcode/html.ts';
import type { Db } from '../../db/db.ts';

/** A signature as written (BBCode) and as safe HTML. */
export interface Signature {
  readonly signature: string;
  readonly signaturehtml: string;
}

const IMAGE = /<img /g;

/** Renders a signature; it is kept beside its source. */
export function renderSignature(signature: string): Signature & { readonly images: number } {
  const signaturehtml = renderHtml(signature);
  return { signature, signaturehtml, images: (signaturehtml.match(IMAGE) ?? []).length };
}

export async function findSignature(db: Db, userid: number): Promise<Signature | undefined> {
  return db.get('select signature, signaturehtml from usertextfield where userid = ?', [userid]);
}

export async function saveSignature(
  db: Db,
  userid: number,
  { signature, signaturehtml }: Signature,
): Promise<void> {
  const row = { userid, signature, signaturehtml };
  await db.run(db.knex('usertextfield').insert(row).onConflict('userid').merge());
}
