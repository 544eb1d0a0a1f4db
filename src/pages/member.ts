import { ApiError } from '../errors.ts';
import { memberUrl } from '../library/node/page-url.ts';
import { html, type Html } from './html.ts';
import { dayOf, numberOf, summaryOf } from './parts.ts';
import { postHtml } from './post-html.ts';
import type { Page, View } from './visit.ts';

/** What everybody may know of a member. Search engines need not. */
export const memberPage: Page = {
  name: 'member',
  paths: ['/member/:place'],
  async show(visit): Promise<View> {
    const { ask, baseUrl, id: userid, language } = visit;
    const { say } = language;
    if (userid === 0) throw new ApiError('invalid_user_specified');
    const member = await ask('user.fetchProfileInfo', { userid });
    const own = member.profilefields.map(({ title, value }) => fact(title, value));
    return {
      title: member.displayname,
      url: memberUrl(baseUrl, member),
      description: summaryOf(member.status),
      picture: member.avatarpath,
      unlisted: true,
      path: [],
      main: html`<header class="member">
          <img class="avatar" src="${member.avatarpath}" alt="" width="96" height="96" />
          <div>
            <h1><bdi>${member.displayname}</bdi></h1>
            <p class="facts"><span dir="auto">${member.displayusertitle}</span></p>
          </div>
        </header>
        ${member.status === '' ? '' : html`<p dir="auto">${member.status}</p>`}
        <dl>
          ${fact(say('joined'), dayOf(member.joindate, language))}
          ${fact(say('posts'), numberOf(member.posts, language))} ${own}
        </dl>
        ${
          member.signature === ''
            ? ''
            : html`<div class="text signature" dir="auto">
                ${postHtml(member.signature, visit)}
              </div>`
        }`,
    };
  },
};

function fact(name: string, value: string | Html): Html {
  if (value === '') return html``;
  return html`<div>
    <dt dir="auto">${name}</dt>
    <dd dir="auto">${value}</dd>
  </div>`;
}
