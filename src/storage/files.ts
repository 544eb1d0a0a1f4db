import type { FetchRules } from './fetch-url.ts';
import type { Images } from './images.ts';
import type { Storage } from './store.ts';

/** What a process has for files. Waiting for any of it inside a transaction holds up everybody: don't. */
export interface Files {
  readonly storage: Storage;
  /** Undefined where the package that decodes pictures is not installed: then there are no thumbnails. */
  readonly images: Images | undefined;
  /** For files that are fetched from elsewhere. */
  readonly rules: FetchRules;
}
