/** A moment as RFC 3339 has it, without a fraction (dialects-additions A1.4). @param seconds Unix seconds */
export function date(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
}

/** The same where 0 stands for never. */
export function dateOrNull(seconds: number | undefined): string | null {
  return seconds === undefined || seconds === 0 ? null : date(seconds);
}
