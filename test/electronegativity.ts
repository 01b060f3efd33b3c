/**
 * `npm run check:electron`: Electronegativity looks at everything that runs in Electron's processes
 * and may find nothing but what is explained here. The tool is fetched for the check; it brings
 * hundreds of packages of its own, which are no business of this program's.
 */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../main/entries/start/root.ts";

const TOOL = "@doyensec/electronegativity@1.10.3";

/** Finding and file, and why it stands. */
const EXPLAINED: Readonly<Record<string, string>> = {
  "CSP_GLOBAL_CHECK N/A":
    "It looks for a policy in a page or in onHeadersReceived. Ours is a header of every answer of the window's own scheme (window-files.ts), with a nonce for each; a real browser tests it.",
  "OPEN_EXTERNAL_JS_CHECK main/hosts/electron/page/links.ts":
    "The call is behind the allow list of that file, which is empty.",
  "PRELOAD_JS_CHECK main/hosts/electron/window/window.ts":
    "preload/index.ts exposes three functions that forward to the contract; the main process checks sender, name and input.",
};

const about = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
  readonly devDependencies: Readonly<Record<"electron", string>>;
};
const dir = mkdtempSync(join(tmpdir(), "loyalty-importer-electron-"));
const report = join(dir, "report.csv");
try {
  for (const part of ["main", "preload"]) {
    cpSync(join(ROOT, part), join(dir, "in", part), { recursive: true });
  }
  const windows = process.platform === "win32";
  const options = ["-i", join(dir, "in"), "-e", about.devDependencies.electron, "-r", "-o", report];
  // Known holes of Electron itself are for check:audit: this tool asks a server that may be far.
  const skip = ["-x", "AvailableSecurityFixesGlobalCheck"];
  const { stderr } = spawnSync(
    windows ? "npx.cmd" : "npx",
    ["--yes", "--package", TOOL, "electronegativity", ...options, ...skip],
    { cwd: dir, encoding: "utf8", timeout: 300_000, shell: windows, env: patient() },
  );
  // Its exit status tells nothing of findings.
  if (!existsSync(report) || readFileSync(report, "utf8") === "") {
    process.stderr.write(`Not checked: the tool gave no report.\n${stderr.slice(-500)}\n`);
    process.exitCode = 1;
  } else {
    judge(readFileSync(report, "utf8"));
  }
} finally {
  rmSync(dir, { recursive: true, force: true });
}

/** It asks servers for translations and versions all the same, and would break off for their silence. */
function patient(): NodeJS.ProcessEnv {
  const listen = encodeURIComponent('process.on("uncaughtException", () => undefined)');
  return { ...process.env, NODE_OPTIONS: `--import=data:text/javascript,${listen}` };
}

function judge(csv: string): void {
  const found = csv
    .split("\n")
    .slice(1)
    .filter((line) => line !== "")
    .map((line) => {
      const [name, , , file] = line.split(",").map((cell) => cell.replaceAll('"', ""));
      return `${name} ${file?.replaceAll("\\", "/")}`;
    });
  const news = found.filter((finding) => !(finding in EXPLAINED));
  const gone = Object.keys(EXPLAINED).filter((finding) => !found.includes(finding));
  for (const finding of news) process.stderr.write(`Not explained: ${finding}\n`);
  for (const finding of gone) process.stderr.write(`Explained, but not found: ${finding}\n`);
  process.stdout.write(`${found.length} findings, ${news.length} not explained.\n`);
  if (news.length + gone.length > 0) process.exitCode = 1;
}
