/** npm passes on a signal that the terminal has sent to everybody: the same one arrives twice. */
const SAME_SIGNAL_MS = 1500;

/** Ends the process in order at the first signal; one that comes later ends it at once. */
export function endOnSignals(close: () => Promise<void>): void {
  let first: number | null = null;
  const end = () => {
    if (first !== null) {
      if (Date.now() - first > SAME_SIGNAL_MS) process.exit(1);
      return;
    }
    first = Date.now();
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, end);
}
