import { type Browser, chromium } from "playwright-core";
import { findBrowser } from "./find-browser.ts";

/**
 * A real Chrome, Chromium or Edge without a screen. To be closed by the caller.
 * @param withBars whether its scroll bars are shown, with room of their own, as on Windows
 * @throws Error where none is there; `npm test` sees to that before
 */
export async function launchBrowser(withBars = false): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error("No browser. `npm test` finds or installs one.");
  return chromium.launch({
    executablePath,
    headless: true,
    ...(withBars ? { ignoreDefaultArgs: ["--hide-scrollbars"] } : {}),
    args: [
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      ...(withBars ? ["--disable-features=OverlayScrollbar"] : []),
      "--no-default-browser-check",
      // Chromium's sandbox does not start for root; only pages of our own are opened.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ],
  });
}
