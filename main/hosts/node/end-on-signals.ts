/** npm passes on a signal that the terminal has sent to everybody: the same one arrives twice. */
const SAME_SIGNAL_MS = 1500;
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Hears the signals by which the system or a person ends a program.
 * @param first to end in order
 * @param again to end at once: whoever asks a second time waits no longer
 */
export function hearSignals(first: () => void, again: () => void): void {
  let since: number | null = null;
  const hear = () => {
    if (since === null) {
      since = Date.now();
      first();
    } else if (Date.now() - since > SAME_SIGNAL_MS) {
      again();
    }
  };
  for (const signal of SIGNALS) process.on(signal, hear);
}

/** From here on a signal ends the process by itself, also while a box of the system holds it up. */
export function hearNoSignals(): void {
  for (const signal of SIGNALS) {
    // Electron answers signals by itself, but not while a system dialog is open. A listener takes the
    // signal away from it; once the listener is gone too, the system ends the process.
    process.on(signal, () => undefined);
    process.removeAllListeners(signal);
  }
}

/** Ends the process in order at the first signal; one that comes later ends it at once. */
export function endOnSignals(close: () => Promise<void>): void {
  const end = () => {
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  hearSignals(end, () => process.exit(1));
}
