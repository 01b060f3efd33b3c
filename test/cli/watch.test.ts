import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { expect, test, vi } from "vitest";
import { createRestWatch, listsIn } from "../../main/cli/watch/folder.ts";
import { putAway, writeReport } from "../../main/cli/watch/put-away.ts";
import { ENDED_AS_TOLD, tellToEnd } from "../helpers/posix.ts";
import { POINTS, practiceServer } from "../helpers/practice.ts";
import { tempDir } from "../helpers/temp-dir.ts";
import { cli, customersCsv, runHere, startCli } from "./cli.ts";

/** A folder to be watched, and no connection yet. */
function empty() {
  const { dataDir, run, json, connect } = cli();
  const folder = join(dirname(dataDir), "in");
  mkdirSync(folder);
  return { dataDir, run, json, connect, folder };
}

/** The words that watch it, by a job beside it. */
function watching(folder: string, dataDir: string): readonly string[] {
  const job = join(dirname(dataDir), "job.json");
  writeFileSync(job, JSON.stringify({ profile: "Store", campaigns: [POINTS] }));
  return ["watch", folder, "--job", job, "--settle", "0", "--interval", "1"];
}

async function store() {
  const server = await practiceServer();
  const { dataDir, run, json, connect, folder } = empty();
  await connect(server);
  return { server, dataDir, run, json, folder, words: watching(folder, dataDir) };
}

const namesIn = (folder: string) => (existsSync(folder) ? readdirSync(folder).toSorted() : []);
const batches = (server: Awaited<ReturnType<typeof practiceServer>>) => server.requests();

test("lists are imported and put away with their reports, valid ones apart from others", async () => {
  const { server, folder, run, words } = await store();
  writeFileSync(join(folder, "good.csv"), customersCsv(2));
  writeFileSync(join(folder, "bad.csv"), "code,email\n");
  writeFileSync(join(folder, "readme.md"), "stays");
  writeFileSync(join(folder, "half.csv.part"), "stays");
  const { status } = await run([...words, "--once"]);
  expect(status).toBe(3);
  expect(namesIn(folder)).toEqual(["done", "failed", "half.csv.part", "readme.md"]);
  expect(namesIn(join(folder, "done"))).toEqual([
    ...["good.csv", "good.csv.report.json", "good.csv.report.txt"],
  ]);
  expect(namesIn(join(folder, "failed"))).toContain("bad.csv");
  const report = JSON.parse(readFileSync(join(folder, "failed", "bad.csv.report.json"), "utf8"));
  expect(report).toMatchObject({ file: "bad.csv", status: 3, state: "invalid" });
  expect(batches(server)).toBe(1);
});

test("the same contents are never sent twice, whatever their name, and nothing is written over", async () => {
  const { server, folder, run, words } = await store();
  writeFileSync(join(folder, "list.csv"), customersCsv(2));
  await run([...words, "--once"]);
  writeFileSync(join(folder, "list.csv"), customersCsv(2));
  writeFileSync(join(folder, "copy.csv"), customersCsv(2));
  const again = await run([...words, "--once"]);
  expect(again.status).toBe(0);
  expect(batches(server)).toBe(1);
  const done = namesIn(join(folder, "done")).filter((name) => name.endsWith(".csv"));
  expect(done).toEqual(["copy.csv", "list (2).csv", "list.csv"]);
  const report = readFileSync(join(folder, "done", "list (2).csv.report.txt"), "utf8");
  expect(report).toContain("import 1");
});

test("killed after a list was queued, the next start sends what is left and nothing twice", async () => {
  const { server, folder, dataDir, run, words } = await store();
  writeFileSync(join(folder, "list.csv"), customersCsv(3));
  const job = words[3] ?? "";
  // As a program leaves it that ends between queueing and moving.
  const queued = await run(["import", join(folder, "list.csv"), "--job", job, "--queue-only"]);
  expect([queued.status, batches(server)]).toEqual([0, 0]);
  const { status } = await run([...words, "--once"]);
  expect([status, batches(server)]).toEqual([0, 1]);
  expect(namesIn(join(folder, "done"))).toContain("list.csv");
  expect(existsSync(join(dataDir, "loyalty-importer.sqlite"))).toBe(true);
});

test("killed at any moment, a list arrives once", { timeout: 60_000 }, async () => {
  const { server, folder, dataDir, run, words } = await store();
  for (const [n, delay] of [300, 900, 1500].entries()) {
    writeFileSync(join(folder, "list.csv"), customersCsv(2, n * 10 + 1));
    const { child, ended } = startCli([...words, "--data-dir", dataDir]);
    await new Promise((resolve) => setTimeout(resolve, delay));
    child.kill("SIGKILL");
    await ended;
    await run([...words, "--once"]);
    await run(["queue", "send"]);
    expect(namesIn(folder)).toEqual(["done"]);
  }
  const codes = server.customers().map(({ fields }) => fields.code);
  expect(codes).toHaveLength(6);
  expect(new Set(codes).size).toBe(6);
});

test("a report of what waited says how it ended, whoever has sent it, at the next start too", async () => {
  const { server, folder, run, words } = await store();
  const report = (place: string, name: string) => join(folder, place, `${name}.report.json`);
  const read = (path: string) => JSON.parse(readFileSync(path, "utf8"));
  const job = { profile: "Store", campaigns: [POINTS], queueOnly: true };
  writeFileSync(words[3] ?? "", JSON.stringify(job));
  writeFileSync(join(folder, "good.csv"), customersCsv(2));
  expect((await run([...words, "--once"])).status).toBe(0);
  writeFileSync(words[3] ?? "", JSON.stringify({ ...job, campaigns: ["999"] }));
  writeFileSync(join(folder, "refused.csv"), customersCsv(2, 10));
  await run([...words, "--once"]);
  for (const name of ["good.csv", "refused.csv"]) {
    expect(read(report("done", name))).toMatchObject({ state: "queued", batches: { queued: 1 } });
  }
  await run(["queue", "send"]);
  expect(batches(server)).toBe(2);
  const { status, out } = await run([...words, "--once"]);
  expect(status).toBe(5);
  expect(out).toMatch(/good\.csv: accepted/i);
  expect(read(report("done", "good.csv"))).toMatchObject({
    ...{ file: "good.csv", status: 0, state: "accepted", rows: { total: 2, valid: 2 } },
    ...{ batches: { queued: 0, accepted: 1 }, customers: { new: 2 } },
  });
  expect(readFileSync(join(folder, "done", "good.csv.report.txt"), "utf8")).toContain("waited");
  expect(read(report("failed", "refused.csv"))).toMatchObject({ status: 5, state: "rejected" });
  expect(namesIn(join(folder, "failed"))).toContain("refused.csv");
  expect(namesIn(join(folder, "done")).filter((name) => name.startsWith("refused"))).toEqual([]);
  expect((await run([...words, "--once"])).status).toBe(0);
  expect(batches(server)).toBe(2);
});

test("what waited is sent by a watch that goes on, and its report then says so", async () => {
  const { server, folder, dataDir, run, words } = await store();
  const job = words[3] ?? "";
  writeFileSync(join(folder, "list.csv"), customersCsv(2));
  const about = { profile: "Store", campaigns: [POINTS] };
  writeFileSync(job, JSON.stringify({ ...about, queueOnly: true }));
  await run([...words, "--once"]);
  writeFileSync(job, JSON.stringify(about));
  const { child, ended } = startCli([...words, "--data-dir", dataDir]);
  const path = join(folder, "done", "list.csv.report.json");
  await vi.waitFor(() => expect(readFileSync(path, "utf8")).toContain('"accepted": 1'), {
    timeout: 20_000,
  });
  tellToEnd(child);
  await ended;
  expect(batches(server)).toBe(1);
});

test.each([
  [{ profile: "Nobody" }, "Nobody"],
  [{ profile: "Store" }, "--campaign"],
  [{ profile: "Store", campaigns: [POINTS], mapping: "gone.json" }, "gone.json"],
  [{ profile: "Store", campaigns: [POINTS], mapping: "Gone" }, "Gone"],
  [{ profile: "Store", campaigns: [POINTS], passwordEnv: "NOT_SET" }, "NOT_SET"],
])("the job %j would stop every list, and is told before one is taken", async (text, named) => {
  const { folder, run, words } = await store();
  writeFileSync(words[3] ?? "", JSON.stringify(text));
  writeFileSync(join(folder, "list.csv"), customersCsv(1));
  const { status, err } = await run([...words, "--once"]);
  expect([status, err.trimEnd().split("\n").length]).toEqual([2, 1]);
  expect(err).toContain(named);
  expect(namesIn(folder)).toEqual(["list.csv"]);
});

test("a list that changes while it is sent stays, and goes as the new list that it is", async () => {
  const { folder, dataDir, run, connect } = empty();
  const path = join(folder, "list.csv");
  let isChanged = false;
  const server = await practiceServer({
    faults: ({ type }) => {
      if (type !== "customers_batch") return undefined;
      if (!isChanged) writeFileSync(path, customersCsv(3));
      isChanged = true;
      return undefined;
    },
  });
  await connect(server);
  writeFileSync(path, customersCsv(2));
  await run([...watching(folder, dataDir), "--once"]);
  expect(server.customers()).toHaveLength(3);
  expect(namesIn(join(folder, "done")).filter((name) => name.endsWith(".csv"))).toEqual([
    "list.csv",
  ]);
  expect(readFileSync(join(folder, "done", "list.csv"), "utf8")).toBe(customersCsv(3));
});

test("it takes lists as they come and ends cleanly when it is told to", async () => {
  const { folder, dataDir, words } = await store();
  const { child, ended } = startCli([...words, "--data-dir", dataDir]);
  writeFileSync(join(folder, "late.csv.tmp"), customersCsv(2));
  renameSync(join(folder, "late.csv.tmp"), join(folder, "late.csv"));
  await vi.waitFor(() => expect(namesIn(join(folder, "done"))).toContain("late.csv.report.txt"), {
    timeout: 20_000,
  });
  tellToEnd(child);
  expect((await ended).status).toBe(ENDED_AS_TOLD[0]);
});

test("a folder that is missing is told at once, with status 2", async () => {
  const job = join(tempDir(), "job.json");
  writeFileSync(job, JSON.stringify({ profile: "Practice", campaigns: [POINTS] }));
  const missing = join(tempDir(), "none");
  const { status, err } = await runHere([
    ...["watch", missing, "--job", job, "--data-dir", tempDir()],
  ]);
  expect(status).toBe(2);
  expect(err).toContain(missing);
});

test("a list is whole when its size and time have stayed the same, and no program has it open", async () => {
  const folder = tempDir();
  const path = join(folder, "list.csv");
  const rest = createRestWatch(1000);
  const at = async (now: number) => rest.atRest(await listsIn(folder), now).map(({ name }) => name);
  writeFileSync(path, "a");
  expect(await at(0)).toEqual([]);
  writeFileSync(path, "ab");
  expect(await at(1000)).toEqual([]);
  utimesSync(path, 1, 1);
  expect(await at(2000)).toEqual([]);
  expect(await at(2999)).toEqual([]);
  expect(await at(3000)).toEqual(["list.csv"]);
  for (const owner of ["~$list.csv", ".~lock.list.csv#"]) {
    writeFileSync(join(folder, owner), "");
    expect(await at(9000)).toEqual([]);
    renameSync(join(folder, owner), join(folder, "gone"));
  }
  writeFileSync(join(folder, "empty.csv"), "");
  expect((await listsIn(folder)).map(({ name }) => name)).toEqual(["list.csv"]);
});

test("a list that cannot be moved leaves the name free that was taken for it", () => {
  const folder = tempDir();
  expect(() => putAway(join(folder, "gone.csv"), join(folder, "done"), "gone.csv")).toThrow();
  expect(namesIn(join(folder, "done"))).toEqual([]);
});

test("a report stands before its list leaves its place, and goes where the list cannot leave", () => {
  const folder = tempDir();
  const from = join(folder, "list.csv");
  const done = join(folder, "done");
  writeFileSync(from, "code\n1\n");
  const full = () => {
    throw new Error("disk full");
  };
  expect(() => putAway(from, done, "list.csv", full)).toThrow("disk full");
  expect([namesIn(folder), namesIn(done)]).toEqual([["done", "list.csv"], []]);
  const path = putAway(from, done, "list.csv", (at) => {
    expect(existsSync(from)).toBe(true);
    writeReport(at, ["accepted"], { status: 0 });
  });
  expect([namesIn(folder), path]).toEqual([["done"], join(done, "list.csv")]);
  expect(namesIn(done)).toEqual(["list.csv", "list.csv.report.json", "list.csv.report.txt"]);
});

test("a list whose moving was cut short goes on under the same name, another one under the next", () => {
  const folder = tempDir();
  const from = join(folder, "list.csv");
  const done = join(folder, "done");
  mkdirSync(done);
  writeFileSync(from, "code\n1\n");
  linkSync(from, join(done, "list.csv"));
  expect(putAway(from, done, "list.csv")).toBe(join(done, "list.csv"));
  expect([namesIn(folder), namesIn(done)]).toEqual([["done"], ["list.csv"]]);
  writeFileSync(from, "code\n1\n");
  expect(putAway(from, done, "list.csv")).toBe(join(done, "list (2).csv"));
});

test("the longest names leave room for what is put behind them", () => {
  const folder = tempDir();
  for (const letter of ["a", "ä", "店"]) {
    const name = `${letter.repeat(Math.floor(251 / Buffer.byteLength(letter)))}.csv`;
    writeFileSync(join(folder, name), "code\n1\n");
    const path = putAway(join(folder, name), join(folder, "done"), name, (at) =>
      writeReport(at, [], {}),
    );
    expect(path).toMatch(/\.csv$/);
    expect(existsSync(path)).toBe(true);
  }
});
