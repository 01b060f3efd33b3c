import { createServer } from "node:http";

/** The least that a loopback host can be: one page with nothing on it but its heading. */
const PAGE = "<!doctype html><title>Bare</title><h1>Bare</h1>";
const server = createServer((_request, response) => {
  response.writeHead(200, { "content-type": "text/html" });
  response.end(PAGE);
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.stdout.write(`http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/\n`);
});
process.once("SIGTERM", () => process.exit(0));
