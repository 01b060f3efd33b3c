import { toAppError } from "../../common/errors.ts";
import { guardMemory } from "../../common/host/guard-memory.ts";
import type { ParentPort } from "../../common/host/parent-port.ts";
import { speak } from "../../common/text.ts";
import { lookHere } from "./look-here.ts";
import { MAX_LOOK_MB } from "./looker.ts";
import { type FromLook, isRehearsal, isToLook, type ToLook } from "./messages.ts";

/** The process's side: looks at one list after the other until it is ended. */
export function serveLooks(port: ParentPort): void {
  guardMemory(MAX_LOOK_MB);
  const say = (message: FromLook): void => port.post(message);

  async function look(question: ToLook): Promise<void> {
    await speak(question.language);
    const value =
      question.look === "first"
        ? await lookHere.first(question.path, question.choice)
        : await lookHere.rows(question.path, question.choice);
    say({ kind: "seen", value });
  }

  port.onMessage((message) => {
    if (isRehearsal(message)) {
      // A sample that cannot be read is told to whoever asks for it.
      lookHere.first(message.rehearse, {}).catch(() => undefined);
      return;
    }
    // Processes that this one has asked for answer over the same channel.
    if (!isToLook(message)) return;
    look(message).catch((error: unknown) => {
      say({ kind: "failed", error: toAppError(error).toData() });
    });
  });
  say({ kind: "ready" });
}
