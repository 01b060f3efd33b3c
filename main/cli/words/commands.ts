import type { Commands } from "../command.ts";

/** Tells of the others; it takes no options of its own. */
export const HELP = "help";

/** Every command by its word; what `--help` says of it stands in cli.json under `about`. */
export const COMMANDS: Commands = {
  inspect: () => import("../commands/inspect.ts"),
  rows: () => import("../commands/rows.ts"),
  import: () => import("../commands/import.ts"),
  watch: () => import("../commands/watch.ts"),
  queue: () => import("../commands/queue.ts"),
  history: () => import("../commands/history.ts"),
  undo: () => import("../commands/undo.ts"),
  profile: () => import("../commands/profile.ts"),
  completion: () => import("../commands/completion.ts"),
  practice: () => import("../commands/practice.ts"),
  backup: () => import("../commands/backup.ts"),
  restore: () => import("../commands/restore.ts"),
};
