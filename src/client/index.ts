export type * from '../generated/api.ts';
export { SignpostError, UntrustedAnswer } from './errors.ts';
export { Signpost, type SessionState, type SignpostOptions } from './signpost.ts';
