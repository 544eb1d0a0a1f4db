import { appLink } from './app-link.ts';
import { html, type Html } from './html.ts';
import { stylePath } from './style.ts';
import type { View, Visit } from './visit.ts';

/** What all pages have around what they show. */
type Around = Pick<Visit, 'baseUrl' | 'language' | 'options'>;

/** The whole document. */
export function documentOf(view: View, around: Around): string {
  const { baseUrl, language, options } = around;
  const { bbtitle } = options;
  const title = view.title === bbtitle ? bbtitle : `${view.title} · ${bbtitle}`;
  return html`<!doctype html>
    <html lang="${language.code}" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="stylesheet" href="${baseUrl}${stylePath}" />
        <link rel="icon" href="${baseUrl}/images/default/avatar_0.png" />
        ${aboutPage(view, around)}
      </head>
      <body>
        <header class="top">
          <a class="board" dir="auto" href="${baseUrl}/">${bbtitle}</a>
          ${appButton(view, around)}
        </header>
        ${pathOf(view, around)}
        <main>${view.main}</main>
        <footer>
          ${view.acts ? '' : html`<p>${language.say('read_only')}</p>`}
          <p>
            ${language.say('api_at', `${baseUrl}/api.php`)}
            <a href="${baseUrl}/api.php.md">${language.say('api_reference')}</a>
          </p>
        </footer>
      </body>
    </html>`.text;
}

/** What search engines and messengers read (the Open Graph protocol). */
function aboutPage(view: View, { language, options }: Around): Html {
  const { title, url, description = '', picture, unlisted = false } = view;
  const about =
    description === ''
      ? ''
      : html`<meta name="description" content="${description}" />
          <meta property="og:description" content="${description}" />`;
  return html`<link rel="canonical" href="${url}" />
    ${unlisted ? html`<meta name="robots" content="noindex" />` : ''}${about}
    <meta property="og:type" content="website" />
    <meta property="og:site_name" content="${options.bbtitle}" />
    <meta property="og:locale" content="${language.code}" />
    <meta property="og:title" content="${title}" />
    <meta property="og:url" content="${url}" />
    ${picture === undefined ? '' : html`<meta property="og:image" content="${picture}" />`}`;
}

function appButton({ url }: View, { language, options }: Around): Html {
  const link = appLink(options.appurl, url);
  return link === undefined
    ? html``
    : html`<a class="app" href="${link}">${language.say('open_in_app')}</a>`;
}

function pathOf({ path }: View, { baseUrl, language }: Around): Html {
  if (path === undefined) return html``;
  const home = { title: language.say('home'), url: `${baseUrl}/` };
  const links = [home, ...path].map(
    (one) => html`<li><a dir="auto" href="${one.url}">${one.title}</a></li>`,
  );
  return html`<nav class="path" aria-label="${language.say('you_are_here')}">
    <ol>
      ${links}
    </ol>
  </nav>`;
}
