import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { t } from "../../common/text.ts";
import { startPracticeServer } from "../../practice/server.ts";
import type { Command, Options } from "../command.ts";
import { EXIT } from "../outcome/exit.ts";
import { practiceCustomers } from "../outcome/practice-customers.ts";
import { print } from "../terminal/print.ts";
import { parseCommand, parseNumber } from "../words/parse.ts";

const OPTIONS = { port: { type: "string", value: "N" } } as const satisfies Options;

export const command: Command = {
  usage: ["practice [--port N]", "practice customers"],
  actions: ["customers"],
  options: OPTIONS,
  async run(context, args) {
    const [action, ...rest] = args;
    if (action === "customers") return await practiceCustomers(context, rest);
    const { io, dataDir } = context;
    const { values } = parseCommand(args, OPTIONS, { names: [] });
    const port =
      values.port === undefined ? 0 : parseNumber(values.port, "--port", { min: 0, max: 65_535 });
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const server = await startPracticeServer({
      port,
      databasePath: join(dataDir, "practice.sqlite"),
    });
    try {
      const { url, credentials } = server;
      await print(context, { url, ...credentials }, () => [
        t("cli:practice.address", { url }),
        t("cli:practice.user", { value: credentials.userId }),
        t("cli:practice.key", { value: credentials.apiKey }),
        t("cli:practice.account", { value: credentials.accountId }),
        t("cli:practice.runs"),
      ]);
      if (!io.signal.aborted) {
        await new Promise((resolve) =>
          io.signal.addEventListener("abort", resolve, { once: true }),
        );
      }
    } finally {
      await server.close();
    }
    return EXIT.done;
  },
};
