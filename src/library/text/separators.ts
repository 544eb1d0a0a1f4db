/**
 * What stands between the items of a list that somebody has typed: keyboards of phones have the forms of their own
 * script where others have `,` and `;`.
 */
export const COMMA = /[,\u060c\u3001\ufe50\ufe51\uff0c\uff64]/u;
export const SEMICOLON = /[;\u037e\u061b\ufe54\uff1b]/u;
export const COMMA_OR_SEMICOLON = new RegExp(`${COMMA.source}|${SEMICOLON.source}`, 'u');
