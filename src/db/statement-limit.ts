import type { Duplex } from 'node:stream';

/** What the drivers of PostgreSQL and MariaDB have in common. */
export interface Connection {
  query: (...args: unknown[]) => unknown;
  /** MariaDB's. */
  readonly stream?: Duplex;
  /** PostgreSQL's. */
  readonly connection?: { readonly stream: Duplex };
}

type Answered = (...answer: unknown[]) => void;

/**
 * Gives up a statement that the server has not answered in time, and its connection with it, since nobody knows what
 * is still to come on it. The server has a limit of its own: this one is for a server that does not answer at all, or a
 * line that swallows what is sent.
 */
export function limitStatements(connection: Connection, limitMs: number): void {
  const query = connection.query.bind(connection);
  connection.query = (...args) => {
    const answered = args.pop() as Answered;
    const timer = setTimeout(() => {
      (connection.stream ?? connection.connection?.stream)?.destroy();
    }, limitMs);
    return query(...args, (...answer: unknown[]) => {
      clearTimeout(timer);
      answered(...answer);
    });
  };
}
