import { sanitizeHtml } from '../bbcode/sanitize.ts';
import type { Attachment } from '../shapes/attachment.ts';
import type { FullContent } from '../shapes/content.ts';
import { html, Html } from './html.ts';
import { memberUrl } from '../library/node/page-url.ts';
import { numberOf, timeOf } from './parts.ts';
import { postHtml, printAttachment } from './post-html.ts';
import type { Visit } from './visit.ts';

type Around = Pick<Visit, 'baseUrl' | 'language'>;

/** A post as one of a topic. @param number its place in the topic, from 1 on */
export function postArticle(post: FullContent, number: number, around: Around): Html {
  const { nodeid, content } = post;
  const { language } = around;
  const { attachments, editlog, nodeurl } = content;
  const inText = new Set(
    [...content.message.matchAll(/data-attachmentid="n?(\d+)"/gi)].map(([, id]) => Number(id)),
  );
  const below = [...(attachments?.values() ?? [])].filter((one) => !inText.has(one.nodeid));
  return html`<article class="post" id="post${nodeid}">
    <header>
      <img class="avatar" src="${content.avatar.avatarpath}" alt="" width="40" height="40" />
      <div>
        ${authorOf(post, around)}
        <p class="facts">
          <a href="${nodeurl}">${timeOf(post.publishdate, language)}</a>
          ${editlog === undefined ? '' : html`<span>${language.say('edited')}</span>`}
        </p>
      </div>
      <span class="number">#${number}</span>
    </header>
    <div class="text" dir="auto">${postHtml(safeMessage(content), { ...around, attachments })}</div>
    ${pollOf(post, around)} ${linksOf(post)} ${picturesOf(post, around)} ${filesOf(below, around)}
  </article>`;
}

/** What is HTML of its own may be the site's, unaltered; a page shows of it what it shows of anybody's. */
function safeMessage({ htmlstate, message }: FullContent['content']): string {
  return htmlstate === 'off' ? message : sanitizeHtml(message);
}

function authorOf({ content }: FullContent, { baseUrl }: Around): Html {
  const { userid, displayname } = content.userinfo;
  const name = html`<bdi>${displayname}</bdi>`;
  return userid === 0
    ? html`<p class="author">${name}</p>`
    : html`<p class="author"><a href="${memberUrl(baseUrl, content.userinfo)}">${name}</a></p>`;
}

/** A poll's question and what was voted. */
function pollOf({ content }: FullContent, { language }: Around): Html {
  const { polloptions, question = '', voters = 0 } = content;
  if (polloptions === undefined) return html``;
  const items = polloptions.map(
    ({ title, votes, percentage }) =>
      html`<li>
        <span dir="auto">${title}</span>
        <meter min="0" max="100" value="${percentage}">${percentage} %</meter>
        <span>${numberOf(votes, language)}</span>
      </li>`,
  );
  return html`<section class="poll">
    <h2 dir="auto">${question}</h2>
    <ul>
      ${items}
    </ul>
    <p class="facts"><span>${language.say('voters_count', numberOf(voters, language))}</span></p>
  </section>`;
}

/** The link of a shared page, and those of videos. */
function linksOf({ content }: FullContent): Html {
  const { url = '', url_title = '', videoitems = [] } = content;
  const links = [...new Set([url, ...videoitems.map((video) => video.url)])].filter(Boolean);
  if (links.length === 0) return html``;
  const items = links.map(
    (link) =>
      html`<li>
        <a rel="nofollow noopener ugc" dir="auto" href="${link}">
          ${link === url ? url_title || link : link}
        </a>
      </li>`,
  );
  return html`<ul class="links">
    ${items}
  </ul>`;
}

/** How many pictures a gallery has, and that a guest may not see them where that is so. */
function picturesOf({ content }: FullContent, { language }: Around): Html {
  const { photocount = 0, photos } = content;
  if (photocount === 0) return html``;
  const { say } = language;
  return html`<p class="facts">
    <span>${say('pictures_count', numberOf(photocount, language))}</span>
    ${photos === undefined ? html`<span>${say('pictures_for_members')}</span>` : ''}
  </p>`;
}

function filesOf(files: readonly Attachment[], { language }: Around): Html {
  if (files.length === 0) return html``;
  const items = files.map(
    (file) => html`<li>${new Html(printAttachment(file))}${captionOf(file)}</li>`,
  );
  return html`<ul class="files" aria-label="${language.say('attachments')}">
    ${items}
  </ul>`;
}

function captionOf({ caption, thumburl }: Attachment): Html {
  if (caption === '' || thumburl === undefined) return html``;
  return html`<p class="caption" dir="auto">${caption}</p>`;
}
