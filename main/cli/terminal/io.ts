import { once } from "node:events";
import type { ReadStream, WriteStream } from "node:tty";
import { AppError } from "../../common/errors.ts";

/** The terminal, pipes and signals of a command. */
export interface CliIo {
  /** Waits while the reader is slow; false once nobody reads any more. */
  out(text: string): Promise<boolean>;
  /** One line on standard error. */
  err(line: string): void;
  /** Standard error where it is a terminal, for progress; else null. */
  readonly terminal: WriteStream | null;
  /** All of standard input as text; asks with `prompt`, unseen, where it is a terminal. */
  readInput(prompt: string): Promise<string>;
  /** Standard input as bytes; null where it is a terminal. */
  readonly input: AsyncIterable<Buffer> | null;
  readonly env: Readonly<NodeJS.ProcessEnv>;
  /** Aborted when the person or the system asks the program to end. */
  readonly signal: AbortSignal;
}

export function createProcessIo(): CliIo {
  const interrupt = new AbortController();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(name, () => interrupt.abort());
  }
  let closed = false;
  // A reader that has seen enough (`| head`) is no error; anything else is told when writing.
  process.stdout.on("error", () => {
    closed = true;
  });
  process.stderr.on("error", () => undefined);

  return {
    async out(text) {
      if (closed) return false;
      if (!process.stdout.write(text)) {
        const over = new AbortController();
        const first = (event: string) => once(process.stdout, event, { signal: over.signal });
        await Promise.race([first("drain"), first("close")]).catch(() => {
          closed = true;
        });
        // The other one listens no longer: a long list waits thousands of times.
        over.abort();
      }
      return !closed;
    },
    err: (line) => void process.stderr.write(`${onOneLine(line)}\n`),
    terminal: process.stderr.isTTY && process.env.TERM !== "dumb" ? process.stderr : null,
    readInput: (prompt) =>
      process.stdin.isTTY ? readUnseen(process.stdin, prompt) : readAll(process.stdin),
    input: process.stdin.isTTY ? null : process.stdin,
    env: process.env,
    signal: interrupt.signal,
  };
}

/** What a line is indented by stays. */
function onOneLine(text: string): string {
  const [first = "", ...others] = text.split(/[\r\n]+/);
  return [first.trimEnd(), ...others.map((part) => part.trim())].join(" ");
}

/** Ends the process when what was written has arrived, whatever else is still open. */
export async function endProcess(status: number): Promise<never> {
  for (const stream of [process.stdout, process.stderr]) {
    await new Promise<void>((resolve) => {
      if (stream.destroyed || stream.errored !== null) resolve();
      else stream.write("", () => resolve());
    });
  }
  process.exit(status);
}

async function readAll(stream: AsyncIterable<Buffer>): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces).toString("utf8");
}

const ENTER = /[\r\n]/;
const INTERRUPT = "\u0003";

/** A secret typed by hand is not shown. */
async function readUnseen(stream: ReadStream, prompt: string): Promise<string> {
  process.stderr.write(prompt);
  stream.setRawMode(true);
  stream.resume();
  let text = "";
  try {
    for await (const piece of stream.iterator({ destroyOnReturn: false })) {
      const typed = String(piece);
      if (typed.includes(INTERRUPT)) throw new AppError("usage-interrupted");
      text = erased(text + typed);
      if (ENTER.test(typed)) break;
    }
  } finally {
    stream.setRawMode(false);
    stream.pause();
    process.stderr.write("\n");
  }
  return text;
}

/** Applies backspaces. */
function erased(text: string): string {
  const kept: string[] = [];
  for (const character of text) {
    if (character === "\u007f" || character === "\b") kept.pop();
    else kept.push(character);
  }
  return kept.join("");
}
