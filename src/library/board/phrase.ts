import {
  type ApiError,
  type ErrorArgument,
  type ErrorId,
  fillIn,
  phrases as errors,
} from '../../errors.ts';
import { english, type MailName } from '../../phrases/english.ts';
import { german, type Translation } from '../../phrases/german.ts';

/** A language that the board speaks. */
export interface Language {
  readonly languageid: number;
  readonly title: string;
  readonly languagecode: string;
  readonly charset: string;
}

type Texts = Readonly<Record<string, string>>;

interface Spoken extends Language {
  /** Texts by group, then by name. */
  readonly groups: ReadonlyMap<string, Texts>;
}

const original: ReadonlyMap<string, Texts> = new Map<string, Texts>([
  ['error', Object.fromEntries(Object.entries(errors).map(([id, [, text]]) => [id, text]))],
  ...Object.entries(english),
]);

/** The first is the one that others fall back to. */
const spoken: readonly Spoken[] = [
  { languageid: 1, title: 'English', languagecode: 'en', charset: 'UTF-8', groups: original },
  {
    ...{ languageid: 2, title: 'Deutsch', languagecode: 'de', charset: 'UTF-8' },
    groups: translated(german),
  },
];

/** The languages of the board. */
export const languages: readonly Language[] = spoken;

/** The groups whose phrases have a name of their own, and so can be asked for without the group. */
const named = ['error', 'global'] as const;

/** The first of these ids that is a language's; the board's first language without any. */
export function chooseLanguage(...languageids: readonly number[]): Language {
  return spokenBy(languageids.find((id) => spoken.some((one) => one.languageid === id)) ?? 0);
}

const MOST_ACCEPTED = 500;

/**
 * The language that a client prefers among those of the board (RFC 9110, 12.5.4); 0 when it names none of them.
 * @param accepted the header `Accept-Language`
 */
export function acceptedLanguage(accepted: string): number {
  let best = { languageid: 0, weight: 0 };
  for (const range of accepted.slice(0, MOST_ACCEPTED).toLowerCase().split(',')) {
    const [, code, q = '1'] =
      /^\s*([a-z]+)(?:-[a-z0-9-]+)?\s*(?:;\s*q=([0-9.]+)\s*)?$/.exec(range) ?? [];
    const found = spoken.find((one) => one.languagecode === code);
    const weight = Number(q);
    if (found !== undefined && weight > best.weight) best = { ...found, weight };
  }
  return best.languageid;
}

/** What an error says to people. */
export function errorText({ id, args }: ApiError, languageid: number): string {
  return renderPhrase(id, args, languageid) ?? '';
}

/** The text of a phrase with its arguments; undefined when there is no such phrase. */
export function renderPhrase(
  id: string,
  args: readonly ErrorArgument[],
  languageid: number,
): string | undefined {
  const text = phraseText(id, languageid);
  if (text === undefined) return undefined;
  const filled = fillIn(
    text,
    args.map((arg) => worded(id, String(arg), languageid) ?? arg),
  );
  return id === 'user_banned' ? `${filled} ${banEnd(args[1], languageid)}`.trim() : filled;
}

/** The last time that a Date knows, in seconds. */
const LAST_TIME = 8.64e12;

/** When a ban ends, in words; nothing for one that never does. @param liftdate Unix seconds */
function banEnd(liftdate: ErrorArgument | undefined, languageid: number): string {
  const seconds = Number(liftdate ?? 0);
  if (!(seconds > 0 && seconds <= LAST_TIME)) return '';
  const time = new Date(seconds * 1000).toISOString().slice(0, 16).replace('T', ' ');
  return reasonText(`The ban ends on ${time} (UTC).`, languageid) ?? '';
}

/** Errors whose arguments tell why. */
const telling: ReadonlySet<string> = new Set<ErrorId>([
  ...(['invalid_data', 'invalid_file', 'invalid_parameter', 'invalid_search'] as const),
]);

/** An argument that is words of a language, in another one; undefined if it is not. */
function worded(id: string, arg: string, languageid: number): string | undefined {
  if (id === 'not_offered') return textIn(phraseGroup('feature', languageid), arg);
  return telling.has(id) ? reasonText(arg, languageid) : undefined;
}

/** No argument of a reason is longer: others may hand arguments in, which are not to be searched for long. */
const LONGEST_ARGUMENT = 100;

/** What each reason looks like with its arguments filled in. */
const reasonForms = Object.keys(english.reason).map((name) => {
  const escaped = name.replace(/[.*+?^$()[\]|\\]/g, '\\$&');
  const filled = escaped.replace(/\{\d\}/g, `(.{1,${LONGEST_ARGUMENT}})`);
  return { name, form: new RegExp(`^([\\w[\\]]+: )?${filled}$`, 'su') };
});

function reasonText(arg: string, languageid: number): string | undefined {
  for (const { name, form } of reasonForms) {
    const found = form.exec(arg);
    if (found === null) continue;
    const [, where = '', ...filled] = found;
    return where + fillIn(textIn(phraseGroup('reason', languageid), name) ?? name, filled);
  }
  return undefined;
}

/** The text of a phrase, its arguments not filled in; undefined when there is no such phrase. */
export function phraseText(id: string, languageid: number): string | undefined {
  const { groups } = spokenBy(languageid);
  return named.map((group) => textIn(groups.get(group), id)).find((text) => text !== undefined);
}

/** All texts of a group by name; undefined when there is no such group. */
export function phraseGroup(group: string, languageid: number): Texts | undefined {
  return spokenBy(languageid).groups.get(group);
}

/** Subject and text of a mail. */
export function mailText(
  name: MailName,
  args: readonly ErrorArgument[],
  languageid: number,
): { readonly subject: string; readonly text: string } {
  const { groups } = spokenBy(languageid);
  const subject = fillIn(textIn(groups.get('emailsubject'), name) ?? '', args);
  const text = fillIn(textIn(groups.get('emailbody'), name) ?? '', args);
  return { subject: subject.replace(/[\s\p{Cc}]+/gu, ' ').trim(), text };
}

function spokenBy(languageid: number): Spoken {
  const found = spoken.find((one) => one.languageid === languageid) ?? spoken[0];
  if (found === undefined) throw new Error('there is no language');
  return found;
}

function textIn(texts: Texts | undefined, name: string): string | undefined {
  return texts !== undefined && Object.hasOwn(texts, name) ? texts[name] : undefined;
}

function translated(translation: Translation): ReadonlyMap<string, Texts> {
  const given = new Map<string, Texts>(Object.entries(translation));
  return new Map([...original].map(([group, texts]) => [group, { ...texts, ...given.get(group) }]));
}
