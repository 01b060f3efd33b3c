import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { inElectron, suiteProgram } from "./program.ts";

inElectron("the page in the real window", () => {
  const program = suiteProgram();

  it("comes from the program's own scheme and knows nothing of Node", async () => {
    const { page, dataDir } = program();
    expect(page.url()).toMatch(/^app:\/\/window\//);
    const seen = await page.evaluate(async () => ({
      node: [typeof Reflect.get(window, "require"), typeof Reflect.get(window, "process")],
      info: await window.loyalty?.call("app.info", {}),
      named: await window.loyalty?.call("files.register", { path: "/etc/hostname" }),
    }));
    expect(seen.node).toEqual(["undefined", "undefined"]);
    expect(seen.info).toMatchObject({ ok: true, value: { host: "electron", dataDir } });
    expect(seen.named).toMatchObject({ ok: false, error: { code: "not-allowed" } });
  });

  it("runs in Chromium's sandbox", async () => {
    const { app } = program();
    const pid = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
    );
    const sandboxed = await app.evaluate(
      ({ app: running }, page) =>
        running.getAppMetrics().find((each) => each.pid === page)?.sandboxed,
      pid,
    );
    // Electron tells it on Windows and macOS; Linux' kernel tells of the filter on system calls.
    if (process.platform !== "linux") expect(sandboxed).toBe(true);
    else expect(readFileSync(`/proc/${pid}/status`, "utf8")).toMatch(/^Seccomp:\s2$/m);
  });

  it("runs no script that is written into it", async () => {
    const ran = await program().page.evaluate(async () => {
      const refused = new Promise<string>((done) => {
        addEventListener("securitypolicyviolation", (event) => done(event.effectiveDirective), {
          once: true,
        });
      });
      const script = document.createElement("script");
      script.textContent = "window.inline = true";
      document.head.append(script);
      return [await refused, typeof Reflect.get(window, "inline")];
    });
    expect(ran).toEqual(["script-src-elem", "undefined"]);
  });
});
