import { readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "js-yaml";
import { expect, it } from "vitest";
import { ROOT } from "../../main/entries/start/root.ts";
import { about } from "./packed/pack.ts";

interface Step {
  readonly uses?: string;
  readonly run?: string;
}
interface Job {
  readonly needs?: string;
  readonly permissions?: object;
  readonly strategy?: { readonly matrix: { readonly os: readonly string[] } };
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly on: Readonly<
    Record<string, { readonly branches?: unknown; readonly tags?: unknown } | null>
  >;
  readonly permissions: object;
  readonly concurrency: { readonly group: string };
  readonly jobs: Readonly<Record<string, Job>>;
}

const read = (name: string) =>
  load(readFileSync(join(ROOT, ".github/workflows", name), "utf8")) as Workflow;
const ci = read("ci.yml");
const releasing = read("release.yml");
const { test } = ci.jobs as Readonly<Record<"test", Job>>;
const { version, installers, release } = releasing.jobs as Readonly<
  Record<"version" | "installers" | "release", Job>
>;
const runs = (job: Job) => job.steps.map(({ run = "" }) => run).join("\n");

it("every push and pull request is checked, tested, packed and started on three platforms", () => {
  expect(Object.keys(ci.on).sort()).toEqual(["pull_request", "push", "workflow_call"]);
  expect(ci.on.push).toEqual({ branches: ["main"] });
  for (const job of [test, installers]) {
    const systems = job.strategy?.matrix.os.map((os) => os.split("-")[0]).sort();
    expect(systems).toEqual(["macos", "ubuntu", "windows"]);
  }
  const wanted = ["npm run check", "npm run check:electron", "npm test", "test/packaging/smoke.ts"];
  for (const command of wanted) expect(runs(test), command).toContain(command);
});

it("a release is made for a tag alone, that is the version, and only of what has passed the same", () => {
  expect(releasing.on).toEqual({ push: { tags: ["v*"] } });
  expect(runs(version)).toContain("GITHUB_REF_NAME");
  expect(releasing.jobs.test).toEqual({ needs: "version", uses: "./.github/workflows/ci.yml" });
  expect(installers.needs).toBe("test");
  expect(release.needs).toBe("installers");
  // A workflow that is called stands in its caller's group of the same name and would cancel it.
  expect(ci.concurrency.group).not.toBe(releasing.concurrency.group);
});

it("the workflows may only read, but for the job that writes the release, and run no code that others can change", () => {
  for (const { permissions } of [ci, releasing]) expect(permissions).toEqual({ contents: "read" });
  for (const job of [test, version, installers]) expect(job.permissions).toBeUndefined();
  expect(release.permissions).toEqual({
    ...{ contents: "write", "id-token": "write", attestations: "write" },
  });
  const actions = [test, version, installers, release].flatMap(({ steps }) =>
    steps.flatMap(({ uses }) => (uses === undefined ? [] : [uses])),
  );
  for (const action of actions) expect(action).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40}$/);
  expect(JSON.stringify([test, version, release])).not.toContain("secrets.");
});

it("a release is a draft that a person publishes, with the words of the changelog and sums of its files", () => {
  expect(runs(release)).toMatch(/gh release create .* --draft --verify-tag .*--notes-file/);
  expect(runs(release).indexOf("SHA256SUMS")).toBeLessThan(runs(release).indexOf("gh release"));
});

it("a release says what is in it and proves where its files were made", () => {
  expect(runs(installers)).toContain("npm run sbom");
  const proof = release.steps.findIndex(({ uses }) => uses?.includes("attest-build-provenance"));
  const made = release.steps.findIndex(({ run }) => run?.includes("gh release create"));
  expect(proof).toBeGreaterThan(-1);
  expect(proof).toBeLessThan(made);
});

it("every script that the workflows run is there", () => {
  const all = [test, installers, release].map(runs).join("\n");
  for (const [, script = ""] of all.matchAll(/npm run ([a-z:]+)/g)) {
    expect(Object.keys(about.scripts)).toContain(script);
  }
});

it("what is new begins with the version that the package has", () => {
  const news = readFileSync(join(ROOT, "CHANGELOG.md"), "utf8");
  expect(/^## (.+)$/m.exec(news)?.[1]).toBe(about.version);
});
