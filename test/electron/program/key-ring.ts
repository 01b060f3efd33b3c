import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished } from "vitest";
import { until } from "../../helpers/until.ts";
import { giveTo, startBus } from "./desktop.ts";
import { isInPath } from "./find-electron.ts";
import { prepared, programDir } from "./program.ts";

export const KEY_RING_PROGRAM = "gnome-keyring-daemon";

/** A person's desktop with a key ring, on a D-Bus session of its own. */
export interface KeyRing {
  /** For every program that is to find it. */
  readonly env: Readonly<Record<string, string>>;
  /** As by logging in with the right password; made at the first time. */
  unlock(): Promise<void>;
  /** As after logging in without it: the ring is there and closed, and nobody is asked. */
  lock(): Promise<void>;
}

export function hasKeyRing(): boolean {
  return isInPath(KEY_RING_PROGRAM);
}

/** It is gone when the test is over. */
export async function startKeyRing(): Promise<KeyRing> {
  const { uid } = prepared().desktop;
  const home = join(programDir(), "home");
  const runDir = join(home, "run");
  mkdirSync(runDir, { recursive: true });
  chmodSync(runDir, 0o700);
  giveTo(uid, home);
  const own = { HOME: home, XDG_RUNTIME_DIR: runDir, XDG_CURRENT_DESKTOP: "GNOME" };
  const bus = await startBus(uid, own);
  const env = { ...own, DBUS_SESSION_BUS_ADDRESS: bus.address };
  const user = uid === null ? {} : { uid, gid: uid };
  const as = { env: { ...process.env, ...env }, ...user };
  let daemon: ChildProcess | null = null;

  async function end(): Promise<void> {
    if (daemon === null) return;
    const ended = once(daemon, "exit");
    if (daemon.kill()) await ended;
    daemon = null;
  }

  async function start(words: readonly string[], password: string): Promise<void> {
    await end();
    daemon = spawn(KEY_RING_PROGRAM, ["--foreground", "--components=secrets", ...words], {
      stdio: ["pipe", "ignore", "ignore"],
      ...as,
    });
    daemon.stdin?.end(password);
    await until(() => expect(isThere()).toBe(true));
  }

  /** Asked of the session itself: asking for the ring would start one. */
  function isThere(): boolean {
    const ask = ["--session", "--print-reply", "--dest=org.freedesktop.DBus", "/"];
    const words = [...ask, "org.freedesktop.DBus.NameHasOwner", "string:org.freedesktop.secrets"];
    return spawnSync("dbus-send", words, { ...as, encoding: "utf8" }).stdout.includes("true");
  }

  onTestFinished(async () => {
    await end();
    await bus.end();
  });
  return { env, unlock: () => start(["--unlock"], "open"), lock: () => start([], "") };
}
