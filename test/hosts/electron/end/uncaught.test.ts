import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished, vi } from "vitest";
import { runElectronCli } from "../../../../main/entries/electron-cli.ts";
import { endOnUncaught, writeDownCrashes } from "../../../../main/hosts/electron/end/uncaught.ts";
import { tempDir } from "../../../helpers/temp-dir.ts";
import { app, told } from "../stand-in/index.ts";

const EVENTS = ["uncaughtException", "unhandledRejection"] as const;

/** What is set up against errors that nobody catches; the test's own runner has a handler too. */
function listening(
  event: "uncaughtException" | "unhandledRejection" = "uncaughtException",
): () => readonly ((thrown: unknown, how?: unknown) => void)[] {
  const before = EVENTS.map((name) => process.listeners(name as "uncaughtException"));
  const added = (name: (typeof EVENTS)[number]) =>
    process
      .listeners(name as "uncaughtException")
      .filter((listener) => !before[EVENTS.indexOf(name)]?.includes(listener));
  onTestFinished(() => {
    for (const name of EVENTS) for (const listener of added(name)) process.off(name, listener);
  });
  return () => added(event) as readonly ((thrown: unknown, how?: unknown) => void)[];
}

const logOf = (dataDir: string) =>
  readFileSync(join(dataDir, "logs", "loyalty-importer.log"), "utf8");

it.each(EVENTS)(
  "an error that nobody caught is written down without what it quotes: %s",
  (event) => {
    const added = listening(event);
    const dataDir = tempDir();
    const end = vi.fn<(thrown: unknown) => void>();
    endOnUncaught(dataDir, end);
    const error = new Error("Ana Núñez is not a number");
    added()[0]?.(error, event);
    expect(end).toHaveBeenCalledWith(error);
    const log = logOf(dataDir);
    expect(log).toMatch(/"unexpected".*Error at uncaught\.test\.ts:\d+/);
    expect(log).not.toContain("Ana");
  },
);

it("a page or a process of Chromium that crashes leaves a line, one that ends in order none", () => {
  const dataDir = tempDir();
  writeDownCrashes(dataDir);
  app.emit("render-process-gone", {}, {}, { reason: "clean-exit", exitCode: 0 });
  app.emit("render-process-gone", {}, {}, { reason: "oom", exitCode: 5 });
  app.emit("child-process-gone", {}, { type: "GPU", reason: "crashed", exitCode: 139 });
  const own = { type: "Utility", name: "Loyalty Importer staging", reason: "killed", exitCode: 9 };
  app.emit("child-process-gone", {}, own);
  const entries = logOf(dataDir)
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(entries).toEqual([
    { at: expect.any(String), level: "error", event: "page-ended", reason: "oom", exitCode: 5 },
    expect.objectContaining({ event: "process-ended", entry: "GPU", exitCode: 139 }),
  ]);
});

it("a console that was closed behind the program is no error that ends it", () => {
  listening();
  const before = process.stderr.listenerCount("error");
  endOnUncaught(tempDir(), () => expect.fail("the program ended"));
  expect(process.stderr.listenerCount("error")).toBe(before + 1);
  process.stderr.emit("error", new Error("write EPIPE"));
});

it("on the command line it is told in one line and by the status, without a box", async () => {
  const added = listening();
  const exit = vi.spyOn(process, "exit").mockReturnValue(undefined as never);
  const err = vi.spyOn(process.stderr, "write");
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  await runElectronCli(["--version", "--data-dir", tempDir()]);
  vi.mocked(process.stdout.write).mockRestore();
  err.mockImplementation((text, ...more) => {
    for (const each of more) if (typeof each === "function") each();
    return text !== null;
  });
  added()[0]?.(new TypeError("x"), "uncaughtException");
  await vi.waitFor(() => expect(exit).toHaveBeenCalledWith(1));
  const said = err.mock.calls.map(([text]) => String(text)).join("");
  err.mockRestore();
  exit.mockRestore();
  expect(said).toMatch(/^Something went wrong inside the program\..*\(TypeError at .*\)\n$/);
  expect(told.boxes).toEqual([]);
});
