import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { Db } from '../db/db.ts';
import type { Board } from '../library/board/board.ts';
import type { Permissions } from '../permissions.ts';
import type { ApiClient, Principal, Session } from '../principal.ts';
import type { Files } from '../storage/files.ts';
import type { Links } from '../storage/links.ts';
import type { Views } from '../memory/views.ts';

/** What one call may touch. */
export interface Context {
  /** The statements of this call: its transaction, or the reading handle. */
  readonly db: Db;
  /** Unix seconds. */
  readonly now: number;
  readonly user: Principal;
  readonly permissions: Permissions;
  /** `site` where the site itself acts in the user's name, with all rights that there are. */
  readonly authority: 'own' | 'site';
  /** In which the caller gets texts: as he has chosen, as his client asks for, or the board's. */
  readonly languageid: number;
  /** Undefined in a call that no API client made. */
  readonly client: ApiClient | undefined;
  readonly session: Session | undefined;
  /** True when the call's signature has been verified: all calls but api.init must be signed. */
  readonly signed: boolean;
  /** The caller's address. */
  readonly host: string;
  /** The board's options and channels as last read. */
  readonly board: Board;
  readonly config: Config;
  readonly log: Logger;
  /** For methods marked `@steps`, outside their transactions. */
  readonly files: Files;
  /** The URLs under which the caller gets files. */
  readonly links: Links;
  /** Counts who looks at which topic; written later. */
  readonly views: Views;
  /** Runs `effect` once the call's transaction has been committed; never when it failed. */
  afterCommit(effect: () => void | Promise<void>): void;
  /** Makes every process read this token's session, this member's sessions, or the board anew. */
  forgetSession(token: string): Promise<void>;
  forgetUser(userid: number): Promise<void>;
  forgetBoard(): Promise<void>;
  /** A short transaction of its own, for methods marked `@steps`. */
  transaction<T>(work: (db: Db) => Promise<T>): Promise<T>;
}
