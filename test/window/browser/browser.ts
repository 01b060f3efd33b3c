import { type Browser, chromium } from "playwright-core";
import { findBrowser } from "./find-browser.ts";

/**
 * A real Chrome, Chromium or Edge without a screen. To be closed by the caller.
 * @throws Error where none is there; `npm test` sees to that before
 */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error("No browser. `npm test` finds or installs one.");
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-default-browser-check",
      // Chromium's sandbox does not start for root; only pages of our own are opened.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ],
  });
}
