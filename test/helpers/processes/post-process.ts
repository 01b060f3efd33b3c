/** Posts once: `node post-process.ts URL`. Prints what came of it, as JSON without the body. */
import { createNodeTransport } from "../../../main/pipeline/api/transport/node-transport.ts";

const [, , url = ""] = process.argv;
const outcome = await createNodeTransport().post({
  url,
  body: "a=b",
  connectTimeoutMs: 10_000,
  replyTimeoutMs: 10_000,
  maxReplyBytes: 1000,
});
process.stdout.write(JSON.stringify({ ...outcome, body: undefined, headers: undefined }));
