import type { ImportState } from "../../preload/types.ts";
import type { Host } from "../common/host/host.ts";
import { t } from "../common/text.ts";
import type { History } from "../features/history/history.ts";

/** Passes changes of imports on to the window and tells the user once when an import has ended. */
export interface ImportWatch {
  changed(importId: number): void;
}

const UNDER_WAY: ReadonlySet<ImportState> = new Set<ImportState>(["queued", "sending"]);

export function createImportWatch(history: History, host: Host): ImportWatch {
  const underWay = new Set<number>();

  return {
    changed(importId) {
      host.emit({ kind: "import", importId });
      host.emit({ kind: "queue" });
      const summary = history.summary(importId);
      if (UNDER_WAY.has(summary.state)) {
        underWay.add(importId);
        return;
      }
      if (!underWay.delete(importId)) return;
      const state = t(`words:states.${summary.standing}`);
      host.notify(
        `${summary.fileName}: ${state}`,
        t("words:import-ended", {
          created: summary.counts.customersNew,
          updated: summary.counts.customersUpdated,
        }),
      );
    },
  };
}
