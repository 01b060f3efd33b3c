import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

/** Names under which Chrome, Chromium and Edge are found on a PATH. */
const NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "microsoft-edge",
  "microsoft-edge-stable",
];

/**
 * The program of a Chrome, Chromium or Edge of this computer, or null. CHROME_PATH comes first,
 * then what the system has, then the one Playwright has installed.
 */
export function findBrowser(): string | null {
  const asked = process.env.CHROME_PATH;
  if (asked) return asked;
  return [...usualPlaces(), chromium.executablePath()].find(isProgram) ?? null;
}

function usualPlaces(): readonly string[] {
  switch (process.platform) {
    case "darwin":
      return ["Google Chrome", "Chromium", "Microsoft Edge"].map(
        (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
      );
    case "win32":
      return ["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"].flatMap((name) => {
        const folder = process.env[name];
        if (folder === undefined) return [];
        return [
          join(folder, "Google", "Chrome", "Application", "chrome.exe"),
          join(folder, "Microsoft", "Edge", "Application", "msedge.exe"),
          join(folder, "Chromium", "Application", "chrome.exe"),
        ];
      });
    default:
      return (process.env.PATH ?? "")
        .split(delimiter)
        .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
