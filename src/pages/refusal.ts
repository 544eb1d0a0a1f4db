import type { ApiError } from '../errors.ts';
import { errorText } from '../library/board/phrase.ts';
import { html } from './html.ts';
import type { Language, View } from './visit.ts';

/** What a page that is not shown tells, with its status. */
export interface Refusal {
  readonly status: number;
  readonly view: View;
}

interface Circumstances {
  readonly url: string;
  readonly language: Language;
  readonly languageid: number;
  /** Whether a guest sees anything of this board. */
  readonly open: boolean;
}

/**
 * The page in the place of one that a visitor does not see. What only members may see looks like what does not exist;
 * where a guest sees nothing at all, all of it is for members.
 */
export function refusalOf(error: ApiError, about: Circumstances): Refusal {
  const { url, language, languageid, open } = about;
  const { say } = language;
  const told = (status: number, title: string, text: string): Refusal => ({
    status,
    view: {
      title,
      url,
      unlisted: true,
      path: [],
      main: html`<h1>${title}</h1>
        <p dir="auto">${text}</p>`,
    },
  });
  switch (error.id) {
    case 'invalid_node_id':
    case 'invalid_user_specified':
      return open
        ? told(404, say('not_found_title'), say('not_found'))
        : told(403, say('members_title'), say('for_members'));
    case 'not_found':
      return told(404, say('not_found_title'), say('not_found'));
    case 'not_logged_no_permission':
    case 'no_permission':
      return told(403, say('members_title'), say('for_members'));
    case 'bbclosed':
      return told(503, say('closed_title'), errorText(error, languageid));
    default:
      return told(error.status, say('refused_title'), errorText(error, languageid));
  }
}
