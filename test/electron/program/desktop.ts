import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, chownSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { isRoot, needsScreen } from "./find-electron.ts";

/** What a program with a window needs to run as on a person's desktop. */
export interface Desktop {
  /** The ordinary user that programs run as, where the tests run as root. */
  readonly uid: number | null;
  readonly env: Readonly<Record<string, string>>;
}

/** "nobody", who is everywhere and may nothing. */
const ORDINARY_USER = 65_534;
const SCREEN = "1400x900x24";

/**
 * A screen that nobody sees and a D-Bus session, both of the ordinary user, where there is none.
 * @param dir a folder that everybody may enter
 */
export async function startDesktop(
  dir: string,
): Promise<{ readonly desktop: Desktop; end(): Promise<void> }> {
  const uid = isRoot() ? ORDINARY_USER : null;
  if (process.platform !== "linux") {
    return { desktop: { uid, env: {} }, end: async () => undefined };
  }
  const home = join(dir, "home");
  mkdirSync(join(home, "run"), { recursive: true });
  chmodSync(join(home, "run"), 0o700);
  giveTo(uid, home);
  const env: Record<string, string> = { HOME: home, XDG_RUNTIME_DIR: join(home, "run") };
  const ends: (() => Promise<void>)[] = [];
  if (needsScreen()) {
    const screen = runAs(uid, env, "Xvfb", [
      ...["-displayfd", "3", "-screen", "0", SCREEN, "-nolisten", "tcp"],
    ]);
    const bus = await startBus(uid, env);
    ends.push(() => endOf(screen), bus.end);
    env.DISPLAY = `:${await firstLine(screen)}`;
    env.DBUS_SESSION_BUS_ADDRESS = bus.address;
  }
  return {
    desktop: { uid, env },
    async end() {
      for (const each of ends) await each();
    },
  };
}

/** A D-Bus session of that user. */
export async function startBus(
  uid: number | null,
  env: Readonly<Record<string, string>>,
): Promise<{ readonly address: string; end(): Promise<void> }> {
  const bus = runAs(uid, env, "dbus-daemon", ["--session", "--nofork", "--print-address=3"]);
  return { address: await firstLine(bus), end: () => endOf(bus) };
}

async function endOf(child: ChildProcess): Promise<void> {
  const ended = once(child, "exit");
  if (child.kill()) await ended;
}

/** Gives a file, or a folder and all that is in it, to the user that the program runs as. */
export function giveTo(uid: number | null, path: string): void {
  if (uid === null) return;
  chownSync(path, uid, uid);
  if (!statSync(path).isDirectory()) return;
  for (const name of readdirSync(path, { recursive: true, encoding: "utf8" })) {
    chownSync(join(path, name), uid, uid);
  }
}

/** Starts a helper as that user; what it tells comes as a line of its fourth channel. */
function runAs(
  uid: number | null,
  env: Readonly<Record<string, string>>,
  program: string,
  words: readonly string[],
): ChildProcess {
  return spawn(program, words, {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
    env: { ...process.env, ...env },
    ...(uid === null ? {} : { uid, gid: uid }),
  });
}

async function firstLine(child: ChildProcess): Promise<string> {
  const lines = createInterface({ input: child.stdio[3] as Readable });
  const [line] = await Promise.race([
    once(lines, "line"),
    once(child, "exit").then(([code]) => {
      throw new Error(`${child.spawnfile} ended with ${code}`);
    }),
  ]);
  return String(line);
}
