import { execFileSync, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { COMMANDS } from "../../main/cli/words/commands.ts";
import { t } from "../../main/common/text.ts";
import { tempDir } from "../helpers/temp-dir.ts";
import { runHere } from "./cli.ts";

async function scriptFile(shell: string): Promise<string> {
  const { status, out } = await runHere(["completion", shell]);
  expect(status).toBe(0);
  const path = join(tempDir(), `completion.${shell}`);
  writeFileSync(path, out);
  return path;
}

const isThere = (program: string) => spawnSync(program, ["--version"]).error === undefined;

test.skipIf(!isThere("bash"))(
  "bash completes words, options and values (skipped without bash)",
  async () => {
    const path = await scriptFile("bash");
    const complete = (...words: readonly string[]) =>
      execFileSync(
        "bash",
        [
          "-c",
          `source "$1"; shift; COMP_WORDS=(loyalty-importer "$@"); COMP_CWORD=$#; _loyalty_importer; echo "\${COMPREPLY[*]}"`,
          "-",
          path,
          ...words,
        ],
        { encoding: "utf8" },
      ).trim();
    expect(complete("im")).toBe("import");
    expect(complete("queue", "re")).toBe("resume resolve");
    expect(complete("import", "x.csv", "--dupl")).toBe("--duplicates");
    expect(complete("import", "x.csv", "--duplicates", "")).toBe("update yes ignore");
    expect(complete("--data-dir", "d", "his")).toBe("history");
  },
);

test.skipIf(!isThere("zsh"))("zsh loads the script (skipped without zsh)", async () => {
  const path = await scriptFile("zsh");
  const text = `autoload -U compinit; compinit -u -d ${join(tempDir(), "dump")}; source "$1"; print $_comps[loyalty-importer]`;
  const out = execFileSync("zsh", ["-fc", text, "-", path], { encoding: "utf8" });
  expect(out.trim()).toBe("_loyalty_importer");
});

/** Types into a zsh of its own; its own way, as completion needs a line that is edited. */
const TYPED = `
zmodload zsh/zpty
zpty -b z zsh -f -i
zpty -w z "PS1=; fpath=($1 \\$fpath); autoload -U compinit; compinit -u -D; echo REA''DY"
zpty -r -m z out '*READY*'
zpty -w -n z "loyalty-importer $2"$'\\t'
zpty -r -m z out "*$3*" && print found
zpty -d z
`;

test.skipIf(!isThere("zsh"))(
  "zsh completes at the first press, from a folder of $fpath (skipped without zsh)",
  async () => {
    const folder = tempDir();
    const { out } = await runHere(["completion", "zsh"]);
    writeFileSync(join(folder, "_loyalty-importer"), out);
    const typed = join(folder, "typed.zsh");
    writeFileSync(typed, TYPED);
    const complete = (words: string, end: string) =>
      execFileSync("timeout", ["20", "zsh", "-f", typed, folder, words, end], { encoding: "utf8" });
    expect(complete("wat", "ch")).toContain("found");
    expect(complete("import x.csv --dupl", "icates")).toContain("found");
    expect(complete("history export 1 --what inv", "alid")).toContain("found");
  },
);

test.skipIf(!isThere("fish"))(
  "fish completes options and values (skipped without fish)",
  async () => {
    const path = await scriptFile("fish");
    const complete = (line: string) =>
      execFileSync("fish", ["--no-config", "-c", `source ${path}; complete -C "${line}"`], {
        encoding: "utf8",
      })
        .trim()
        .split("\n");
    expect(complete("loyalty-importer im")).toEqual(["import"]);
    expect(complete("loyalty-importer import x.csv --dupl")).toEqual(["--duplicates"]);
    expect(complete("loyalty-importer import x.csv --duplicates ")).toEqual([
      "ignore",
      "update",
      "yes",
    ]);
  },
);

test("the PowerShell script knows every command", async () => {
  const { out } = await runHere(["completion", "powershell"]);
  for (const name of Object.keys(COMMANDS)) expect(out).toContain(`'${name}' = @{`);
});

test("help tells of every command what it does, and of every option what it is for", async () => {
  for (const [name, load] of Object.entries(COMMANDS)) {
    const { command } = await load();
    const { status, out } = await runHere(["help", name]);
    expect(status).toBe(0);
    expect(out).toContain(t(`cli:about.${name}`).slice(0, 40));
    for (const option of Object.keys(command.options)) expect(out).toContain(`--${option}`);
    expect(out).not.toMatch(/cli:|options\./);
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
  }
  expect((await runHere(["help", "bogus"])).status).toBe(2);
  expect((await runHere(["-V"])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
});
