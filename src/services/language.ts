import { type Language, languages } from '../library/board/phrase.ts';
import type { Uint } from '../protocol/types.ts';
import { Service } from './service.ts';

/** Languages by their ids. */
export type LanguageMap = ReadonlyMap<number, Language>;

/** The languages that the board speaks: see the class phrase for its texts. */
export class LanguageService extends Service {
  /**
   * Reads the languages.
   * @param languageid 0 for all of them; else this one, where there is one
   * @param baseonly has no effect: every language has all that there is
   * @readonly
   * @example languageid=0
   */
  async fetchAll(languageid: Uint = 0, baseonly = false): Promise<LanguageMap> {
    const wanted = languages.filter((each) => languageid === 0 || each.languageid === languageid);
    return new Map(wanted.map((each) => [each.languageid, languageOf(each)]));
  }

  /**
   * The names of the languages, each in its own.
   * @param getall has no effect: members may choose any
   * @returns titles by id
   * @readonly
   */
  async getLanguageTitles(getall = true): Promise<ReadonlyMap<number, string>> {
    return new Map(languages.map(({ languageid, title }) => [languageid, title]));
  }
}

/** Its texts are not part of it. */
function languageOf({ languageid, title, languagecode, charset }: Language): Language {
  return { languageid, title, languagecode, charset };
}
