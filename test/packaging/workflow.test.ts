import { readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "js-yaml";
import { expect, it } from "vitest";
import { ROOT } from "../../main/entries/start/root.ts";
import { about } from "./pack.ts";

interface Step {
  readonly uses?: string;
  readonly run?: string;
}
interface Job {
  readonly needs?: string;
  readonly if?: string;
  readonly permissions?: object;
  readonly strategy?: { readonly matrix: { readonly os: readonly string[] } };
  readonly steps: readonly Step[];
}

const text = readFileSync(join(ROOT, ".github/workflows/release.yml"), "utf8");
const workflow = load(text) as {
  readonly permissions: object;
  readonly jobs: Readonly<Record<"test" | "installers" | "release", Job>>;
};
const { test, installers, release } = workflow.jobs;
const runs = (job: Job) => job.steps.map(({ run = "" }) => run).join("\n");

it("a release is checked, tested, packed and started on three platforms before installers are made", () => {
  for (const job of [test, installers]) {
    const systems = job.strategy?.matrix.os.map((os) => os.split("-")[0]).sort();
    expect(systems).toEqual(["macos", "ubuntu", "windows"]);
  }
  const wanted = ["npm run check", "npm run check:electron", "npm test", "test/packaging/smoke.ts"];
  for (const command of wanted) expect(runs(test), command).toContain(command);
  expect(installers.needs).toBe("test");
  expect(release.needs).toBe("installers");
  for (const job of [installers, release]) expect(job.if).toContain("refs/tags/v");
});

it("the workflow may only read, but for the job that writes the release, and runs no code that others can change", () => {
  expect(workflow.permissions).toEqual({ contents: "read" });
  expect(test.permissions).toBeUndefined();
  expect(release.permissions).toEqual({ contents: "write" });
  const actions = [test, installers, release].flatMap(({ steps }) =>
    steps.flatMap(({ uses }) => (uses === undefined ? [] : [uses])),
  );
  for (const action of actions) expect(action).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40}$/);
  expect(JSON.stringify([test, release])).not.toContain("secrets.");
});

it("a release is a draft that a person publishes, with the words of the changelog and sums of its files", () => {
  expect(runs(release)).toMatch(/gh release create .* --draft --verify-tag .*--notes-file/);
  expect(runs(release).indexOf("SHA256SUMS")).toBeLessThan(runs(release).indexOf("gh release"));
});

it("every script that the workflow runs is there", () => {
  const all = [test, installers, release].map(runs).join("\n");
  for (const [, script = ""] of all.matchAll(/npm run ([a-z:]+)/g)) {
    expect(Object.keys(about.scripts)).toContain(script);
  }
});

it("what is new begins with the version that the package has", () => {
  const news = readFileSync(join(ROOT, "CHANGELOG.md"), "utf8");
  expect(/^## (.+)$/m.exec(news)?.[1]).toBe(about.version);
});
