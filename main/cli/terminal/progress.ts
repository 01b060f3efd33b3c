import { printable } from "../../common/printable.ts";
import { t } from "../../common/text.ts";
import type { CliIo } from "./io.ts";
import { count } from "./print.ts";

const BAR_WIDTH = 30;
/** The width taken for a terminal that does not tell its own. */
const COLUMNS = 80;
/** Often enough to move smoothly, seldom enough to cost nothing. */
const INTERVAL_MS = 100;

/** A line that is drawn over itself on a terminal, with NO_COLOR without escapes; elsewhere nothing. */
export interface Progress {
  /**
   * `total` null: unknown, so a count in place of a bar.
   * @param more shown behind it where the terminal is wide enough
   */
  update(label: string, done: number, total: number | null, more?: string): void;
  end(): void;
}

export function createProgress(io: CliIo): Progress {
  const { terminal } = io;
  if (terminal === null) return { update: () => undefined, end: () => undefined };
  const clear = (length: number) => (io.env.NO_COLOR ? `\r${" ".repeat(length)}\r` : "\r\u001b[K");
  let drawnAt = 0;
  let drawn = 0;
  return {
    update(label, done, total, more = "") {
      const now = performance.now();
      if (now - drawnAt < INTERVAL_MS && done !== total) return;
      drawnAt = now;
      const text = `${printable(label)} ${total === null ? count(done) : bar(done, total)}`;
      const width = (terminal.columns || COLUMNS) - 1;
      const long = more === "" ? text : `${text} · ${more}`;
      const line = (long.length <= width ? long : text).slice(0, width);
      terminal.write(`${clear(drawn)}${line}`);
      drawn = line.length;
    },
    end() {
      if (drawn > 0) terminal.write(clear(drawn));
      drawn = 0;
    },
  };
}

function bar(done: number, total: number): string {
  const share = total === 0 ? 1 : Math.min(1, done / total);
  const full = Math.round(share * BAR_WIDTH);
  const percent = `${Math.floor(share * 100)}`.padStart(3);
  const numbers = { percent, done: count(done), total: count(total) };
  return `[${"#".repeat(full)}${".".repeat(BAR_WIDTH - full)}] ${t("cli:progress.of", numbers)}`;
}
