/**
 * A sender in a process of its own, to be killed at any moment:
 * `node sender-process.ts DATA_FOLDER KEY_HEX URL [stand-still | PARALLEL]`. Prints "sending" once it has
 * begun. With "stand-still" it stops itself, as a computer that falls asleep does, between taking
 * its first batch and posting it.
 */
import { flushCompileCache } from "node:module";
import { createNodeTransport } from "../../../main/pipeline/api/transport/node-transport.ts";
import { createSender } from "../../../main/pipeline/delivery/sender/sender.ts";
import { PRACTICE_CREDENTIALS } from "../../../main/practice/account.ts";
import { openDatabase } from "../../../main/records/database/open.ts";
import { createVault } from "../../../main/records/vault/vault.ts";
import { resolvedTo } from "../../pipeline/delivery/lists.ts";

const [, , dataDir = "", key = "", url = "", how = ""] = process.argv;
const transport = createNodeTransport();
const db = openDatabase(dataDir);
const sender = createSender({
  db,
  vault: createVault(Buffer.from(key, "hex")),
  transport: {
    post(request) {
      if (how === "stand-still") process.kill(process.pid, "SIGSTOP");
      return transport.post(request);
    },
  },
  resolve: async () =>
    resolvedTo({ url, credentials: PRACTICE_CREDENTIALS }, { parallel: Number(how) || 1 }),
  onChange: () => undefined,
  onTrouble: (code, detail) => process.stderr.write(`${code} ${detail}\n`),
});
// Whoever is killed keeps nothing for the next start of the same sources.
flushCompileCache();
sender.start();
process.stdout.write("sending\n");
