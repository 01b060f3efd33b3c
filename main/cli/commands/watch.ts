import { resolve } from "node:path";
import { AppError } from "../../common/errors.ts";
import type { Command, Options } from "../command.ts";
import { withJob } from "../job/with-job.ts";
import { watchFolder } from "../watch/watch.ts";
import { parseImport } from "../words/import-words.ts";
import { parseCommand, parseNumber } from "../words/parse.ts";

const DAY = 86_400;

const OPTIONS = {
  job: { type: "string", value: "FILE" },
  settle: { type: "string", value: "SECONDS" },
  interval: { type: "string", value: "SECONDS" },
  once: { type: "boolean" },
} as const satisfies Options;

export const command: Command = {
  usage: ["watch DIR --job FILE [--settle SECONDS] [--interval SECONDS] [--once]"],
  options: OPTIONS,
  async run(context, args) {
    const { values, positionals } = parseCommand(args, OPTIONS, { names: ["DIR"] });
    const { job, settle = "5", interval = "2" } = values;
    if (job === undefined) {
      throw new AppError("usage-option-missing", { params: { option: "--job" } });
    }
    // The list of each import is one of the folder's, whatever the job names.
    const words = parseImport(await withJob(["list", `--job=${job}`]));
    const seconds = (text: string, option: string, min: number) =>
      parseNumber(text, option, { min, max: DAY }) * 1000;
    return await watchFolder(context, {
      folder: resolve(positionals[0] ?? ""),
      words,
      settleMs: seconds(settle, "--settle", 0),
      intervalMs: seconds(interval, "--interval", 1),
      once: values.once === true,
    });
  },
};
