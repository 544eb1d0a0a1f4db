/**
 * Text that an answer has as it is: safe HTML, the source of a post, an address. All other text of the legacy names is
 * escaped when it is printed, so that a new member of an answer is safe unless somebody says otherwise.
 */
export class Verbatim {
  readonly text: string;
  /** Clients of version 1 put the board's address before it. */
  readonly isAvatar: boolean;

  constructor(text: string, isAvatar = false) {
    this.text = text;
    this.isAvatar = isAvatar;
  }
}

export function verbatim(text: string): Verbatim {
  return new Verbatim(text);
}

/** An address, which cannot leave the attribute of HTML that somebody prints it into. */
export function address(url: string): Verbatim;
export function address(url: string | undefined): Verbatim | undefined;
export function address(url: string | undefined): Verbatim | undefined {
  return url === undefined ? undefined : new Verbatim(quoted(url));
}

/** The address of an avatar. */
export function avatar(url: string): Verbatim {
  return new Verbatim(quoted(url), true);
}

const quotes: Readonly<Record<string, string>> = { '"': '%22', "'": '%27', '<': '%3C', '>': '%3E' };

function quoted(url: string): string {
  return url.replace(/["'<>]/g, (character) => quotes[character] ?? '');
}
