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

/** A line or some for each test that failed, and for each file that could not be run. */
export function readFailures(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((file) => {
    const { testResults } = JSON.parse(readFileSync(join(folder, file), "utf8")) as Results;
    return testResults
      .filter(({ status }) => status === "failed")
      .flatMap(({ name, message, assertionResults }) => {
        const failed = assertionResults.filter(({ status }) => status === "failed");
        if (failed.length === 0) return [`${name}\n${begin(message)}`];
        return failed.map(
          ({ fullName, failureMessages }) =>
            `${name}: ${fullName}\n${begin(failureMessages?.[0] ?? "")}`,
        );
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
