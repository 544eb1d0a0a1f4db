import { type OptionName, optionTable } from '../library/board/options.ts';
import { Service } from './service.ts';

/** Option names and their values. */
export type OptionValues = ReadonlyMap<string, string | number>;

/** The board's settings, as far as clients may read them. */
export class OptionsService extends Service {
  /**
   * Reads groups of options: `options`, which `publicoptions` is another name of, and `miscoptions` (there are none).
   * Other groups are left out, as are options that are not public.
   * @param options the names of groups; all groups when left out
   * @returns each group asked for, with its options by name; `publicoptions` under the name `options`
   * @readonly
   * @example options[]=options
   */
  async fetch(
    options: string[] = ['options', 'miscoptions'],
  ): Promise<ReadonlyMap<string, OptionValues>> {
    const wanted = new Set(options.map((name) => (name === 'publicoptions' ? 'options' : name)));
    const groups: ReadonlyMap<string, OptionValues> = new Map([
      ['options', this.#values(publicNames)],
      ['miscoptions', new Map()],
    ]);
    return new Map([...groups].filter(([name]) => wanted.has(name)));
  }

  /**
   * Reads options by name. Names that are unknown or not public are left out.
   * @param options the names
   * @returns the options by name
   * @readonly
   * @example options[]=bbtitle&options[]=bbactive
   */
  async fetchValues(options: string[]): Promise<OptionValues> {
    return this.#values(publicNames.filter((name) => options.includes(name)));
  }

  #values(names: readonly OptionName[]): OptionValues {
    return new Map(names.map((name) => [name, this.ctx.board.options[name]]));
  }
}

const publicNames = (Object.keys(optionTable) as OptionName[]).filter(
  (name) => optionTable[name].public,
);
