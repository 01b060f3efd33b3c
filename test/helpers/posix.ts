import { spawnSync } from "node:child_process";
import { chmodSync, statSync } from "node:fs";
import { expect, test } from "vitest";

const isWindows = process.platform === "win32";
const isRoot = process.getuid?.() === 0;

/** What Windows has not, or not in that form; only tests get it that are left out there. */
export interface Posix {
  chmod(path: string, mode: number): void;
  /** The rights of owner, group and others. */
  rights(path: string): number;
  pipe(path: string): void;
  signal(pid: number | undefined, name: NodeJS.Signals): void;
}

const posix: Posix = {
  chmod: chmodSync,
  rights: (path) => statSync(path).mode & 0o7777,
  pipe(path) {
    if (spawnSync("mkfifo", [path]).status !== 0) throw new Error("no pipe could be made");
  },
  signal(pid, name) {
    if (pid === undefined) throw new Error("no such process");
    process.kill(pid, name);
  },
};

/** A reason to leave a test out on Windows. */
export const NO_SIGNAL = "no signal asks a program to end";
export const NO_RIGHTS = "files have no rights of this form";

interface Gate {
  readonly title: string;
  /** Why it is left out on Windows. */
  readonly reason: string;
  /** For what the computer's administrator is not kept from. */
  readonly asUser?: boolean;
  readonly timeout?: number;
}

/** A test of what Windows has not; where it is left out its title says why. */
export function onPosix(
  { title, reason, asUser = false, timeout }: Gate,
  run: (posix: Posix) => Promise<void> | void,
): void {
  const leftOut = isWindows ? reason : asUser && isRoot ? "root may do everything" : null;
  const name = leftOut === null ? title : `${title} (left out: ${leftOut})`;
  const options = timeout === undefined ? {} : { timeout };
  test.skipIf(leftOut !== null)(name, options, () => run(posix));
}

/** Files and folders that only their owner may read; Windows has that from the folder above. */
export function expectOwnerOnly(...paths: readonly string[]): void {
  if (isWindows) return;
  for (const path of paths) expect(statSync(path).mode & 0o077, path).toBe(0);
}

/**
 * Tells a program to end, as a service does or a key in the terminal. Windows has no such signal
 * and ends it on the spot: what it does before it ends is tested elsewhere.
 */
export function tellToEnd(child: { kill(signal: NodeJS.Signals): boolean }): void {
  child.kill("SIGTERM");
}

/** Exit status and signal of a program that ended as it was told to. */
export const ENDED_AS_TOLD: readonly [number | null, NodeJS.Signals | null] = isWindows
  ? [null, "SIGTERM"]
  : [0, null];
