/** Whether a process of this computer runs. A number may have passed on to another program. */
export function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Any other refusal (EPERM) speaks of a process that is there.
    return !(error instanceof Error && "code" in error && error.code === "ESRCH");
  }
}

/** When this process began, by the wall clock. */
export function processStartedAt(): number {
  return Date.now() - process.uptime() * 1000;
}
