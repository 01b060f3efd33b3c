import { beforeAll, describe, expect, it } from "vitest";
import { isAllowedLink } from "../../../../main/hosts/electron/page/links.ts";
import { lockDown } from "../../../../main/hosts/electron/page/lock-down.ts";
import { openWindow } from "../../../../main/hosts/electron/window/window.ts";
import { suiteDir } from "../../../helpers/temp-dir.ts";
import { type BrowserWindow, session, told, WebContents } from "../stand-in/index.ts";

const suite = suiteDir();
let window: BrowserWindow;
beforeAll(async () => {
  lockDown(session.defaultSession as never);
  await openWindow(suite, () => undefined);
  window = told.windows[0] as BrowserWindow;
});

/** Whether a listener of the event has prevented it. */
function prevented(emitter: WebContents, name: string, details: object = {}): boolean {
  let stopped = false;
  emitter.emit(name, {
    ...details,
    preventDefault: () => {
      stopped = true;
    },
  });
  return stopped;
}

describe("the Electron window", () => {
  it("keeps the page apart from Node and from the preload script's world", () => {
    const { webPreferences } = window.options as { readonly webPreferences: object };
    // Nothing beside it: no other session, no words for the preload script, no Blink features.
    expect(webPreferences).toEqual({
      preload: expect.stringMatching(/preload.index\.cjs$/),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      plugins: false,
      enableWebSQL: false,
      enableDeprecatedPaste: false,
      webgl: false,
      webviewTag: false,
      disableDialogs: true,
      navigateOnDragDrop: false,
      spellcheck: false,
      disableBlinkFeatures: "Auxclick",
      devTools: true,
    });
  });

  it("has developer tools only while developing", async () => {
    expect(window.options).toMatchObject({ webPreferences: { devTools: true } });
    told.packaged = true;
    await openWindow(suite, () => undefined);
    told.packaged = false;
    expect(told.windows[1]?.options).toMatchObject({ webPreferences: { devTools: false } });
  });

  it("loads the program's own scheme and shows when there is something to see", () => {
    expect(window.loaded).toBe("app://window/#/import");
    expect(window.shown).toBe(1);
  });

  it("follows no redirect, lets no frame go anywhere and holds no page in a page", () => {
    for (const name of ["will-redirect", "will-attach-webview"]) {
      expect(prevented(window.webContents, name), name).toBe(true);
    }
    for (const url of ["https://example.com/", "app://window/"]) {
      const details = { url, isMainFrame: false };
      expect(prevented(window.webContents, "will-frame-navigate", details), url).toBe(true);
    }
  });

  it("has no permission but to write text to the clipboard, and that only for its own page", () => {
    const ask = (permission: string, url: string, isMainFrame = true) => {
      let granted: unknown = null;
      // A frame of our own page asks: what counts is the frame, not the page.
      const contents = new WebContents();
      const decide = (value: boolean) => {
        granted = value;
      };
      const details = { requestingUrl: url, isMainFrame };
      told.permissionRequest?.(contents, permission, decide, details);
      return [granted, told.permissionCheck?.(contents, permission, url, details)];
    };
    expect(ask("clipboard-sanitized-write", "app://window/")).toEqual([true, true]);
    expect(ask("clipboard-sanitized-write", "https://evil.example/")).toEqual([false, false]);
    expect(ask("clipboard-sanitized-write", "app://window/", false)).toEqual([false, false]);
    expect(ask("clipboard-sanitized-write", "about:blank")).toEqual([false, false]);
    const others = ["media", "geolocation", "notifications", "openExternal", "clipboard-read"];
    const devices = ["hid", "usb", "serial", "midi", "fileSystem", "local-network-access"];
    for (const permission of [...others, ...devices]) {
      expect(ask(permission, "app://window/"), permission).toEqual([false, false]);
    }
    expect(told.devicePermission?.({})).toBe(false);
  });

  it("talks to nobody on the network", () => {
    expect(window.webContents.webRtc).toBe("disable_non_proxied_udp");
    const cancelled = (url: string) => {
      let answer: unknown = null;
      told.beforeRequest?.({ url }, (value: { cancel: boolean }) => {
        answer = value.cancel;
      });
      return answer;
    };
    expect(cancelled("app://window/assets/a.js")).toBe(false);
    for (const url of [
      "https://example.com/",
      "http://127.0.0.1/",
      "file:///etc/passwd",
      "app://other/",
      "ws://x/",
    ]) {
      expect(cancelled(url), url).toBe(true);
    }
  });

  it("opens links of the allow list only, and of https only", () => {
    const allowed = [{ origin: "https://docs.example.com", path: "/help/" }];
    expect(isAllowedLink("https://docs.example.com/help/x", allowed)).toBe(true);
    for (const link of [
      "http://docs.example.com/help/",
      "https://docs.example.com/",
      "https://docs.example.com.evil.example/help/",
      "https://user@docs.example.com/help/",
      "file:///help/",
      "javascript:alert(1)",
      "not an address",
    ]) {
      expect(isAllowedLink(link, allowed), link).toBe(false);
    }
    expect(isAllowedLink("https://docs.example.com/help/x")).toBe(false);
    const open = [{ origin: "http://docs.example.com", path: "/" }];
    expect(isAllowedLink("http://docs.example.com/", open)).toBe(false);
  });
});
