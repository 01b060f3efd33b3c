import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { inElectron, suiteProgram } from "../program/program.ts";

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

  it("cannot change what the program's script in front of it works with", async () => {
    const accepted = await program().page.evaluate(async () => {
      const own = File.prototype.arrayBuffer;
      File.prototype.arrayBuffer = () => Promise.reject(new Error("the page's"));
      try {
        return await window.loyalty?.acceptFile(new File(["code\nC1\n"], "made here.csv"));
      } finally {
        File.prototype.arrayBuffer = own;
      }
    });
    expect(accepted).toMatchObject({ ok: true });
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

  it("evaluates no text, loads nothing from elsewhere, and asks nobody else", async () => {
    const { page } = program();
    const refused = await page.evaluate(async () => {
      const directives: string[] = [];
      addEventListener("securitypolicyviolation", (event) =>
        directives.push(event.effectiveDirective),
      );
      // What the debugger runs may evaluate; what comes after it may not.
      await new Promise((done) => setTimeout(done));
      const tries: Readonly<Record<string, () => unknown>> = {
        evaluated: () => Reflect.apply(Function("return 1"), null, []),
        fetched: () => fetch("https://example.com/"),
        socket: () =>
          new Promise((done, fail) => {
            const socket = new WebSocket("wss://example.com/");
            socket.onopen = done;
            socket.onerror = () => fail(new Error("refused"));
          }),
        worker: () =>
          new Promise((done, fail) => {
            const worker = new Worker(URL.createObjectURL(new Blob(["postMessage(1)"])));
            worker.onmessage = done;
            worker.onerror = () => fail(new Error("refused"));
          }),
        file: () => fetch("file:///etc/hostname"),
      };
      const ran: string[] = [];
      for (const [name, attempt] of Object.entries(tries)) {
        try {
          await attempt();
          ran.push(name);
        } catch {
          // Refused, as it has to be.
        }
      }
      const image = document.createElement("img");
      image.src = "https://example.com/x.png";
      const frame = document.createElement("iframe");
      frame.src = "https://example.com/";
      document.body.append(image, frame);
      await new Promise((done) => setTimeout(done, 300));
      image.remove();
      frame.remove();
      return { ran, directives: [...new Set(directives)].sort() };
    });
    expect(refused.ran).toEqual([]);
    expect(refused.directives).toEqual(
      expect.arrayContaining(["connect-src", "frame-src", "img-src", "script-src", "worker-src"]),
    );
  });

  it("may neither look, listen, find the place, notify nor read the clipboard", async () => {
    const { page } = program();
    const rights = await page.evaluate(async () => {
      const names = ["geolocation", "notifications", "camera", "microphone", "clipboard-read"];
      const states = names.map(async (name) => {
        const query = { name } as PermissionDescriptor;
        return [name, (await navigator.permissions.query(query)).state];
      });
      return {
        states: Object.fromEntries(await Promise.all(states)),
        notified: await Notification.requestPermission(),
        media: await navigator.mediaDevices
          .getUserMedia({ audio: true })
          .then(() => "heard", String),
        place: await new Promise((done) =>
          navigator.geolocation.getCurrentPosition(
            () => done("found"),
            ({ code }) => done(code),
          ),
        ),
        read: await navigator.clipboard.readText().then(() => "read", String),
        written: await navigator.clipboard.writeText("copied").then(() => "written", String),
        usb: await Reflect.get(navigator, "usb")
          .getDevices()
          .then(() => "listed", String),
      };
    });
    expect(rights.states).toEqual({
      geolocation: "denied",
      notifications: "denied",
      camera: "denied",
      microphone: "denied",
      "clipboard-read": "denied",
    });
    expect(rights).toMatchObject({ notified: "denied", place: 1, written: "written" });
    expect(rights.usb).toMatch(/^SecurityError/);
    expect(rights.media).toMatch(/^NotAllowedError|^NotFoundError/);
    expect(rights.read).toMatch(/^NotAllowedError/);
  });
});
