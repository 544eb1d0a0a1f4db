/**
 * Whether a read lets others go on: what this process reads itself is there without a turn of the event loop, so that
 * nothing but what had begun already comes before it.
 */
export async function isBeside(read: () => Promise<unknown>): Promise<boolean> {
  let done = false;
  const reading = read().finally(() => (done = true));
  for (let step = 0; step < 1_000; step += 1) await Promise.resolve();
  const beside = !done;
  await reading;
  return beside;
}
