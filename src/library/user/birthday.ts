/** Birthdays are kept as MM-DD-YYYY; the year 0000 stands for one that is not told. */

const NO_YEAR = '0000';
const FIRST_YEAR = 1900;

/** East of Greenwich the next day begins so much earlier. */
const FARTHEST_EAST = 14 * 3600;

/** All years of birthdays that are taken. */
export const BIRTH_YEARS: readonly string[] = [
  NO_YEAR,
  ...Array.from({ length: 200 }, (_, index) => String(FIRST_YEAR + index)),
];

/** True for a day of the calendar that has come somewhere. @param birthday MM-DD-YYYY @param now Unix seconds */
export function isBirthday(birthday: string, now: number): boolean {
  const [month = '', day = '', year = ''] = birthday.split('-');
  if (!BIRTH_YEARS.includes(year)) return false;
  // A leap year, where it is not known.
  const date = new Date(`${hasYear(birthday) ? year : '2000'}-${month}-${day}T00:00:00Z`);
  const exists = date.getUTCDate() === Number(day);
  return exists && date.getTime() / 1000 <= now + FARTHEST_EAST;
}

export function hasYear(birthday: string): boolean {
  return birthday !== '' && !birthday.endsWith(NO_YEAR);
}

/** What others see: nothing, the day, or the year as well. */
export function shownBirthday(birthday: string, showbirthday: number): string {
  if (birthday === '' || showbirthday === 0) return '';
  return showbirthday === 1 ? birthday.slice(0, 6) + NO_YEAR : birthday;
}

/** True for a birthday less than thirteen years ago; false for none, and without a year. @param now Unix seconds */
export function isUnderThirteen(birthday: string, now: number): boolean {
  const [month, day, year] = birthday.split('-').map(Number);
  if (year === undefined || !hasYear(birthday)) return false;
  return Date.UTC(year + 13, (month ?? 1) - 1, day) > now * 1000;
}
