import sanitize from 'sanitize-html';
import { safeUrl, webUrl } from './url.ts';

/** Elements that a text may have, those of our own HTML among them. */
const ELEMENTS =
  'a abbr address b big blockquote br caption center cite code col colgroup dd del details dfn div dl dt em figcaption ' +
  'figure font h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp small span strike strong sub summary sup ' +
  'table tbody td tfoot th thead tr tt u ul var';

const word = /^[a-z-]+$/i;
const length = /^(?:\d{1,2}(?:\.\d+)?(?:px|pt)|\d(?:\.\d+)?r?em|\d{1,3}%)$/i;
const color = [/^[a-z]+$/i, /^#[\da-f]{3,8}$/i, /^(?:rgb|hsl)a?\([\d\s,.%/-]+\)$/i];

/**
 * What a style may say: nothing is fetched, nothing leaves its place, and no text is so large that it covers the page.
 */
const STYLES = {
  color,
  'background-color': color,
  'font-family': [/^[\w\s,'"-]+$/],
  'font-size': [word, length],
  'font-style': [word],
  'font-weight': [word, /^\d00$/],
  'text-align': [word],
  'text-decoration': [/^[a-z\s-]+$/i],
  'margin-left': [length],
};

/** An attribute that links, where its address may be linked to; no attribute else. */
function linked(attributes: sanitize.Attributes): sanitize.Attributes {
  const { href, ...others } = attributes;
  delete others.rel;
  const url = href === undefined ? undefined : safeUrl(href);
  return url === undefined ? others : { href: url, rel: 'nofollow noopener ugc', ...others };
}

function pictured(attributes: sanitize.Attributes): sanitize.Attributes {
  const { src = '', ...others } = attributes;
  const url = webUrl(src);
  return url === undefined ? others : { src: url, ...others };
}

const OPTIONS: sanitize.IOptions = {
  allowedTags: ELEMENTS.split(' '),
  allowedAttributes: {
    '*': ['style', 'title', 'dir', 'lang'],
    a: ['href', 'rel', 'data-userid', 'data-username', 'data-attachmentid'],
    blockquote: ['data-author', 'data-nodeid'],
    font: ['color', 'face', 'size'],
    img: ['src', 'alt', 'width', 'height'],
    li: ['value'],
    ol: ['type', 'start'],
    td: ['colspan', 'rowspan', 'align'],
    th: ['colspan', 'rowspan', 'align'],
  },
  allowedClasses: { '*': [/^bbcode-[a-z]+$/, /^language-[a-z]+$/] },
  allowedStyles: { '*': STYLES },
  allowedSchemes: ['http', 'https', 'ftp', 'mailto'],
  allowProtocolRelative: false,
  nestingLimit: 64,
  transformTags: {
    a: (tagName, attributes) => ({ tagName, attribs: linked(attributes) }),
    img: (tagName, attributes) => ({ tagName, attribs: pictured(attributes) }),
  },
  exclusiveFilter: ({ tag, attribs }) => tag === 'img' && attribs.src === undefined,
};

/**
 * HTML without all that is not on a list: scripts, forms, frames, handlers, and addresses that are not of the web. Our own
 * HTML of BBCode stays as it is. Never throws; takes time by its length alone.
 */
export function sanitizeHtml(html: string): string {
  return sanitize(html, OPTIONS);
}
