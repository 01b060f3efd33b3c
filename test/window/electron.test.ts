import { existsSync } from "node:fs";
import { join } from "node:path";
import { _electron } from "playwright-core";
import { describe, expect, it } from "vitest";
import { findInstalledElectron } from "../../main/start/electron-binary.ts";
import { ROOT } from "../../main/start/root.ts";
import { fillPast } from "../bench/full-past.ts";
import { measureElectronStart } from "../bench/start-up-electron.ts";
import { tempDir } from "../helpers/temp-dir.ts";

const electron = findInstalledElectron();
const skipped = electron.kind === "unavailable" ? ` (skipped: ${electron.reason})` : "";

describe.skipIf(electron.kind === "unavailable")(`the real Electron program${skipped}`, () => {
  it("opens the window, locked down, and ends in order", async () => {
    if (electron.kind === "unavailable") throw new Error(electron.reason);
    const dataDir = tempDir();
    const program = await _electron.launch({
      executablePath: electron.path,
      args: [ROOT, "--data-dir", dataDir],
    });
    try {
      const page = await program.firstWindow();
      const refused: string[] = [];
      page.on("console", (message) => {
        if (/Content Security Policy/.test(message.text())) refused.push(message.text());
      });
      await page.getByRole("heading", { level: 1 }).first().waitFor();
      expect(page.url()).toMatch(/^app:\/\/window\//);
      const seen = await page.evaluate(async () => ({
        node: [typeof Reflect.get(window, "require"), typeof Reflect.get(window, "process")],
        info: await window.loyalty?.call("app.info", {}),
        named: await window.loyalty?.call("files.register", { path: "/etc/hostname" }),
        evaluated: await new Promise((done) => {
          addEventListener("securitypolicyviolation", () => done("refused"), { once: true });
          const script = document.createElement("script");
          script.textContent = "window.inline = true";
          document.head.append(script);
          setTimeout(() => done(Reflect.get(window, "inline")), 2000);
        }),
      }));
      expect(seen.node).toEqual(["undefined", "undefined"]);
      expect(seen.info).toMatchObject({ ok: true, value: { host: "electron", dataDir } });
      expect(seen.named).toMatchObject({ ok: false, error: { code: "not-allowed" } });
      expect(seen.evaluated).toBe("refused");
      expect(refused.filter((text) => !text.includes("inline"))).toEqual([]);
    } finally {
      await program.close();
    }
  });

  it("shows 10,000 imports of the past beside a bare window; how long both take is printed", {
    timeout: 180_000,
  }, async () => {
    if (electron.kind === "unavailable") throw new Error(electron.reason);
    const dataDir = tempDir();
    await fillPast(dataDir);
    const { bare, program } = await measureElectronStart(electron.path, dataDir);
    process.stdout.write(
      `Electron: bare window ${Math.round(bare)} ms, program ${Math.round(program)} ms, ratio ${(program / bare).toFixed(2)} (wanted: at most 1.5).\n`,
    );
    expect(existsSync(join(dataDir, "chromium"))).toBe(true);
  });
});
