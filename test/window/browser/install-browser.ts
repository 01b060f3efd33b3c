import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../../main/entries/start/root.ts";
import { findBrowser } from "./find-browser.ts";

const PLAYWRIGHT = ["node_modules/playwright-core/cli.js", "install", "chromium"];

/** The command that a person would use here, for when none of ours has worked. */
export const INSTALL_HINT = isDebian()
  ? "sudo apt-get install -y chromium"
  : `node ${PLAYWRIGHT.join(" ")}`;

/** Installs a browser in the way that fits this computer; gives its program or null. */
export function installBrowser(): string | null {
  const ways = [
    ...(isDebian() && process.getuid?.() === 0 ? [installFromDebian] : []),
    installFromPlaywright,
  ];
  for (const install of ways) {
    install();
    const found = findBrowser();
    if (found !== null) return found;
  }
  return null;
}

function installFromDebian(): void {
  run("apt-get", ["update", "-q"]);
  run("apt-get", ["install", "-y", "-q", "--no-install-recommends", "chromium"]);
}

function installFromPlaywright(): void {
  run(process.execPath, [join(ROOT, PLAYWRIGHT[0] ?? ""), ...PLAYWRIGHT.slice(1)]);
}

function run(program: string, args: readonly string[]): void {
  spawnSync(program, args, {
    stdio: ["ignore", process.stderr, process.stderr],
    timeout: 10 * 60_000,
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  } as const);
}

function isDebian(): boolean {
  const path = "/etc/os-release";
  return existsSync(path) && /^ID=debian$/m.test(readFileSync(path, "utf8"));
}
