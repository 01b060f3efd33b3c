import { type Browser, chromium } from "playwright-core";
import { findBrowser } from "./find-browser.ts";

/**
 * Parts of the browser that no page sees. Of lists like this one the last counts: the first lines
 * are Playwright's own, as far as they concern pages of this computer.
 */
const SWITCHED_OFF = [
  ...["AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades"],
  ...["HttpsFirstBalancedModeAutoEnable", "LensOverlay", "MediaRouter", "PaintHolding"],
  ...["ThirdPartyStoragePartitioning", "AvoidCorsURLLoaderRestartOnRedirect", "OptimizationHints"],
  ...["TcpPortRandomizationWin", "NetworkTimeServiceQuerying", "AimEnabled", "PreconnectToSearch"],
  // The list below the address, which is drawn by two pages of its own behind every window.
  ...["WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup"],
  // A process that waits for the next site; it is started anew for every page.
  "SpareRendererForSitePerProcess",
];

let started: Promise<Browser> | null = null;

/**
 * The browser that all files of a worker share, or a new one where that is gone: to start it takes
 * longer than most of what is done in it, and a new context knows nothing of others. It ends with
 * the worker.
 */
export async function workerBrowser(): Promise<Browser> {
  const running = await started;
  if (running?.isConnected()) return running;
  started = launchBrowser();
  return started;
}

/**
 * A real Chrome, Chromium or Edge without a screen. To be closed by the caller.
 * @param withBars whether its scroll bars are shown, with room of their own, as on Windows
 * @throws Error where none is there; `npm test` sees to that before
 */
export async function launchBrowser(withBars = false): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error("No browser. `npm test` finds or installs one.");
  const off = [...SWITCHED_OFF, ...(withBars ? ["OverlayScrollbar"] : [])];
  return chromium.launch({
    executablePath,
    headless: true,
    ...(withBars ? { ignoreDefaultArgs: ["--hide-scrollbars"] } : {}),
    args: [
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      `--disable-features=${off.join(",")}`,
      "--no-default-browser-check",
      // Chromium's sandbox does not start for root; only pages of our own are opened.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ],
  });
}
