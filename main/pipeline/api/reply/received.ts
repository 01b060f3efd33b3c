import type { PostOutcome } from "../../../common/host/transport.ts";
import type { BatchReply } from "../../../records/imports/batches/kept-reply.ts";
import { readBatchReply } from "./batch-reply.ts";
import { decodeReply } from "./decode.ts";
import { type ApiReply, readReplyText } from "./read-reply.ts";

/** What came back of a request, decoded and read once for all who ask. */
export interface Received {
  readonly status: number;
  readonly contentType: string;
  readonly cut: boolean;
  readonly text: string;
  readonly content: ApiReply;
  /** null where it is no success. */
  readonly told: BatchReply | null;
}

/** null where no reply came; of one that broke off what had come. Never throws. */
export function received(outcome: PostOutcome): Received | null {
  if (outcome.kind === "reply") {
    const { status, cut, headers, body } = outcome;
    const contentType = headers["content-type"] ?? "";
    const text = decodeReply(body, contentType);
    const content = readReplyText(text);
    const told = content.kind === "success" ? readBatchReply(content.content) : null;
    return { status, contentType, cut, text, content, told };
  }
  if (outcome.kind === "not-sent" || outcome.partial === undefined) return null;
  const { status, body } = outcome.partial;
  const nothing = { content: { kind: "unreadable" }, told: null } as const;
  return { status, contentType: "", cut: true, text: decodeReply(body, ""), ...nothing };
}
