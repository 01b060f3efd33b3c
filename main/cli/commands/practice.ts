import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { startPracticeServer } from "../../practice/server.ts";
import type { Command } from "../command.ts";
import { EXIT } from "../outcome/exit.ts";
import { practiceCustomers } from "../outcome/practice-customers.ts";
import { print } from "../terminal/print.ts";
import { parseCommand, parseNumber } from "../words/parse.ts";

export const command: Command = {
  usage: ["practice [--port N]", "practice customers"],
  help: 'Starts the practice server on the loopback address, prints its address and credentials,\nand runs until interrupted (Ctrl+C). Its customers are kept in the data folder;\n"practice customers" prints them.',
  async run(context, args) {
    const [action, ...rest] = args;
    if (action === "customers") return await practiceCustomers(context, rest);
    const { io, dataDir } = context;
    const { values } = parseCommand(args, { port: { type: "string" } }, { names: [] });
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
        `Practice server: ${url}`,
        `User ID: ${credentials.userId}`,
        `API key: ${credentials.apiKey}`,
        `Account ID: ${credentials.accountId}`,
        "Runs until interrupted (Ctrl+C).",
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
