import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./root.ts";

/** Whether Electron can run here, and where its program is; `reason` is half a sentence. */
export type ElectronBinary =
  | { readonly kind: "ready"; readonly path: string }
  | { readonly kind: "unavailable"; readonly reason: string };

/** People are told within 15 seconds; the rest is for starting the browser instead. */
const FETCH_LIMIT_MS = 12_000;

/**
 * Electron's own program. Its npm package comes without and fetches it from a release host at
 * first use, for as long as that takes and loudly: here that is asked for quietly and not waited
 * for longer than the limit.
 */
export async function findElectron(root: string = ROOT): Promise<ElectronBinary> {
  const obstacle = desktopObstacle();
  if (obstacle !== null) return { kind: "unavailable", reason: obstacle };
  return locateElectron(join(root, "node_modules", "electron"));
}

/** The program in the folder of Electron's package, fetched where it is not there yet. */
export async function locateElectron(
  folder: string,
  limitMs: number = FETCH_LIMIT_MS,
): Promise<ElectronBinary> {
  const path = installedElectron(folder);
  if (path !== null) return { kind: "ready", path };
  const fetched = await fetchElectron(folder, limitMs);
  const now = installedElectron(folder);
  if (now !== null) return { kind: "ready", path: now };
  return {
    kind: "unavailable",
    reason:
      fetched === "going-on"
        ? "Electron is still being fetched (a later start will use it)"
        : "Electron's program could not be fetched from its release host",
  };
}

/** The installed program, or null; the same look that Electron's package takes, without its fetch. */
export function installedElectron(folder: string): string | null {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const pathFile = join(folder, "path.txt");
  if (override === undefined && !existsSync(pathFile)) return null;
  const program = existsSync(pathFile) ? readFileSync(pathFile, "utf8").trim() : "electron";
  const path = join(override ?? join(folder, "dist"), program);
  return existsSync(path) ? path : null;
}

function desktopObstacle(): string | null {
  if (process.platform !== "linux") return null;
  if (process.getuid?.() === 0) return "Electron does not run as root with its sandbox on";
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return DISPLAY || WAYLAND_DISPLAY ? null : "there is no desktop for Electron to draw on";
}

/** A fetch that outlasts the limit goes on by itself, so that a slow line gets there in the end. */
function fetchElectron(folder: string, limitMs: number): Promise<"ended" | "going-on"> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(folder, "install.js")], {
      detached: true,
      stdio: "ignore",
      windowsHide: true,
    });
    const timer = setTimeout(() => {
      child.unref();
      resolve("going-on");
    }, limitMs);
    const end = () => {
      clearTimeout(timer);
      resolve("ended");
    };
    child.once("error", end);
    child.once("exit", end);
  });
}
