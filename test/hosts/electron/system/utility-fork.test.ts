import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { tellFaultsBy } from "../../../../main/common/host/faults.ts";
import { utilityFork } from "../../../../main/hosts/electron/system/utility-fork.ts";
import { told } from "../stand-in/index.ts";

const noted = vi.fn<(entry: string, detail: string) => void>();
beforeEach(() => {
  noted.mockClear();
  tellFaultsBy(noted);
});
afterEach(() => {
  for (const process of told.processes.splice(0)) process.kill();
});

const start = () => utilityFork("staging", { maxMemoryMb: 128 });
const ended = (worker: ReturnType<typeof start>) =>
  new Promise<number | null>((resolve) => worker.onExit(resolve));

it("a process that is to end before it has been launched ends", async () => {
  const worker = start();
  worker.kill();
  await ended(worker);
  expect(noted).not.toHaveBeenCalled();
});

it("an error of V8 in a process ends that process alone, and is told by its place", async () => {
  const worker = start();
  const [process] = told.processes;
  await new Promise((launched) => process?.once("spawn", launched));
  process?.emit("error", "FatalError", "v8::ToLocalChecked", '{"heap": "Ana"}');
  process?.kill();
  await ended(worker);
  expect(noted.mock.calls).toEqual([["staging", "FatalError at v8::ToLocalChecked"]]);
});

it("a process that ends by itself is told once, one that is ended on purpose is not", async () => {
  const worker = start();
  const [process] = told.processes;
  await new Promise((launched) => process?.once("spawn", launched));
  process?.kill();
  await ended(worker);
  expect(noted.mock.calls).toEqual([["staging", "exit code 1"]]);
  noted.mockClear();
  const other = start();
  await new Promise((launched) => told.processes[1]?.once("spawn", launched));
  other.kill();
  await ended(other);
  expect(noted).not.toHaveBeenCalled();
});
