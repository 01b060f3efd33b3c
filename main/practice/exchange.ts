import { AppError } from "../common/errors.ts";
import { databaseError } from "../common/sqlite/database-error.ts";
import { decodeForm, type Form } from "./form.ts";
import { operate } from "./operations/operation.ts";
import { Refusal } from "./refusal.ts";
import { checkOutput, replyFormat, writeReply } from "./reply/format.ts";
import { errorReply, type HttpReply, type ReplyFormat } from "./reply/reply.ts";
import type { PracticeStore } from "./store/store.ts";

/** Before the request says how it wants its answer: "If not provided, defaults to XML". */
const DEFAULT_FORMAT: ReplyFormat = { kind: "xml" };

/**
 * One request's body in, its reply out. Every refusal is a reply with HTTP status 200; what is not
 * a refusal is a fault of this computer (a full disk, ...) and a reply with status 500.
 */
export function exchange(store: PracticeStore, body: Uint8Array): HttpReply {
  let format = DEFAULT_FORMAT;
  try {
    const form: Form = decodeForm(body);
    format = replyFormat(form);
    checkOutput(form);
    return writeReply(operate(store, form), format);
  } catch (error) {
    if (error instanceof Refusal) return writeReply(errorReply(error.messages), format);
    const known = databaseError(error);
    const message = known instanceof AppError ? known.message : "Internal error";
    return { ...writeReply(errorReply([message]), format), status: 500 };
  }
}
