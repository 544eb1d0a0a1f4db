import { contentTypes } from '../library/board/contenttype.ts';
import type { Uint } from '../protocol/types.ts';
import { Service } from './service.ts';

/** Content types: their names and this board's ids for them. */
export class ContenttypeService extends Service {
  /**
   * The name of a content type, such as `Text`.
   * @returns false when there is no such type
   * @readonly
   * @example contenttypeid=1
   */
  async fetchContentTypeClassFromId(contenttypeid: Uint): Promise<string | false> {
    return this.ctx.board.contentTypeClass(contenttypeid) || false;
  }

  /**
   * This board's id of a content type.
   * @param class_ the name, such as `Text`; case does not count
   * @param package_ has no effect: all types belong to one package
   * @returns false when there is no such type
   * @readonly
   * @example class=Text
   */
  async fetchContentTypeIdFromClass(class_: string, package_ = 'vBForum'): Promise<Uint | false> {
    const name = contentTypes.find((one) => one.toLowerCase() === class_.toLowerCase());
    return name === undefined ? false : this.ctx.board.contentTypes[name];
  }
}
