import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished, vi } from "vitest";
import { runElectronCli } from "../../../main/hosts/electron/run-electron-cli.ts";
import { endOnUncaught } from "../../../main/hosts/electron/uncaught.ts";
import { tempDir } from "../../helpers/temp-dir.ts";
import { told } from "./stand-in.ts";

/** What is set up against errors that nobody catches; the test's own runner has a handler too. */
function listening(): () => readonly NodeJS.UncaughtExceptionListener[] {
  const before = process.listeners("uncaughtException");
  const added = () =>
    process.listeners("uncaughtException").filter((listener) => !before.includes(listener));
  onTestFinished(() => {
    for (const listener of added()) process.off("uncaughtException", listener);
  });
  return added;
}

it("an error that nobody caught is written down without what it quotes, and ends the program", () => {
  const added = listening();
  const dataDir = tempDir();
  const end = vi.fn<(thrown: unknown) => void>();
  endOnUncaught(dataDir, end);
  const error = new Error("Ana Núñez is not a number");
  added()[0]?.(error, "uncaughtException");
  expect(end).toHaveBeenCalledWith(error);
  const log = readFileSync(join(dataDir, "logs", "loyalty-importer.log"), "utf8");
  expect(log).toMatch(/"unexpected".*Error at uncaught\.test\.ts:\d+/);
  expect(log).not.toContain("Ana");
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
