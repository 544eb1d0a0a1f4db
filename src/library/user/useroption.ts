/** The switches in `user.options`, by vBulletin's names. */
export const userOptions = {
  showsignatures: 1,
  showavatars: 2,
  showimages: 4,
  adminemail: 16,
  showvcard: 32,
  dstauto: 64,
  dstonoff: 128,
  showemail: 256,
  invisible: 512,
  showreputation: 1024,
  receivepm: 2048,
  emailonpm: 4096,
  /** Others may write on his profile. */
  vm_enable: 2097152,
  /** Only those whom he follows may. */
  vm_contactonly: 4194304,
  /** Followers wait for the member's approval. */
  moderatefollowers: 67108864,
  /** Somebody else's address: it gets no more codes to confirm it. */
  noactivationmails: 65536,
} as const;

const HOUR = 3600;

/** Seconds that a member's clock is ahead of UTC, with the hour of daylight saving time if he has switched it on. */
export function clockOffset({
  timezoneoffset,
  options,
}: {
  readonly timezoneoffset: string;
  readonly options: number;
}): number {
  const daylight = (options & userOptions.dstonoff) === 0 ? 0 : HOUR;
  return Math.round(Number(timezoneoffset) * HOUR) + daylight;
}

/** What a new member begins with. */
export const newUserOptions =
  userOptions.showsignatures |
  userOptions.showavatars |
  userOptions.showimages |
  userOptions.adminemail |
  userOptions.showreputation |
  userOptions.receivepm |
  userOptions.vm_enable;
