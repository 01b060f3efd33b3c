import type { HandlersFor } from "../../common/calls.ts";
import type { Backups } from "./backups.ts";

/** The calls about backups. */
export function backupCalls(backups: Backups): HandlersFor<"backup"> {
  return {
    "backup.create": (input) => backups.create(input),
    "backup.check": (input) => backups.check(input),
    "backup.restore": ({ passphrase }) => backups.restore(passphrase),
    "backup.kept": () => backups.kept(),
    "backup.removeKept": ({ kept }) => {
      backups.removeKept(kept);
      return null;
    },
  };
}
