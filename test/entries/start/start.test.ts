import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, it, onTestFinished } from "vitest";
import { ROOT } from "../../../main/entries/start/root.ts";
import { keepSettings } from "../../../main/hosts/window/kept-settings.ts";
import { DEFAULT_SETTINGS } from "../../../main/records/settings.ts";
import { ENDED_AS_TOLD, tellToEnd } from "../../helpers/posix.ts";
import { tempDir } from "../../helpers/temp-dir.ts";

interface Started {
  readonly child: ChildProcess;
  readonly lines: AsyncIterator<string>;
  out(): string;
  errors(): string;
}

/** `npm start -- ...` as npm runs it. */
function start(args: readonly string[], env: Readonly<Record<string, string>> = {}): Started {
  const child = spawn(process.execPath, [join(ROOT, "main", "entries", "start.ts"), ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...env },
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let out = "";
  let errors = "";
  child.stdout.on("data", (chunk) => {
    out += String(chunk);
  });
  child.stderr.on("data", (chunk) => {
    errors += String(chunk);
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return { child, lines, out: () => out, errors: () => errors };
}

it("--browser --no-open prints the address as the only line and serves it until told to end", async () => {
  const started = start(["--browser", "--no-open", "--data-dir", tempDir()]);
  const { value: address } = await started.lines.next();
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/);
  const reply = await fetch(address ?? "", { redirect: "manual" });
  expect(reply.status).toBe(200);
  expect(await reply.text()).toContain('<div id="root">');
  tellToEnd(started.child);
  expect(await once(started.child, "exit")).toEqual(ENDED_AS_TOLD);
  expect(started.out()).toBe(`${address}\n`);
});

// Elsewhere only a missing program, not a missing desktop, keeps Electron from starting.
it.runIf(process.platform === "linux")(
  "where Electron cannot run it says so in one line and opens the window in the browser",
  async () => {
    const env = { DISPLAY: "", WAYLAND_DISPLAY: "", PATH: "/nowhere" };
    const started = start(["--data-dir", tempDir()], env);
    const { value: address } = await started.lines.next();
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:/);
    started.child.kill("SIGTERM");
    expect(await once(started.child, "exit")).toEqual([0, null]);
    const said = started.errors().trim().split("\n");
    expect(said[0]).toMatch(/^The window opens in your browser: .*Electron.*\.$/);
    expect(said[1]).toMatch(/open the address above/);
    expect(said).toHaveLength(2);
  },
);

// Only on Linux the program that opens an address is found on PATH.
it.runIf(process.platform === "linux")(
  "data that cannot be opened is told in the browser that was opened, and in the terminal",
  async () => {
    const dataDir = tempDir();
    writeFileSync(
      join(dataDir, "loyalty-importer.sqlite"),
      "no database at all, but a text".repeat(99),
    );
    const desktop = tempDir();
    writeFileSync(join(desktop, "xdg-open"), "#!/bin/sh\n", { mode: 0o755 });
    const env = { PATH: `${desktop}:${process.env.PATH}` };
    const started = start(["--browser", "--data-dir", dataDir], env);
    const { value: address } = await started.lines.next();
    const page = await fetch(address ?? "", { redirect: "manual" });
    expect(page.status).toBe(503);
    const sentence = await page.text();
    expect(sentence).toMatch(/database cannot be read/);
    expect(await once(started.child, "close")).toEqual([1, null]);
    expect(started.errors()).toBe(sentence);
  },
);

it("a page that was there before the data is told why they cannot be opened", async () => {
  const dataDir = tempDir();
  keepSettings(dataDir, { ...DEFAULT_SETTINGS, theme: "dark" });
  const started = start(["--browser", "--no-open", "--data-dir", dataDir]);
  const { value: address = "" } = await started.lines.next();
  // Made unreadable meanwhile: with neither a page nor a call, nothing has opened it.
  writeFileSync(join(dataDir, "loyalty-importer.sqlite"), "no database at all".repeat(99));
  const page = await fetch(address);
  const text = await page.text();
  expect([page.status, text]).toEqual([200, expect.stringContaining('"theme":"dark"')]);
  const headers = { authorization: `Bearer ${/"key":"([^"]+)"/.exec(text)?.[1]}` };
  const call = new URL("/call/settings.get", address);
  const answer = await fetch(call, { method: "POST", headers, body: "{}" });
  expect(answer.status).toBe(503);
  const { error } = (await answer.json()) as { readonly error: { readonly message: string } };
  expect(error.message).toMatch(/database cannot be read/);
  expect(await once(started.child, "close")).toEqual([1, null]);
  expect(started.errors()).toBe(`${error.message}\n`);
});

it("a word it does not know is refused with those it does", async () => {
  const started = start(["--bogus"]);
  const [code] = await once(started.child, "close");
  expect(code).toBe(2);
  expect(started.out()).toBe("");
  expect(started.errors()).toMatch(/Known options: --browser/);
});
