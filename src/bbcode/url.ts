export const LONGEST_URL = 2000;
const ALLOWED_SCHEME = /^(?:(?:https?|ftp):\/\/[^\s/?#:@]|mailto:[^\s@]+@[a-z\d])/i;
const BARE_HOST = /^(?:www\.|[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,}(?:[/?#]|:\d|$))/i;
/**
 * Nothing invisible, so that what is checked is what a browser reads; nothing that ends an attribute;
 * no tag like the one around it, so that a run of unclosed tags is not read from each of them.
 */
const UNSAFE_IN_URL = /[\s"<>\\^`{|}\p{Cc}\p{Cf}\p{Cs}]|\[\/?(?:url|email|img|video)\]/iu;

/** The URL to link to when the text is one of an allowed scheme, or a host name without scheme. */
export function safeUrl(text: string): string | undefined {
  if (text.length > LONGEST_URL) return undefined;
  const url = text.trim();
  if (UNSAFE_IN_URL.test(url)) return undefined;
  if (ALLOWED_SCHEME.test(url)) return url;
  return BARE_HOST.test(url) ? `http://${url}` : undefined;
}

/** The same for what is fetched or shown: http and https alone. */
export function webUrl(text: string): string | undefined {
  const url = safeUrl(text);
  return url && /^https?:/i.test(url) ? url : undefined;
}
