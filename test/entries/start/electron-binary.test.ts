import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, it, vi } from "vitest";
import { locateElectron } from "../../../main/entries/start/electron-binary.ts";
import { tempDir } from "../../helpers/temp-dir.ts";

let folder = "";
beforeEach(() => {
  folder = tempDir();
  vi.stubEnv("ELECTRON_OVERRIDE_DIST_PATH", undefined);
  return () => vi.unstubAllEnvs();
});

/** Electron's package as it comes from the registry, with a fetch that does what the test says. */
function withFetch(script: string): void {
  writeFileSync(join(folder, "package.json"), '{"type":"commonjs"}');
  writeFileSync(join(folder, "install.js"), `const fs = require("fs"); ${script}`);
}

const PLACE = `
  fs.mkdirSync(__dirname + "/dist");
  fs.writeFileSync(__dirname + "/dist/electron", "");
  fs.writeFileSync(__dirname + "/path.txt", "electron");`;

it("a program that is there is used without asking for another", async () => {
  withFetch('fs.writeFileSync(__dirname + "/fetched", "");');
  mkdirSync(join(folder, "dist"));
  writeFileSync(join(folder, "dist", "electron"), "");
  writeFileSync(join(folder, "path.txt"), "electron");
  expect(await locateElectron(folder)).toEqual({
    kind: "ready",
    path: join(folder, "dist", "electron"),
  });
});

it("a missing program is fetched", async () => {
  withFetch(PLACE);
  expect(await locateElectron(folder)).toMatchObject({ kind: "ready" });
});

it("a fetch that fails says so in one line", async () => {
  withFetch("console.error('a long story'); process.exit(1);");
  const found = await locateElectron(folder);
  expect(found).toMatchObject({ kind: "unavailable" });
  expect(found.kind === "unavailable" && found.reason).toMatch(
    /^[^\n]*could not be fetched[^\n]*$/,
  );
});

it("a fetch that takes too long is not waited for, and goes on for the next start", async () => {
  withFetch(`setTimeout(() => {${PLACE}}, 1500);`);
  const found = await locateElectron(folder, 200);
  expect(found.kind === "unavailable" && found.reason).toMatch(/still being fetched/);
  await vi.waitFor(
    async () => expect(await locateElectron(folder, 1)).toMatchObject({ kind: "ready" }),
    {
      timeout: 20_000,
      interval: 300,
    },
  );
});

it("a program named by ELECTRON_OVERRIDE_DIST_PATH counts as there", async () => {
  withFetch("process.exit(1);");
  const dist = join(folder, "elsewhere");
  mkdirSync(dist);
  writeFileSync(join(dist, "electron"), "");
  vi.stubEnv("ELECTRON_OVERRIDE_DIST_PATH", dist);
  expect(await locateElectron(folder)).toEqual({ kind: "ready", path: join(dist, "electron") });
});
