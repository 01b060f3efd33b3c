import { setTimeout as pause } from "node:timers/promises";
import { guardMemory } from "../../../main/common/host/guard-memory.ts";

/** Takes memory outside of V8's heap without a pause, a hundred times what it may. */
guardMemory(200);
// A thread needs a moment; what is measured is what follows.
await pause(1_000);
const held: Buffer[] = [];
for (let at = 0; at < 20_000; at++) held.push(Buffer.alloc(1024 * 1024, at));
process.stdout.write(`${held.length} MiB and still alive`);
