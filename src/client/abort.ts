/** Waits, but no longer than until the signal. */
export function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return orAborted(new Promise((resolve) => setTimeout(resolve, ms)), signal);
}

/**
 * The promise's outcome, unless the signal comes first.
 * @throws the signal's reason
 */
export async function orAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work;
  let stop = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => {
      reject(reasonOf(signal));
    };
    signal.addEventListener('abort', stop);
  });
  try {
    stopIfAborted(signal);
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** @throws the signal's reason, once it has been given */
export function stopIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw reasonOf(signal);
}

/** The signals of React Native know no reason. */
function reasonOf(signal: AbortSignal): Error {
  const { reason } = signal as { readonly reason?: unknown };
  if (reason instanceof Error) return reason;
  return Object.assign(new Error('the call was aborted', { cause: reason }), {
    name: 'AbortError',
  });
}
