import type { LossReason } from './errors.ts';

/** What an app keeps between its runs, so that its member stays logged in. */
export interface SessionState {
  readonly clientid: string;
  readonly secret: string;
  readonly token: string;
  /** False for a guest's session. */
  readonly member?: boolean;
}

/** Where an app keeps small texts, such as `localStorage` or AsyncStorage. */
export interface Storage {
  get(key: string): string | null | undefined | Promise<string | null | undefined>;
  set(key: string, value: string): unknown;
}

export interface SignpostOptions {
  /** The board's address, with or without `/api.php`. */
  readonly url: string;
  readonly apiKey: string;
  readonly clientName?: string;
  readonly clientVersion?: string;
  readonly platformName?: string;
  readonly platformVersion?: string;
  /** What tells this installation from others; made by chance, and kept in `storage`, when left out. */
  readonly uniqueId?: string;
  /** Keeps the `uniqueId` that was made; `localStorage` where there is one, else it lasts as long as this object. */
  readonly storage?: Storage;
  /** A session kept from an earlier run. */
  readonly session?: SessionState | undefined;
  /** Told each new session, to keep it. */
  readonly onSession?: (session: SessionState) => void;
  /** Told that the member is not logged in any more, and why, before anything else is done. */
  readonly onSessionLost?: (reason: LossReason) => void;
  /**
   * What goes on as a guest's after a member's session has ended, until they log in again: `reads`, while calls that
   * change something fail with SessionLost; `all`; or `nothing`.
   */
  readonly asGuest?: 'reads' | 'all' | 'nothing';
  /**
   * `always`: a result that is not signed is refused. `present`: a signature is verified where there is one; for a
   * vBulletin, whose answer to a login has none.
   */
  readonly verify?: 'always' | 'present';
  /** Milliseconds that a try of a call may take; 30,000 when left out. */
  readonly timeout?: number;
  /** How often a call is tried again where that is safe; twice when left out. */
  readonly retries?: number;
  /** Asks the server why a signature failed. */
  readonly debug?: boolean;
  /** The global `fetch` when left out. */
  readonly fetch?: typeof fetch;
}
