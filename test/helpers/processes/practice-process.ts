/**
 * A practice server in a process of its own: `node practice-process.ts DATABASE`. Prints its
 * address as one line and runs until its standard input ends.
 */
import { startPracticeServer } from "../../../main/practice/server.ts";

const [, , databasePath = ":memory:"] = process.argv;
const server = await startPracticeServer({ databasePath, record: true });
process.stdout.write(`${server.url}\n`);
process.stdin.resume();
process.stdin.once("end", () => {
  server.close().then(
    () => process.exit(0),
    () => process.exit(1),
  );
});
