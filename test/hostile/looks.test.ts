import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { expect, it, onTestFinished } from "vitest";
import type { WorkerProcess } from "../../main/common/host/host.ts";
import { nodeFork } from "../../main/hosts/node/node-fork.ts";
import { lookHere } from "../../main/pipeline/looks/look-here.ts";
import { createLooker } from "../../main/pipeline/looks/looker.ts";
import { HOSTILE_LISTS } from "../helpers/hostile-lists.ts";
import { tempDir } from "../helpers/temp-dir.ts";
import { writeZip } from "../helpers/zip-writer.ts";

const FIXTURES = join(import.meta.dirname, "../fixtures/sources");

/** A looker whose processes the test sees and ends. */
function watched() {
  const started: WorkerProcess[] = [];
  const looker = createLooker((entry, options) => {
    const worker = nodeFork(entry, options);
    started.push(worker);
    return worker;
  });
  onTestFinished(() => {
    for (const worker of started) worker.kill();
  });
  return { looker, started };
}

function listOf(text: string): string {
  const path = join(tempDir(), "list.csv");
  writeFileSync(path, text);
  return path;
}

it("another process sees a list as this one would, in every format", async () => {
  const { looker, started } = watched();
  for (const name of ["traits.xlsx", "traits.xls", "traits.ods", "traits.fods", "members.html"]) {
    const path = join(FIXTURES, name);
    const seen = await looker.look("first", path, {});
    expect(seen).toEqual(await lookHere.first(path, {}));
    const choice = { sheet: seen.sheet, limit: 5 };
    expect(await looker.look("rows", path, choice)).toEqual(await lookHere.rows(path, choice));
  }
  await expect(looker.look("first", join(FIXTURES, "none.csv"), {})).rejects.toMatchObject({
    code: "file-missing",
    params: { name: "none.csv" },
  });
  expect(started).toHaveLength(1);
});

it("a process that has looked at a sample answers nothing but what it is asked then", async () => {
  const { looker, started } = watched();
  for (const sample of [listOf("Name\nSam\n"), "/nowhere/sample.xlsx"]) looker.warm(sample);
  const first = await looker.look("first", listOf("Name\nAnn\n"), {});
  expect(first.firstRows.map(({ cells }) => cells)).toEqual([["Name"], ["Ann"]]);
  const second = await looker.look("first", listOf("Name\nEve\n"), {});
  expect(second.firstRows.at(-1)?.cells).toEqual(["Eve"]);
  expect(started).toHaveLength(1);

  const other = watched();
  other.looker.warm("/nowhere/sample.xlsx");
  const seen = await other.looker.look("first", listOf("Name\nCat\n"), {});
  expect(seen.firstRows.at(-1)?.cells).toEqual(["Cat"]);
});

it("while a list takes its time this process hears everything else", {
  timeout: 90_000,
}, async () => {
  const { looker } = watched();
  await looker.look("first", listOf("Name\nAnn\n"), {});
  const letters = HOSTILE_LISTS.find(({ name }) => name === "letters.xlsx");
  const path = join(tempDir(), "letters.xlsx");
  await writeZip(path, letters?.parts?.() ?? []);
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  const start = performance.now();
  const [hard, easy] = await Promise.allSettled([
    looker.look("first", path, {}),
    looker.look("first", listOf("Name\nEve\n"), {}),
  ]);
  const tookMs = performance.now() - start;
  delay.disable();
  expect(hard).toMatchObject({ reason: { code: "file-too-large" } });
  expect(easy).toMatchObject({ value: { columns: [{ header: "Name" }] } });
  expect(tookMs).toBeGreaterThan(500);
  expect(delay.max / 1e6).toBeLessThan(Math.max(1_000, tookMs / 3));
});

it("a list over which the process ends is named, and the next one is seen", async () => {
  const { looker, started } = watched();
  await looker.look("first", listOf("Name\nAnn\n"), {});
  const path = listOf(`Name\n${"x,".repeat(2_000_000)}`);
  const looking = looker.look("first", path, {});
  const told = expect(looking).rejects.toMatchObject({
    code: "file-too-large",
    params: { name: "list.csv" },
  });
  process.nextTick(() => endHard(started[0]));
  await told;
  const { columns } = await looker.look("first", listOf("Email\na@b.example\n"), {});
  expect(columns.map(({ header }) => header)).toEqual(["Email"]);
  expect(started).toHaveLength(2);
});

/** Its end comes as an exit like any other. */
function endHard(worker: WorkerProcess | undefined): void {
  worker?.kill();
}
