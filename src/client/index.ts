export type * from '../generated/api.ts';
export {
  CallError,
  HttpError,
  type LossReason,
  NetworkError,
  type Refusal,
  SessionLost,
  SignpostError,
  TimeoutError,
  UntrustedAnswer,
} from './errors.ts';
export type { SessionState, SignpostOptions, Storage } from './options.ts';
export { Signpost } from './signpost.ts';
