import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { AppUpdater } from "electron-updater";
import { refuseUnverified } from "./verify-signature.ts";

const FIRST_CHECK_MS = 60_000;
const CHECK_EVERY_MS = 6 * 60 * 60 * 1000;
const BUSY_AGAIN_MS = 10 * 60 * 1000;
/** macOS unpacks and checks an update before it ends the program. */
const INSTALL_LIMIT_MS = 2 * 60 * 1000;

export interface UpdatesDeps {
  /** electron-updater's, or one over a feed of a test. */
  readonly updater: AppUpdater;
  /** https address of the folder that holds latest.yml; the administrator's. */
  readonly feed: string;
  /** Whether a batch is on its way: then nothing is looked for, fetched or installed. */
  readonly isSending: () => boolean;
  readonly onReady: (version: string) => void;
  readonly onTrouble: (detail: string) => void;
}

export interface Updates {
  /** Looks once, and fetches what is newer. Never rejects. */
  check(): Promise<"checked" | "busy" | "failed">;
  /** Looks now and then. */
  start(): void;
  stop(): void;
  readonly isReady: boolean;
  /**
   * When the program has stopped sending and closed its data: hands what is ready, if anything, to
   * the installer, which then ends the program.
   * @param failed called once where it does not
   */
  install(failed: () => void): boolean;
}

/**
 * Updates from the administrator's own feed. A newer version is fetched beside the running one and
 * installed when the user closes the program; an older one is refused.
 */
export function createUpdates(deps: UpdatesDeps): Updates {
  const { updater } = deps;
  let timer: NodeJS.Timeout | undefined;
  let ready = false;
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = false;
  // The user has closed the program; it does not open again by itself.
  updater.autoRunAppAfterInstall = false;
  updater.allowPrerelease = false;
  updater.disableWebInstaller = true;
  updater.setFeedURL({ provider: "generic", url: deps.feed });
  // Naming a channel would allow it; said last.
  updater.allowDowngrade = false;
  updater.logger = null;
  refuseUnverified(updater);
  updater.on("error", (error) => deps.onTrouble(codeOf(error)));
  updater.on("update-downloaded", ({ version }) => {
    ready = true;
    deps.onReady(version);
  });

  async function check(): Promise<"checked" | "busy" | "failed"> {
    if (deps.isSending()) return "busy";
    try {
      const found = await updater.checkForUpdates();
      // A generic feed offers what it holds: versions for trying out ("1.2.0-beta.1") are not taken.
      const stable = found?.updateInfo.version.includes("-") === false;
      if (found?.isUpdateAvailable === true && stable && !ready) {
        if (deps.isSending()) return "busy";
        await updater.downloadUpdate();
      }
      return "checked";
    } catch {
      // The "error" event has told it already.
      return "failed";
    }
  }
  function later(ms: number): void {
    timer = setTimeout(() => {
      void check().then((end) => later(end === "busy" ? BUSY_AGAIN_MS : CHECK_EVERY_MS));
    }, ms).unref();
  }

  return {
    check,
    start: () => later(FIRST_CHECK_MS),
    stop: () => clearTimeout(timer),
    get isReady() {
      return ready;
    },
    install(failed) {
      if (!ready) return false;
      ready = false;
      const limit = setTimeout(failed, INSTALL_LIMIT_MS);
      updater.once("error", () => {
        clearTimeout(limit);
        failed();
      });
      updater.quitAndInstall(true, false);
      return true;
    },
  };
}

/** An error of the updater may quote addresses; its code does not. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  return "code" in error ? String(error.code) : error.name;
}

/**
 * Whether this program verifies who has signed an update: macOS always does, Windows where it is
 * installed and signed itself. Packages for Linux are not signed; their package manager updates
 * them.
 */
export function canVerifyUpdates(
  platform: NodeJS.Platform,
  resources: string,
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  if (platform === "darwin") return true;
  if (platform !== "win32" || env.PORTABLE_EXECUTABLE_DIR !== undefined) return false;
  try {
    return /^publisherName:/m.test(readFileSync(join(resources, "app-update.yml"), "utf8"));
  } catch {
    return false;
  }
}
