import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "../../main/entries/start/root.ts";

/** What has another form on Windows, or none; `but` not where the same line holds this. */
const FORMS: readonly { readonly found: RegExp; readonly but?: RegExp }[] = [
  {
    found: /"SIG(?!KILL)[A-Z0-9]+"/,
    but: /listenerCount|removeAllListeners|process\.(?:on|once|emit)\(|\.toBe\(|end !== /,
  },
  // Rights for everybody are what files have on Windows.
  { found: /\bchmod(?:Sync)?\(/, but: /0o4?(?:755|644)\)/ },
  { found: /\bsymlink(?:Sync)?\(/, but: /"junction"/ },
  { found: /\bmkfifo\b|\/bin\/sh|"\/(?:tmp|dev)\// },
  { found: /\.mode & 0o/ },
  { found: /file:\/\/\$\{/ },
  { found: /[^.\w]import\((?:\/\*[^*]*\*\/ ?)?(?:join|resolve|path|file|ROOT)\b/ },
  { found: /\bcreateRequire\(`|\.pathname\)/ },
];
const GATED =
  /onPosix\(|skipIf\(process\.platform (?:=== "win32"|!== "linux")|runIf\((?:process\.platform (?:=== "linux"|!== "win32")|STOPS)/;
/** Modules that are no tests, and where they run. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  "test/helpers/posix.ts": "the gate itself",
  "test/helpers/processes/sender-process.ts": "stands still for tests that pass the gate",
  "test/electron/program/desktop.ts": "a desktop of Linux",
  "test/electron/program/key-ring.ts": "a key ring of Linux",
  "test/packaging/packed/smoke-run.ts": "has its own way on Windows",
};

/** Lines with a form that Windows lacks, outside of a test that is left out there. */
function ungated(file: string): readonly string[] {
  /** How far the test that is left out is indented; what is indented further belongs to it. */
  let gate = Number.POSITIVE_INFINITY;
  return readFileSync(join(ROOT, file), "utf8")
    .split("\n")
    .flatMap((line, at) => {
      const indent = line.search(/\S/);
      if (indent >= 0 && indent <= gate && !/^\s*[)\]}]/.test(line)) {
        gate = GATED.test(line) ? indent : Number.POSITIVE_INFINITY;
      }
      const isGated = indent > gate || /if \(process\.platform !== "win32"\)/.test(line);
      const found = FORMS.some((form) => form.found.test(line) && form.but?.test(line) !== true);
      return found && !isGated && !line.trimStart().startsWith("import ")
        ? [`${file}:${at + 1}: ${line.trim()}`]
        : [];
    });
}

it("what Windows has in no such form stands only in tests that say why they are left out there", () => {
  const files = globSync("test/**/*.ts", { cwd: ROOT })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => !(file in ELSEWHERE) && !file.startsWith("test/bench/"));
  expect(files.length).toBeGreaterThan(200);
  const mine = "test/packaging/windows-forms.test.ts";
  expect(files.filter((file) => file !== mine).flatMap(ungated)).toEqual([]);
});
