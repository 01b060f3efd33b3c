import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { until } from "../../helpers/until.ts";
import { inElectron, suiteProgram } from "../program/program.ts";

inElectron("the ways out of the page in the real window", () => {
  const program = suiteProgram();

  it("lead nowhere: no other page, no second window, no download", async () => {
    const { app, page } = program();
    const address = page.url();
    const saved = await app.evaluate(({ session, app: running }) => {
      const downloads: string[] = [];
      Reflect.set(globalThis, "downloads", downloads);
      session.defaultSession.on("will-download", (event, item) =>
        downloads.push(`${item.getFilename()} ${event.defaultPrevented}`),
      );
      return running.getPath("downloads");
    });
    for (const target of ["https://example.com/", "file:///etc/hostname", "data:text/html,x"]) {
      await page.evaluate((to) => {
        location.href = to;
      }, target);
    }
    await page.evaluate(() => {
      const link = document.createElement("a");
      link.textContent = "out";
      document.body.append(link);
      link.href = "https://example.com/";
      link.target = "_blank";
      link.click();
      link.removeAttribute("target");
      link.href = URL.createObjectURL(new Blob(["kept"]));
      link.download = "kept.txt";
      link.click();
      link.remove();
    });
    expect(await page.evaluate(() => window.open("https://example.com/"))).toBeNull();
    await until(async () =>
      expect(await app.evaluate(() => Reflect.get(globalThis, "downloads"))).toEqual([
        "kept.txt true",
      ]),
    );
    expect(existsSync(join(saved, "kept.txt"))).toBe(false);
    expect(page.url()).toBe(address);
    expect(app.windows()).toHaveLength(1);
    // Playwright goes on waiting for where the page was to go, so it is not asked.
    expect(await page.evaluate(() => document.querySelectorAll("h1").length)).toBe(1);
  });

  it.each([
    "app://window/../../package.json",
    "app://window/..%2f..%2fpackage.json",
    "app://window/%2e%2e/%2e%2e/package.json",
    "app://window/assets/..%5c..%5cmain%5cindex.js",
    "app://window//etc/passwd",
    "app://window/licences.json%00.html",
    "app://elsewhere/index.html",
    "app://window.elsewhere/index.html",
    "app://user@window/index.html",
  ])("end at %s", async (url) => {
    const status = await program().app.evaluate(
      ({ session }, address) =>
        session.defaultSession.fetch(address).then(
          (reply) => reply.status,
          () => "refused",
        ),
      url,
    );
    expect([404, "refused"]).toContain(status);
  });

  it("lead to the page's own files", async () => {
    const reply = await program().app.evaluate(async ({ session }) => {
      const page = await session.defaultSession.fetch("app://window/");
      return { status: page.status, type: page.headers.get("content-type") };
    });
    expect(reply).toEqual({ status: 200, type: expect.stringMatching(/^text\/html/) });
  });

  it("to the program are the page's alone: another window's page and a frame in it are refused", async () => {
    const answers = await program().app.evaluate(
      async ({ BrowserWindow, app: running }, preload) => {
        const foreign = new BrowserWindow({
          show: false,
          webPreferences: {
            preload: `${running.getAppPath()}/${preload}`,
            sandbox: true,
            contextIsolation: true,
            nodeIntegrationInSubFrames: true,
          },
        });
        // Else it would be brought home before it could call.
        foreign.webContents.removeAllListeners("did-navigate");
        const call = 'loyalty.call("app.info", {})';
        await foreign.loadURL("data:text/html,<iframe srcdoc='x'></iframe>");
        const outer = await foreign.webContents.executeJavaScript(call);
        await foreign.loadURL("app://window/licences.json");
        await foreign.webContents.executeJavaScript(`new Promise((done) => {
          const frame = document.createElement("iframe");
          Object.assign(frame, { srcdoc: "x", onload: () => done(true) });
          document.body.append(frame);
        })`);
        const inner = [];
        for (const frame of foreign.webContents.mainFrame.framesInSubtree.slice(1)) {
          inner.push(await frame.executeJavaScript(call));
        }
        foreign.destroy();
        return { outer, inner };
      },
      "out/preload/index.cjs",
    );
    const refused = { ok: false, error: expect.objectContaining({ code: "not-allowed" }) };
    expect(answers.outer).toEqual(refused);
    expect(answers.inner).toEqual([refused]);
  });
});
