import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What is used here of the results that Vitest writes as JSON. */
interface Results {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[] | null;
    }[];
  }[];
}

/** A file with tests that failed, or that could not be run. */
export interface Failure {
  readonly file: string;
  /** Some lines for each test. */
  readonly tests: readonly string[];
}

/** What failed according to all results in a folder. */
export function readFailures(folder: string): readonly Failure[] {
  return readdirSync(folder).flatMap((name) => {
    const { testResults } = JSON.parse(readFileSync(join(folder, name), "utf8")) as Results;
    return testResults
      .filter(({ status }) => status === "failed")
      .map(({ name: file, message, assertionResults }) => {
        const failed = assertionResults.filter(({ status }) => status === "failed");
        const tests = failed.map(
          ({ fullName, failureMessages }) => `${fullName}\n${begin(failureMessages?.[0] ?? "")}`,
        );
        return { file, tests: tests.length === 0 ? [begin(message)] : tests };
      });
  });
}

/** What went wrong, without the way there. */
function begin(message: string): string {
  return message
    .split("\n")
    .filter((line) => !line.includes("node_modules"))
    .slice(0, 12)
    .map((line) => `    ${line}`)
    .join("\n");
}
