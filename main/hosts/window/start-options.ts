import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { SCREENS, type Screen } from "../../../preload/types/app.ts";
import { AppError } from "../../common/errors.ts";
import { chooseDataDir } from "../../common/host/data-dir.ts";

/** How the window is started, by `npm start -- ...` or by the installed program. */
export interface StartOptions {
  /** The window in a browser although Electron may be there. */
  readonly browser: boolean;
  /** Whether the browser is opened; the address is printed either way. */
  readonly open: boolean;
  /** Absolute. */
  readonly dataDir: string;
  /** Loopback host only; 0 takes a free one. */
  readonly port: number;
  /** The screen that the window opens with or goes to; null leaves it where it is. */
  readonly screen: Screen | null;
  /** Files to import, as dropped on the program's icon; absolute. */
  readonly files: readonly string[];
}

/** @throws AppError usage */
export function readStartOptions(args: readonly string[]): StartOptions {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        browser: { type: "boolean", default: false },
        "no-open": { type: "boolean", default: false },
        "data-dir": { type: "string" },
        port: { type: "string", default: "0" },
        show: { type: "string" },
      },
    });
    return {
      browser: values.browser,
      open: !values["no-open"],
      dataDir: chooseDataDir(values["data-dir"] ?? null),
      port: readPort(values.port),
      screen: values.show === undefined ? null : readScreen(values.show),
      files: positionals.map(filePath),
    };
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new AppError("start-usage", { params: { problem: detail }, cause });
  }
}

/**
 * Of where this start happened: one that hands over to the open window was made in another folder.
 * Linux' file managers give addresses in place of paths.
 */
function filePath(word: string): string {
  return word.startsWith("file://") ? fileURLToPath(word) : resolve(word);
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new Error(`--port ${text} is not a port number.`);
  return port;
}

function readScreen(text: string): Screen {
  const screen = SCREENS.find((name) => name === text);
  if (screen === undefined) throw new Error(`--show ${text} is no screen: ${SCREENS.join(", ")}.`);
  return screen;
}

/**
 * The arguments that are ours among those Electron was started with: Chromium and the system add
 * switches of their own.
 */
export function ownArguments(args: readonly string[]): readonly string[] {
  const own: string[] = [];
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? "";
    if (arg === "--data-dir") own.push(arg, ...args.slice(++at, at + 1));
    else if (/^--(?:data-dir|show)=/.test(arg) || !arg.startsWith("-")) own.push(arg);
  }
  return own;
}
