import { forumExceptions, Refusal } from './exceptions.ts';

/** What `anonymous` says of something new. */
export const anonymousDoc =
  '1 to hide the author. Nobody posts anonymously here: it is refused, and nothing is posted under their name.';

/** Refuses what is meant to be anonymous: to post it under the author's name would be worse. @throws Refusal */
export function refuseAnonymity({ anonymous }: { readonly anonymous?: boolean | undefined }): void {
  if (anonymous === true) throw new Refusal(forumExceptions.noAnonymity);
}
