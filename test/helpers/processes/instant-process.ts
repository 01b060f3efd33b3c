/**
 * A platform that keeps nothing and answers at once, or so many milliseconds after it has read a
 * request, in a process of its own: `node instant-process.ts [MS]`. Prints its address as one line
 * and runs until its standard input ends.
 */
import { createServer } from "node:http";

const REPLY = JSON.stringify({
  status: "success",
  batch: { status: "imported", customers: { new: "500", updated: "0" } },
});

const delay = Number(process.argv[2] ?? 0);

const server = createServer((request, response) => {
  request.resume().once("end", () => {
    const answer = () => response.writeHead(200, { "content-type": "application/json" }).end(REPLY);
    if (delay > 0) setTimeout(answer, delay);
    else answer();
  });
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  process.stdout.write(`http://127.0.0.1:${port}/\n`);
});
process.stdin.resume();
process.stdin.once("end", () => process.exit(0));
