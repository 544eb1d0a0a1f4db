/**
 * How long this process computes for something, its threads among it, in milliseconds. Other than the time on the clock
 * it does not grow where others keep the machine busy.
 */
export async function effortOf(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
