import { ApiError } from '../../errors.ts';
import { isLonger } from '../../library/text/wording.ts';
import { checkUrl } from './links.ts';

const LONGEST = 500;

/**
 * The URL of a picture that stands beside a title; empty for none.
 * @throws ApiError `invalid_url`, `invalid_data` when it is too long
 */
export function checkIcon(icon: string): string {
  if (icon === '') return '';
  const url = checkUrl(icon);
  if (isLonger(url, LONGEST))
    throw new ApiError('invalid_data', `data[icon]: it has at most ${LONGEST} characters`);
  return url;
}
