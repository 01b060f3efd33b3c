import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { installedElectron } from "../../../main/entries/start/electron-binary.ts";
import { ROOT } from "../../../main/entries/start/root.ts";

/** Which program of Electron the tests run in, if any; `reason` is half a sentence. */
export type FoundElectron =
  | { readonly kind: "ready"; readonly program: string }
  | { readonly kind: "unavailable"; readonly reason: string };

/** Names a program where Electron's package has none: its release host is not everywhere in reach. */
const VARIABLE = "LOYALTY_ELECTRON";

export function findTestElectron(): FoundElectron {
  const named = process.env[VARIABLE];
  const installed = installedElectron(join(ROOT, "node_modules", "electron"));
  const program = installed ?? (named !== undefined && existsSync(named) ? named : null);
  if (program === null) {
    const reason =
      named === undefined
        ? `Electron's program is not installed, and ${VARIABLE} names none`
        : `${named}, named by ${VARIABLE}, is not there`;
    return { kind: "unavailable", reason };
  }
  const missing = neededPrograms().filter((name) => !isInPath(name));
  if (missing.length > 0) {
    return { kind: "unavailable", reason: `it needs ${missing.join(", ")} on this computer` };
  }
  return { kind: "ready", program };
}

/** Whether the program has to be started as another user: its sandbox does not run as root. */
export function isRoot(): boolean {
  return process.platform === "linux" && process.getuid?.() === 0;
}

/** Whether a screen of the tests' own is needed. */
export function needsScreen(): boolean {
  if (process.platform !== "linux") return false;
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return isRoot() || !(DISPLAY || WAYLAND_DISPLAY);
}

function neededPrograms(): readonly string[] {
  return [...(isRoot() ? ["setpriv"] : []), ...(needsScreen() ? ["Xvfb", "dbus-daemon"] : [])];
}

export function isInPath(name: string): boolean {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.some((folder) => existsSync(join(folder, name)));
}
