import { memberUrl, nodeUrl } from '../../library/node/page-url.ts';

/** The addresses of pages that answers name. */
export class Links {
  readonly #base: string;

  /** @param base the board's address, without a slash at the end */
  constructor(base: string) {
    this.#base = base;
  }

  get board(): string {
    return `${this.#base}/`;
  }

  forum(nodeid: number, urlident: string): string {
    return nodeUrl(this.#base, { nodeid, starter: 0, urlident });
  }

  post(node: {
    readonly nodeid: number;
    readonly starter: number;
    readonly urlident: string;
  }): string {
    return nodeUrl(this.#base, node);
  }

  member(member: { readonly userid: number; readonly username: string }): string {
    return memberUrl(this.#base, member);
  }
}
