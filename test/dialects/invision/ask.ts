import { request } from 'node:http';
import type { TestBoard } from '../../support/board.ts';

export interface Asked {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Body;
}

/** What tests read of answers of all kinds, one by one; whole answers are compared. */
export interface Body {
  readonly errorCode: string;
  readonly errorMessage: string;
  readonly hint: string;
  readonly communityName: string;
  readonly id: number;
  readonly item_id: number;
  readonly name: string;
  readonly title: string;
  readonly posts: number;
  readonly content: string;
  readonly hidden: boolean;
  readonly reactions: object;
  readonly secondaryGroups: readonly object[];
  readonly author: { readonly id: number };
  readonly firstPost: { readonly author: { readonly customFields: object } };
  readonly totalResults: number;
  readonly totalPages: number;
  readonly results: readonly Body[];
}

export interface Asking {
  /** The key; `false` for none. */
  readonly key?: string | false;
  readonly headers?: Readonly<Record<string, string>>;
  /** A form's fields, in order. */
  readonly form?: readonly (readonly [string, string])[];
  /** A body as it is. */
  readonly raw?: string;
  /** From which of this machine's addresses. */
  readonly from?: string;
}

function readBody(text: string): Body {
  return (text === '' ? undefined : JSON.parse(text)) as Body;
}

/** Asks Invision's API as a program would, without any help of the board's own code. */
export function asker(board: () => TestBoard) {
  return async (
    verb: string,
    path: string,
    { key = 'sandbox-invision-key', headers = {}, form, raw, from }: Asking = {},
  ): Promise<Asked> => {
    const body =
      form === undefined
        ? raw
        : new URLSearchParams(
            form.map(([name, value]): [string, string] => [name, value]),
          ).toString();
    const { hostname, port } = new URL(board().url);
    return new Promise((resolve, reject) => {
      const sending = request(
        {
          ...{ host: hostname, port, path, method: verb, ...(from && { localAddress: from }) },
          headers: {
            ...(key !== false && {
              authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}`,
            }),
            ...(form && { 'content-type': 'application/x-www-form-urlencoded' }),
            ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }),
            ...headers,
          },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => {
            const text = Buffer.concat(chunks).toString();
            const { statusCode: status = 0, headers: received } = response;
            resolve({
              status,
              headers: received,
              body: readBody(text),
            });
          });
        },
      );
      sending.on('error', reject);
      sending.end(body);
    });
  };
}

/** Without the visits of members, which are written down a little after they were. */
export function atRest(body: object): unknown {
  return JSON.parse(
    JSON.stringify(body, (name, value: unknown) =>
      /^last(Activity|Visit)$/.test(name) ? null : value,
    ),
  );
}
