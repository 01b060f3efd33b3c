import { spawnSync } from "node:child_process";
import { ROOT } from "../main/entries/start/root.ts";

/**
 * `npm run check:audit`: no dependency may have a published vulnerability that is high or worse.
 * Where the registry does not answer such questions it says so and fails nothing, unless
 * AUDIT_REQUIRED is set, as it is for a release.
 */
interface Report {
  readonly metadata?: {
    readonly vulnerabilities?: Readonly<Record<"high" | "critical", number>>;
  };
  readonly vulnerabilities?: Readonly<Record<string, { readonly severity: string }>>;
}

const npm = process.platform === "win32" ? "npm.cmd" : "npm";
const { stdout } = spawnSync(npm, ["audit", "--json", "--audit-level=high"], {
  cwd: ROOT,
  encoding: "utf8",
  timeout: 60_000,
  shell: process.platform === "win32",
  env: { ...process.env, npm_config_fetch_retries: "0" },
});
const report = read(stdout ?? "");
const counts = report?.metadata?.vulnerabilities;
if (counts === undefined) {
  process.stderr.write("Not checked: the registry does not tell about vulnerabilities here.\n");
  process.exit(process.env.AUDIT_REQUIRED ? 1 : 0);
}
const grave = Object.entries(report?.vulnerabilities ?? {}).filter(([, { severity }]) =>
  ["high", "critical"].includes(severity),
);
for (const [name, { severity }] of grave) process.stderr.write(`${severity}: ${name}\n`);
process.exit(counts.high + counts.critical === 0 ? 0 : 1);

function read(text: string): Report | null {
  try {
    return JSON.parse(text) as Report;
  } catch {
    return null;
  }
}
