import {
  chooseLanguage,
  type Language,
  phraseGroup,
  phraseText,
  renderPhrase,
} from '../library/board/phrase.ts';
import type { Struct, Uint } from '../protocol/types.ts';
import { Service } from './service.ts';

/** Texts by the name of their phrase. */
export type PhraseTexts = ReadonlyMap<string, string>;

export interface PhraseAnswer {
  readonly phrases: PhraseTexts;
}

export interface LanguageAnswer {
  readonly languageid: number;
  /** Where it was asked for. */
  readonly charset?: string;
}

/**
 * The board's texts, in English (languageid 1) and German (2). An error's id is the name of its phrase. Texts are
 * plain; where one is missing in a language it is in English.
 */
export class PhraseService extends Service {
  /**
   * Reads phrases; `{1}`, `{2}`, … stand where their arguments go.
   * @param phrases names; those that are not known are left out
   * @param languageid 0 for the caller's own language
   * @readonly
   * @example phrases[]=no_permission&phrases[]=badlogin
   */
  async fetch(phrases: string[], languageid: Uint = 0): Promise<PhraseTexts> {
    const language = this.#language(languageid);
    return new Map(
      phrases.flatMap((name) => {
        const text = phraseText(name, language.languageid);
        return text === undefined ? [] : [[name, text] as const];
      }),
    );
  }

  /**
   * Reads all phrases of groups.
   * @param groups `error`, `feature`, `global`, `page`, `emailsubject`, `emailbody`; others are left out
   * @param languageid 0 for the caller's own language
   * @readonly
   * @example groups[]=error
   */
  async fetchByGroup(groups: string[], languageid: Uint = 0): Promise<PhraseTexts> {
    const language = this.#language(languageid);
    return new Map(
      groups.flatMap((group) => Object.entries(phraseGroup(group, language.languageid) ?? {})),
    );
  }

  /**
   * Reads phrases, as `phrase.fetch` does.
   * @param phrases names; those that are not known are left out
   * @param languageid 0 for the caller's own language
   * @readonly
   * @example phrases[]=no_permission
   */
  async getPhrases(phrases: string[], languageid: Uint = 0): Promise<PhraseAnswer> {
    return { phrases: await this.fetch(phrases, languageid) };
  }

  /**
   * Turns phrases with their arguments into texts: an entry of an answer's `errors`, for example.
   * @param phrases each a name, or a list of a name and its arguments
   * @param languageid 0 for the caller's own language
   * @returns texts by the keys of the list; what is not known is left out
   * @readonly
   * @example phrases[0][]=postfloodcheck&phrases[0][]=15&phrases[0][]=7
   */
  async renderPhrases(phrases: Struct, languageid: Uint = 0): Promise<PhraseAnswer> {
    const language = this.#language(languageid);
    const texts = new Map<string, string>();
    for (const [key, phrase] of phrases) {
      const parts = typeof phrase === 'string' ? [phrase] : [...phrase.values()];
      const [name = '', ...args] = parts.map((part) => (typeof part === 'string' ? part : ''));
      const text = renderPhrase(name, args, language.languageid);
      if (text !== undefined) texts.set(key, text);
    }
    return { phrases: texts };
  }

  /**
   * The language in which the caller gets texts: the one that he has chosen; else the best of those that his client
   * names in the header `Accept-Language`; else the board's.
   * @param getCharset true for its character set, too
   * @readonly
   */
  async getLanguageid(getCharset = false): Promise<LanguageAnswer> {
    const { languageid, charset } = this.#language(0);
    return { languageid, ...(getCharset && { charset }) };
  }

  /** The language asked for, else the caller's. */
  #language(languageid: number): Language {
    return chooseLanguage(languageid, this.ctx.languageid);
  }
}
