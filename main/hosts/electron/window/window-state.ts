import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type BrowserWindow, type Rectangle, screen } from "electron";

const FILE = "window.json";
/** Moving and sizing ends before it is written down. */
const SETTLED_MS = 500;
/** This much of the window has to lie on a display, so that it can be caught and moved. */
const VISIBLE_PX = 100;

export interface WindowState {
  /** Where the window stood on each display, by a name of the display and its size. */
  readonly displays: Readonly<Record<string, Rectangle>>;
  readonly last: string;
  readonly maximized: boolean;
}

export interface Display {
  readonly id: number;
  readonly workArea: Rectangle;
}

const EMPTY: WindowState = { displays: {}, last: "", maximized: false };

/** A display that was exchanged for a smaller one is another display. */
export function displayName({ id, workArea }: Display): string {
  return `${id} ${workArea.width}x${workArea.height}`;
}

/**
 * Where the window opens: where it stood last, on a display that is there; else where it stood on
 * another one of them; else null for Electron's own choice.
 */
export function placeOf(state: WindowState, displays: readonly Display[]): Rectangle | null {
  const known = displays
    .map((display) => ({ display, name: displayName(display) }))
    .sort((a, b) => Number(b.name === state.last) - Number(a.name === state.last));
  for (const { display, name } of known) {
    const place = state.displays[name];
    if (place !== undefined && isVisible(place, display.workArea)) return place;
  }
  return null;
}

function isVisible(place: Rectangle, area: Rectangle): boolean {
  const width = Math.min(place.x + place.width, area.x + area.width) - Math.max(place.x, area.x);
  return width >= VISIBLE_PX && place.y >= area.y && place.y <= area.y + area.height - VISIBLE_PX;
}

/** Broken or missing: as at the first start. A place on the screen is no reason to fail. */
export function readWindowState(dataDir: string): WindowState {
  try {
    const kept: unknown = JSON.parse(readFileSync(join(dataDir, FILE), "utf8"));
    return isState(kept) ? kept : EMPTY;
  } catch {
    return EMPTY;
  }
}

/** By hand: the window waits for it, and reading a library of rules takes longer than the rest. */
function isState(kept: unknown): kept is WindowState {
  if (!isRecord(kept) || !isRecord(kept.displays)) return false;
  if (typeof kept.last !== "string" || typeof kept.maximized !== "boolean") return false;
  return Object.values(kept.displays).every(isPlace);
}

function isPlace(kept: unknown): boolean {
  return (
    isRecord(kept) &&
    ["x", "y", "width", "height"].every((name) => Number.isSafeInteger(kept[name]))
  );
}

function isRecord(kept: unknown): kept is Readonly<Record<string, unknown>> {
  return typeof kept === "object" && kept !== null;
}

export function writeWindowState(dataDir: string, state: WindowState): void {
  const path = join(dataDir, FILE);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, JSON.stringify(state), { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

/** Writes down where the user puts the window. */
export function rememberWindow(window: BrowserWindow, dataDir: string): void {
  let timer: NodeJS.Timeout | undefined;
  const save = () => {
    clearTimeout(timer);
    timer = undefined;
    if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return;
    const before = readWindowState(dataDir);
    const place = window.getNormalBounds();
    const name = displayName(screen.getDisplayMatching(window.getBounds()));
    try {
      writeWindowState(dataDir, {
        displays: { ...before.displays, [name]: place },
        last: name,
        maximized: window.isMaximized(),
      });
    } catch (error) {
      process.stderr.write(`The window's place could not be kept: ${String(error)}\n`);
    }
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(save, SETTLED_MS).unref();
  };
  window.on("resize", soon);
  window.on("move", soon);
  window.on("close", save);
}
