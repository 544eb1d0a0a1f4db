import { hash } from 'node:crypto';
import type { Md5 } from './protocol/signature.ts';

/** MD5 of a byte string, in one shot. */
export const md5: Md5 = (bytes) => hash('md5', Buffer.from(bytes, 'latin1'));
